import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TOOLS } from '../../src/tools/tools.ts';

describe('every calculator', () => {
  test('the eleven of the API, once each', () => {
    expect(TOOLS.map(({ id }) => id).toSorted()).toEqual([
      'acquisition-cost',
      'corporate-tax',
      'debt-sizing',
      'esus-criteria',
      'grant-equivalent',
      'guarantee-limits',
      'irr',
      'loan-schedule',
      'npv',
      'profit-allocation',
      'xirr',
    ]);
  });

  test.each(TOOLS)('$id answers its own example, in the shape it documents, twice the same', (tool) => {
    const reading = tool.answer(tool.example);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(z.strictObject({ value: tool.response }).safeParse({ value: reading.value }).success).toBe(true);
    expect(tool.answer(tool.example)).toEqual(reading);
    expect(JSON.parse(JSON.stringify(reading.value))).toEqual(reading.value);
  });

  test.each(TOOLS)('$id can be described as JSON Schema, each field with a French name', (tool) => {
    const described = JSON.stringify(z.toJSONSchema(tool.request, { io: 'input' }));
    expect(described).toContain('"title":');
    expect(JSON.stringify(z.toJSONSchema(tool.response))).toContain('"title":');
    expect(tool.title).not.toBe('');
    expect(tool.intro).toMatch(/\.$/);
  });
});
