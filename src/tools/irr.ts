import { z } from 'zod';
import { annualized, periodicRatesOfReturn } from '../formula/rates-of-return.ts';
import { amount, wholeNumber } from '../input/fields.ts';
import { FLOW_DECIMALS, MOST_FLOWS, ratesAnswer, ratesResponse } from './rates.ts';
import { answered, tool } from './tool.ts';

const request = z.strictObject({
  flows: z
    .array(amount({ decimals: FLOW_DECIMALS }))
    .min(1)
    .max(MOST_FLOWS)
    .meta({
      title: 'Flux',
      description: 'Un par période, le premier en début de période ; négatif : versé.',
    }),
  periodsPerYear: wholeNumber(1, 366)
    .optional()
    .meta({ title: 'Périodes par an', description: '1 si les flux sont annuels, 12 s’ils sont mensuels.' }),
});

/** All the internal rates of return of periodic flows, per period and effective yearly. */
export const irr = tool({
  id: 'irr',
  title: 'Taux de rendement interne (TRI), flux périodiques',
  intro: 'Trouve tous les taux qui annulent la valeur présente de flux également espacés.',
  request,
  response: ratesResponse,
  example: { flows: ['-10000', '3500', '7600', '1000'], periodsPerYear: 1 },
  compute: (asked) => {
    const periods = asked.periodsPerYear ?? 1;
    return answered(ratesAnswer(periodicRatesOfReturn(asked.flows), (found) => annualized(found, periods)));
  },
});
