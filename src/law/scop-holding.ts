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
import { type Legality, ruling } from './legality.ts';

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
    found.push(
      ruling({
        rule: 'scop.employee-capital',
        verdict: isWaiting ? 'a-verifier' : 'impossible',
        article: isWaiting ? 'Loi 78-763 art. 49 bis s. (loi 2014-856 art. 27)' : TEXT,
        reason: isWaiting
          ? `Les salariés n’ont que ${rate(employeeCapital)} du capital : une SCOP d’amorçage a sept ans pour atteindre 51 %, elle en a passé ${startUpYears}.`
          : `Les salariés n’auraient que ${rate(employeeCapital)} du capital : ils en tiennent au moins 51 %, les extérieurs 49 % au plus.`,
        remedy: isWaiting
          ? 'Inscrivez l’engagement de cession des extérieurs et son calendrier.'
          : 'Réduisez les parts des extérieurs et prenez le reste en titres participatifs ou en prêt, ou passez par une SCOP d’amorçage (sept ans).',
        confidence: 'sourced',
      }),
    );
  }
  if (holding.employeeVotes.lt(SCOP_EMPLOYEE_VOTES.value)) {
    found.push(
      ruling({
        rule: 'scop.employee-votes',
        verdict: 'impossible',
        article: TEXT,
        reason: `Les salariés n’auraient que ${rate(holding.employeeVotes)} des voix : ils en tiennent au moins 65 %.`,
        remedy: 'Revoyez les voix dans les statuts : elles ne suivent pas le capital.',
        confidence: 'sourced',
      }),
    );
  }
  if (startUpYears === undefined && holding.largestAssociate.gt(SCOP_ASSOCIATE_CAPITAL.value)) {
    found.push(
      ruling({
        rule: 'scop.associate-capital',
        verdict: 'impossible',
        article: 'Loi 78-763 ; entreprises.nouvelle-aquitaine.fr (Bpifrance)',
        reason: `Un associé aurait ${rate(holding.largestAssociate)} du capital : aucun n’en détient plus de la moitié.`,
        remedy: 'Répartissez ses parts entre plusieurs associés.',
        confidence: 'sourced',
      }),
    );
  }
  const { outsiderVotes, cooperativeVotes } = holding;
  const outside = outsiderVotes.plus(cooperativeVotes);
  if (outsiderVotes.gt(OUTSIDER_VOTES.value) || outside.gt(NON_COOPERATOR_VOTES.value)) {
    found.push(
      ruling({
        rule: 'cooperative.non-cooperator-votes',
        verdict: 'a-verifier',
        article: 'Loi 47-1775 art. 3 bis',
        reason: `Les non-coopérateurs auraient ${rate(outside)} des voix, dont ${rate(outsiderVotes)} hors coopératives : 49 % et 35 % au plus ; au-delà, les voix sont réduites d’autant.`,
        remedy: 'Comptez les voix réduites, ou écrivez-les ainsi dans les statuts.',
        confidence: 'sourced',
      }),
    );
  }
  return found;
}
