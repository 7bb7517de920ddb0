import type { Problem } from '../input/problem.ts';
import type { PageField } from '../report/page.ts';
import { frenchNumber, shiftPoint } from './french-input.ts';

// A number beside a comma is already written in French.
const NUMBER = /(?<![\d,])"?(-?\d+(?:\.\d+)?)"?(?![\d,])/g;

function inWordsOf(field: PageField, message: string): string {
  if (field.kind === 'date' || field.kind === 'choice' || field.kind === 'truth') return message;
  return message
    .replace('un taux est une fraction, ', '')
    .replace('une part est une fraction, ', '')
    .replace(', sans guillemets', '')
    .replaceAll(NUMBER, (_, number: string) =>
      field.kind === 'percentage' ? `${frenchNumber(shiftPoint(number, 2))} %` : frenchNumber(number),
    );
}

/**
 * Problems of a dossier are worded for those who write JSON: « au plus 0.5 ». Beside a field that shows 50 %, the same
 * numbers are written as the field shows them.
 */
export function problemsForFields(problems: readonly Problem[], fields: readonly PageField[]): Problem[] {
  return problems.map(({ path, message }) => {
    const field = fields.find((candidate) => candidate.path === path);
    return { path, message: field === undefined ? message : inWordsOf(field, message) };
  });
}
