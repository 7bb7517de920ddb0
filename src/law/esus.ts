import { Decimal } from '../formula/decimal.ts';
import { writeEuros, writeRate } from '../formula/french.ts';
import {
  ANNUAL_SMIC,
  ESUS_FINANCIAL_MARGIN,
  ESUS_FIVE_SALARIES,
  ESUS_HIGHEST_SALARY,
  ESUS_SOCIAL_CHARGES,
  ESUS_YEARS,
  ESUS_YOUNG_YEARS,
} from './esus-figures.ts';
import { inForce } from './figure.ts';
import { type Legality, ruling } from './legality.ts';

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
}

const TEXT = 'C. trav. art. L3332-17-1';

function criterion(facts: EsusFacts): Legality | undefined {
  const { socialCharges, financialPay } = facts;
  const bySocialCharges = socialCharges?.gte(ESUS_SOCIAL_CHARGES.value);
  const ceiling = financialPay?.tmo.plus(ESUS_FINANCIAL_MARGIN.value);
  const byPay = ceiling === undefined ? undefined : financialPay?.rate.lt(ceiling);
  if (bySocialCharges === true || byPay === true) return undefined;
  const isKnown = bySocialCharges === false && byPay === false;
  return ruling({
    rule: 'esus.social-utility',
    verdict: isKnown ? 'impossible' : 'a-verifier',
    article: 'C. trav. art. R3332-21-1',
    reason: isKnown
      ? `Ni 66 % des charges liées à l’utilité sociale (${writeRate((socialCharges as Decimal).toDecimalPlaces(4))}), ni une rémunération des financements sous le TMO et 5 points.`
      : 'L’un des deux suffit : 66 % des charges liées à l’utilité sociale, ou une rémunération des financements sous le TMO et 5 points. Aucun n’est établi.',
    remedy: 'Établissez-le sur les trois derniers exercices clos, ou tous ceux d’une entreprise plus jeune.',
    confidence: 'sourced',
  });
}

function salaries(facts: EsusFacts, date: string): Legality[] {
  const smic = inForce([ANNUAL_SMIC], date);
  const tests = [
    {
      rule: 'esus.five-salaries',
      paid: facts.fiveHighest,
      multiple: ESUS_FIVE_SALARIES.value,
      what: 'La moyenne des cinq plus hautes rémunérations',
    },
    {
      rule: 'esus.highest-salary',
      paid: facts.highestSalary,
      multiple: ESUS_HIGHEST_SALARY.value,
      what: 'La plus haute rémunération',
    },
  ];
  return tests.flatMap(({ rule, paid, multiple, what }): Legality[] => {
    const ceiling = smic === undefined ? undefined : new Decimal(smic.value).times(multiple);
    if (paid !== undefined && ceiling !== undefined && paid.lte(ceiling)) return [];
    const isOver = paid !== undefined && ceiling !== undefined;
    return [
      ruling({
        rule,
        verdict: isOver ? 'impossible' : 'a-verifier',
        article: TEXT,
        reason: isOver
          ? `${what} (${writeEuros(paid)}) dépasse ${multiple} fois le SMIC annuel, soit ${writeEuros(ceiling)}.`
          : `${what} ne doit pas dépasser ${multiple} fois le SMIC annuel${ceiling === undefined ? ', qui n’est pas connu à cette date' : `, soit ${writeEuros(ceiling)}`} : elle n’est pas renseignée.`,
        remedy: 'Vérifiez les bulletins de paie, temps partiels ramenés au temps complet.',
        confidence: 'sourced',
      }),
    ];
  });
}

/**
 * Whether an enterprise of the ESS may be agreed ESUS at a date.
 * @returns one item for each condition broken or not established; empty when all hold
 */
export function esusLegality(facts: EsusFacts, date: string): Legality[] {
  const found: Legality[] = facts.isListed
    ? [
        ruling({
          rule: 'esus.listed',
          verdict: 'impossible',
          article: `${TEXT} I 4°`,
          reason: 'Les titres d’une ESUS ne sont pas admis sur un marché réglementé.',
          remedy: 'Renoncez à l’agrément ou à la cotation.',
          confidence: 'sourced',
        }),
      ]
    : [];
  if (facts.asOfRight) return found;
  const missing = criterion(facts);
  return [...found, ...(missing === undefined ? [] : [missing]), ...salaries(facts, date)];
}

/** Years that the agreement lasts: two for an enterprise of less than three years. */
export function esusYears(ageYears: number): number {
  return Number((ageYears < 3 ? ESUS_YOUNG_YEARS : ESUS_YEARS).value);
}
