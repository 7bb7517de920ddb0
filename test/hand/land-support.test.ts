import { expect, test } from 'vitest';
import { resolveDossier } from '../../src/dossier/resolution.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { sizeLandSupport } from '../../src/siting/land-support/land-support.ts';
import type { FoundForm } from '../../src/siting/land-support/sized-form.ts';
import type { SupportFormId } from '../../src/siting/land-support/support-form.ts';
import { smallSupported } from '../support/small-support.ts';

/** A support worked by hand: see land-support.md beside this file for every step. */
function sized(form: SupportFormId): FoundForm {
  const dossier = resolveDossier(smallSupported());
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.problems));
  const targets = { occupancyCost: new Decimal(24), minimumCover: undefined, investorIrr: undefined };
  const found = sizeLandSupport(dossier.value, 0, targets, [form]);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const answer = found.value.forms[0]?.answer;
  if (answer?.status !== 'found') throw new Error(answer?.status);
  return answer;
}

function reached({ results, stepLess }: FoundForm) {
  const text = (list: typeof results) =>
    list.flatMap(({ id, value }) => (id === 'occupancy-cost' ? [value?.toFixed(4)] : []))[0];
  return [text(results), text(stepLess.missed)];
}

test('a grant of 7 800 €, paid in three times', () => {
  const grant = sized('investment-grant');
  expect(grant.level.toFixed()).toBe('7800');
  expect(reached(grant)).toEqual(['23.9983', '24.0003']);
  expect(grant.presentCost.toFixed(2)).toBe('7726.90');
  expect(grant.grantEquivalent.toFixed(2)).toBe('7800.00');
  expect(grant.costPerJob?.toFixed(2)).toBe('3863.45');
  expect(grant.costPerInsertionJob).toBeNull();
  expect(grant.budget.map(({ year, investment }) => [year, investment.toFixed(2)])).toEqual([
    [2027, '7800.00'],
  ]);
});

test('a discount of 7 700 €: duties and notary follow the price', () => {
  const discount = sized('land-discount');
  expect(discount.level.toFixed()).toBe('7700');
  expect(reached(discount)).toEqual(['23.9989', '24.0009']);
  expect(discount.presentCost.toFixed(2)).toBe('7700.00');
  expect(discount.grantEquivalent.toFixed(2)).toBe('7700.00');
});

test('7 800 € of shares of the SCIC', () => {
  const capital = sized('public-capital');
  expect(capital.level.toFixed()).toBe('7800');
  expect(capital.presentCost.toFixed(2)).toBe('7800.00');
});

test('taxes give nothing back before the support is paid', () => {
  // Duties of 50 000 € come with the purchase; no interest is paid before July.
  const raw = smallSupported();
  raw.site.commitmentToBuild = false;
  raw.paths[0].terms.annualRate = '0.04';
  const dossier = resolveDossier(raw);
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.problems));
  const targets = { occupancyCost: new Decimal(35), minimumCover: undefined, investorIrr: undefined };
  const found = sizeLandSupport(dossier.value, 0, targets, ['interest-subsidy']);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const answer = found.value.forms[0]?.answer;
  if (answer?.status !== 'found') throw new Error(answer?.status);
  expect(answer.paybackMonth).toBeGreaterThan(0);
});
