import { valueAt } from '../dossier/location.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import type { Choice, Default, Description, Group, List, Shape } from '../input/description.ts';
import { fieldOf, lowerFirst } from './form-field.ts';
import type { PageField, PageFieldEntry, PageFieldGroup, PageFieldList } from './form-parts.ts';

/** A part of the dossier: where it stands, how it is titled, what its fields belong to. */
interface Place {
  readonly path: string;
  readonly value: unknown;
  readonly title: string;
  /** Said before the labels of its fields, where they would not be understood alone. */
  readonly owner: string;
  /** The default of the list that it stands in, when nobody typed that list. */
  readonly listDefault?: Default | undefined;
}

type Variants = Readonly<Record<string, Group<Shape>>>;

const kindIn = (value: unknown) => String((value as { readonly kind?: string }).kind);
const childValue = (value: unknown, key: string) => (value as Readonly<Record<string, unknown>>)[key];
const childPath = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

/** The kind of a part that is one group among several: a field, when it is not that of an entry of a list. */
function kindField({ label, variants }: Choice<Variants>, { path, owner, value }: Place): PageField {
  return {
    path: `${path}.kind`,
    label,
    fullLabel: owner === '' ? label : `${owner} : ${lowerFirst(label)}`,
    help: '',
    unit: '',
    value: kindIn(value),
    kind: 'choice',
    choices: Object.entries(variants).map(([kind, variant]) => ({ value: kind, label: variant.label })),
    origin: 'hypothèse',
    originText: 'choix du dossier',
  };
}

/** A part that may be absent: its groups, the first of which says so, or an empty one. */
function optionalGroups(dossier: ResolvedDossier, description: Description, place: Place): PageFieldGroup[] {
  const { path, title, value } = place;
  if (description.node === 'group' && Object.keys(description.shape).length === 0) return [];
  const optional = { path, label: description.label, present: value !== null };
  if (value === null) return [{ id: path, title, fields: [], lists: [], optional }];
  const [first, ...others] = groupsOf(dossier, description, place);
  return first === undefined ? [] : [{ ...first, optional }, ...others];
}

/** What a result of a programme is counted of: the name of its indicator. */
function measuredIn({ values }: ResolvedDossier, value: unknown): string | undefined {
  const { indicator } = value as { readonly indicator?: string };
  return values.programme?.indicators.find(({ id }) => id === indicator)?.label;
}

function entryOf(dossier: ResolvedDossier, of: Description, place: Place, index: number): PageFieldEntry {
  const { path, value } = place;
  const description = of.node === 'choice' ? ((of.variants as Variants)[kindIn(value)] as Description) : of;
  const { label, from } = value as { readonly label?: string; readonly from?: string };
  const party = from === undefined ? undefined : partyLabel(dossier, from);
  const named = party === undefined ? undefined : `${description.label} : ${party}`;
  const title = label ?? named ?? measuredIn(dossier, value) ?? `${description.label} ${index + 1}`;
  // In a list inside an entry: « Région : versement 2 ».
  const owner = label ?? (place.owner === '' ? title : `${place.owner} : ${lowerFirst(title)}`);
  const groups = groupsOf(dossier, description, { ...place, title, owner });
  return {
    path,
    title,
    fields: groups.flatMap((group) => group.fields),
    lists: groups.flatMap((group) => group.lists),
  };
}

/** The name of a party of the dossier; undefined for those that every deal has. */
function partyLabel({ values }: ResolvedDossier, id: string): string | undefined {
  return values.parties.find((party) => party.id === id)?.label;
}

function listOf(dossier: ResolvedDossier, description: List<Description>, place: Place): PageFieldList {
  const { path, value } = place;
  const { of, fallback, longest, label } = description;
  const values = value as readonly unknown[];
  const isTyped = valueAt(dossier.typed, path) !== undefined;
  const listDefault = isTyped ? undefined : fallback;
  const additions =
    of.node === 'choice'
      ? Object.entries(of.variants as Variants).map(([kind, variant]) => ({ kind, label: variant.label }))
      : [{ kind: '', label: of.label }];
  const usualLines = Array.isArray(fallback?.value) ? fallback.value.length : 0;
  const entries = values.map((item, index) =>
    entryOf(dossier, of, { ...place, path: `${path}[${index}]`, value: item, listDefault }, index),
  );
  const list = { path, title: label, entries, additions: values.length < longest ? additions : [] };
  if (fallback === undefined || usualLines === 0) return list;
  const { why, kind } = fallback;
  return { ...list, usual: { text: `${usualLines} lignes`, why, kind, taken: !isTyped } };
}

/** The groups of a part of the dossier, as its description gives them: its own fields and lists, then what is inside. */
export function groupsOf(
  dossier: ResolvedDossier,
  description: Description,
  place: Place,
  own: readonly PageField[] = [],
): PageFieldGroup[] {
  switch (description.node) {
    case 'field':
      return [];
    case 'nullable':
      return optionalGroups(dossier, description.of as Description, place);
    case 'list':
      return [
        { id: place.path, title: place.title, fields: [], lists: [listOf(dossier, description, place)] },
      ];
    case 'choice': {
      const variant = (description.variants as Variants)[kindIn(place.value)] as Group<Shape>;
      return groupsOf(dossier, variant, place, [kindField(description, place)]);
    }
    case 'group': {
      const fields: PageField[] = [...own];
      const lists: PageFieldList[] = [];
      const inside: PageFieldGroup[] = [];
      for (const [key, child] of Object.entries(description.shape as Shape)) {
        const value = childValue(place.value, key);
        const at = { ...place, path: childPath(place.path, key), value };
        if (child.node === 'field') {
          const field = fieldOf(dossier, child, { ...at, key });
          if (field !== undefined) fields.push(field);
        } else if (child.node === 'list') lists.push(listOf(dossier, child, at));
        else {
          const title = `${place.title}, ${lowerFirst(child.label)}`;
          inside.push(...groupsOf(dossier, child, { ...at, title }));
        }
      }
      if (fields.length + lists.length === 0) return inside;
      return [{ id: place.path, title: place.title, fields, lists }, ...inside];
    }
  }
}

/**
 * The groups of a part of which each part, lists too, is a group of its own: a dossier, a path.
 * @param titleOf the title of the group of a part, from the label of that part
 */
export function spreadGroups(
  dossier: ResolvedDossier,
  shape: Shape,
  place: Place,
  titleOf: (label: string) => string,
): PageFieldGroup[] {
  const children = Object.entries(shape);
  const fields = Object.fromEntries(children.filter(([, child]) => child.node === 'field'));
  return [
    ...groupsOf(dossier, { node: 'group', label: '', shape: fields }, { ...place, owner: '' }),
    ...children.flatMap(([key, child]) =>
      groupsOf(dossier, child, {
        ...place,
        path: childPath(place.path, key),
        value: childValue(place.value, key),
        title: titleOf(child.label),
      }),
    ),
  ];
}
