import { z } from 'zod';
import { FORM_HINTS } from './form-hints.ts';
import { nearestWord } from './nearest.ts';
import { oneOf } from './problem.ts';

/**
 * The kinds of value that a person or a program gives, each as a zod schema whose messages say in French what is
 * wrong and what to write instead. Each call makes a new schema, to which `.meta({ title })` may be given.
 */
export { isoDate } from './date-field.ts';
export { amount, area, freeRate, multiple, rate, share, signedRate } from './decimal-fields.ts';
export { departmentCode } from './departments.ts';

/** A whole number, JSON number without quotes, from `min` to `max`. */
export function wholeNumber(min: number, max: number): z.ZodType<number, number> {
  const range = min === max ? `${min}` : `un nombre entier de ${min} à ${max}`;
  return z
    .number({
      error: ({ input }) => {
        if (input === undefined) return `champ manquant : écrivez ${range}`;
        if (typeof input === 'string' && /^-?\d{1,9}$/.test(input)) return `écrivez ${input} sans guillemets`;
        return `écrivez ${range}, sans guillemets`;
      },
    })
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, {
      error: `hors limites : écrivez ${range}`,
    })
    .meta({ type: 'integer', minimum: min, maximum: max });
}

/**
 * One of a few numbers.
 * @param labels the French word of each, where a form shows them
 */
export function choiceOfNumbers<const N extends number>(
  values: readonly N[],
  labels?: Readonly<Record<NoInfer<N>, string>>,
): z.ZodType<N, N> {
  return labelled(z.literal(values, { error: ({ input }) => choiceMessage(input, values) }), labels);
}

function labelled<S extends z.ZodType>(schema: S, labels: Readonly<Record<string, string>> | undefined): S {
  if (labels !== undefined) FORM_HINTS.add(schema, { labels });
  return schema;
}

function choiceMessage(input: unknown, values: readonly (string | number)[]): string {
  if (input === undefined) return `champ manquant : écrivez ${oneOf(values)}`;
  const near = typeof input === 'string' ? nearestWord(input, values.map(String)) : undefined;
  const asked = values.find((value) => String(value) === near);
  if (asked === undefined) return `valeur inconnue : écrivez ${oneOf(values)}`;
  return `valeur inconnue : vouliez-vous ${JSON.stringify(asked)} ? (${oneOf(values)})`;
}

/** One of a few words: a list, or the French label of each where a form shows them. */
export function choice<const T extends string>(
  words: readonly T[] | Readonly<Record<T, string>>,
): z.ZodType<T, T> {
  const isList = (given: typeof words): given is readonly T[] => Array.isArray(given);
  const values = isList(words) ? words : (Object.keys(words) as T[]);
  const schema = z.literal(values, { error: ({ input }) => choiceMessage(input, values) });
  return labelled(schema, isList(words) ? undefined : words);
}

/** One word only: what tells the variants of a choice apart. */
export function literal<const T extends string>(value: T): z.ZodType<T, T> {
  return z.literal(value, { error: ({ input }) => choiceMessage(input, [value]) });
}

/** true or false, JSON, without quotes. */
export function truth(): z.ZodType<boolean, boolean> {
  return z.boolean({
    error: ({ input }) => {
      if (input === undefined) return 'champ manquant : écrivez true ou false';
      if (input === 'true' || input === 'false') return `écrivez ${input} sans guillemets`;
      return 'écrivez true ou false, sans guillemets';
    },
  });
}

// Line feeds and tabs are fine in a summary; other control characters are not text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A text of at most `maxLength` characters; may be empty unless `notEmpty`. */
export function text(
  maxLength: number,
  terms: { readonly notEmpty?: boolean } = {},
): z.ZodType<string, string> {
  return z
    .string({
      error: ({ input }) =>
        input === undefined ? 'champ manquant : écrivez un texte' : 'écrivez un texte entre guillemets',
    })
    .meta({ maxLength })
    .superRefine((value, context) => {
      const refuse = (message: string) => context.addIssue({ code: 'custom', message, input: value });
      if (value.length > maxLength) refuse(`texte trop long : au plus ${maxLength} caractères`);
      if (CONTROL.test(value)) refuse('caractère de contrôle dans le texte : retirez-le');
      if (terms.notEmpty && value.trim() === '') refuse('texte vide : écrivez quelque chose');
    });
}

/** A short name in lower case with dashes: it appears in addresses and in the ids of lines. */
export function kebabId(): z.ZodType<string, string> {
  return z
    .string({
      error: ({ input }) =>
        input === undefined
          ? 'champ manquant : écrivez un identifiant, par exemple "ma-banque"'
          : 'écrivez un identifiant entre guillemets, par exemple "ma-banque"',
    })
    .meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 })
    .superRefine((value, context) => {
      if (value.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return;
      const proposal = value
        .slice(0, 60)
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '');
      context.addIssue({
        code: 'custom',
        message: `identifiant refusé (minuscules sans accent, chiffres, tirets, 60 au plus) ; écrivez "${proposal === '' ? 'ma-banque' : proposal}"`,
        input: value,
      });
    });
}
