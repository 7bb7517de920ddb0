import { Decimal } from './decimal.ts';
import type { Value } from './exact.ts';
import { monthEnd, type Rhythm, type Timeline } from './timeline.ts';
import type { RatioStyle, Unit } from './units.ts';

/**
 * French writing of values: 1 234 567,89 €; 3,85 %; mars 2028; non défini.
 *
 * Digits come from Decimal text, never through a float. Thousands are parted by U+202F (thin, no break), a symbol or
 * a unit follows U+00A0 (no break), a negative number starts with U+2212.
 */
export const THIN_SPACE = '\u202f';
export const NO_BREAK_SPACE = '\u00a0';
export const MINUS_SIGN = '\u2212';
export const UNDEFINED_TEXT = 'non défini';

export const MONTH_NAMES: readonly string[] = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

export interface Writing {
  /** How a `ratio` is shown; by default from its size (see `ratioStyle`). */
  readonly ratio?: RatioStyle;
  /** Where given, a `date` is written as its month; else as its number. */
  readonly timeline?: Timeline;
  /** Digits kept of what is not exact to four decimals: 4 by default. Money always has its cents. */
  readonly significantDigits?: number;
}

/**
 * How the values of one line, all together, are shown: as percentages when none exceeds 1, else as multiples. So a
 * cover ratio that falls to 0,95 one year stays a multiple, and a share stays a percentage.
 */
export function ratioStyle(values: readonly Value[]): RatioStyle {
  return values.every((value) => value === null || value.abs().lte(1)) ? 'percentage' : 'multiple';
}

function writeNumber(value: Decimal, minimumDecimals: number, maximumDecimals: number): string {
  const rounded = value.toDecimalPlaces(maximumDecimals, Decimal.ROUND_HALF_UP);
  const [whole = '0', fraction = ''] = rounded.abs().toFixed().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const decimals = fraction.padEnd(minimumDecimals, '0');
  const sign = rounded.isNegative() && !rounded.isZero() ? MINUS_SIGN : '';
  return `${sign}${grouped}${decimals === '' ? '' : `,${decimals}`}`;
}

/** Exact up to four decimals; past them, the significant digits asked for, and never fewer than two decimals. */
function writeMeasure(exact: Decimal, minimumDecimals: number, significantDigits = 4): string {
  // The last digits of a Decimal are noise: three thirds are one.
  const value = exact.toSignificantDigits(28, Decimal.ROUND_HALF_UP);
  if (value.decimalPlaces() <= 4) return writeNumber(value, minimumDecimals, 4);
  return writeNumber(value, minimumDecimals, Math.max(2, significantDigits - 1 - value.e));
}

/** A number without unit: 12,5. */
export function writeCount(value: Decimal, significantDigits?: number): string {
  return writeMeasure(value, 0, significantDigits);
}

/** An amount to the cent: 1 234 567,89 €. */
export function writeMoney(amount: Decimal): string {
  return `${writeNumber(amount, 2, 2)}${NO_BREAK_SPACE}€`;
}

/** An amount in a sentence: its cents are written only when it has some: 1 500 000 €; 144 569,09 €. */
export function writeSum(amount: Decimal): string {
  return amount.isInteger() ? writeEuros(amount) : writeMoney(amount);
}

/** A sum in a sentence of a page, in whole euros: 1 234 568 €. */
export function writeEuros(amount: Decimal): string {
  return `${writeNumber(amount, 0, 0)}${NO_BREAK_SPACE}€`;
}

const SHORT_UNITS: readonly (readonly [string, string])[] = [
  ['1e9', 'Md€'],
  ['1e6', 'M€'],
  ['1e3', 'k€'],
  ['1', '€'],
];

/** An amount for a headline, to three significant digits: 2,73 M€; 150 k€; 850 €. */
export function writeMoneyShort(amount: Decimal): string {
  const rounded = amount.toSignificantDigits(3, Decimal.ROUND_HALF_UP);
  const [size, symbol] = SHORT_UNITS.find(([size]) => rounded.abs().gte(size)) ?? ['1', '€'];
  return `${writeNumber(rounded.div(size), 0, size === '1' ? 0 : 2)}${NO_BREAK_SPACE}${symbol}`;
}

/** A fraction as a percentage: 3,85 %; 3,8125 %. */
export function writeRate(fraction: Decimal, significantDigits?: number): string {
  return `${writeMeasure(fraction.times(100), 2, significantDigits)}${NO_BREAK_SPACE}%`;
}

/** A ratio as a number of times: 1,25. */
export function writeMultiple(ratio: Decimal, significantDigits?: number): string {
  return writeMeasure(ratio, 2, significantDigits);
}

function withUnit(symbol: string, minimumDecimals: number) {
  return (value: Decimal, { significantDigits }: Writing) =>
    `${writeMeasure(value, minimumDecimals, significantDigits)}${NO_BREAK_SPACE}${symbol}`;
}

/** « an » or « ans »: the plural starts at 2, 1,5 an. */
export function yearsWord(value: Decimal): string {
  return value.abs().gte(2) ? 'ans' : 'an';
}

function writeYears(value: Decimal, { significantDigits }: Writing): string {
  return `${writeMeasure(value, 0, significantDigits)}${NO_BREAK_SPACE}${yearsWord(value)}`;
}

const WRITE: Record<Unit, (value: Decimal, writing: Writing) => string> = {
  money: writeMoney,
  ratio: (value, { ratio = ratioStyle([value]), significantDigits }) =>
    ratio === 'percentage' ? writeRate(value, significantDigits) : writeMultiple(value, significantDigits),
  count: (value, { significantDigits }) => writeCount(value, significantDigits),
  area: withUnit('m²', 0),
  months: withUnit('mois', 0),
  years: writeYears,
  date: (value, { timeline }) =>
    timeline !== undefined && value.isInteger()
      ? writeMonth(timeline, value.toNumber())
      : `mois ${writeCount(value)}`,
  truth: (value) => (value.isZero() ? 'non' : 'oui'),
  'money/area': withUnit('€/m²', 2),
  'money/count': withUnit('€/ETP', 2),
  'money/years': withUnit('€/an', 2),
  'money/months': withUnit('€/mois', 2),
  'ratio/years': (value, { significantDigits }) => writeRate(value, significantDigits),
  'ratio/months': (value, { significantDigits }) => `${writeRate(value, significantDigits)} par mois`,
  'area/count': withUnit('m²/ETP', 0),
  'money/area/years': withUnit('€/m²/an', 2),
  'money/count/years': withUnit('€/ETP/an', 2),
};

/** A value as a person reads it, « non défini » where there is none. */
export function writeValue(value: Value, unit: Unit, writing: Writing = {}): string {
  return value === null ? UNDEFINED_TEXT : WRITE[unit](value, writing);
}

/** A day, from its ISO text: 31 mars 2028, 1er avril 2028. */
export function writeDate(date: string): string {
  const day = Number(date.slice(8, 10));
  const month = MONTH_NAMES[Number(date.slice(5, 7)) - 1];
  if (month === undefined || !(day >= 1)) throw new Error(`not a date: ${date}`);
  return `${day === 1 ? '1er' : day} ${month} ${Number(date.slice(0, 4))}`;
}

/** A month counted from that of signature, inside the timeline or not: mars 2028. */
export function writeMonth(timeline: Timeline, month: number): string {
  const end = monthEnd(timeline, month);
  return `${MONTH_NAMES[Number(end.slice(5, 7)) - 1]} ${Number(end.slice(0, 4))}`;
}

/** A period of a line: « mars 2028 », « exercice 2028 », nothing for a line with one value. */
export function writePeriod(timeline: Timeline, rhythm: Rhythm, period: number): string {
  if (rhythm === 'once') return '';
  return rhythm === 'monthly'
    ? writeMonth(timeline, period)
    : `exercice ${timeline.years[period]?.calendarYear ?? ''}`;
}

/** « de » before a word, elided before a vowel: de mars, d'avril. */
export function withDe(text: string): string {
  return /^[aàâeéèêiîoôuûœ]/i.test(text) ? `d’${text}` : `de ${text}`;
}

/** A period after the name of a figure: « de mars 2028 », « d'avril 2028 », « de l'exercice 2028 », nothing. */
export function writeOfPeriod(timeline: Timeline, rhythm: Rhythm, period: number): string {
  const text = writePeriod(timeline, rhythm, period);
  if (text === '') return '';
  return rhythm === 'yearly' ? `de l’${text}` : withDe(text);
}

/** « A, B et C ». */
export function writeList(items: readonly string[], last = 'et'): string {
  const [first = '', ...rest] = items;
  const end = rest.pop();
  return end === undefined ? first : `${[first, ...rest].join(', ')} ${last} ${end}`;
}

/** What a period of each rhythm is called. */
export const PERIOD_WORDS: Record<Rhythm, { readonly one: string; readonly many: string }> = {
  monthly: { one: 'mois', many: 'mois' },
  yearly: { one: 'exercice', many: 'exercices' },
  once: { one: 'valeur', many: 'valeurs' },
};

/** « 12 mois », « 1 exercice » */
export function countPeriods(rhythm: Rhythm, count: number): string {
  const { one, many } = PERIOD_WORDS[rhythm];
  return `${count}${NO_BREAK_SPACE}${count >= 2 ? many : one}`;
}
