import {
  choose,
  constant,
  isAtLeast,
  isEqual,
  isMore,
  MONTHS_IN_YEAR,
  NO_MONEY,
  ONE_RATIO,
  sumOfYear,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { CompanyFunding } from './company.ts';
import type { PathSetting } from './setting.ts';

/** The annuities of the fiscal years in which a cover is tested: full years of twelve months after the deferral. */
export function testedAnnuities(
  setting: PathSetting,
  { plan, planId, terms, termsPath }: CompanyFunding,
  annuities: Line<'money', 'yearly', 'defined'>,
): Line<'money', 'yearly', 'defined'> {
  const { calculation, assume } = setting;
  const amortising = calculation.monthly(
    `${planId}.amortising`,
    'Échéance après le différé',
    choose(
      isMore(
        plan.loan.number,
        terms.deferralKind === 'none'
          ? constant(0, 'count')
          : assume(`${termsPath}.deferralPayments`, 'count'),
      ),
      ONE_RATIO,
      constant(0, 'ratio'),
    ),
  );
  const isTested = isAtLeast(sumOfYear(amortising), constant(terms.paymentsPerYear, 'ratio'));
  const isWhole = isEqual(MONTHS_IN_YEAR, constant(12, 'months'));
  const tested: Formula<'money', 'yearly' | 'once', 'defined'> = choose(
    isTested,
    choose(isWhole, annuities, NO_MONEY),
    NO_MONEY,
  );
  return calculation.yearly(`${planId}.tested-annuities`, 'Annuités des exercices testés', tested);
}
