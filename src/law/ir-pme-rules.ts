import type { LawRule } from './law-rule.ts';

/** What the relief of households asks of the company and of who subscribes: CGI 199 terdecies-0 A. */
const TEXT = 'CGI art. 199 terdecies-0 A';

export const IR_PME_RULES = {
  vehicle: {
    rule: 'ir-pme.vehicle',
    article: `${TEXT} et 0 AB ; C. trav. art. L3332-17-1`,
    reason:
      'La réduction d’impôt suppose une société agréée ESUS et soumise à l’IS, et des souscripteurs personnes physiques, dans la limite annuelle de versements et d’avantages de chaque foyer.',
    confidence: 'sourced',
  },
  paymentDate: {
    rule: 'ir-pme.payment-date',
    article: TEXT,
    reason: 'La réduction d’impôt des particuliers suit le jour du versement.',
    confidence: 'sourced',
  },
  repayment: {
    rule: 'ir-pme.repayment',
    article: TEXT,
    reason: 'Des parts remboursées par la société avant la septième année font reprendre l’avantage fiscal.',
    confidence: 'memory',
  },
} as const satisfies Record<string, LawRule>;
