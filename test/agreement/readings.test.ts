import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { prepareDraws } from '../../src/formula/draws.ts';
import { explain } from '../../src/formula/explanation.ts';
import { writeValue } from '../../src/formula/french.ts';
import { readAsWorkbook } from '../../src/formula/workbook.ts';
import { allTables } from '../../src/report/deal-tables.ts';
import { solvedChecks } from '../../src/tasks/solved-checks.ts';
import { anyComparison, computedColumns } from '../support/any-comparison.ts';
import { anyDossier, columns, computedDeal } from '../support/dossiers.ts';
import { compareWithEngine } from '../support/hyperformula.ts';

/** Cells on which the floats of `draws` leave the exact reading by more than ARCHITECTURE allows. */
function disagreements(computed: ComputedDeal): string[] {
  const { calculation } = computed.deal.setting;
  const lines = [...calculation.lines.values()];
  const varying = [...calculation.assumptions.keys()];
  const reader = prepareDraws(calculation, { varying, kept: lines });
  const inputs = new Map(
    varying.map((id) => [id, Float64Array.of(computed.figures.assumption(id).toNumber())] as const),
  );
  reader.run(inputs, 1);
  const found: string[] = [];
  for (const line of lines) {
    const exact = computed.figures.of(line);
    const largest = exact.reduce((most, value) => Math.max(most, Math.abs(value?.toNumber() ?? 0)), 0);
    const isMoney = line.unit.startsWith('money');
    const tolerance = isMoney ? 0.05 + 1e-7 * largest : 1e-7 * Math.max(1, largest);
    exact.forEach((value, period) => {
      const drawn = reader.value(line, period)[0] as number;
      const agrees = value === null ? Number.isNaN(drawn) : Math.abs(drawn - value.toNumber()) <= tolerance;
      if (!agrees) found.push(`${line.id} ${period}: exact ${value}, draws ${drawn}`);
    });
  }
  return found;
}

/** Every cell of the explanation reading tells the exact value. */
function explanationsOff(computed: ComputedDeal, every: number): string[] {
  const { calculation } = computed.deal.setting;
  const found: string[] = [];
  let count = 0;
  for (const line of calculation.lines.values()) {
    computed.figures.of(line).forEach((value, period) => {
      if (count++ % every !== 0) return;
      const told = explain(calculation, computed.figures, { id: line.id, period });
      if (told.value !== (value?.toFixed() ?? null))
        found.push(`${line.id} ${period}: ${told.value} for ${value}`);
      if (/undefined|NaN|null|\[object/.test(told.sentence))
        found.push(`${line.id} ${period}: ${told.sentence}`);
    });
  }
  return found;
}

describe.each(columns())('the four readings of $id, $column', ({ dossier }) => {
  const computed = computedDeal(dossier);

  test('draws agree with exact on every cell', () => {
    expect(disagreements(computed)).toEqual([]);
  });

  test('explanation tells the exact value of a cell in seven', () => {
    expect(explanationsOff(computed, 7)).toEqual([]);
  });

  test('an independent spreadsheet engine finds the same cents', () => {
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
    expect(formulas).toBeGreaterThan(30_000);
    // About 60 000 formula cells at most for each company of a deal of twenty years.
    expect(formulas).toBeLessThan(60_000 * computed.deal.companies.length);
  });
});

describe('the readings of random deals', () => {
  test('draws agree with exact, explanations tell the exact value', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const computed = computedDeal(dossier);
        expect(disagreements(computed).slice(0, 5)).toEqual([]);
        expect(explanationsOff(computed, 97).slice(0, 5)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('so they do on random property companies and leases', () => {
    fc.assert(
      fc.property(anyComparison, (dossier) => {
        for (const computed of computedColumns(dossier)) {
          expect(disagreements(computed).slice(0, 5)).toEqual([]);
          expect(explanationsOff(computed, 97).slice(0, 5)).toEqual([]);
        }
      }),
      { numRuns: 6 },
    );
  });

  test('an independent spreadsheet engine finds the same cents', () => {
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
