import { stepsOf, valueAt } from '../dossier/location.ts';
import type { Json, RawDossier } from '../input/description.ts';
import { labelAt, nameOf, numberAt, type ToldDossier, writeField } from './dossier-wording.ts';

/** What differs between two versions of a dossier, in words. */
export interface FieldChange {
  /** « Site », « Exploitant », or the name of a path. */
  readonly section: string;
  /** « Prix d'achat », « Clos, couvert et isolation › Montant HT ». */
  readonly label: string;
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  /** One line, or one for each value of what was added or removed. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface DossierChanges {
  readonly fields: readonly FieldChange[];
  /** Sources of facts and reasons of hypotheses. */
  readonly notes: readonly FieldChange[];
}

/** Lists that say something of other values. */
const NOTES: readonly string[] = ['facts', 'hypotheses'];
/** Points that a person vouches for: told by their rule. */
const CONFIRMATIONS = 'confirmations';
/** Said by the name of a line, or by its kind. */
const NOT_LISTED: readonly string[] = ['id', 'kind', 'label'];

type Item = { readonly [key: string]: Json };

function isItem(value: Json | undefined): value is Item {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function child(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** The same line in two lists: by its id, by the value that a note speaks of, else by its rank. */
function identity(item: Json, rank: number): string {
  if (isItem(item)) {
    for (const name of ['id', 'path']) if (typeof item[name] === 'string') return `${name} ${item[name]}`;
  }
  return `rank ${rank}`;
}

class Comparison {
  readonly changes: FieldChange[] = [];
  private readonly one: ToldDossier;
  private readonly other: ToldDossier;

  constructor(before: ToldDossier, after: ToldDossier) {
    this.one = before;
    this.other = after;
  }

  /** Where a value stands: section and label, from the names of what holds it. */
  private place(dossier: RawDossier, path: string): Pick<FieldChange, 'section' | 'label'> {
    const steps = stepsOf(path);
    const prefixes = steps.map((_, index) =>
      steps
        .slice(0, index + 1)
        .reduce((text, step) => child(text, /^\d+$/.test(step) ? Number(step) : step), ''),
    );
    const names = prefixes.flatMap((prefix) => {
      if (!prefix.endsWith(']')) return [labelAt(dossier, prefix)];
      const rank = Number(/\[(\d+)\]$/.exec(prefix)?.[1]) + 1;
      return [nameOf(valueAt(dossier, prefix) as Json) ?? `${labelAt(dossier, prefix)} ${rank}`];
    });
    if (names.length === 1) return { section: 'Dossier', label: names[0] ?? path };
    // A path is a chapter of its own; the list that holds it says nothing more.
    const [section = '', ...rest] = steps[0] === 'paths' ? names.slice(1) : names;
    return { section, label: rest.length === 0 ? labelAt(dossier, path) : toldOnce(rest).join(' › ') };
  }

  private push(
    kind: FieldChange['kind'],
    path: string,
    before: readonly string[],
    after: readonly string[],
  ): void {
    const dossier = kind === 'removed' ? this.one.json : this.other.json;
    this.changes.push({ ...this.place(dossier, path), kind, before, after });
  }

  /** Every value of a part, one a line. */
  private tell(told: ToldDossier, value: Json, path: string, prefix = ''): string[] {
    if (Array.isArray(value)) {
      return value.flatMap((item: Json, index) => {
        const name = nameOf(item) ?? `${labelAt(told.json, child(path, index))} ${index + 1}`;
        return this.tell(told, item, child(path, index), `${prefix}${name} › `);
      });
    }
    if (isItem(value)) {
      const kind = typeof value.kind === 'string' ? [`${prefix}${labelAt(told.json, path)}`] : [];
      const parts = Object.entries(value).filter(([key]) => !NOT_LISTED.includes(key));
      return [...kind, ...parts.flatMap(([key, part]) => this.tell(told, part, child(path, key), prefix))];
    }
    return [`${prefix}${labelAt(told.json, path)} : ${writeField(told, path, value)}`];
  }

  private added(value: Json, path: string): void {
    this.push('added', path, [], this.tell(this.other, value, path));
  }

  private removed(value: Json, path: string): void {
    this.push('removed', path, this.tell(this.one, value, path), []);
  }

  compare(before: Json | undefined, after: Json | undefined, from: string, to: string): void {
    if (Array.isArray(before) && Array.isArray(after)) {
      this.compareLists(before, after, from, to);
      return;
    }
    if (isItem(before) && isItem(after) && before.kind === after.kind) {
      for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
        this.compare(before[key], after[key], child(from, key), child(to, key));
      }
      return;
    }
    const isWhole = [before, after].some((value) => value !== null && typeof value === 'object');
    if (isWhole) {
      if (before !== undefined && before !== null) this.removed(before, from);
      if (after !== undefined && after !== null) this.added(after, to);
      return;
    }
    if (this.same(before, after, from, to)) return;
    this.push(
      'changed',
      after === undefined ? from : to,
      before === undefined ? [] : [writeField(this.one, from, before)],
      after === undefined ? [] : [writeField(this.other, to, after)],
    );
  }

  /** "1600000" and "1600000.00" are the same amount. */
  private same(before: Json | undefined, after: Json | undefined, from: string, to: string): boolean {
    if (before === after) return true;
    if (before === undefined || after === undefined) return false;
    const one = numberAt(this.one.json, from, before);
    const other = numberAt(this.other.json, to, after);
    return one !== undefined && other !== undefined && one.eq(other);
  }

  private compareLists(before: readonly Json[], after: readonly Json[], from: string, to: string): void {
    const ranks = new Map(before.map((item, rank) => [identity(item, rank), rank]));
    const kept = new Set<string>();
    for (const [rank, item] of after.entries()) {
      const name = identity(item, rank);
      const old = ranks.get(name);
      if (old === undefined || kept.has(name)) {
        this.added(item, child(to, rank));
      } else {
        kept.add(name);
        this.compare(before[old], item, child(from, old), child(to, rank));
      }
    }
    for (const [rank, item] of before.entries()) {
      if (!kept.has(identity(item, rank))) this.removed(item, child(from, rank));
    }
    const order = (list: readonly Json[]) =>
      list.flatMap((item, rank) => (kept.has(identity(item, rank)) ? [item] : []));
    const [was, is] = [order(before), order(after)];
    if (was.some((item, rank) => identity(item, rank) !== identity(is[rank] ?? null, rank))) {
      const names = (list: readonly Json[]) => [list.map((item) => nameOf(item) ?? '').join(', puis ')];
      this.push('moved', to, names(was), names(is));
    }
  }
}

/** A part whose main value has its name is named once: « Ticket de l'investisseur ». */
function toldOnce(names: readonly string[]): string[] {
  return names.filter((name, index) => name !== names[index - 1]);
}

/** « Source de « Prix d'achat » »: what a note speaks of. */
function noteChanges(before: ToldDossier, after: ToldDossier): FieldChange[] {
  return NOTES.flatMap((list): FieldChange[] => {
    const of = (told: ToldDossier) => {
      const notes = (Array.isArray(told.json[list]) ? told.json[list] : []) as Item[];
      return new Map(notes.map((note) => [String(note.path), String(note.source ?? note.why ?? '')]));
    };
    const [one, other] = [of(before), of(after)];
    const section = list === 'facts' ? 'Sources des faits' : 'Raisons des hypothèses';
    return [...new Set([...other.keys(), ...one.keys()])].flatMap((path): FieldChange[] => {
      const [was, is] = [one.get(path), other.get(path)];
      if (was === is) return [];
      const { json } = is === undefined ? before : after;
      const holder = nameOf(valueAt(json, path.slice(0, path.lastIndexOf('.'))) as Json);
      const label =
        path.includes('[') && holder !== undefined
          ? `${holder} › ${labelAt(json, path)}`
          : labelAt(json, path);
      const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
      return [
        {
          section,
          label,
          kind,
          before: was === undefined ? [] : [was],
          after: is === undefined ? [] : [is],
        },
      ];
    });
  });
}

/** « Points vérifiés : sci › sci.liability », with the note of who vouches. */
function confirmationChanges(before: ToldDossier, after: ToldDossier): FieldChange[] {
  const of = ({ json }: ToldDossier) => {
    const items = (Array.isArray(json[CONFIRMATIONS]) ? json[CONFIRMATIONS] : []) as Item[];
    return new Map(
      items.map(({ path, rule, note, reason }) => [
        JSON.stringify([path, rule, reason ?? '']),
        { label: `${path} › ${rule}`, note: String(note) },
      ]),
    );
  };
  const [one, other] = [of(before), of(after)];
  return [...new Set([...other.keys(), ...one.keys()])].flatMap((key): FieldChange[] => {
    const [was, is] = [one.get(key), other.get(key)];
    if (was?.note === is?.note) return [];
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    const lines = (point: typeof was) => (point === undefined ? [] : [point.note]);
    const { label = '' } = is ?? was ?? {};
    return [{ section: 'Points vérifiés', label, kind, before: lines(was), after: lines(is) }];
  });
}

/** Field by field: what was changed, added, removed or moved from one version to the other. */
export function dossierChanges(before: ToldDossier, after: ToldDossier): DossierChanges {
  const without = ({ json }: ToldDossier) =>
    Object.fromEntries(Object.entries(json).filter(([key]) => key !== CONFIRMATIONS && !NOTES.includes(key)));
  const comparison = new Comparison(before, after);
  comparison.compare(without(before), without(after), '', '');
  return {
    fields: comparison.changes,
    notes: [...noteChanges(before, after), ...confirmationChanges(before, after)],
  };
}
