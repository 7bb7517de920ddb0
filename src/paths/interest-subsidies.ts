import { minus, sumOfTerms, total } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { LoanSubsidy, LoanToSubsidise } from '../instruments/instrument.ts';
import type { Source } from './funding-plan-rows.ts';
import type { PathSetting } from './setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

/** Interest of the balancing loan of a company that somebody else pays. */
export interface InterestSubsidy extends LoanSubsidy {
  /** Of the source that grants it. */
  readonly id: string;
  readonly label: string;
  readonly total: Line<'money', 'once', 'defined'>;
}

/** Whether a source brings money to the plan de financement by the entry into service. */
export function entersPlan({ category }: Source): boolean {
  return category !== 'outside-plan';
}

/**
 * Posts the interest subsidies of a company on its balancing loan, in the order of its list: together they never pay
 * more than the interest of a month.
 * @returns each of them, and what a line of interest is once they are taken off it
 */
export function writeInterestSubsidies(
  { calculation }: PathSetting,
  plan: { readonly id: string; readonly borrower: string; readonly sources: readonly Source[] },
  { loan, paymentsPerYear }: Omit<LoanToSubsidise, 'interestLeft'>,
): {
  readonly list: readonly InterestSubsidy[];
  readonly net: (name: string, label: string, afterOpening: MonthlyMoney) => MonthlyMoney;
} {
  const about = { party: plan.borrower };
  const list: InterestSubsidy[] = [];
  let interestLeft = loan.interestPaid;
  for (const { id, label, onLoan } of plan.sources) {
    if (onLoan === undefined) continue;
    const subsidy = onLoan({ loan, paymentsPerYear, interestLeft });
    const line = `${plan.id}.subsidy.${id}`;
    list.push({
      ...subsidy,
      id,
      label,
      total: calculation.once(`${line}.total`, `${label}, en tout`, total(subsidy.paid), about),
    });
    interestLeft = calculation.monthly(
      `${line}.interest-left`,
      'Intérêts du prêt restant à la charge de l’emprunteur',
      minus(interestLeft, subsidy.paid),
      about,
    );
  }
  return {
    list,
    net: (name, label, interest) =>
      list.length === 0
        ? interest
        : calculation.monthly(
            `${plan.id}.${name}`,
            label,
            minus(interest, sumOfTerms(list.map(({ afterOpening }) => afterOpening))),
            about,
          ),
  };
}
