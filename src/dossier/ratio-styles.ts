import type { RatioStyle } from '../formula/units.ts';

/** Said as a number of times, « 1,16 », whatever its size: covers, multiples, debts over own funds. */
const MULTIPLES =
  /\b(cover|dscr|moic|leverage|multiple|lockUpCover|buyerCover|risk-sharing|minimumCover|targetCover|refinancingMinimumCover)\b/;
/** Said as a percentage, « 116,48 % », whatever its size. */
const PERCENTAGES =
  /\b(ltv|ltc|loan-to-value|loan-to-cost|debt-yield|debt-cost|financial-autonomy|occupancy-ratio|share|intensity|public-holding|irr|recovery|coverage|maximumCoverage|galland3|cash-yield|capital-kept|votes-kept|founders-part|announced-cost-gap|maximumLoanToValue|maximumLoanToCost|minimumDebtYield|refinancingMaximumLoanToValue)\b/;

/**
 * How a ratio is said everywhere: page, table, explanation, workbook, comparison of versions.
 * @param id of a line, of an assumption or of a key figure
 * @returns undefined for a ratio that only the calculation reads: its size then decides
 */
export function styleOfRatio(id: string): RatioStyle | undefined {
  if (MULTIPLES.test(id)) return 'multiple';
  return PERCENTAGES.test(id) ? 'percentage' : undefined;
}
