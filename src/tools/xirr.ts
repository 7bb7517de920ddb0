import { z } from 'zod';
import { datedRatesOfReturn } from '../formula/rates-of-return.ts';
import { datedFlows, ratesAnswer, ratesResponse } from './rates.ts';
import { answered, tool } from './tool.ts';

/** All the internal rates of return of dated flows: effective yearly, actual/365. */
export const xirr = tool({
  id: 'xirr',
  title: 'Taux de rendement interne (TRI), flux datés',
  intro:
    'Trouve tous les taux annuels effectifs qui annulent la valeur présente de flux datés (base exact/365).',
  request: z.strictObject({ flows: datedFlows }),
  response: ratesResponse,
  example: {
    flows: [
      { date: '2026-04-30', amount: '-5000' },
      { date: '2027-05-31', amount: '2800' },
      { date: '2028-09-01', amount: '3300' },
    ],
  },
  compute: (asked) => answered(ratesAnswer(datedRatesOfReturn(asked.flows), (yearly) => yearly)),
});
