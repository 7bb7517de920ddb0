/** West, south, east, north, in degrees. */
export type Box = readonly [number, number, number, number];

/** Where each territory of the inventory lies, with a margin: enough to tell which coordinate comes first. */
export const TERRITORY_BOXES: Readonly<Record<string, Box>> = {
  metropolitan: [-5.5, 41.2, 9.8, 51.3],
  '971': [-61.95, 15.75, -60.9, 16.65],
  '972': [-61.35, 14.3, -60.7, 15.0],
  '973': [-54.8, 2.0, -51.4, 5.95],
  '974': [55.1, -21.5, 56.0, -20.75],
  '975': [-56.6, 46.65, -56.0, 47.25],
  '976': [44.9, -13.15, 45.4, -12.5],
  '977': [-63.0, 17.8, -62.7, 18.0],
  '978': [-63.2, 17.95, -62.9, 18.2],
};

/** « métropole », or the code of the overseas department of a commune. */
export function territoryOf(department: string | null): string | undefined {
  if (department === null) return undefined;
  return department in TERRITORY_BOXES ? department : 'metropolitan';
}

function isInside([west, south, east, north]: Box, longitude: number, latitude: number): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

export interface Orientation {
  /** Key of `TERRITORY_BOXES`. */
  readonly territory: string;
  /** Whether the latitude came first. */
  readonly isSwapped: boolean;
}

/**
 * In which territory two coordinates lie, and in which order they are written.
 * @param expected territory of the commune: it is tried first
 * @returns undefined when they lie outside France in both orders
 */
export function orientationOf(
  first: number,
  second: number,
  expected: string | undefined,
): Orientation | undefined {
  const others = Object.keys(TERRITORY_BOXES).filter((key) => key !== expected);
  for (const territory of expected === undefined ? others : [expected, ...others]) {
    const box = TERRITORY_BOXES[territory] as Box;
    if (isInside(box, first, second)) return { territory, isSwapped: false };
    if (isInside(box, second, first)) return { territory, isSwapped: true };
  }
  return undefined;
}
