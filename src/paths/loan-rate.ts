import type { LoanTerms } from '../dossier/dossier.ts';
import { choose, constant, isAtLeast, MONTH, max, plus } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { YearlyRate } from '../instruments/loan-rates.ts';
import type { PathSetting } from './setting.ts';

const NO_RATE = constant(0, 'ratio/years');

/**
 * The yearly rate of a loan: fixed, or an index (Livret A, Euribor) on a dated path plus the margin typed.
 * Never below zero. Before the first date of the path its first value applies.
 */
export function loanRate(setting: PathSetting, terms: LoanTerms, termsPath: string, id: string): YearlyRate {
  const { assume, calculation } = setting;
  const fixedOrMargin = assume(`${termsPath}.annualRate`, 'ratio/years');
  if (terms.rateIndex.length === 0) return fixedOrMargin;
  const steps = terms.rateIndex.map((_, index) => ({
    from: assume(`${termsPath}.rateIndex[${index}].from`, 'months'),
    value: assume(`${termsPath}.rateIndex[${index}].annualRate`, 'ratio/years'),
  }));
  let index: Formula<'ratio/years', 'monthly' | 'once', 'defined'> = (steps[0] as (typeof steps)[number])
    .value;
  for (const step of steps.slice(1)) index = choose(isAtLeast(MONTH, step.from), step.value, index);
  return calculation.monthly(
    `${id}.loan.indexed-rate`,
    'Taux annuel du mois, indice et marge',
    // Bank practice: an index below minus the margin never makes the lender pay.
    max(NO_RATE, plus(index, fixedOrMargin)),
  );
}
