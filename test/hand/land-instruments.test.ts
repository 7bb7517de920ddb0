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

describe('bail emphytéotique of forty years from month 30', () => {
  const LEASE = {
    kind: 'emphyteutic',
    years: 40,
    entryPayment: '100000.00',
    canonYear: '24000.00',
    marketCanonYear: '60000.00',
    deedCosts: '3000.00',
  };
  // biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
  const held = (change: (dossier: any) => void = () => {}) =>
    landDeal('bank-loan', (dossier) => {
      dossier.site.landLease = LEASE;
      dossier.parties.push({ id: 'land-owner', label: 'Ville', role: 'land-owner', side: 'public-aid' });
      dossier.stateAid = { ...dossier.stateAid, baseRate: '0.027' };
      change(dossier);
    });
  const computed = held();
  const at = (id: string, month: number) => new Map(movesOf(computed, id)).get(month);

  test('what is paid and depreciated', () => {
    expect(amountOf(computed, 'site.landLease.publicity-tax')).toBe('7420.00');
    expect(amountOf(computed, 'site.building-value')).toBe('110420.00');
    expect(at('depreciation.of.land-lease', 42)).toBe('235.94');
    expect(movesOf(computed, 'site.landLease.canon-paid').slice(0, 2)).toEqual([
      [30, '24000.00'],
      [42, '24432.00'],
    ]);
    expect(at('site.landLease.canon-of-month', 42)).toBe('2036.00');
    const construction = held((dossier) => {
      dossier.site.landLease = { ...LEASE, kind: 'construction' };
    });
    expect(amountOf(construction, 'site.landLease.publicity-tax')).toBe('0.00');
  });

  test('what is kept at the horizon is never full ownership', () => {
    expect(at('site.market-rent', 264)).toBe('466403.36');
    expect(at('site.landLease.canon-of-year', 264)).toBe('33683.64');
    expect(at('site.net-market-rent', 264)).toBe('432719.72');
    expect(amountOf(computed, 'measure.value-at-horizon')).toBe('4128254.04');
  });

  test('what a public owner gives up', () => {
    expect(amountOf(computed, 'aid.land-lease.grant-equivalent')).toBe('921025.81');
  });
});

test('premises let at 20 € by a local authority, where the market asks 45 € at signature', () => {
  const computed = landDeal('market-rent', (dossier) => {
    dossier.paths[0].turnkey = { from: 'metropole', rentPerM2Year: '20.00' };
  });
  expect(movesOf(computed, 'lease.rent').slice(0, 2)).toEqual([
    [42, '35000.00'],
    [45, '35000.00'],
  ]);
  const gap = new Map(movesOf(computed, 'lease.below-market'));
  expect([gap.get(41), gap.get(42), gap.get(54)]).toEqual([undefined, '16026.50', '16314.98']);
});

test('thirty months of occupation at 12 €, a move, then the market', () => {
  const computed = landDeal('market-rent', (dossier) => {
    dossier.paths[0].temporary = { months: 30, feePerM2Year: '12.00', movingCosts: '80000.00' };
  });
  expect(movesOf(computed, 'occupation.fee')).toEqual(
    Array.from({ length: 30 }, (_, index) => [42 + index, '7000.00']),
  );
  expect(movesOf(computed, 'occupation.moving')).toEqual([[72, '80000.00']]);
  expect(amountOf(computed, 'lease.annual-rent')).toBe('350588.14');
  expect(movesOf(computed, 'lease.rent')[0]).toEqual([72, '87647.04']);
  expect(movesOf(computed, 'lease.deposit-paid').map(([month]) => month)).toEqual([72]);
});

test('900 000 € of the price paid in ten years at 2 %', () => {
  const computed = landDeal('bank-loan', (dossier) => {
    dossier.paths[0].sources.push({
      kind: 'instalment-sale',
      from: 'land-owner',
      amount: '900000.00',
      callMonth: 30,
      annualRate: '0.02',
      payments: 10,
      paymentsPerYear: 1,
    });
    dossier.parties.push({ id: 'land-owner', label: 'Ville', role: 'local-authority', side: 'public-aid' });
  });
  const id = 'bank-loan.source.instalment-sale';
  expect(movesOf(computed, `${id}.interest-during-works`)).toEqual(
    Array.from({ length: 12 }, (_, index) => [31 + index, '1500.00']),
  );
  const after = (line: string) => movesOf(computed, `${id}.${line}`).filter(([month]) => month > 42);
  expect(after('payment').slice(0, 2)).toEqual([
    [54, '100193.88'],
    [66, '100193.88'],
  ]);
  expect(after('payment').at(-1)).toEqual([162, '100193.84']);
  expect(after('principal').slice(0, 2)).toEqual([
    [54, '82193.88'],
    [66, '83837.76'],
  ]);
});
