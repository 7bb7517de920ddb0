import { z } from 'zod';
import { centsString, Decimal } from '../formula/decimal.ts';
import { type EsusCriterion, type EsusFacts, esusCriteria, esusLegality, esusYears } from '../law/esus.ts';
import { type EsusRequest, esusInconsistencies, esusRequest, total } from './esus-request.ts';
import { answered, ratioText, refused, tool } from './tool.ts';

const RATE_DIGITS = 6;

const measure = (title: string, description: string) =>
  z
    .string()
    .nullable()
    .meta({ title, description, examples: ['1000.00'] });

const response = z.object({
  criteria: z
    .array(
      z.object({
        id: z.string().meta({ title: 'Identifiant' }),
        label: z.string().meta({ title: 'Critère' }),
        value: measure('Valeur', 'Montant en euros ou fraction ; nul si elle manque ou n’est pas un nombre.'),
        limit: measure('Limite', 'De même unité que la valeur ; nul si elle n’est pas connue.'),
        met: z.boolean().nullable().meta({ title: 'Rempli', description: 'Nul s’il reste à établir.' }),
        article: z.string().meta({ title: 'Article' }),
      }),
    )
    .meta({
      title: 'Critères',
      description: 'Des deux premiers (social-charges, financial-pay), un seul suffit.',
    }),
  eligible: z.boolean().nullable().meta({
    title: 'Éligible à l’agrément',
    description: 'Nul si un critère reste à établir et qu’aucun n’est refusé.',
  }),
  durationYears: z.number().int().meta({
    title: 'Durée de l’agrément, en années',
    description: 'S’il est accordé.',
  }),
});

/** Whether an enterprise may be agreed ESUS: each criterion with its measure and its limit (C. trav. L3332-17-1). */
export const esusCriteriaTool = tool({
  id: 'esus-criteria',
  title: 'Critères de l’agrément ESUS',
  intro:
    'Dit, critère par critère, si une entreprise de l’ESS peut être agréée ESUS, et pour combien d’années.',
  request: esusRequest,
  response,
  // faits.md §1: at the SMIC of June 2026, exactly at both limits of pay.
  example: {
    date: '2026-06-01',
    ageYears: 6,
    asOfRight: false,
    listed: false,
    statutes: true,
    charges: {
      socialUtility: ['660000.00', '693000.00', '726000.00'],
      operating: ['1000000.00', '1050000.00', '1100000.00'],
    },
    salaries: ['224042.00', '140026.25', '140026.25', '140026.25', '140026.25'],
  },
  compute: (asked) => {
    const problems = esusInconsistencies(asked);
    if (problems.length > 0) return refused(...problems);
    const facts = factsOf(asked);
    const verdicts = esusLegality(facts, asked.date).map(({ verdict }) => verdict);
    return answered({
      criteria: esusCriteria(facts, asked.date).map((criterion) => ({
        id: criterion.id,
        label: criterion.label,
        value: written(criterion, criterion.value),
        limit: written(criterion, criterion.limit),
        met: criterion.met ?? null,
        article: criterion.rule.article,
      })),
      eligible: verdicts.includes('impossible') ? false : verdicts.length === 0 ? true : null,
      durationYears: esusYears(asked.ageYears),
    });
  },
});

function factsOf({ asOfRight, listed, statutes, charges, financing, salaries }: EsusRequest): EsusFacts {
  return {
    asOfRight,
    isListed: listed,
    statutes,
    ...(charges && { socialCharges: total(charges.socialUtility).div(total(charges.operating)) }),
    ...(financing && {
      financialPay: { rate: total(financing.pay).div(total(financing.funds)), tmo: financing.tmo },
    }),
    ...(salaries && {
      highestSalary: Decimal.max(...salaries),
      fiveHighest: total(salaries).div(salaries.length).toDecimalPlaces(2, Decimal.ROUND_HALF_UP),
    }),
  };
}

/** A rate is cut on the side that cannot make a criterion that is not met look met. */
function written({ id, unit }: EsusCriterion, value: Decimal | undefined): string | null {
  if (value === undefined) return null;
  if (unit === 'money') return centsString(value);
  const rounding = id === 'financial-pay' ? Decimal.ROUND_UP : Decimal.ROUND_DOWN;
  return ratioText(value.toDecimalPlaces(RATE_DIGITS, rounding));
}
