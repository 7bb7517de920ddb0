import type { z } from 'zod';
import type { Field } from './description.ts';
import { FORM_HINTS } from './form-hints.ts';

/** What a field holds, as a person types it. `name` is a short id: of itself, or of something else in the dossier. */
export type FieldKind =
  | 'money'
  | 'percentage'
  | 'multiple'
  | 'number'
  | 'whole'
  | 'date'
  | 'choice'
  | 'truth'
  | 'text'
  | 'name';

export interface FieldForm {
  readonly kind: FieldKind;
  /** Values and words of a choice, in order. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Longest text. */
  readonly longest: number | undefined;
  /** Smallest and greatest whole number. */
  readonly minimum: number | undefined;
}

interface Inner {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly values?: readonly unknown[];
}

/** From the outside in: what may be null, then what is transformed, then what is typed. */
function layersOf(schema: z.ZodType): z.ZodType[] {
  const { innerType, in: source } = schema.def as unknown as Inner;
  const inner = innerType ?? source;
  return inner === undefined ? [schema] : [schema, ...layersOf(inner)];
}

function read(field: Field<unknown>): FieldForm {
  const layers = layersOf(field.schema);
  const core = layers.at(-1) as z.ZodType;
  const { type, values } = core.def as unknown as Inner;
  const meta = core.meta() ?? {};
  const hints = layers.map((layer) => FORM_HINTS.get(layer) ?? {});
  const labels = hints.find((hint) => hint.labels !== undefined)?.labels;
  const written = hints.find((hint) => hint.written !== undefined)?.written;
  const form = (kind: FieldKind): FieldForm => ({
    kind,
    choices: (values ?? []).map((value) => ({
      value: String(value),
      label: labels?.[String(value)] ?? String(value),
    })),
    longest: typeof meta.maxLength === 'number' ? meta.maxLength : undefined,
    minimum: typeof meta.minimum === 'number' ? meta.minimum : undefined,
  });
  if (type === 'literal') return form('choice');
  if (type === 'boolean') return form('truth');
  if (type === 'number') return form('whole');
  if (meta.format === 'date') return form('date');
  const pattern = typeof meta.pattern === 'string' ? meta.pattern : '';
  if (pattern.startsWith('^[a-z')) return form('name');
  if (!pattern.startsWith('^-?')) return form('text');
  if (written !== undefined) return form(written);
  return form(field.unit?.startsWith('money') ? 'money' : 'number');
}

const known = new WeakMap<Field<unknown>, FieldForm>();

/** How a field is typed, from its schema and its unit. */
export function formOf(field: Field<unknown>): FieldForm {
  const form = known.get(field) ?? read(field);
  known.set(field, form);
  return form;
}
