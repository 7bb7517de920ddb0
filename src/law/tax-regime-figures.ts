import type { LawFigure } from './figure.ts';

/** The thresholds that open or close a tax regime; rates of tax stand with the tax itself. */
const REDUCED = 'CGI art. 219 I b ; mon-entreprise, imposition.publicodes (30/06/2026)';

export const REDUCED_RATE_REVENUE: LawFigure<'money'> = {
  id: 'corporate-tax.reduced-rate-revenue',
  label: 'Taux réduit : chiffre d’affaires, au plus',
  value: '10000000',
  unit: 'money',
  since: '2022-12-31',
  source: REDUCED,
  confidence: 'sourced',
};

export const REDUCED_RATE_PERSONS: LawFigure<'ratio'> = {
  id: 'corporate-tax.reduced-rate-persons',
  label: 'Taux réduit : part du capital détenue par des personnes physiques, au moins',
  value: '0.75',
  unit: 'ratio',
  since: '2022-12-31',
  source: REDUCED,
  confidence: 'sourced',
  note: 'Ou par des PME elles-mêmes détenues ainsi ; capital entièrement libéré.',
};

export const TAX_GROUP_SHARE: LawFigure<'ratio'> = {
  id: 'tax-group.share',
  label: 'Intégration fiscale : part du capital détenue par la mère, au moins',
  value: '0.95',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 223 A (etalab, copie de 2015)',
  confidence: 'sourced',
  note: '61 % n’y suffit pas : VALO+ ne s’intègre pas à sa SCOP mère.',
};

export const PARENT_HOLDING_YEARS: LawFigure<'years'> = {
  id: 'parent-subsidiary.years',
  label: 'Régime mère-fille : durée de détention, au moins',
  value: '2',
  unit: 'years',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 145 (doctrine.fr), 216 (etalab, copie de 2015)',
  confidence: 'sourced',
};

export const NON_PROFIT_SECURITIES_RATE: LawFigure<'ratio'> = {
  id: 'corporate-tax.non-profit-securities-rate',
  label: 'Organisme sans but lucratif : impôt sur certains titres de créance',
  value: '0.1',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 219 bis (etalab, copie de 2015)',
  confidence: 'sourced',
  note: 'Loyers et part de SCI à 24 %, dividendes à 15 %.',
};

export const SCOP_OUTSIDE_CAPITAL: LawFigure<'ratio'> = {
  id: 'scop.outside-capital',
  label: 'SCOP : capital extérieur au-delà duquel part travail déductible et exonération de CFE se perdent',
  value: '0.5',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 214 1 2° et 7, art. 1456 (etalab, copie de 2015)',
  confidence: 'sourced',
  note: 'Non-coopérateurs et certificats d’investissement réunis. Hors SCOP d’amorçage, jusqu’au 7e exercice.',
};

export const VAT_OPTION_YEARS: LawFigure<'years'> = {
  id: 'vat.option-years',
  label: 'Option pour la TVA sur les loyers : années civiles avant de pouvoir la dénoncer',
  value: '9',
  unit: 'years',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 261 D 2°, 260 2°, ann. II art. 194 (etalab, copie de 2015)',
  confidence: 'sourced',
  note: 'Dénoncée à partir du 1er janvier de la neuvième année qui suit ; sans option, la TVA des travaux est un coût.',
};

export const VAT_ADJUSTMENT_YEARS: LawFigure<'years'> = {
  id: 'vat.adjustment-years',
  label: 'TVA immobilière : régularisation par vingtièmes, durée',
  value: '20',
  unit: 'years',
  since: '2026-04-01',
  orEarlier: true,
  source: 'CGI ann. II art. 207 II 3 (legalize-fr, avril 2026)',
  confidence: 'sourced',
};

export const TAX_REGIME_FIGURES: readonly LawFigure[] = [
  REDUCED_RATE_REVENUE,
  REDUCED_RATE_PERSONS,
  TAX_GROUP_SHARE,
  PARENT_HOLDING_YEARS,
  NON_PROFIT_SECURITIES_RATE,
  SCOP_OUTSIDE_CAPITAL,
  VAT_OPTION_YEARS,
  VAT_ADJUSTMENT_YEARS,
];
