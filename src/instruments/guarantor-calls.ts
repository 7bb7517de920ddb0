import {
  at,
  choose,
  constant,
  definedOr,
  dividedBy,
  isAtLeast,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  plus,
  previous,
  roundedToCents,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { GuaranteeContext } from './guarantee-cost.ts';
import type { MonthlyMoney, OnceMoney } from './instrument.ts';

type OnceMonths = Line<'months', 'once', 'defined'>;

/** What a guarantor pays and gets back in the default tested. */
export interface GuarantorInDefault {
  /** Paid to the bank, month by month. */
  readonly calls: MonthlyMoney;
  /** Given back to it out of the sale of the security. */
  readonly recoveries: MonthlyMoney;
  /** Calls less recoveries, once all is over. */
  readonly net: OnceMoney;
}

interface Sale {
  readonly recovered: OnceMoney;
  readonly recoveryMonth: OnceMonths;
}

/** « Perte finale »: a share of what is left once the security is sold. */
export function paysFinalLoss(
  { calculation, id, terms, assume }: GuaranteeContext,
  { exposure, recovered, recoveryMonth }: Sale & { readonly exposure: OnceMoney },
): GuarantorInDefault {
  const share = roundedToCents(times(max(NO_MONEY, minus(exposure, recovered)), assume('coverage', 'ratio')));
  const net = calculation.once(
    `${id}.default-net`,
    'Part de la perte finale payée par le garant',
    terms.amountCap === null ? share : min(share, assume('amountCap', 'money')),
  );
  const calls = calculation.monthly(
    `${id}.calls`,
    'Appels de la garantie',
    choose(isEqual(MONTH, recoveryMonth), net, NO_MONEY),
  );
  return { calls, recoveries: calculation.nothing(), net };
}

/** « Échéances »: a share of each unpaid instalment when due, given back and then spared by the sale of the security. */
export function paysInstalments(
  { calculation, id, terms, assume }: GuaranteeContext,
  {
    unpaid,
    unpaidTotal,
    recovered,
    recoveryMonth,
  }: Sale & { readonly unpaid: MonthlyMoney; readonly unpaidTotal: OnceMoney },
): GuarantorInDefault {
  const due = calculation.monthly(
    `${id}.share-unpaid`,
    'Part garantie des échéances impayées',
    roundedToCents(times(unpaid, assume('coverage', 'ratio'))),
  );
  const dueToDate = calculation.later(
    `${id}.share-unpaid-to-date`,
    'Part garantie des échéances impayées, à ce jour',
    'money',
    'monthly',
  );
  calculation.define(dueToDate, plus(previous(dueToDate), due));
  const within = <R extends 'monthly' | 'once'>(amount: Formula<'money', R, 'defined'>) =>
    terms.amountCap === null ? amount : min(amount, assume('amountCap', 'money'));
  const share = calculation.once(
    `${id}.share-of-recovery`,
    'Part du garant dans la vente des sûretés : ce qu’il paie, sur toutes les échéances impayées',
    definedOr(dividedBy(within(total(due)), unpaidTotal), constant(0, 'ratio')),
  );
  const back = calculation.once(
    `${id}.recovery`,
    'Vente des sûretés qui revient au garant',
    roundedToCents(times(recovered, share)),
  );
  const called = within(dueToDate);
  const position = calculation.monthly(
    `${id}.paid-to-date`,
    'Payé par le garant et non récupéré, à ce jour',
    choose(isAtLeast(MONTH, recoveryMonth), max(NO_MONEY, minus(called, back)), called),
  );
  const moved = minus(position, previous(position));
  const calls = calculation.monthly(`${id}.calls`, 'Appels de la garantie', max(NO_MONEY, moved));
  const recoveries = calculation.monthly(
    `${id}.recoveries`,
    'Récupéré par le garant sur la vente des sûretés',
    max(NO_MONEY, minus(NO_MONEY, moved)),
  );
  const last = constant(calculation.timeline.months - 1, 'months');
  return {
    calls,
    recoveries,
    net: calculation.once(`${id}.default-net`, 'Perte du garant, récupérations déduites', at(position, last)),
  };
}
