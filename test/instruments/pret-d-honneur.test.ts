import { expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { computedDeal } from '../support/dossiers.ts';
import { HONOUR_LOAN, supported } from '../support/supported.ts';

/** 36 000 € lent at signature, six months of deferral, sixty payments of 600 €: months 7 to 66. */
const LINE = 'bank-loan.source.honneur';
const lent = (loan: object = {}, form = 'SCOP') =>
  supported('bank-loan', { sources: [{ ...HONOUR_LOAN, ...loan }] }, form);

test('goes from the lender to the founders, from them to the enterprise; they alone repay it', () => {
  const computed = computedDeal(lent());
  const { ledger } = computed.deal.setting;
  const posted = ledger.transfers
    .filter(({ amount }) => amount.id.startsWith(LINE))
    .map(({ from, to, nature }) => `${from} → ${to} ${nature}`);
  expect(posted).toEqual([
    'owners → operator own-funds',
    'initiative → owners honour-loan',
    'owners → initiative honour-loan-repayment',
  ]);
  const principal = computed.figures.of(`${LINE}.principal`);
  expect([6, 7, 66, 67].map((month) => principal[month]?.toFixed(2))).toEqual([
    '0.00',
    '600.00',
    '600.00',
    '0.00',
  ]);
  expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
  expect(computed.checks.map(({ id }) => id)).toContain(`debt-closes.personal.${LINE}.closing`);
  // The enterprise owes nothing of it.
  expect(ledger.debts.map(({ id }) => id)).not.toContain(LINE);
});

test('is own funds of the plan, and a personal debt that the founder sees', () => {
  const computation = computeDossier(lent());
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const [path] = computation.value.paths;
  const founder = Object.fromEntries(path?.keyFigures.founder.map(({ id, value }) => [id, value]) ?? []);
  expect(founder['personal-debt']).toBe('36000.00');
  expect(founder['personal-debt-month']).toBe('600.00');
  // Autofinancement 350 000, apport 300 000 and the loan itself.
  expect(founder['own-funds-needed']).toBe('686000.00');
  expect(founder['capital-kept']).toBe('1.000000');
  expect(path?.legality.map(({ rule }) => rule)).not.toContain('association.honour-loan');
});

test('bears interest when its lender asks some', () => {
  const computed = computedDeal(lent({ annualRate: '0.02' }));
  // 36 000 × 2 % / 12 = 60.00 a month during the deferral.
  expect(computed.figures.of(`${LINE}.interest`)[1]?.toFixed(2)).toBe('60.00');
  expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
});

test('of public money, is priced in the register as a soft loan on its own schedule', () => {
  const dossier = lent();
  dossier.stateAid = { baseRate: '0.02' };
  const computed = computedDeal(dossier);
  const support = computed.measures.aidRegister.supports.find(({ id }) => id === 'operator.honneur');
  // Reference 2 % + 4 points without rating; discount 3 %. Balance: 36 000 until month 6, then 600 less a month.
  let equivalent = 0;
  for (let month = 1; month <= 66; month++) {
    const owed = 36_000 - 600 * Math.max(0, month - 1 - 6);
    equivalent += (owed * 0.06) / 12 / 1.03 ** Math.floor((month + 11) / 12);
  }
  if (support === undefined) throw new Error('no support');
  expect(support.kind).toBe('soft-loan');
  expect(computed.figures.of(support.grantEquivalent)[0]?.toNumber()).toBeCloseTo(equivalent, 1);
  expect(computed.figures.of(support.nominal)[0]?.toFixed(2)).toBe('36000.00');
});

test('of a private network, is no aid', () => {
  const computed = computedDeal(lent({ from: 'mecene' }));
  expect(computed.measures.aidRegister.supports.map(({ id }) => id)).not.toContain('operator.honneur');
});

test('in an association, becomes an apport to verify', () => {
  const computation = computeDossier(lent({}, 'association'));
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const found = computation.value.paths[0]?.legality.find(({ rule }) => rule === 'association.honour-loan');
  expect(found).toMatchObject({ verdict: 'a-verifier', confidence: 'memory' });
  expect(found?.remedy).toContain('droit de reprise');
});
