import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import type { Decimal } from '../../src/formula/decimal.ts';
import { anyDossier, computedDeal, scenario } from '../support/dossiers.ts';
import { testOften } from '../support/extent.ts';

type Values = readonly (Decimal | null)[];

function valuesOf(computed: ComputedDeal, line: string): Values | undefined {
  return computed.deal.setting.calculation.lines.has(line) ? computed.figures.of(line) : undefined;
}

/** Where two lines of amounts differ, as texts; none when one of them does not exist in this deal. */
function differences(computed: ComputedDeal, one: string, other: string): string[] {
  const left = valuesOf(computed, one);
  const right = valuesOf(computed, other);
  if (left === undefined || right === undefined) return [];
  return left.flatMap((value, period) =>
    value?.equals(right[period] ?? 0) ? [] : [`${one} ${period}: ${value} is not ${right[period]}`],
  );
}

/** What must hold of the enterprise in any deal, and does not. */
function broken(computed: ComputedDeal): string[] {
  const { figures, deal } = computed;
  const { timeline } = figures;
  const found = [
    // The accounts, fed by invoices and payments, hold what the delays say.
    ...differences(computed, 'operator.balance.customers', 'activity.customers'),
    ...differences(computed, 'operator.balance.suppliers', 'activity.suppliers'),
    ...differences(computed, 'operator.balance.stocks', 'activity.stocks'),
  ];
  const at = (line: string, period: number) => valuesOf(computed, line)?.[period] ?? null;
  for (const year of timeline.years) {
    const of = (line: string) => at(line, year.index);
    const check = (what: string, holds: boolean | undefined) => {
      if (holds !== true) found.push(`${what} in ${year.calendarYear}`);
    };
    const result = of('operator.result');
    check(
      'the result account holds more than the result of the year',
      result === null ? false : at('operator.balance.result', year.lastMonth)?.equals(result),
    );
    check(
      'FRNG less BFR is not the net cash',
      of('operator.working-funds')
        ?.minus(of('operator.working-capital') ?? 0)
        .equals(of('operator.net-cash') ?? Number.NaN),
    );
    const distributed = of('operator.allocation.distributed');
    check(
      'more is distributed than the law allows',
      distributed?.lte(of('operator.allocation.distributableMax') ?? 0),
    );
    check('a distribution is negative', distributed?.gte(0));
    const labour = of('operator.labour-share');
    if (labour !== null) {
      check('labour share below a quarter', labour.gte(of('operator.allocation.minimumLabour') ?? 0));
      check('interest above the labour share', distributed?.lte(labour));
    }
    const sum = deal.operator.books.allocation.shown?.reduce(
      (total, { line }) => total?.plus(figures.of(line)[year.index] ?? Number.NaN),
      labour?.neg() ?? result?.minus(result),
    );
    check('the parts of the allocation do not make the result', result !== null && sum?.equals(result));
  }
  return found;
}

describe('the enterprise in random deals', () => {
  testOften('accounts, allocation and working capital hold together', { quick: 6, whole: 40 }, (numRuns) => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        expect(broken(computedDeal(dossier)).slice(0, 5)).toEqual([]);
      }),
      { numRuns },
    );
  });
});

/** SCI Envie Soleil, its enterprise changed. */
function withOperator(changes: object): ComputedDeal {
  const dossier = scenario('sci-envie-soleil');
  Object.assign(dossier.operator, changes);
  return computedDeal(dossier);
}

function month(computed: ComputedDeal, line: string, period: number): string | undefined {
  return computed.figures.of(line)[period]?.toFixed(2);
}

const OPENING = 14;

describe('ramp-up', () => {
  const computed = withOperator({ rampUpMonths: 12 });

  test('month j of 12 is worth j twelfths of the way, then all of it', () => {
    expect(month(computed, 'activity.ramp-up', OPENING - 1)).toBe('0.00');
    // 207 841.67 + (284 191.67 − 207 841.67) × 1/12, then 6/12, at the prices of 2028.
    expect(month(computed, 'activity.sales', OPENING)).toBe('214204.17');
    expect(month(computed, 'activity.sales', OPENING + 5)).toBe('246016.67');
    // February 2029: 2 450 000 then 3 350 000, × 1.018² / 12.
    expect(month(computed, 'activity.sales', OPENING + 11)).toBe('289307.12');
  });

  test('jobs and their aids follow, fixed costs come at once', () => {
    // Insertion: 33 then 46 posts at 27 400 × 1.018 / 12: 76 706.30 + (106 923.93 − 76 706.30) / 12.
    expect(month(computed, 'activity.payroll.insertion', OPENING)).toBe('79224.44');
    expect(month(computed, 'activity.fixed-costs', OPENING)).toBe('51748.33');
  });
});

describe('revenue streams', () => {
  const stream = (changes: object) => ({
    id: 'collecte',
    label: 'Collecte',
    annualBefore: '1200000.00',
    annualAfter: '2400000.00',
    ...changes,
  });
  const withStreams = (...revenues: object[]) =>
    withOperator({
      revenues,
      revenueBefore: undefined,
      revenueAfter: undefined,
      annualRevenueGrowth: '0',
    });

  test('turnover and purchases are those of the streams, each with its own share', () => {
    const computed = withStreams(
      stream({}),
      stream({ id: 'vente', label: 'Vente', purchasesShare: '0.5', annualBefore: '600000.00' }),
    );
    expect(month(computed, 'activity.sales', 0)).toBe('150000.00');
    // 100 000 × 16 % + 50 000 × 50 %.
    expect(month(computed, 'activity.consumption', 0)).toBe('41000.00');
  });

  test('a stream begins with its contract', () => {
    const computed = withStreams(stream({ start: '2028-06-15' }));
    expect(month(computed, 'activity.sales', 16)).toBe('0.00');
    expect(month(computed, 'activity.sales', 17)).toBe('200000.00');
  });

  test.each([
    ['0.49', '0.00'],
    ['0.5', '200000.00'],
  ])('a contract renewed with probability %s brings %s after its end', (renewalProbability, expected) => {
    const computed = withStreams(stream({ end: '2029-06-30', renewalProbability }));
    expect(month(computed, 'activity.sales', 29)).toBe('200000.00');
    expect(month(computed, 'activity.sales', 30)).toBe(expected);
  });
});

describe('what no field can see alone', () => {
  const problemsOf = (changes: object) => {
    const dossier = scenario('sci-envie-soleil');
    Object.assign(dossier.operator, changes);
    const computation = computeDossier(JSON.parse(JSON.stringify(dossier)));
    return computation.ok ? [] : computation.problems;
  };
  const detail = [{ id: 'a', label: 'A', annualBefore: '2450000.00', annualAfter: '3350000.00' }];

  test('streams and turnover say the same', () => {
    expect(problemsOf({ revenues: detail })).toEqual([]);
    expect(problemsOf({ revenues: detail, revenueAfter: '3000000.00' })).toEqual([
      {
        path: 'operator.revenueAfter',
        message: 'les recettes détaillées font "3350000.00" : retirez ce total, ou écrivez ce montant',
      },
    ]);
  });

  test('without streams, the turnover is missing', () => {
    const [problem] = problemsOf({ revenueBefore: undefined });
    expect(problem?.path).toBe('operator.revenueBefore');
    expect(problem?.message).toContain('champ manquant');
  });

  test('an opening balance sheet all typed must balance', () => {
    expect(problemsOf({ openingReserves: '722477.78' })).toEqual([]);
    const [problem] = problemsOf({ openingReserves: '700000.00' });
    expect(problem?.path).toBe('operator.openingReserves');
    expect(problem?.message).toContain('écrivez "722477.78"');
  });

  test('the labour share of a SCOP is at least a quarter', () => {
    expect(problemsOf({ form: 'SCOP', labourShare: '0.2' }).map(({ path }) => path)).toEqual([
      'operator.labourShare',
    ]);
    expect(problemsOf({ labourShare: '0.2' })).toEqual([]);
  });

  test('losses of before that leave no reserve stand in the report à nouveau', () => {
    const computed = withOperator({ openingCapital: '1500000.00' });
    expect(month(computed, 'operator.opening.reserves', 0)).toBe('0.00');
    // 922 477.78 owned net, less capital 1 500 000 and legal reserve 20 000.
    expect(month(computed, 'operator.opening.retained-earnings', 0)).toBe('-577522.22');
  });
});
