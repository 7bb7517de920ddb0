import { monthsBetween } from '../dossier/months.ts';
import { type Crossovers, crossovers, type Point } from '../formula/crossovers.ts';
import { Decimal } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, writeMoney, writeRate, writeValue } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import type { Interval } from '../formula/search/grid.ts';
import type { ComputedDeal } from './computed.ts';

/**
 * What would change which of two columns costs the founder less: one assumption at a time, loans and solved rent
 * kept as they are. Only assumptions that leave those amounts meaningful are searched.
 */
export interface ComparedColumn {
  readonly name: string;
  readonly computed: ComputedDeal;
}

/** An assumption, over an interval that makes sense for it, by steps that people read. */
export interface StudiedAssumption extends Interval {
  readonly id: string;
  /** « le loyer de marché » */
  readonly the: string;
  /** « tout loyer de marché » */
  readonly any: string;
  /** Its value in the dossier; it may fall between two steps. */
  readonly present: Decimal;
  readonly write: (value: Decimal) => string;
}

/** What was found for one assumption between the main column and another. */
export interface CrossoverFinding {
  readonly assumption: StudiedAssumption;
  readonly main: string;
  readonly other: string;
  /** Both costs as the dossier stands; `one` is the main column. */
  readonly present: Point;
  readonly found: Crossovers;
}

/** The founder's full cost of occupancy: the lower, the better. */
const COMPARED_FIGURE = 'occupancy-cost-month';

const RENT_STEP = new Decimal('0.1');
const SMALL_RENT_STEP = new Decimal('0.01');
const RATE_STEP = new Decimal('0.0005');

const writeRent = (value: Decimal) => `${writeMoney(value)}/m²/an`;
const writeShownRate = (value: Decimal) => writeRate(value);
const writeYears = (value: Decimal) => writeValue(value, 'years').replace(' ', NO_BREAK_SPACE);

/** Steps that cover an interval and the present value, from a whole number of steps: zero only when asked for. */
function steps(from: Decimal, to: Decimal, step: Decimal, present: Decimal): Interval {
  const first = Decimal.min(from, present).div(step).floor();
  const last = Decimal.max(to, present).div(step).ceil();
  return { from: Decimal.max(first, from.isZero() ? 0 : 1).times(step), to: last.times(step), step };
}

/** By the hundredth of the market rent, up to nine tenths of it. */
const DISCOUNT_STEP = new Decimal('0.01');
const LARGEST_DISCOUNT = new Decimal('0.9');

/** Two points of rate: more than any bank gives up for a guarantee. */
const LARGEST_MARGIN_GAIN = new Decimal('0.02');

interface StudiedRate {
  readonly id: string;
  readonly the: string;
  readonly any: string;
  readonly from: string;
  readonly to: string;
}

const RATES: readonly StudiedRate[] = [
  {
    id: 'site.exitYield',
    the: 'le taux de capitalisation',
    any: 'tout taux de capitalisation',
    from: '0.04',
    to: '0.15',
  },
  {
    id: 'macro.annualRentIndexation',
    the: 'l’indexation annuelle des loyers',
    any: 'toute indexation annuelle des loyers',
    from: '0',
    to: '0.06',
  },
  {
    id: 'macro.founderDiscountRate',
    the: 'le taux d’actualisation du fondateur',
    any: 'tout taux d’actualisation du fondateur',
    from: '0',
    to: '0.12',
  },
];

function studiedRent(present: Decimal): StudiedAssumption {
  // A fifth to three times the rent of the dossier; never zero, at which a building has no value.
  const step = present.lt(2) ? SMALL_RENT_STEP : RENT_STEP;
  const from = Decimal.max(present.times('0.2'), step);
  return {
    id: 'site.marketRentPerM2Year',
    the: 'le loyer de marché',
    any: 'tout loyer de marché',
    present,
    write: writeRent,
    ...steps(from, Decimal.max(present.times(3), from), step, present),
  };
}

/** The delay before the investor of a column leaves, in whole years from entry into service to the horizon. */
function studiedExits(columns: readonly ComparedColumn[]): StudiedAssumption[] {
  const several = columns.filter(({ computed }) => computed.deal.path.kind === 'sci').length > 1;
  return columns.flatMap(({ name, computed }) => {
    const { path, setting } = computed.deal;
    const { values } = setting.dossier;
    if (path.kind !== 'sci') return [];
    const index = values.paths.findIndex(({ id }) => id === path.id);
    const opening = monthsBetween(values.signature, values.project.opening);
    const whose = several ? ` (${name})` : '';
    return [
      {
        id: `paths[${index}].exit.year`,
        the: `le délai avant la sortie de l’investisseur${whose}`,
        any: `tout délai avant la sortie de l’investisseur${whose}`,
        present: new Decimal(path.exit.year),
        write: writeYears,
        from: new Decimal(Math.max(2, Math.floor(opening / 12) + 1)),
        to: new Decimal(values.horizonYears),
        step: new Decimal(1),
      },
    ];
  });
}

/** The discount from the market rent that a foncière gives. */
function studiedDiscounts(columns: readonly ComparedColumn[]): StudiedAssumption[] {
  const several = columns.filter(({ computed }) => computed.deal.path.kind === 'fonciere').length > 1;
  return columns.flatMap(({ name, computed }) => {
    const { path, setting } = computed.deal;
    if (path.kind !== 'fonciere') return [];
    const index = setting.dossier.values.paths.findIndex(({ id }) => id === path.id);
    const whose = several ? ` (${name})` : '';
    const present = path.lease.marketDiscount;
    return [
      {
        id: `paths[${index}].lease.marketDiscount`,
        the: `la décote de loyer${whose}`,
        any: `toute décote de loyer${whose}`,
        present,
        write: writeShownRate,
        ...steps(new Decimal(0), LARGEST_DISCOUNT, DISCOUNT_STEP, present),
      },
    ];
  });
}

/** What the guarantee takes off the rate of the loan. */
function studiedMarginGains(columns: readonly ComparedColumn[]): StudiedAssumption[] {
  return columns.flatMap(({ name, computed }) => {
    const { path, setting } = computed.deal;
    if (path.kind !== 'guarantee') return [];
    const index = setting.dossier.values.paths.findIndex(({ id }) => id === path.id);
    return path.guarantees.map(({ label, marginGain }, rank) => ({
      id: `paths[${index}].guarantees[${rank}].marginGain`,
      the: `la baisse de taux que vaut « ${label} » (${name})`,
      any: `toute baisse de taux que vaut « ${label} » (${name})`,
      present: marginGain,
      write: writeShownRate,
      ...steps(new Decimal(0), LARGEST_MARGIN_GAIN, RATE_STEP, marginGain),
    }));
  });
}

/** The assumptions searched between two columns, in the order in which they are told. */
function studiedAssumptions(columns: readonly ComparedColumn[]): StudiedAssumption[] {
  const calculations = columns.map(({ computed }) => computed.deal.setting.calculation);
  const presentOf = (id: string) =>
    calculations.map(({ assumptions }) => assumptions.get(id)?.value).find((value) => value !== undefined);
  const rent = presentOf('site.marketRentPerM2Year');
  const rates = RATES.flatMap(({ id, the, any, from, to }) => {
    const present = presentOf(id);
    if (present === undefined) return [];
    const interval = steps(new Decimal(from), new Decimal(to), RATE_STEP, present);
    return [{ id, the, any, present, write: writeShownRate, ...interval }];
  });
  return [
    ...(rent === undefined ? [] : [studiedRent(rent)]),
    ...rates,
    ...[...studiedDiscounts(columns), ...studiedMarginGains(columns), ...studiedExits(columns)].filter(
      ({ id }) => presentOf(id) !== undefined,
    ),
  ];
}

/** Whether a column has the figure that is compared: a deal without premises costs nothing for them. */
export function hasComparedFigure({ measures }: ComparedColumn['computed']): boolean {
  return measures.lines.has(COMPARED_FIGURE);
}

function comparedLine({ computed }: ComparedColumn): Line<'money', 'once'> {
  return computed.measures.lines.get(COMPARED_FIGURE) as Line<'money', 'once'>;
}

/**
 * Searches each assumption between two columns that have figures.
 * @returns one finding an assumption; `one` is the main column in all of them
 */
export function findCrossovers(main: ComparedColumn, other: ComparedColumn): CrossoverFinding[] {
  const [one, two] = [main, other].map((column) => ({
    calculation: column.computed.deal.setting.calculation,
    line: comparedLine(column),
  })) as [Parameters<typeof crossovers<'money'>>[0], Parameters<typeof crossovers<'money'>>[0]];
  const costOf = (column: ComparedColumn) => column.computed.figures.of(comparedLine(column))[0] ?? null;
  return studiedAssumptions([main, other]).map((assumption) => ({
    assumption,
    main: main.name,
    other: other.name,
    present: { value: assumption.present, one: costOf(main), other: costOf(other) },
    found: crossovers(one, two, assumption.id, assumption),
  }));
}
