import { pathOf } from '../analysis/computation.ts';
import type { ComputedDeal } from '../analysis/computed.ts';
import { writeDate } from '../formula/french.ts';
import { readAsWorkbook, type SolvedCheck } from '../formula/workbook.ts';
import type { Reading } from '../input/problem.ts';
import { VEHICLE_PREFIX } from '../report/company-table.ts';
import { dealTables } from '../report/deal-tables.ts';
import { keyFigureTable } from '../report/key-figure-table.ts';
import type { Table } from '../report/table.ts';
import { writeXlsx } from '../report/xlsx.ts';
import { type PathRequest, unknownPath, wantedPath } from './path-page.ts';
import { rememberedComputation } from './remembered.ts';

/** Digits of a rate given to a spreadsheet as the guess of its own search. */
const RATE_DIGITS = 15;

/** Names of sheets, by id of table, where the title is too long: a sheet's name has 31 characters. */
const SHEETS: Readonly<Record<string, string>> = {
  soldes: 'Soldes de gestion',
  'plan-initial': 'Plan initial',
  'plan-annuel': 'Plan à 3-5 ans',
  'compte-de-resultat': 'Compte de résultat',
  'tresorerie-12-mois': 'Trésorerie 12 mois',
  tresorerie: 'Trésorerie par exercice',
  bilan: 'Bilan',
  ratios: 'Ratios',
  affectation: 'Affectation',
  couverture: 'Couverture des annuités',
  'echeancier-annuel': 'Échéancier annuel du prêt',
  'echeancier-mensuel': 'Échéancier mensuel du prêt',
};
const LONGEST_NAME = 31;

/** The table with a title that a sheet may bear; those of the property company begin with « SCI ». */
function shortTitle(table: Table): Table {
  if (table.title.length <= LONGEST_NAME) return table;
  const id = table.id.replace(VEHICLE_PREFIX, '');
  const name = SHEETS[id] ?? table.title;
  return { ...table, title: (id === table.id ? name : `SCI – ${name}`).slice(0, LONGEST_NAME) };
}

/** The .xlsx of a path: every figure a live formula, recalculated by any spreadsheet to the same cents. */
export async function makeWorkbook(request: PathRequest): Promise<Reading<Uint8Array>> {
  const computation = rememberedComputation(request.dossier, wantedPath(request));
  if (!computation.ok) return computation;
  const found = pathOf(computation.value, request.path);
  if (found === undefined) return unknownPath(computation.value, request.path);
  const { computed } = found;
  if (computed === undefined) {
    return {
      ok: false,
      problems: [
        { path: 'path', message: 'cette voie est impossible : il n’y a rien à mettre dans un classeur' },
      ],
    };
  }
  const { deal, figures, returns } = computed;
  const { values, origins } = computation.value.dossier;
  const solved: [string, SolvedCheck][] = Object.entries(origins)
    .filter(([path, kind]) => kind === 'solved' && deal.setting.calculation.assumptions.has(path))
    .map(([path]) => [path, checkOf(computed)]);
  const workbook = readAsWorkbook(deal.setting.calculation, figures, {
    readMe: [
      `${values.title} – ${found.path.label}`,
      values.summary,
      `Calculé par Levier ; droit appliqué au ${writeDate(values.lawDate)} ; signature le ${writeDate(values.signature)}.`,
      'Changez une valeur de la feuille « Hypothèses » : toutes les autres feuilles se recalculent.',
      'La feuille « Montants calculés par Levier » contient les valeurs trouvées par recherche (le montant du prêt) : après un changement, une case rouge dit qu’il faut les recalculer dans Levier.',
      'Les montants sont arrondis au centime là où un contrat ou la loi arrondit. Les taux de rendement sont recalculés par la fonction XIRR du tableur.',
      'Faits et hypothèses sont distingués dans la feuille « Hypothèses ».',
    ],
    tables: [keyFigureTable(computed, found.keyFigures), ...dealTables(computed).map(shortTitle)],
    checks: new Map(solved),
    returns: returns.map((item) => ({
      block: { id: item.id, label: item.label, line: item.line },
      annualRate: item.rates[0]?.toSignificantDigits(RATE_DIGITS).toFixed() ?? null,
      reason: item.reason ?? null,
    })),
  });
  return { ok: true, value: await writeXlsx(workbook) };
}

/** What says whether the solved loan is still right: the smallest that closes the plan, or within the limit that binds. */
function checkOf({ deal, sizing }: ComputedDeal): SolvedCheck {
  const slack = deal.covenants.find((covenant) => covenant.id === sizing?.binding)?.slack;
  if (slack !== undefined) return { line: slack.id, mustBe: 'atLeastZero' };
  return { line: deal.borrower.plan.loanCheck.id, mustBe: 'zero' };
}
