import type { LawRule } from './law-rule.ts';

/** Land instruments: EPF carrying, leases of long duration, turnkey premises, temporary occupation. */
export const LAND_INSTRUMENT_RULES = {
  carryingMinoration: {
    rule: 'epf.minoration',
    article: 'Programme pluriannuel d’intervention de l’EPF ; CGCT art. L. 1511-3',
    reason:
      'Chaque EPF fixe par délibération les conditions et le plafond de sa minoration, aucune règle nationale ne le fait ; ce qu’elle fait gagner à l’entreprise est une aide.',
    confidence: 'uncertain',
  },
  carryingBuyer: {
    rule: 'epf.buy-back',
    article: 'Convention opérationnelle de l’EPF',
    reason:
      'La collectivité qui signe la convention s’engage à racheter le site à son prix de revient au terme du portage, ou si l’opération est abandonnée.',
    confidence: 'sourced',
  },
} as const satisfies Record<string, LawRule>;
