import {
  max,
  min,
  minus,
  NO_MONEY,
  plus,
  postedIn,
  roundedToCents,
  sumOfYear,
  times,
} from '../formula/build.ts';
import { lawAssumption } from '../law/figure.ts';
import { PATRONAGE_RATE, PATRONAGE_REDUCED_RATE, PATRONAGE_THRESHOLD } from '../law/patronage-figures.ts';
import type { FundingContext, MonthlyMoney } from './instrument.ts';

/** With the balance of the giver's corporate tax, in the year after the gift. */
const SETTLEMENT_MONTH = 5;
/** From a gift to that month, whenever in its year the gift was made. */
export const RELIEF_DELAY = 17;

/**
 * Posts the tax that the State gives up to a company that gives (CGI 238 bis): a share of the gifts of the year, a
 * smaller one above a threshold. Its ceiling, a share of the giver's turnover, is not tested: no dossier knows it.
 * @returns what the State pays, month by month
 */
export function postPatronRelief(
  { calculation, ledger, id, borrower }: FundingContext,
  label: string,
  gift: { readonly giver: string; readonly given: MonthlyMoney },
): MonthlyMoney {
  const about = { party: borrower };
  const given = calculation.yearly(
    `${id}.given-of-year`,
    `${label} : dons de l’année`,
    sumOfYear(gift.given),
    about,
  );
  const threshold = lawAssumption(calculation, PATRONAGE_THRESHOLD);
  const ofYear = calculation.yearly(
    `${id}.relief-of-year`,
    `${label} : réduction d’impôt du mécène, acquise dans l’année`,
    roundedToCents(
      plus(
        times(min(given, threshold), lawAssumption(calculation, PATRONAGE_RATE)),
        times(max(NO_MONEY, minus(given, threshold)), lawAssumption(calculation, PATRONAGE_REDUCED_RATE)),
      ),
    ),
    about,
  );
  const relief = calculation.monthly(
    `${id}.relief`,
    `${label} : réduction d’impôt du mécène`,
    postedIn(ofYear, SETTLEMENT_MONTH, -1),
    about,
  );
  ledger.transfer('state-tax-relief', gift.giver, 'patronage-tax-relief', relief);
  return relief;
}
