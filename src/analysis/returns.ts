import type { Decimal } from '../formula/decimal.ts';
import { ZERO } from '../formula/decimal.ts';
import type { Figures } from '../formula/exact.ts';
import { datedRatesOfReturn } from '../formula/rates-of-return.ts';
import { monthEnd } from '../formula/timeline.ts';
import type { Measures } from './measure-setting.ts';

/** The internal rates of return of a flow, effective yearly, actual/365 on month ends. */
export interface FlowReturn {
  readonly id: string;
  readonly label: string;
  /** The monthly line of the flow. */
  readonly line: string;
  readonly flows: readonly { readonly date: string; readonly amount: Decimal; readonly period: number }[];
  /** All of them, ascending; empty with its reason when there is none. */
  readonly rates: readonly Decimal[];
  readonly reason: string | undefined;
}

const REASONS = {
  'no-sign-change': 'les flux ne changent pas de signe : aucun taux de rendement',
  'no-root': 'aucun taux entre −99,999999 % et 10^20 % n’annule la valeur présente',
} as const;

/** Looks for the rates of return of a deal's flows. */
export function returnsOf(measures: Measures, figures: Figures): FlowReturn[] {
  return measures.flows.map(({ id, label, line }) => {
    const flows = figures
      .of(line)
      .map((amount, period) => ({ date: monthEnd(figures.timeline, period), amount: amount ?? ZERO, period }))
      .filter((flow) => !flow.amount.isZero());
    const found = datedRatesOfReturn(flows);
    return {
      id,
      label,
      line: line.id,
      flows,
      rates: found.rates,
      reason: found.reason === undefined ? undefined : REASONS[found.reason],
    };
  });
}
