/** What the pages of calculators say that requests do not: units, choices in French, more examples. */

/** Fields typed and shown in percent; requests and answers hold fractions. */
export const PERCENTAGES: ReadonlySet<string> = new Set([
  'annualRate',
  'rate',
  'coverage',
  'otherCoverage',
  'maximumCoverage',
  'ltv',
  'ltc',
  'debtYield',
  'shareInterestRateCap',
  'referenceRate',
  'discountRate',
  'safeHarbourPremium',
  'paidPremium',
  'rates',
  'annualRates',
  'tmo',
]);

/** Values of requests and answers, as they are read. */
const WORDS: Readonly<Record<string, string>> = {
  'level-payment': 'Échéances constantes',
  'level-principal': 'Capital constant',
  bullet: 'In fine',
  sculpted: 'Calé sur les loyers',
  none: 'Aucun',
  partial: 'Partiel : les intérêts sont payés',
  total: 'Total : les intérêts sont capitalisés',
  '12': '12 (mois)',
  '4': '4 (trimestres)',
  '2': '2 (semestres)',
  '1': '1 (année)',
  SCOP: 'SCOP',
  SCIC: 'SCIC',
  'SAS-ESS': 'SAS de l’ESS',
  SAS: 'SAS',
  association: 'Association',
  'soft-loan': 'Prêt bonifié',
  guarantee: 'Garantie',
  'land-discount': 'Rabais sur le foncier',
  'reduced-rent': 'Loyer réduit',
  ltv: 'Dette / valeur vénale (LTV)',
  ltc: 'Dette / coût de revient (LTC)',
  dscr: 'Loyers nets / annuité (DSCR)',
  debtYield: 'Loyers nets / dette',
  'galland-1': 'Ratio 1 : plafond des annuités',
  'galland-2': 'Ratio 2 : division du risque',
  'galland-3': 'Ratio 3 : quotité garantie',
  'no-sign-change': 'Les flux ne changent pas de signe : aucun taux ne les annule',
  'no-root': 'Aucun taux n’annule la valeur présente',
};

export function wordOf(value: string | number): string {
  return WORDS[String(value)] ?? String(value);
}

/** A request of each kind, for the calculators whose own example is of another kind. Figures are made up. */
export const EXAMPLES: Readonly<Record<string, object>> = {
  guarantee: {
    kind: 'guarantee',
    amount: '500000.00',
    years: 10,
    coverage: '0.5',
    safeHarbourPremium: '0.038',
    paidPremium: '0',
    discountRate: '0.037',
  },
  'land-discount': { kind: 'land-discount', marketValue: '400000.00', price: '250000.00' },
  'reduced-rent': {
    kind: 'reduced-rent',
    marketRent: '120000.00',
    rent: '90000.00',
    years: 9,
    discountRate: '0.037',
  },
};

const UNITS: Readonly<Record<string, string>> = { money: '€', percentage: '%' };

/** Written after a field. */
export function unitOf(kind: string): string {
  return UNITS[kind] ?? '';
}
