import { describe, expect, test } from 'vitest';
import { readAsWorkbook } from '../../src/formula/workbook.ts';
import { allTables } from '../../src/report/deal-tables.ts';
import { solvedChecks } from '../../src/tasks/solved-checks.ts';
import { computedDeal } from '../support/dossiers.ts';
import { IN_WHOLE } from '../support/extent.ts';
import { compareWithEngine } from '../support/hyperformula.ts';
import { disagreements, explanationsOff } from '../support/readings.ts';
import { ADVANCE, GIFT, HONOUR_LOAN, SKILLS, SUBSIDY, supported, YEARLY_GIFT } from '../support/supported.ts';

/** A SCI and its enterprise with every support at once, its loans subsidised through the works. */
const dossier = supported('sci', {
  sources: [{ ...SUBSIDY, duringWorks: true }, ADVANCE],
  operatorSources: [
    { ...HONOUR_LOAN, annualRate: '0.01' },
    GIFT,
    YEARLY_GIFT,
    SKILLS,
    { ...SUBSIDY, duringWorks: true },
  ],
});

describe('the four readings of a deal with every support', () => {
  const computed = computedDeal(dossier);

  test('hold its laws', () => {
    expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  test('draws agree with exact on every cell', () => {
    expect(disagreements(computed)).toEqual([]);
  });

  test('explanation tells the exact value of a cell in seven', () => {
    expect(explanationsOff(computed, 7)).toEqual([]);
  });

  test('an independent spreadsheet engine finds the same cents', IN_WHOLE, () => {
    const workbook = readAsWorkbook(computed.deal.setting.calculation, computed.figures, {
      readMe: ['Accord des lectures'],
      tables: allTables(computed),
      checks: solvedChecks(computed),
      returns: [],
    });
    const { formulas, differences } = compareWithEngine(workbook);
    expect(differences.slice(0, 10)).toEqual([]);
    expect(formulas).toBeGreaterThan(30_000);
  });
});
