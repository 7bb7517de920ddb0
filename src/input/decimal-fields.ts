import { z } from 'zod';
import { Decimal } from '../formula/decimal.ts';
import { FORM_HINTS } from './form-hints.ts';
import { type NumberForm, readNumberText } from './number-text.ts';

/**
 * Numbers with decimals: given as texts with a point ("1000.00"), read as Decimals. A JSON number would already have
 * lost decimals when it arrives.
 */
type DecimalField = z.ZodType<Decimal, string>;

/** Rates computed by other programs have many: they are read as they are. */
const RATE_DECIMALS = 20;

interface DecimalTerms extends NumberForm {
  /** « un montant », « un taux »: completes « champ manquant : écrivez … ». */
  readonly noun: string;
  readonly min?: string;
  readonly max?: string;
  /** The minimum itself is refused. */
  readonly aboveMin?: boolean;
  /** A number given without quotes, as it should be written. */
  readonly quoted?: (number: number) => string;
  /** How a form writes it, when not as the plain number. */
  readonly written?: 'percentage' | 'multiple';
  /** What to say past the maximum. */
  readonly tooGreat?: (value: Decimal) => string;
}

/** What is out of bounds in a number, if anything. */
function outOfBounds(value: Decimal, terms: DecimalTerms): string | undefined {
  const { min, max } = terms;
  if (min !== undefined && (terms.aboveMin ? value.lte(min) : value.lt(min))) {
    return terms.aboveMin
      ? `trop petit : écrivez un nombre supérieur à ${min}`
      : `trop petit : écrivez un nombre d’au moins ${min}`;
  }
  if (max !== undefined && value.gt(max)) {
    return terms.tooGreat?.(value) ?? `trop grand : écrivez un nombre d’au plus ${max}`;
  }
  return undefined;
}

function notText(input: unknown, terms: DecimalTerms): string {
  const example = `${terms.noun}, par exemple "${terms.example}"`;
  if (input === undefined) return `champ manquant : écrivez ${example}`;
  if (typeof input !== 'number') return `écrivez ${example}`;
  const plain = Number.isFinite(input) ? new Decimal(input) : undefined;
  if (plain === undefined) return `écrivez ${example}`;
  return (
    outOfBounds(plain, terms) ?? `écrivez "${terms.quoted?.(input) ?? plain.toFixed()}" entre guillemets`
  );
}

function decimalField(terms: DecimalTerms): DecimalField {
  const schema = z
    .string({ error: ({ input }) => notText(input, terms) })
    .meta({ pattern: '^-?\\d{1,15}(\\.\\d+)?$', examples: [terms.example] })
    .transform((text, context) => {
      const reading = readNumberText(text, terms);
      const problem = 'problem' in reading ? reading.problem : outOfBounds(reading.value, terms);
      if (problem === undefined && 'value' in reading) return reading.value;
      context.addIssue({ code: 'custom', message: problem ?? 'valeur refusée', input: text });
      return z.NEVER;
    });
  if (terms.written !== undefined) FORM_HINTS.add(schema, { written: terms.written });
  return schema;
}

/** Two decimals at least, as amounts are written. */
function asAmount(number: number): string {
  const value = new Decimal(number);
  return value.toFixed(Math.max(2, value.decimalPlaces()));
}

interface AmountBounds {
  readonly min?: string;
  readonly max?: string;
  /** Refuses the minimum itself. */
  readonly aboveMin?: boolean;
  /** 2 unless given: contracts are in cents. Flows of other programs may carry more. */
  readonly decimals?: number;
}

/** An amount of money in euros, decimal text: "1000.00". Not bounded unless said. */
export function amount(bounds: AmountBounds = {}): DecimalField {
  return decimalField({ decimals: 2, example: '1000.00', noun: 'un montant', quoted: asAmount, ...bounds });
}

interface FractionBounds {
  readonly min?: string;
  readonly max?: string;
  /** Refuses the minimum itself. */
  readonly aboveMin?: boolean;
}

/** « vouliez-vous 0.0385 ? » for a rate of 3.85, which somebody wrote in percent. */
function perhapsPercent(max: string): (value: Decimal) => string {
  return (value) => {
    const hundredth = value.div(100);
    const asked = hundredth.lte(max)
      ? `vouliez-vous ${hundredth.toFixed()} ?`
      : `écrivez un nombre d’au plus ${max}`;
    return `trop grand : un taux est une fraction, au plus ${max} ; ${asked}`;
  };
}

/** A yearly rate as a fraction: "0.0385" for 3.85 %. From 0 to 0.5 unless said. */
export function rate(bounds: FractionBounds = {}): DecimalField {
  const { min = '0', max = '0.5', aboveMin = false } = bounds;
  return decimalField({
    decimals: RATE_DECIMALS,
    example: '0.0385',
    noun: 'un taux en fraction',
    written: 'percentage',
    min,
    max,
    aboveMin,
    tooGreat: perhapsPercent(max),
  });
}

/** A rate that may be negative (Euribor in 2020): from −0.5 to 0.5. */
export function signedRate(): DecimalField {
  return rate({ min: '-0.5' });
}

/** Any yearly rate above −1: discounting with "9" is 900 % a year, and allowed. */
export function freeRate(): DecimalField {
  return decimalField({
    decimals: 30,
    example: '0.05',
    noun: 'un taux en fraction',
    written: 'percentage',
    min: '-1',
    aboveMin: true,
  });
}

/** A share of something as a fraction, from 0 to 1 unless said. */
export function share(bounds: FractionBounds = {}): DecimalField {
  const { min = '0', max = '1', aboveMin = false } = bounds;
  return decimalField({
    decimals: RATE_DECIMALS,
    example: '0.5',
    noun: 'une part en fraction',
    written: 'percentage',
    min,
    max,
    aboveMin,
    tooGreat: (value) => {
      const hundredth = value.div(100);
      const asked = hundredth.lte(max) ? ` ; vouliez-vous ${hundredth.toFixed()} ?` : '';
      return `trop grand : une part est une fraction, au plus ${max}${asked}`;
    },
  });
}

/**
 * A ratio that is no rate and no share (a cover ratio: "1.25"), above 0.
 * @param orZero accepts 0 too
 */
export function multiple(max: string, orZero = false): DecimalField {
  return decimalField({
    decimals: RATE_DECIMALS,
    example: '1.25',
    noun: 'un ratio',
    written: 'multiple',
    min: '0',
    aboveMin: !orZero,
    max,
  });
}

/** An area in square metres, above 0, at most 100 km². */
export function area(): DecimalField {
  return decimalField({
    decimals: 2,
    example: '1000',
    noun: 'une surface en m²',
    min: '0',
    aboveMin: true,
    max: '100000000',
  });
}
