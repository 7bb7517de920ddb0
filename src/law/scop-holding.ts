import type { Decimal } from '../formula/decimal.ts';
import { writeRate } from '../formula/french.ts';
import {
  NON_COOPERATOR_VOTES,
  OUTSIDER_VOTES,
  SCOP_ASSOCIATE_CAPITAL,
  SCOP_EMPLOYEE_CAPITAL,
  SCOP_EMPLOYEE_VOTES,
  SCOP_START_UP_YEARS,
} from './cooperative-figures.ts';
import { type LawRule, ruleApplied } from './law-rule.ts';
import type { Legality } from './legality.ts';

/** Who holds and who votes in a SCOP, as fractions of the whole. */
export interface ScopHolding {
  /** Capital of the associates who work there. */
  readonly employeeCapital: Decimal;
  readonly employeeVotes: Decimal;
  /** Capital of the largest associate. */
  readonly largestAssociate: Decimal;
  /** Votes of associates who do not work there and are no cooperatives. */
  readonly outsiderVotes: Decimal;
  /** Votes of cooperatives that are associates. */
  readonly cooperativeVotes: Decimal;
  /** Years since it became a « SCOP d'amorçage »; undefined when it is none. */
  readonly startUpYears?: number;
}

const TEXT = 'Loi 78-763 art. 5 et 25';

export const SCOP_HOLDING_RULES = {
  employeeCapital: {
    rule: 'scop.employee-capital',
    article: TEXT,
    reason: 'Les salariés d’une SCOP tiennent au moins 51 % de son capital, les extérieurs 49 % au plus.',
    confidence: 'sourced',
  },
  startUp: {
    rule: 'scop.start-up',
    article: 'Loi 78-763 art. 49 bis s. (loi 2014-856 art. 27)',
    reason:
      'Une SCOP d’amorçage a sept ans pour que ses salariés atteignent 51 % du capital ; les extérieurs s’engagent à céder ce qu’il faut.',
    confidence: 'sourced',
  },
  employeeVotes: {
    rule: 'scop.employee-votes',
    article: TEXT,
    reason: 'Les salariés d’une SCOP tiennent au moins 65 % des voix.',
    confidence: 'sourced',
  },
  associateCapital: {
    rule: 'scop.associate-capital',
    article: 'Loi 78-763 ; entreprises.nouvelle-aquitaine.fr (Bpifrance)',
    reason: 'Aucun associé d’une SCOP ne détient plus de la moitié du capital.',
    confidence: 'sourced',
  },
  nonCooperatorVotes: {
    rule: 'cooperative.non-cooperator-votes',
    article: 'Loi 47-1775 art. 3 bis',
    reason:
      'Les non-coopérateurs d’une coopérative ont 49 % des voix au plus, dont 35 % hors coopératives ; au-delà, leurs voix sont réduites d’autant.',
    confidence: 'sourced',
  },
} as const satisfies Record<string, LawRule>;

/**
 * Whether a SCOP is one: 51 % of the capital and 65 % of the votes to its employees, at most half to one associate, votes
 * of outsiders. A « SCOP d'amorçage » may wait seven years for the 51 %: outsiders undertake to sell.
 * @returns one item for each rule broken or waiting; empty when all hold
 */
export function scopHoldingLegality(holding: ScopHolding): Legality[] {
  const found: Legality[] = [];
  const rate = (value: Decimal) => writeRate(value.toDecimalPlaces(4));
  const { employeeCapital, startUpYears } = holding;
  if (employeeCapital.lt(SCOP_EMPLOYEE_CAPITAL.value)) {
    const isWaiting = startUpYears !== undefined && startUpYears <= Number(SCOP_START_UP_YEARS.value);
    const { employeeCapital: rule, startUp } = SCOP_HOLDING_RULES;
    const held = `Les salariés n’auraient que ${rate(employeeCapital)} du capital`;
    found.push(
      isWaiting
        ? ruleApplied(
            // The same point as without the delay: a person confirms it once.
            { ...startUp, rule: rule.rule },
            {
              verdict: 'a-verifier',
              fact:
                startUpYears === 0
                  ? `${held} à la transformation.`
                  : `${held}, ${startUpYears} ans après la transformation.`,
              remedy: 'Inscrivez l’engagement de cession des extérieurs et son calendrier.',
            },
          )
        : ruleApplied(rule, {
            verdict: 'impossible',
            fact: `${held}.`,
            remedy:
              'Réduisez les parts des extérieurs et prenez le reste en titres participatifs ou en prêt, ou passez par une SCOP d’amorçage (sept ans).',
          }),
    );
  }
  if (holding.employeeVotes.lt(SCOP_EMPLOYEE_VOTES.value)) {
    found.push(
      ruleApplied(SCOP_HOLDING_RULES.employeeVotes, {
        verdict: 'impossible',
        fact: `Les salariés n’auraient que ${rate(holding.employeeVotes)} des voix.`,
        remedy: 'Revoyez les voix dans les statuts : elles ne suivent pas le capital.',
      }),
    );
  }
  if (startUpYears === undefined && holding.largestAssociate.gt(SCOP_ASSOCIATE_CAPITAL.value)) {
    found.push(
      ruleApplied(SCOP_HOLDING_RULES.associateCapital, {
        verdict: 'impossible',
        fact: `Un associé aurait ${rate(holding.largestAssociate)} du capital.`,
        remedy: 'Répartissez ses parts entre plusieurs associés.',
      }),
    );
  }
  const { outsiderVotes, cooperativeVotes } = holding;
  const outside = outsiderVotes.plus(cooperativeVotes);
  if (outsiderVotes.gt(OUTSIDER_VOTES.value) || outside.gt(NON_COOPERATOR_VOTES.value)) {
    found.push(
      ruleApplied(SCOP_HOLDING_RULES.nonCooperatorVotes, {
        verdict: 'a-verifier',
        fact: `Les non-coopérateurs auraient ${rate(outside)} des voix, dont ${rate(outsiderVotes)} hors coopératives.`,
        remedy: 'Comptez les voix réduites, ou écrivez-les ainsi dans les statuts.',
      }),
    );
  }
  return found;
}
