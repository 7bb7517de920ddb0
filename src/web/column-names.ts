import { descriptionAt } from '../dossier/location.ts';
import type { Field, Json, RawDossier } from '../input/description.ts';

/** A path of a dossier as it was typed. */
export type Column = Record<string, Json>;

/** Marks that tell a column from the one that it was made from, after its code: « P1 IR – SCI ». */
const MARKED =
  /^([A-Z]\d+(?: \+ [A-Z]\d+)*)((?: (?:bis|ter|[2-9]|IS|IR|sans option|avec option))*)(\s*[–—:-]\s.*)$/s;
const LONGEST_LABEL = 120;
const LONGEST_ID = 60;

export function columnsOf(dossier: RawDossier): readonly Column[] {
  return (dossier.paths ?? []) as unknown as readonly Column[];
}

/** The id of a column; its kind unless typed. */
export function columnId(column: Column): string {
  return String(column.id ?? column.kind);
}

/** The name of a column; that of its kind unless typed. */
export function columnLabel(dossier: RawDossier, index: number): string {
  const typed = columnsOf(dossier)[index]?.label;
  if (typeof typed === 'string') return typed;
  const description = descriptionAt(`paths[${index}].label`, dossier);
  const usual = description?.node === 'field' ? (description as Field<unknown>).fallback?.value : undefined;
  return typeof usual === 'string' ? usual : '';
}

function shortened(text: string, end: string): string {
  return `${text.slice(0, LONGEST_LABEL - end.length).trimEnd()}${end}`;
}

/** « P1 – SCI » with « IR »: « P1 IR – SCI ». A label without a code stays as it is. */
function withMark(label: string, mark: string, replaced: readonly string[]): string {
  const [, code, marks = '', rest] = MARKED.exec(label) ?? [];
  if (code === undefined) return label;
  const kept = replaced.reduce((text, old) => text.replace(` ${old}`, ''), marks);
  return `${code}${kept} ${mark}${rest}`;
}

/**
 * The name of a variant: « P1 IR – SCI Envie Soleil à l’IR ».
 * @param variant the mark after the code, and what is said at the end
 * @param others those of the same choice, which it replaces
 */
export function variantLabel(
  label: string,
  variant: { readonly mark: string; readonly end: string },
  others: readonly { readonly mark: string; readonly end: string }[],
): string {
  const bare = others.reduce(
    (text, { end }) => (text.endsWith(end) ? text.slice(0, -end.length) : text),
    label,
  );
  const marked = withMark(
    bare,
    variant.mark,
    others.map(({ mark }) => mark),
  );
  return shortened(marked, variant.end);
}

/** The name of a copy: « P1 bis – SCI », or « Prêt bancaire (copie) ». */
export function copyLabel(label: string, taken: readonly string[]): string {
  const marks = ['bis', 'ter', '4', '5', '6', '7', '8', '9'];
  const bare = label.replace(/ \(copie(?: \d+)?\)$/, '');
  const ends = marks.map((_, index) => (index === 0 ? ' (copie)' : ` (copie ${index + 1})`));
  const proposed = MARKED.test(label)
    ? marks.map((mark) => withMark(label, mark, marks))
    : ends.map((end) => shortened(bare, end));
  return proposed.find((name) => !taken.includes(name)) ?? label;
}

/** The name of the lawful column made from one that the law refuses: « P1 – SCI (structure licite) ». */
export function lawfulLabel(label: string, taken: readonly string[]): string {
  const named = (number: number) =>
    shortened(label, number === 1 ? ' (structure licite)' : ` (structure licite ${number})`);
  let number = 1;
  while (taken.includes(named(number))) number++;
  return named(number);
}

/** Whether two columns differ by their names at most. */
export function isSameButNamed(one: Column, other: Column): boolean {
  const bare = ({ id: _, label: __, ...rest }: Column) => JSON.stringify(rest);
  return bare(one) === bare(other);
}

/** An id that no column has: « sci-ir », then « sci-ir-2 ». */
export function freeId(wanted: string, taken: readonly string[]): string {
  const named = (number: number) => {
    const end = number === 1 ? '' : `-${number}`;
    return `${wanted.slice(0, LONGEST_ID - end.length).replace(/-+$/, '')}${end}`;
  };
  let number = 1;
  while (taken.includes(named(number))) number++;
  return named(number);
}
