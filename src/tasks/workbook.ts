import type { ComputedDeal } from '../analysis/computed.ts';
import { vehicleWords } from '../dossier/vehicle-words.ts';
import { writeDate } from '../formula/french.ts';
import { readAsWorkbook, type SheetTable, type Workbook } from '../formula/workbook.ts';
import type { Reading } from '../input/problem.ts';
import { VEHICLE_PREFIX } from '../report/company-table.ts';
import { allTables } from '../report/deal-tables.ts';
import { keyFigureTable } from '../report/key-figure-table.ts';
import type { Table } from '../report/table.ts';
import { writeXlsx } from '../report/xlsx.ts';
import type { PathRequest } from './path-page.ts';
import { shownPath } from './shown-path.ts';
import { solvedChecks } from './solved-checks.ts';

/** Digits of a rate given to a spreadsheet as the guess of its own search. */
const RATE_DIGITS = 15;

/** Names of sheets, by id of table, where the title is too long or ambiguous: a sheet's name has 31 characters. */
const SHEETS: Readonly<Record<string, string>> = {
  'plan-operation': 'Plan de l’opération',
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
  'echeancier-annuel-exploitant': 'Prêt exploitant par an',
  'echeancier-mensuel-exploitant': 'Prêt exploitant par mois',
  'echeancier-annuel-refinancement': 'Refinancement par an',
  'echeancier-mensuel-refinancement': 'Refinancement par mois',
  'vue-sci': 'Loyers et couverture',
  sortie: 'Sortie de l’investisseur',
  'flux-investisseur': 'Flux de l’investisseur',
  rangs: 'Sûretés et rangs',
  rendements: 'Taux de rendement',
  sorties: 'TRI selon la sortie',
  sites: 'Sites et lots',
  programme: 'Plan de tous les sites',
  'lots-par-an': 'Lots par an',
  'loyer-solidaire': 'Loyer',
  colleges: 'Associés',
  'vie-fonciere': 'Vie de la foncière',
  'capital-et-voix': 'Capital et voix',
  'capacite-de-rachat': 'Capacité de rachat',
  dividendes: 'Dividendes par niveau',
  'flux-consolides': 'Vue consolidée',
  'flux-consolides-filiales': 'Vue consolidée filiales',
  'impact-resultats': 'Échec, attendu, succès',
  'impact-cascade': 'Paiement à chaque mesure',
  'impact-trois-parts': 'R1, programme, ensemble',
  'impact-parties': 'Parties du contrat',
  'impact-indicateurs': 'Indicateurs',
  'impact-plan': 'Plan du programme',
  'impact-tranches': 'Tranches par an',
  'impact-budget': 'Budget du payeur',
  'impact-vehicule': 'Véhicule émetteur',
  'budget-public': 'Budget public par an',
  'retours-publics': 'Retours publics par an',
  'registre-aides': 'Registre des aides',
  'aides-a-verifier': 'Aides à établir',
};

/** The table with the name of its sheet; those of the property company begin with its kind, « SCI ». */
function withSheetName(table: Table, vehicle: string): SheetTable {
  const subsidiary = subsidiarySheet(table);
  const id = table.id.replace(VEHICLE_PREFIX, '');
  const name = SHEETS[id];
  const named =
    subsidiary !== undefined
      ? { ...table, sheet: subsidiary }
      : name === undefined
        ? table
        : { ...table, sheet: id === table.id ? name : `${vehicle} – ${name}` };
  return table.id === GRID ? { ...named, notes: [NOT_LIVE, ...table.notes] } : named;
}

/** The sheets of another subsidiary, in words short enough to leave room for its name. */
const SUBSIDIARY_SHEETS: Readonly<Record<string, string>> = {
  'compte-de-resultat': 'Résultat',
  soldes: 'Soldes',
  affectation: 'Affectation',
  'plan-annuel': 'Plan',
  tresorerie: 'Trésorerie',
  bilan: 'Bilan',
};

/** « TriPlast – Bilan »: a sheet of another subsidiary, its name cut to what a spreadsheet allows. */
function subsidiarySheet({ id, title }: Table): string | undefined {
  if (!id.startsWith('filiale-')) return undefined;
  const [, name] = Object.entries(SUBSIDIARY_SHEETS).find(([known]) => id.endsWith(`-${known}`)) ?? [];
  if (name === undefined) return undefined;
  const company = title.split(' – ').at(-1) ?? '';
  return `${company.slice(0, LONGEST_SHEET_NAME - name.length - 3)} – ${name}`;
}
const LONGEST_SHEET_NAME = 31;

/** Id of the table of exits. */
const GRID = 'sorties';
/** Said under the one table that a spreadsheet cannot compute again. */
const NOT_LIVE = 'Valeurs calculées par Levier : elles ne se recalculent pas dans ce classeur.';

/** What a person who opens the workbook must know of what it computes and what it does not. */
function readMeLines({ deal, returns }: ComputedDeal, hasGrid: boolean): string[] {
  const { calculation } = deal.setting;
  const solved = [...calculation.assumptions.values()].filter(({ origin }) => origin.kind === 'solved');
  return [
    'Ce qui se recalcule : changez une valeur colorée de la feuille « Hypothèses ». Montants, ratios, DSCR et taux de rendement (fonction XIRR) des autres feuilles sont des formules qui la suivent.',
    'Ce qui a été trouvé par recherche ne se recalcule pas et se redemande à Levier :',
    ...(solved.length === 0
      ? []
      : [
          `– feuille « Montants calculés par Levier » (${solved.map(({ label }) => label).join(' ; ')}) : chaque montant reste celui de Levier, à côté d’un contrôle qui lit ce que la recherche devait tenir ; « à recalculer », en rouge, dit qu’il n’est plus le bon ;`,
        ]),
    ...(returns.some(({ rates }) => rates.length > 0)
      ? [
          '– feuille « Rendements », lignes « Taux trouvé par Levier » : la valeur des flux à ce taux, au-dessous, est une formule ; elle n’est plus nulle dès qu’une hypothèse change les flux, et le taux à lire est alors celui de XIRR, au-dessus ;',
        ]
      : []),
    ...(hasGrid
      ? [
          '– feuille « TRI selon la sortie » : chaque case est un calcul complet fait par Levier avec une autre année de sortie et un autre taux ; aucune ne se recalcule ici ;',
        ]
      : []),
    '– les mots : verdicts, raisons d’une absence, premier exercice hors d’une limite.',
    'Ne changent pas non plus ici, parce que la forme du calcul en dépend : la voie, les instruments et leur nombre, la forme juridique, le calendrier des exercices, la périodicité des échéances. Pour en changer, refaites le classeur.',
  ];
}

/** The .xlsx of a path: every figure a live formula, recalculated by any spreadsheet to the same cents. */
export async function makeWorkbook(request: PathRequest): Promise<Reading<Uint8Array>> {
  const workbook = composeWorkbook(request);
  return workbook.ok ? { ok: true, value: await writeXlsx(workbook.value) } : workbook;
}

/** The sheets of a path, before they are written as a file. */
export function composeWorkbook(request: PathRequest): Reading<Workbook> {
  const shown = shownPath(request);
  if (!shown.ok) return shown;
  const { computation, found, computed } = shown.value;
  if (computed === undefined) {
    return {
      ok: false,
      problems: [
        { path: 'path', message: 'cette voie est impossible : il n’y a rien à mettre dans un classeur' },
      ],
    };
  }
  const { deal, figures, returns } = computed;
  const { values } = computation.dossier;
  const isWhole = request.scope === 'vehicle';
  const tables = allTables(computed).map((table) =>
    withSheetName(table, vehicleWords(computed.deal.path.kind).name),
  );
  const workbook = readAsWorkbook(deal.setting.calculation, figures, {
    readMe: [
      `${values.title} – ${found.path.label}${isWhole ? ', tous les sites de la foncière' : ''}`,
      values.summary,
      `Calculé par Levier ; droit appliqué au ${writeDate(values.lawDate)} ; signature le ${writeDate(values.signature)}.`,
      ...readMeLines(
        computed,
        tables.some(({ id }) => id === GRID),
      ),
      'Les montants sont arrondis au centime là où un contrat ou la loi arrondit.',
      'Faits et hypothèses sont distingués dans la feuille « Hypothèses ».',
    ],
    // Key figures are those of the column: this site alone.
    tables: isWhole ? tables : [keyFigureTable(computed, found.keyFigures), ...tables],
    checks: solvedChecks(computed),
    returns: returns.map((item) => ({
      block: { id: item.id, label: item.label, line: item.line },
      annualRates: item.rates.map((rate) => rate.toSignificantDigits(RATE_DIGITS).toFixed()),
      reason: item.reason ?? null,
    })),
  });
  return { ok: true, value: workbook };
}
