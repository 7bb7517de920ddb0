import type { Confidence } from '../law/figure.ts';

/** Something that the register cannot settle: what is not known, or what a person must check. */
export interface AidPoint {
  /** Of the rule that it belongs to: `state-aid.register` unless it stands by itself on the page. */
  readonly rule: 'state-aid.register' | 'state-aid.expiry' | 'state-aid.passed-on' | 'state-aid.pari-passu';
  /** A few words, for a list. */
  readonly name: string;
  readonly reason: string;
  readonly remedy: string;
  readonly article: string;
  readonly confidence: Confidence;
}

type Facts = Omit<AidPoint, 'rule' | 'confidence'> & Partial<Pick<AidPoint, 'rule' | 'confidence'>>;

/** A point of the register, well established unless said. */
export function point(facts: Facts): AidPoint {
  return { rule: 'state-aid.register', confidence: 'sourced', ...facts };
}

/** Texts that several points cite. */
export const SME_TEXT = 'recommandation 2003/361/CE ; RGEC 651/2014 annexe I';
export const MAP = 'décret 2022-968';
export const DE_MINIMIS = 'règlement (UE) 2023/2831';
