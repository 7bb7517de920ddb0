import type { Competence, Mention } from './support-form.ts';

/** Who decides an aid to the premises of an enterprise: CGCT art. L. 1511-3. */
export const PREMISES_COMPETENCE: Competence = {
  who: 'La commune ou l’EPCI à fiscalité propre (métropole comprise) décide ; la région y participe par convention avec eux, le département par délégation.',
  article: 'CGCT art. L. 1511-3',
  confidence: 'sourced',
};

/** What every aid to premises must say, whatever its form. */
export const PREMISES_MENTIONS: readonly Mention[] = [
  {
    text: 'L’entreprise bénéficiaire, le projet, les coûts immobiliers admissibles hors taxes et le plan de financement.',
    article: 'CGCT art. R. 1511-4 à R. 1511-6',
    confidence: 'sourced',
  },
  {
    text: 'Le régime d’aide retenu (taille et zone, ou de minimis), son plafond et le cumul avec les autres aides publiques.',
    article: 'CGCT art. R. 1511-5 et R. 1511-6 ; règlement (UE) 2023/2831',
    confidence: 'sourced',
  },
  {
    text: 'L’autorisation de signer la convention passée avec le bénéficiaire : montant, calendrier, engagements et cas de reversement.',
    article: 'CGCT art. L. 1511-3',
    confidence: 'sourced',
  },
  {
    text: 'Le maintien de l’activité et des emplois (3 ans pour une PME, 5 ans sinon, en zone AFR).',
    article: 'Décret 2022-968 ; règlement d’aide de la collectivité',
    confidence: 'sourced',
  },
];

/** When the walls are those of a property company: the aid must reach who uses them. */
export const PASSED_ON: Mention = {
  text: 'Quand une société immobilière achète : la rétrocession de l’aide à l’exploitant, en baisse de loyer, écrite dans le bail.',
  article: 'règlements d’aide des collectivités (usage) ; de mémoire pour le texte',
  confidence: 'memory',
};
