import type { LawRule } from './law-rule.ts';

/** Groups below a holding: who may be held, who buys the shares, what a clause may promise. */
export const GROUP_RULES = {
  cooperativeShares: {
    rule: 'group.cooperative-shares',
    article: 'Loi 47-1775 art. 18',
    reason:
      'Une part de coopérative est remboursée au nominal, moins les pertes : ni prix au multiple, ni plus-value pour qui entre.',
    confidence: 'sourced',
  },
  associationShares: {
    rule: 'group.association-shares',
    article: 'Loi du 1er juillet 1901 ; CMF art. L213-8',
    reason: 'Une association n’a pas de capital : personne ne peut en détenir une part.',
    confidence: 'sourced',
  },
  housedActivity: {
    rule: 'group.housed-activity',
    article: 'CGI art. 210 A et 210 B ; C. trav. art. L1224-1',
    reason:
      'L’activité et ses salariés passeraient d’une association ou d’une coopérative à une société par actions : apport partiel d’actif, contrats de travail, conventions et agréments à transférer.',
    confidence: 'memory',
  },
  priceFloor: {
    rule: 'group.price-floor',
    article: 'C. civ. art. 1844-1',
    reason:
      'Un associé ne peut être affranchi de toute perte ; un prix plancher n’est admis que comme promesse d’achat d’un autre associé.',
    confidence: 'memory',
  },
} as const satisfies Record<string, LawRule>;
