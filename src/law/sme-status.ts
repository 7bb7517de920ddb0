import { and, isAtLeast, isAtMost, isLess, or } from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Decimal } from '../formula/decimal.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type Confidence, lawAssumption } from './figure.ts';
import { PUBLIC_SHARE_LIMIT } from './local-authority-figures.ts';
import {
  EXEMPT_PUBLIC_SHARE_LIMIT,
  MEDIUM_BALANCE_SHEET,
  MEDIUM_HEADCOUNT,
  MEDIUM_TURNOVER,
  SMALL_HEADCOUNT,
  SMALL_TURNOVER,
} from './sme-status-figures.ts';

/** The size that the law of State aid gives an enterprise. An enterprise whose SME status is lost is treated as a large one. */
export type EnterpriseSize = 'small' | 'medium' | 'large';

/** What decides the size: figures of the single undertaking, linked and partner enterprises included. */
export interface SizeTerms {
  /** Share of the capital or votes held by public bodies, exempt ones included. Fraction. */
  readonly publicShare: Decimal;
  /** Of it, what is held by bodies that annex I art. 3.2 exempts. Fraction. */
  readonly exemptPublicShare: Decimal;
  /** Full-time equivalents. */
  readonly employees: Decimal;
  readonly revenue: Decimal;
  readonly balanceSheet: Decimal;
}

export interface SmeStatus {
  readonly size: EnterpriseSize;
  /** It would be an SME by its size: public capital alone takes the status away. */
  readonly lostByPublicShare: boolean;
  /** In French, one clause without a full stop. */
  readonly reason: string;
  readonly article: string;
  readonly confidence: Confidence;
}

function sizeByFigures({ employees, revenue, balanceSheet }: SizeTerms): EnterpriseSize {
  const small =
    employees.lt(SMALL_HEADCOUNT.value) &&
    (revenue.lte(SMALL_TURNOVER.value) || balanceSheet.lte(SMALL_TURNOVER.value));
  if (small) return 'small';
  const medium =
    employees.lt(MEDIUM_HEADCOUNT.value) &&
    (revenue.lte(MEDIUM_TURNOVER.value) || balanceSheet.lte(MEDIUM_BALANCE_SHEET.value));
  return medium ? 'medium' : 'large';
}

const SIZE_REASONS: Readonly<Record<EnterpriseSize, string>> = {
  small: 'moins de 50 ETP, chiffre d’affaires ou bilan d’au plus 10 M€',
  medium: 'moins de 250 ETP, chiffre d’affaires d’au plus 50 M€ ou bilan d’au plus 43 M€',
  large: 'seuils de la moyenne entreprise dépassés',
};

/**
 * The size of an enterprise for State aid. From 25.00 % of public capital on it is no SME, even without control; up to
 * 50 % held by exempt bodies does not count.
 * Source: recommandation 2003/361/CE; RGEC 651/2014 annexe I art. 2, 3.2 and 3.4; CJUE C-516/19.
 */
export function smeStatus(terms: SizeTerms): SmeStatus {
  const size = sizeByFigures(terms);
  const byFigures = {
    size,
    lostByPublicShare: false,
    reason: SIZE_REASONS[size],
    article: 'recommandation 2003/361/CE, annexe art. 2',
    confidence: 'sourced',
  } as const;
  if (size === 'large') return byFigures;
  const counted = terms.publicShare.minus(terms.exemptPublicShare);
  const lost =
    counted.gte(PUBLIC_SHARE_LIMIT.value) || terms.exemptPublicShare.gt(EXEMPT_PUBLIC_SHARE_LIMIT.value);
  if (!lost) return byFigures;
  return {
    size: 'large',
    lostByPublicShare: true,
    reason: counted.gte(PUBLIC_SHARE_LIMIT.value)
      ? 'qualité de PME perdue : 25 % ou plus du capital à des organismes publics'
      : 'qualité de PME perdue : plus de 50 % du capital à des organismes publics, même dispensés',
    article: 'RGEC 651/2014, annexe I art. 3.4',
    confidence: 'sourced',
  };
}

type Once<U extends 'ratio' | 'count' | 'money'> = Formula<U, 'once', 'defined'>;
type Truth = Line<'truth', 'once', 'defined'>;

/** The same status as lines of a calculation: ceilings read them, so that they follow the capital in one computation. */
export interface SizeLines {
  readonly isSmall: Truth;
  /** Small or medium. */
  readonly isSme: Truth;
  readonly keepsStatus: Truth;
}

/** Writes the size of the enterprise, ids `<prefix>.…`. Same rules and sources as `smeStatus`. */
export function writeSize(
  calculation: Calculation,
  prefix: string,
  terms: {
    /** Public share of the capital, exempt bodies left out. */
    readonly countedPublicShare: Once<'ratio'>;
    readonly exemptPublicShare: Once<'ratio'>;
    readonly employees: Once<'count'>;
    readonly revenue: Once<'money'>;
    readonly balanceSheet: Once<'money'>;
  },
): SizeLines {
  const { countedPublicShare, exemptPublicShare, employees, revenue, balanceSheet } = terms;
  const keepsStatus = calculation.once(
    `${prefix}.keeps-status`,
    'Part publique du capital compatible avec la qualité de PME',
    and(
      isLess(countedPublicShare, lawAssumption(calculation, PUBLIC_SHARE_LIMIT)),
      isAtMost(exemptPublicShare, lawAssumption(calculation, EXEMPT_PUBLIC_SHARE_LIMIT)),
    ),
  );
  const turnover = lawAssumption(calculation, SMALL_TURNOVER);
  const isSmall = calculation.once(
    `${prefix}.is-small`,
    'Petite entreprise',
    and(
      keepsStatus,
      and(
        isLess(employees, lawAssumption(calculation, SMALL_HEADCOUNT)),
        or(isAtMost(revenue, turnover), isAtMost(balanceSheet, turnover)),
      ),
    ),
  );
  const isSme = calculation.once(
    `${prefix}.is-sme`,
    'Petite ou moyenne entreprise',
    and(
      keepsStatus,
      and(
        isLess(employees, lawAssumption(calculation, MEDIUM_HEADCOUNT)),
        or(
          isAtMost(revenue, lawAssumption(calculation, MEDIUM_TURNOVER)),
          isAtLeast(lawAssumption(calculation, MEDIUM_BALANCE_SHEET), balanceSheet),
        ),
      ),
    ),
  );
  return { isSmall, isSme, keepsStatus };
}
