import {
  choose,
  isMore,
  max,
  NO_MONEY,
  postedIn,
  roundedToCents,
  sumOfYear,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { FundingContext, MonthlyMoney } from './instrument.ts';

/** Associates decide on the accounts closed in June. */
const ASSEMBLY_MONTH = 6;

/**
 * The variable part of a subordinated loan: a share of the profit of each year at the end of one month of which, at
 * least, the loan was due, charged and paid the next June. Nothing once repaid, nor for a year before it was lent.
 * @param loan what is still due at the end of each month, and whether the lender is still there
 * @returns the line, and what gives it its formula once the results of the borrower are known
 */
export function resultShare(
  { calculation, borrower, id, assume }: FundingContext,
  label: string,
  loan: {
    readonly closing: MonthlyMoney;
    readonly stays: Formula<'truth', 'monthly' | 'once', 'defined'> | undefined;
  },
): { readonly line: MonthlyMoney; readonly define: (result: Line<'money', 'yearly', 'defined'>) => void } {
  const about = { party: borrower };
  const line = calculation.later(`${id}.result-share`, `${label} : part variable`, 'money', 'monthly', about);
  const dueInYear = calculation.yearly(
    `${id}.due-in-year`,
    `${label} : restants dus de fin de mois, cumulés sur l’exercice`,
    sumOfYear(loan.closing),
    about,
  );
  return {
    line,
    define: (result) => {
      const share = roundedToCents(
        times(max(NO_MONEY, postedIn(result, ASSEMBLY_MONTH, -1)), assume('resultShare', 'ratio')),
      );
      const due = choose(isMore(postedIn(dueInYear, ASSEMBLY_MONTH, -1), NO_MONEY), share, NO_MONEY);
      calculation.define(line, loan.stays === undefined ? due : choose(loan.stays, due, NO_MONEY));
    },
  };
}
