import { vehicleWordsOf } from '../dossier/vehicle-words.ts';
import { Decimal, ZERO } from '../formula/decimal.ts';
import { MINUS_SIGN, MONTH_NAMES, NO_BREAK_SPACE, writeMonth } from '../formula/french.ts';
import { monthEnd } from '../formula/timeline.ts';
import type { EssentialCell, EssentialGroup, EssentialRow } from './comparison-page.ts';
import { guaranteeRows } from './essential-guarantees.ts';
import {
  type Columns,
  coverRow,
  type EssentialColumn,
  type FigureRow,
  figureOf,
  figureRow,
  insteadOf,
  textOf,
} from './essential-rows.ts';
import { writeKeyFigure } from './key-figure-writing.ts';
import { writeAmount } from './writing.ts';

function euros(amount: Decimal): string {
  return `${writeAmount(amount, 0)}${NO_BREAK_SPACE}€`;
}

/** « +20 406 € » beside what is paid today. */
function besideToday(column: EssentialColumn): string | undefined {
  const today = figureOf(column, 'founder', 'current-rent-month')?.value;
  const paid = figureOf(column, 'founder', 'premises-paid-month')?.value;
  if (today == null || paid == null || new Decimal(today).isZero()) return undefined;
  const difference = new Decimal(paid).minus(today);
  const text = euros(difference);
  return text.startsWith(MINUS_SIGN) ? text : `+${text}`;
}

function paidRow(columns: Columns): EssentialRow | undefined {
  const rents = columns.map((column) => figureOf(column, 'founder', 'current-rent-month')?.value ?? 0);
  const today = rents.map((rent) => new Decimal(rent)).find((rent) => !rent.isZero());
  const label = 'Payé par mois pour les locaux';
  return figureRow(columns, {
    lens: 'founder',
    id: 'premises-paid-month',
    label: today === undefined ? label : `${label} (aujourd’hui : ${euros(today)})`,
    write: euros,
    detail: besideToday,
  });
}

/**
 * The lowest cash of the property company until the horizon, and its month; undefined when there is none.
 * @param from month of the signature, or of the entry into service
 */
export function vehicleLowestCash({ computed }: EssentialColumn, from: number) {
  const cash = computed?.deal.vehicle?.books.cash;
  if (computed === undefined || cash === undefined) return undefined;
  const { figures, deal } = computed;
  const horizon = deal.setting.dossier.values.horizonYears * 12;
  const values = figures
    .of(cash)
    .slice(from, horizon + 1)
    .map((value) => value ?? ZERO);
  const lowest = values.reduce((low, value) => (value.lt(low) ? value : low));
  const date = monthEnd(figures.timeline, from + values.indexOf(lowest));
  return { line: cash.id, lowest, text: euros(lowest), date };
}

/** The words for the companies that own the walls in these columns. */
function wordsOf(columns: Columns) {
  return vehicleWordsOf(columns.flatMap(({ computed }) => computed?.deal.path.kind ?? []));
}

function noVehicle(columns: Columns): string {
  return `pas ${wordsOf(columns).of.replace('de la', 'de')}`;
}

/** From the entry into service: before, the plan de financement brings what is paid. */
function vehicleCashRow(columns: Columns): EssentialRow | undefined {
  if (columns.every(({ computed }) => computed?.deal.vehicle === undefined)) return undefined;
  const cells = columns.map((column): EssentialCell => {
    const opening = Number(figureOf(column, 'founder', 'months-to-opening')?.value ?? 0);
    const found = vehicleLowestCash(column, opening);
    if (found === undefined) return insteadOf(column, noVehicle(columns));
    const { line, lowest, text, date } = found;
    return {
      text,
      figure: line,
      period: date.slice(0, 7),
      negative: lowest.lt('-0.005'),
      detail: `${MONTH_NAMES[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`,
    };
  });
  const isPart = columns.some(({ computed }) => computed?.soundness !== undefined);
  const label = `Trésorerie la plus basse ${wordsOf(columns).of}${isPart ? ', part de ce site' : ''}`;
  return { id: 'vehicle-lowest-cash', label, cells };
}

/** A column counts this site of a foncière; its other sites may empty its cash. */
function allSitesCashRow(columns: Columns): EssentialRow | undefined {
  if (columns.every(({ computed }) => computed?.soundness === undefined)) return undefined;
  const cells = columns.map((column): EssentialCell => {
    const { computed } = column;
    if (computed?.soundness === undefined) return insteadOf(column, 'un seul site');
    const { amount, month } = computed.soundness.lowestCash;
    return {
      text: euros(amount),
      negative: amount.lt('-0.005'),
      detail: writeMonth(computed.figures.timeline, month),
    };
  });
  return { id: 'all-sites-lowest-cash', label: 'Trésorerie la plus basse de la foncière, tous sites', cells };
}

function votes(column: EssentialColumn): string | undefined {
  const capital = textOf(column, 'founder', 'capital-kept');
  const held = textOf(column, 'founder', 'votes-kept');
  return held === undefined || held === capital ? undefined : `${held} des voix`;
}

function unfunded(column: EssentialColumn): string | undefined {
  const figure = figureOf(column, 'founder', 'buy-out-unfunded');
  if (figure?.value == null) return undefined;
  return new Decimal(figure.value).gte('0.005') ? `non financé : ${writeKeyFigure(figure)}` : 'financé';
}

function perJob(column: EssentialColumn): string | undefined {
  // What the landlord of a rented site would be given is not known.
  if (column.computed?.deal.path.kind === 'market-rent') return 'hors bailleur';
  const budget = figureOf(column, 'authority', 'public-budget')?.value;
  return budget == null || new Decimal(budget).isZero()
    ? undefined
    : textOf(column, 'authority', 'cost-per-job');
}

/** The questions of the three readers, a row each, a column a path: read in ten seconds. */
export function essentialTable(columns: Columns): EssentialGroup[] {
  const founder = (row: Omit<FigureRow, 'lens'>) => figureRow(columns, { lens: 'founder', ...row });
  const groups: readonly { readonly who: string; readonly rows: readonly (EssentialRow | undefined)[] }[] = [
    {
      who: 'Pour l’entreprise',
      rows: [
        paidRow(columns),
        founder({
          id: 'occupancy-cost-month',
          label: 'Coût complet par mois, valeur conservée déduite',
          write: euros,
        }),
        founder({ id: 'own-funds-needed', label: 'Fonds propres à apporter' }),
        founder({
          id: 'lowest-cash',
          label: 'Trésorerie la plus basse de l’exploitant',
          detail: (column) => textOf(column, 'founder', 'lowest-cash-month'),
        }),
        vehicleCashRow(columns),
        allSitesCashRow(columns),
        founder({
          id: 'capital-kept',
          label: 'Part détenue dans les murs',
          otherwise: 'murs à un tiers',
          detail: votes,
        }),
        founder({
          id: 'buy-out-price',
          label: 'Rachat de l’investisseur à la sortie',
          otherwise: ({ computed }) =>
            computed?.deal.impact === undefined ? 'pas d’investisseur' : 'payés aux résultats',
          detail: unfunded,
        }),
      ],
    },
    {
      who: 'Pour les financeurs',
      rows: [
        coverRow(columns, {
          id: 'operator-cover',
          label: 'EBE / annuités de l’exploitant, au plus bas',
          covenants: ['cover', 'operator-cover'],
          otherwise: 'pas d’annuités',
        }),
        coverRow(columns, {
          id: 'dscr',
          label: `DSCR ${wordsOf(columns).of}, au plus bas`,
          covenants: ['dscr'],
          otherwise: noVehicle(columns),
        }),
        figureRow(columns, {
          lens: 'investor',
          id: 'investor-irr',
          label: 'TRI de l’investisseur, tous instruments',
          otherwise: 'pas d’investisseur',
        }),
      ],
    },
    {
      who: 'Pour la collectivité',
      rows: [
        figureRow(columns, {
          lens: 'authority',
          id: 'public-budget',
          label: columns.some(({ computed }) => computed?.deal.impact !== undefined)
            ? 'Subventions et paiements aux résultats, en tout, et par emploi créé'
            : 'Subventions, en tout, et par emploi créé',
          detail: perJob,
        }),
        figureRow(columns, {
          lens: 'authority',
          id: 'public-cost-per-result',
          label: 'Coût public par résultat, et coût évité attribuable',
          otherwise: 'pas de programme',
          detail: (column) => {
            const avoided = textOf(column, 'authority', 'attributable-avoided-cost');
            return avoided === undefined ? undefined : `évité : ${avoided}`;
          },
        }),
        ...guaranteeRows(columns),
      ],
    },
  ];
  return groups.flatMap(({ who, rows }) => {
    const known = rows.filter((row) => row !== undefined);
    return known.length === 0 ? [] : [{ who, rows: known }];
  });
}
