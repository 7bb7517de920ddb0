import {
  constant,
  endOfYear,
  max,
  min,
  NO_MONEY,
  postedIn,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import { ASSEMBLY_MONTH } from '../ledger/profit-entries.ts';
import type { FundingContext, MonthlyMoney } from './instrument.ts';

const ONE_YEAR = constant(1, 'years');

/**
 * The variable part of titres participatifs: a share of the profit of the accounts approved, within a yearly rate on a
 * base of at most 40 % of the nominal due when the year closes (C. com. R228-49). Charged and paid in June.
 * @returns the line, and what gives it its formula once the results of the issuer are known
 */
export function titleVariablePart(
  { calculation, borrower, id, assume }: FundingContext,
  label: string,
  closing: MonthlyMoney,
): { readonly line: MonthlyMoney; readonly define: (result: Line<'money', 'yearly', 'defined'>) => void } {
  const about = { party: borrower };
  const line = calculation.later(
    `${id}.variable-part`,
    `${label} : part variable`,
    'money',
    'monthly',
    about,
  );
  const most = calculation.yearly(
    `${id}.variable-most`,
    `${label} : part variable, plafond de l’exercice`,
    roundedToCents(
      times(
        times(endOfYear(closing), assume('variableBase', 'ratio')),
        times(assume('variableRate', 'ratio/years'), ONE_YEAR),
      ),
    ),
    about,
  );
  return {
    line,
    define: (result) => {
      const ofYear = calculation.yearly(
        `${id}.variable-of-year`,
        `${label} : part variable sur l’exercice`,
        min(most, roundedToCents(times(max(NO_MONEY, result), assume('resultShare', 'ratio')))),
        about,
      );
      calculation.define(line, postedIn(ofYear, ASSEMBLY_MONTH, -1));
    },
  };
}
