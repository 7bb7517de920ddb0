import { describe, expect, test } from 'vitest';
import { centsString, Decimal } from '../../src/formula/decimal.ts';
import {
  type ComparedPath,
  comparisonAnswer,
  explanationAnswer,
  type FiguresAnswer,
  figuresAnswer,
} from '../../src/tasks/api-answers.ts';
import { post, scenarioDossier } from '../support/api-app.ts';
import { makeTestApp } from '../support/web-app.ts';

/** Comparison, figures and explanations are three readings of the same calculation: the same cents. */
const { app } = await makeTestApp();
const dossier = scenarioDossier();

const compared = comparisonAnswer.parse((await post(app, '/api/v1/comparisons', dossier)).json);
const figures = figuresAnswer.parse((await post(app, '/api/v1/figures', { dossier })).json);
const [path] = compared.paths as [ComparedPath];

async function explained(figure: string, period?: string) {
  const { status, json } = await post(app, '/api/v1/explanations', {
    dossier,
    figure,
    ...(period && { period }),
  });
  if (status !== 200) throw new Error(`${figure} ${period}: ${JSON.stringify(json)}`);
  return explanationAnswer.parse(json);
}

function figureAt(answer: FiguresAnswer, id: string, period: string): string | null {
  const line = answer.lines.find((candidate) => candidate.id === id);
  if (line === undefined) throw new Error(`no line ${id}`);
  if (line.rhythm === 'once') return line.values[0] ?? null;
  // A balance has one figure a year: that of December.
  const wanted = line.rhythm === 'monthly' && period.length === 4 ? `${period}-12` : period;
  return line.values[answer.periods[line.rhythm].indexOf(wanted)] ?? null;
}

const total = (amounts: readonly { readonly amount: string }[]) =>
  amounts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed(2);

describe('a comparison', () => {
  test('has as many sources as uses, to the cent', () => {
    const { uses, sources, total: both } = path.sourcesAndUses;
    expect([total(uses), total(sources)]).toEqual([both, both]);
    expect(path.funded).toBe(true);
    expect(path.gap).toBeUndefined();
    expect(sources.map((source) => source.id)).not.toContain('gap');
  });

  test('holds every law of conservation', () => {
    expect(path.checks.length).toBeGreaterThan(10);
    for (const check of path.checks) expect(check).toMatchObject({ value: '0.00', holds: true });
  });

  test('has an income statement, cash and a balance sheet each year', () => {
    const years = figures.periods.yearly;
    for (const statement of ['income', 'cash', 'balance']) {
      expect(path.annual.filter((row) => row.statement === statement).map((row) => row.year)).toEqual(years);
    }
  });

  test('balances each year, cash and balance sheet', () => {
    for (const { statement, year, lines } of path.annual) {
      const of = (id: string) => new Decimal(lines.find((line) => line.id === id)?.amount ?? Number.NaN);
      if (statement === 'balance') {
        expect(of('operator.assets').toFixed(2), year).toBe(of('operator.equity-and-liabilities').toFixed(2));
      }
      if (statement === 'cash') {
        const change = of('operator.cash.total-in').minus(of('operator.cash.total-out'));
        expect(of('operator.cash.opening').plus(change).toFixed(2), year).toBe(
          of('operator.cash.closing').toFixed(2),
        );
      }
    }
  });

  test('opens each year with the cash of the year before', () => {
    const cash = path.annual.filter((row) => row.statement === 'cash');
    const of = (row: (typeof cash)[number] | undefined, id: string) =>
      row?.lines.find((line) => line.id === id)?.amount;
    for (const [index, row] of cash.entries()) {
      if (index > 0)
        expect(of(row, 'operator.cash.opening')).toBe(of(cash[index - 1], 'operator.cash.closing'));
    }
    // operator.openingCash of the case.
    expect(of(cash[0], 'operator.cash.opening')).toBe('650000.00');
  });

  test('keeps the column of an impossible path, with the same ids and why', async () => {
    const { json } = await post(app, '/api/v1/comparisons', { ...dossier, site: null });
    const [impossible] = comparisonAnswer.parse(json).paths as [ComparedPath];
    expect(impossible).toMatchObject({
      verdict: 'impossible',
      funded: null,
      sourcesAndUses: { uses: [], sources: [], total: null },
      annual: [],
      covenants: [],
      checks: [],
    });
    expect(impossible.legality[0]?.rule).toBe('site.required');
    for (const lens of ['founder', 'investor', 'authority'] as const) {
      expect(impossible.keyFigures[lens].map(({ id }) => id)).toEqual(
        path.keyFigures[lens].map(({ id }) => id),
      );
      for (const figure of impossible.keyFigures[lens])
        expect(figure).toMatchObject({ value: null, reason: expect.any(String) });
    }
  });

  test('says what is to be found when the bank lends less than the need', async () => {
    const tight = scenarioDossier() as { paths: { terms: Record<string, unknown> }[] };
    for (const { terms } of tight.paths) terms.maximumLoanToCost = '0.50';
    const { json } = await post(app, '/api/v1/comparisons', tight);
    const [limited] = comparisonAnswer.parse(json).paths as [ComparedPath];
    expect(limited.funded).toBe(false);
    const gap = limited.sourcesAndUses.sources.find((source) => source.id === 'gap');
    expect(gap?.amount).toBe(limited.gap);
    expect(total(limited.sourcesAndUses.sources)).toBe(limited.sourcesAndUses.total);
    expect(limited.keyFigures.founder.find((figure) => figure.id === 'lowest-cash')).toMatchObject({
      value: null,
    });
  });
});

describe('figures', () => {
  test('have one value a period, and transfers between known lines', () => {
    const count = { once: 1, yearly: figures.periods.yearly.length, monthly: figures.periods.monthly.length };
    for (const line of figures.lines) expect(line.values, line.id).toHaveLength(count[line.rhythm]);
    const monthly = new Set(figures.lines.filter((line) => line.rhythm === 'monthly').map((line) => line.id));
    for (const transfer of figures.transfers) expect(monthly).toContain(transfer.line);
    expect(figures.periods.monthly[0]).toBe('2027-01');
    expect(figures.periods.yearly[0]).toBe('2027');
  });

  test('may be asked for by line', async () => {
    const lines = ['operator.cash', 'operator.ebe'];
    const { json } = await post(app, '/api/v1/figures', { dossier, path: 'bank-loan', lines });
    const asked = figuresAnswer.parse(json);
    expect(asked.lines).toEqual(lines.map((id) => figures.lines.find((line) => line.id === id)));
  });

  test('of an impossible path are empty', async () => {
    const { status, json } = await post(app, '/api/v1/figures', { dossier: { ...dossier, site: null } });
    expect(status).toBe(200);
    expect(json).toEqual({ periods: { monthly: [], yearly: [] }, lines: [], transfers: [] });
  });
});

describe('the same cents', () => {
  test('in the annual accounts and in the figures', () => {
    for (const { statement, year, lines } of path.annual) {
      for (const { id, amount } of lines) {
        const exact = figureAt(figures, id, year);
        expect(exact === null ? null : centsString(new Decimal(exact)), `${statement} ${id} ${year}`).toBe(
          amount,
        );
      }
    }
  });

  test.each(['2027', '2028', '2035', figures.periods.yearly.at(-1) ?? ''])(
    'in the accounts of %s and their explanations',
    async (year) => {
      for (const { id, label, amount } of path.annual
        .filter((row) => row.year === year)
        .flatMap((row) => row.lines)) {
        const explanation = await explained(id, year);
        expect(centsString(new Decimal(explanation.value ?? Number.NaN)), `${label} ${year}`).toBe(amount);
      }
    },
  );

  test('in key figures and their explanations', async () => {
    for (const { id, label, unit, value, reason } of Object.values(path.keyFigures).flat()) {
      const explanation = await explained(id);
      expect(explanation).toMatchObject({ figure: id, label });
      if (value === null) {
        expect(explanation.value, id).toBeNull();
        expect(explanation.sentence, id).toContain(reason);
      } else if (unit === 'date' || unit === 'text') expect(explanation.value, id).toBe(value);
      else {
        const exact = new Decimal(explanation.value ?? Number.NaN);
        expect(exact.toFixed(new Decimal(value).decimalPlaces()), id).toBe(new Decimal(value).toFixed());
      }
    }
  });

  test('in uses, sources, limits and checks and their explanations', async () => {
    const { uses, sources } = path.sourcesAndUses;
    for (const { id, amount } of [...uses, ...sources]) {
      expect(centsString(new Decimal((await explained(id)).value ?? Number.NaN)), id).toBe(amount);
    }
    for (const { id, value } of path.covenants) {
      const exact = (await explained(id)).value;
      expect(exact === null ? null : new Decimal(exact).toDecimalPlaces(6).toFixed(), id).toBe(value);
    }
    for (const { id, value } of path.checks) {
      expect(centsString(new Decimal((await explained(id)).value ?? Number.NaN)), id).toBe(value);
    }
  });

  test('down to the data of the dossier, operand by operand', async () => {
    const seen = new Set<string>();
    const waiting = [
      { figure: 'occupancy-cost-month', period: '', value: undefined as string | null | undefined },
    ];
    const sources: string[] = [];
    while (waiting.length > 0 && seen.size < 150) {
      const { figure, period, value } = waiting.shift() as (typeof waiting)[number];
      if (seen.has(`${figure} ${period}`)) continue;
      seen.add(`${figure} ${period}`);
      const explanation = await explained(figure, period);
      if (value !== undefined) expect(explanation.value, `${figure} ${period}`).toBe(value);
      if (explanation.source !== undefined) sources.push(explanation.source);
      waiting.push(...explanation.operands);
    }
    expect(sources.length).toBeGreaterThan(2);
  });

  test('a rate of return shows its flows, which are figures', async () => {
    const explanation = await explained('lender-irr');
    expect(explanation.sentence).toContain('valent ensemble');
    for (const { figure, period, value } of explanation.operands) {
      expect(figureAt(figures, figure, period)).toBe(value);
    }
  });
});
