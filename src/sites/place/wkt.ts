import type { Geometry, Ring } from './geometry.ts';

const OPEN = 40;
const CLOSE = 41;
const COMMA = 44;

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);
const isNumberPart = (code: number) =>
  (code >= 48 && code <= 57) || code === 45 || code === 43 || code === 46 || code === 69 || code === 101;

/** The points of « x y, x y, … » from a place to the parenthesis that closes; other dimensions are left. */
function readPoints(text: string, from: number): { ring: Ring; end: number } | undefined {
  let values = new Float64Array(64);
  let size = 0;
  let dimension = 0;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
    } else if (code === COMMA || code === CLOSE) {
      if (dimension < 2) return undefined;
      dimension = 0;
      if (code === CLOSE) return { ring: values.slice(0, size), end: at + 1 };
      at++;
    } else if (isNumberPart(code)) {
      const start = at;
      while (at < text.length && isNumberPart(text.charCodeAt(at))) at++;
      // No number takes more; Number() of a longer text would cost what it costs to refuse it.
      const value = at - start > 40 ? Number.NaN : Number(text.slice(start, at));
      if (!Number.isFinite(value)) return undefined;
      dimension++;
      if (dimension > 2) continue;
      if (size === values.length) {
        const larger = new Float64Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[size++] = value;
    } else return undefined;
  }
  return undefined;
}

/** « POINT (4,89 45,75) »: decimal commas, in a point only. */
function pointWithCommas(inside: string): Geometry | undefined {
  const parts = inside
    .trim()
    .split(' ')
    .filter((part) => part !== '');
  const numbers = parts.map((part) =>
    /^-?\d{1,3},\d{1,20}$/.test(part) ? Number(part.replace(',', '.')) : Number.NaN,
  );
  const [first, second] = numbers;
  if (numbers.length !== 2 || !Number.isFinite(first) || !Number.isFinite(second)) return undefined;
  return { kind: 'point', first: first as number, second: second as number };
}

/**
 * Reads POINT, POLYGON and MULTIPOLYGON in well-known text, in one pass over it.
 * @returns undefined when it is none of them, 'empty' for « POINT EMPTY »
 */
export function readWkt(text: string): Geometry | 'empty' | undefined {
  const open = text.indexOf('(');
  const head = (open < 0 ? text.slice(0, 80) : text.slice(0, Math.min(open, 80))).toUpperCase();
  const words = head
    .replace(/^\s{0,9}SRID=\d{1,6};/, '')
    .trim()
    .split(' ');
  const kind = words[0] ?? '';
  if (words.at(-1) === 'EMPTY') return 'empty';
  if (open < 0) return undefined;
  if (kind === 'POINT') {
    const read = readPoints(text, open + 1);
    if (read !== undefined && read.ring.length === 2 && text.slice(read.end).trim() === '')
      return { kind: 'point', first: read.ring[0] as number, second: read.ring[1] as number };
    return text.length < 100 ? pointWithCommas(text.slice(open + 1, text.lastIndexOf(')'))) : undefined;
  }
  if (kind !== 'POLYGON' && kind !== 'MULTIPOLYGON') return undefined;
  const ringDepth = kind === 'POLYGON' ? 2 : 3;
  const polygons: Ring[][] = [];
  let depth = 0;
  let at = open;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === OPEN) {
      depth++;
      at++;
      if (depth > ringDepth) return undefined;
      if (depth === ringDepth - 1) polygons.push([]);
      if (depth === ringDepth) {
        const read = readPoints(text, at);
        if (read === undefined) return undefined;
        polygons.at(-1)?.push(read.ring);
        at = read.end;
        depth--;
      }
    } else if (code === CLOSE) {
      depth--;
      at++;
      if (depth < 0) return undefined;
    } else if (code === COMMA || isSpace(code)) at++;
    else return undefined;
  }
  if (depth !== 0 || polygons.every((polygon) => polygon.length === 0)) return undefined;
  return { kind: 'polygons', polygons };
}
