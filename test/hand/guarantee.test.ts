import { describe, expect, test } from 'vitest';
import { computedDeal, scenario } from '../support/dossiers.ts';
import { defaultOf, type TestLoan } from '../support/guaranteed-loan.ts';

/** One default, both mechanisms, against figures worked by hand: see guarantee.md beside this file for every step. */
const LOAN: TestLoan = {
  amount: '100000.00',
  annualRate: '0.04',
  payments: 5,
  paymentsPerYear: 1,
  repayment: 'level-principal',
};
const RISK = { month: 24, recoveryMonths: 18, recoveredShare: '0.5' };

function worked(mechanism: 'perte-finale' | 'echeances', amountCap?: string) {
  const of = defaultOf(
    LOAN,
    [{ mechanism, coverage: '0.5', ...(amountCap === undefined ? {} : { amountCap }) }],
    RISK,
  );
  const [guarantor] = of.found.guarantors;
  if (guarantor === undefined) throw new Error('no guarantor');
  const dated = (line: typeof guarantor.calls) =>
    of.figures
      .of(line)
      .flatMap((value, month) => (value?.isZero() === false ? [[month, value.toFixed(2)]] : []));
  return {
    loss: of.amount(of.found.loss).toFixed(2),
    exposure: of.amount(of.found.exposure).toFixed(2),
    borrower: of.amount(of.found.recovered).toFixed(2),
    bank: of.amount(of.found.bank).toFixed(2),
    guarantor: of.amount(guarantor.net).toFixed(2),
    calls: dated(guarantor.calls),
    recoveries: dated(guarantor.recoveries),
  };
}

describe('100 000 € in five yearly parts, 4 %, default in year 3', () => {
  test('final loss', () => {
    expect(worked('perte-finale')).toEqual({
      loss: '60000.00',
      exposure: '60000.00',
      borrower: '30000.00',
      bank: '15000.00',
      guarantor: '15000.00',
      calls: [[42, '15000.00']],
      recoveries: [],
    });
  });

  test('instalments', () => {
    expect(worked('echeances')).toEqual({
      loss: '64800.00',
      exposure: '60000.00',
      borrower: '30000.00',
      bank: '17400.00',
      guarantor: '17400.00',
      calls: [
        [36, '11200.00'],
        [48, '7000.00'],
        [60, '10400.00'],
      ],
      recoveries: [[42, '11200.00']],
    });
  });

  test('instalments, capped at 20 000 €', () => {
    expect(worked('echeances', '20000.00')).toEqual({
      loss: '64800.00',
      exposure: '60000.00',
      borrower: '30000.00',
      bank: '24059.26',
      guarantor: '10740.74',
      calls: [
        [36, '11200.00'],
        [48, '8800.00'],
      ],
      recoveries: [[42, '9259.26']],
    });
  });
});

describe('half of 4 M€ guaranteed by an intercommunality', () => {
  const computed = computedDeal(scenario('garantie-intercommunale', 'guarantee'));
  const figure = (line: string, period = 0) => computed.figures.of(line)[period]?.toNumber() ?? Number.NaN;
  const ANNUITY = 289_138.17;
  /** Balance after so many instalments, in doubles: written apart from the engine. */
  const balance = (paid: number) => {
    let owed = 4_000_000;
    for (let number = 1; number <= paid; number++) owed = Math.round(owed * 103.8 - ANNUITY * 100) / 100;
    return owed;
  };

  test('the first whole annuity is the level payment, half of it guaranteed', () => {
    expect(figure('guarantee.guarantees.first-annuity')).toBe(ANNUITY);
    expect(figure('guarantee.guarantee.epci.limits.guaranteedAnnuity')).toBe(144_569.09);
  });

  test('owed after three instalments, with one month of interest run', () => {
    const owed = balance(3);
    const run = Math.round(owed * 3.8 * (1 / 12)) / 100;
    expect(figure('guarantee.stressed-default.exposure')).toBeCloseTo(owed + run, 2);
    expect(figure('guarantee.stressed-default.recovered')).toBeCloseTo((owed + run) * 0.6, 2);
  });

  test('seventeen instalments are lost, half of them called until the sale pays the authority back', () => {
    const last = Math.round(balance(19) * 103.8) / 100;
    expect(figure('guarantee.stressed-default.loss')).toBeCloseTo(16 * ANNUITY + last, 2);
    const calls = computed.figures
      .of('guarantee.guarantee.epci.calls')
      .flatMap((value, month) => (value?.gt(0) ? [[month, value.toNumber()] as const] : []));
    expect(calls[0]).toEqual([59, 144_569.09]);
  });

  test('the provision: 40 % not given back by the security, of half of what is owed at the default', () => {
    const owed = balance(3);
    const guaranteed = Math.round((owed + Math.round(owed * 3.8 * (1 / 12)) / 100) * 50) / 100;
    const place = 'guarantee.guarantee.epci.provision';
    expect(figure(`${place}.guaranteed`)).toBeCloseTo(guaranteed, 1);
    expect(figure(`${place}.risk-share`)).toBe(0.4);
    expect(figure(`${place}.amount`)).toBe(716_813.49);
    expect(figure(`${place}.amount`)).toBeCloseTo(guaranteed * 0.4, 1);
  });

  test('the grant equivalent, year by year since the signature', () => {
    let sum = 0;
    for (let year = 0; year < 22; year++) {
      const owed = year < 2 ? 4_000_000 : balance(Math.min(20, year - 1));
      sum += (Math.max(0, owed) * 0.5 * 0.02) / 1.037 ** year;
    }
    expect(figure('guarantee.guarantee.epci.aid.grantEquivalent')).toBeCloseTo(sum, 1);
  });

  test('the expected loss, year by year: survival × 2 % × owed × 40 % × half', () => {
    let sum = 0;
    for (let year = 0; year < 22; year++) {
      const owed = year === 0 ? figure('guarantee.loan.closing') : year === 1 ? 4_000_000 : balance(year - 1);
      sum += 0.98 ** year * 0.02 * Math.max(0, owed) * 0.4 * 0.5;
    }
    expect(figure('guarantee.guarantees.expected-loss')).toBeCloseTo(sum, 1);
  });
});
