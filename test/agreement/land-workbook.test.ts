// @module-tag whole
import { expect, test } from 'vitest';
import { readAsWorkbook } from '../../src/formula/workbook.ts';
import { allTables } from '../../src/report/deal-tables.ts';
import { solvedChecks } from '../../src/tasks/solved-checks.ts';
import { compareWithEngine } from '../support/hyperformula.ts';
import { landDeal } from '../support/land.ts';

const PUBLIC_OWNER = { id: 'land-owner', label: 'Ville', role: 'local-authority', side: 'public-aid' };

/** Each land instrument in a column that it fits. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
const CASES: readonly (readonly [string, string, (dossier: any) => void])[] = [
  [
    'a site carried by an EPF',
    'sci',
    (dossier) => {
      dossier.site.carrying = {
        acquisitionPrice: '400000.00',
        works: '150000.00',
        minorationAmount: '90000.00',
      };
    },
  ],
  [
    'a long lease',
    'bank-loan',
    (dossier) => {
      dossier.site.landLease = {
        kind: 'emphyteutic',
        years: 40,
        canonYear: '24000.00',
        marketCanonYear: '60000.00',
      };
      dossier.parties.push(PUBLIC_OWNER);
    },
  ],
  [
    'premises let by an authority',
    'market-rent',
    (dossier) => {
      dossier.paths[0].turnkey = { from: 'metropole', rentPerM2Year: '20.00' };
    },
  ],
  [
    'a temporary occupation',
    'market-rent',
    (dossier) => {
      dossier.paths[0].temporary = { months: 30, feePerM2Year: '12.00', movingCosts: '80000.00' };
      dossier.project.works[1].byTenant = true;
    },
  ],
  [
    'a price paid by instalments',
    'bank-loan',
    (dossier) => {
      dossier.paths[0].sources.push({
        kind: 'instalment-sale',
        from: 'land-owner',
        amount: '900000.00',
        callMonth: 30,
      });
      dossier.parties.push(PUBLIC_OWNER);
    },
  ],
];

test.each(CASES)('an independent spreadsheet engine finds the same cents: %s', (_, column, change) => {
  const computed = landDeal(column, change);
  const workbook = readAsWorkbook(computed.deal.setting.calculation, computed.figures, {
    readMe: ['Accord des lectures'],
    tables: allTables(computed),
    checks: solvedChecks(computed),
    returns: [],
  });
  const { formulas, differences } = compareWithEngine(workbook);
  expect(differences.slice(0, 10)).toEqual([]);
  expect(formulas).toBeGreaterThan(10_000);
});
