import type { Confidence } from './figure.ts';

export type Verdict = 'possible' | 'a-verifier' | 'impossible';

/** What a rule says of a structure, in words that tell what to do. */
export interface Legality {
  /** Stable, English, dotted. */
  readonly rule: string;
  readonly verdict: Verdict;
  readonly article: string;
  readonly reason: string;
  readonly remedy: string;
  readonly confidence: Confidence;
  /** Who vouches for this point and why, when a person does: the verdict of the rule itself does not change. */
  readonly confirmed?: string;
  /** What a person vouched for when this point said something else: it is to verify again. */
  readonly confirmedBefore?: string;
}

/** The most severe verdict of a list; possible when it is empty. */
export function worstVerdict(legality: readonly Legality[]): Verdict {
  if (legality.some((item) => item.verdict === 'impossible')) return 'impossible';
  return legality.some((item) => item.verdict === 'a-verifier') ? 'a-verifier' : 'possible';
}

/** What a rule that was not read in a text may say: it never forbids alone. */
export function verdictHeldBy(confidence: Confidence, verdict: Verdict): Verdict {
  return verdict === 'impossible' && confidence !== 'sourced' ? 'a-verifier' : verdict;
}

/** A rule applied: its verdict is lowered to « à vérifier » when it rests on memory. */
export function ruling(item: Legality): Legality {
  return { ...item, verdict: verdictHeldBy(item.confidence, item.verdict) };
}
