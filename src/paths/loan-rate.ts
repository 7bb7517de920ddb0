import type { LoanTerms } from '../dossier/dossier.ts';
import { choose, constant, isAtLeast, MONTH, max, minus, plus } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { PathSetting } from './setting.ts';

/** The yearly rate of a bank loan: fixed, or following an index month by month. */
export type BankRate = Formula<'ratio/years', 'once', 'defined'> | Line<'ratio/years', 'monthly', 'defined'>;

const NO_RATE = constant(0, 'ratio/years');

/**
 * The yearly rate of a loan: fixed, or an index (Livret A, Euribor) on a dated path plus the margin typed.
 * Never below zero. Before the first date of the path its first value applies.
 */
export function loanRate(setting: PathSetting, terms: LoanTerms, termsPath: string, id: string): BankRate {
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

/** A rate less what the guarantees of the loan take off it, never below zero. */
export function loweredRate(
  { calculation }: PathSetting,
  terms: LoanTerms,
  id: string,
  before: BankRate,
  gain: Formula<'ratio/years', 'once', 'defined'>,
): BankRate {
  const label = 'Taux annuel du prêt garanti : taux de la banque moins ce que les garanties lui retirent';
  const line = `${id}.loan.guaranteed-rate`;
  if (terms.rateIndex.length > 0) {
    return calculation.monthly(line, label, max(NO_RATE, minus(before, gain)));
  }
  const fixed = before as Formula<'ratio/years', 'once', 'defined'>;
  return calculation.once(line, label, max(NO_RATE, minus(fixed, gain)));
}
