import type { Problem } from '../input/problem.ts';
import { fieldsIn, type PageField, type PageFieldGroup } from '../report/form-parts.ts';
import { frenchNumber, shiftPoint } from './french-input.ts';

// A number beside a comma is already written in French.
const NUMBER = /(?<![\d,])"?(-?\d+(?:\.\d+)?)"?(?![\d,])/g;
const DATE = /"?\b(\d{4})-(\d{2})-(\d{2})\b"?/g;
const QUOTED = /"([^"]*)"/g;

function inWordsOf(field: PageField, message: string): string {
  if (field.kind === 'choice' || field.kind === 'truth') return message;
  if (field.kind === 'date') return message.replaceAll(DATE, '$3/$2/$1');
  if (field.kind === 'text') return message.replaceAll(QUOTED, '« $1 »');
  return message
    .replace('un taux est une fraction, ', '')
    .replace('une part est une fraction, ', '')
    .replace(', sans guillemets', '')
    .replaceAll(NUMBER, (_, number: string) =>
      field.kind === 'percentage' ? `${frenchNumber(shiftPoint(number, 2))} %` : frenchNumber(number),
    );
}

/** What is said of several fields at once. */
function inWordsOfForm(message: string): string {
  return message
    .replace('doivent faire 1 au total', 'doivent faire 100 % au total')
    .replace('écrivez false', 'répondez « non »')
    .replace('ajoutez-la à « parties »', 'ajoutez-la aux parties');
}

/**
 * Problems of a dossier are worded for those who write JSON: « au plus 0.5 ». Beside a field that shows 50 %, the same
 * numbers are written as the field shows them.
 */
export function problemsForFields(
  problems: readonly Problem[],
  groups: readonly PageFieldGroup[],
): Problem[] {
  const fields = fieldsIn(groups);
  return problems.map(({ path, message }) => {
    const field = fields.find((candidate) => candidate.path === path);
    return { path, message: inWordsOfForm(field === undefined ? message : inWordsOf(field, message)) };
  });
}
