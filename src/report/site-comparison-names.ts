import { Decimal } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, writeMoneyShort } from '../formula/french.ts';
import { alternativeId, apartReasons, unfitReasons } from '../siting/comparison/alternatives.ts';
import type { SiteColumns, SiteFigure, SitePathColumn } from '../siting/comparison/site-columns.ts';
import { shortNames } from './comparison-page.ts';
import { writeKeyFigure } from './key-figure-writing.ts';
import type { RangeText } from './site-comparison-page.ts';

/** A path on a site with the names that it has everywhere in the comparison. */
export interface NamedAlternative {
  readonly id: string;
  /** « A · P4 » */
  readonly name: string;
  /** « Ancienne fonderie, P4 – Foncière solidaire » */
  readonly label: string;
  readonly site: SiteColumns;
  readonly column: SitePathColumn;
  /** Needs that the site does not answer. */
  readonly unfit: readonly string[];
  /** Why the path does not hold there. */
  readonly faults: readonly string[];
  /** Neither of them: it may be ranked. */
  readonly isRanked: boolean;
}

/** « A », « B »… in the order of the dossier. */
export function siteLetter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** An amount of a sentence, from its decimal string. */
export function shortAmount(amount: string): string {
  return writeMoneyShort(new Decimal(amount));
}

/** Every path of every site, in their order. */
export function namedAlternatives(sites: readonly SiteColumns[]): NamedAlternative[] {
  const labels = [
    ...new Map(sites.flatMap(({ columns }) => columns.map(({ path, label }) => [path, label]))),
  ];
  const names = shortNames(labels.map(([, label]) => label ?? ''));
  const nameOf = new Map(labels.map(([path], index) => [path, names[index] ?? '']));
  return sites
    .flatMap((site, index) => {
      const unfit = unfitReasons(site);
      return site.columns.map((column) => ({
        id: alternativeId(column),
        name: `${siteLetter(index)}${NO_BREAK_SPACE}·${NO_BREAK_SPACE}${nameOf.get(column.path) ?? column.path}`,
        label: `${site.name}, ${column.label}`,
        site,
        column,
        unfit,
        faults: apartReasons(column, shortAmount),
      }));
    })
    .map((one) => ({ ...one, isRanked: one.unfit.length === 0 && one.faults.length === 0 }));
}

/**
 * « de 41,20 €/m²/an à 63,00 €/m²/an »: the least and the most of the three readings. A dearer site does not always make a
 * larger figure: aids follow the cost up to their ceiling, later money weighs less. Undefined without a range.
 */
export function figureRange(figure: SiteFigure): string | undefined {
  const { low, value, high, unit } = figure;
  if (low == null || value === null || high == null || unit === 'text' || unit === 'date') return undefined;
  const ascending = [low, value, high].toSorted((one, other) => new Decimal(one).comparedTo(other));
  const write = (one: string | undefined) => writeKeyFigure({ ...figure, value: one ?? null });
  const [from, to] = [write(ascending[0]), write(ascending[2])];
  return from === to ? undefined : `de ${from} à ${to}`;
}

/** A figure with its range, in a sentence: « 61,20 €/m²/an (de 55,00 €/m²/an à 74,10 €/m²/an) ». */
export function figureInSentence(figure: SiteFigure | undefined): string | undefined {
  const text = figure === undefined ? undefined : writeKeyFigure(figure);
  if (figure === undefined || text === undefined) return undefined;
  const range = figureRange(figure);
  return range === undefined ? text : `${text} (${range})`;
}

/** An amount with its range, short. */
export function amountRange(cost: SiteColumns['cost']): RangeText {
  const [low, central, high] = [cost.low, cost.central, cost.high].map(shortAmount);
  return { text: central ?? '', range: low === high ? undefined : `de ${low} à ${high}` };
}

/** Months with their range. */
export function monthsRange({ low, central, high }: SiteColumns['months']): RangeText {
  return {
    text: `${central}${NO_BREAK_SPACE}mois`,
    range: low === high ? undefined : `de ${low} à ${high}${NO_BREAK_SPACE}mois`,
  };
}
