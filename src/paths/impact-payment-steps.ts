import { plus } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import { levelPaid, resultsPaid } from '../instruments/impact-scale.ts';
import type { Impact } from './impact.ts';
import type { PathSetting } from './setting.ts';

/**
 * What a hand needs to find again what is due at each measurement: results, results paid for, price or level, weight.
 * @returns lines by id: `m1.price-2` is the price of the second indicator at the first measurement
 */
export function writePaymentSteps(
  setting: PathSetting,
  { programme, outcome }: Pick<Impact, 'programme' | 'outcome'>,
): ReadonlyMap<string, Line> {
  const assume = <U extends Unit>(place: string, unit: U) => setting.assume(`programme.${place}`, unit);
  const steps = new Map<string, Line>();
  programme.measurements.forEach((measurement, index) => {
    programme.indicators.forEach((indicator, position) => {
      const place = `indicators[${position}]`;
      const rank = measurement.results.findIndex((item) => item.indicator === indicator.id);
      const result = assume(`measurements[${index}].results[${rank}].${outcome}`, 'count');
      const step = <U extends 'count' | 'money' | 'ratio'>(
        id: string,
        words: string,
        formula: Formula<U, 'once', 'defined'>,
      ) => {
        const name = `m${index + 1}.${id}-${position + 1}`;
        const label = `${measurement.label} : ${words} pour « ${indicator.label} »`;
        steps.set(name, setting.calculation.once(`impact.${name}`, label, formula));
      };
      step('result', 'résultats', plus(result));
      if (indicator.pricing === 'linear') {
        step('paid-result', 'résultats payés', resultsPaid({ assume }, place, result));
        step('price', 'prix unitaire', plus(assume(`${place}.unitPrice`, 'money')));
      } else
        step('price', 'montant du palier atteint', levelPaid({ assume }, place, indicator.pricing, result));
      step('weight', 'pondération', plus(assume(`${place}.weight`, 'ratio')));
    });
  });
  return steps;
}
