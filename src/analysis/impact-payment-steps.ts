import { plus } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { levelPaid, resultsPaid } from '../instruments/impact-scale.ts';
import type { Impact } from '../paths/impact-bond.ts';
import type { PathSetting } from '../paths/setting.ts';
import type { MeasureSetting } from './measure-setting.ts';

/** What a hand needs to find again what is due at each measurement: results, results paid for, price or level, weight. */
export function addImpactPaymentSteps({ deal, keep }: MeasureSetting, { programme, outcome }: Impact): void {
  const { calculation, assume: assumeOfDossier } = deal.setting;
  const assume = ((place, unit) => assumeOfDossier(`programme.${place}`, unit)) as PathSetting['assume'];
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
        const name = `impact.m${index + 1}.${id}-${position + 1}`;
        const label = `${measurement.label} : ${words} pour « ${indicator.label} »`;
        keep(name, calculation.once(`measure.${name}`, label, formula));
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
}
