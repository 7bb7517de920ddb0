import { centreOf, type Geometry } from '../place/geometry.ts';
import { drawable, outlineText } from '../place/outline.ts';
import { readWkt } from '../place/wkt.ts';
import { readNumber } from '../standard/values.ts';
import { type Orientation, orientationOf, TERRITORY_BOXES } from '../territory/boxes.ts';
import type { Row, RowCells } from './row-cells.ts';

export interface ReadPlace {
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly outline: string | null;
}

const NOWHERE: ReadPlace = { longitude: null, latitude: null, outline: null };
const WGS84 = 'donnez des degrés en WGS84, par exemple « POINT (3.2833 44.5417) », longitude d’abord';

interface Given {
  readonly field: string;
  readonly value: string;
  readonly geometry: Geometry;
}

/** Every geometry that the row gives, the most precise column first. */
function geometriesOf(row: Row, cells: RowCells): Given[] {
  const given: Given[] = [];
  const add = (field: string, value: string, geometry: Geometry | 'empty' | 'unreadable' | undefined) => {
    if (geometry === undefined || geometry === 'unreadable')
      cells.warn(field, value, 'géométrie illisible', 'écrivez un point, un polygone ou un multipolygone');
    else if (geometry !== 'empty') given.push({ field, value, geometry });
  };
  if (row.geometry !== undefined) add('geometry', '', row.geometry);
  for (const field of ['geompoint', 'geomsurf']) {
    const text = cells.text(field);
    if (text !== '' && text.toLowerCase() !== 'inconnu') add(field, text, readWkt(text));
  }
  const [longitude, latitude] = [cells.text('longitude'), cells.text('latitude')];
  if (longitude !== '' || latitude !== '') {
    const [first, second] = [readNumber(longitude), readNumber(latitude)];
    const value = `${longitude} ${latitude}`;
    if (first === undefined || second === undefined)
      cells.warn('longitude', value, 'longitude ou latitude illisible', 'écrivez deux nombres, en degrés');
    else given.push({ field: 'longitude', value, geometry: { kind: 'point', first, second } });
  }
  return given;
}

function rounded(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}

/**
 * The point and the outline of a row. A point outside France, or in another territory than the commune's, is left
 * out and told: the commune stays.
 * @param expected territory of the commune, by key of `TERRITORY_BOXES`
 */
export function readPlace(row: Row, cells: RowCells, expected: string | undefined): ReadPlace {
  let point: { readonly longitude: number; readonly latitude: number } | undefined;
  let outline: string | null = null;

  const orient = ({
    field,
    value,
    geometry,
  }: Given): (Orientation & { first: number; second: number }) | undefined => {
    const centre = geometry.kind === 'point' ? geometry : centreOf(geometry.polygons);
    if (centre === undefined || !Number.isFinite(centre.first) || !Number.isFinite(centre.second)) {
      cells.warn(field, value, 'géométrie sans point', WGS84);
      return undefined;
    }
    const { first, second } = centre;
    const found = orientationOf(first, second, expected);
    const at = value === '' ? `${first} ${second}` : value;
    if (found === undefined) {
      const isProjected = Math.abs(first) > 1000;
      cells.warn(
        field,
        at,
        isProjected ? 'coordonnées projetées, non lues' : 'point hors de France, laissé de côté',
        WGS84,
      );
      return undefined;
    }
    if (expected !== undefined && found.territory !== expected && expected in TERRITORY_BOXES) {
      cells.warn(
        field,
        at,
        'le point n’est pas dans le territoire de la commune, il est laissé de côté',
        'vérifiez les coordonnées et le code INSEE',
      );
      return undefined;
    }
    if (found.isSwapped && field !== 'longitude')
      cells.warn(
        field,
        at,
        'latitude écrite avant la longitude : l’ordre est rétabli',
        'écrivez la longitude d’abord',
      );
    if (found.isSwapped && field === 'longitude')
      cells.warn(
        field,
        at,
        'longitude et latitude échangées : l’ordre est rétabli',
        'échangez les deux colonnes',
      );
    return { ...found, first, second };
  };

  for (const given of geometriesOf(row, cells)) {
    if (given.geometry.kind === 'point' && point !== undefined) continue;
    const at = orient(given);
    if (at === undefined) continue;
    const found = {
      longitude: rounded(at.isSwapped ? at.second : at.first),
      latitude: rounded(at.isSwapped ? at.first : at.second),
    };
    if (given.geometry.kind === 'point') {
      point = found;
      continue;
    }
    point ??= found;
    if (outline !== null) continue;
    const drawn = drawable(given.geometry.polygons);
    if (drawn.polygons.length === 0) continue;
    outline = outlineText(drawn.polygons, at.isSwapped);
    if (drawn.isSimplified)
      cells.warn(
        given.field,
        '',
        'périmètre très détaillé : simplifié pour la carte',
        'rien à faire ; la carte montre un tracé approché',
      );
  }
  return point === undefined ? { ...NOWHERE, outline } : { ...point, outline };
}
