import {
  choose,
  constant,
  isAtLeast,
  MONTH,
  minus,
  NO_MONEY,
  over,
  plus,
  postedIn,
  previous,
  roundedToCents,
  sumOfTerms,
  sumOfYear,
  times,
} from '../formula/build.ts';
import { CLOSING_MONTH } from '../formula/timeline.ts';
import type { ActivitySetting, MonthlyMoney } from './setting.ts';

/**
 * What the enterprise must spend each year to keep its equipment: paid in December from a year after entry into
 * service, depreciated over the years that follow, year j of n taking round(A·j/n) − round(A·(j−1)/n).
 * @param lifeYears whole number of years of depreciation
 * @returns what is paid each month, before VAT
 */
export function writeRenewal(setting: ActivitySetting, lifeYears: number): MonthlyMoney {
  const { calculation, ledger, company, assume, opening, inflationIndex } = setting;
  const about = { party: company };
  const ofYear = calculation.yearly(
    'renewal.of-year',
    'Renouvellement de l’année',
    roundedToCents(
      times(times(assume('operator.renewalYear', 'money/years'), constant(1, 'years')), inflationIndex),
    ),
    about,
  );
  const paid = calculation.monthly(
    'renewal.paid',
    'Investissements de renouvellement',
    choose(
      isAtLeast(MONTH, plus(opening, constant(12, 'months'))),
      postedIn(ofYear, CLOSING_MONTH),
      NO_MONEY,
    ),
    about,
  );
  ledger.transfer(company, 'suppliers', 'equipment-renewal', paid);

  const bought = calculation.yearly(
    'renewal.bought',
    'Renouvellement payé dans l’exercice',
    sumOfYear(paid),
    about,
  );
  const charge = calculation.yearly(
    'renewal.depreciation',
    'Amortissement du renouvellement',
    sumOfTerms(
      Array.from({ length: lifeYears }, (_, index) => {
        const rank = index + 1;
        const upTo = (years: number) =>
          roundedToCents(
            times(previous(bought, rank), over(constant(years, 'ratio'), constant(lifeYears, 'ratio'))),
          );
        return minus(upTo(rank), upTo(rank - 1));
      }),
    ),
    about,
  );
  const posted = calculation.monthly(
    'renewal.depreciation-posted',
    'Amortissement du renouvellement, à la clôture',
    postedIn(charge, CLOSING_MONTH),
    about,
  );
  ledger.accrue(company, 'depreciation', posted);
  return paid;
}
