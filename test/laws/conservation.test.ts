import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { anyComparison, computedColumns } from '../support/any-comparison.ts';
import { anyDossier, columns, computedDeal } from '../support/dossiers.ts';
import { testOften, wholeUnless } from '../support/extent.ts';

/** Transfers are never negative: a reversal is another transfer. */
function negativeTransfers(computed: ComputedDeal): string[] {
  return computed.deal.setting.ledger.transfers.flatMap((transfer) =>
    computed.figures
      .of(transfer.amount)
      .flatMap((amount, month) =>
        amount?.isNegative() && !amount.isZero() ? [`${transfer.id} ${month} ${amount}`] : [],
      ),
  );
}

function brokenLaws(computed: ComputedDeal): string[] {
  return computed.checks.filter((check) => !check.holds).map((check) => `${check.id}: ${check.value}`);
}

/** Every amount posted is in whole cents: nothing is left to be rounded later. */
function fractionsOfCents(computed: ComputedDeal): string[] {
  const { ledger } = computed.deal.setting;
  return [
    ...ledger.transfers.map((transfer) => transfer.amount),
    ...ledger.accruals.map((accrual) => accrual.amount),
  ].flatMap((line) =>
    computed.figures.of(line).some((amount) => amount !== null && amount.decimalPlaces() > 2)
      ? [line.id]
      : [],
  );
}

function expectLaws(computed: ComputedDeal): void {
  expect(brokenLaws(computed)).toEqual([]);
  expect(negativeTransfers(computed)).toEqual([]);
  expect(fractionsOfCents(computed)).toEqual([]);
  expect(computed.checks.length).toBeGreaterThan(14);
}

describe('laws of conservation', () => {
  describe.each(columns())('on $id, $column', ({ dossier, isMain }) => {
    test('hold', wholeUnless(isMain), () => expectLaws(computedDeal(dossier)));
  });
  testOften('hold on random deals', { quick: 6, whole: 40 }, (numRuns) => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const computed = computedDeal(dossier);
        expect(brokenLaws(computed)).toEqual([]);
        expect(negativeTransfers(computed)).toEqual([]);
        expect(fractionsOfCents(computed)).toEqual([]);
      }),
      { numRuns },
    );
  });

  testOften('hold on random property companies and leases', { quick: 3, whole: 25 }, (numRuns) => {
    fc.assert(
      fc.property(anyComparison, (dossier) => {
        for (const computed of computedColumns(dossier)) {
          expect(brokenLaws(computed)).toEqual([]);
          expect(negativeTransfers(computed)).toEqual([]);
          expect(fractionsOfCents(computed)).toEqual([]);
        }
      }),
      { numRuns },
    );
  });
});
