import type { KeyFigure, KeyFigureUnit } from '../analysis/key-figure.ts';
import { styleOfRatio } from '../dossier/ratio-styles.ts';
import { Decimal } from '../formula/decimal.ts';
import {
  MINUS_SIGN,
  MONTH_NAMES,
  NO_BREAK_SPACE,
  writeCount,
  writeMoney,
  writeMultiple,
  writeRate,
  yearsWord,
} from '../formula/french.ts';
import type { RatioStyle } from '../formula/units.ts';
import { writeAmount } from './writing.ts';

/** Decimals that a reader needs of each unit; of a percentage, in percent. */
const DECIMALS: Readonly<Record<Exclude<KeyFigureUnit, 'text' | 'date'>, number>> = {
  EUR: 0,
  'EUR/month': 0,
  'EUR/m2/year': 2,
  'EUR/job': 0,
  ratio: 2,
  points: 2,
  years: 1,
  months: 0,
  count: 1,
  m2: 0,
};

type Quantity = keyof typeof DECIMALS;

/** What follows the sign of the euro. */
const SUFFIXES: Partial<Record<Quantity, string>> = {
  'EUR/month': '/mois',
  'EUR/m2/year': '/m²/an',
  'EUR/job': '/ETP',
};

/** How the ratio of a key figure is said. */
function styleOf(id: string): RatioStyle {
  return styleOfRatio(id) ?? 'percentage';
}

/** A number of this unit, rounded as it is shown. */
function rounded(value: Decimal, unit: Quantity, style: RatioStyle): Decimal {
  return value.toDecimalPlaces(DECIMALS[unit] + (unit === 'ratio' && style === 'percentage' ? 2 : 0));
}

/** « 60 personnes », « 1 sortie en emploi »: the first word of what is counted takes the plural, from 2. */
function writeCounted(value: Decimal, counted: string): string {
  const words = value.abs().gte(2) ? counted.replace(/^[\p{L}’-]*[^sxz\P{L}](?![\p{L}’-])/u, '$&s') : counted;
  return `${writeCount(value)}${NO_BREAK_SPACE}${words}`;
}

function write(decimal: Decimal, unit: Quantity, style: RatioStyle, counted = 'ETP'): string {
  const value = rounded(decimal, unit, style);
  const whole = `${writeAmount(value, 0)}${NO_BREAK_SPACE}`;
  switch (unit) {
    case 'EUR':
    case 'EUR/month':
    case 'EUR/job':
      return `${whole}€${SUFFIXES[unit] ?? ''}`;
    case 'EUR/m2/year':
      return `${writeMoney(value)}${SUFFIXES[unit]}`;
    case 'years':
      return `${writeCount(value)}${NO_BREAK_SPACE}${yearsWord(value)}`;
    case 'months':
      return `${whole}mois`;
    case 'm2':
      return `${whole}m²`;
    case 'count':
      return counted === 'ETP' ? `${writeCount(value)}${NO_BREAK_SPACE}ETP` : writeCounted(value, counted);
    case 'points':
      return `${writeCount(value)}${NO_BREAK_SPACE}pt`;
    case 'ratio':
      return style === 'multiple' ? writeMultiple(value) : writeRate(value);
  }
}

function writeMonthOf(date: string): string {
  return `${MONTH_NAMES[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** A key figure as a person reads it, with its unit; undefined when it has no value. */
export function writeKeyFigure({
  id,
  unit,
  value,
  counted,
}: Pick<KeyFigure, 'id' | 'unit' | 'value' | 'counted'>): string | undefined {
  if (value === null) return undefined;
  if (unit === 'text') return value;
  // Flows are dated at month ends: the month is what a person asks for.
  return unit === 'date' ? writeMonthOf(value) : write(new Decimal(value), unit, styleOf(id), counted);
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** The smallest difference that shows. */
function writeLeast(unit: Quantity, style: RatioStyle): string {
  if (unit === 'ratio') return style === 'multiple' ? '0,01' : `0,01${NO_BREAK_SPACE}pt`;
  return write(new Decimal(10).pow(-DECIMALS[unit]), unit, style);
}

/**
 * What a key figure gained between two values, in the same decimals: « +1 234 € », « −0,50 pt », « moins de 0,1 an »,
 * « = »; an amount too small for these decimals is written to the cent; undefined for words.
 */
export function writeKeyFigureDifference(
  { id, unit, counted }: Pick<KeyFigure, 'id' | 'unit' | 'counted'>,
  before: string,
  after: string,
): string | undefined {
  if (before === after) return '=';
  if (unit === 'text') return undefined;
  const quantity: Quantity = unit === 'date' ? 'months' : unit;
  const style = styleOf(id);
  const difference =
    unit === 'date'
      ? new Decimal(monthsOf(after) - monthsOf(before))
      : new Decimal(after).minus(new Decimal(before));
  const size = rounded(difference.abs(), quantity, style);
  const sign = difference.isNegative() ? MINUS_SIGN : '+';
  if (size.isZero()) {
    // Two versions may differ by a cent: shown, or the reader would doubt the whole.
    if (quantity.startsWith('EUR') && difference.abs().gte('0.005'))
      return `${sign}${writeMoney(difference.abs())}${SUFFIXES[quantity] ?? ''}`;
    return difference.isZero() ? '=' : `moins de ${writeLeast(quantity, style)}`;
  }
  const inPoints = unit === 'ratio' && style === 'percentage';
  const written = inPoints
    ? `${size.times(100).toFixed(2).replace('.', ',')}${NO_BREAK_SPACE}pt`
    : write(size, quantity, style, counted);
  return `${sign}${written}`;
}
