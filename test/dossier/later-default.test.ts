import { expect, test } from 'vitest';
import { withLaterDefault } from '../../src/dossier/later-default.ts';

const path = (stressedYear?: number) => ({
  kind: 'guarantee',
  risk: { ...(stressedYear === undefined ? {} : { stressedYear }), recoveryMonths: 24 },
});

// The loan is wholly drawn in the year after the opening: 65 months are five years and a part, the seventh is the first.
test('a default tested before a later opening is left to its usual year', () => {
  const later = (years: number) => withLaterDefault([path(years)], '2027-02-15', '2032-07-01');
  expect(later(6)).toEqual([path()]);
  expect(later(7)).toEqual([path(7)]);
});

test('what has no such year, or is in time, is untouched', () => {
  const paths = [path(5), path(), { kind: 'bank-loan' }, 'nonsense', null];
  expect(withLaterDefault(paths, '2027-02-15', '2028-02-01')).toEqual(paths);
});
