import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

/**
 * What a second calculation of SCI Envie Soleil does not agree with. Each test says what should hold and fails today:
 * `test.fails` turns red as soon as it holds, and then becomes a plain `test`.
 */
const EXIT = 120;

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function changed(change: (path: any, dossier: any) => void): ComputedDeal {
  const dossier = scenario('sci-envie-soleil', 'sci');
  change(dossier.paths[0], dossier);
  return computedDeal(dossier);
}

function figure(deal: ComputedDeal, line: string, period = 0): number {
  return Number(deal.figures.of(line)[period]?.toFixed(2));
}

/** The same deal signed in September 2027: entry into service in November 2028. */
// biome-ignore lint/suspicious/noExplicitAny: as above
function signedInSeptember(_path: any, dossier: any): void {
  dossier.signature = '2027-09-15';
  Object.assign(dossier.project, {
    worksStart: '2027-11-01',
    worksEnd: '2028-10-01',
    opening: '2028-11-01',
  });
}

const BOND = {
  kind: 'convertible-bond',
  share: '1',
  annualRate: '0.06',
  payments: 12,
  paymentsPerYear: 1,
  repayment: 'bullet',
  interest: 'paid',
  nonConversionPremiumRate: '0.06',
};

describe('an advance of the operator to its SCI', () => {
  test('is computed', () => {
    const deal = changed((path) => {
      path.sources.push({
        kind: 'associate-account',
        id: 'advance',
        label: "Avance de l'exploitant",
        from: 'operator',
        amount: '100000.00',
        annualRate: '0.03',
        payments: 15,
      });
    });
    expect(figure(deal, 'operator.use.sci-advance')).toBe(100_000);
  });
});

describe('DSCR', () => {
  test('leaves the interest of the bridge out (DOMAIN § 1.10): twelve payments of the loan in 2029', () => {
    const deal = changed(signedInSeptember);
    const payment = figure(deal, 'sci.loan.levelPayment', 15);
    expect(figure(deal, 'sci.annuities', 2)).toBeCloseTo(12 * payment, 2);
  });
});

describe('taxe foncière of October, before entry into service in November', () => {
  test('is not asked from a tenant who is not there yet', () => {
    expect(figure(changed(signedInSeptember), 'lease.recharged', 13)).toBe(0);
  });

  test('does not leave the SCI overdrawn: its plan finances what owning costs during works', () => {
    expect(figure(changed(signedInSeptember), 'sci.cash', 13)).toBeGreaterThanOrEqual(0);
  });
});

describe('the exit', () => {
  test('values the building on what the owner bears: nothing under this lease', () => {
    // 45 × 7 000 × 1.018^10 = 376 520.25; / 8.5 %.
    expect(
      figure(
        changed(() => undefined),
        'sci.exit.value',
        EXIT,
      ),
    ).toBe(4_429_650);
  });

  test('leaves the repairs reserve in the SCI, as a distribution does', () => {
    const deal = changed(() => undefined);
    expect(figure(deal, 'sci.cash', EXIT)).toBeCloseTo(60_000 + figure(deal, 'sci.repairs-reserve', 9), 2);
  });

  test('finds money for the non-conversion premium of a bond, and tells it in the price', () => {
    const deal = changed((path) => {
      path.ticket.instruments = [BOND];
    });
    expect(figure(deal, 'sci.cash', EXIT)).toBe(60_000);
    // 680 000 × (1.06^10 − 1) = 537 776.43 beside the principal.
    expect(figure(deal, 'exit.buy-out')).toBeGreaterThan(680_000 + 537_776);
  });

  test('at the indexed nominal, pays the nominal of what was converted', () => {
    const deal = changed((path) => {
      path.ticket.instruments = [{ ...BOND, conversion: 'at-exit', convertedShare: '0.25' }];
      path.exit.method = 'nominal-indexed';
    });
    // 700 000 × 1.018^10.
    expect(figure(deal, 'sci.exit.price', EXIT)).toBeCloseTo(836_711.66, 1);
  });

  test('applies the minority discount to the indexed nominal too', () => {
    const deal = changed((path) => {
      Object.assign(path.exit, { method: 'nominal-indexed', discount: '0.3' });
    });
    // 20 000 × 1.018^10 × 70 %.
    expect(figure(deal, 'sci.exit.price', EXIT)).toBe(16_734.23);
  });

  test('counts what the investor lends outside its ticket in the price and in its return', () => {
    const deal = changed((path) => {
      path.sources.push({
        kind: 'subordinated-loan',
        id: 'second-loan',
        label: 'Second prêt',
        from: 'bdt',
        amount: '100000.00',
        annualRate: '0.03',
        payments: 15,
      });
    });
    expect(figure(deal, 'measure.investor-flow')).toBe(-800_000);
    expect(figure(deal, 'exit.buy-out')).toBeGreaterThan(644_000);
  });
});

describe('dividends of an operator that holds 4 % of the SCI', () => {
  test('are taxed: the parent-subsidiary regime starts at 5 % (CGI 145)', () => {
    const deal = changed((path) => {
      Object.assign(path.vehicle, { operatorShare: '0.04', distributionShare: '1' });
      path.ticket.amount = '900000.00';
    });
    expect(figure(deal, 'sci.dividends.operator', 101)).toBeGreaterThan(0);
    expect(figure(deal, 'operator.taxable-profit', 8)).toBe(figure(deal, 'operator.current-result', 8));
  });
});
