/**
 * Random numbers that depend only on (seed, assumption, draw): the same bits on one worker or four, in any order.
 *
 * Philox 4×32-10 (Salmon, Moraes, Dror, Shaw, « Parallel random numbers: as easy as 1, 2, 3 », 2011): a counter, here
 * the draw and the assumption, is mixed by ten rounds of multiplications under a key, here the seed.
 */
const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/** The upper 32 bits of a × b. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16);
  // Both sums stay below 2^32, but Math.imul gives signed numbers: they are read as unsigned.
  const cross = (middle >>> 0) + (Math.imul(aLow, bHigh) >>> 0);
  return (Math.imul(aHigh, bHigh) + Math.floor(cross / 0x10000)) >>> 0;
}

/**
 * Mixes a counter of four words under a key of two; leaves its four words in `counter`.
 * Exported for its published test values.
 */
export function philox(counter: Uint32Array, key0: number, key1: number): void {
  let c0 = counter[0] as number;
  let c1 = counter[1] as number;
  let c2 = counter[2] as number;
  let c3 = counter[3] as number;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, c0);
    const low0 = Math.imul(MULTIPLIER_0, c0);
    const high1 = multiplyHigh(MULTIPLIER_1, c2);
    const low1 = Math.imul(MULTIPLIER_1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + WEYL_0) | 0;
    k1 = (k1 + WEYL_1) | 0;
  }
  counter[0] = c0;
  counter[1] = c1;
  counter[2] = c2;
  counter[3] = c3;
}

/** 64 bits from a name: two 32-bit hashes (FNV-1a, then murmur's finish), started differently. */
function hash(name: string, start: number): number {
  let h = start;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** What a series of random numbers depends on, besides the draw. */
export interface Source {
  /** Whole number from 0 to 2^53, shown with the results so that they can be found again. */
  readonly seed: number;
  /** Id of the assumption drawn. */
  readonly assumption: string;
}

/**
 * Fills a block with numbers uniform in ]0, 1[.
 * @param firstDraw number of the draw of the first value
 */
export function fillUniform(block: Float64Array, { seed, assumption }: Source, firstDraw = 0): void {
  const name0 = hash(assumption, 0x811c9dc5);
  const name1 = hash(assumption, 0x01234567);
  const seed0 = seed >>> 0;
  const seed1 = Math.floor(seed / 2 ** 32);
  const counter = new Uint32Array(4);
  for (let i = 0; i < block.length; i++) {
    const draw = firstDraw + i;
    counter[0] = draw;
    counter[1] = Math.floor(draw / 2 ** 32);
    counter[2] = name0;
    counter[3] = name1;
    philox(counter, seed0, seed1);
    // 52 bits and a half: never 0 nor 1, whose normal quantiles are infinite.
    const high = (counter[0] as number) >>> 6;
    const low = (counter[1] as number) >>> 6;
    block[i] = (high * 2 ** 26 + low + 0.5) / 2 ** 52;
  }
}

/** A number uniform in ]0, 1[. */
export function uniform(seed: number, assumption: string, draw: number): number {
  const block = new Float64Array(1);
  fillUniform(block, { seed, assumption }, draw);
  return block[0] as number;
}
