import { describe, expect, test } from 'vitest';
import type { Line } from '../../src/formula/operations.ts';
import { computedDeal } from '../support/dossiers.ts';
import { handGroup } from '../support/hand-group.ts';

/**
 * P3 on a holding with an enterprise and two subsidiaries, against a second calculation written apart from the engine,
 * month by month from signature: see holding.md beside this file. None of the constants was copied from it.
 */
const computed = computedDeal(handGroup());
const FIRST_YEAR = 2027;

function valuesOf(id: string, of = computed): (string | undefined)[] {
  const line = of.deal.setting.calculation.line(id) as Line;
  return of.figures.of(line).map((value) => value?.toFixed(2));
}

const once = (id: string, of = computed) => valuesOf(id, of)[0];
const ofYear = (id: string, year: number) => valuesOf(id)[year - FIRST_YEAR];
const years = (id: string) => valuesOf(id).slice(0, 10);

/** A limit put on the return of the shares. */
function limited(limits: object) {
  const dossier = handGroup();
  Object.assign(dossier.paths[0].exit, limits);
  return computedDeal(dossier);
}

test('the same loan, the same building', () => {
  expect(computed.figures.of(computed.deal.borrower.plan.loan.closing)[0]?.toFixed(2)).toBe('395685.00');
  expect(once('building.cost')).toBe('866870.53');
});

describe('P3 by hand: one subsidiary, its dividend, the holding, its dividend', () => {
  test('2028 of TriPlast, allocated, paid in June 2029', () => {
    const id = 'filiale-triplast';
    expect(ofYear(`${id}.taxable-profit`, 2028)).toBe('102862.86');
    expect(ofYear(`${id}.corporate-tax.charge`, 2028)).toBe('25715.72');
    expect(ofYear(`${id}.result`, 2028)).toBe('77147.14');
    expect(ofYear(`${id}.allocation.legalReserve`, 2028)).toBe('3857.36');
    expect(ofYear(`${id}.allocation.otherReserve`, 2028)).toBe('0.00');
    expect(ofYear(`${id}.allocation.distributableMax`, 2028)).toBe('38573.57');
    expect(ofYear(`${id}.distributable`, 2028)).toBe('83575.35');
    const paid = valuesOf(`${id}.dividends.to.esus-holding`);
    expect(paid[29]).toBe('66860.28');
    expect(paid.slice(24, 36).filter((amount) => amount !== '0.00')).toHaveLength(1);
  });

  test('2029 of the holding, allocated, paid in June 2030', () => {
    const id = 'esus-holding';
    expect(ofYear(`${id}.result`, 2029)).toBe('185282.17');
    expect(ofYear(`${id}.taxable-profit`, 2029)).toBe('3194.17');
    expect(ofYear(`${id}.corporate-tax.charge`, 2029)).toBe('0.00');
    expect(ofYear(`${id}.allocation.legalReserve`, 2029)).toBe('9264.11');
    expect(ofYear(`${id}.allocation.otherReserve`, 2029)).toBe('37056.43');
    expect(ofYear(`${id}.allocation.otherReserve`, 2030)).toBe('33980.28');
    expect(ofYear(`${id}.allocation.distributableMax`, 2029)).toBe('92641.09');
    expect(ofYear(`${id}.distributable`, 2029)).toBe('119459.61');
    expect(valuesOf(`${id}.dividends`)[41]).toBe('71675.77');
    expect(valuesOf(`${id}.dividends.to.owners`)[41]).toBe('48185.39');
  });

  test('ten years of every company: result, tax, what may be distributed, what is, cash', () => {
    expect(years('operator.result')).toEqual(
      '187733.88 186224.10 188889.53 191617.30 194408.70 204028.55 207280.52 209964.76 212709.21 215515.67'.split(
        ' ',
      ),
    );
    expect(years('operator.dividends.decided')).toEqual(
      '46933.47 112262.89 148603.20 169428.30 181220.65 190219.64 197937.09 203279.86 207308.43 210710.43'.split(
        ' ',
      ),
    );
    expect(years('filiale-triplast.dividends.decided')).toEqual(
      '32728.57 66860.28 71545.09 71619.69 71984.54 72841.54 71622.94 69752.65 81500.63 99474.62'.split(' '),
    );
    expect(years('filiale-valo.allocation.legalReserve')).toEqual(
      '78.81 943.49 894.43 844.60 783.13 702.91 1480.07 1567.86 1577.50 1587.13'.split(' '),
    );
    expect(years('filiale-valo.distributable')).toEqual(
      '1497.44 17926.28 16994.22 16047.30 14879.43 13355.37 28121.27 29789.35 29972.58 30155.41'.split(' '),
    );
    expect(years('esus-holding.result')).toEqual(
      '-13737.31 73334.03 185282.17 226640.04 247732.36 257741.96 267149.90 307872.13 316070.69 333340.69'.split(
        ' ',
      ),
    );
    expect(years('esus-holding.corporate-tax.charge')).toEqual(
      '0.00 0.00 0.00 0.00 126.50 2434.07 2786.82 11029.82 12293.29 13013.44'.split(' '),
    );
    expect(years('esus-holding.allocation.legalReserve')).toEqual(
      '0.00 2979.84 9264.11 11332.00 12386.62 11637.43 0.00 10000.00 0.00 0.00'.split(' '),
    );
    expect(years('esus-holding.dividends.decided')).toEqual(
      '0.00 17879.02 71675.77 124454.64 164906.21 210172.81 234554.22 266328.30 287714.17 309909.08'.split(
        ' ',
      ),
    );
    const group = '769541.07 902134.04 1125108.35 1301710.32 1455986.04 1634088.96 1776771.24';
    expect(years('consolidated.group.cash-at-end').slice(0, 7)).toEqual(group.split(' '));
  });
});

describe('P3 by hand: the exit', () => {
  test('EBE after a market rent, walls, net debt, diluted count, discount', () => {
    expect(once('group.value.ebe')).toBe('599203.63');
    expect(once('group.value.market-rent')).toBe('131213.19');
    expect(once('group.value.activity')).toBe('1871961.74');
    expect(once('group.value.property')).toBe('1664767.38');
    expect(once('group.value.net-debt')).toBe('-1238668.97');
    expect(once('group.value.equity')).toBe('4775398.09');
    expect(once('esus-holding.diluted-shares')).toBe('547428.57');
    expect(once('group.exit.price.bdt')).toBe('979804.02');
    expect(once('group.exit.price.lita')).toBe('805736.27');
    expect(once('group.exit.duty')).toBe('1785.54');
    expect(once('group.exit.buyer-dividends')).toBe('141292.65');
    expect(once('group.exit.buyer-loan')).toBe('1005647.05');
    expect(once('group.exit.unfunded')).toBe('681678.78');
  });

  test('a cap and a floor on the return of the shares', () => {
    const capped = limited({ capAnnualRate: '0.08', floorAnnualRate: '0.05' });
    expect(once('group.exit.floor.bdt', capped)).toBe('50846.26');
    expect(once('group.exit.price.bdt', capped)).toBe('89645.86');
    expect(once('group.exit.price.lita', capped)).toBe('158102.68');
    expect(once('group.exit.unfunded', capped)).toBe('0.00');
    const floored = limited({ floorAnnualRate: '0.45' });
    expect(once('group.exit.price.bdt', floored)).toBe('1773919.95');
    expect(once('group.exit.price.lita', floored)).toBe('1680224.66');
  });

  test('rates of return: shares, bond', () => {
    const rateOf = (id: string) =>
      computed.returns.find((flow) => flow.id === id)?.rates.map((rate) => rate.toFixed(8));
    expect(rateOf('investor-irr.shares-bdt')).toEqual(['0.34724411']);
    expect(rateOf('investor-irr.bond-1')).toEqual(['0.11118522']);
  });
});
