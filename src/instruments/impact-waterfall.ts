import {
  choose,
  constant,
  definedOr,
  dividedBy,
  isEqual,
  MONTH,
  minus,
  NO_MONEY,
  plus,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { inItsMonth, type MeasurementLines, type OutcomeLines } from './impact-contract.ts';
import type { ImpactSetting } from './impact-setting.ts';
import { drawnAt, type TrancheLines } from './impact-tranches.ts';

type OnceFormula = Formula<'money', 'once', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;
type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

/** One tranche to its end: each month, what is repaid, paid on top, given up, still owed. */
export interface TrancheFlows {
  readonly drawn: MonthlyMoney;
  readonly capital: MonthlyMoney;
  readonly premium: MonthlyMoney;
  readonly writtenOff: MonthlyMoney;
  readonly closing: MonthlyMoney;
  /** Received less paid by its investor. */
  readonly flow: MonthlyMoney;
}

/**
 * Shares what the investors get between the tranches: capital in proportion to what each is still owed, premium in
 * proportion to what each has advanced. Parts are differences of rounded sums, so that the cents add up and no tranche
 * gets more than it is owed.
 */
export function shareBetweenTranches(
  { calculation, party }: ImpactSetting,
  labels: readonly string[],
  tranches: TrancheLines,
  outcome: OutcomeLines,
): TrancheFlows[] {
  const about = { party };
  const { measurements } = outcome;
  const repaid: OnceMoney[][] = labels.map(() => []);
  const premiums: OnceMoney[][] = labels.map(() => []);
  measurements.forEach((lines, index) => {
    const drawn = drawnAt(tranches, lines.month);
    const owed = drawn.map((amount, rank) => minus(amount, sumOfTerms(repaid[rank] as OnceMoney[])));
    const parts = (
      what: string,
      words: string,
      whole: OnceMoney,
      weights: readonly OnceFormula[],
      into: OnceMoney[][],
    ) => {
      const all = sumOfTerms(weights);
      let before: OnceMoney | undefined;
      labels.forEach((label, rank) => {
        const name = `impact.tranche-${rank + 1}.m${index + 1}`;
        const upTo = calculation.once(
          `${name}.${what}-up-to`,
          `${lines.label} : ${words} des tranches jusqu’à « ${label} »`,
          roundedToCents(
            times(
              whole,
              definedOr(dividedBy(sumOfTerms(weights.slice(0, rank + 1)), all), constant(0, 'ratio')),
            ),
          ),
          about,
        );
        (into[rank] as OnceMoney[]).push(
          calculation.once(
            `${name}.${what}`,
            `${lines.label} : ${words} de « ${label} »`,
            before === undefined ? upTo : minus(upTo, before),
            about,
          ),
        );
        before = upTo;
      });
    };
    parts('capital', 'capital remboursé', lines.capital, owed, repaid);
    parts('premium', 'rémunération', lines.premium, drawn, premiums);
  });
  const last = measurements.at(-1) as MeasurementLines;
  return labels.map((label, rank) => {
    const id = `impact.tranche-${rank + 1}`;
    const monthly = (name: string, words: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
      calculation.monthly(`${id}.${name}`, `${label} : ${words}`, formula, about);
    const amounts = (of: OnceMoney[][]) =>
      inItsMonth(measurements, (_, index) => of[rank]?.[index] ?? NO_MONEY);
    const drawn = tranches.drawn[rank] as MonthlyMoney;
    const capital = monthly('capital', 'capital remboursé', amounts(repaid));
    const premium = monthly('premium', 'rémunération', amounts(premiums));
    const writtenOff = monthly(
      'written-off',
      'capital abandonné',
      choose(
        isEqual(MONTH, last.month),
        minus(tranches.amounts[rank] as OnceFormula, sumOfTerms(repaid[rank] as OnceMoney[])),
        NO_MONEY,
      ),
    );
    const closing = calculation.later(`${id}.closing`, `${label} : reste dû`, 'money', 'monthly', about);
    calculation.define(closing, minus(plus(previous(closing), drawn), plus(capital, writtenOff)));
    return {
      drawn,
      capital,
      premium,
      writtenOff,
      closing,
      flow: monthly('flow', 'reçu moins versé', minus(plus(capital, premium), drawn)),
    };
  });
}
