import {
  choose,
  constant,
  inYearOf,
  isAtLeast,
  isMore,
  MONTH,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { ActivitySetting, MonthlyMoney, OnceMoney, YearlyRatio } from './setting.ts';

const TWELVE = constant(12, 'ratio');
const ONE_MONTH = constant(1, 'months');
const NO_RATIO = constant(0, 'ratio');

/** A yearly amount known before and after entry into service, as what each month is worth. */
export interface BeforeAndAfter {
  /** A twelfth of a yearly amount at the prices of the year, rounded to the cent. */
  readonly monthOf: (
    id: string,
    label: string,
    yearlyAmount: OnceMoney,
    index: YearlyRatio,
  ) => Line<'money', 'yearly', 'defined'>;
  /** The amount of before, then that of after from entry into service on, at once. */
  readonly atOnce: (
    id: string,
    label: string,
    before: OnceMoney,
    after: OnceMoney,
    index: YearlyRatio,
  ) => MonthlyMoney;
  /** The same, reached month by month over the ramp-up; `applies` says in which months there is anything at all. */
  readonly rampedUp: (
    id: string,
    label: string,
    before: OnceMoney,
    after: OnceMoney,
    index: YearlyRatio,
    applies?: Formula<'truth', 'monthly' | 'once', 'defined'>,
  ) => MonthlyMoney;
}

/**
 * Opens the passage from before to after entry into service.
 * @param rampUpMonths n: month j of n after entry into service (1 is that of entry itself) is worth j/n of the way;
 *   0: all at once
 */
export function openBeforeAndAfter(setting: ActivitySetting, rampUpMonths: number): BeforeAndAfter {
  const { calculation, company, assume, opening } = setting;
  const about = { party: company };
  const open = isAtLeast(MONTH, opening);
  const progress =
    rampUpMonths === 0
      ? undefined
      : calculation.monthly(
          'activity.ramp-up',
          'Montée en charge',
          choose(
            open,
            min(
              ONE_RATIO,
              over(plus(minus(MONTH, opening), ONE_MONTH), assume('operator.rampUpMonths', 'months')),
            ),
            NO_RATIO,
          ),
          about,
        );
  const monthOf: BeforeAndAfter['monthOf'] = (id, label, yearlyAmount, index) =>
    calculation.yearly(id, label, roundedToCents(over(times(yearlyAmount, index), TWELVE)), about);
  const bothSides = (id: string, label: string, before: OnceMoney, after: OnceMoney, index: YearlyRatio) => ({
    after: inYearOf(monthOf(`${id}.after`, `${label} par mois après la mise en service`, after, index)),
    before: inYearOf(monthOf(`${id}.before`, `${label} par mois avant la mise en service`, before, index)),
  });
  return {
    monthOf,
    atOnce: (id, label, before, after, index) => {
      const of = bothSides(id, label, before, after, index);
      return calculation.monthly(id, label, choose(open, of.after, of.before), about);
    },
    rampedUp: (id, label, before, after, index, applies) => {
      const of = bothSides(id, label, before, after, index);
      const level =
        progress === undefined
          ? choose(open, of.after, of.before)
          : choose(
              isAtLeast(progress, ONE_RATIO),
              of.after,
              choose(
                isMore(progress, NO_RATIO),
                roundedToCents(plus(of.before, times(minus(of.after, of.before), progress))),
                of.before,
              ),
            );
      return calculation.monthly(
        id,
        label,
        applies === undefined ? level : choose(applies, level, NO_MONEY),
        about,
      );
    },
  };
}
