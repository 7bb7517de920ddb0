import { expect, test } from 'vitest';
import { guaranteeObjectLegality } from '../../src/law/guarantee-object.ts';

test.each(['rent', 'leasing', 'associate-account', 'cash-line'] as const)(
  'mistake 6: a local authority may not guarantee this: %s',
  (object) => {
    const rule = guaranteeObjectLegality(object);
    expect(rule.isLawful).toBe(false);
    expect(rule.article).toMatch(/L\. 2252-1.*QE n° 10651/);
    expect(rule.reason).toContain('ne garantit que des emprunts');
    expect(rule.remedy.length).toBeGreaterThan(20);
    expect(rule.confidence).toBe('sourced');
  },
);

test('it may guarantee a loan', () => {
  expect(guaranteeObjectLegality('loan')).toMatchObject({ isLawful: true, confidence: 'sourced' });
});
