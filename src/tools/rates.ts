import { z } from 'zod';
import type { Decimal } from '../formula/decimal.ts';
import type { RatesFound } from '../formula/rates-of-return.ts';
import { amount, isoDate } from '../input/fields.ts';
import { numberText } from './tool.ts';

/** What the rates of return have in common: the flows asked, the answer. */

/** More would hold the server for seconds. */
export const MOST_FLOWS = 5000;
/** Flows come from other programs, whose amounts are not in cents. */
export const FLOW_DECIMALS = 20;
/** Digits written, within those that the search guarantees. */
const DIGITS = 18;

export const datedFlows = z
  .array(
    z.strictObject({
      date: isoDate().meta({ title: 'Date' }),
      amount: amount({ decimals: FLOW_DECIMALS }).meta({ title: 'Montant', description: 'Négatif : versé.' }),
    }),
  )
  .min(1)
  .max(MOST_FLOWS)
  .meta({ title: 'Flux datés', description: 'Dans un ordre quelconque.' });

export const ratesResponse = z.object({
  rates: z.array(numberText('Taux')).meta({ title: 'Taux par période' }),
  annualRates: z.array(numberText('Taux annuel')).meta({ title: 'Taux annuels effectifs' }),
  reason: z
    .enum(['no-sign-change', 'no-root'])
    .exactOptional()
    .meta({ title: 'Raison', description: 'Aucun changement de signe, ou aucune racine.' }),
  searched: z.object({ from: numberText('De'), to: numberText('À') }).meta({ title: 'Intervalle exploré' }),
});

type RatesAnswer = z.infer<typeof ratesResponse>;

/** A rate as plain text, without exponent. */
export function rateText(value: Decimal): string {
  return value.toSignificantDigits(DIGITS).toFixed();
}

export function ratesAnswer(found: RatesFound, yearly: (perPeriod: Decimal) => Decimal): RatesAnswer {
  return {
    rates: found.rates.map(rateText),
    annualRates: found.rates.map((perPeriod) => rateText(yearly(perPeriod))),
    ...(found.reason === undefined ? {} : { reason: found.reason }),
    searched: { from: found.searched.from.toFixed(), to: found.searched.to.toFixed() },
  };
}
