import type { InventorySite } from '../inventory-site.ts';
import { folded, hasControls, withoutControls } from '../standard/plain-text.ts';
import { territoryOf } from '../territory/boxes.ts';
import type { Territory } from '../territory/territory.ts';
import { namesACommune, readCommune } from './commune-reading.ts';
import type { FileNotes } from './file-notes.ts';
import { readPlace } from './place-reading.ts';
import { cellsOf, type Row } from './row-cells.ts';
import type { RowProblem } from './row-problem.ts';
import { readState } from './state-reading.ts';

/** A row read: the site it tells, or why there is none, with every problem at once. */
export type SiteReading =
  | { readonly ok: true; readonly site: InventorySite }
  | {
      readonly ok: false;
      readonly siteId: string;
      readonly name: string;
      readonly problems: readonly RowProblem[];
    };

const LONGEST_ID = 120;
const LONGEST_NAME = 160;
/** Past this, a cell is shortened: a whole geometry is kept as an outline, not as text. */
const LONGEST_TEXT = 20_000;

/** The same row without what is no text. */
function cleaned(row: Row, notes: FileNotes): Row {
  if (!row.texts.some(hasControls)) return row;
  notes.count('', 'controls', (count, written) => ({
    problem: `${written} ${count > 1 ? 'lignes contiennent' : 'ligne contient'} des caractères de contrôle (octets nuls) : ils sont remplacés par des espaces`,
    remedy: 'exportez de nouveau le fichier depuis sa source',
  }));
  return { ...row, texts: row.texts.map((text) => (hasControls(text) ? withoutControls(text) : text)) };
}

function columnsOf(
  { headers, texts }: Row,
  warn: (field: string, value: string) => void,
): Record<string, string> {
  return Object.fromEntries(
    headers.columns.map((column, rank) => {
      const text = texts[rank] ?? '';
      if (text.length <= LONGEST_TEXT) return [column, text];
      warn(column, text);
      return [column, `${text.slice(0, LONGEST_TEXT)}…`];
    }),
  );
}

/**
 * Reads a row. It is rejected only when it has no identifier, or no place at all; everything else is a warning.
 * @param notes where what concerns the whole file is counted
 */
export function readSite(given: Row, territory: Territory, notes: FileNotes): SiteReading {
  const row = cleaned(given, notes);
  const cells = cellsOf(row);
  const siteId = cells.text('site_id');
  const commune = readCommune(cells, territory);
  const place = readPlace(row, cells, territoryOf(commune.department));
  const state = readState(cells, notes);
  const typedName = cells.text('site_nom').replaceAll(/\s+/g, ' ');
  const address = cells.text('site_adresse').slice(0, 300);

  const blocking: RowProblem[] = [];
  if (siteId === '' || siteId.length > LONGEST_ID) {
    blocking.push({
      field: 'site_id',
      value: siteId.slice(0, 80),
      problem: siteId === '' ? 'identifiant absent' : `identifiant de plus de ${LONGEST_ID} caractères`,
      remedy: 'donnez à la friche un identifiant unique, par exemple 12083_22',
    });
  }
  if (place.longitude === null && place.outline === null && !namesACommune(commune)) {
    blocking.push({
      field: 'geompoint',
      value: '',
      problem: 'aucun lieu : ni point, ni périmètre utilisable, ni commune',
      remedy: 'donnez geompoint (« POINT (longitude latitude) »), ou comm_insee, ou comm_nom',
    });
  }
  if (blocking.length > 0) {
    const rest = cells.problems.filter(
      ({ field }) => !(field === 'comm_insee' && cells.text('comm_insee') === ''),
    );
    return {
      ok: false,
      siteId: siteId.slice(0, LONGEST_ID),
      name: typedName.slice(0, LONGEST_NAME),
      problems: [...blocking, ...rest],
    };
  }

  if (typedName === '' || folded(typedName) === 'inconnu')
    cells.warn(
      'site_nom',
      typedName,
      'nom absent : la commune en tient lieu',
      'donnez à la friche un nom usuel',
    );
  if (commune.name === '' && cells.has('comm_nom'))
    cells.warn('comm_nom', '', 'commune absente', 'écrivez le nom de la commune');
  if (
    place.longitude === null &&
    !cells.problems.some(({ field }) => ['geompoint', 'geomsurf', 'longitude', 'geometry'].includes(field))
  )
    cells.warn(
      'geompoint',
      '',
      'aucun point : la friche est située par sa commune seulement',
      'donnez geompoint',
    );
  const columns = columnsOf(row, (field, value) =>
    cells.warn(
      field,
      value,
      `texte trop long : ses ${LONGEST_TEXT} premiers caractères sont gardés`,
      'rien à faire',
    ),
  );
  const name =
    typedName === '' || folded(typedName) === 'inconnu'
      ? `Friche sans nom${commune.name === '' ? '' : `, ${commune.name}`}`
      : typedName.slice(0, LONGEST_NAME);
  return {
    ok: true,
    site: {
      siteId,
      name,
      address,
      commune: commune.name,
      insee: commune.commune?.code ?? null,
      epci: commune.commune?.epci ?? null,
      department: commune.department,
      region:
        commune.commune?.region ??
        (commune.department === null ? null : (territory.department(commune.department)?.region ?? null)),
      ...place,
      ...state,
      columns,
      warnings: cells.problems,
    },
  };
}
