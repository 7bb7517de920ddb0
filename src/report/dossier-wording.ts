import { descriptionAt, stepsOf, valueAt } from '../dossier/location.ts';
import type { OriginKind } from '../dossier/resolution.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeCount, writeValue } from '../formula/french.ts';
import type { Description, Json, RawDossier } from '../input/description.ts';
import { FORM_HINTS } from '../input/form-hints.ts';

/** A dossier to be told in words: with its defaults in place, or as typed when it can no longer be read. */
export interface ToldDossier {
  readonly json: RawDossier;
  /** Where each value comes from, by path. */
  readonly origins: Readonly<Record<string, OriginKind>>;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** What names a line of a list. */
const NAMES = ['label', 'name', 'title', 'id'] as const;
const LONGEST_UNKNOWN = 200;
/** Parties that every deal has, whether or not the dossier names them. */
const USUAL_PARTIES: Readonly<Record<string, string>> = {
  owners: 'associés',
  bank: 'banque',
  investor: 'investisseur à impact',
  operator: 'exploitant',
};

/** The name of a line of a list or of a path: its label, else its id. */
export function nameOf(item: Json | undefined): string | undefined {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return undefined;
  const named = item as RawDossier;
  const found = NAMES.map((name) => named[name]).find((value) => typeof value === 'string' && value !== '');
  return found === undefined ? undefined : String(found);
}

/** What a part of a dossier is called: « Prix d'achat », « Subvention d'investissement », or its own name in the file. */
export function labelAt(dossier: RawDossier, path: string): string {
  const description = descriptionAt(path, dossier);
  if (description?.node === 'choice') {
    const kind = (valueAt(dossier, path) as { kind?: string } | undefined)?.kind ?? '';
    const variants = description.variants as Record<string, Description>;
    return variants[kind]?.label ?? description.label;
  }
  return description?.label ?? stepsOf(path).at(-1) ?? path;
}

/** Whether a field holds an id: that of a party or of a path. */
function citesById(description: Description | undefined): boolean {
  return description?.node === 'field' && description.schema.meta()?.pattern !== undefined;
}

/** Names of parties and paths, which other fields cite by id. */
function citedName({ parties, paths }: RawDossier, id: string): string | undefined {
  const items = [parties, paths].flatMap((list) => (Array.isArray(list) ? (list as Json[]) : []));
  const found = items.find((item) => (item as RawDossier | null)?.id === id);
  return nameOf(found);
}

/** The number that a field holds; undefined when it holds none. */
export function numberAt(dossier: RawDossier, path: string, value: Json): Decimal | undefined {
  if (typeof value === 'number') return new Decimal(value);
  const description = descriptionAt(path, dossier);
  if (description?.node !== 'field') return undefined;
  const parsed: unknown = description.schema.safeParse(value).data;
  return Decimal.isDecimal(parsed) ? (parsed as Decimal) : undefined;
}

/** A single value in French, with its unit: « 1 600 000,00 € », « 3,85 % », « 15/01/2027 », « oui », « en instruction ». */
export function writeField({ json, origins }: ToldDossier, path: string, value: Json): string {
  const text = writePlain(json, path, value);
  const origin = origins[path];
  return origin === 'default' || origin === 'law' ? `${text} (par défaut)` : text;
}

function writePlain(dossier: RawDossier, path: string, value: Json): string {
  const name = stepsOf(path).at(-1) ?? '';
  if (value === null) return 'aucune valeur';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'object') return JSON.stringify(value).slice(0, LONGEST_UNKNOWN);
  const description = descriptionAt(path, dossier);
  const word =
    description?.node === 'field' ? FORM_HINTS.get(description.schema)?.labels?.[String(value)] : undefined;
  if (word !== undefined) return word;
  const unit = description?.node === 'field' ? description.unit : undefined;
  const number = numberAt(dossier, path, value);
  if (number !== undefined) return unit === undefined ? writeCount(number) : writeValue(number, unit);
  const text = String(value);
  const [, year, month, day] = ISO_DATE.exec(text) ?? [];
  if (year !== undefined) return `${day}/${month}/${year}`;
  if (text === '') return 'vide';
  if (name === 'id' || !citesById(description)) return text;
  return citedName(dossier, text) ?? USUAL_PARTIES[text] ?? text;
}
