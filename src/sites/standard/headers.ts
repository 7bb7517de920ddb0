import type { FileNotes } from '../import/file-notes.ts';
import { shown } from '../import/row-problem.ts';
import { HEADER_ALIASES, PLACE_FIELDS, STANDARD_FIELDS } from './fields.ts';
import { folded, withoutControls } from './plain-text.ts';

const NAMES: ReadonlySet<string> = new Set([...STANDARD_FIELDS.map(({ name }) => name), ...PLACE_FIELDS]);
const LONGEST_HEADER = 120;

/** The columns of a file: their own names, and where each field of the standard stands. */
export interface HeaderPlan {
  /** Own names of the columns, each once. */
  readonly columns: readonly string[];
  /** Rank of the column of a field; undefined when the file has none. */
  readonly rankOf: ReadonlyMap<string, number>;
}

/** « proprio_type(catpro3) » is proprio_type, « COMMUNE » comm_nom; undefined for a column of nobody's. */
export function fieldOfHeader(header: string): string | undefined {
  const bracket = header.indexOf('(');
  const bare = folded(bracket > 0 ? header.slice(0, bracket) : header).replaceAll(/[^a-z0-9]+/g, '_');
  const name = bare.replace(/^_/, '').replace(/_$/, '');
  if (NAMES.has(name)) return name;
  return Object.hasOwn(HEADER_ALIASES, name) ? HEADER_ALIASES[name] : undefined;
}

/** Reads the headers of a file: every column keeps its own name, even unknown or repeated. */
export function planHeaders(headers: readonly string[]): HeaderPlan {
  const columns: string[] = [];
  const copies = new Map<string, number>();
  const taken = new Set<string>();
  const rankOf = new Map<string, number>();
  const byAlias = new Map<string, number>();
  for (const [rank, header] of headers.entries()) {
    const bare = withoutControls(header).trim().slice(0, LONGEST_HEADER);
    const own = bare === '' ? `colonne ${rank + 1}` : bare;
    let unique = own;
    // The next copy is known: a header repeated ten thousand times is not counted again each time.
    for (let copy = copies.get(own) ?? 2; taken.has(unique); copy++) {
      unique = `${own} (${copy})`;
      copies.set(own, copy + 1);
    }
    taken.add(unique);
    columns.push(unique);
    const field = fieldOfHeader(header);
    if (field === undefined) continue;
    // The name of the standard wins over an alias; the first of two wins.
    const isExact = folded(bare) === field;
    if (isExact && !rankOf.has(field)) rankOf.set(field, rank);
    else if (!isExact && !byAlias.has(field)) byAlias.set(field, rank);
  }
  for (const [field, rank] of byAlias) if (!rankOf.has(field)) rankOf.set(field, rank);
  return { columns, rankOf };
}

/** What the headers of a file are missing or have too many of. @param isPlaced whether rows have a geometry of their own */
export function noteHeaders(plan: HeaderPlan, notes: FileNotes, isPlaced = false): void {
  const ranks = new Set(plan.rankOf.values());
  const unknown = plan.columns.filter((_, rank) => !ranks.has(rank));
  if (unknown.length > 0) {
    const names = unknown.slice(0, 8).map((name) => `« ${shown(name)} »`);
    const more = unknown.length > 8 ? ` et ${unknown.length - 8} autres` : '';
    notes.count('', 'unknown columns', () => ({
      problem: `colonnes hors du standard, ou en double : ${names.join(', ')}${more}`,
      remedy: 'elles sont gardées telles quelles avec chaque friche, sans être interprétées',
    }));
  }
  for (const [field, rank] of plan.rankOf) {
    const header = plan.columns[rank] ?? '';
    if (folded(header) === field) continue;
    notes.count(field, 'alias', () => ({
      problem: `colonne « ${shown(header)} » lue comme ${field}`,
      remedy: `renommez-la si ce n’est pas ce qu’elle contient`,
    }));
  }
  const hasPlace = isPlaced || ['geompoint', 'geomsurf', 'longitude'].some((field) => plan.rankOf.has(field));
  for (const { name, isRequired } of STANDARD_FIELDS) {
    if (!isRequired || plan.rankOf.has(name) || name === 'site_id') continue;
    notes.count(name, 'missing column', () => ({
      problem: `colonne ${name} absente`,
      remedy: 'le standard la demande ; les friches sont gardées sans elle',
    }));
  }
  if (!plan.rankOf.has('urba_zaer')) {
    notes.count('urba_zaer', 'missing column', () => ({
      problem: 'colonne urba_zaer absente',
      remedy: 'demandée depuis la version 1.0.6 seulement : un fichier plus ancien se lit sans elle',
    }));
  }
  if (!hasPlace) {
    notes.count('geompoint', 'missing column', () => ({
      problem: 'aucune colonne ne situe les friches par un point',
      remedy: 'ajoutez geompoint (« POINT (longitude latitude) ») ou longitude et latitude',
    }));
  }
}
