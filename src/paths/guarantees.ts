import type { GuaranteedLoan } from '../dossier/sources.ts';
import { plus } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import {
  type GuaranteeContext,
  guaranteeAtSignature,
  yearlyGuaranteeFee,
} from '../instruments/guarantee-cost.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { Use } from './funding-plan-rows.ts';
import { type DealGuarantees, writeGuaranteeFigures } from './guarantee-figures.ts';
import type { LoanToGuarantee, OpenGuarantee } from './guaranteed-loan.ts';
import { type BankRate, loweredRate } from './loan-rate.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

/** The guarantees of a loan whose schedule is not written yet: its rate and its plan depend on them. */
export interface OpenGuarantees {
  /** The yearly rate once the bank has taken off what each guarantee is worth to it. */
  readonly rate: BankRate;
  /** Single fees: uses of the plan. */
  readonly uses: readonly Use[];
  /** Once the schedule is written. */
  readonly withSchedule: (loan: LoanLines) => {
    readonly yearlyFees: readonly MonthlyMoney[];
    /** Posts every fee. @param costNature of what is paid before entry into service */
    readonly post: (costNature: TransferNature) => void;
    readonly figures: () => DealGuarantees;
  };
}

/** Opens the guarantees of the loan of a company. @returns undefined when nothing guarantees it: no line is written */
export function openGuarantees(
  setting: PathSetting,
  { guarantees, risk }: GuaranteedLoan,
  toGuarantee: LoanToGuarantee,
): OpenGuarantees | undefined {
  if (guarantees.length === 0) return undefined;
  const { calculation, ledger, assume, opening } = setting;
  const { id, place, borrower, terms, loanAmount, bankRate } = toGuarantee;
  const opened = guarantees.map((each, index): OpenGuarantee => {
    const at = `${place}.guarantees[${index}]`;
    const context: GuaranteeContext = {
      calculation,
      id: `${id}.guarantee.${each.id}`,
      terms: each,
      assume: <U extends Unit>(field: string, unit: U) => assume(`${at}.${field}`, unit),
      borrower,
    };
    return { terms: each, place: at, context, signed: guaranteeAtSignature(context, loanAmount, SIGNATURE) };
  });
  const [gain, ...otherGains] = opened
    .filter((each) => !each.terms.marginGain.isZero())
    .map(({ context }) => context.assume('marginGain', 'ratio/years'));
  const rate =
    gain === undefined ? bankRate : loweredRate(setting, terms, id, bankRate, plus(gain, ...otherGains));
  return {
    rate,
    uses: opened.flatMap(({ terms: { id: guarantee, label }, signed }) =>
      signed.flatFee === undefined
        ? []
        : [{ id: `guarantee-fee.${guarantee}`, label: `Commission : ${label}`, paid: signed.flatFee.paid }],
    ),
    withSchedule: (loan) => {
      const fees = opened.map(({ context, signed }) => {
        const yearly = yearlyGuaranteeFee(context, loan, opening);
        return { flat: signed.flatFee?.paid, yearly };
      });
      return {
        yearlyFees: fees.flatMap(({ yearly }) => yearly ?? []),
        post: (costNature) => {
          opened.forEach(({ terms: { from } }, index) => {
            const { flat, yearly } = fees[index] ?? {};
            if (flat !== undefined) ledger.transfer(borrower, from, costNature, flat);
            if (yearly !== undefined) ledger.transfer(borrower, from, 'guarantee-fee', yearly);
          });
        },
        figures: () =>
          writeGuaranteeFigures(setting, toGuarantee, {
            opened,
            // A contract has one fee at most, paid once or every year.
            fees: fees.map(({ flat, yearly }) => flat ?? yearly ?? calculation.nothing()),
            risk,
            rate,
            loan,
          }),
      };
    },
  };
}
