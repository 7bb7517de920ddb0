/** A ring or a line of points: longitude (or latitude) then the other, one after the other. */
export type Ring = Float64Array;

/** What a file says of where a site is: points, or polygons made of rings whose first one is the outside. */
export type Geometry =
  | { readonly kind: 'point'; readonly first: number; readonly second: number }
  | { readonly kind: 'polygons'; readonly polygons: readonly (readonly Ring[])[] };

/** Number of points. */
export function pointCount(polygons: readonly (readonly Ring[])[]): number {
  let count = 0;
  for (const polygon of polygons) for (const ring of polygon) count += ring.length / 2;
  return count;
}

/** Signed area of a ring in square degrees, and its centroid; in linear time. */
export function ringCentre(ring: Ring): {
  readonly area: number;
  readonly first: number;
  readonly second: number;
} {
  const count = ring.length / 2;
  const x0 = ring[0] ?? Number.NaN;
  const y0 = ring[1] ?? Number.NaN;
  let area = 0;
  let sumX = 0;
  let sumY = 0;
  let meanX = 0;
  let meanY = 0;
  for (let at = 0; at < count; at++) {
    const next = at + 1 < count ? at + 1 : 0;
    const x = (ring[2 * at] as number) - x0;
    const y = (ring[2 * at + 1] as number) - y0;
    const nextX = (ring[2 * next] as number) - x0;
    const nextY = (ring[2 * next + 1] as number) - y0;
    const cross = x * nextY - nextX * y;
    area += cross / 2;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
    meanX += x / count;
    meanY += y / count;
  }
  const isFlat = Math.abs(area) < 1e-14;
  return {
    area,
    first: x0 + (isFlat ? meanX : sumX / (6 * area)),
    second: y0 + (isFlat ? meanY : sumY / (6 * area)),
  };
}

/** The centroid of the largest polygon; undefined without a point. */
export function centreOf(
  polygons: readonly (readonly Ring[])[],
): { readonly first: number; readonly second: number } | undefined {
  let best: ReturnType<typeof ringCentre> | undefined;
  for (const [outside] of polygons) {
    if (outside === undefined || outside.length < 2) continue;
    const centre = ringCentre(outside);
    if (best === undefined || Math.abs(centre.area) > Math.abs(best.area)) best = centre;
  }
  return best;
}
