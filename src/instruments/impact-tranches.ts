import { choose, isAtMost, isEqual, MONTH, min, NO_MONEY, sumOfTerms } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { ImpactContractShape, ImpactSetting } from './impact-setting.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;
type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type OnceFormula = Formula<'money', 'once', 'defined'>;
type Month = Formula<'months', 'once', 'defined'>;

/** The tranches as drawn, the same whatever the results. */
export interface TrancheLines {
  readonly amounts: readonly Formula<'money', 'once', 'defined'>[];
  readonly months: readonly Month[];
  /** Month of the first drawing. */
  readonly first: Month;
  readonly drawn: readonly MonthlyMoney[];
  readonly invested: OnceMoney;
}

/** Writes what investors advance, tranche by tranche, in its month. */
export function writeTranches(
  { calculation, assume, party }: ImpactSetting,
  { tranches, isDrawnAtOnce }: ImpactContractShape,
): TrancheLines {
  const amounts = tranches.map((_, index) => assume(`tranches[${index}].amount`, 'money'));
  const typed = tranches.map((_, index) => assume(`tranches[${index}].month`, 'months'));
  const [firstTyped, ...otherTyped] = typed;
  if (firstTyped === undefined) throw new Error('a contract has at least one tranche');
  const first = calculation.once(
    'impact.first-drawing',
    'Mois de la première tranche',
    min(firstTyped, ...otherTyped),
    { party },
  );
  const months = isDrawnAtOnce ? typed.map(() => first) : typed;
  return {
    amounts,
    months,
    first,
    drawn: tranches.map(({ label }, index) =>
      calculation.monthly(
        `impact.tranche-${index + 1}.drawn`,
        `${label} : versée`,
        choose(isEqual(MONTH, months[index] as Month), amounts[index] as OnceFormula, NO_MONEY),
        { party },
      ),
    ),
    invested: calculation.once('impact.invested', 'Tranches des investisseurs', sumOfTerms(amounts), {
      party,
    }),
  };
}

/** What is drawn of each tranche at a month: all of it from its own month on. */
export function drawnAt({ amounts, months }: TrancheLines, month: Month): OnceFormula[] {
  return amounts.map((amount, index) => choose(isAtMost(months[index] as Month, month), amount, NO_MONEY));
}
