import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { initialPlan } from '../../src/report/initial-plan.ts';
import { incomeStatement } from '../../src/report/statement-tables.ts';
import { computedDeal } from '../support/dossiers.ts';
import { GIFT, SKILLS, supported, YEARLY_GIFT } from '../support/supported.ts';

const withSource = (source: object, form = 'association') =>
  supported('bank-loan', { sources: [source] }, form);
const flow = ({ figures }: ComputedDeal, line: string) =>
  figures
    .of(line)
    .flatMap((value, period) => (value === null || value.isZero() ? [] : [`${period}: ${value.toFixed(2)}`]));
const figure = ({ figures }: ComputedDeal, line: string) => figures.of(line)[0]?.toFixed(2);
const broken = ({ checks }: ComputedDeal) => checks.filter(({ holds }) => !holds);

describe('given for the investment', () => {
  const computed = computedDeal(withSource(GIFT));

  test('is a source of the plan, released like a grant', () => {
    const row = computed.deal.plan.sources.find(({ id }) => id === 'don');
    expect(row && figure(computed, row.line.id)).toBe('100000.00');
    expect(initialPlan(computed).rows.map(({ label }) => label)).toContain('Don des Fonderies');
    const released = computed.figures.of('operator.year.grantRelease').reduce((sum, x) => sum + Number(x), 0);
    const without = computedDeal(withSource({ ...GIFT, amount: '0.00' }));
    const before = without.figures.of('operator.year.grantRelease').reduce((sum, x) => sum + Number(x), 0);
    expect(released).toBeGreaterThan(before + 50_000);
    expect(broken(computed)).toEqual([]);
  });

  test('gives the patron 60 % back, in May of the next year, out of public money', () => {
    // Signed in January 2027: the gift is of month 0, May 2028 is month 16.
    expect(flow(computed, 'bank-loan.source.don.relief')).toEqual(['16: 60000.00']);
    const public_ = Number(figure(computed, 'measure.public-budget'));
    const grants = 250_000 + 150_000;
    expect(public_).toBe(grants + 60_000);
    expect(figure(computed, 'measure.tax-relief')).toBe('60000.00');
    // The need is lowered by grants, not by what the State gives back to somebody else.
    expect(Number(figure(computed, 'measure.rest-to-finance'))).toBe(
      Number(figure(computed, computed.deal.plan.totalUses.id)) - grants,
    );
    // Private money is no State aid.
    expect(computed.measures.aidRegister.supports.map(({ id }) => id)).not.toContain('operator.don');
  });

  test('above two million in a year, 40 % of what exceeds', () => {
    const large = computedDeal(withSource({ ...GIFT, amount: '3000000.00' }));
    // 2 000 000 × 60 % + 1 000 000 × 40 %.
    expect(flow(large, 'bank-loan.source.don.relief')).toEqual(['16: 1600000.00']);
  });

  test('without a tax receipt, costs nothing to the State', () => {
    const none = computedDeal(withSource({ ...GIFT, taxRelief: false }));
    expect(figure(none, 'measure.public-budget')).toBe('400000.00');
  });
});

test('given for the operation: income of each year out of the EBE, in the CAF, no source of the plan', () => {
  const [having, without] = [
    computedDeal(withSource(YEARLY_GIFT)),
    computedDeal(withSource({ ...YEARLY_GIFT, amount: '0.00' })),
  ];
  const line = 'bank-loan.source.don-annuel';
  // Month 20 is September 2028; the relief follows in May of each next year.
  expect(flow(having, `${line}.received`)).toEqual(['20: 10000.00', '32: 10000.00', '44: 10000.00']);
  expect(flow(having, `${line}.relief`)).toEqual(['28: 6000.00', '40: 6000.00', '52: 6000.00']);
  const gain = (id: string) => Number(having.figures.of(id)[1]) - Number(without.figures.of(id)[1]);
  expect([gain('operator.ebe'), gain('operator.caf'), gain('operator.operating-result')]).toEqual([
    0, 10_000, 10_000,
  ]);
  expect(having.deal.plan.sources.map(({ id }) => id)).not.toContain('don-annuel');
  expect(initialPlan(having).rows.map(({ label }) => label)).toContain('Don annuel, produit d’exploitation');
  expect(broken(having)).toEqual([]);
});

test('of skills: equal income and charge, no cash, what it spares told under the plan', () => {
  const [having, without] = [
    computedDeal(withSource(SKILLS)),
    computedDeal(withSource({ ...SKILLS, hoursYear: '0' })),
  ];
  // 200 hours × 45 €.
  expect(having.figures.of('operator.year.donatedSkills')[0]?.toFixed(2)).toBe('9000.00');
  expect(having.figures.of('operator.year.donatedSkillsUsed')[0]?.toFixed(2)).toBe('9000.00');
  expect(having.figures.of('operator.result')).toEqual(without.figures.of('operator.result'));
  expect(having.figures.of('operator.cash')).toEqual(without.figures.of('operator.cash'));
  // Month 5 is June 2027: 60 % in May 2028.
  expect(flow(having, 'bank-loan.source.competences.relief')).toEqual(['16: 5400.00']);
  expect(initialPlan(having).rows.map(({ label }) => label)).toContain(
    'Mécénat de compétences (épargne : une assistance à maîtrise d’ouvrage)',
  );
  const rows = incomeStatement(having).rows.map(({ label }) => label);
  expect(rows.indexOf('Mécénat de compétences reçu')).toBeGreaterThan(rows.indexOf('Bénéfice ou perte'));
  expect(broken(having)).toEqual([]);
});

describe('who may receive it', () => {
  const rules = (dossier: unknown) => {
    const computation = computeDossier(dossier);
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    const [path] = computation.value.paths;
    return { verdict: path?.verdict, found: path?.legality.filter(({ rule }) => /patronage/.test(rule)) };
  };

  test.each(['SCOP', 'SAS', 'SAS-ESS'])('a %s may not, and is told what to do', (form) => {
    for (const source of [GIFT, SKILLS]) {
      const { verdict, found } = rules(withSource(source, form));
      expect(verdict).toBe('impossible');
      expect(found).toMatchObject([
        { rule: `${form.toLowerCase()}.patronage`, verdict: 'impossible', confidence: 'sourced' },
      ]);
      expect(found?.[0]?.article).toContain('CGI art. 238 bis');
      expect(found?.[0]?.remedy).toContain('association');
    }
  });

  test('a SCI may not, whatever its operator is', () => {
    const { verdict, found } = rules(supported('sci', { sources: [GIFT] }));
    expect(verdict).toBe('impossible');
    expect(found).toMatchObject([{ rule: 'sci.patronage' }]);
  });

  test('an association may, if it is of general interest; a SCIC with a ruling of the tax office', () => {
    expect(rules(withSource(GIFT)).found).toMatchObject([
      { rule: 'association.patronage', verdict: 'a-verifier', confidence: 'sourced' },
    ]);
    expect(rules(withSource(GIFT, 'SCIC')).found).toMatchObject([
      { rule: 'scic.patronage', verdict: 'a-verifier', confidence: 'memory' },
    ]);
  });

  test('an association that pays corporate tax is doubted twice', () => {
    const dossier = withSource(GIFT);
    dossier.operator.subjectToCorporateTax = true;
    expect(rules(dossier).found?.map(({ rule }) => rule)).toEqual([
      'association.patronage',
      'association.lucrative-patronage',
    ]);
  });
});
