import type { LoanTerms } from '../dossier/dossier.ts';
import type { Formula } from '../formula/operations.ts';
import type { GuaranteeAtSignature, GuaranteeContext } from '../instruments/guarantee-cost.ts';
import type { Guarantee } from '../instruments/guarantee-terms.ts';
import type { BankRate } from './loan-rate.ts';

/** A loan to be guaranteed, before its schedule is written. */
export interface LoanToGuarantee {
  /** Prefix of the ids of its lines. */
  readonly id: string;
  /** Of the path in the dossier: `paths[0]`. */
  readonly place: string;
  readonly borrower: string;
  readonly terms: LoanTerms;
  readonly termsPath: string;
  readonly loanAmount: Formula<'money', 'once', 'defined'>;
  /** What the bank asks without any guarantee. */
  readonly bankRate: BankRate;
}

/** A guarantee with its numbers and what it costs on the day of signature. */
export interface OpenGuarantee {
  readonly terms: Guarantee;
  /** Where it stands in the dossier. */
  readonly place: string;
  readonly context: GuaranteeContext;
  readonly signed: GuaranteeAtSignature;
}
