import type { LawRule } from './law-rule.ts';

/** Categories and votes of a SCIC: loi 47-1775. Its public capital stands with local authorities. */
const OCTIES = 'Loi 47-1775 art. 19 octies';

export const SCIC_COLLEGE_RULES = {
  categories: {
    rule: 'scic.categories',
    article: 'Loi 47-1775 art. 19 septies',
    reason:
      'Une SCIC réunit au moins trois catégories d’associés, dont les salariés (ou, à défaut, les producteurs) et les bénéficiaires.',
    confidence: 'sourced',
  },
  mostVotes: {
    rule: 'scic.college-most-votes',
    article: OCTIES,
    reason: 'Aucun collège d’une SCIC n’a plus de 50 % des voix.',
    confidence: 'sourced',
  },
  leastVotes: {
    rule: 'scic.college-least-votes',
    article: `${OCTIES} ; taux de mémoire`,
    reason: 'Chaque collège d’une SCIC a 10 % des voix au moins.',
    confidence: 'memory',
  },
  basis: {
    rule: 'scic.college-basis',
    article: OCTIES,
    reason:
      'L’apport en capital ne fonde pas un collège ; sans clause des statuts, chaque collège a autant de voix. Les voix ne se déduisent jamais du capital.',
    confidence: 'sourced',
  },
} as const satisfies Record<string, LawRule>;
