import type { LawRule } from './law-rule.ts';

/** What the agreement « entreprise solidaire d'utilité sociale » asks. */
const TEXT = 'C. trav. art. L3332-17-1';

export const ESUS_RULES = {
  asOfRight: {
    rule: 'esus.as-of-right',
    article: TEXT,
    reason:
      'Entreprises d’insertion, entreprises adaptées et ateliers et chantiers d’insertion sont agréés de plein droit, si leurs titres ne sont pas cotés.',
    confidence: 'sourced',
  },
  socialUtility: {
    rule: 'esus.social-utility',
    article: 'C. trav. art. R3332-21-1',
    reason:
      'L’un des deux suffit, sur les trois derniers exercices clos : 66 % au moins des charges d’exploitation liées à l’utilité sociale, ou une rémunération des financements sous le TMO et 5 points.',
    confidence: 'sourced',
  },
  fiveSalaries: {
    rule: 'esus.five-salaries',
    article: TEXT,
    reason: 'La moyenne des cinq plus hautes rémunérations ne dépasse pas 7 fois le SMIC annuel.',
    confidence: 'sourced',
  },
  highestSalary: {
    rule: 'esus.highest-salary',
    article: TEXT,
    reason: 'La plus haute rémunération ne dépasse pas 10 fois le SMIC annuel.',
    confidence: 'sourced',
  },
  listed: {
    rule: 'esus.listed',
    article: `${TEXT} I 4°`,
    reason: 'Les titres d’une ESUS ne sont pas admis sur un marché réglementé.',
    confidence: 'sourced',
  },
  statutes: {
    rule: 'esus.statutes',
    article: `${TEXT} I 5° ; de mémoire`,
    reason: 'Les statuts inscrivent l’objectif d’utilité sociale et la politique de rémunération.',
    confidence: 'memory',
  },
  duration: {
    rule: 'esus.years',
    article: 'Arrêté du 5 août 2015',
    reason:
      'L’agrément dure cinq ans, deux pour une entreprise de moins de trois ans ; deux mois de silence valent acceptation.',
    confidence: 'sourced',
  },
} as const satisfies Record<string, LawRule>;
