import { describe, expect, test } from 'vitest';
import { computedGroup } from '../support/any-group.ts';
import { disagreements, explanationsOff } from '../support/readings.ts';
import { richGroup } from '../support/rich-group.ts';

describe('exact, draws and explanation of a group with three subsidiaries, two rounds and two bonds', () => {
  const computed = computedGroup(richGroup());

  test('every law holds', () => {
    expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  test('draws agree with exact on every cell', () => {
    expect(disagreements(computed)).toEqual([]);
  });

  test('explanation tells the exact value of a cell in 29', () => {
    expect(explanationsOff(computed, 29)).toEqual([]);
  });
});
