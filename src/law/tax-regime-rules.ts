import type { LawRule } from './law-rule.ts';

/** What opens a tax regime; the verdicts of tax-regimes.ts say these sentences. */
export const TAX_REGIME_RULES = {
  reducedRate: {
    rule: 'corporate-tax.reduced-rate',
    article: 'CGI art. 219 I b',
    reason:
      'Le taux de 15 % suppose un chiffre d’affaires d’au plus 10 M€ et un capital entièrement libéré, détenu à 75 % au moins par des personnes physiques (ou par des PME elles-mêmes détenues ainsi).',
    confidence: 'sourced',
  },
  taxGroup: {
    rule: 'tax-group.share',
    article: 'CGI art. 223 A',
    reason:
      'L’intégration fiscale demande 95 % du capital ; elle n’est jamais appliquée ici : chaque société paie son impôt.',
    confidence: 'sourced',
  },
  parentSubsidiary: {
    rule: 'parent-subsidiary.share',
    article: 'CGI art. 145 et 216',
    reason:
      'Le régime mère-fille exonère les dividendes, sauf une quote-part de 5 %, d’une société à l’IS qui détient 5 % du capital au moins et garde ses titres deux ans ; sinon ils sont imposés en entier.',
    confidence: 'sourced',
  },
  nonProfitIncome: {
    rule: 'corporate-tax.non-profit-income',
    article: 'CGI art. 219 bis',
    reason:
      'Une association sans activité lucrative paie l’impôt sur ses seuls revenus patrimoniaux : 24 % sur les loyers et sa part de SCI, 15 % sur les dividendes, 10 % sur certains titres de créance.',
    confidence: 'sourced',
  },
  scopRegime: {
    rule: 'scop.tax-regime',
    article: 'CGI art. 214 1 2° et 7, art. 1456',
    reason:
      'Une SCOP déduit sa part travail et n’a pas de CFE, sauf si les extérieurs tiennent plus de la moitié du capital hors amorçage ; sa SCI et ses filiales n’ont ni l’un ni l’autre.',
    confidence: 'sourced',
  },
  scicReserves: {
    rule: 'scic.taxable-profit',
    article: 'CGI art. 209 VIII',
    reason: 'Une SCIC déduit de son résultat fiscal ce qu’elle porte en réserves impartageables.',
    confidence: 'sourced',
  },
  vatOptionEnd: {
    rule: 'vat.option-end',
    article: 'CGI art. 260 2° ; annexe II art. 194',
    reason:
      'L’option pour la TVA sur les loyers se dénonce à partir du 1er janvier de la neuvième année civile qui suit celle de l’option.',
    confidence: 'sourced',
  },
} as const satisfies Record<string, LawRule>;
