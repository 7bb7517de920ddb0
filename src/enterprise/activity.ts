import {
  choose,
  constant,
  inYearOf,
  isEqual,
  isLess,
  MONTH,
  NO_MONEY,
  power,
  times,
  YEAR,
} from '../formula/build.ts';
import { growthFactor } from '../formula/rates.ts';
import { openBeforeAndAfter } from './before-and-after.ts';
import { type JobShape, type Jobs, writeJobs } from './jobs.ts';
import { type Revenues, type StreamShape, writeRevenues } from './revenues.ts';
import type { ActivitySetting, MonthlyMoney } from './setting.ts';
import { writeStocks } from './stocks.ts';
import { type CreditTerms, type InvoicedVat, writeTradeCredit } from './trade-credit.ts';

export interface Activity extends Revenues, Jobs {
  /** Bought each month, before VAT: what is consumed, and what stocks gain. */
  readonly purchases: MonthlyMoney;
  readonly fixedCosts: MonthlyMoney;
  /** Rent of the premises left at entry into service, or kept. */
  readonly formerRent: MonthlyMoney;
  readonly startUpCosts: MonthlyMoney;
  /** Undefined for who is not subject to VAT. */
  readonly invoicedVat: InvoicedVat | undefined;
}

/** What decides the shape of an activity; its numbers are read as assumptions. */
export interface ActivityShape extends CreditTerms {
  readonly streams: readonly StreamShape[];
  readonly jobs: readonly JobShape[];
  readonly rampUpMonths: number;
  readonly stocks: boolean;
  /** It stays in its premises: their rent goes on after entry into service. */
  readonly keepsPremises: boolean;
}

const ONE_YEAR = constant(1, 'years');

/**
 * The activity of the enterprise, before and after entry into service: turnover and jobs over the ramp-up, purchases
 * and stocks, fixed costs at once, rent of the premises left, costs of the move.
 *
 * A monthly amount is its yearly amount at the prices of the fiscal year / 12, rounded to the cent. Payroll, aids, rent
 * and the move are paid in their month; sales, purchases and fixed costs after the delays of `writeTradeCredit`.
 */
export function writeActivity(setting: ActivitySetting, shape: ActivityShape): Activity {
  const { calculation, ledger, company, assume, opening, inflationIndex } = setting;
  const about = { party: company };
  const passage = openBeforeAndAfter(setting, shape.rampUpMonths);
  const typed = (path: string) => times(assume(path, 'money/years'), ONE_YEAR);

  const revenues = writeRevenues(setting, passage, shape.streams);
  const purchases = writeStocks(setting, revenues.consumption, shape.stocks);
  const fixedCosts = passage.atOnce(
    'activity.fixed-costs',
    'Charges fixes',
    typed('operator.fixedCostsBefore'),
    typed('operator.fixedCostsAfter'),
    inflationIndex,
  );
  const jobs = writeJobs(setting, passage, shape.jobs);
  const rentIndex = calculation.yearly(
    'activity.rent-index',
    'Indice des loyers',
    power(growthFactor(assume('macro.annualRentIndexation', 'ratio/years')), YEAR),
    about,
  );
  const formerRentOfMonth = passage.monthOf(
    'activity.former-rent-of-month',
    shape.keepsPremises ? 'Loyer mensuel des locaux' : 'Loyer mensuel des locaux quittés',
    typed('operator.currentRentYear'),
    rentIndex,
  );
  const formerRent = calculation.monthly(
    'activity.former-rent',
    shape.keepsPremises ? 'Loyer des locaux' : 'Loyer des locaux quittés',
    shape.keepsPremises
      ? inYearOf(formerRentOfMonth)
      : choose(isLess(MONTH, opening), inYearOf(formerRentOfMonth), NO_MONEY),
    about,
  );
  const startUpCosts = calculation.monthly(
    'activity.start-up-costs',
    'Déménagement et démarrage',
    choose(isEqual(MONTH, opening), assume('project.startUpCosts', 'money'), NO_MONEY),
    about,
  );
  const invoicedVat = writeTradeCredit(setting, { sales: revenues.sales, purchases, fixedCosts }, shape);
  ledger.transfer(company, 'employees', 'payroll', jobs.payroll);
  ledger.transfer('state', company, 'operating-aid', jobs.jobAids);
  ledger.transfer(company, 'former-landlord', 'rent', formerRent);
  ledger.transfer(company, 'suppliers', 'start-up-costs', startUpCosts);
  return { ...revenues, ...jobs, purchases, fixedCosts, formerRent, startUpCosts, invoicedVat };
}
