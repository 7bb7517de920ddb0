import { CONFIDENCE_WORDS, lawRegister, lawRules } from '../analysis/law-register.ts';
import { writeTextCsv } from './csv.ts';

const COLUMNS = [
  'Matière',
  'Identifiant',
  'Chiffre ou règle',
  'Valeur',
  'Valeur écrite',
  'Depuis',
  'Jusqu’au',
  'Source',
  'Confiance',
  'Note',
];

/**
 * Every dated value of every figure of law, then every rule, as .csv, for a spreadsheet: decimal comma, rates as
 * fractions; a rule has no value and no date.
 */
export function lawCsv(): string {
  const figures = lawRegister().flatMap(({ title, figures }) =>
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
  const rules = lawRules().flatMap(({ title, rules }) =>
    rules.map(({ rule, article, reason, confidence }) => [
      title,
      rule,
      reason,
      '',
      '',
      '',
      '',
      article,
      CONFIDENCE_WORDS[confidence],
      '',
    ]),
  );
  return writeTextCsv([COLUMNS, ...figures, ...rules]);
}
