import type { Problem } from '../input/problem.ts';
import { frenchNumber, shiftPoint } from './french-input.ts';
import type { ToolField, ToolForm } from './tool-form.ts';

/** The field that a problem is about: its own, that of its list, or the first of its object. */
export function fieldOf({ path }: Problem, { fields }: ToolForm): ToolField | undefined {
  const name = path.replace(/\[.*$/, '');
  return (
    fields.find((field) => field.name === name) ?? fields.find((field) => field.name.startsWith(`${name}.`))
  );
}

const NUMBER = /"?(-?\d+(?:\.\d+)?)"?/g;
const DATE = /"?(\d{4})-(\d{2})-(\d{2})"?/g;

/** Help is worded for those who write JSON too: fractions become percentages, words of the request disappear. */
export function helpInFrench({ help, kind }: Pick<ToolField, 'help' | 'kind'>): string {
  if (kind === 'choice') return help.replaceAll(/ \([a-z]+(-[a-z]+)*\)/g, '');
  if (kind !== 'percentage') return help;
  return help
    .replace(/En fraction : [^.]*\.[^.]*\.\s*/, '')
    .replace(', en fraction', '')
    .replace('−1.', '−100 %.')
    .replaceAll(/\b0\.\d+\b/g, (fraction) => `${frenchNumber(shiftPoint(fraction, 2))} %`);
}

/** Problems are worded for those who write JSON; beside a field, numbers are written as the field shows them. */
export function problemInFrench({ path, message }: Problem, field: ToolField | undefined): Problem {
  if (field === undefined) return { path, message };
  if (field.kind === 'date' || field.kind === 'dated-amounts') {
    return { path, message: message.replaceAll(DATE, (_, year, month, day) => `${day}/${month}/${year}`) };
  }
  if (field.kind === 'choice' || field.kind === 'truth' || field.kind === 'text') return { path, message };
  const written = message
    .replace(/un(e part| taux) est une fraction, /, '')
    .replace(', sans guillemets', '')
    .replace('une liste entre crochets [ ]', 'un montant par ligne')
    .replaceAll(NUMBER, (_, number: string) =>
      field.kind === 'percentage' ? `${frenchNumber(shiftPoint(number, 2))} %` : frenchNumber(number),
    );
  return { path, message: written };
}
