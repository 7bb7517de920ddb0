import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { RETURN_LEVELS, type ReturnLevel, returnLine } from '../../src/analysis/public-returns-measures.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { columns, computedDeal, scenario } from '../support/dossiers.ts';
import { wholeUnless } from '../support/extent.ts';

const NONE = new Decimal(0);
const sum = (values: readonly (Decimal | null)[]): Decimal =>
  values.reduce<Decimal>((total, value) => total.plus(value ?? 0), NONE);

function ofLevel(computed: ComputedDeal, level: ReturnLevel): readonly (Decimal | null)[] {
  const line = computed.measures.lines.get(returnLine(level));
  return line === undefined ? [] : computed.figures.of(line);
}

function once(computed: ComputedDeal, id: string): Decimal | null | undefined {
  const line = computed.measures.lines.get(id);
  return line === undefined ? undefined : (computed.figures.of(line)[0] ?? null);
}

describe('what comes back of sci-envie-soleil, bought by the operator (Loire, 1 600 000 €, 5 %)', () => {
  const computed = computedDeal(scenario('sci-envie-soleil', 'bank-loan'));
  const price = computed.figures.assumption('site.price');

  // By hand: 5 % to the department, 1.20 % to the commune, 2.37 % of 5 % and 0.10 % to the State.
  test('the duties of the purchase go to the department, the commune and the State', () => {
    expect(sum(ofLevel(computed, 'department')).toFixed(2)).toBe(price.times('0.05').toFixed(2));
    const state = price.times('0.05').times('0.0237').plus(price.times('0.001'));
    expect(sum(ofLevel(computed, 'state')).toFixed(2)).toBe(state.toFixed(2));
  });

  test('the taxe foncière and 1.20 % go to the commune and its grouping', () => {
    const { calculation } = computed.deal.setting;
    const taxes = computed.figures.of(calculation.line('site.taxe-fonciere')).slice(0, 241);
    const expected = sum(taxes).plus(price.times('0.012'));
    expect(sum(ofLevel(computed, 'local-block')).toFixed(2)).toBe(expected.toFixed(2));
  });

  test('the tax on profits of the enterprise, that it would partly pay anyway, is left out', () => {
    const total = once(computed, 'public-returns');
    const levels = (Object.keys(RETURN_LEVELS) as ReturnLevel[]).map((level) =>
      sum(ofLevel(computed, level)),
    );
    expect(total?.toFixed(2)).toBe(sum(levels).toFixed(2));
    expect(sum(ofLevel(computed, 'funders')).isZero()).toBe(true);
  });
});

describe.each(columns().map(({ id, column }) => [id, column] as const))('%s %s', (id, path) => {
  test(
    'the month of payback is the first from which returns cover what was paid, for good',
    wholeUnless(id === 'sci-envie-soleil'),
    () => {
      const computed = computedDeal(scenario(id, path));
      const exposure = computed.deal.setting.calculation.lines.get('measure.public-cumulated');
      const missing = computed.deal.setting.calculation.lines.get('measure.public-missing');
      const payback = once(computed, 'public-payback');
      if (exposure === undefined || missing === undefined || payback === undefined) return;
      const horizon = computed.deal.setting.dossier.values.horizonYears * 12;
      const values = computed.figures.of(missing).slice(0, horizon + 1);
      const paid = computed.figures.of(exposure).some((value) => value?.gt(0));
      const last = values.findLastIndex((value) => value?.gt(0) === true);
      if (!paid || last === horizon) expect(payback).toBeNull();
      else expect(payback?.toNumber()).toBe(last + 1);
    },
  );
});
