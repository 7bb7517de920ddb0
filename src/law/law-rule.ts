import type { Confidence } from './figure.ts';
import { type Legality, ruling, type Verdict } from './legality.ts';

/** A rule of law that is not a number, written once: verdicts say it, « Méthode » and the API print it. */
export interface LawRule {
  /** Stable, English, dotted. */
  readonly rule: string;
  readonly article: string;
  /** What it says, in French, as a sentence. */
  readonly reason: string;
  readonly confidence: Confidence;
}

/** A rule and what it meets. */
export interface RuleCase {
  readonly verdict: Verdict;
  /** What is found, in French, as a sentence that stands before the rule; none when the rule says it all. */
  readonly fact?: string;
  readonly remedy: string;
}

/** A rule applied: what is found, then what the rule says. Its verdict is lowered when it rests on memory. */
export function ruleApplied(rule: LawRule, { verdict, fact, remedy }: RuleCase): Legality {
  const reason = fact === undefined ? rule.reason : `${fact} ${rule.reason}`;
  return ruling({ ...rule, verdict, reason, remedy });
}
