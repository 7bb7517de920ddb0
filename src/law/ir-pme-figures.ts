import { inForce, type LawFigure, type LawSeries, lawSeries } from './figure.ts';

/**
 * « IR-PME »: income tax given up by the State on what households pay into the capital of an ESUS or of a foncière
 * solidaire (CGI 199 terdecies-0 A). The day of the payment decides, not that of the dossier.
 */
export const IR_PME_RATES: LawSeries<'ratio'> = lawSeries(
  {
    id: 'ir-pme.rate',
    label: 'IR-PME, entreprises solidaires et foncières solidaires : taux de la réduction d’impôt',
    unit: 'ratio',
    source: 'CGI art. 199 terdecies-0 A',
  },
  [
    {
      value: '0.18',
      since: '2026-01-01',
      confidence: 'memory',
      note:
        'Taux de droit commun, déduit : versements du 01/01 au 20/02/2026, puis à partir de 2028 si le taux de 25 % ' +
        'n’est pas prorogé. Taux antérieurs à 2026 non relevés.',
    },
    {
      value: '0.25',
      since: '2026-02-21',
      until: '2027-12-31',
      source: 'CGI art. 199 terdecies-0 A ; LF 2026 ; efc-nantes.com (11/03/2026)',
      confidence: 'sourced',
      note: 'Versements du 21/02/2026 au 31/12/2027.',
    },
  ],
);

const CEILING = {
  unit: 'money',
  since: '2012-01-01',
  source: 'CGI art. 199 terdecies-0 A ; openfisca-france, seuil.yaml',
  confidence: 'sourced',
} as const;

/** Payments of a year that count, for one person and for a couple taxed together. */
export const IR_PME_SINGLE_CEILING: LawFigure<'money'> = {
  ...CEILING,
  id: 'ir-pme.single-ceiling',
  label: 'IR-PME : versements retenus par an, personne seule',
  value: '50000',
};

export const IR_PME_COUPLE_CEILING: LawFigure<'money'> = {
  ...CEILING,
  id: 'ir-pme.couple-ceiling',
  label: 'IR-PME : versements retenus par an, couple imposé en commun',
  value: '100000',
};

/** Shares sold before this make the relief due back. */
export const IR_PME_HOLDING_YEARS: LawFigure<'years'> = {
  id: 'ir-pme.holding-years',
  label: 'IR-PME : conservation des titres par le souscripteur',
  value: '5',
  unit: 'years',
  since: '2012-01-01',
  orEarlier: true,
  source: 'CGI art. 199 terdecies-0 A',
  confidence: 'sourced',
  note: 'Jusqu’au 31 décembre de la cinquième année qui suit la souscription.',
};

/** Contributions paid back by the company before this make the relief due back. */
export const IR_PME_REPAYMENT_YEARS: LawFigure<'years'> = {
  id: 'ir-pme.repayment-years',
  label: 'IR-PME : délai avant tout remboursement des apports par la société',
  value: '7',
  unit: 'years',
  since: '2012-01-01',
  orEarlier: true,
  source: 'CGI art. 199 terdecies-0 A',
  confidence: 'memory',
  note: 'Dix ans dans certains cas, non établi ici.',
};

/** What the reliefs of a household may reach in a year, and what is added for solidarity companies. */
export const TAX_RELIEF_CEILING: LawFigure<'money'> = {
  id: 'ir-pme.relief-ceiling',
  label: 'Plafonnement global des avantages fiscaux d’un foyer, par an',
  value: '10000',
  unit: 'money',
  since: '2013-01-01',
  source: 'CGI art. 200-0 A',
  confidence: 'memory',
};

export const TAX_RELIEF_INCREASE: LawFigure<'money'> = {
  id: 'ir-pme.relief-ceiling-increase',
  label: 'Plafonnement global : majoration pour les entreprises et foncières solidaires',
  value: '3000',
  unit: 'money',
  since: '2021-01-01',
  source: 'CGI art. 200-0 A ; openfisca-france, majoration_esus_sfs (2021 seulement)',
  confidence: 'uncertain',
  note: 'Portait le plafond à 13 000 € ; sa pérennité n’est pas établie.',
};

export const IR_PME_FIGURES: readonly LawFigure[] = [
  ...IR_PME_RATES,
  IR_PME_SINGLE_CEILING,
  IR_PME_COUPLE_CEILING,
  IR_PME_HOLDING_YEARS,
  IR_PME_REPAYMENT_YEARS,
  TAX_RELIEF_CEILING,
  TAX_RELIEF_INCREASE,
];

/**
 * The rate of the relief for a payment.
 * @param paymentDate ISO
 * @returns undefined before 2026: older rates were not established here
 */
export function irPmeRate(paymentDate: string): LawFigure<'ratio'> | undefined {
  return inForce(IR_PME_RATES, paymentDate);
}
