import { describe, expect, test } from 'vitest';
import { irr } from '../../src/tools/irr.ts';
import { npv } from '../../src/tools/npv.ts';
import type { TypedTool } from '../../src/tools/tool.ts';
import { xirr } from '../../src/tools/xirr.ts';

const dated = (...flows: readonly (readonly [string, string])[]) => ({
  flows: flows.map(([date, amount]) => ({ date, amount })),
});

function answer<Response>(
  tool: TypedTool<never, Response> | TypedTool<unknown, Response>,
  request: unknown,
): Response {
  const reading = tool.answer(request);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

describe('irr', () => {
  test.each([
    // LibreOffice 7.4.7, irr.fods.
    [['-10000', '3500', '7600', '1000'], 0.113321028236252],
    [['-70000', '12000', '15000', '18000', '21000', '26000'], 0.0866309480365316],
    // pyxirr, test_periodic.rs.
    [['-161445.03', '2113.73', '7626.73', '8619.84', '8612.92'], -0.43658134635],
    [['-1000000', '5000', '-3', '0'], -0.995697224362268],
  ])('%j', (flows, expected) => {
    const { rates } = answer(irr, { flows });
    expect(rates.map(Number).some((rate) => Math.abs(rate - expected) < 1e-9)).toBe(true);
    for (const rate of rates) expect(rate).toMatch(/^-?\d+\.\d{12,}$/);
  });

  test('every root is given, ascending: −100, 230, −132 has 10 % and 20 %', () => {
    expect(answer(irr, { flows: ['-100', '230', '-132'] }).rates).toEqual(['0.1', '0.2']);
  });

  test('a rate a month is also said a year', () => {
    const { rates, annualRates } = answer(irr, { flows: ['-100', '101'], periodsPerYear: 12 });
    expect(rates).toEqual(['0.01']);
    // 1.01^12 − 1.
    expect(annualRates).toEqual(['0.126825030131969721']);
  });

  test('no root is said, with the reason and the interval searched', () => {
    expect(answer(irr, { flows: ['0', '0', '0'] })).toEqual({
      rates: [],
      annualRates: [],
      reason: 'no-sign-change',
      searched: { from: '-0.99999999', to: '1000000000000000000' },
    });
    expect(answer(irr, { flows: ['10', '-10', '10'] }).reason).toBe('no-root');
    expect(answer(irr, { flows: ['-5'] }).reason).toBe('no-sign-change');
  });
});

describe('xirr', () => {
  test.each([
    // LibreOffice 7.4.7, xirr.fods.
    [
      dated(
        ['1998-01-01', '-10000'],
        ['1998-03-01', '2750'],
        ['1998-10-30', '4250'],
        ['1999-02-15', '3250'],
        ['1999-04-01', '2750'],
      ),
      0.374858597687371,
      1e-9,
    ],
    // PhpSpreadsheet, XIRR.php[17]; pyxirr, minus_0_99999.csv; PhpSpreadsheet, XIRR.php[39], unordered.
    [
      dated(['2010-01-01', '-100'], ['2010-04-01', '20'], ['2010-10-01', '40'], ['2011-02-01', '25']),
      -0.197387315,
      3e-8,
    ],
    [dated(['2020-03-05', '-18480'], ['2020-03-16', '13120']), -0.9999884228170087, 1e-9],
    [
      dated(
        ['2017-12-16', '-2236.3994659663'],
        ['2017-12-26', '-47.3417585212'],
        ['2017-12-29', '-46.52619316339632'],
        ['2017-12-31', '10424.74612565936'],
        ['2017-12-20', '-13.077972551952'],
      ),
      1.223853529e16,
      1e-8,
    ],
  ])('%# %o', (request, expected, tolerance) => {
    const { rates, annualRates } = answer(xirr, request);
    expect(rates.map(Number).some((rate) => Math.abs(rate / expected - 1) < tolerance)).toBe(true);
    expect(annualRates).toEqual(rates);
    for (const rate of rates) expect(rate).not.toContain('e');
  });

  test('flows of one date are one flow', () => {
    const { reason } = answer(xirr, dated(['2026-01-01', '-100'], ['2026-01-01', '100']));
    expect(reason).toBe('no-sign-change');
  });
});

describe('npv', () => {
  const LIBRE_OFFICE = [
    ['2008-01-01', '-10000'],
    ['2008-03-01', '2750'],
    ['2008-10-30', '4250'],
    ['2009-02-15', '3250'],
    ['2009-04-01', '2750'],
  ] as const;

  test.each([
    // LibreOffice 7.4.7, xnpv.fods.
    ['0', 3000],
    ['-0.09', 4097.08021067856],
    ['-0.99', 1637817.19885881],
    ['9', -7090.12101316346],
  ])('at %s: %s', (annualRate, expected) => {
    const { value } = answer(npv, { annualRate, ...dated(...LIBRE_OFFICE) });
    expect(Math.abs(Number(value) / expected - 1)).toBeLessThan(1e-12);
  });

  test('unordered flows are discounted to the earliest date, even of a flow of nothing', () => {
    const request = { annualRate: '0.1', ...dated(['2027-01-01', '110'], ['2026-01-01', '0']) };
    expect(answer(npv, request)).toEqual({ value: '100' });
  });

  test('not rounded: fifteen digits at least', () => {
    const { value } = answer(npv, {
      annualRate: '0.07',
      ...dated(['2026-01-01', '0'], ['2026-06-30', '100']),
    });
    expect(value.replace('.', '').length).toBeGreaterThanOrEqual(15);
  });
});
