import { listsIn, type PageFieldGroup, typedFieldsIn } from '../report/form-parts.ts';

/** What a button of the form asks for, beside what is typed. */
export type FormAction =
  /** « Je ne sais pas »: the default of a field or of a list. */
  | { readonly kind: 'usual'; readonly path: string }
  | { readonly kind: 'add-entry'; readonly list: string; readonly entry: string }
  | { readonly kind: 'remove-entry'; readonly list: string; readonly index: number }
  | { readonly kind: 'add-part' | 'remove-part'; readonly path: string };

/** Names of the buttons, as a form sends them. */
export const ACTION_NAMES = { usual: 'sans-reponse', add: 'ajouter', remove: 'retirer' } as const;

/**
 * The action that a form asks for, among those that it showed.
 * @returns undefined when it asks for none, 'unknown' for one that it did not offer
 */
export function actionIn(
  groups: readonly PageFieldGroup[],
  typed: ReadonlyMap<string, string>,
): FormAction | 'unknown' | undefined {
  const open = groups.filter((group) => group.readOnly !== true);
  const lists = listsIn(open);
  const parts = open.flatMap(({ optional }) => optional ?? []);
  const usual = typed.get(ACTION_NAMES.usual);
  if (usual !== undefined) {
    const known = [...typedFieldsIn(open), ...lists].some((item) => item.path === usual && item.usual);
    return known ? { kind: 'usual', path: usual } : 'unknown';
  }
  const added = typed.get(ACTION_NAMES.add);
  if (added !== undefined) {
    if (parts.some(({ path, present }) => path === added && !present))
      return { kind: 'add-part', path: added };
    const [list = '', entry = ''] = added.split(':');
    const known = lists.some(
      ({ path, additions }) => path === list && additions.some(({ kind }) => kind === entry),
    );
    return known ? { kind: 'add-entry', list, entry } : 'unknown';
  }
  const removed = typed.get(ACTION_NAMES.remove);
  if (removed === undefined) return undefined;
  if (parts.some(({ path, present }) => path === removed && present)) {
    return { kind: 'remove-part', path: removed };
  }
  const list = lists.find(({ entries }) => entries.some(({ path }) => path === removed));
  if (list === undefined) return 'unknown';
  return {
    kind: 'remove-entry',
    list: list.path,
    index: list.entries.findIndex(({ path }) => path === removed),
  };
}
