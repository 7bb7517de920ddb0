import type { LandSupportAnswerPage, TextTable } from './land-support-view.ts';

/** The whole answer as rows of texts, for a spreadsheet. */
export function landSupportRows(page: LandSupportAnswerPage): (readonly string[])[] {
  const table = ({ columns, rows }: TextTable) => [columns, ...rows, []];
  return [
    ...page.lead.map((sentence) => [sentence]),
    [],
    ...table(page.present),
    [
      'Forme',
      'Niveau',
      'Montant, ou payé moins reçu',
      'Coût présent',
      'Équivalent-subvention brut',
      'Aides et plafond',
      'Plafond',
      'Coût par emploi',
      'Coût par emploi d’insertion',
    ],
    ...page.forms.map((row) => [
      row.label,
      row.level,
      row.nominal,
      row.presentCost,
      row.grantEquivalent,
      row.ceiling,
      row.isAboveCeiling ? 'dépassé' : '',
      row.perJob,
      row.perInsertionJob,
    ]),
    [],
    ...table(page.budget),
    ...(page.mixes.rows.length === 0 ? [] : table(page.mixes)),
    ...page.notes.map((note) => [note]),
  ];
}
