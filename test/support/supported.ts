import { scenario } from './dossiers.ts';

/** Who gives and lends in the tests of supports, beside the region and the métropole of the case. */
const PARTIES = [
  { id: 'mecene', label: 'Fonderies du Forez', role: 'suppliers', side: 'private' },
  { id: 'initiative', label: 'Initiative Loire', role: 'public-funder', side: 'public-aid' },
];

export const SUBSIDY = {
  kind: 'interest-subsidy',
  id: 'bonification',
  label: 'Bonification de la région',
  from: 'region',
  points: '0.01',
  years: 2,
};
export const HONOUR_LOAN = {
  kind: 'pret-d-honneur',
  id: 'honneur',
  label: 'Prêt d’honneur',
  from: 'initiative',
  amount: '36000.00',
  deferralMonths: 6,
  payments: 60,
};
export const GIFT = {
  kind: 'patronage',
  id: 'don',
  label: 'Don des Fonderies',
  from: 'mecene',
  amount: '100000.00',
};
export const YEARLY_GIFT = {
  ...GIFT,
  id: 'don-annuel',
  label: 'Don annuel',
  purpose: 'operating',
  amount: '10000.00',
  callMonth: 20,
  years: 3,
};
export const SKILLS = {
  kind: 'patronage-of-skills',
  id: 'competences',
  label: 'Mécénat de compétences',
  from: 'mecene',
  hoursYear: '200',
  hourlyCost: '45.00',
  callMonth: 5,
  replaces: 'une assistance à maîtrise d’ouvrage',
};
export const ADVANCE = {
  kind: 'avance-remboursable',
  id: 'avance',
  label: 'Avance de la région',
  from: 'region',
  amount: '60000.00',
};

/** One column of the SCI Envie Soleil with these sources added to its lists, its enterprise an association unless said. */
export function supported(
  column: string,
  added: Readonly<Record<string, readonly object[]>>,
  form = 'association',
) {
  const dossier = scenario('sci-envie-soleil', column);
  dossier.parties.push(...structuredClone(PARTIES));
  dossier.operator.form = form;
  dossier.operator.subjectToCorporateTax = form !== 'association';
  const [path] = dossier.paths;
  for (const [list, sources] of Object.entries(added))
    path[list] = [...(path[list] ?? []), ...structuredClone(sources)];
  return dossier;
}
