import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

/** Quasi-equity beside the ticket of the investor, in any column: what an adversary found broken, and must hold. */

const LOAN = {
  kind: 'subordinated-loan',
  id: 'subordonne',
  from: 'investor',
  amount: '200000.00',
  annualRate: '0.04',
  resultShare: '0.1',
};

/** One column of the case with this loan among the sources of the enterprise. */
function withLoan(column: string, changes: object = {}): ComputedDeal {
  const dossier = scenario('sci-envie-soleil', column);
  const [path] = dossier.paths;
  const list = column === 'sci' ? 'operatorSources' : 'sources';
  path[list] = [...(path[list] ?? []), { ...LOAN, ...changes }];
  return computedDeal(dossier);
}

function values(computed: ComputedDeal, line: string): Decimal[] {
  return computed.figures.of(line).map((value) => value ?? new Decimal(0));
}

const COLUMNS = [
  ['market-rent', 'operator'],
  ['bank-loan', 'bank-loan'],
  ['sci', 'operator'],
] as const;

describe('a subordinated loan with a part of the profit', () => {
  test.each(COLUMNS)('in %s, takes a tenth of the profit of the year closed, each June', (column, prefix) => {
    const computed = withLoan(column);
    expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
    const { timeline } = computed.figures;
    const results = values(computed, 'operator.result');
    const shares = values(computed, `${prefix}.source.subordonne.result-share`);
    const june = timeline.years[5]?.firstMonth ?? 0;
    const wanted = Decimal.max(0, results[4] ?? 0)
      .times('0.1')
      .toDecimalPlaces(2);
    expect(shares[june + 5]?.toFixed(2)).toBe(wanted.toFixed(2));
    expect(wanted.gt(0)).toBe(true);
  });

  test.each(COLUMNS)('in %s, takes nothing once repaid, nor before it is lent', (column, prefix) => {
    const computed = withLoan(column, { callMonth: 13, payments: 3 });
    const { years } = computed.figures.timeline;
    const shares = values(computed, `${prefix}.source.subordonne.result-share`);
    const closing = values(computed, `${prefix}.source.subordonne.schedule.closing`);
    const taken = years.filter(({ firstMonth, lastMonth }) =>
      shares.slice(firstMonth, lastMonth + 1).some((share) => !share.isZero()),
    );
    const due = years.filter(({ firstMonth, lastMonth }) =>
      closing.slice(firstMonth, lastMonth + 1).some((balance) => balance.gt(0)),
    );
    const [first] = taken;
    const last = taken.at(-1);
    expect(first?.calendarYear).toBeGreaterThan(due[0]?.calendarYear ?? 0);
    expect(last?.calendarYear).toBe((due.at(-1)?.calendarYear ?? 0) + 1);
    // Three years and the year of the call, of a horizon of twenty.
    expect(taken.length).toBeLessThan(6);
  });
});

describe('an enterprise that rents has no building', () => {
  test.each([
    ['market-rent', 'paid'],
    ['market-rent', 'capitalised'],
    ['sci', 'paid'],
    ['sci', 'capitalised'],
  ])('in %s, interest %s before entry into service is a charge', (column, interest) => {
    const dossier = scenario('sci-envie-soleil', column);
    const [path] = dossier.paths;
    const list = column === 'sci' ? 'operatorSources' : 'sources';
    path[list] = [
      ...(path[list] ?? []),
      { ...LOAN, interest },
      { ...LOAN, id: 'compte', kind: 'associate-account', resultShare: undefined, interest },
    ].map((source) => JSON.parse(JSON.stringify(source)));
    const terms = column === 'sci' ? 'operatorTerms' : 'terms';
    path[terms] = { ...path[terms], interestDuringWorks: interest };
    const computed = computedDeal(dossier);
    expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(computed.deal.operator.books.balances.has('building')).toBe(false);
    // 200 000 × 4 % / 12 × 2, from the month after the call to entry into service: month 1 to 14.
    const charged = values(computed, 'operator.year.interest');
    expect(charged[0]?.plus(charged[1] ?? 0).gte(14 * 2 * 666.66)).toBe(true);
  });
});

test('a ticket that pays its capital to the cent needs no instrument, whatever rounding leaves', () => {
  const dossier = scenario('sci-envie-soleil', 'sci');
  const [path] = dossier.paths;
  // 1 234.57 × 5 % = 61.7285: the operator pays 1 172.84, the investor 61.73.
  path.vehicle.capital = '1234.57';
  path.ticket.instruments = [];
  path.ticket.amount = '61.73';
  expect(computeDossier(dossier).ok).toBe(true);
  path.ticket.amount = '61.74';
  expect(computeDossier(dossier).ok).toBe(false);
  path.ticket.amount = '61.72';
  expect(computeDossier(dossier).ok).toBe(false);
});
