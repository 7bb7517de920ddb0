import { type TestOptions, test } from 'vitest';

/**
 * Two extents. `npm test` leaves out what is tagged « whole » and ends in less than two minutes on two cores;
 * `npm run test:whole` makes only what is tagged, `.ci/run` both. A file named to vitest is made whole:
 * `npx vitest run test/agreement`.
 *
 * Every kind of test keeps a case without the tag. A file all of which is heavy says so on its first line, by
 * « @module-tag whole » in a comment.
 */
export const IN_WHOLE = { tags: ['whole'] } satisfies TestOptions;

/** The tag of a case, unless it is one of the few that `npm test` makes. */
export function wholeUnless(isQuick: boolean): TestOptions {
  return isQuick ? {} : IN_WHOLE;
}

/**
 * A property on drawn cases: a few by `npm test`, many by the whole.
 * @param runs how many cases each draws
 */
export function testOften(
  name: string,
  runs: { readonly quick: number; readonly whole: number },
  check: (numRuns: number) => void | Promise<void>,
): void {
  test(name, () => check(runs.quick));
  test(`${name}, ${runs.whole} times`, { ...IN_WHOLE, timeout: 300_000 }, () => check(runs.whole));
}
