import { expect, test } from 'vitest';
import { climateValue } from '../../src/law/climate-value.ts';

// faits.md § 4.1; 300 and 563 are the values published for 2030 and 2050, in whole euros.
test.each([
  [2025, '256.00'],
  [2026, '264.19'],
  [2027, '272.65'],
  [2035, '350.78'],
])('a tonne avoided in %i: %s euros of 2023', (year, expected) => {
  expect(climateValue(year).toFixed(2)).toBe(expected);
});

test.each([
  [2030, '300'],
  [2050, '563'],
])('rounded to the euro, what was published for %i', (year, expected) => {
  expect(climateValue(year).toFixed(0)).toBe(expected);
});

test('the years before belong to another path', () => {
  expect(() => climateValue(2024)).toThrow(RangeError);
});
