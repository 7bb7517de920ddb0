import { describe, expect, test } from 'vitest';
import { amountOf, landDeal, movesOf, netOf } from '../support/land.ts';

/** Land instruments against figures worked by hand: see land-instruments.md beside this file for every step. */
const CARRYING = {
  name: 'EPF de la région',
  purchaseMonth: 6,
  acquisitionPrice: '400000.00',
  acquisitionCostsRate: '0.025',
  taxeFonciereYear: '6000.00',
  managementYear: '9000.00',
  studies: '20000.00',
  works: '150000.00',
  feeRate: '0.01',
  receiptsYear: '12000.00',
  minorationAmount: '100000.00',
  minorationOfWorks: '0.2',
  minorationOfLand: '0.1',
  minorationCap: '0.5',
};

describe('EPF carrying, months 6 to 30', () => {
  const computed = landDeal('bank-loan', (dossier) => {
    dossier.site.carrying = CARRYING;
  });

  test('cost price, minoration and price of resale', () => {
    expect(amountOf(computed, 'site.carrying.cost-price')).toBe('594200.00');
    expect(amountOf(computed, 'site.carrying.minoration-asked')).toBe('178000.00');
    expect(amountOf(computed, 'site.carrying.minoration')).toBe('178000.00');
    expect(amountOf(computed, 'site.price-paid')).toBe('416200.00');
    const capped = landDeal('bank-loan', (dossier) => {
      dossier.site.carrying = { ...CARRYING, minorationCap: '0.25' };
    });
    expect(amountOf(capped, 'site.carrying.minoration')).toBe('148550.00');
    expect(amountOf(capped, 'site.price-paid')).toBe('445650.00');
  });

  test('what the EPF pays and when, and what it is left with', () => {
    expect(movesOf(computed, 'site.carrying.acquisition-paid')).toEqual([[6, '400000.00']]);
    expect(movesOf(computed, 'site.carrying.works-paid')).toEqual(
      Array.from({ length: 24 }, (_, index) => [6 + index, '6250.00']),
    );
    expect(movesOf(computed, 'site.price-month')).toEqual([[30, '416200.00']]);
    expect(netOf(computed, 'epf')).toBe('-169800.00');
    expect(netOf(computed, 'land-owner')).toBe('400000.00');
  });
});
