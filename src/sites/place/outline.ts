import { pointCount, type Ring, ringCentre } from './geometry.ts';

/** Points of an outline that a map draws without waiting. */
export const MOST_OUTLINE_POINTS = 2000;

type Polygons = readonly (readonly Ring[])[];

/** Drops what is nearer than a tolerance to the last point kept; the ends stay. */
function thinned(ring: Ring, tolerance: number): Ring {
  const kept = new Float64Array(ring.length);
  let size = 0;
  const last = ring.length - 2;
  for (let at = 0; at <= last; at += 2) {
    const x = ring[at] as number;
    const y = ring[at + 1] as number;
    const isFar =
      size === 0 ||
      Math.abs(x - (kept[size - 2] as number)) > tolerance ||
      Math.abs(y - (kept[size - 1] as number)) > tolerance;
    if (!isFar && at !== last) continue;
    kept[size++] = x;
    kept[size++] = y;
  }
  return kept.slice(0, size);
}

function widthOf(polygons: Polygons): number {
  let [west, south, east, north] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const polygon of polygons)
    for (const ring of polygon)
      for (let at = 0; at < ring.length; at += 2) {
        const x = ring[at] as number;
        const y = ring[at + 1] as number;
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
  return Math.max(east - west, north - south);
}

/** The largest polygons, as many as the limit holds; at least one. */
function largest(polygons: Polygons): Polygons {
  const sorted = polygons
    .map((polygon) => ({ polygon, area: Math.abs(ringCentre(polygon[0] as Ring).area) }))
    .sort((a, b) => b.area - a.area);
  const kept: (readonly Ring[])[] = [];
  let points = 0;
  for (const { polygon } of sorted) {
    let rings = polygon;
    if (points + pointCount([rings]) > MOST_OUTLINE_POINTS) rings = polygon.slice(0, 1);
    points += pointCount([rings]);
    if (points > MOST_OUTLINE_POINTS && kept.length > 0) break;
    kept.push(rings);
  }
  return kept;
}

/**
 * An outline that a map can draw: at most `MOST_OUTLINE_POINTS`. Each turn reads what the one before kept, and keeps
 * less: a million points cost a few passes.
 */
export function drawable(polygons: Polygons): {
  readonly polygons: Polygons;
  readonly isSimplified: boolean;
} {
  const whole = polygons
    .map((polygon) => polygon.filter((ring) => ring.length >= 8))
    .filter((polygon) => polygon.length > 0);
  if (pointCount(whole) <= MOST_OUTLINE_POINTS) return { polygons: whole, isSimplified: false };
  let tolerance = widthOf(whole) / 4000;
  let simple: Polygons = whole;
  for (let turn = 0; turn < 12 && pointCount(simple) > MOST_OUTLINE_POINTS; turn++) {
    const smaller = simple
      .map((polygon) => polygon.map((ring) => thinned(ring, tolerance)).filter((ring) => ring.length >= 8))
      .filter((polygon) => polygon.length > 0);
    if (smaller.length === 0) break;
    simple = smaller;
    tolerance *= 2;
  }
  return {
    polygons: pointCount(simple) > MOST_OUTLINE_POINTS ? largest(simple) : simple,
    isSimplified: true,
  };
}

const short = (value: number) => Math.round(value * 1e6) / 1e6;

/** As GeoJSON text, longitude first. @param isSwapped whether the latitude came first */
export function outlineText(polygons: Polygons, isSwapped: boolean): string {
  const coordinates = polygons.map((polygon) =>
    polygon.map((ring) => {
      const points: [number, number][] = [];
      for (let at = 0; at < ring.length; at += 2) {
        const first = short(ring[at] as number);
        const second = short(ring[at + 1] as number);
        points.push(isSwapped ? [second, first] : [first, second]);
      }
      return points;
    }),
  );
  const [only] = coordinates;
  return JSON.stringify(
    coordinates.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates },
  );
}
