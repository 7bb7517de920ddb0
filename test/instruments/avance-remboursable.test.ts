import { expect, test } from 'vitest';
import { computedDeal, scenario } from '../support/dossiers.ts';

/** An advance of 240 000 € repaid in eight half-yearly parts from two years after entry into service (month 14). */
function withAdvance() {
  const dossier = scenario('sci-envie-soleil');
  dossier.paths[0].sources.push({
    kind: 'avance-remboursable',
    id: 'avance',
    label: 'Avance de la région',
    from: 'region',
    amount: '240000.00',
    callMonth: 3,
    deferralMonths: 24,
    repayments: 8,
    paymentsPerYear: 2,
  });
  return dossier;
}

test('is received once, repaid in equal parts after its deferral, and closes at zero', () => {
  const { deal, figures, checks } = computedDeal(withAdvance());
  const id = `${deal.path.id}.source.avance`;
  const flow = (line: string) =>
    figures.of(line).flatMap((value, month) => (value?.isZero() ? [] : [`${month}: ${value?.toFixed(2)}`]));
  expect(flow(`${id}.received`)).toEqual(['3: 240000.00']);
  // 14 + 24 = month 38 ends the deferral; a payment every six months, 240 000 / 8 = 30 000.
  expect(flow(`${id}.principal`)).toEqual(
    [44, 50, 56, 62, 68, 74, 80, 86].map((month) => `${month}: 30000.00`),
  );
  expect(flow(`${id}.interest`)).toEqual([]);
  expect(checks.filter((check) => !check.holds)).toEqual([]);
  expect(checks.map((check) => check.id)).toContain(`debt-closes.${id}`);
});

test('takes the place of bank debt in the plan, and enters the annuities that the cover reads', () => {
  const without = computedDeal(scenario('sci-envie-soleil'));
  const having = computedDeal(withAdvance());
  const loan = (deal: typeof without) => Number(deal.sizing?.loan);
  // 240 000 € less to borrow, and its costs and interest during works besides.
  expect(loan(without) - loan(having)).toBeGreaterThan(240_000);
  expect(loan(without) - loan(having)).toBeLessThan(260_000);
  const annuity = (deal: typeof without, year: number) =>
    deal.figures.of(deal.deal.cover.annuities)[year]?.toNumber() ?? 0;
  // 2031: two parts of 30 000 € more, less the annuity of what was not borrowed.
  expect(annuity(having, 4) - annuity(without, 4)).toBeGreaterThan(40_000);
});
