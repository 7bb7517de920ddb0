/** The form of a dossier as plain data: groups of fields and lists, made from the description of the dossier. */

/** About ten fields and the rest written beside them, or every field. */
export type FormMode = 'express' | 'detailed';

/** One field of the form: the path is its name. */
export interface PageField {
  readonly path: string;
  readonly label: string;
  /** With what it belongs to: « Magasin et bureaux : montant des travaux ». */
  readonly fullLabel: string;
  readonly help: string;
  /** Written in French after the field: €, %, m², mois… */
  readonly unit: string;
  /** As typed in the form: « 1 600 000,00 », « 3,85 », « 2027-03-01 ». */
  readonly value: string;
  readonly kind: 'money' | 'percentage' | 'number' | 'date' | 'choice' | 'truth' | 'text';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Most characters of a text. */
  readonly longest?: number;
  /** « fait », « hypothèse », « loi », « calculé » and its text. */
  readonly origin: string;
  readonly originText: string;
  /** What « je ne sais pas » gives. */
  readonly usual?: UsualValue;
  /** Nothing usual can be taken in its place. */
  readonly required?: boolean;
  /** Made for a new entry of a list, and nobody has typed it yet. */
  readonly missing?: boolean;
  /** Found by a search: shown, not typed. */
  readonly solved?: boolean;
  /** The amounts of which it is the total: another total is shared between them. */
  readonly total?: readonly string[];
}

export interface UsualValue {
  /** « 0,5 % » */
  readonly text: string;
  /** Its source. */
  readonly why: string;
  readonly kind: 'default' | 'law';
  /** It is the value shown. */
  readonly taken: boolean;
}

/** One entry of a list: a lot of works, a job, a source of funds. */
export interface PageFieldEntry {
  readonly path: string;
  readonly title: string;
  readonly fields: readonly PageField[];
  readonly lists: readonly PageFieldList[];
}

export interface PageFieldList {
  readonly path: string;
  readonly title: string;
  readonly entries: readonly PageFieldEntry[];
  /** What may be added, by kind; the kind is empty when entries have none. Nothing once the list is full. */
  readonly additions: readonly { readonly kind: string; readonly label: string }[];
  readonly usual?: UsualValue;
}

export interface PageFieldGroup {
  /** The path of what it holds. */
  readonly id: string;
  readonly title: string;
  readonly fields: readonly PageField[];
  readonly lists: readonly PageFieldList[];
  /** A part that a dossier may do without: whether it is there. */
  readonly optional?: { readonly path: string; readonly label: string; readonly present: boolean };
  /** Written, not typed: what an express form leaves as it is. */
  readonly readOnly?: boolean;
}

/** Every list of some groups, those inside entries among them. */
export function listsIn(groups: readonly PageFieldGroup[]): PageFieldList[] {
  const inside = (list: PageFieldList): PageFieldList[] => [
    list,
    ...list.entries.flatMap((entry) => entry.lists.flatMap(inside)),
  ];
  return groups.flatMap((group) => group.lists.flatMap(inside));
}

/** Every field of some groups, those of their lists among them, in the order of the form. */
export function fieldsIn(groups: readonly PageFieldGroup[]): PageField[] {
  const ofEntry = (entry: PageFieldEntry): readonly PageField[] => [
    ...entry.fields,
    ...entry.lists.flatMap(ofList),
  ];
  const ofList = (list: PageFieldList): PageField[] => list.entries.flatMap(ofEntry);
  return groups.flatMap((group) => [...group.fields, ...group.lists.flatMap(ofList)]);
}

/** The fields that a person may type. */
export function typedFieldsIn(groups: readonly PageFieldGroup[]): PageField[] {
  return fieldsIn(groups.filter((group) => group.readOnly !== true)).filter((field) => field.solved !== true);
}
