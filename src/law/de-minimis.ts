import {
  and,
  choose,
  constant,
  dividedBy,
  isAtMost,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  or,
  over,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import {
  DE_MINIMIS_YEARS,
  FLAT_LOAN_AMOUNT,
  FLAT_LOAN_FIVE_YEARS,
  FLAT_RATE_YEARS,
  SGEI_CEILING,
} from './de-minimis-figures.ts';
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

/**
 * A « transparent » de minimis loan: amount / threshold × ceiling, the threshold being 750 000 € over ten years, twice as
 * much over five. Only for a loan secured for at least half of it (the caller knows), up to ten years within the ten-year
 * amount or up to five within the five-year one; undefined elsewhere: the reference rate is then the only way.
 * Source: règlement (UE) 2023/2831 art. 4.3 b.
 * @param terms.years from the grant to the last instalment
 */
export function flatRateLoan(
  calculation: Calculation,
  id: string,
  terms: { readonly amount: Money; readonly years: Formula<'years', 'once', 'defined'> },
): Line<'money', 'once', 'undefinable'> {
  const { amount, years } = terms;
  const tenYears = lawAssumption(calculation, FLAT_RATE_YEARS);
  const amountOfTen = lawAssumption(calculation, FLAT_LOAN_AMOUNT);
  const isOpen = or(
    and(isAtMost(years, tenYears), isAtMost(amount, amountOfTen)),
    and(
      isAtMost(years, constant(5, 'years')),
      isAtMost(amount, lawAssumption(calculation, FLAT_LOAN_FIVE_YEARS)),
    ),
  );
  const share = times(over(amount, amountOfTen), over(years, tenYears));
  return calculation.once(
    id,
    'Équivalent-subvention brut, voie forfaitaire de minimis',
    roundedToCents(
      dividedBy(
        times(lawAssumption(calculation, DE_MINIMIS_CEILING), share),
        choose(isOpen, ONE_RATIO, constant(0, 'ratio')),
      ),
    ),
  );
}
