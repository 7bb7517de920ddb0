import { describe, expect, test } from 'vitest';
import { lawChanges, lawFiguresIn } from '../../src/law/changes.ts';
import type { LawFigure } from '../../src/law/figure.ts';

function value(changes: Partial<LawFigure>): LawFigure {
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

/** The kinds of changes, and the value or the day that they lead to. */
function told(used: readonly string[], from: string, to: string, figures?: readonly LawFigure[]) {
  return lawChanges(used, from, to, figures).map((change) => [
    change.kind,
    change.before.value,
    change.kind === 'replaced' ? change.after.value : change.until,
  ]);
}

describe('what a later law would change', () => {
  const series = [value({ until: '2025-12-31' }), value({ value: '0.2', since: '2026-01-01' })];

  test('a value replaced', () => {
    expect(told(['test.rate'], '2024-06-30', '2026-11-22', series)).toEqual([['replaced', '0.1', '0.2']]);
  });

  test('nothing between two days of one value, backwards, or of a figure that was not used', () => {
    expect(told(['test.rate'], '2026-01-01', '2026-11-22', series)).toEqual([]);
    expect(told(['test.rate'], '2026-11-22', '2024-06-30', series)).toEqual([]);
    expect(told(['test.rate'], '2026-11-22', '2026-11-22', series)).toEqual([]);
    expect(told(['test.other'], '2024-06-30', '2026-11-22', series)).toEqual([]);
  });

  test('a figure that has ended, and one whose end is known', () => {
    const ended = [value({ until: '2026-12-31' })];
    expect(told(['test.rate'], '2026-11-22', '2027-01-01', ended)).toEqual([['ended', '0.1', '2026-12-31']]);
    expect(told(['test.rate'], '2024-11-22', '2026-12-31', ended)).toEqual([['ending', '0.1', '2026-12-31']]);
  });

  test('a law of 2024 read in November 2026', () => {
    const used = [
      'associate-account.deductible-rate',
      'transfer-duty.raised-rate',
      'corporate-tax.rate',
      'vat.rate',
    ];
    expect(told(used, '2024-12-31', '2026-11-22')).toEqual([
      ['replaced', '0.0575', '0.0455'],
      ['ending', '0.063185', '2028-03-31'],
    ]);
  });

  test('the raised duty and the relief of households end on their days', () => {
    expect(told(['transfer-duty.raised-rate'], '2026-11-22', '2028-04-01')).toEqual([
      ['ended', '0.063185', '2028-03-31'],
    ]);
    expect(told(['ir-pme.rate'], '2026-11-22', '2028-01-01')).toEqual([['replaced', '0.25', '0.18']]);
  });

  test('figures of law are known by the ids of assumptions', () => {
    expect(
      lawFiguresIn(['law.vat.rate', 'site.price', 'law.ir-pme.rate.2026-02-21', 'law.ir-pme.rate']),
    ).toEqual(['vat.rate', 'ir-pme.rate']);
  });
});
