import {
  choose,
  constant,
  inYearOf,
  isAtLeast,
  isEqual,
  isLess,
  MONTH,
  max,
  minus,
  NO_MONEY,
  over,
  plus,
  power,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
  YEAR,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Assumption, Formula, Line } from '../formula/operations.ts';
import { growthFactor } from '../formula/rates.ts';
import type { Unit } from '../formula/units.ts';
import type { Ledger } from '../ledger/ledger.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type Month = Formula<'months', 'once', 'defined'>;
type YearlyRatio = Formula<'ratio', 'yearly' | 'once', 'defined'>;

export interface ActivitySetting {
  readonly calculation: Calculation;
  readonly ledger: Ledger;
  readonly company: string;
  readonly assume: <U extends Unit>(path: string, unit: U) => Assumption<U>;
  readonly opening: Month;
  readonly inflationIndex: Line<'ratio', 'yearly', 'defined'>;
}

export interface Activity {
  readonly sales: MonthlyMoney;
  readonly purchases: MonthlyMoney;
  readonly jobAids: MonthlyMoney;
  readonly payroll: MonthlyMoney;
  readonly fixedCosts: MonthlyMoney;
  /** Rent of the premises left at entry into service. */
  readonly formerRent: MonthlyMoney;
  readonly startUpCosts: MonthlyMoney;
  readonly jobsAfter: Line<'count', 'once', 'defined'>;
  readonly jobsCreated: Line<'count', 'once', 'defined'>;
  readonly insertionJobsCreated: Line<'count', 'once', 'defined'>;
}

const ONE_YEAR = constant(1, 'years');
const TWELVE = constant(12, 'ratio');

type Count = Formula<'count', 'once', 'defined'>;

function sumOfCounts(counts: readonly Count[]): Count {
  const [first, ...rest] = counts;
  return first === undefined ? constant(0, 'count') : plus(first, ...rest);
}

/**
 * The activity of the enterprise, before and after entry into service, paid cash: one stream of sales, purchases as
 * a share of them, payroll and job aids by type of post, fixed costs, rent of the premises left.
 *
 * A monthly amount is its yearly amount at the prices of the fiscal year / 12, rounded to the cent.
 */
export function writeActivity(
  setting: ActivitySetting,
  jobs: readonly { readonly id: string; readonly label: string; readonly insertion: boolean }[],
): Activity {
  const { calculation, ledger, company, assume, opening, inflationIndex } = setting;
  const about = { party: company };
  const open = isAtLeast(MONTH, opening);
  const monthlyShare = (
    id: string,
    label: string,
    yearlyAmount: Formula<'money', 'once', 'defined'>,
    index: YearlyRatio,
  ) => calculation.yearly(id, label, roundedToCents(over(times(yearlyAmount, index), TWELVE)), about);
  const beforeThenAfter = (
    id: string,
    label: string,
    before: Formula<'money', 'once', 'defined'>,
    after: Formula<'money', 'once', 'defined'>,
    index: YearlyRatio,
  ): MonthlyMoney =>
    calculation.monthly(
      id,
      label,
      choose(
        open,
        inYearOf(monthlyShare(`${id}.after`, `${label} par mois après la mise en service`, after, index)),
        inYearOf(monthlyShare(`${id}.before`, `${label} par mois avant la mise en service`, before, index)),
      ),
      about,
    );
  const typed = (path: string) => times(assume(path, 'money/years'), ONE_YEAR);

  const salesIndex = calculation.yearly(
    'activity.sales-index',
    "Indice du chiffre d'affaires",
    power(growthFactor(assume('operator.annualRevenueGrowth', 'ratio/years')), YEAR),
    about,
  );
  const sales = beforeThenAfter(
    'activity.sales',
    "Chiffre d'affaires",
    typed('operator.revenueBefore'),
    typed('operator.revenueAfter'),
    salesIndex,
  );
  const purchases = calculation.monthly(
    'activity.purchases',
    'Achats',
    roundedToCents(times(sales, assume('operator.purchasesShare', 'ratio'))),
    about,
  );
  const fixedCosts = beforeThenAfter(
    'activity.fixed-costs',
    'Charges fixes',
    typed('operator.fixedCostsBefore'),
    typed('operator.fixedCostsAfter'),
    inflationIndex,
  );

  const posts = jobs.map((job, index) => {
    const path = `operator.jobs[${index}]`;
    const before = assume(`${path}.before`, 'count');
    const after = assume(`${path}.after`, 'count');
    const yearly = (field: string, count: Formula<'count', 'once', 'defined'>) =>
      times(times(assume(`${path}.${field}`, 'money/count/years'), count), ONE_YEAR);
    return {
      insertion: job.insertion,
      before,
      after,
      payroll: beforeThenAfter(
        `activity.payroll.${job.id}`,
        `Salaires et charges : ${job.label}`,
        yearly('annualCost', before),
        yearly('annualCost', after),
        inflationIndex,
      ),
      aid: beforeThenAfter(
        `activity.aid.${job.id}`,
        `Aide au poste : ${job.label}`,
        yearly('annualAid', before),
        yearly('annualAid', after),
        inflationIndex,
      ),
    };
  });
  const payroll = calculation.monthly(
    'activity.payroll',
    'Salaires et charges sociales',
    sumOfTerms(posts.map((post) => post.payroll)),
    about,
  );
  const jobAids = calculation.monthly(
    'activity.job-aids',
    'Aides au poste',
    sumOfTerms(posts.map((post) => post.aid)),
    about,
  );
  const rentIndex = calculation.yearly(
    'activity.rent-index',
    'Indice des loyers',
    power(growthFactor(assume('macro.annualRentIndexation', 'ratio/years')), YEAR),
    about,
  );
  const formerRent = calculation.monthly(
    'activity.former-rent',
    'Loyer des locaux quittés',
    choose(
      isLess(MONTH, opening),
      inYearOf(
        monthlyShare(
          'activity.former-rent-of-month',
          'Loyer mensuel des locaux quittés',
          typed('operator.currentRentYear'),
          rentIndex,
        ),
      ),
      NO_MONEY,
    ),
    about,
  );
  const startUpCosts = calculation.monthly(
    'activity.start-up-costs',
    'Déménagement et démarrage',
    choose(isEqual(MONTH, opening), assume('project.startUpCosts', 'money'), NO_MONEY),
    about,
  );

  ledger.transfer('customers', company, 'sales', sales);
  ledger.transfer(company, 'suppliers', 'purchases', purchases);
  ledger.transfer(company, 'suppliers', 'external-charges', fixedCosts);
  ledger.transfer(company, 'employees', 'payroll', payroll);
  ledger.transfer('state', company, 'operating-aid', jobAids);
  ledger.transfer(company, 'former-landlord', 'rent', formerRent);
  ledger.transfer(company, 'suppliers', 'start-up-costs', startUpCosts);

  const jobsAfter = calculation.once(
    'activity.jobs-after',
    'Emplois après la mise en service (ETP)',
    sumOfCounts(posts.map((post) => post.after)),
    about,
  );
  return {
    sales,
    purchases,
    jobAids,
    payroll,
    fixedCosts,
    formerRent,
    startUpCosts,
    jobsAfter,
    jobsCreated: calculation.once(
      'activity.jobs-created',
      'Emplois créés (ETP)',
      minus(jobsAfter, sumOfCounts(posts.map((post) => post.before))),
      about,
    ),
    insertionJobsCreated: calculation.once(
      'activity.insertion-jobs-created',
      "Emplois d'insertion créés (ETP)",
      sumOfCounts(posts.filter((post) => post.insertion).map((post) => minus(post.after, post.before))),
      about,
    ),
  };
}

/**
 * VAT of the operation: collected on sales, deducted on purchases, paid the month after, or refunded then if the
 * balance is a credit.
 * @param deductible charges that bear VAT, month by month, before tax
 * @param alreadyPosted deductible VAT that was posted with its invoice (rent)
 */
export function writeOperatingVat(
  setting: Pick<ActivitySetting, 'calculation' | 'ledger' | 'company' | 'assume'>,
  sales: MonthlyMoney,
  deductible: readonly MonthlyMoney[],
  alreadyPosted: readonly MonthlyMoney[] = [],
): { readonly collected: MonthlyMoney; readonly deducted: MonthlyMoney } {
  const { calculation, ledger, company, assume } = setting;
  const about = { party: company };
  const rate = assume('project.vatRate', 'ratio');
  const collected = calculation.monthly(
    'vat.collected',
    'TVA collectée',
    roundedToCents(times(sales, rate)),
    about,
  );
  const deducted = calculation.monthly(
    'vat.deducted',
    'TVA déductible sur charges',
    roundedToCents(times(sumOfTerms(deductible), rate)),
    about,
  );
  const position = calculation.monthly(
    'vat.position',
    'TVA du mois',
    minus(collected, plus(deducted, ...alreadyPosted)),
    about,
  );
  const paid = calculation.monthly(
    'vat.paid',
    'TVA reversée (celle du mois précédent)',
    max(NO_MONEY, previous(position)),
    about,
  );
  const refunded = calculation.monthly(
    'vat.credit-refunded',
    'Crédit de TVA remboursé (celui du mois précédent)',
    max(NO_MONEY, minus(NO_MONEY, previous(position))),
    about,
  );
  ledger.transfer('customers', company, 'vat-collected', collected);
  ledger.transfer(company, 'suppliers', 'vat-deducted', deducted);
  ledger.transfer(company, 'tax-office', 'vat-paid', paid);
  ledger.transfer('tax-office', company, 'vat-refunded', refunded);
  return { collected, deducted };
}
