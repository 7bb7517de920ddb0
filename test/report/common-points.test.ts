import { expect, test } from 'vitest';
import { commonPoints, pointOf } from '../../src/report/common-points.ts';
import type { ComparisonColumn } from '../../src/report/comparison-page.ts';

function column(
  id: string,
  text: string | undefined,
  more: Partial<ComparisonColumn> = {},
): ComparisonColumn {
  return {
    id,
    label: `${id.toUpperCase()} – Voie`,
    name: id.toUpperCase(),
    isMain: false,
    verdict: 'a-verifier',
    confirmedPoints: 0,
    reason: text === undefined ? undefined : { text, article: 'CGCT art. L. 1511-3' },
    otherReasons: 0,
    gap: undefined,
    empty: false,
    nearestLawful: undefined,
    structure: undefined,
    ...more,
  };
}

/** As amounts are written: with spaces that do not break. */
const over = (amount: string) =>
  `Les aides publiques dépassent de ${amount} leur plafond : 400 000 € d’équivalent-subvention brut, pour 337 600 €.`;
const plain = (text: string | undefined) => text?.replaceAll(/\s/g, ' ');

test('a sentence that differs by its amount is told once, from the lowest to the highest', () => {
  const [point, ...others] = commonPoints([
    column('r0', undefined, { verdict: 'possible' }),
    column('r1', over('700 120 €')),
    column('p1', over('62 400 €')),
    column('p2', 'La SCI n’est pas immatriculée.'),
  ]);
  expect(others).toEqual([]);
  expect(plain(point?.told)).toBe('les aides publiques dépassent de 62 400 € à 700 120 € leur plafond');
  expect(point?.names).toEqual(['R1', 'P1']);
  expect(point?.article).toBe('CGCT art. L. 1511-3');
  expect(plain(point?.amounts.get('r1'))).toBe('700 120 €');
  expect(plain(point?.amounts.get('p1'))).toBe('62 400 €');
});

test('the same amount twice is no range; an article of one column is not that of the others', () => {
  const [point] = commonPoints([
    column('r1', over('62 400 €')),
    column('p1', over('62 400 €'), { reason: { text: over('62 400 €'), article: 'autre texte' } }),
  ]);
  expect(plain(point?.told)).toBe('les aides publiques dépassent de 62 400 € leur plafond');
  expect(point?.amounts.size).toBe(0);
  expect(point?.article).toBeUndefined();
});

test('another verdict, or several amounts that differ, are other points', () => {
  expect(
    commonPoints([column('r1', over('1 €')), column('p1', over('2 €'), { verdict: 'impossible' })]),
  ).toEqual([]);
  const two = (amount: string) => `L’apport de ${amount} est sous 10 000 €.`;
  expect(commonPoints([column('r1', two('1 €')), column('p1', two('2 €'))])).toEqual([]);
  expect(pointOf('SCI de famille : deux associés.')).toBe('SCI de famille');
  expect(commonPoints([column('r1', 'SCI de famille.'), column('p1', 'SCI de famille.')])[0]?.told).toBe(
    'SCI de famille',
  );
});
