import type { Position } from './encoded-outline.ts';

/** A ring drawn on a flat sheet whose origin is its top left corner. */
export interface OutlineDrawing {
  /** The `d` of an SVG path. */
  readonly path: string;
  /** Where a point of the place stands on the sheet. */
  readonly at: (point: Position) => readonly [x: number, y: number];
  readonly width: number;
  readonly height: number;
  /** Metres on the ground, from west to east and from north to south. */
  readonly metresWide: number;
  readonly metresHigh: number;
}

/** Metres of a degree of latitude. */
const DEGREE = 111_320;
/** Vertices past which a drawing shows nothing more. */
const MOST_VERTICES = 5_000;

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

/** The rings of a GeoJSON polygon or multipolygon, as text; none when it is something else or cannot be read. */
export function ringsOf(outline: string | null): readonly (readonly Position[])[] {
  if (outline === null) return [];
  let geometry: { readonly type?: unknown; readonly coordinates?: unknown } | null;
  try {
    geometry = JSON.parse(outline);
  } catch {
    return [];
  }
  const coordinates = geometry?.coordinates;
  if (!Array.isArray(coordinates)) return [];
  const polygons =
    geometry?.type === 'Polygon' ? [coordinates] : geometry?.type === 'MultiPolygon' ? coordinates : [];
  return polygons
    .flatMap((polygon: unknown) => (Array.isArray(polygon) ? polygon : []))
    .map((ring: unknown) => (Array.isArray(ring) ? ring.filter(isPosition) : []))
    .filter((ring) => ring.length >= 3);
}

/**
 * Draws rings as they are on the ground: a degree of longitude is narrower than one of latitude.
 * @param size of the longer side of the sheet
 * @returns undefined when there is nothing to draw
 */
export function drawOutline(
  rings: readonly (readonly Position[])[],
  size: number,
): OutlineDrawing | undefined {
  const points = rings.flat().slice(0, MOST_VERTICES);
  if (points.length < 3) return undefined;
  let [west, east, south, north] = [180, -180, 90, -90];
  for (const [longitude, latitude] of points) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const metresWide = (east - west) * DEGREE * narrowing;
  const metresHigh = (north - south) * DEGREE;
  const longest = Math.max(metresWide, metresHigh);
  if (!(longest > 0)) return undefined;
  const scale = size / longest;
  const at = ([longitude, latitude]: Position) =>
    [
      Number(((longitude - west) * DEGREE * narrowing * scale).toFixed(1)),
      Number(((north - latitude) * DEGREE * scale).toFixed(1)),
    ] as const;
  let left = MOST_VERTICES;
  const path = rings
    .map((ring) => {
      const kept = ring.slice(0, left);
      left -= kept.length;
      return kept.length < 3 ? '' : `M${kept.map((point) => at(point).join(' ')).join('L')}Z`;
    })
    .join('');
  return { path, at, width: metresWide * scale, height: metresHigh * scale, metresWide, metresHigh };
}
