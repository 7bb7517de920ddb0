import { choose, constant, isAtLeast, min, NO_MONEY, over, roundedToCents, times } from '../formula/build.ts';
import type { Assumption, Formula } from '../formula/operations.ts';
import type { ImpactSetting } from './impact-contract.ts';

type OnceFormula = Formula<'money', 'once', 'defined'>;

/** A price is that of one result. */
const ONE_RESULT = constant(1, 'count');

/** What one indicator pays for a result, to the cent. */
export function dueFor(
  { assume }: ImpactSetting,
  place: string,
  pricing: 'linear' | 'tier' | 'binary',
  result: Assumption<'count'>,
): OnceFormula {
  const level = (name: string) => assume(`${place}.${name}`, 'count');
  const pays = (name: string) => assume(`${place}.${name}`, 'money');
  const whole =
    pricing === 'linear'
      ? choose(
          isAtLeast(result, level('threshold')),
          times(assume(`${place}.unitPrice`, 'money'), over(min(result, level('ceiling')), ONE_RESULT)),
          NO_MONEY,
        )
      : pricing === 'binary'
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
  return roundedToCents(times(whole, assume(`${place}.weight`, 'ratio')));
}
