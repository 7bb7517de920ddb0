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
  landLeaseYears: {
    rule: 'land-lease.years',
    article: 'CRPM art. L451-1 ; CCH art. L251-1',
    reason:
      'Un bail emphytéotique dure plus de dix-huit ans, un bail à construction dix-huit ans au moins, et aucun des deux plus de quatre-vingt-dix-neuf ans.',
    confidence: 'sourced',
  },
  landLeaseTaxes: {
    rule: 'land-lease.taxes',
    article: 'CGI art. 689, 742, 743 1° et 1400 II ; BOI-IF-TFB-10-20-20',
    reason:
      'La taxe foncière d’un site en bail emphytéotique ou à construction est due par le preneur ; l’acte paie la taxe de publicité foncière sur toutes les années à courir, sauf un bail à construction.',
    confidence: 'sourced',
  },
  landLeaseEnd: {
    rule: 'land-lease.end',
    article: 'CRPM art. L451-7 et L451-10 ; CCH art. L251-2 ; de mémoire',
    reason:
      'À la fin du bail, sauf clause contraire, les constructions reviennent au propriétaire sans indemnité : le droit du preneur ne vaut plus que les loyers des années à courir.',
    confidence: 'memory',
  },
  turnkeyPremises: {
    rule: 'turnkey.aid',
    article: 'CGCT art. L. 1511-3',
    reason:
      'Communes et intercommunalités décident des aides à l’immobilier d’entreprise, rabais sur une location ou une location-vente compris ; le département n’y vient que par délégation, la région par convention.',
    confidence: 'sourced',
  },
  temporaryOccupation: {
    rule: 'occupation.temporary',
    article: 'C. com. art. L145-5 et L145-5-1 ; de mémoire',
    reason:
      'Une convention d’occupation précaire n’ouvre pas le statut des baux commerciaux : ni durée de neuf ans, ni renouvellement, ni indemnité d’éviction.',
    confidence: 'memory',
  },
} as const satisfies Record<string, LawRule>;
