import { describe, expect, test } from 'vitest';
import { computedDeal, scenario } from '../support/dossiers.ts';

/** Money that comes late, found by an adversary: the laws must hold and the loan must still balance the plan. */
const NO_LIMITS = { maximumLoanToValue: null, maximumLoanToCost: null, minimumCover: null };

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function computed(change: (dossier: any) => void) {
  const dossier = scenario('sci-envie-soleil');
  Object.assign(dossier.paths[0].terms, NO_LIMITS);
  change(dossier);
  return computedDeal(dossier);
}

describe('laws hold when money comes late', () => {
  test('a grant paid after the loan and the horizon end', () => {
    const { checks } = computed((dossier) => {
      dossier.horizonYears = 2;
      dossier.paths[0].terms.payments = 12;
      dossier.paths[0].sources[2].calendar = [{ event: 'completion', delayMonths: 60, share: '1' }];
    });
    expect(checks.filter((check) => !check.holds)).toEqual([]);
  });

  test('VAT refunded two years later', () => {
    const { checks } = computed((dossier) => {
      dossier.horizonYears = 2;
      dossier.project.vatRefundLagMonths = 24;
      dossier.operator.existingDebtYears = 1;
      dossier.paths[0].terms.payments = 1;
    });
    expect(checks.filter((check) => !check.holds)).toEqual([]);
  });

  test('own funds called at entry into service are carried by the bridge, not by the loan nor by nobody', () => {
    const { checks, gap, deal, figures } = computed((dossier) => {
      dossier.paths[0].sources[1].amount = '1000000.00';
      dossier.paths[0].sources[1].callMonth = 14;
    });
    expect(checks.filter((check) => !check.holds)).toEqual([]);
    expect(gap).toBeUndefined();
    const openingCash = figures.of(deal.operator.plan.openingCash)[0]?.toNumber() ?? 0;
    expect(openingCash).toBeGreaterThanOrEqual(100_000);
    expect(openingCash).toBeLessThan(100_001);
  });
});

test('an index below minus the margin never makes the lender pay', () => {
  const { deal, figures } = computed((dossier) => {
    Object.assign(dossier.paths[0].terms, {
      annualRate: '0.005',
      rateIndex: [{ from: '2027-01-01', annualRate: '-0.02' }],
    });
  });
  expect(
    figures
      .of(deal.operator.plan.loan.interest)
      .some((interest) => interest?.isNegative() && !interest.isZero()),
  ).toBe(false);
});

test('a loan whose fees eat it is said to balance nothing', () => {
  const { sizing, gap } = computed((dossier) => {
    Object.assign(dossier.paths[0].terms, {
      arrangementFeeRate: '0.2',
      securityCostRate: '0.2',
      annualRate: '0.5',
    });
    dossier.project.worksEnd = '2036-12-01';
    dossier.project.opening = '2036-12-01';
  });
  expect(sizing?.binding).toBe('unreachable');
  expect(sizing?.loan).toBe('0');
  expect(Number(gap)).toBeGreaterThan(3_000_000);
});
