import { type Decimal, ZERO } from '../../formula/decimal.ts';
import { type Figures, readExactly } from '../../formula/exact.ts';
import type { Line } from '../../formula/operations.ts';
import type { SizedSupport } from './support-trial.ts';

/** A path sized, with the figures that its cost is read in. */
export interface ReadSupport {
  readonly sized: SizedSupport;
  readonly figures: Figures;
}

/** Money month after month, from that of signature. */
export type Monthly = readonly Decimal[];

/** All the figures of a sized path. */
export function readAll(sized: SizedSupport): ReadSupport {
  return { sized, figures: readExactly(sized.deal.setting.calculation) };
}

/** A monthly line; nothing where it is not defined. */
export function monthsOf({ figures }: ReadSupport, line: Line | string): Monthly {
  return figures.of(line).map((value) => value ?? ZERO);
}
