import type { LawRule } from './law-rule.ts';

/** What a local authority may guarantee, and how much: CGCT. The ratios themselves are computed in guarantee-limits.ts. */
export const GUARANTEE_RULES = {
  object: {
    rule: 'guarantee.object',
    article: 'CGCT art. L. 2252-1, L. 3231-4, L. 4253-1 ; QE n° 10651 (17/06/2008)',
    reason:
      'Une collectivité ne garantit que des emprunts, dans la limite de ses ratios : ni loyer, ni crédit-bail, ni compte courant d’associé, ni ligne de trésorerie.',
    confidence: 'sourced',
  },
  galland: {
    rule: 'guarantee.galland',
    article: 'CGCT art. L2252-1, D1511-30 à D1511-35',
    reason:
      'Trois ratios bornent la garantie d’une collectivité : annuités propres et garanties à 50 % des recettes réelles de fonctionnement, un dixième de ce plafond par débiteur, et une quotité de 50 % toutes collectivités réunies (80 % en aménagement). Ils se lisent sur la première annuité entière du prêt, provisions déduites.',
    confidence: 'sourced',
  },
  twoDebtors: {
    rule: 'guarantee.two-debtors',
    article: 'CGCT art. L2252-1 al. 3, D1511-34',
    reason:
      'Une SCI et son exploitant sont deux débiteurs pour le ratio par débiteur, mais un seul risque : le loyer de l’un paie le prêt de l’autre.',
    confidence: 'sourced',
  },
  generalInterest: {
    rule: 'guarantee.general-interest',
    article: 'CGCT art. L2252-1 dernier al. ; CGI art. 200 et 238 bis',
    reason:
      'La quotité sans plafond ne vaut que pour un débiteur d’intérêt général : une SCI ou une société commerciale n’en est pas un.',
    confidence: 'sourced',
  },
} as const satisfies Record<string, LawRule>;
