import { describe, expect, test } from 'vitest';
import {
  apartReasons,
  criteriaAsked,
  missingReason,
  rankedAlternative,
  SITE_CRITERIA,
  unfitReasons,
} from '../../../src/siting/comparison/alternatives.ts';
import { MOST_CRITERIA } from '../../../src/siting/ranking/ranking.ts';
import { column, site } from '../../support/site-columns.ts';

const plain = (amount: string) => `${amount} €`;

describe('what is never ranked says why', () => {
  test.each([
    [column('p', {}), []],
    [column('p', {}, { gap: '109000.00' }), ['il manque 109000.00 € au plan de financement']],
    [column('p', { 'lowest-cash': '-20.00' }), ['la trésorerie de l’entreprise tombe à -20.00 €']],
    [column('p', { 'lowest-cash': '0.00' }), []],
    [column('p', {}, { verdict: 'impossible', reason: 'la loi l’interdit' }), ['la loi l’interdit']],
    // A rule to verify does not close a path.
    [column('p', {}, { verdict: 'a-verifier', reason: 'à faire relire' }), []],
    [column('p', {}, { problem: 'mise en service après l’horizon' }), ['mise en service après l’horizon']],
  ])('%#', (one, reasons) => {
    expect(apartReasons(one, plain)).toEqual(reasons);
  });

  test('a site that lacks a need, or that no dossier can hold', () => {
    const item = { id: 'land-area', label: 'Terrain', remedy: 'chercher ailleurs' };
    const unfit = site('a', [], {
      fit: {
        verdict: 'does-not',
        items: [
          { ...item, verdict: 'does-not', reason: 'il manque 600 m².' },
          { ...item, verdict: 'to-check', reason: 'à mesurer.' },
        ],
      },
    });
    expect(unfitReasons(unfit)).toEqual(['terrain : il manque 600 m²']);
    const refused = site('b', [], { problems: [{ path: 'site.price', message: 'prix trop haut' }] });
    expect(unfitReasons(refused)).toEqual(['prix trop haut']);
  });
});

describe('criteria', () => {
  test('never more than a ranking takes; those asked for in their order; the usual ones when none is known', () => {
    expect(SITE_CRITERIA.length).toBeLessThanOrEqual(MOST_CRITERIA);
    const ids = (asked: readonly string[]) => criteriaAsked(asked).map(({ id }) => id);
    expect(ids(['total-cost', 'own-funds-needed'])).toEqual(['own-funds-needed', 'total-cost']);
    expect(ids(['weights'])).toEqual(SITE_CRITERIA.filter(({ isUsual }) => isUsual).map(({ id }) => id));
  });

  test('a tenant has no public cost that compares', () => {
    const [one] = criteriaAsked(['public-budget']);
    if (one === undefined) throw new Error('no criterion');
    const rented = column('r0', { 'public-budget': '0.00' }, { kind: 'market-rent' });
    const where = site('a', [rented]);
    expect(rankedAlternative(where, rented, [one], false).values).toEqual({ 'public-budget': null });
    expect(missingReason(rented, one)).toContain('un bailleur remet le site en état');
  });
});

test('readings as the ranking takes them: undefined at an end where the plan no longer closes', () => {
  const criteria = criteriaAsked(['occupancy-cost-m2']);
  const values = (read: Parameters<typeof column>[1][string], faults = {}, isRanged = true) => {
    const one = column('p', { 'occupancy-cost-m2': read }, { faults });
    return rankedAlternative(site('a', [one]), one, criteria, isRanged).values['occupancy-cost-m2'];
  };
  expect(values(['50', '60', '80'])).toEqual({ low: 50, central: 60, high: 80 });
  expect(values(['50', '60', '80'], {}, false)).toBe(60);
  expect(values(['60', '60', '60'])).toBe(60);
  expect(values(['50', '60', null])).toEqual({ low: 50, central: 60, high: null });
  expect(values(['50', '60', '80'], { high: { gap: '1000.00' } })).toEqual({
    low: 50,
    central: 60,
    high: null,
  });
  expect(values(null)).toBeNull();
});
