import { describe, expect, test } from 'vitest';
import { esusCriteriaTool } from '../../src/tools/esus-criteria.ts';

/**
 * faits.md §1 (C. trav. L3332-17-1, R3332-21-1): 66 % of the charges over three years, or pay of funds under the TMO and
 * five points; mean of the five highest pays at most 7 SMIC (156 829.40 € at 12.31 € × 1 820 h), the highest 10
 * (224 042.00 €). Sums below are done by hand.
 */
const EXAMPLE = esusCriteriaTool.example as Record<string, unknown>;

function ask(changes: Record<string, unknown>) {
  const reading = esusCriteriaTool.answer(JSON.parse(JSON.stringify({ ...EXAMPLE, ...changes })));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

function criterion(changes: Record<string, unknown>, id: string) {
  return ask(changes).criteria.find((each) => each.id === id);
}

describe('criteria of the agreement ESUS', () => {
  test('exactly at every limit, it is open for five years', () => {
    const { criteria, eligible, durationYears } = ask({});
    expect({ eligible, durationYears }).toEqual({ eligible: true, durationYears: 5 });
    expect(criteria.map(({ id, value, limit, met }) => [id, value, limit, met])).toEqual([
      ['social-charges', '0.66', '0.66', true],
      ['financial-pay', null, null, null],
      ['five-salaries', '156829.40', '156829.40', true],
      ['highest-salary', '224042.00', '224042.00', true],
      ['unlisted', null, null, true],
      ['statutes', null, null, true],
    ]);
    for (const { article } of criteria) expect(article).toMatch(/^C\. trav\. art\. [LR]3332-/);
  });

  test('one cent of pay more refuses it', () => {
    const four = ['140026.25', '140026.25', '140026.25'];
    // The sum is 5 cents more: the mean is 156 829.41 €.
    const mean = { salaries: ['224042.00', '140026.30', ...four] };
    expect(criterion(mean, 'five-salaries')).toMatchObject({ value: '156829.41', met: false });
    expect(ask(mean).eligible).toBe(false);
    const highest = { salaries: ['224042.01', '140026.24', ...four] };
    expect(criterion(highest, 'five-salaries')).toMatchObject({ value: '156829.40', met: true });
    expect(criterion(highest, 'highest-salary')).toMatchObject({ value: '224042.01', met: false });
    expect(ask(highest).eligible).toBe(false);
  });

  test('the SMIC is that of the day', () => {
    // 12.02 € × 1 820 h × 10 = 218 764.00 €; × 7 = 153 134.80 €.
    expect(criterion({ date: '2026-05-31' }, 'highest-salary')).toMatchObject({
      limit: '218764.00',
      met: false,
    });
    expect(criterion({ date: '2026-05-31' }, 'five-salaries')?.limit).toBe('153134.80');
    // None is known before November 2024: nothing is refused, nothing established.
    expect(criterion({ date: '2024-10-31' }, 'highest-salary')).toMatchObject({ limit: null, met: null });
    expect(ask({ date: '2024-10-31' }).eligible).toBeNull();
  });

  test('the share is read on three years together, and a rate just under is never shown at the limit', () => {
    const charges = {
      socialUtility: ['659999.99', '693000.00', '726000.00'],
      operating: ['1000000.00', '1050000.00', '1100000.00'],
    };
    expect(criterion({ charges }, 'social-charges')).toMatchObject({ value: '0.659999', met: false });
    // 66 % on average of rates (90 %, 42 %, 66 %) but (90 + 420 + 66) / (100 + 1000 + 100) = 48 % of the charges.
    const uneven = {
      socialUtility: ['90.00', '420.00', '66.00'],
      operating: ['100.00', '1000.00', '100.00'],
    };
    expect(criterion({ charges: uneven }, 'social-charges')).toMatchObject({ value: '0.48', met: false });
  });

  test('one of the two criteria of social utility is enough; both failed refuse, one failed does not', () => {
    const charges = { socialUtility: ['1.00', '1.00', '1.00'], operating: ['10.00', '10.00', '10.00'] };
    const financing = (pay: string) => ({
      pay: [pay, '0.00', '0.00'],
      funds: ['1000.00', '1000.00', '1000.00'],
      tmo: '0.028',
    });
    // 233.99 / 3 000 = 7.7997 %, under 2.8 % and 5 points; 234 / 3 000 is 7.8 % and is not under.
    expect(ask({ charges }).eligible).toBeNull();
    expect(ask({ charges, financing: financing('233.99') }).eligible).toBe(true);
    expect(criterion({ charges, financing: financing('234.00') }, 'financial-pay')).toMatchObject({
      value: '0.078',
      limit: '0.078',
      met: false,
    });
    expect(ask({ charges, financing: financing('234.00') }).eligible).toBe(false);
    expect(ask({ financing: financing('234.00') }).eligible).toBe(true);
  });

  test('listed titles refuse; statutes from memory only ask to verify; pay that is missing is not established', () => {
    expect(ask({ listed: true }).eligible).toBe(false);
    expect(ask({ statutes: false }).eligible).toBeNull();
    expect(ask({ salaries: undefined }).eligible).toBeNull();
  });

  test('as of right only the listing is read; two years under three years of age', () => {
    const bare = { asOfRight: true, charges: undefined, salaries: undefined, ageYears: 2 };
    expect(ask(bare)).toMatchObject({ eligible: true, durationYears: 2 });
    expect(ask(bare).criteria.map(({ id }) => id)).toEqual(['as-of-right', 'unlisted']);
    expect(ask({ ...bare, listed: true }).eligible).toBe(false);
    expect(ask({ ageYears: 3 }).durationYears).toBe(5);
  });
});
