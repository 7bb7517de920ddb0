import { describe, expect, test } from 'vitest';
import { readAsWorkbook } from '../../src/formula/workbook.ts';
import { allTables } from '../../src/report/deal-tables.ts';
import { solvedChecks } from '../../src/tasks/solved-checks.ts';
import { composeWorkbook } from '../../src/tasks/workbook.ts';
import { computedFonciere, thirtySites } from '../support/any-fonciere.ts';
import { IN_WHOLE } from '../support/extent.ts';
import { compareWithEngine } from '../support/hyperformula.ts';
import { disagreements, explanationsOff } from '../support/readings.ts';

describe('the four readings of a foncière of thirty sites in six lots', () => {
  const vehicleOfSites = () => computedFonciere(thirtySites()).vehicle;

  test('draws agree with exact on every cell', IN_WHOLE, () => {
    expect(disagreements(vehicleOfSites())).toEqual([]);
  });

  test('explanation tells the exact value of a cell in eleven', IN_WHOLE, () => {
    expect(explanationsOff(vehicleOfSites(), 11)).toEqual([]);
  });

  test('an independent spreadsheet engine finds the same cents', IN_WHOLE, () => {
    const vehicle = vehicleOfSites();
    const workbook = readAsWorkbook(vehicle.deal.setting.calculation, vehicle.figures, {
      readMe: ['Accord des lectures'],
      tables: allTables(vehicle),
      checks: solvedChecks(vehicle),
      returns: [],
    });
    const { formulas, differences } = compareWithEngine(workbook);
    expect(differences.slice(0, 10)).toEqual([]);
    expect(formulas).toBeGreaterThan(60_000);
  });
});

test('the workbook of the whole vehicle shows its lots, that of the column does not', IN_WHOLE, () => {
  const dossier = thirtySites();
  const sheetsOf = (scope: 'vehicle' | undefined) => {
    const workbook = composeWorkbook({ dossier, path: 'fonciere', scope });
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.problems));
    return workbook.value.sheets.map(({ name }) => name);
  };
  expect(sheetsOf('vehicle')).toEqual(
    expect.arrayContaining(['Sites et lots', 'Plan de tous les sites', 'Lots par an', 'Vie de la foncière']),
  );
  expect(sheetsOf(undefined)).not.toContain('Sites et lots');
  expect(sheetsOf(undefined)).toEqual(expect.arrayContaining(['Loyer', 'Associés']));
});
