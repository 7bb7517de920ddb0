import type { Verdict } from '../analysis/legality-rule.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeEuros } from '../formula/french.ts';
import type { ComparisonColumn } from './comparison-page.ts';

/** The first point of several columns, told once. */
export interface CommonPoint {
  readonly verdict: Verdict;
  /** Ids of the columns. */
  readonly columns: readonly string[];
  /** « R1 », « P1 »: their names. */
  readonly names: readonly string[];
  /** « les aides publiques dépassent de 62 400 € à 700 120 € leur plafond » */
  readonly told: string;
  /** Of the text, when it is the same for all. */
  readonly article: string | undefined;
  /** By id of column, what is its own: « 62 400 € »; nothing when the sentence is the same for all. */
  readonly amounts: ReadonlyMap<string, string>;
}

const AMOUNT = /\d[\d\s]*(?:,\d+)?\s€/g;
/** An amount with the word that brings it: « dépassent de 62 400 € ». */
const BROUGHT_AMOUNT = /(?: (de|à))? \d[\d\s]*(?:,\d+)?\s€/;

/** What a reason says before it gives its calculation: « Les aides publiques dépassent de 62 400 € leur plafond ». */
export function pointOf(reason: string): string {
  return reason
    .split(/\s:\s/, 1)
    .join('')
    .replace(/\s*\.$/, '');
}

function amountIn(point: string): string | undefined {
  const amounts = point.match(AMOUNT) ?? [];
  return amounts.length === 1 ? amounts[0] : undefined;
}

function eurosIn(amount: string): Decimal {
  return new Decimal(amount.replaceAll(/[\s€]/g, '').replace(',', '.'));
}

/** The same sentence but for its only amount. */
function patternOf(point: string): string {
  return amountIn(point) === undefined ? point : point.replace(AMOUNT, '€');
}

function uncapitalised(text: string): string {
  // An acronym keeps its capitals.
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

function rangeOf(amounts: readonly string[]): string {
  const values = amounts.map(eurosIn);
  return `de ${writeEuros(Decimal.min(...values))} à ${writeEuros(Decimal.max(...values))}`;
}

/** The sentence with its amounts from the lowest to the highest: « dépassent de 1 € à 2 € », « s’élève (de 1 € à 2 €) ». */
function ranged(point: string, amounts: readonly string[]): string {
  return point.replace(BROUGHT_AMOUNT, (_, word?: string) =>
    word === 'de' ? ` ${rangeOf(amounts)}` : ` (${rangeOf(amounts)})`,
  );
}

type Pointed = ComparisonColumn & { readonly reason: NonNullable<ComparisonColumn['reason']> };

function commonPoint(columns: readonly Pointed[]): CommonPoint {
  const points = columns.map(({ reason }) => pointOf(reason.text));
  const [first = ''] = points;
  const isSame = new Set(points).size === 1;
  const amounts = points.flatMap((point) => amountIn(point) ?? []);
  const articles = new Set(columns.map(({ reason }) => reason.article));
  return {
    verdict: columns[0]?.verdict ?? 'a-verifier',
    columns: columns.map(({ id }) => id),
    names: columns.map(({ name }) => name),
    told: uncapitalised(isSame ? first : ranged(first, amounts)),
    article: articles.size === 1 ? columns[0]?.reason.article : undefined,
    amounts: new Map(isSame ? [] : columns.map(({ id }, index) => [id, amounts[index] ?? ''])),
  };
}

/** The first points that several columns share, but for their amount, in the order of the columns. */
export function commonPoints(columns: readonly ComparisonColumn[]): CommonPoint[] {
  const groups = new Map<string, Pointed[]>();
  for (const column of columns) {
    const { reason, verdict } = column;
    if (reason === undefined) continue;
    const pattern = `${verdict} ${patternOf(pointOf(reason.text))}`;
    groups.set(pattern, [...(groups.get(pattern) ?? []), { ...column, reason }]);
  }
  return [...groups.values()].filter((group) => group.length > 1).map(commonPoint);
}
