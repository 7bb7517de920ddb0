import { Decimal } from '../formula/decimal.ts';
import type { Figures } from '../formula/exact.ts';
import type { Line } from '../formula/operations.ts';
import type { Deal } from '../paths/deal.ts';

/** What the figures say of one guarantee. */
export interface GuaranteeOutcome {
  readonly id: string;
  readonly label: string;
  /** Of a local authority; empty for others. */
  readonly limits: readonly {
    readonly id: string;
    readonly article: string;
    readonly value: Decimal;
    readonly limit: Decimal;
    readonly isMet: boolean;
  }[];
  readonly maximumCoverage: Decimal;
}

/** What the figures say of the guarantees of a deal, in their order. */
export function guaranteeOutcomes({ guarantees }: Deal, figures: Figures): GuaranteeOutcome[] {
  if (guarantees === undefined) return [];
  const numberOf = (line: Line) => figures.of(line)[0] ?? new Decimal(0);
  return guarantees.list.map(({ terms, limits }) => ({
    id: terms.id,
    label: terms.label,
    limits: (limits?.ratios ?? []).map(({ id, article, value, limit, met }) => ({
      id,
      article,
      value: numberOf(value),
      limit: numberOf(limit),
      isMet: numberOf(met).eq(1),
    })),
    maximumCoverage: limits === undefined ? new Decimal(0) : numberOf(limits.maximumCoverage),
  }));
}
