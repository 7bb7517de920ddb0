import { DOSSIER } from '../dossier/dossier.ts';
import type { Default, Description, Field, Group, Shape } from '../input/description.ts';
import { formOf } from '../input/field-kind.ts';
import { kindOf, shownText, typedText, unitOf } from './form-values.ts';

/** A number that is taken when a dossier leaves a field out: a hypothesis of practice, or a figure of law. */
export interface MarketDefault {
  readonly label: string;
  readonly written: string;
  readonly why: string;
  readonly kind: Default['kind'];
}

export interface MarketDefaults {
  /** The part of the dossier that it belongs to. */
  readonly title: string;
  readonly defaults: readonly MarketDefault[];
}

const NUMBERS = ['money', 'percentage', 'multiple', 'number', 'whole'];

/** The default of a field, when it is a number other than zero. */
function defaultOf(field: Field<unknown>): MarketDefault[] {
  const { fallback, label, schema } = field;
  if (fallback === undefined || field.unit === undefined) return [];
  const { value, why, kind } = fallback;
  const isNumber = typeof value === 'number' || (typeof value === 'string' && value !== '');
  if (!isNumber || Number(value) === 0 || !NUMBERS.includes(formOf(field).kind)) return [];
  const typed = typedText(field, schema.parse(value));
  const written = shownText({ kind: kindOf(field), value: typed, unit: unitOf(field) });
  return [{ label, written, why, kind }];
}

function within(description: Description): MarketDefault[] {
  switch (description.node) {
    case 'field':
      return defaultOf(description);
    case 'list':
    case 'nullable':
      return within(description.of as Description);
    case 'choice':
      return Object.values(description.variants as Record<string, Group<Shape>>).flatMap(within);
    case 'group':
      return Object.values(description.shape as Shape).flatMap(within);
  }
}

/** What several kinds of path share is said once: with the first of them. */
function saidOnce(parts: readonly MarketDefaults[]): MarketDefaults[] {
  const said = new Set<string>();
  return parts.flatMap(({ title, defaults }) => {
    const fresh = defaults.filter(({ label, written, why }) => {
      const sentence = `${label} ${written} ${why}`;
      if (said.has(sentence)) return false;
      said.add(sentence);
      return true;
    });
    return fresh.length === 0 ? [] : [{ title, defaults: fresh }];
  });
}

/** Every numeric default of a dossier, from its description: part, label, value, why. */
export function marketDefaults(): MarketDefaults[] {
  const general: MarketDefault[] = [];
  const parts: MarketDefaults[] = [];
  for (const part of Object.values(DOSSIER.shape) as Description[]) {
    if (part.node === 'field') general.push(...defaultOf(part));
    else if (part.node === 'list' && (part.of as Description).node === 'choice') {
      const variants = (part.of as { readonly variants: Record<string, Group<Shape>> }).variants;
      for (const variant of Object.values(variants)) {
        parts.push({ title: variant.label, defaults: within(variant) });
      }
    } else parts.push({ title: part.label, defaults: within(part) });
  }
  return saidOnce([{ title: 'Étude', defaults: general }, ...parts]);
}
