/** A point of two quantities. */
export interface FrontierPoint {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Which way each quantity is better. */
export interface Directions {
  readonly x: 'higher' | 'lower';
  readonly y: 'higher' | 'lower';
}

/**
 * The points that no other beats on one quantity without losing on the other, from the best of x on; points that are
 * equal on both stand together.
 */
export function frontierOf<P extends FrontierPoint>(points: readonly P[], directions: Directions): P[] {
  const sign = { higher: 1, lower: -1 } as const;
  const [alongX, alongY] = [sign[directions.x], sign[directions.y]];
  const isBeaten = (point: P) =>
    points.some(
      (other) =>
        alongX * (other.x - point.x) >= 0 &&
        alongY * (other.y - point.y) >= 0 &&
        (other.x !== point.x || other.y !== point.y),
    );
  return points
    .filter((point) => !isBeaten(point))
    .toSorted((one, other) => alongX * (other.x - one.x) || (one.id < other.id ? -1 : 1));
}
