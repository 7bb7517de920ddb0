import { choose, constant, isAtLeast, min, NO_MONEY, over, roundedToCents, times } from '../formula/build.ts';
import type { Assumption, Formula } from '../formula/operations.ts';
import type { ImpactSetting } from './impact-setting.ts';

type OnceFormula = Formula<'money', 'once', 'defined'>;

/** A price is that of one result. */
const ONE_RESULT = constant(1, 'count');

type Assume = Pick<ImpactSetting, 'assume'>;
type Pricing = 'linear' | 'tier' | 'binary';

/** Of a unit price, results that are paid for: none under the threshold, no more than the ceiling. */
export function resultsPaid(
  { assume }: Assume,
  place: string,
  result: Assumption<'count'>,
): Formula<'count', 'once', 'defined'> {
  const level = (name: string) => assume(`${place}.${name}`, 'count');
  return choose(isAtLeast(result, level('threshold')), min(result, level('ceiling')), constant(0, 'count'));
}

/** Of a scale of amounts, that of the highest level reached. */
export function levelPaid(
  { assume }: Assume,
  place: string,
  pricing: Exclude<Pricing, 'linear'>,
  result: Assumption<'count'>,
): OnceFormula {
  const level = (name: string) => assume(`${place}.${name}`, 'count');
  const pays = (name: string) => assume(`${place}.${name}`, 'money');
  return pricing === 'binary'
    ? choose(isAtLeast(result, level('target')), pays('paymentAtTarget'), NO_MONEY)
    : choose(
        isAtLeast(result, level('ceiling')),
        pays('paymentAtCeiling'),
        choose(
          isAtLeast(result, level('target')),
          pays('paymentAtTarget'),
          choose(isAtLeast(result, level('threshold')), pays('paymentAtThreshold'), NO_MONEY),
        ),
      );
}

/** What one indicator pays for a result, to the cent. */
export function dueFor(
  setting: Assume,
  place: string,
  pricing: Pricing,
  result: Assumption<'count'>,
): OnceFormula {
  const { assume } = setting;
  const whole =
    pricing === 'linear'
      ? choose(
          isAtLeast(result, assume(`${place}.threshold`, 'count')),
          times(
            assume(`${place}.unitPrice`, 'money'),
            over(min(result, assume(`${place}.ceiling`, 'count')), ONE_RESULT),
          ),
          NO_MONEY,
        )
      : levelPaid(setting, place, pricing, result);
  return roundedToCents(times(whole, assume(`${place}.weight`, 'ratio')));
}
