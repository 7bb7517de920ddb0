import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultOf, type TestGuarantee, type TestLoan } from '../support/guaranteed-loan.ts';

const cents = (max: number) =>
  fc.integer({ min: 100, max: max * 100 }).map((value) => (value / 100).toFixed(2));
const share = (max: number) =>
  fc.integer({ min: 0, max: max * 1000 }).map((value) => (value / 1000).toFixed(3));

const anyLoan: fc.Arbitrary<TestLoan> = fc
  .record({
    amount: cents(5_000_000),
    annualRate: share(0.09),
    years: fc.integer({ min: 1, max: 12 }),
    paymentsPerYear: fc.constantFrom(12, 4, 2, 1),
    repayment: fc.constantFrom('level-payment', 'level-principal', 'bullet'),
    deferralKind: fc.constantFrom('none', 'partial', 'total'),
    deferralYears: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ years, paymentsPerYear, deferralKind, deferralYears, ...rest }) => ({
    ...rest,
    paymentsPerYear,
    payments: years * paymentsPerYear,
    deferral: { kind: deferralKind, payments: Math.min(deferralYears, years - 1) * paymentsPerYear },
  }));

const anyGuarantee: fc.Arbitrary<TestGuarantee> = fc
  .record({
    mechanism: fc.constantFrom('perte-finale', 'echeances'),
    coverage: share(1),
    cap: fc.option(cents(2_000_000), { nil: undefined }),
  })
  .map(({ cap, ...rest }) => ({ ...rest, ...(cap === undefined ? {} : { amountCap: cap }) }));

/** Guarantees that never cover more than the loan. */
const anyGuarantees = fc
  .array(anyGuarantee, { minLength: 1, maxLength: 3 })
  .map((list) =>
    list.map((each) => ({ ...each, coverage: (Number(each.coverage) / list.length).toFixed(4) })),
  );

describe('in every stressed default', () => {
  test('bank, guarantors and borrower bear the loss, all of it, in every year', () => {
    fc.assert(
      fc.property(
        anyLoan,
        anyGuarantees,
        fc.integer({ min: 1, max: 48 }),
        share(1),
        (loan, guarantees, recoveryMonths, recoveredShare) => {
          const years = (loan.payments / loan.paymentsPerYear) as number;
          for (let year = 1; year <= years + 1; year++) {
            const risk = { month: 12 * (year - 1), recoveryMonths, recoveredShare };
            const { found, figures, amount } = defaultOf(loan, guarantees, risk);
            expect(amount(found.gap).toFixed()).toBe('0');
            // Added again here, from the flows of each month.
            const nets = found.guarantors.map(({ calls, recoveries }) => {
              const sum = (line: typeof calls) =>
                figures.of(line).reduce((total, value) => total + (value?.toNumber() ?? 0), 0);
              return sum(calls) - sum(recoveries);
            });
            const borne =
              amount(found.bank).toNumber() +
              amount(found.recovered).toNumber() +
              nets.reduce((sum, net) => sum + net, 0);
            expect(borne).toBeCloseTo(amount(found.loss).toNumber(), 2);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('nobody gains: each part is positive, within the cap, and a guarantor gets back what it paid at most', () => {
    fc.assert(
      fc.property(
        anyLoan,
        anyGuarantees,
        fc.integer({ min: 1, max: 6 }),
        share(1),
        (loan, guarantees, year, recovered) => {
          const risk = { month: 12 * (year - 1), recoveryMonths: 18, recoveredShare: recovered };
          const { found, figures, amount } = defaultOf(loan, guarantees, risk);
          // A cent of rounding an instalment and guarantor, at most.
          const dust = 0.01 * loan.payments * guarantees.length;
          expect(amount(found.bank).toNumber()).toBeGreaterThanOrEqual(-dust);
          found.guarantors.forEach(({ calls, recoveries, net }, index) => {
            const cap = guarantees[index]?.amountCap;
            expect(amount(net).isNegative() && !amount(net).isZero()).toBe(false);
            if (cap !== undefined) expect(amount(net).lte(cap)).toBe(true);
            let position = 0;
            figures.of(calls).forEach((called, month) => {
              const back = figures.of(recoveries)[month]?.toNumber() ?? 0;
              position += (called?.toNumber() ?? 0) - back;
              expect(called?.isNegative() && !called.isZero()).toBe(false);
              expect(position).toBeGreaterThan(-0.005);
            });
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('the two mechanisms differ in when and in what they pay', () => {
  const loan: TestLoan = {
    amount: '120000.00',
    annualRate: '0.05',
    payments: 120,
    paymentsPerYear: 12,
    repayment: 'level-principal',
  };
  const risk = { month: 24, recoveryMonths: 12, recoveredShare: '0.5' };
  const of = (mechanism: TestGuarantee['mechanism']) =>
    defaultOf(loan, [{ mechanism, coverage: '0.5' }], risk);
  const final = of('perte-finale');
  const due = of('echeances');
  const months = ({ found, figures }: ReturnType<typeof of>) =>
    figures.of(found.guarantors[0]?.calls as never).flatMap((value, month) => (value?.gt(0) ? [month] : []));
  // 96 000 € owed, 48 000 € lost after the sale: half of it, once.
  expect(months(final)).toEqual([36]);
  expect(final.amount(final.found.guarantors[0]?.net as never).toFixed(2)).toBe('24000.00');
  expect(months(due)[0]).toBe(25);
  // Future interest falls due too, so the guarantor of instalments bears more.
  expect(due.amount(due.found.guarantors[0]?.net as never).toNumber()).toBeGreaterThan(24_000);
});
