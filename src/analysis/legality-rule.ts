export type Verdict = 'possible' | 'a-verifier' | 'impossible';

/** What a rule says of a path, in words that tell what to do. */
export interface Legality {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly article: string;
  readonly reason: string;
  readonly remedy: string;
  readonly confidence: 'sourced' | 'computed' | 'memory' | 'uncertain';
}

/** The most severe verdict of a list; possible when it is empty. */
export function worstVerdict(legality: readonly Legality[]): Verdict {
  if (legality.some((item) => item.verdict === 'impossible')) return 'impossible';
  return legality.some((item) => item.verdict === 'a-verifier') ? 'a-verifier' : 'possible';
}
