import type { Field, Json } from '../input/description.ts';
import { formOf } from '../input/field-kind.ts';
import type { PageField } from '../report/form-parts.ts';
import { choicesOf } from '../report/form-values.ts';
import { canonicalNumber, readFrenchDate, readFrenchNumber } from './french-input.ts';

export type TypedValue = { readonly value: Json } | { readonly problem: string };

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** Whether two values of a dossier say the same: "1600000" and "1600000.00" do. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return one === other;
  if (!PLAIN_NUMBER.test(one) || !PLAIN_NUMBER.test(other)) return one === other;
  return canonicalNumber(one) === canonicalNumber(other);
}

/** Amounts have their cents in a dossier. */
function withCents(text: string): string {
  const [whole, decimals = ''] = text.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}

function readChoice(field: PageField, typed: string, description: Field<unknown> | undefined): TypedValue {
  if (!choicesOf(field).some(({ value }) => value === typed)) {
    return { problem: 'choix inconnu : prenez une valeur de la liste' };
  }
  if (field.kind === 'truth') return { value: typed === 'true' };
  const isNumber = description?.schema.safeParse(Number(typed)).success === true;
  return { value: isNumber ? Number(typed) : typed };
}

/** What is typed in a field, as a dossier holds it: text, JSON number, truth or null. */
export function readTyped(
  field: PageField,
  typed: string,
  description: Field<unknown> | undefined,
): TypedValue {
  if (typed.trim() === '' && description?.schema.safeParse(null).success) return { value: null };
  if (field.kind === 'choice' || field.kind === 'truth') return readChoice(field, typed, description);
  // Browsers send the lines of a long text with a carriage return.
  if (field.kind === 'text') return { value: typed.replaceAll('\r\n', '\n').trim() };
  const reading =
    field.kind === 'date' ? readFrenchDate(typed) : readFrenchNumber(typed, field.kind, field.unit);
  if ('problem' in reading) return reading;
  if (field.kind === 'money') return { value: withCents(reading.text) };
  if (description !== undefined && formOf(description).kind === 'whole') {
    if (reading.text.includes('.')) return { problem: 'écrivez un nombre entier' };
    return { value: Number(reading.text) };
  }
  return { value: reading.text };
}
