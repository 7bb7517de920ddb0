import { z } from 'zod';
import { times } from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import { readExactly } from '../formula/exact.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { amount, truth, wholeNumber } from '../input/fields.ts';
import { corporateTax, corporateTaxRules } from '../law/corporate-tax.ts';
import {
  amountText,
  answered,
  centsOf,
  figureOf,
  modelOfYears,
  numberText,
  ratioText,
  tool,
  typed,
} from './tool.ts';

/** The rates have not moved since 2022; the limit is that of years closed since 31/12/2022. */
const LAW_DATE = '2026-01-01';

/** Tax on the profit of one fiscal year, without earlier losses (CGI 219). */
export const corporateTaxTool = tool({
  id: 'corporate-tax',
  title: 'Impôt sur les sociétés',
  intro:
    'Calcule l’impôt sur le bénéfice d’un exercice, au taux réduit puis au taux normal, sans déficit antérieur.',
  request: z.strictObject({
    profit: amount().meta({ title: 'Bénéfice imposable', description: 'En euros ; négatif : déficit.' }),
    months: wholeNumber(1, 24).meta({
      title: 'Mois de l’exercice',
      description: 'Le plafond du taux réduit leur est proportionnel.',
    }),
    reducedRate: truth().meta({
      title: 'Taux réduit applicable',
      description:
        'Chiffre d’affaires d’au plus 10 M€, capital libéré et détenu à 75 % au moins par des personnes physiques.',
    }),
  }),
  response: z.object({
    tax: amountText('Impôt'),
    brackets: z
      .array(
        z.object({ rate: numberText('Taux'), base: amountText('Bénéfice imposé'), tax: amountText('Impôt') }),
      )
      .meta({ title: 'Tranches' }),
  }),
  example: { profit: '200000.00', months: 12, reducedRate: true },
  compute: (asked) => {
    const calculation = modelOfYears(1);
    const profit = typed(calculation, 'profit', 'Bénéfice imposable', 'money', asked.profit);
    const rules = corporateTaxRules(calculation, LAW_DATE);
    const tax = corporateTax(calculation, 'tax', {
      taxableProfit: calculation.yearly('taxableProfit', 'Bénéfice imposable', profit),
      monthsInYear: typed(calculation, 'months', 'Mois de l’exercice', 'months', asked.months),
      reducedRate: asked.reducedRate,
      rules,
    });
    const brackets = [
      bracket(calculation, 'normal', tax.atNormalRate, rules.rate),
      bracket(calculation, 'reduced', tax.atReducedRate, rules.reducedRate),
    ];
    const figures = readExactly(calculation);
    // The reduced rate comes first, as the law applies it.
    const applied = asked.reducedRate ? brackets.toReversed() : brackets.slice(0, 1);
    return answered({
      tax: centsOf(figures, tax.charge),
      brackets: applied.map(({ rate, base, due }) => ({
        rate: ratioText(figureOf(figures, rate)),
        base: centsOf(figures, base),
        tax: centsOf(figures, due),
      })),
    });
  },
});

function bracket(
  calculation: Calculation,
  id: string,
  base: Line<'money', 'yearly', 'defined'>,
  rate: Formula<'ratio', 'once', 'defined'>,
) {
  return {
    base,
    rate: calculation.once(`bracket.${id}.rate`, 'Taux', rate),
    due: calculation.yearly(`bracket.${id}.tax`, 'Impôt de la tranche', times(base, rate)),
  };
}
