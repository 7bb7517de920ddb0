import { expect, test } from 'vitest';
import { Decimal } from '../../src/formula/decimal.ts';
import { explainRate, type RateFlow } from '../../src/formula/explanation/rate.ts';
import { datedRatesOfReturn } from '../../src/formula/rates-of-return.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const flow = (date: string, amount: string, figure?: string): RateFlow => ({
  date,
  amount: new Decimal(amount),
  ...(figure === undefined ? {} : { figure, period: date.slice(0, 7), label: 'Flux' }),
});

test('a rate shows its flows, and that their present value is zero', () => {
  const flows = [
    flow('2027-01-01', '60', 'fund.flow'),
    flow('2026-01-01', '-100', 'fund.flow'),
    flow('2026-06-01', '0', 'fund.flow'),
    flow('2028-01-01', '55', 'fund.flow'),
  ];
  const [rate = null] = datedRatesOfReturn(flows).rates;
  const explanation = explainRate({ figure: 'fund.irr', label: 'TRI du fonds', rate, flows });
  // −100 + 60 / 1,10 + 55 / 1,21 = 0 over years of 365 days.
  expect(plain(explanation.sentence)).toBe(
    'TRI du fonds = 10,00 % : à ce taux, 3 flux (1er janvier 2026 : −100,00 € ; 1er janvier 2027 : 60,00 € ; 1er janvier 2028 : 55,00 €) valent ensemble 0,00 € au 1er janvier 2026',
  );
  expect(plain(explanation.formulaNumbers)).toBe('−100,00 € + 54,55 € + 45,45 € = 0,00 €');
  expect(explanation.formula).toBe(
    'taux annuel auquel la somme des flux actualisés est nulle (jours réels / 365)',
  );
  expect(explanation.presentValue).toBe('0.00');
  expect(explanation.flows.map(({ amount }) => amount)).toEqual(['-100', '60', '55']);
  expect(plain(explanation.flows[1]?.written.presentValue ?? '')).toBe('54,55 €');
  expect(explanation.operands.map(({ figure, period }) => `${figure} ${period}`)).toEqual([
    'fund.flow 2026-01',
    'fund.flow 2027-01',
    'fund.flow 2028-01',
  ]);
});

test('of many flows, the largest are told and the others counted', () => {
  const flows = [
    flow('2026-01-31', '-1000'),
    ...Array.from({ length: 12 }, (_, month) =>
      flow(new Date(Date.UTC(2026, month + 2, 0)).toISOString().slice(0, 10), `${100 + month}`),
    ),
  ];
  const [rate = null] = datedRatesOfReturn(flows).rates;
  const explanation = explainRate({ figure: 'irr', label: 'TRI', rate, flows });
  expect(plain(explanation.sentence)).toMatch(
    /^TRI = [\d,]+ % : à ce taux, 13 flux \(dont 31 janvier 2026 : −1 000,00 € ; 31 décembre 2026 : 110,00 € ; 31 janvier 2027 : 111,00 €\) valent ensemble 0,00 € au 31 janvier 2026$/,
  );
  expect(plain(explanation.formulaNumbers)).toMatch(/ \(5 autres flux\) = 0,00 €$/);
  expect(explanation.flows).toHaveLength(13);
  expect(explanation.operands).toEqual([]);
});

test('where there is no rate, the reason is said', () => {
  const none = { figure: 'irr', label: 'TRI', rate: null };
  expect(
    plain(
      explainRate({ ...none, reason: 'tous les flux ont le même signe', flows: [flow('2026-01-31', '5')] })
        .sentence,
    ),
  ).toBe('TRI = non défini : tous les flux ont le même signe, 1 flux (31 janvier 2026 : 5,00 €)');
  const empty = explainRate({ ...none, flows: [] });
  expect(plain(empty.sentence)).toBe('TRI = non défini : il n’y a aucun flux');
  expect(empty.value).toBeNull();
});
