import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyCarriedSite,
  anyInstalmentSale,
  anyLeasedSite,
  anyRentedVariant,
  BUYING_COLUMNS,
} from '../support/any-land.ts';
import { computedDeal } from '../support/dossiers.ts';
import { testOften, wholeUnless } from '../support/extent.ts';
import { amountOf, landDeal, netOf, wrongIn } from '../support/land.ts';
import { disagreements, explanationsOff } from '../support/readings.ts';

const CARRYING = { acquisitionPrice: '500000.00', works: '120000.00', minorationAmount: '90000.00' };

describe('a site carried by an EPF', () => {
  describe.each(BUYING_COLUMNS)('in %s', (column) =>
    test('laws hold and the readings agree', wholeUnless(false), () => {
      const computed = landDeal(column, (dossier) => {
        dossier.site.carrying = CARRYING;
      });
      expect(wrongIn(computed)).toEqual([]);
      expect(disagreements(computed)).toEqual([]);
      expect(explanationsOff(computed, 97)).toEqual([]);
    }),
  );

  testOften('of any rules', { quick: 1, whole: 25 }, (numRuns) => {
    fc.assert(
      fc.property(anyCarriedSite, (dossier) => {
        const computed = computedDeal(dossier);
        expect(wrongIn(computed)).toEqual([]);
        const of = (name: string) => Number(amountOf(computed, `site.carrying.${name}`));
        // What the EPF is left with: its fee less its minoration, and rents beyond what the site cost it.
        const spent =
          of('acquisition') +
          of('acquisition-costs') +
          of('taxes') +
          of('management') +
          of('studies-amount') +
          of('works-amount');
        const gain = Math.max(0, of('receipts') - spent - of('fee'));
        expect(Number(netOf(computed, 'epf'))).toBeCloseTo(of('fee') - of('minoration') + gain, 2);
        expect(of('resale-price')).toBeGreaterThanOrEqual(0);
        expect(of('minoration')).toBeLessThanOrEqual(of('minoration-ceiling'));
      }),
      { numRuns },
    );
  });
});

describe('a site held by a lease of long duration', () => {
  describe.each(BUYING_COLUMNS)('in %s', (column) =>
    test('laws hold and the readings agree', wholeUnless(column === 'bank-loan'), () => {
      const computed = landDeal(column, (dossier) => {
        dossier.site.landLease = {
          kind: 'emphyteutic',
          years: 40,
          canonYear: '24000.00',
          marketCanonYear: '50000.00',
        };
        dossier.parties.push({ id: 'land-owner', label: 'Ville', role: 'land-owner', side: 'public-aid' });
      });
      expect(wrongIn(computed)).toEqual([]);
      expect(disagreements(computed)).toEqual([]);
      expect(explanationsOff(computed, 97)).toEqual([]);
    }),
  );

  testOften('of any terms', { quick: 1, whole: 25 }, (numRuns) => {
    fc.assert(
      fc.property(anyLeasedSite, (dossier) => {
        const computed = computedDeal(dossier);
        expect(wrongIn(computed)).toEqual([]);
        expect(disagreements(computed)).toEqual([]);
      }),
      { numRuns },
    );
  });
});

testOften(
  'laws hold on premises let by an authority or occupied for a time',
  { quick: 2, whole: 25 },
  (numRuns) => {
    fc.assert(
      fc.property(anyRentedVariant, (dossier) => {
        const computed = computedDeal(dossier);
        expect(wrongIn(computed)).toEqual([]);
        expect(disagreements(computed)).toEqual([]);
      }),
      { numRuns },
    );
  },
);

testOften('laws hold on a price paid by instalments', { quick: 1, whole: 25 }, (numRuns) => {
  fc.assert(
    fc.property(anyInstalmentSale, (dossier) => {
      const computed = computedDeal(dossier);
      expect(wrongIn(computed)).toEqual([]);
      expect(disagreements(computed)).toEqual([]);
    }),
    { numRuns },
  );
});
