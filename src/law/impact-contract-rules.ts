import type { LawRule } from './law-rule.ts';

/** Contrat à impact: what practice and State aid say of it, walls and legal forms apart (`regulated-instruments`). */
export const IMPACT_CONTRACT_RULES = {
  evaluator: {
    rule: 'impact-bond.evaluator',
    article: 'Aucun texte : pratique des contrats français, de mémoire',
    reason: 'Qui constate les résultats ne gagne rien à leur constat : l’évaluateur est indépendant.',
    confidence: 'memory',
  },
  costs: {
    rule: 'impact-bond.costs',
    article: 'Aucun texte : retours d’expérience, 8 à 15 % du montant',
    reason: 'Des frais lourds rendent le contrat plus cher que la subvention qu’il remplace.',
    confidence: 'uncertain',
  },
  payments: {
    rule: 'impact-bond.payments',
    article: 'TFUE art. 107 ; code de la commande publique ; règlements de minimis et SIEG : à relire',
    reason:
      'Un paiement aux résultats est le prix d’un service acheté, ou une aide : aucun texte lu ne le dit pour tout contrat à impact.',
    confidence: 'uncertain',
  },
  pariPassu: {
    rule: 'impact-bond.pari-passu',
    article: 'Communication 2016/C 262/01, investisseur en économie de marché : à relire',
    reason:
      'L’argent public d’une tranche n’est pas une aide aux mêmes conditions que des privés, pour une part significative du tour.',
    confidence: 'memory',
  },
} as const satisfies Record<string, LawRule>;
