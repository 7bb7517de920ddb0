import type { Line } from '../formula/operations.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;

export type SupportKind =
  | 'grant'
  | 'land-discount'
  | 'reduced-rent'
  | 'soft-loan'
  | 'guarantee'
  | 'public-capital'
  | 'interest-subsidy';

/** A public contribution found in a deal: one row of the register of aids. */
export interface Support {
  /** Unique in the deal. Its lines begin with `aid.<id>`. */
  readonly id: string;
  readonly label: string;
  readonly kind: SupportKind;
  /** Party that gives. */
  readonly payer: string;
  /** Company of the deal that receives: operator, or its vehicle. */
  readonly beneficiary: string;
  /** What is given, lent, guaranteed or invested. */
  readonly nominal: OnceMoney;
  readonly grantEquivalent: OnceMoney;
  /** What the flat rate of de minimis aids would count instead; absent or undefined when that route is closed or makes no sense. */
  readonly flatRate?: Line<'money', 'once'>;
  /** How it is priced, in French. */
  readonly method: string;
  /** Its price rests on an estimated market rate, or on a reading to be confirmed. */
  readonly isEstimated: boolean;
  /** Public money that would be no aid if private investors came on the same terms. */
  readonly needsPariPassu: boolean;
}

/** Who gives, who receives, under which name. */
export interface SupportNames {
  readonly id: string;
  readonly label: string;
  readonly payer: string;
  readonly beneficiary: string;
}

/** A grant, counted for its amount. */
export function grantSupport(names: SupportNames, amount: OnceMoney): Support {
  return {
    ...names,
    kind: 'grant',
    nominal: amount,
    grantEquivalent: amount,
    method: 'montant',
    isEstimated: false,
    needsPariPassu: false,
  };
}
