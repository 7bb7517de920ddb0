import { max, minus, NO_MONEY, over, roundedToCents, sumOfTerms, times } from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { DE_MINIMIS_YEARS, FLAT_LOAN_AMOUNT, FLAT_RATE_YEARS, SGEI_CEILING } from './de-minimis-figures.ts';
import { lawAssumption } from './figure.ts';
import { DE_MINIMIS_CEILING } from './state-aid-figures.ts';

type Money = Formula<'money', 'once', 'defined'>;
type MoneyLine = Line<'money', 'once', 'defined'>;

/**
 * Whether an aid counts with one granted at `grant`: awarded in the three years, from date to date, that end that day.
 * An aid of exactly three years earlier no longer counts; one after the grant does not count yet.
 * @param awarded, grant ISO dates
 */
export function countsWith(awarded: string, grant: string): boolean {
  const years = Number(DE_MINIMIS_YEARS.value);
  const before = `${String(Number(grant.slice(0, 4)) - years).padStart(4, '0')}${grant.slice(4)}`;
  return awarded > before && awarded <= grant;
}

export interface DeMinimis {
  /** Aids already awarded over the three years that end at the grant. */
  readonly used: MoneyLine;
  /** Ceiling − used, never negative. */
  readonly left: MoneyLine;
}

/**
 * Writes what is left of the de minimis ceiling of the single undertaking, ids `<prefix>.…`.
 * @param awarded amounts that count (see countsWith), of all its enterprises
 * @param sgeiMandate it holds a mandate of service of general economic interest: the higher ceiling applies
 */
export function writeDeMinimis(
  calculation: Calculation,
  prefix: string,
  terms: { readonly awarded: readonly Money[]; readonly sgeiMandate: boolean },
): DeMinimis {
  const used = calculation.once(
    `${prefix}.used`,
    'Aides de minimis reçues sur trois ans glissants',
    sumOfTerms(terms.awarded),
  );
  const ceiling = lawAssumption(calculation, terms.sgeiMandate ? SGEI_CEILING : DE_MINIMIS_CEILING);
  return {
    used,
    left: calculation.once(
      `${prefix}.left`,
      'Plafond de minimis encore disponible',
      max(NO_MONEY, minus(ceiling, used)),
    ),
  };
}

/** Whether a loan of this length may be priced at the flat rate. */
export function isFlatRateOpen(years: number): boolean {
  return years <= Number(FLAT_RATE_YEARS.value);
}

/**
 * A « transparent » de minimis loan: amount / threshold × ceiling, the threshold being 750 000 € over ten years, twice as
 * much over five. Only up to ten years, secured for half of it. Source: règlement (UE) 2023/2831 art. 4.3 b.
 */
export function flatRateLoan(
  calculation: Calculation,
  id: string,
  terms: { readonly amount: Money; readonly years: Formula<'years', 'once', 'defined'> },
): MoneyLine {
  const share = over(terms.amount, lawAssumption(calculation, FLAT_LOAN_AMOUNT));
  const duration = over(terms.years, lawAssumption(calculation, FLAT_RATE_YEARS));
  return calculation.once(
    id,
    'Équivalent-subvention brut, voie forfaitaire de minimis',
    roundedToCents(times(times(lawAssumption(calculation, DE_MINIMIS_CEILING), share), duration)),
  );
}
