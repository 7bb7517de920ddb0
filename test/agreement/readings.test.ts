import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeValue } from '../../src/formula/french.ts';
import { readAsWorkbook } from '../../src/formula/workbook.ts';
import { allTables } from '../../src/report/deal-tables.ts';
import { solvedChecks } from '../../src/tasks/solved-checks.ts';
import { anyComparison, computedColumns } from '../support/any-comparison.ts';
import { anyDossier, columns, computedDeal } from '../support/dossiers.ts';
import { IN_WHOLE, testOften, wholeUnless } from '../support/extent.ts';
import { compareWithEngine } from '../support/hyperformula.ts';
import { disagreements, explanationsOff } from '../support/readings.ts';

/** The spreadsheet engine takes seconds a column: `npm test` asks it of one. */
const RECALCULATED_QUICKLY = { id: 'sci-envie-soleil', column: 'market-rent' };

describe.each(columns())('the four readings of $id, $column', ({ id, column, dossier, isMain }) => {
  const isRecalculatedQuickly = id === RECALCULATED_QUICKLY.id && column === RECALCULATED_QUICKLY.column;

  test('draws agree with exact on every cell', wholeUnless(isMain), () => {
    const computed = computedDeal(dossier);
    expect(disagreements(computed)).toEqual([]);
  });

  test('explanation tells the exact value of a cell in forty-one', wholeUnless(isMain), () => {
    expect(explanationsOff(computedDeal(dossier), 41)).toEqual([]);
  });

  test('explanation tells the exact value of a cell in seven', IN_WHOLE, () => {
    expect(explanationsOff(computedDeal(dossier), 7)).toEqual([]);
  });

  test('an independent spreadsheet engine finds the same cents', wholeUnless(isRecalculatedQuickly), () => {
    const computed = computedDeal(dossier);
    const workbook = readAsWorkbook(computed.deal.setting.calculation, computed.figures, {
      readMe: ['Accord des lectures'],
      tables: allTables(computed),
      checks: solvedChecks(computed),
      returns: computed.returns.map((item) => ({
        block: { id: item.id, label: item.label, line: item.line },
        annualRates: item.rates.map((rate) => rate.toSignificantDigits(15).toFixed()),
        reason: item.reason ?? null,
      })),
    });
    const { formulas, differences } = compareWithEngine(workbook);
    expect(differences.slice(0, 10)).toEqual([]);
    // About 80 000 formula cells at most for each company of a deal of twenty years: 320 for each of its months, its part
    // of what is written beside its books (capital by round, guarantee, programme) counted.
    const { companies, group, setting } = computed.deal;
    const kept = Math.max(companies.length, group?.members.length ?? 0);
    expect(formulas).toBeGreaterThan(120 * setting.calculation.timeline.months);
    expect(formulas).toBeLessThan(320 * setting.calculation.timeline.months * kept);
  });
});

describe('the readings of random deals', () => {
  testOften(
    'draws agree with exact, explanations tell the exact value',
    { quick: 3, whole: 15 },
    (numRuns) => {
      fc.assert(
        fc.property(anyDossier, (dossier) => {
          const computed = computedDeal(dossier);
          expect(disagreements(computed).slice(0, 5)).toEqual([]);
          expect(explanationsOff(computed, 97).slice(0, 5)).toEqual([]);
        }),
        { numRuns },
      );
    },
  );

  testOften('so they do on random property companies and leases', { quick: 1, whole: 6 }, (numRuns) => {
    fc.assert(
      fc.property(anyComparison, (dossier) => {
        for (const computed of computedColumns(dossier)) {
          expect(disagreements(computed).slice(0, 5)).toEqual([]);
          expect(explanationsOff(computed, 97).slice(0, 5)).toEqual([]);
        }
      }),
      { numRuns },
    );
  });

  test('an independent spreadsheet engine finds the same cents', IN_WHOLE, () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const computed = computedDeal(dossier);
        const workbook = readAsWorkbook(computed.deal.setting.calculation, computed.figures, {
          readMe: ['Accord des lectures'],
          tables: [],
          checks: new Map(),
          returns: [],
        });
        expect(compareWithEngine(workbook).differences.slice(0, 5)).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});

test('an undefined figure is said, not shown as zero', () => {
  expect(writeValue(null, 'ratio')).toBe('non défini');
});
