import { z } from 'zod';
import { netPresentValue } from '../formula/rates-of-return.ts';
import { freeRate } from '../input/fields.ts';
import { datedFlows } from './rates.ts';
import { answered, numberText, tool } from './tool.ts';

/** The present value of dated flows at the earliest date given, be its amount zero: actual/365, not rounded. */
export const npv = tool({
  id: 'npv',
  title: 'Valeur présente de flux datés',
  intro: 'Actualise des flux datés à la première de leurs dates (base exact/365).',
  request: z.strictObject({
    annualRate: freeRate().meta({
      title: 'Taux annuel',
      description: 'Effectif, en fraction ; tout taux supérieur à −1.',
    }),
    flows: datedFlows,
  }),
  response: z.object({ value: numberText('Valeur présente') }),
  example: {
    annualRate: '0.05',
    flows: [
      { date: '2026-01-01', amount: '-10000' },
      { date: '2027-03-01', amount: '2750' },
      { date: '2028-10-30', amount: '9250' },
    ],
  },
  compute: (asked) =>
    answered({ value: netPresentValue(asked.annualRate, asked.flows).toSignificantDigits(25).toFixed() }),
});
