import type { InventorySite } from '../inventory-site.ts';
import { STANDARD_FIELDS } from '../standard/fields.ts';
import { folded } from '../standard/plain-text.ts';
import {
  isOwnerCode,
  isParcel,
  isSpreadsheetNumber,
  readDate,
  readItems,
  readNumber,
  readYear,
} from '../standard/values.ts';
import { OWNER_CODES, POLLUTIONS, SITE_TYPES, STATES, STATUSES, ZONE_FAMILIES } from '../standard/words.ts';
import type { FileNotes } from './file-notes.ts';
import type { RowCells } from './row-cells.ts';
import { readWord, readWords } from './word-reading.ts';

/** Nothing in France is larger: beyond, another unit was meant. */
const LARGEST_AREA = 1e9;

function wordOf<T extends string>(
  words: Readonly<Record<string, T>>,
  cells: RowCells,
  field: string,
  notes: FileNotes,
): T | undefined {
  const word = readWord(cells, field, notes);
  return word === undefined ? undefined : words[word];
}

/** A date of a row, ISO; undefined when absent or unreadable, which is told. */
function dateOf(cells: RowCells, field: string, notes: FileNotes): string | null {
  const text = cells.text(field);
  if (text === '' || folded(text) === 'inconnu') return null;
  const read = readDate(text);
  if (read === undefined) {
    cells.warn(field, text, 'date illisible', 'écrivez AAAA-MM-JJ, par exemple 2024-01-16');
    return null;
  }
  if (read.isRewritten)
    notes.count(field, 'french dates', (count, written) => ({
      problem: `${written} ${count > 1 ? 'dates écrites' : 'date écrite'} JJ/MM/AAAA ou autrement que AAAA-MM-JJ : ${count > 1 ? 'lues' : 'lue'} comme jour, mois, année`,
      remedy: 'le standard écrit 2024-01-16 pour le 16 janvier 2024',
    }));
  return read.date;
}

/** A quantity of the standard, whole by rule; decimals are kept and told. */
function quantityOf(cells: RowCells, field: string, notes: FileNotes): number | null {
  const text = cells.text(field);
  if (text === '' || folded(text) === 'inconnu') return null;
  const value = readNumber(text);
  if (value === undefined || value < 0 || value > LARGEST_AREA) {
    cells.warn(
      field,
      text,
      value === undefined ? 'nombre illisible' : 'nombre impossible',
      'écrivez un nombre entier en chiffres, par exemple 16750',
    );
    return null;
  }
  if (!Number.isInteger(value))
    cells.warn(
      field,
      text,
      `décimales dans une colonne entière : lu ${String(value).replace('.', ',')}`,
      'écrivez un nombre entier',
    );
  else if (/[.,]/.test(text))
    notes.count(field, 'whole decimals', (count, written) => ({
      problem: `${written} ${count > 1 ? 'nombres entiers écrits' : 'nombre entier écrit'} avec des décimales nulles : ${count > 1 ? 'lus' : 'lu'} quand même`,
      remedy: 'écrivez-les sans décimales',
    }));
  return value;
}

/** The family of each owner, from the codes of the fichiers fonciers, else from the nature of the person. */
function ownerOf(cells: RowCells, notes: FileNotes): InventorySite['ownerKind'] {
  const families = new Set<InventorySite['ownerKind']>();
  const text = cells.text('proprio_type');
  for (const code of text === '' || folded(text) === 'inconnu' ? [] : readItems(text.slice(0, 4000))) {
    if (!isOwnerCode(code)) {
      cells.warn(
        'proprio_type',
        code,
        'code de propriétaire illisible',
        'écrivez des codes comme P5a, séparés par |',
      );
      continue;
    }
    families.add(OWNER_CODES[code] ?? OWNER_CODES[code.slice(0, 2)] ?? 'unknown');
  }
  const people = readWords(cells, 'proprio_personne', notes);
  if (families.size === 0)
    return people.length > 0 && people.every((word) => word === 'personne physique') ? 'person' : 'unknown';
  const [only] = families;
  return families.size === 1 && only !== undefined ? only : 'several';
}

/** Zone of the plan, told by its dominant form; its label is read where the form is missing. */
function zoningOf(cells: RowCells, notes: FileNotes): InventorySite['zoning'] {
  const type = readWord(cells, 'urba_zone_type', notes);
  const family = type === undefined ? 'unknown' : (ZONE_FAMILIES[type] ?? 'unknown');
  if (family !== 'urban') return family;
  const form = folded(cells.text('urba_zone_formdomi').slice(0, 80));
  const code = /^(\d{2})\d{0,2}$/.exec(form)?.[1] ?? (/^\d$/.test(form) ? `0${form}` : undefined);
  const isMixed = code === '03' || form.startsWith('mixte');
  if (isMixed) return 'urban';
  if (code === '01' || form.startsWith('habitat')) return 'housing';
  if (code === '02' || form.startsWith('activite')) return 'activity';
  if (code === '04' || code === '05' || form.startsWith('loisir') || form.startsWith('equipement'))
    return 'facility';
  if (form !== '') return 'urban';
  const label = folded(cells.text('urba_zone_lib').slice(0, 200));
  const saysHousing = label.includes('habitat') || label.includes('mixte') || label.includes('centre');
  const saysActivity =
    label.includes("zone d'activite") ||
    label.includes('activites economiques') ||
    label.includes('industriel');
  return saysActivity && !saysHousing ? 'activity' : 'urban';
}

function asbestosOf(cells: RowCells, notes: FileNotes): InventorySite['asbestos'] {
  const words = new Set(
    readItemsOf(cells, 'bati_pollution').map((item) => readWord(cells, 'bati_pollution', notes, item)),
  );
  return words.has('amiante') || words.has('plomb') ? 'yes' : 'unknown';
}

function readItemsOf(cells: RowCells, field: string): string[] {
  const text = cells.text(field);
  return text === '' ? [] : readItems(text.slice(0, 2000));
}

function checkParcels(cells: RowCells, notes: FileNotes): void {
  const text = cells.text('unite_fonciere_refcad');
  if (text === '' || folded(text) === 'inconnu') return;
  if (isSpreadsheetNumber(text)) {
    cells.warn(
      'unite_fonciere_refcad',
      text,
      'référence changée en nombre par un tableur : la parcelle est perdue',
      'reprenez la référence dans le fichier d’origine, en texte',
    );
    return;
  }
  const wrong = readItems(text.slice(0, 100_000)).filter((item) => !isParcel(item));
  if (wrong.length === 0) return;
  const isShort = wrong.every((item) => isParcel(`0${item}`));
  if (isShort)
    notes.count('unite_fonciere_refcad', 'short parcels', (count, written) => ({
      problem: `${written} ${count > 1 ? 'listes de parcelles ont' : 'liste de parcelles a'} perdu le zéro initial du département`,
      remedy: 'gardez la colonne en texte',
    }));
  else
    cells.warn(
      'unite_fonciere_refcad',
      wrong[0] ?? '',
      wrong.length === 1
        ? 'référence de parcelle illisible'
        : `${wrong.length} références de parcelle illisibles`,
      'écrivez 14 caractères par parcelle, séparées par |, par exemple 12083000AH0035',
    );
}

/** Fields that no figure reads: checked, so that a wrong cell is told. */
const CHECKED_WORDS = STANDARD_FIELDS.filter(
  ({ name, kind }) =>
    kind === 'word' &&
    ![
      'site_type',
      'site_statut',
      'sol_pollution_existe',
      'bati_etat',
      'bati_pollution',
      'urba_zone_type',
    ].includes(name),
).map(({ name }) => name);
const YEARS = STANDARD_FIELDS.filter(({ kind }) => kind === 'year').map(({ name }) => name);
const ASKED = STANDARD_FIELDS.filter(
  ({ name, isRequired }) => isRequired && !['site_id', 'site_nom', 'comm_nom', 'comm_insee'].includes(name),
).map(({ name }) => name);

function checkOthers(cells: RowCells, notes: FileNotes): void {
  for (const field of CHECKED_WORDS) readWord(cells, field, notes);
  for (const field of YEARS) {
    const text = cells.text(field);
    if (text !== '' && folded(text) !== 'inconnu' && readYear(text) === undefined)
      cells.warn(field, text, 'année illisible', 'écrivez quatre chiffres, par exemple 1989');
  }
  for (const field of ASKED) {
    if (cells.has(field) && cells.text(field) === '')
      cells.warn(field, '', 'valeur absente, que le standard demande', 'complétez la cellule');
  }
  if (cells.has('urba_zaer') && cells.text('urba_zaer') === '')
    notes.count('urba_zaer', 'empty', (count, written) => ({
      problem: `${written} ${count > 1 ? 'lignes' : 'ligne'} sans urba_zaer`,
      remedy: 'demandé depuis la version 1.0.6 seulement',
    }));
}

type ReadState = Pick<
  InventorySite,
  | 'use'
  | 'status'
  | 'landArea'
  | 'builtArea'
  | 'pollution'
  | 'buildingState'
  | 'asbestos'
  | 'zoning'
  | 'ownerKind'
  | 'updatedOn'
>;

/** What a row says of the state of its site, in our words; tells what does not read. */
export function readState(cells: RowCells, notes: FileNotes): ReadState {
  const land = quantityOf(cells, 'unite_fonciere_surface', notes);
  if (land === 0)
    cells.warn(
      'unite_fonciere_surface',
      '0',
      'surface nulle : comptée comme inconnue',
      'écrivez la surface en m²',
    );
  const buildings = quantityOf(cells, 'bati_nombre', notes);
  const floor = quantityOf(cells, 'bati_surface', notes);
  const state = wordOf(STATES, cells, 'bati_etat', notes) ?? 'unknown';
  const hasNone = buildings === 0 && (floor === null || floor === 0) && state === 'unknown';
  if (buildings === 0 && floor !== null && floor > 0)
    cells.warn(
      'bati_nombre',
      '0',
      'aucun bâtiment, mais une surface de plancher : la surface est retenue',
      'corrigez le nombre de bâtiments ou la surface',
    );
  dateOf(cells, 'site_identif_date', notes);
  checkParcels(cells, notes);
  checkOthers(cells, notes);
  return {
    use: wordOf(SITE_TYPES, cells, 'site_type', notes) ?? 'unknown',
    status: wordOf(STATUSES, cells, 'site_statut', notes) ?? 'unknown',
    landArea: land === 0 ? null : land,
    builtArea: floor === 0 && buildings !== 0 ? null : (floor ?? (hasNone ? 0 : null)),
    pollution: wordOf(POLLUTIONS, cells, 'sol_pollution_existe', notes) ?? 'unknown',
    buildingState: hasNone ? 'none' : state,
    asbestos: asbestosOf(cells, notes),
    zoning: zoningOf(cells, notes),
    ownerKind: ownerOf(cells, notes),
    updatedOn: dateOf(cells, 'site_actu_date', notes),
  };
}
