import { expect, test } from 'vitest';
import { readAsWorkbook } from '../../src/formula/workbook.ts';
import { allTables } from '../../src/report/deal-tables.ts';
import { solvedChecks } from '../../src/tasks/solved-checks.ts';
import { computedGroup } from '../support/any-group.ts';
import { compareWithEngine } from '../support/hyperformula.ts';
import { explanationsOff } from '../support/readings.ts';
import { richGroup } from '../support/rich-group.ts';

// Half a minute: the whole workbook of a group, recalculated cell by cell.
const computed = computedGroup(richGroup());

test('explanation of a group tells the exact value of a cell in seven', () => {
  expect(explanationsOff(computed, 7)).toEqual([]);
});

test('an independent spreadsheet engine finds the same cents in a group', () => {
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
