import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { initialPlan } from '../../src/report/initial-plan.ts';
import { computedDeal } from '../support/dossiers.ts';
import { ADVANCE, SUBSIDY, supported } from '../support/supported.ts';

/**
 * A loan of 1 200 000 €, 120 equal parts of 10 000 € from month 15 (entry into service: month 14). One point of rate on
 * what is owed: 1 200 000 × 1 % / 12 = 1 000.00 in month 15, then 8.33 less each month.
 */
function subsidised(subsidy: object = {}, terms: object = {}) {
  const dossier = supported('bank-loan', { sources: [{ ...SUBSIDY, ...subsidy }] });
  Object.assign(dossier.paths[0].terms, {
    solve: 'none',
    amount: '1200000.00',
    payments: 120,
    repayment: 'level-principal',
    maximumLoanToCost: null,
    minimumCover: null,
    ...terms,
  });
  return computedDeal(dossier);
}

function amounts({ figures }: ComputedDeal, line: string): string[] {
  return figures
    .of(line)
    .flatMap((value, month) => (value === null || value.isZero() ? [] : [`${month}: ${value.toFixed(2)}`]));
}

const LINE = 'bank-loan.source.bonification';

test('one point of rate, for two years, on what is owed', () => {
  const computed = subsidised();
  const paid = amounts(computed, `${LINE}.after-opening`);
  expect(paid.slice(0, 4)).toEqual(['15: 1000.00', '16: 991.67', '17: 983.33', '18: 975.00']);
  expect(paid).toHaveLength(24);
  // Each three months lose 25 €: 8 × (2 975.00 − 75 × k), k from 0 to 7 = 23 800 − 2 100.
  expect(computed.figures.of('bank-loan.subsidy.bonification.total')[0]?.toFixed(2)).toBe('21700.00');
  expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
});

test('quarterly payments: a quarter of a point at once', () => {
  const computed = subsidised({}, { paymentsPerYear: 4, payments: 40 });
  expect(amounts(computed, `${LINE}.after-opening`).slice(0, 2)).toEqual(['17: 3000.00', '20: 2925.00']);
});

test('never more than the interest really paid, and two of them together neither', () => {
  const computed = subsidised({ points: '0.06', years: 40 });
  expect(amounts(computed, `${LINE}.after-opening`)).toEqual(
    amounts(computed, 'bank-loan.loan.interest').filter((text) => Number(text.split(':')[0]) > 14),
  );
  const dossier = supported('bank-loan', {
    sources: [
      { ...SUBSIDY, points: '0.03' },
      { ...SUBSIDY, id: 'seconde', points: '0.03' },
    ],
  });
  const both = computedDeal(dossier);
  const { interestSubsidies, loan } = both.deal.operator.plan;
  const sum = (month: number) =>
    interestSubsidies.reduce((all, { paid }) => all + (both.figures.of(paid)[month]?.toNumber() ?? 0), 0);
  expect(sum(20)).toBeCloseTo(both.figures.of(loan.interestPaid)[20]?.toNumber() ?? 0, 6);
  expect(both.checks.filter(({ holds }) => !holds)).toEqual([]);
});

test('is no source of the plan, which stands as without it, and is told under it', () => {
  const computed = subsidised();
  const { plan } = computed.deal;
  expect(plan.sources.map(({ id }) => id)).not.toContain('bonification');
  const without = subsidised({ points: '0' });
  expect(computed.figures.of(plan.totalSources)[0]).toEqual(
    without.figures.of(without.deal.plan.totalSources)[0],
  );
  const rows = initialPlan(computed).rows.map(({ label }) => label);
  expect(rows).toContain('Bonification de la région, sur toute sa durée');
  expect(rows.indexOf('Pour mémoire, hors total')).toBeLessThan(
    rows.indexOf('Bonification de la région, sur toute sa durée'),
  );
});

test('is financial income (768): result and CAF grow by it, EBE does not; annuities of the cover are net of it', () => {
  const [having, without] = [subsidised(), subsidised({ points: '0' })];
  const year = (computed: ComputedDeal, line: string) => computed.figures.of(line)[2]?.toNumber() ?? 0;
  const gain = (line: string) => year(having, line) - year(without, line);
  const paid = year(having, 'operator.year.interestSubsidies');
  // 2029 is months 24 to 35; nine parts are repaid before it: 12 × 1 000 − 25/3 × (9 + … + 20) = 12 000 − 1 450.
  expect(paid).toBeCloseTo(10_550, 1);
  expect(gain('operator.ebe')).toBe(0);
  expect(gain('operator.financial-result')).toBeCloseTo(paid, 6);
  expect(gain('bank-loan.annuities')).toBeCloseTo(-paid, 6);
});

describe('during the works too', () => {
  test('a buyer takes it off the cost of the building', () => {
    const [having, without] = [subsidised({ duringWorks: true }), subsidised()];
    const cost = ({ figures }: ComputedDeal) => figures.of('building.cost')[0]?.toNumber() ?? 0;
    const during = amounts(having, `${LINE}.during-works`).reduce(
      (sum, text) => sum + Number(text.split(': ')[1]),
      0,
    );
    expect(during).toBeGreaterThan(1000);
    expect(cost(without) - cost(having)).toBeCloseTo(during, 6);
    expect(having.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  test('interest capitalised in the loan is not paid, hence not subsidised', () => {
    const having = subsidised({ duringWorks: true }, { interestDuringWorks: 'capitalised' });
    expect(amounts(having, `${LINE}.during-works`)).toEqual([]);
    expect(having.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  test('a tenant has it as an income of the year', () => {
    const computed = computedDeal(
      supported('market-rent', { sources: [{ ...SUBSIDY, duringWorks: true }, ADVANCE] }),
    );
    expect(computed.deal.operator.books.balances.has('building')).toBe(false);
    expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
  });
});

test('enters the register of aids at its present value on its schedule, and the public budget', () => {
  const dossier = supported('bank-loan', { sources: [SUBSIDY] });
  dossier.stateAid = { baseRate: '0.02' };
  dossier.paths[0].sources = dossier.paths[0].sources.filter(
    ({ kind }: { kind: string }) => kind !== 'grant',
  );
  const computed = computedDeal(dossier);
  const [support] = computed.measures.aidRegister.supports;
  const { plan } = computed.deal.operator;
  const balance = computed.figures.of(plan.loan.opening).map((value) => value?.toNumber() ?? 0);
  // Months 15 to 38; the aids of year k of the grant are divided by 1.03^k (base rate 2 % + 1 point).
  let paid = 0;
  let equivalent = 0;
  for (let month = 15; month <= 38; month++) {
    const cents = Math.round(((balance[month] ?? 0) * 0.01 * 100) / 12) / 100;
    paid += cents;
    equivalent += cents / 1.03 ** Math.floor((month + 11) / 12);
  }
  expect(support).toMatchObject({ id: 'operator.bonification', kind: 'interest-subsidy', payer: 'region' });
  if (support === undefined) throw new Error('no support');
  expect(computed.figures.of(support.nominal)[0]?.toNumber()).toBeCloseTo(paid, 2);
  expect(computed.figures.of(support.grantEquivalent)[0]?.toNumber()).toBeCloseTo(equivalent, 2);
  expect(computed.figures.of('measure.public-budget')[0]?.toNumber()).toBeCloseTo(paid, 2);
  // It lowers no need of the plan.
  expect(computed.figures.of('measure.rest-to-finance')[0]).toEqual(
    computed.figures.of(computed.deal.plan.totalUses)[0],
  );
});

test('paid to a property company, it lowers the rent that holds the target cover', () => {
  const rent = (points: string) =>
    Number(
      computedDeal(supported('sci', { sources: [{ ...SUBSIDY, points, years: 20 }] })).rent?.rentPerM2Year,
    );
  expect(rent('0.01')).toBeLessThan(rent('0'));
});
