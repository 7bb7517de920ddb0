import type { LawRule } from './law-rule.ts';

/** Interest subsidies, prêts d'honneur, patronage: what the matrix of forms and instruments does not say. */
export const SUPPORT_RULES = {
  authorityInterestSubsidy: {
    rule: 'authority.interest-subsidy',
    article: 'CGCT art. L. 1511-2 ; de mémoire',
    reason:
      'La région décide des bonifications d’intérêts : une autre collectivité n’y prend part que par convention avec elle.',
    confidence: 'memory',
  },
  associationHonourLoan: {
    rule: 'association.honour-loan',
    article: 'Usage des réseaux prêteurs, aucun texte ; loi du 1er juillet 1901',
    reason:
      'Un prêt d’honneur va à des personnes qui créent ou reprennent une entreprise ; peu de réseaux l’ouvrent à une association, où il devient un apport associatif, remboursé par ceux qui l’ont emprunté sans leur donner de part.',
    confidence: 'memory',
  },
  lucrativePatronage: {
    rule: 'association.lucrative-patronage',
    article: 'CGI art. 206 et 238 bis ; BOI-BIC-RICI-20-30-10-10',
    reason:
      'Une association dont l’activité principale est lucrative n’est pas d’intérêt général : le don qu’elle reçoit n’ouvre droit à aucune réduction d’impôt.',
    confidence: 'sourced',
  },
} as const satisfies Record<string, LawRule>;
