import { z } from 'zod';
import { minus, over, times, YEAR } from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Decimal } from '../formula/decimal.ts';
import { readExactly } from '../formula/exact.ts';
import type { Line } from '../formula/operations.ts';
import { amount, literal, rate, share, wholeNumber } from '../input/fields.ts';
import {
  guaranteeGrantEquivalent,
  landDiscountGrantEquivalent,
  reducedRentGrantEquivalent,
  softLoanGrantEquivalent,
} from '../law/state-aid.ts';
import { amountText, answered, centsOf, modelOfYears, tool, typed } from './tool.ts';

const positive = () => amount({ min: '0' });
const years = () => wholeNumber(1, 100).meta({ title: 'Durée en années' });
const discountRate = () =>
  rate().meta({ title: 'Taux d’actualisation', description: 'Taux de base de l’Union + 1 point.' });

const softLoan = z.strictObject({
  kind: literal('soft-loan'),
  amount: positive().meta({ title: 'Montant du prêt' }),
  annualRate: rate().meta({ title: 'Taux du prêt' }),
  years: years(),
  referenceRate: rate().meta({
    title: 'Taux de référence',
    description: 'Taux de base + marge de la notation.',
  }),
  discountRate: discountRate(),
});

const guarantee = z.strictObject({
  kind: literal('guarantee'),
  amount: positive().meta({ title: 'Montant du prêt garanti' }),
  years: years(),
  coverage: share().meta({ title: 'Quotité garantie' }),
  safeHarbourPremium: rate().meta({ title: 'Prime refuge', description: 'Par an, selon la notation.' }),
  paidPremium: rate().meta({ title: 'Prime payée', description: 'Par an ; 0 si gratuite.' }),
  discountRate: discountRate(),
});

const landDiscount = z.strictObject({
  kind: literal('land-discount'),
  marketValue: positive().meta({ title: 'Valeur vénale', description: 'Avis du Domaine ou expert.' }),
  price: positive().meta({ title: 'Prix' }),
});

const reducedRent = z.strictObject({
  kind: literal('reduced-rent'),
  marketRent: positive().meta({ title: 'Loyer annuel de marché' }),
  rent: positive().meta({ title: 'Loyer annuel' }),
  years: years(),
  discountRate: discountRate(),
});

const request = z.discriminatedUnion('kind', [softLoan, guarantee, landDiscount, reducedRent]);
type Asked = z.infer<typeof request>;

/** The « équivalent-subvention brut » of a public contribution that is no grant. */
export const grantEquivalent = tool({
  id: 'grant-equivalent',
  title: 'Équivalent-subvention brut d’une aide',
  intro: 'Donne ce que vaut, en subvention, un prêt bonifié, une garantie, un rabais ou un loyer réduit.',
  request,
  response: z.object({ grantEquivalent: amountText('Équivalent-subvention brut') }),
  example: {
    kind: 'soft-loan',
    amount: '500000.00',
    annualRate: '0.01',
    years: 10,
    referenceRate: '0.049',
    discountRate: '0.037',
  },
  compute: (asked) => {
    const calculation = modelOfYears('years' in asked ? asked.years : 1);
    const line = written(calculation, asked);
    return answered({ grantEquivalent: centsOf(readExactly(calculation), line) });
  },
});

function written(calculation: Calculation, asked: Asked): Line<'money', 'once', 'defined'> {
  const money = (id: string, label: string, value: Decimal) => typed(calculation, id, label, 'money', value);
  const yearlyRate = (id: string, label: string, value: Decimal) =>
    typed(calculation, id, label, 'ratio/years', value);
  switch (asked.kind) {
    case 'soft-loan':
      return softLoanGrantEquivalent(calculation, 'aid', {
        outstanding: levelPrincipal(calculation, asked.amount, asked.years),
        annualRate: yearlyRate('annualRate', 'Taux du prêt', asked.annualRate),
        referenceRate: yearlyRate('referenceRate', 'Taux de référence', asked.referenceRate),
        discountRate: yearlyRate('discountRate', 'Taux d’actualisation', asked.discountRate),
      });
    case 'guarantee':
      return guaranteeGrantEquivalent(calculation, 'aid', {
        outstanding: levelPrincipal(calculation, asked.amount, asked.years),
        coverage: typed(calculation, 'coverage', 'Quotité garantie', 'ratio', asked.coverage),
        safeHarbourPremium: yearlyRate('safeHarbourPremium', 'Prime refuge', asked.safeHarbourPremium),
        paidPremium: yearlyRate('paidPremium', 'Prime payée', asked.paidPremium),
        discountRate: yearlyRate('discountRate', 'Taux d’actualisation', asked.discountRate),
      });
    case 'land-discount':
      return landDiscountGrantEquivalent(calculation, 'aid', {
        marketValue: money('marketValue', 'Valeur vénale', asked.marketValue),
        price: money('price', 'Prix', asked.price),
      });
    case 'reduced-rent':
      return reducedRentGrantEquivalent(calculation, 'aid', {
        marketRent: money('marketRent', 'Loyer annuel de marché', asked.marketRent),
        rent: money('rent', 'Loyer annuel', asked.rent),
        discountRate: yearlyRate('discountRate', 'Taux d’actualisation', asked.discountRate),
      });
  }
}

/** Balance at the start of each year of a loan repaid in equal yearly parts. Not rounded: an aid is no contract. */
function levelPrincipal(calculation: Calculation, lent: Decimal, duration: number) {
  const amountLent = typed(calculation, 'amount', 'Montant du prêt', 'money', lent);
  const count = typed(calculation, 'years', 'Nombre d’annuités', 'count', duration);
  const left = over(minus(count, YEAR), count);
  return calculation.yearly('outstanding', 'Capital restant dû en début d’année', times(amountLent, left));
}
