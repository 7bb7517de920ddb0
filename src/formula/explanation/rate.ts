import { type Decimal, toCents, ZERO } from '../decimal.ts';
import type { Value } from '../exact.ts';
import type { Explanation, Operand } from '../explanation.ts';
import { UNDEFINED_TEXT, writeDate, writeMoney, writeRate } from '../french.ts';
import { type DatedFlow, netPresentValue } from '../rates-of-return.ts';
import { joinTerms } from './sum.ts';
import { COLON, numberText, positionsOfLargest, SEMICOLON, TOLD_AT_MOST } from './text.ts';

/** Why a rate of return is what it is: the flows, and their present values at this rate, whose sum is zero. */

/** A flow, and where it has its own explanation. */
export interface RateFlow extends DatedFlow {
  /** Id and period (API form) of the line that gives the amount. */
  readonly figure?: string;
  readonly period?: string;
  readonly label?: string;
}

export interface RateOfReturn {
  /** Id under which the rate is shown. */
  readonly figure: string;
  readonly label: string;
  /** Effective yearly rate, null where there is none. */
  readonly rate: Value;
  /** Why there is no rate, in French. */
  readonly reason?: string;
  readonly flows: readonly RateFlow[];
}

export interface DiscountedFlow {
  readonly date: string;
  readonly amount: string;
  /** Value at the date of the first flow; null when there is no rate. */
  readonly presentValue: string | null;
  readonly written: { readonly date: string; readonly amount: string; readonly presentValue: string };
}

export interface RateExplanation extends Explanation {
  /** All the flows that are not zero, by date. */
  readonly flows: readonly DiscountedFlow[];
  /** Sum of the present values, to the cent: "0.00" at a rate of return. */
  readonly presentValue: string | null;
}

interface Discounted extends RateFlow {
  readonly presentValue: Decimal;
}

/** Flows told one by one in the sentence. */
const TOLD_IN_SENTENCE = 3;

function sum(flows: readonly Discounted[]): Decimal {
  return flows.reduce((total, { presentValue }) => total.plus(presentValue), ZERO);
}

function largest<F extends RateFlow>(flows: readonly F[], count: number): { told: F[]; others: F[] } {
  const positions = positionsOfLargest(
    flows.map((flow) => flow.amount),
    count,
  );
  return {
    told: flows.filter((_, position) => positions.has(position)),
    others: flows.filter((_, position) => !positions.has(position)),
  };
}

/** « 24 flux (dont 31 mars 2026 : −1 000 000,00 € ; …) » */
function tellFlows(flows: readonly RateFlow[]): string {
  const { told, others } = largest(flows, TOLD_IN_SENTENCE);
  const items = told.map(({ date, amount }) => `${writeDate(date)}${COLON}${writeMoney(amount)}`);
  return `${flows.length} flux (${others.length > 0 ? 'dont ' : ''}${items.join(SEMICOLON)})`;
}

/** « −1 000,00 € + 600,00 € + 400,00 € (12 autres flux) = 0,00 € », in present values. */
function tellPresentValues(flows: readonly Discounted[]): string {
  const { told, others } = largest(flows, TOLD_AT_MOST);
  const values = told.map(({ presentValue }) => presentValue);
  if (others.length > 0) values.push(sum(others));
  const terms = values.map((value) => ({ term: numberText(writeMoney(value)), sign: '+' as const }));
  const note = others.length > 0 ? ` (${others.length} autres flux)` : '';
  return `${joinTerms(terms).text}${note} = ${writeMoney(sum(flows))}`;
}

function operandOf({ figure = '', period = '', label = '', amount }: RateFlow): Operand {
  return { figure, period, label, value: amount.toFixed(), unit: 'money', written: writeMoney(amount) };
}

function writeFlow({ date, amount, presentValue }: RateFlow & { presentValue: Value }): DiscountedFlow {
  return {
    date,
    amount: amount.toFixed(),
    presentValue: presentValue?.toFixed() ?? null,
    written: {
      date: writeDate(date),
      amount: writeMoney(amount),
      presentValue: presentValue === null ? UNDEFINED_TEXT : writeMoney(presentValue),
    },
  };
}

const FORMULA = 'taux annuel auquel la somme des flux actualisés est nulle (jours réels / 365)';

/**
 * Explains a rate of return by its flows, discounted at this rate over actual days / 365 from the first of them.
 * @param found the rate (or none, and why), and the flows in any order; those of zero are left out
 */
export function explainRate(found: RateOfReturn): RateExplanation {
  const { figure, label, rate } = found;
  const flows = found.flows
    .filter((flow) => !flow.amount.isZero())
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const linked = flows.filter((flow) => flow.figure !== undefined);
  const { told, others } = largest(linked, TOLD_AT_MOST);
  const shared = {
    figure,
    period: '',
    label,
    unit: 'ratio/years' as const,
    formula: FORMULA,
    operands: told.map(operandOf),
    otherOperands: others.length,
  };
  const first = flows[0];
  if (rate === null || first === undefined) {
    const because =
      found.reason ?? (first === undefined ? 'il n’y a aucun flux' : 'aucun taux n’annule leur somme');
    return {
      ...shared,
      value: null,
      written: UNDEFINED_TEXT,
      sentence: `${label} = ${UNDEFINED_TEXT}${COLON}${because}${first === undefined ? '' : `, ${tellFlows(flows)}`}`,
      formulaNumbers: UNDEFINED_TEXT,
      flows: flows.map((flow) => writeFlow({ ...flow, presentValue: null })),
      presentValue: null,
    };
  }
  const origin = { date: first.date, amount: ZERO };
  const discounted = flows.map((flow) => ({ ...flow, presentValue: netPresentValue(rate, [origin, flow]) }));
  const presentValue = sum(discounted);
  return {
    ...shared,
    value: rate.toFixed(),
    written: writeRate(rate),
    sentence: `${label} = ${writeRate(rate)}${COLON}à ce taux, ${tellFlows(flows)} valent ensemble ${writeMoney(presentValue)} au ${writeDate(first.date)}`,
    formulaNumbers: tellPresentValues(discounted),
    flows: discounted.map(writeFlow),
    presentValue: toCents(presentValue).toFixed(2),
  };
}
