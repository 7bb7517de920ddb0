import type { Line } from '../formula/operations.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;

/** A conservation law: an amount that must be zero. */
export interface Law {
  readonly id: string;
  readonly label: string;
  /** The largest gap of the timeline, always positive or zero. */
  readonly gap: OnceMoney;
}

/** Whose laws these are, when a deal has several companies: what stands before their ids and labels. */
export interface LawScope {
  readonly id: string;
  readonly label: string;
}

/** The only company of a deal, or its operator. */
export const NO_SCOPE: LawScope = { id: '', label: '' };
