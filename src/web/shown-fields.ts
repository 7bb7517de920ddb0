import type { FormMode, PageFieldGroup } from '../report/form-parts.ts';
import type { PathPage } from '../report/page.ts';

/** Forms kept, one for each page shown lately. */
const KEPT = 200;

/** Which form of a dossier. */
export interface ShownForm {
  readonly path?: string | undefined;
  readonly form?: FormMode | undefined;
}

/**
 * The forms of the pages shown lately. Inputs never change under a key: when a form comes back, what it showed is
 * known without computing its page again.
 */
export interface ShownFields {
  readonly keep: (key: string, shown: ShownForm, page: PathPage) => readonly PageFieldGroup[];
  readonly find: (key: string, shown: ShownForm) => readonly PageFieldGroup[] | undefined;
}

export function makeShownFields(): ShownFields {
  const kept = new Map<string, readonly PageFieldGroup[]>();
  const nameOf = (key: string, { path, form }: ShownForm) => `${key} ${form ?? 'express'} ${path ?? ''}`;
  return {
    find: (key, shown) => kept.get(nameOf(key, shown)),
    keep: (key, shown, page) => {
      kept.delete(nameOf(key, shown));
      kept.set(nameOf(key, shown), page.fields);
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return page.fields;
    },
  };
}
