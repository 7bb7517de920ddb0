import {
  choose,
  constant,
  integerPart,
  isAtLeast,
  isEqual,
  isLess,
  MONTH,
  max,
  minus,
  NO_MONEY,
  over,
  plus,
  previous,
  roundedToCents,
  sumOver,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { LeaseConditions, LeaseSetting } from './lease-setting.ts';
import type { MonthlyMoney, OnceMoney } from './setting.ts';

/** Rent invoiced for each period, and its share of each month. */
export function invoices(
  { calculation, tenant }: LeaseSetting,
  { paymentsPerYear, inAdvance }: LeaseConditions,
  rent: {
    readonly annualRent: OnceMoney;
    readonly shareOfMonth: Line<'ratio', 'monthly', 'defined'>;
    readonly elapsed: Formula<'months', 'monthly' | 'once', 'defined'>;
  },
): { readonly rentDue: MonthlyMoney; readonly rentOfMonth: MonthlyMoney } {
  const { annualRent, shareOfMonth, elapsed } = rent;
  const about = { party: tenant };
  if (paymentsPerYear === 12) {
    const rentDue = calculation.monthly(
      'lease.rent',
      'Loyer',
      roundedToCents(times(annualRent, shareOfMonth)),
      about,
    );
    return { rentDue, rentOfMonth: rentDue };
  }
  const three = constant(3, 'months');
  // Quarters run from entry into service: a payment falls where the months elapsed make whole quarters.
  const onDate = (months: Formula<'months', 'monthly' | 'once', 'defined'>) => {
    const quarters = over(months, three);
    return isEqual(integerPart(quarters), quarters);
  };
  const position = inAdvance ? elapsed : plus(elapsed, constant(1, 'months'));
  const isDue = choose(
    isAtLeast(position, constant(inAdvance ? 0 : 3, 'months')),
    onDate(position),
    constant(0, 'truth'),
  );
  // The last quarter is invoiced whole, though its last months are after the calculation: the enterprise goes on.
  const lastWholeQuarter = constant(calculation.timeline.months - 3, 'months');
  const monthsAfterEnd = over(
    max(constant(0, 'months'), minus(MONTH, lastWholeQuarter)),
    constant(1, 'months'),
  );
  const invoiced = inAdvance
    ? plus(sumOver(shareOfMonth, 0, 2), times(shareOfMonth, monthsAfterEnd))
    : sumOver(shareOfMonth, -2, 0);
  const rentDue = calculation.monthly(
    'lease.rent',
    'Loyer',
    choose(isDue, roundedToCents(times(annualRent, invoiced)), NO_MONEY),
    about,
  );
  const rentOfMonth = calculation.later('lease.rent-of-month', 'Loyer du mois', 'money', 'monthly', about);
  const closesQuarter = onDate(plus(elapsed, constant(1, 'months')));
  const invoice = inAdvance ? previous(rentDue, 2) : rentDue;
  calculation.define(
    rentOfMonth,
    choose(
      isLess(elapsed, constant(0, 'months')),
      NO_MONEY,
      choose(
        closesQuarter,
        minus(invoice, plus(previous(rentOfMonth), previous(rentOfMonth, 2))),
        roundedToCents(times(annualRent, shareOfMonth)),
      ),
    ),
  );
  return { rentDue, rentOfMonth };
}
