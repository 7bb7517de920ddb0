import { Decimal } from '../formula/decimal.ts';
import type { Figures } from '../formula/exact.ts';
import type { Line } from '../formula/operations.ts';
import type { AidRegister } from '../paths/aid-register.ts';
import type { Deal } from '../paths/deal.ts';

/** The rent below the market that a foncière solidaire grants: how the aids that it receives reach the enterprise. */
export interface PassedOnRent {
  readonly line: Line<'money', 'once', 'defined'>;
  /** Grant equivalent of the rent. */
  readonly amount: Decimal;
  /** Grant equivalent of the aids that the foncière itself receives: counted in the total, once. */
  readonly upstream: Decimal;
  /** Public parties hold half of its capital or more, and its aids do not explain the whole rent: the rest may be an aid too. */
  readonly mayHoldMore: boolean;
  /** How the register treats it, in French. Never added to its total. */
  readonly method: string;
}

const HALF = '0.5';

/** Reads the rent of a foncière beside the aids that pay for it; undefined elsewhere, or when the rent is no lower than the market. */
export function passedOnRent(deal: Deal, register: AidRegister, figures: Figures): PassedOnRent | undefined {
  const line = deal.fonciere?.rentAdvantage;
  if (line === undefined) return undefined;
  const value = (found: Line | undefined) =>
    (found === undefined ? undefined : figures.of(found)[0]) ?? new Decimal(0);
  const amount = value(line);
  if (amount.isZero()) return undefined;
  const upstream = register.supports
    .filter(({ beneficiary }) => beneficiary === deal.vehicle?.id)
    .reduce((sum, { grantEquivalent }) => sum.plus(value(grantEquivalent)), new Decimal(0));
  const publicShare = value(deal.setting.calculation.lines.get('aid.fonciere-public-share'));
  const mayHoldMore = publicShare.gte(HALF) && amount.gt(upstream);
  return { line, amount, upstream, mayHoldMore, method: methodOf(upstream, mayHoldMore) };
}

function methodOf(upstream: Decimal, mayHoldMore: boolean): string {
  if (mayHoldMore) return 'au-delà des aides reçues par la foncière : à établir, non compté';
  if (upstream.isZero()) return 'foncière sans aide publique à répercuter : non compté';
  return 'répercussion des aides reçues par la foncière : non compté une seconde fois';
}
