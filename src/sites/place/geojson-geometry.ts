import type { Geometry, Ring } from './geometry.ts';

function ringOf(points: unknown): Ring | undefined {
  if (!Array.isArray(points)) return undefined;
  const ring = new Float64Array(points.length * 2);
  for (let at = 0; at < points.length; at++) {
    const point = points[at];
    if (!Array.isArray(point) || typeof point[0] !== 'number' || typeof point[1] !== 'number')
      return undefined;
    ring[2 * at] = point[0];
    ring[2 * at + 1] = point[1];
  }
  return ring;
}

function polygonOf(rings: unknown): Ring[] | undefined {
  if (!Array.isArray(rings)) return undefined;
  const read = rings.map(ringOf);
  return read.every((ring) => ring !== undefined) ? (read as Ring[]) : undefined;
}

/**
 * Reads a Point, a MultiPoint (its first point), a Polygon, a MultiPolygon, or a collection of one of them.
 * @returns undefined when it is none of them, 'empty' when there is none
 */
export function readGeometry(json: unknown): Geometry | 'empty' | undefined {
  if (json === null || json === undefined) return 'empty';
  if (typeof json !== 'object') return undefined;
  const { type, coordinates, geometries } = json as {
    type?: unknown;
    coordinates?: unknown;
    geometries?: unknown;
  };
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    const [only, ...others] = geometries as { type?: unknown }[];
    if (only === undefined) return 'empty';
    return others.length > 0 || only?.type === 'GeometryCollection' ? undefined : readGeometry(only);
  }
  if (!Array.isArray(coordinates)) return undefined;
  if (coordinates.length === 0) return 'empty';
  switch (type) {
    case 'Point':
    case 'MultiPoint': {
      const point = ringOf([type === 'Point' ? coordinates : coordinates[0]]);
      return point && { kind: 'point', first: point[0] as number, second: point[1] as number };
    }
    case 'Polygon': {
      const polygon = polygonOf(coordinates);
      return polygon && { kind: 'polygons', polygons: [polygon] };
    }
    case 'MultiPolygon': {
      const polygons = coordinates.map(polygonOf);
      if (!polygons.every((polygon) => polygon !== undefined)) return undefined;
      return { kind: 'polygons', polygons: polygons as Ring[][] };
    }
    default:
      return undefined;
  }
}
