import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constant, minus } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { type SizeTerms, smeStatus, writeSize } from '../../src/law/sme-status.ts';

const terms = (changes: Readonly<Record<string, string>>): SizeTerms => {
  const { publicShare = '0', exemptPublicShare = '0', employees = '30', revenue, balanceSheet } = changes;
  return {
    publicShare: new Decimal(publicShare),
    exemptPublicShare: new Decimal(exemptPublicShare),
    employees: new Decimal(employees),
    revenue: new Decimal(revenue ?? '3000000'),
    balanceSheet: new Decimal(balanceSheet ?? '2000000'),
  };
};

describe('the size of an enterprise for State aid (recommandation 2003/361/CE, RGEC annexe I)', () => {
  test.each([
    [{ employees: '49.9' }, 'small'],
    // Fewer than 50, not 50.
    [{ employees: '50' }, 'medium'],
    [{ employees: '249.9' }, 'medium'],
    [{ employees: '250' }, 'large'],
    // Turnover or balance sheet: one of the two is enough.
    [{ revenue: '10000000', balanceSheet: '30000000' }, 'small'],
    [{ revenue: '10000000.01', balanceSheet: '10000000' }, 'small'],
    [{ revenue: '10000000.01', balanceSheet: '10000000.01' }, 'medium'],
    [{ revenue: '50000000.01', balanceSheet: '43000000' }, 'medium'],
    [{ revenue: '50000000.01', balanceSheet: '43000000.01' }, 'large'],
  ])('%o: %s', (changes, size) => {
    expect(smeStatus(terms(changes as never))).toMatchObject({ size, lostByPublicShare: false });
  });

  test('24.99 % of public capital keeps the status, 25.00 % loses it, without any control', () => {
    expect(smeStatus(terms({ publicShare: '0.2499' }))).toMatchObject({
      size: 'small',
      lostByPublicShare: false,
    });
    const lost = smeStatus(terms({ publicShare: '0.2500' }));
    expect(lost).toMatchObject({ size: 'large', lostByPublicShare: true, confidence: 'sourced' });
    expect(lost.article).toContain('annexe I art. 3.4');
  });

  test('exempt bodies do not count up to 50 %, and no more', () => {
    const held = (publicShare: string, exemptPublicShare: string) =>
      smeStatus(terms({ publicShare, exemptPublicShare })).size;
    expect(held('0.40', '0.40')).toBe('small');
    expect(held('0.50', '0.50')).toBe('small');
    expect(held('0.51', '0.51')).toBe('large');
    // 40 % in all, of which 15 % exempt: 25 % count.
    expect(held('0.40', '0.15')).toBe('large');
    expect(held('0.40', '0.1501')).toBe('small');
  });

  test('an enterprise too large by its figures did not lose its status by its capital', () => {
    expect(smeStatus(terms({ employees: '400', publicShare: '0.4' })).lostByPublicShare).toBe(false);
  });

  test('lines and function say the same of any enterprise', () => {
    const share = fc.constantFrom('0', '0.1', '0.2499', '0.25', '0.2501', '0.4', '0.5', '0.5001', '0.9');
    const amounts = [
      '1000000',
      '10000000',
      '10000000.01',
      '43000000',
      '43000000.01',
      '50000000',
      '50000000.01',
    ];
    fc.assert(
      fc.property(
        fc.record({
          publicShare: share,
          exemptPublicShare: share,
          employees: fc.constantFrom('0', '49.99', '50', '249.99', '250', '900'),
          revenue: fc.constantFrom(...amounts),
          balanceSheet: fc.constantFrom(...amounts),
        }),
        (typed) => {
          const calculation = new Calculation(createTimeline('2026-01-01', 12));
          const lines = writeSize(calculation, 'size', {
            countedPublicShare: minus(
              constant(typed.publicShare, 'ratio'),
              constant(typed.exemptPublicShare, 'ratio'),
            ),
            exemptPublicShare: constant(typed.exemptPublicShare, 'ratio'),
            employees: constant(typed.employees, 'count'),
            revenue: constant(typed.revenue, 'money'),
            balanceSheet: constant(typed.balanceSheet, 'money'),
          });
          const figures = readExactly(calculation);
          const isTrue = (line: typeof lines.isSmall) => figures.of(line)[0]?.eq(1) === true;
          const said = isTrue(lines.isSmall) ? 'small' : isTrue(lines.isSme) ? 'medium' : 'large';
          expect(said).toBe(smeStatus(terms(typed)).size);
        },
      ),
    );
  });
});
