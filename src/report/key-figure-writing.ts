import type { KeyFigure } from '../analysis/key-figure.ts';
import { Decimal } from '../formula/decimal.ts';
import {
  MONTH_NAMES,
  NO_BREAK_SPACE,
  writeCount,
  writeMoney,
  writeMultiple,
  writeRate,
} from '../formula/french.ts';
import { writeAmount } from './writing.ts';

/** Ratios read as « 1,65 » rather than « 165 % ». */
const MULTIPLES = new Set([
  'smallest-cover',
  'average-cover',
  'risk-sharing',
  'risk-sharing-restated',
  'leverage',
  'dscr-min',
  'moic',
  'dscr-average',
  'dscr-with-quasi',
]);

/** A key figure as a person reads it, with its unit; undefined when it has no value. */
export function writeKeyFigure(figure: KeyFigure): string | undefined {
  const { value, unit, id } = figure;
  if (value === null) return undefined;
  if (unit === 'text') return value;
  // Flows are dated at month ends: the month is what a person asks for.
  if (unit === 'date') return `${MONTH_NAMES[Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}`;
  const decimal = new Decimal(value);
  switch (unit) {
    case 'EUR':
      return `${writeAmount(decimal, 0)}${NO_BREAK_SPACE}€`;
    case 'EUR/month':
      return `${writeAmount(decimal, 0)}${NO_BREAK_SPACE}€/mois`;
    case 'EUR/m2/year':
      return `${writeMoney(decimal)}/m²/an`;
    case 'EUR/job':
      return `${writeAmount(decimal, 0)}${NO_BREAK_SPACE}€/ETP`;
    case 'years':
      return `${writeCount(decimal.toDecimalPlaces(1))} ans`;
    case 'months':
      return `${decimal.toFixed(0)} mois`;
    case 'm2':
      return `${writeAmount(decimal, 0)} m²`;
    case 'count':
      return `${writeCount(decimal)} ETP`;
    case 'points':
      return `${writeCount(decimal)} pt`;
    case 'ratio':
      return MULTIPLES.has(id)
        ? writeMultiple(decimal.toDecimalPlaces(2))
        : writeRate(decimal.toDecimalPlaces(4));
  }
}
