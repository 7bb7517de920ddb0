import { valueAt } from '../dossier/location.ts';
import type { Json } from '../input/description.ts';
import type { Column } from './column-names.ts';
import { putAt } from './dossier-places.ts';

/** A choice that a property company makes, compared in one click: another column makes the other choice. */
export type Choice = 'regime' | 'tva';

/** One side of a choice: how a column that makes it is named, and why it is there. */
export interface Variant {
  readonly value: Json;
  readonly id: string;
  readonly mark: string;
  readonly end: string;
  readonly why: string;
}

interface Sides {
  /** In the column. */
  readonly place: string;
  /** What it is when left out. */
  readonly usual: Json;
  readonly variants: readonly [Variant, Variant];
}

const CHOICES: Readonly<Record<Choice, Sides>> = {
  regime: {
    place: 'vehicle.taxRegime',
    usual: 'IS',
    variants: [
      {
        value: 'IS',
        id: 'is',
        mark: 'IS',
        end: ' à l’IS',
        why: 'même voie à l’impôt sur les sociétés, pour comparer',
      },
      {
        value: 'IR',
        id: 'ir',
        mark: 'IR',
        end: ' à l’IR',
        why: 'même voie à l’impôt sur le revenu, pour comparer',
      },
    ],
  },
  tva: {
    place: 'lease.vatOption',
    usual: true,
    variants: [
      {
        value: true,
        id: 'avec-tva',
        mark: 'avec option',
        end: ' avec option TVA',
        why: 'même voie avec l’option du bailleur pour la TVA, pour comparer',
      },
      {
        value: false,
        id: 'sans-tva',
        mark: 'sans option',
        end: ' sans option TVA',
        why: 'même voie sans l’option du bailleur pour la TVA, pour comparer',
      },
    ],
  },
};

export function placeOf(choice: Choice): string {
  return CHOICES[choice].place;
}

export function variantsOf(choice: Choice): readonly Variant[] {
  return CHOICES[choice].variants;
}

/** What a column of property company chooses today. */
export function choiceOf(column: Column, choice: Choice): Json {
  const { place, usual } = CHOICES[choice];
  return (valueAt(column, place) as Json | undefined) ?? usual;
}

/** The other side of what a column chooses. */
export function otherVariant(column: Column, choice: Choice): Variant {
  const now = choiceOf(column, choice);
  return CHOICES[choice].variants.find(({ value }) => value !== now) as Variant;
}

/** What makes two columns the same but for their names and this choice. */
function sameness(column: Column, choice: Choice, value: Json): string {
  const { id: _, label: __, ...rest } = structuredClone(column) as Column;
  putAt(rest, CHOICES[choice].place, value);
  return JSON.stringify(rest);
}

/** The column that only differs by this choice; undefined when there is none. */
export function twinOf(columns: readonly Column[], column: Column, choice: Choice): Column | undefined {
  const { value } = otherVariant(column, choice);
  const wanted = sameness(column, choice, value);
  return columns.find(
    (candidate) =>
      candidate.kind === column.kind &&
      choiceOf(candidate, choice) === value &&
      sameness(candidate, choice, value) === wanted,
  );
}
