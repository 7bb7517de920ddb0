import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

/**
 * Variants of SCI Envie Soleil in which a second calculation, written apart from the engine, found a defect. Each has
 * been mended; the constants come from that calculation or from the arithmetic beside them (see § 11 of test/hand/sci.md).
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

const ADVANCE = {
  kind: 'associate-account',
  id: 'advance',
  label: 'Avance de l’exploitant',
  from: 'operator',
  amount: '100000.00',
  annualRate: '0.03',
  payments: 15,
};

describe('an advance of the operator to its SCI', () => {
  test('is computed', () => {
    const deal = changed((path) => {
      path.sources.push(ADVANCE);
    });
    expect(figure(deal, 'operator.use.sci-advance')).toBe(100_000);
  });

  test('is still owed after the exit: it takes room from the new loan', () => {
    const deal = changed((path) => {
      path.sources.push({ ...ADVANCE, paymentsPerYear: 1, repayment: 'bullet', interest: 'paid' });
      path.exit.refinancingMaximumLoanToValue = '0.38';
    });
    // 4 429 650.00 × 38 % − bank loan 1 398 447.64 − advance 100 000.00.
    expect(figure(deal, 'sci.exit.refinancing', EXIT)).toBe(184_819.36);
  });
});

describe('DSCR', () => {
  test('leaves the interest of the bridge out (DOMAIN § 1.10): twelve payments of the loan in 2029', () => {
    const deal = changed(signedInSeptember);
    const payment = figure(deal, 'sci.loan.levelPayment', 15);
    expect(payment).toBe(16_023.43);
    expect(figure(deal, 'sci.annuities', 2)).toBe(192_281.16);
    expect(deal.figures.of('sci.dscr')[2]?.toFixed(6)).toBe('1.200258');
  });
});

describe('taxe foncière of October, before entry into service in November', () => {
  test('is not asked from a tenant who is not there yet', () => {
    expect(figure(changed(signedInSeptember), 'lease.recharged', 13)).toBe(0);
  });

  test('does not leave the SCI overdrawn: its plan finances what owning costs during works', () => {
    const deal = changed(signedInSeptember);
    // 38 000 × 1.02.
    expect(figure(deal, 'sci.use.carrying-costs')).toBe(38_760);
    expect(figure(deal, 'sci.source.loan')).toBe(2_494_018);
    expect(figure(deal, 'sci.cash', 13)).toBe(0);
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

  test('deducts what a market lease leaves to the owner, when the dossier says so', () => {
    const all = changed((_path, dossier) => {
      Object.assign(dossier.site, { ownerChargesShare: '1', ownerPaysTaxeFonciere: true });
    });
    // (376 520.25 − 30 000 × 1.018^10 − 38 000 × 1.02^10) / 8.5 %.
    expect(figure(all, 'sci.exit.value', EXIT)).toBe(3_462_816.35);
    expect(figure(all, 'sci.exit.price', EXIT)).toBe(79_037.59);
    const managed = changed((_path, dossier) => {
      dossier.site.marketManagementRate = '0.05';
    });
    // 376 520.25 × 95 % = 357 694.24; / 8.5 %.
    expect(figure(managed, 'sci.exit.value', EXIT)).toBe(4_208_167.53);
    expect(figure(managed, 'sci.exit.price', EXIT)).toBe(111_646.71);
  });

  test('leaves the repairs reserve in the SCI, as a distribution does', () => {
    const deal = changed(() => undefined);
    // 60 000.00 + 10 000 × (1.018 × 10/12 + 1.018² + … + 1.018⁹).
    expect(figure(deal, 'sci.cash', EXIT)).toBe(156_804.64);
  });

  test('finds money for the non-conversion premium of a bond, and tells it in the price', () => {
    const deal = changed((path) => {
      path.ticket.instruments = [BOND];
    });
    // Minimum and repairs reserve stay: 60 000.00 + 96 804.64.
    expect(figure(deal, 'sci.cash', EXIT)).toBe(156_804.64);
    // 680 000 × (1.06^10 − 1) = 537 776.43 beside the principal.
    expect(figure(deal, 'sci.exit.quasi-equity', EXIT)).toBe(1_217_776.43);
    // The SCI would be at −876 251.92.
    expect(figure(deal, 'sci.exit.support', EXIT)).toBe(1_033_056.56);
    // Shares 91 501.83, duties 4 575.09.
    expect(figure(deal, 'exit.buy-out')).toBe(1_313_853.35);
    const investor = deal.returns.find(({ id }) => id === 'investor-irr');
    expect(investor?.rates.map((rate) => rate.toFixed(8))).toEqual(['0.11062780']);
  });

  test('at the indexed nominal, pays the nominal of what was converted', () => {
    const deal = changed((path) => {
      path.ticket.instruments = [{ ...BOND, conversion: 'at-exit', convertedShare: '0.25' }];
      path.exit.method = 'nominal-indexed';
    });
    // 700 000 × 1.018^10.
    expect(figure(deal, 'sci.exit.price', EXIT)).toBe(836_711.66);
    // The price pays for the capital and for the bond at once: one rate, in all.
    const ids = deal.returns.map(({ id }) => id).filter((id) => id.startsWith('investor-irr'));
    expect(ids).toEqual(['investor-irr']);
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
    // Shares 118 141.99, 544 000 of the ticket, 100 000 beside it, duties 5 907.10.
    expect(figure(deal, 'exit.buy-out')).toBe(768_049.09);
    const investor = deal.returns.find(({ id }) => id === 'investor-irr');
    expect(investor?.rates.map((rate) => rate.toFixed(8))).toEqual(['0.04614265']);
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
