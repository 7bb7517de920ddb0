/** Longitude and latitude, in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** Degrees of one step: about 300 metres, finer than an outline drawn at the scale of a department shows. */
export const STEP = 0.003;

/** A number as letters: five bits each, the sign last, so that a small one takes one letter. */
function encodedNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = '';
  while (rest >= 0x20) {
    text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
    rest >>= 5;
  }
  return text + String.fromCharCode(rest + 63);
}

/**
 * A ring as a short text: each vertex as its difference with the one before, in steps, longitude first (the way of
 * encoded polylines). The map reads it back in `views/assets/inventory-map.js`. Rounding moves a vertex by itself, so
 * that two neighbours still share their border.
 */
export function encodedRing(ring: readonly Position[]): { readonly text: string; readonly vertices: number } {
  let [x, y] = [0, 0];
  let text = '';
  let vertices = 0;
  for (const [longitude, latitude] of ring) {
    const next = [Math.round(longitude / STEP), Math.round(latitude / STEP)] as const;
    if (vertices > 0 && next[0] === x && next[1] === y) continue;
    text += encodedNumber(next[0] - x) + encodedNumber(next[1] - y);
    [x, y] = next;
    vertices += 1;
  }
  return { text, vertices };
}

/** The ring that a text of `encodedRing` holds. */
export function decodedRing(text: string): readonly Position[] {
  const ring: Position[] = [];
  let [x, y, value, shift] = [0, 0, 0, 0];
  let pending: number | undefined;
  for (const letter of text) {
    const bits = letter.charCodeAt(0) - 63;
    value |= (bits & 0x1f) << shift;
    shift += 5;
    if (bits >= 0x20) continue;
    const difference = value & 1 ? ~(value >> 1) : value >> 1;
    [value, shift] = [0, 0];
    if (pending === undefined) {
      pending = difference;
      continue;
    }
    x += pending;
    y += difference;
    pending = undefined;
    ring.push([x * STEP, y * STEP]);
  }
  return ring;
}
