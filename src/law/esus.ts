import { Decimal } from '../formula/decimal.ts';
import { writeMoney, writeRate } from '../formula/french.ts';
import {
  ESUS_FINANCIAL_MARGIN,
  ESUS_FIVE_SALARIES,
  ESUS_HIGHEST_SALARY,
  ESUS_SOCIAL_CHARGES,
  ESUS_YEARS,
  ESUS_YOUNG_YEARS,
} from './esus-figures.ts';
import { ESUS_RULES } from './esus-rules.ts';
import { type LawRule, ruleApplied } from './law-rule.ts';
import type { Legality } from './legality.ts';
import { annualSmic } from './wage-figures.ts';

/** What the agreement « entreprise solidaire d'utilité sociale » reads; rates are fractions, amounts euros a year. */
export interface EsusFacts {
  /** EI, EA, ACI and the like: agreed as of right. */
  readonly asOfRight: boolean;
  /** Share of the operating charges tied to social utility, over three years. */
  readonly socialCharges?: Decimal;
  /** (Dividends + pay of funds that are no bank's) / (equity + those funds), over three years, and the TMO of then. */
  readonly financialPay?: { readonly rate: Decimal; readonly tmo: Decimal };
  readonly highestSalary?: Decimal;
  /** Mean of the five highest. */
  readonly fiveHighest?: Decimal;
  readonly isListed: boolean;
  /** Whether the statutes say the social aim and the policy of pay; not examined when undefined. */
  readonly statutes?: boolean;
}

export type EsusCriterionId =
  | 'social-charges'
  | 'financial-pay'
  | 'five-salaries'
  | 'highest-salary'
  | 'unlisted'
  | 'statutes'
  | 'as-of-right';

/** One criterion, measured. */
export interface EsusCriterion {
  readonly id: EsusCriterionId;
  readonly label: string;
  readonly rule: LawRule;
  readonly unit: 'ratio' | 'money' | 'truth';
  /** Undefined when it is not given, or when the criterion is no number. */
  readonly value: Decimal | undefined;
  readonly limit: Decimal | undefined;
  /** Undefined when it is not established. */
  readonly met: boolean | undefined;
}

/** Met or not, and undefined while one of the two sides is not known. */
function compared(
  value: Decimal | undefined,
  limit: Decimal | undefined,
  holds: (value: Decimal, limit: Decimal) => boolean,
): Pick<EsusCriterion, 'value' | 'limit' | 'met'> {
  const isKnown = value !== undefined && limit !== undefined;
  return { value, limit, met: isKnown ? holds(value, limit) : undefined };
}

function truth(met: boolean): Pick<EsusCriterion, 'unit' | 'value' | 'limit' | 'met'> {
  return { unit: 'truth', value: undefined, limit: undefined, met };
}

/**
 * Every criterion that an enterprise of the ESS has to meet at a date, with its measure and its limit. The two first
 * are alternatives: one is enough.
 */
export function esusCriteria(facts: EsusFacts, date: string): EsusCriterion[] {
  const { socialCharges, financialPay, fiveHighest, highestSalary, isListed, statutes } = facts;
  const unlisted: EsusCriterion = {
    id: 'unlisted',
    label: 'Titres non cotés',
    rule: ESUS_RULES.listed,
    ...truth(!isListed),
  };
  if (facts.asOfRight) {
    return [
      { id: 'as-of-right', label: 'Agrément de plein droit', rule: ESUS_RULES.asOfRight, ...truth(true) },
      unlisted,
    ];
  }
  const smic = annualSmic(date);
  const isAtMost = (paid: Decimal, limit: Decimal) => paid.lte(limit);
  return [
    {
      id: 'social-charges',
      label: 'Charges d’utilité sociale, au moins',
      rule: ESUS_RULES.socialUtility,
      unit: 'ratio',
      ...compared(socialCharges, new Decimal(ESUS_SOCIAL_CHARGES.value), (share, least) => share.gte(least)),
    },
    {
      id: 'financial-pay',
      label: 'Ou rémunération des fonds, moins de',
      rule: ESUS_RULES.socialUtility,
      unit: 'ratio',
      ...compared(financialPay?.rate, financialPay?.tmo.plus(ESUS_FINANCIAL_MARGIN.value), (rate, ceiling) =>
        rate.lt(ceiling),
      ),
    },
    {
      id: 'five-salaries',
      label: 'Cinq plus hautes rémunérations',
      rule: ESUS_RULES.fiveSalaries,
      unit: 'money',
      ...compared(fiveHighest, smic?.times(ESUS_FIVE_SALARIES.value), isAtMost),
    },
    {
      id: 'highest-salary',
      label: 'Plus haute rémunération',
      rule: ESUS_RULES.highestSalary,
      unit: 'money',
      ...compared(highestSalary, smic?.times(ESUS_HIGHEST_SALARY.value), isAtMost),
    },
    unlisted,
    ...(statutes === undefined
      ? []
      : [
          {
            id: 'statutes',
            label: 'Statuts conformes',
            rule: ESUS_RULES.statutes,
            ...truth(statutes),
          } as const,
        ]),
  ];
}

/** What a criterion that is not met says of itself. */
function factOf({ id, unit, value, limit }: EsusCriterion): string | undefined {
  if (id === 'unlisted') return 'Des titres sont admis sur un marché réglementé.';
  if (id === 'statutes') return 'Les statuts ne le disent pas.';
  if (value === undefined)
    return limit === undefined ? undefined : 'Cette rémunération n’est pas renseignée.';
  if (limit === undefined) return 'Le SMIC n’est pas connu à cette date.';
  const write = unit === 'money' ? writeMoney : (rate: Decimal) => writeRate(rate.toDecimalPlaces(4));
  return `${write(value)} pour une limite de ${write(limit)}.`;
}

const REMEDIES: Readonly<Record<EsusCriterionId, string>> = {
  'social-charges':
    'Établissez-le sur les trois derniers exercices clos, ou tous ceux d’une entreprise plus jeune.',
  'financial-pay':
    'Établissez-le sur les trois derniers exercices clos, ou tous ceux d’une entreprise plus jeune.',
  'five-salaries': 'Vérifiez les bulletins de paie, temps partiels ramenés au temps complet.',
  'highest-salary': 'Vérifiez les bulletins de paie, temps partiels ramenés au temps complet.',
  unlisted: 'Renoncez à l’agrément ou à la cotation.',
  statutes: 'Faites-les inscrire dans les statuts avant la demande.',
  'as-of-right': 'Rien à faire.',
};

function broken(criterion: EsusCriterion, fact = factOf(criterion)): Legality {
  return ruleApplied(criterion.rule, {
    verdict: criterion.met === false ? 'impossible' : 'a-verifier',
    ...(fact === undefined ? {} : { fact }),
    remedy: REMEDIES[criterion.id],
  });
}

/** The two criteria of social utility as one: one met is enough, both failed refuse. */
function socialUtility(alternatives: readonly EsusCriterion[]): Legality[] {
  const [first] = alternatives;
  if (first === undefined || alternatives.some(({ met }) => met === true)) return [];
  const failed = alternatives.filter(({ met }) => met === false);
  const isRefused = failed.length === alternatives.length;
  const met = isRefused ? false : undefined;
  return [broken({ ...first, met }, isRefused ? failed.map(factOf).join(' ') : 'Aucun n’est établi.')];
}

/**
 * Whether an enterprise of the ESS may be agreed ESUS at a date.
 * @returns one item for each condition broken or not established; empty when all hold
 */
export function esusLegality(facts: EsusFacts, date: string): Legality[] {
  const criteria = esusCriteria(facts, date);
  const isAlternative = ({ rule }: EsusCriterion) => rule === ESUS_RULES.socialUtility;
  return [
    ...socialUtility(criteria.filter(isAlternative)),
    ...criteria.flatMap((one) => (isAlternative(one) || one.met === true ? [] : [broken(one)])),
  ];
}

/** Years that the agreement lasts: two for an enterprise of less than three years. */
export function esusYears(ageYears: number): number {
  return Number((ageYears < 3 ? ESUS_YOUNG_YEARS : ESUS_YEARS).value);
}
