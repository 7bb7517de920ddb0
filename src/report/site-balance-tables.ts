import { COST_ITEMS } from '../dossier/brownfield.ts';
import { writeCount, writeEuros, writeMoney, writeRate } from '../formula/french.ts';
import type { AgedBalance, ItemState } from '../sites/balance/balance-ages.ts';
import { BALANCE_CONVENTION, type DevelopmentBalance } from '../sites/balance/development-balance.ts';
import type { DoingNothing } from '../sites/balance/doing-nothing.ts';
import type { LandCharge } from '../sites/balance/land-charge.ts';
import { readyLandOf } from '../sites/balance/land-charge.ts';
import type { CostItemId } from '../sites/cost/cost-lines.ts';
import {
  euroCell,
  euroCells,
  RANGE_COLUMNS,
  type SiteCell,
  type SiteTable,
  siteRow,
  wordsCell,
} from './site-table.ts';

/** The static balance: each heading before VAT, its VAT, with VAT. */
export function balanceTable(balance: DevelopmentBalance): SiteTable {
  const side = (wanted: 'expense' | 'receipt', title: string) => {
    const rows = balance.rows.filter((row) => row.side === wanted);
    const sum = (column: 'ht' | 'vat' | 'ttc') =>
      rows
        .slice(1)
        .reduce((all, row) => all.plus(row[column]), rows[0]?.[column] ?? balance.vatPaid.times(0));
    return [
      siteRow(title, [], 'heading'),
      ...rows.map(({ label, ht, vat, ttc }) => siteRow(label, [euroCell(ht), euroCell(vat), euroCell(ttc)])),
      siteRow(
        wanted === 'expense' ? 'Total des dépenses' : 'Total des recettes',
        [euroCell(sum('ht')), euroCell(sum('vat')), euroCell(sum('ttc'))],
        'subtotal',
      ),
    ];
  };
  const none = wordsCell('');
  const balanceRow = (label: string, amount: DevelopmentBalance['expenses'], kind: 'subtotal' | 'total') =>
    siteRow(label, [euroCell(amount), none, none], kind);
  return {
    id: 'site-balance',
    title: 'Bilan d’aménagement',
    unit: 'en euros, au central',
    head: 'Poste',
    columns: ['HT', 'TVA', 'TTC'],
    rows: [
      ...side('expense', 'Dépenses'),
      ...side('receipt', 'Recettes'),
      siteRow('TVA à reverser à l’État (négative : remboursée)', [none, none, euroCell(balance.vatPaid)]),
      balanceRow('Déficit avant subvention et participation', balance.deficitBeforeGrants, 'subtotal'),
      balanceRow('Déficit après subventions', balance.deficitAfterGrants, 'subtotal'),
      balanceRow(
        'Reste à charge de la collectivité, sa participation déduite',
        balance.leftToAuthority,
        'total',
      ),
    ],
    notes: [
      'Un déficit négatif est un excédent. Les bâtiments sont dans le compte à rebours, le sol et les réseaux ici ; quand la charge foncière admissible est négative, rien n’est payé pour le sol et ce qui manque au bâtiment s’ajoute à ce déficit (« À combler, sol prêt », hors rémunération et frais financiers). TTC : le solde est celui du HT une fois la TVA reversée.',
      BALANCE_CONVENTION,
    ],
  };
}

const MONTHS_OF_STEP = 6;

/** The balance over time, by half-years, with the cash that it needs. */
export function balanceOverTimeTable(balance: DevelopmentBalance): SiteTable {
  const steps = Math.ceil(balance.months.length / MONTHS_OF_STEP);
  const rows = Array.from({ length: steps }, (_, step) => {
    const months = balance.months.slice(step * MONTHS_OF_STEP, (step + 1) * MONTHS_OF_STEP);
    const [first] = months;
    const last = months.at(-1);
    if (first === undefined || last === undefined) throw new Error('a step of a balance without months');
    const sum = (column: 'expenses' | 'receipts') =>
      months.slice(1).reduce((all, month) => all.plus(month[column]), first[column]);
    return siteRow(`Mois ${first.month} à ${last.month}`, [
      euroCell(sum('expenses')),
      euroCell(sum('receipts')),
      euroCell(last.cumulated),
    ]);
  });
  return {
    id: 'site-balance-time',
    title: 'Échéancier et trésorerie de l’opération',
    unit: 'en euros hors taxes, au central',
    head: 'Période',
    columns: ['Dépenses, frais financiers compris', 'Recettes', 'Trésorerie cumulée'],
    rows: [
      ...rows,
      siteRow(
        `Besoin de trésorerie le plus fort, mois ${balance.peakMonth}`,
        [wordsCell(''), wordsCell(''), euroCell(balance.peakNeed)],
        'total',
      ),
    ],
    notes: [
      `Frais financiers sur ce besoin : ${writeMoney(balance.interest)}. Dernière trésorerie cumulée = solde du bilan statique. TVA hors échéancier.`,
    ],
  };
}

const STATE_WORDS: Record<ItemState, string> = {
  known: 'connu',
  carried: 'repris de l’âge précédent',
  asked: 'prix demandé',
  estimated: 'estimé',
};

/** What was estimated then and what is known now, side by side. */
export function balanceAgesTable(ages: readonly AgedBalance[]): SiteTable {
  const cells = (of: (aged: NonNullable<AgedBalance['established']>) => SiteCell): SiteCell[] =>
    ages.map(({ established }) => (established === undefined ? wordsCell('–') : of(established)));
  const itemCell = (id: CostItemId) => (aged: NonNullable<AgedBalance['established']>) => {
    const amount = aged.cost.items.find((item) => item.id === id)?.amount.central ?? aged.cost.total.central;
    const state = aged.states.get(id) ?? 'estimated';
    return { ...euroCell(amount), text: `${writeEuros(amount)} (${STATE_WORDS[state]})` };
  };
  return {
    id: 'site-balance-ages',
    title: 'Les quatre âges du bilan',
    unit: 'en euros hors taxes, au central',
    head: 'Poste',
    columns: ages.map(
      ({ label, established }) =>
        `Bilan ${label === 'faisabilité' || label === 'clôture' ? `de ${label}` : label}${established === undefined ? ' (pas encore établi)' : ''}`,
    ),
    rows: [
      ...(Object.keys(COST_ITEMS) as CostItemId[]).map((id) => siteRow(COST_ITEMS[id], cells(itemCell(id)))),
      siteRow(
        'Coût du site',
        cells(({ cost }) => euroCell(cost.total.central)),
        'total',
      ),
      siteRow(
        'dont sol prêt, cessions déduites',
        cells(({ cost }) => euroCell(readyLandOf(cost).central)),
      ),
      siteRow(
        'Déficit avant subvention',
        cells(({ balance }) => euroCell(balance.deficitBeforeGrants)),
        'subtotal',
      ),
      siteRow(
        'Besoin de trésorerie',
        cells(({ balance }) => euroCell(balance.peakNeed)),
      ),
    ],
    notes: [
      'Un âge existe dès qu’un montant connu lui est attaché (saisie de la friche, « Montants connus »). Un poste encore « estimé » à la clôture n’est pas connu : il est à compléter.',
    ],
  };
}

/** What is left once costs are paid, under the costs that leave it: the most where they are least. */
function withCosts({ low, central, high }: LandCharge['charge']): LandCharge['charge'] {
  return { low: high, central, high: low };
}

/** The countdown from rents to the admissible land charge. */
export function landChargeTable(charge: LandCharge): SiteTable {
  const { terms, floorAreaM2 } = charge;
  const euros = (
    label: string,
    range: LandCharge['charge'],
    why: string,
    kind: 'line' | 'subtotal' | 'total' = 'line',
  ) => siteRow(label, [...euroCells(range), wordsCell(why)], kind);
  return {
    id: 'site-land-charge',
    title: 'Compte à rebours : charge foncière admissible',
    unit: 'en euros hors taxes',
    head: 'Ligne',
    columns: ['Dépenses basses', 'Central', 'Dépenses hautes', 'Calcul et source'],
    rows: [
      ...charge.lines.map(({ label, sign, amount, why }) =>
        euros(`${sign === 'plus' ? '' : '− '}${label}`, amount, why),
      ),
      euros(
        'Charge foncière admissible',
        withCosts(charge.charge),
        'ce que le terrain peut valoir au plus',
        'total',
      ),
      euros('Par m² de terrain', withCosts(charge.perLandM2), 'charge ÷ terrain'),
      euros('Par m² livré', withCosts(charge.perFloorM2), 'charge ÷ surface livrée'),
      euros('Prix demandé', charge.asked, 'prix saisi, sinon ratio au m² de terrain'),
      euros(
        'À combler, terrain acheté en l’état',
        charge.gap,
        'prix demandé − charge admissible',
        'subtotal',
      ),
      euros(
        'Sol prêt à bâtir',
        charge.readyLand,
        'achat, études, remise en état, aménagement, portage, cessions déduites',
      ),
      euros('À combler, sol prêt', charge.readyGap, 'sol prêt − charge admissible', 'total'),
    ],
    notes: [
      `Loyer ${writeMoney(terms.rentPerM2Year)}/m²/an × ${writeCount(floorAreaM2)} m², capitalisé à ${writeRate(terms.requiredYield)}. Chaque colonne s’additionne : la charge admissible la plus forte va avec les dépenses les plus basses. Charges et taxe foncière supposées payées par le locataire.`,
      'Un montant à combler négatif veut dire que rien ne manque.',
    ],
  };
}

/** What leaving the site as it is costs. */
export function doingNothingTable(nothing: DoingNothing): SiteTable {
  const payer = nothing.lines[0]?.payer ?? '';
  return {
    id: 'site-doing-nothing',
    title: 'Ne rien faire',
    unit: 'en euros',
    head: 'Dépense annuelle',
    columns: [...RANGE_COLUMNS, 'Qui paie'],
    rows: [
      ...nothing.lines.map(({ label, yearly, payer: who }) =>
        siteRow(label, [...euroCells(yearly), wordsCell(who)]),
      ),
      siteRow('Coût annuel', [...euroCells(nothing.yearly), wordsCell('')], 'subtotal'),
      siteRow(
        `Sur ${nothing.years} ans, actualisé à ${writeRate(nothing.rate)}`,
        [...euroCells(nothing.presentCost), wordsCell(payer)],
        'total',
      ),
      siteRow('Taxe foncière non perçue tant que rien n’ouvre, par an', [
        ...euroCells(nothing.taxNotCollected),
        wordsCell('la commune et son groupement'),
      ]),
    ],
    notes: [
      'Sans les dépôts sauvages, la dégradation du bâti ni l’activité perdue. Horizon et taux : hypothèses.',
    ],
  };
}
