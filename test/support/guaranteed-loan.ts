import { choose, constant, isEqual, MONTH, NO_MONEY } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import type { Unit } from '../../src/formula/units.ts';
import type { GuaranteeContext } from '../../src/instruments/guarantee-cost.ts';
import { guaranteedDefault } from '../../src/instruments/guarantee-default.ts';
import type { Guarantee } from '../../src/instruments/guarantee-terms.ts';
import { loanLines } from '../../src/instruments/loan-lines.ts';

/** A guarantee as a test writes it. */
export interface TestGuarantee {
  readonly mechanism: 'perte-finale' | 'echeances';
  readonly coverage: string;
  readonly amountCap?: string;
}

/** A loan drawn whole at signature, with its terms as a test writes them. */
export interface TestLoan {
  readonly amount: string;
  readonly annualRate: string;
  readonly payments: number;
  readonly paymentsPerYear: 12 | 4 | 2 | 1;
  readonly repayment: 'level-payment' | 'level-principal' | 'bullet';
  readonly deferral?: { readonly kind: 'none' | 'partial' | 'total'; readonly payments: number };
}

/** A default of a loan drawn at signature, on a model of its own. */
export function defaultOf(
  loan: TestLoan,
  guarantees: readonly TestGuarantee[],
  risk: { readonly month: number; readonly recoveryMonths: number; readonly recoveredShare: string },
) {
  const months = Math.max((loan.payments * 12) / loan.paymentsPerYear, risk.month + risk.recoveryMonths) + 1;
  const calculation = new Calculation(createTimeline('2027-01-01', months));
  const given = <U extends Unit>(id: string, unit: U, value: string | number) =>
    calculation.assumption(id, id, unit, value, { kind: 'hypothesis', text: 'essai' });
  const schedule = loanLines(calculation, 'loan', {
    drawn: calculation.monthly(
      'drawn',
      'Tirage',
      choose(isEqual(MONTH, constant(0, 'months')), given('amount', 'money', loan.amount), NO_MONEY),
    ),
    annualRate: given('rate', 'ratio/years', loan.annualRate),
    rateConvention: 'proportional',
    endOfMobilisation: constant(0, 'months'),
    payments: constant(loan.payments, 'count'),
    paymentsPerYear: loan.paymentsPerYear,
    repayment: loan.repayment,
    ...(loan.deferral === undefined
      ? {}
      : { deferral: { kind: loan.deferral.kind, payments: constant(loan.deferral.payments, 'count') } }),
  });
  const contexts = guarantees.map(({ mechanism, coverage, amountCap }, index): GuaranteeContext => {
    const id = `guarantee-${index}`;
    const known = {
      coverage: given(`${id}.coverage`, 'ratio', coverage),
      amountCap: given(`${id}.amountCap`, 'money', amountCap ?? '0'),
    };
    const terms = {
      mechanism,
      coverage: new Decimal(coverage),
      amountCap: amountCap === undefined ? null : new Decimal(amountCap),
    } as unknown as Guarantee;
    return {
      calculation,
      id,
      terms,
      assume: ((field: keyof typeof known) => known[field]) as unknown as GuaranteeContext['assume'],
      borrower: 'borrower',
    };
  });
  const found = guaranteedDefault(
    calculation,
    'default',
    {
      loan: schedule,
      month: constant(risk.month, 'months'),
      recoveryMonths: constant(risk.recoveryMonths, 'months'),
      recoveredShare: given('recovered', 'ratio', risk.recoveredShare),
    },
    contexts,
  );
  const figures = readExactly(calculation);
  const amount = (line: Parameters<typeof figures.of>[0]) => figures.of(line)[0] ?? new Decimal(0);
  return { found, figures, schedule, amount };
}
