import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { type Decimal, ZERO } from '../../src/formula/decimal.ts';
import type { Line } from '../../src/formula/operations.ts';
import { anyFonciere, computedFonciere, thirtySites } from '../support/any-fonciere.ts';
import { testOften } from '../support/extent.ts';

function broken({ checks }: ComputedDeal): string[] {
  return checks.filter(({ holds }) => !holds).map(({ id, value }) => `${id}: ${value}`);
}

/** Transfers are whole cents and never negative. */
function oddTransfers({ deal, figures }: ComputedDeal): string[] {
  return deal.setting.ledger.transfers.flatMap(({ id, amount }) =>
    figures
      .of(amount)
      .flatMap((value, month) =>
        value !== null && (value.lt(0) || value.decimalPlaces() > 2) ? [`${id} ${month}: ${value}`] : [],
      ),
  );
}

function values({ figures, deal }: ComputedDeal, id: string): Decimal[] {
  return figures.of(deal.setting.calculation.line(id) as Line).map((value) => value ?? ZERO);
}

/** What the law asks of the shares, whatever the vehicle earns. */
function expectLawfulShares(computed: ComputedDeal): void {
  const { deal } = computed;
  if (deal.fonciere === undefined || deal.path.kind !== 'fonciere') throw new Error('no foncière');
  const { vehicle } = deal.path;
  const { redemption } = deal.fonciere.shares;
  const capital = values(computed, 'fonciere.capital');
  const years = deal.setting.calculation.timeline.years;
  const interest = values(computed, 'fonciere.share-interest.decided');
  interest.forEach((amount, index) => {
    const year = years[index];
    if (year === undefined) throw new Error('no year');
    const atClosing = capital[year.lastMonth] ?? ZERO;
    const cap = vehicle.form === 'SCIC' ? vehicle.shareInterestRateCap : vehicle.shareInterestRate;
    expect(amount.lte(atClosing.times(cap).plus('0.01'))).toBe(true);
  });
  if (vehicle.form === 'SCIC') {
    const results = values(computed, 'fonciere.result');
    const kept = values(computed, 'fonciere.allocation.legalReserve').map((legal, index) =>
      legal.plus(values(computed, 'fonciere.allocation.otherReserve')[index] ?? ZERO),
    );
    const losses = values(computed, 'fonciere.allocation.priorLosses');
    const base = values(computed, 'fonciere.allocation.base');
    results.forEach((_, index) => {
      // 57.5 % of what is left after losses, or one half of it once the legal reserve is full.
      expect(kept[index]?.gte((base[index] ?? ZERO).times('0.5').minus('0.01'))).toBe(true);
      expect(losses[index]?.gte(0)).toBe(true);
    });
    const deducted = values(computed, 'fonciere.reserves-deducted');
    deducted.forEach((amount, index) => {
      expect(amount.lte((kept[index] ?? ZERO).plus('0.02')), `deducted in year ${index}`).toBe(true);
    });
  }
  if (redemption === undefined) return;
  const nominal = computed.figures.of(redemption.nominal).map((value) => value ?? ZERO);
  const paid = computed.figures.of(redemption.paid).map((value) => value ?? ZERO);
  const highest = values(computed, 'fonciere.highest-capital');
  nominal.forEach((amount, month) => {
    expect((paid[month] ?? ZERO).lte(amount.plus('0.005'))).toBe(true);
    if (amount.isZero()) return;
    expect((capital[month] ?? ZERO).gte((highest[month] ?? ZERO).div(4).minus('0.01'))).toBe(true);
  });
}

describe('a foncière solidaire', () => {
  test('keeps the laws of conservation with thirty sites in six lots, column and vehicle', () => {
    const { column, vehicle } = computedFonciere(thirtySites());
    for (const computed of [column, vehicle]) {
      expect(broken(computed)).toEqual([]);
      expect(oddTransfers(computed)).toEqual([]);
      expectLawfulShares(computed);
    }
    const lots = vehicle.deal.fonciere?.lots;
    expect(lots?.lots.reduce((sum, { count }) => sum + count, 1)).toBe(30);
    const totals = [lots?.totalUses, lots?.totalSources].map((line) =>
      vehicle.figures.of(line as Line)[0]?.toFixed(2),
    );
    expect(totals[0]).toBe(totals[1]);
  });

  testOften('so it does whatever its members, lots and lease', { quick: 3, whole: 25 }, (numRuns) => {
    fc.assert(
      fc.property(anyFonciere, (dossier) => {
        const { column, vehicle } = computedFonciere(dossier);
        for (const computed of [column, vehicle]) {
          expect(broken(computed)).toEqual([]);
          expect(oddTransfers(computed)).toEqual([]);
          expectLawfulShares(computed);
        }
      }),
      { numRuns },
    );
  });

  test('the whole vehicle has this site as the column has it: same rent, same loan, same own plan', () => {
    const { column, vehicle } = computedFonciere(thirtySites());
    for (const id of ['lease.rent', 'fonciere.loan.closing', 'fonciere.total-uses', 'operator.total-uses'])
      expect(values(vehicle, id).slice(0, 240).map(String)).toEqual(
        values(column, id).slice(0, 240).map(String),
      );
  });
});
