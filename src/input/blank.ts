import type { Choice, Description, Field, Group, Json, RawDossier, Shape } from './description.ts';
import { formOf } from './field-kind.ts';

/** What a new part is made from, where nothing better is known. */
export interface BlankFrom {
  readonly date: string;
  /** A short name that its references may hold. */
  readonly name: string;
}

const NOTHING_TYPED = 'À renseigner';

/** The first of the same month, a year later: lists of dates go on. */
function yearLater(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4, 8)}01`;
}

/** What could stand in a field that must be given, the likeliest first. */
function candidates(field: Field<unknown>, like: Json | undefined, from: BlankFrom): readonly Json[] {
  const { kind, choices, minimum } = formOf(field);
  const likeIt = like === undefined || like === null ? [] : [like];
  switch (kind) {
    case 'money':
      return ['0.00', ...likeIt, '1.00'];
    case 'percentage':
    case 'multiple':
    case 'number':
      return ['0', ...likeIt, '1', '0.01'];
    case 'whole':
      return [...likeIt, minimum ?? 0];
    case 'date':
      return [...(typeof like === 'string' ? [yearLater(like)] : []), from.date];
    case 'choice': {
      const values = choices.flatMap(({ value }) => [value, Number(value)]);
      return [...likeIt, ...values];
    }
    case 'truth':
      return [...likeIt, false];
    case 'name':
      return [...likeIt, from.name];
    case 'text':
      return [NOTHING_TYPED, ...likeIt, '75'];
  }
}

/**
 * The smallest valid value of a part: what has a default is left out, amounts are zero, the rest is as in `like`.
 * @param like an entry of the same list
 * @returns undefined when the part may be left out
 */
export function blankOf(description: Description, like: Json | undefined, from: BlankFrom): Json | undefined {
  switch (description.node) {
    case 'nullable':
      return undefined;
    case 'list':
      return description.fallback === undefined ? [] : undefined;
    case 'choice': {
      const variants = (description as Choice<Readonly<Record<string, Group<Shape>>>>).variants;
      const alike = (like as RawDossier | undefined)?.kind as string | undefined;
      const [first] = Object.values(variants);
      const variant = alike === undefined ? first : (variants[alike] ?? first);
      return variant === undefined ? undefined : blankOf(variant, like, from);
    }
    case 'group': {
      const blank: Record<string, Json> = {};
      for (const [key, child] of Object.entries(description.shape as Shape)) {
        const value = blankOf(child, (like as RawDossier | undefined)?.[key], from);
        if (value !== undefined) blank[key] = value;
      }
      return blank;
    }
    case 'field': {
      const field = description as Field<unknown>;
      if (field.fallback !== undefined) return undefined;
      return candidates(field, like, from).find((value) => field.schema.safeParse(value).success);
    }
  }
}

/** The paths of the fields that a part holds. */
export function pathsIn(value: Json | undefined, path: string): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => pathsIn(item, `${path}[${index}]`));
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, child]) => pathsIn(child, `${path}.${key}`));
}
