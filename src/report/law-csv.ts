import { CONFIDENCE_WORDS, lawRegister } from '../analysis/law-register.ts';
import { writeTextCsv } from './csv.ts';

const COLUMNS = [
  'Matière',
  'Identifiant',
  'Chiffre',
  'Valeur',
  'Valeur écrite',
  'Depuis',
  'Jusqu’au',
  'Source',
  'Confiance',
  'Note',
];

/** Every dated value of every figure of law as .csv, for a spreadsheet: decimal comma, rates as fractions. */
export function lawCsv(): string {
  const rows = lawRegister().flatMap(({ title, figures }) =>
    figures.flatMap(({ id, label, values }) =>
      values.map(({ value, written, since, orEarlier, until = '', source, confidence, note = '' }) => [
        title,
        id,
        label,
        value.replace('.', ','),
        written,
        orEarlier ? `${since} ou avant` : since,
        until,
        source,
        CONFIDENCE_WORDS[confidence],
        note,
      ]),
    ),
  );
  return writeTextCsv([COLUMNS, ...rows]);
}
