import { describe, expect, test } from 'vitest';
import { Calculation } from '../../src/formula/calculation.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import {
  applyLawOf,
  datedLawAssumption,
  inForce,
  type LawFigure,
  lawAssumption,
  nearestInForce,
  sourceOf,
} from '../../src/law/figure.ts';
import { LAW_SUBJECTS } from '../../src/law/figures.ts';

function figure(changes: Partial<LawFigure<'ratio'>>): LawFigure<'ratio'> {
  return {
    id: 'test.rate',
    label: 'Taux',
    value: '0.1',
    unit: 'ratio',
    since: '2020-01-01',
    source: 'CGI art. 0',
    confidence: 'sourced',
    ...changes,
  };
}

describe('figures of law', () => {
  test('the one in force is the last begun that has not ended', () => {
    const old = figure({ value: '0.2' });
    const raised = figure({ value: '0.3', since: '2025-04-01', until: '2028-03-31' });
    const at = (date: string) => inForce([raised, old], date)?.value;
    expect([
      at('2019-12-31'),
      at('2025-03-31'),
      at('2025-04-01'),
      at('2028-03-31'),
      at('2028-04-01'),
    ]).toEqual([undefined, '0.2', '0.3', '0.3', '0.2']);
  });

  test('the source tells the dates, and a doubt says so', () => {
    expect(sourceOf(figure({}))).toBe('CGI art. 0, depuis le 01/01/2020');
    expect(sourceOf(figure({ until: '2028-03-31' }))).toBe(
      'CGI art. 0, depuis le 01/01/2020 jusqu’au 31/03/2028'.replace("'", "'"),
    );
    expect(sourceOf(figure({ orEarlier: true, confidence: 'memory' }))).toBe(
      'CGI art. 0, en vigueur au 01/01/2020 (cité de mémoire, à valider avant décision)',
    );
    expect(sourceOf(figure({ confidence: 'uncertain' }))).toContain('valeur non établie');
  });

  test('two companies share one assumption; two values of one figure are refused', () => {
    const calculation = new Calculation(createTimeline('2026-01-01', 12));
    const first = lawAssumption(calculation, figure({}));
    expect(lawAssumption(calculation, figure({}))).toBe(first);
    expect(first.id).toBe('law.test.rate');
    expect(first.origin).toEqual({ kind: 'law', text: 'CGI art. 0, depuis le 01/01/2020' });
    expect(() => lawAssumption(calculation, figure({ value: '0.2' }))).toThrow(
      'law.test.rate is both 0.1 and 0.2',
    );
  });

  test('a series gives its value at the date of law of the calculation, the nearest known outside its days', () => {
    const series = [
      figure({ value: '0.3', since: '2025-01-01', until: '2025-12-31' }),
      figure({ value: '0.2', since: '2024-01-01', until: '2024-12-31' }),
    ];
    const at = (date: string) => nearestInForce(series, date).value;
    expect([at('2023-06-30'), at('2024-12-31'), at('2025-01-01'), at('2027-01-01')]).toEqual([
      '0.2',
      '0.2',
      '0.3',
      '0.3',
    ]);
    const under = (date: string | undefined) => {
      const calculation = new Calculation(createTimeline('2026-01-01', 12));
      if (date !== undefined) applyLawOf(calculation, date);
      return lawAssumption(calculation, series).value.toFixed();
    };
    expect([under('2024-06-30'), under('2026-11-22'), under(undefined)]).toEqual(['0.2', '0.3', '0.3']);
  });

  test('events of two days live under two values, each an assumption', () => {
    const calculation = new Calculation(createTimeline('2026-01-01', 12));
    applyLawOf(calculation, '2020-01-01');
    const old = datedLawAssumption(calculation, figure({}));
    const later = datedLawAssumption(calculation, figure({ value: '0.2', since: '2025-01-01' }));
    expect([old.id, later.id]).toEqual(['law.test.rate.2020-01-01', 'law.test.rate.2025-01-01']);
    expect([old.value.toFixed(), later.value.toFixed()]).toEqual(['0.1', '0.2']);
  });

  test('every figure is printable: one value a day, number, source, known dates', () => {
    const figures = LAW_SUBJECTS.flatMap((subject) => subject.figures);
    expect(new Set(figures.map(({ id, since }) => `${id} ${since}`)).size).toBe(figures.length);
    for (const id of new Set(figures.map((each) => each.id))) {
      const dated = figures.filter((each) => each.id === id);
      expect(new Set(dated.map(({ label, unit }) => `${label} ${unit}`)).size, id).toBe(1);
    }
    for (const each of figures) {
      expect(each.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/);
      expect(each.value).toMatch(/^\d+(\.\d+)?$/);
      expect(each.since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(each.source.length).toBeGreaterThan(8);
    }
  });
});
