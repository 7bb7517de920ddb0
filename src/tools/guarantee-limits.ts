import { z } from 'zod';
import { constant, roundedToCents, times } from '../formula/build.ts';
import type { Decimal } from '../formula/decimal.ts';
import { type Figures, readExactly } from '../formula/exact.ts';
import { amount, rate, share, truth, wholeNumber } from '../input/fields.ts';
import { levelPayment } from '../instruments/annuity.ts';
import { type GuaranteeRatio, guaranteeLimits } from '../law/guarantee-limits.ts';
import {
  amountText,
  answered,
  centsOf,
  figureOf,
  holds,
  modelOfYears,
  numberText,
  ratioText,
  tool,
  typed,
} from './tool.ts';

const ONE_YEAR = constant(1, 'years');
const positive = () => amount({ min: '0' });

const request = z.strictObject({
  realOperatingRevenue: positive().meta({
    title: 'Recettes réelles de fonctionnement',
    description: 'De la collectivité, budget principal, en euros par an.',
  }),
  ownAnnuities: positive().meta({ title: 'Annuités de sa propre dette' }),
  guaranteedAnnuities: positive().meta({ title: 'Annuités déjà garanties' }),
  debtorGuaranteedAnnuities: positive().meta({ title: 'Dont annuités garanties à ce débiteur' }),
  provisions: positive().optional().meta({ title: 'Provisions pour garanties', description: '0 à défaut.' }),
  loan: z
    .strictObject({
      amount: amount({ min: '0', aboveMin: true }).meta({ title: 'Montant du prêt' }),
      annualRate: rate().meta({ title: 'Taux annuel' }),
      years: wholeNumber(1, 100).meta({ title: 'Durée en années' }),
    })
    .meta({ title: 'Prêt à garantir', description: 'Annuités constantes.' }),
  coverage: share().meta({ title: 'Quotité garantie', description: 'En fraction : 0.5 pour 50 %.' }),
  otherCoverage: share().meta({ title: 'Quotité garantie par d’autres collectivités' }),
  development: truth()
    .optional()
    .meta({ title: 'Opération d’aménagement', description: 'C. urb. L300-1 et suivants.' }),
  generalInterest: truth()
    .optional()
    .meta({ title: 'Organisme d’intérêt général', description: 'CGI art. 200 et 238 bis.' }),
});

const response = z.object({
  ratios: z
    .array(
      z.object({
        id: z.enum(['galland-1', 'galland-2', 'galland-3']).meta({ title: 'Ratio' }),
        value: numberText('Valeur'),
        limit: numberText('Plafond'),
        headroom: numberText('Marge'),
        met: z.boolean().meta({ title: 'Respecté' }),
        article: z.string().meta({ title: 'Article' }),
      }),
    )
    .meta({ title: 'Ratios' }),
  maximumCoverage: numberText('Quotité maximale'),
  guaranteedAnnuity: amountText('Première annuité garantie'),
});

/** The three « ratios Galland » of a guarantee on a loan of level yearly annuities. */
export const guaranteeLimitsTool = tool({
  id: 'guarantee-limits',
  title: 'Ratios d’une garantie d’emprunt (Galland)',
  intro:
    'Vérifie les trois ratios d’une garantie d’emprunt accordée par une collectivité et donne la quotité maximale.',
  request,
  response,
  example: {
    realOperatingRevenue: '60000000.00',
    ownAnnuities: '6000000.00',
    guaranteedAnnuities: '1000000.00',
    debtorGuaranteedAnnuities: '0.00',
    loan: { amount: '4000000.00', annualRate: '0.038', years: 20 },
    coverage: '0.5',
    otherCoverage: '0',
  },
  compute: (asked) => {
    const calculation = modelOfYears(1);
    const money = (id: string, label: string, value: Decimal | number) =>
      typed(calculation, id, label, 'money', value);
    const ratio = (id: string, label: string, value: Decimal | number) =>
      typed(calculation, id, label, 'ratio', value);
    const annualRate = typed(calculation, 'annualRate', 'Taux annuel', 'ratio/years', asked.loan.annualRate);
    const annuity = calculation.once(
      'annuity',
      'Annuité constante du prêt',
      roundedToCents(
        levelPayment(
          money('amount', 'Montant du prêt', asked.loan.amount),
          times(annualRate, ONE_YEAR),
          ratio('years', 'Nombre d’annuités', asked.loan.years),
        ),
      ),
    );
    const limits = guaranteeLimits(calculation, 'guarantee', {
      realOperatingRevenue: money(
        'revenue',
        'Recettes réelles de fonctionnement',
        asked.realOperatingRevenue,
      ),
      ownAnnuities: money('ownAnnuities', 'Annuités propres', asked.ownAnnuities),
      guaranteedAnnuities: money('guaranteedAnnuities', 'Annuités déjà garanties', asked.guaranteedAnnuities),
      debtorGuaranteedAnnuities: money(
        'debtorGuaranteedAnnuities',
        'Annuités déjà garanties au débiteur',
        asked.debtorGuaranteedAnnuities,
      ),
      provisions: money('provisions', 'Provisions pour garanties', asked.provisions ?? 0),
      annuity,
      coverage: ratio('coverage', 'Quotité garantie', asked.coverage),
      otherCoverage: ratio('otherCoverage', 'Quotité garantie par d’autres', asked.otherCoverage),
      development: asked.development ?? false,
      generalInterest: asked.generalInterest ?? false,
    });
    const figures = readExactly(calculation);
    return answered({
      ratios: limits.ratios.map((each) => ratioAnswer(figures, each)),
      maximumCoverage: ratioText(figureOf(figures, limits.maximumCoverage)),
      guaranteedAnnuity: centsOf(figures, limits.guaranteedAnnuity),
    });
  },
});

function ratioAnswer(figures: Figures, ratio: GuaranteeRatio) {
  const text = (line: GuaranteeRatio['value']) =>
    line.unit === 'money' ? centsOf(figures, line) : ratioText(figureOf(figures, line));
  return {
    id: ratio.id,
    value: text(ratio.value),
    limit: text(ratio.limit),
    headroom: text(ratio.headroom),
    met: holds(figures, ratio.met),
    article: ratio.article,
  };
}
