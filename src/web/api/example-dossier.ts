import type { RawDossier } from '../../input/description.ts';

/** The shortest dossier that is computed: what has no default, and nothing else. Figures are made up. */
export const EXAMPLE_DOSSIER: RawDossier = {
  id: 'atelier-exemple',
  title: 'Atelier exemple',
  lawDate: '2026-11-22',
  signature: '2027-01-15',
  site: {
    name: 'Ancienne fonderie',
    commune: 'Saint-Étienne',
    department: '42',
    landAreaM2: '6000',
    floorAreaM2: '2500',
    price: '800000.00',
    marketRentPerM2Year: '50.00',
    taxeFonciereYear: '15000.00',
    propertyChargesYear: '10000.00',
  },
  operator: {
    name: 'Atelier exemple',
    form: 'SCIC',
    subjectToCorporateTax: true,
    openingCash: '250000.00',
    currentRentYear: '60000.00',
    revenueBefore: '1500000.00',
    revenueAfter: '1900000.00',
    purchasesShare: '0.30',
    jobs: [
      { id: 'permanent', label: 'Postes permanents', before: '18', after: '20', annualCost: '42000.00' },
    ],
    fixedCostsBefore: '270000.00',
    fixedCostsAfter: '320000.00',
  },
  paths: [
    {
      kind: 'bank-loan',
      sources: [{ kind: 'own-funds', id: 'apport', label: 'Apport des sociétaires', amount: '200000.00' }],
      terms: { annualRate: '0.04', payments: 180 },
    },
  ],
};
