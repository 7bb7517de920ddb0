import {
  at,
  constant,
  endOfYear,
  largest,
  max,
  minus,
  NO_MONEY,
  plus,
  smallest,
  sumOfTerms,
  sumOfYear,
} from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { Law, LawScope } from './conservation-law.ts';
import type { Debt, Ledger } from './ledger.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

/** Two laws of each debt: its schedule adds up year by year, and nothing is left of it at the end. */
export function writeDebtLaws({ calculation }: Ledger, scope: LawScope, debts: readonly Debt[]): Law[] {
  const lastMonth = constant(calculation.timeline.months - 1, 'months');
  return debts.flatMap((debt): Law[] => {
    const ofYear = (...lines: MonthlyMoney[]) =>
      sumOfTerms(lines.filter((line) => !calculation.isNothing(line)).map((line) => sumOfYear(line)));
    const { writtenOff } = debt;
    const words =
      writtenOff === undefined
        ? `${debt.label} : ouverture + tirages + intérêts capitalisés − remboursements = clôture`
        : `${debt.label} : ouverture + tirages − remboursements − abandons = clôture`;
    const id = `law.${scope.id}debt.${debt.id}`;
    const gap = calculation.yearly(
      `${id}.gap`,
      `${scope.label}${words} : écart`,
      minus(
        plus(endOfYear(debt.closing, -1), ofYear(debt.drawn, debt.capitalised)),
        plus(ofYear(debt.repaid, ...(writtenOff === undefined ? [] : [writtenOff])), endOfYear(debt.closing)),
      ),
    );
    return [
      {
        id: `${scope.id}debt.${debt.id}`,
        label: `${scope.label}${words}`,
        gap: calculation.once(
          id,
          `${scope.label}${words}`,
          max(largest(gap), minus(NO_MONEY, smallest(gap))),
        ),
      },
      {
        id: `${scope.id}debt-closes.${debt.id}`,
        label: `${scope.label}${debt.label} : ${writtenOff === undefined ? 'remboursé' : 'remboursée ou abandonnée'} en totalité`,
        gap: calculation.once(`${id}.last`, `${debt.label} : solde final`, at(debt.closing, lastMonth)),
      },
    ];
  });
}
