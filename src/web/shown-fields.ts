import type { PageField, PathPage } from '../report/page.ts';

/** Forms kept, one for each page shown lately. */
const KEPT = 200;

/**
 * The fields of the pages shown lately. Inputs never change under a key: when a form comes back, what it showed is
 * known without computing its page again.
 */
export interface ShownFields {
  readonly keep: (key: string, path: string | undefined, page: PathPage) => readonly PageField[];
  readonly find: (key: string, path: string | undefined) => readonly PageField[] | undefined;
}

export function makeShownFields(): ShownFields {
  const kept = new Map<string, readonly PageField[]>();
  const nameOf = (key: string, path: string | undefined) => `${key} ${path ?? ''}`;
  return {
    find: (key, path) => kept.get(nameOf(key, path)),
    keep: (key, path, page) => {
      const fields = page.fields.flatMap((group) => group.fields);
      kept.delete(nameOf(key, path));
      kept.set(nameOf(key, path), fields);
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return fields;
    },
  };
}
