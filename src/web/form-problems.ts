import type { Problem } from '../input/problem.ts';
import type { PageField } from '../report/page.ts';
import { frenchNumber, shiftPoint } from './french-input.ts';

const NUMBER = /"?(-?\d+(?:\.\d+)?)"?/g;

/**
 * Problems of a dossier are worded for those who write JSON: « au plus 0.5 ». Beside a field that shows 50 %, the same
 * numbers are written as the field shows them.
 */
export function problemForField({ path, message }: Problem, field: PageField): Problem {
  if (field.kind === 'date' || field.kind === 'choice' || field.kind === 'truth') return { path, message };
  const written = message
    .replace('un taux est une fraction, ', '')
    .replace('une part est une fraction, ', '')
    .replace(', sans guillemets', '')
    .replaceAll(NUMBER, (_, number: string) =>
      field.kind === 'percentage' ? `${frenchNumber(shiftPoint(number, 2))} %` : frenchNumber(number),
    );
  return { path, message: written };
}
