import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { keyFiguresOf } from '../../src/analysis/key-figures.ts';
import { Decimal, ZERO } from '../../src/formula/decimal.ts';
import type { Line } from '../../src/formula/operations.ts';
import { annualized, periodicRatesOfReturn } from '../../src/formula/rates-of-return.ts';
import { computedGroup } from '../support/any-group.ts';
import { computedDeal } from '../support/dossiers.ts';
import { handGroup } from '../support/hand-group.ts';

type Group = ReturnType<typeof handGroup>;

function group(change: (dossier: Group) => void = () => undefined): ComputedDeal {
  const dossier = handGroup();
  change(dossier);
  return computedGroup(dossier);
}

function values({ deal, figures }: ComputedDeal, id: string): Decimal[] {
  return figures.of(deal.setting.calculation.line(id) as Line).map((value) => value ?? ZERO);
}

const once = (computed: ComputedDeal, id: string) => values(computed, id)[0] ?? ZERO;

function rateOf({ returns }: ComputedDeal, id: string): Decimal {
  const [rate] = returns.find((flow) => flow.id === id)?.rates ?? [];
  if (rate === undefined) throw new Error(`no rate ${id}`);
  return rate;
}

describe('a convertible bond at 6 % and 6 % of premium over seven years', () => {
  const bond = { id: 'oc', from: 'bdt', amount: '1000000.00', annualRate: '0.06', payments: 7 };
  const computed = group(({ paths }) => {
    paths[0].bonds = [{ ...bond, nonConversionPremiumRate: '0.06' }];
  });
  const flow = values(computed, 'measure.flow.bond-1');
  const years = Array.from({ length: 8 }, (_, year) => flow[12 * year] ?? ZERO);

  test('seven coupons of 60 000 and 1 503 630.26 at the end (faits §2.1)', () => {
    expect(years.map((amount) => amount.toFixed(2))).toEqual([
      '-1000000.00',
      ...Array.from({ length: 6 }, () => '60000.00'),
      '1563630.26',
    ]);
    expect(flow.filter((amount) => !amount.isZero())).toHaveLength(8);
  });

  test('costs 11.13 % a year, 11.31 % with 1 % of fees, never 12 %; dated, 11.12 % for two leap years', () => {
    const rate = (flows: readonly Decimal[]) =>
      annualized(periodicRatesOfReturn(flows).rates[0] as Decimal, 1).toFixed(4);
    expect(rate(years)).toBe('0.1113');
    expect(rate([new Decimal(-990_000), ...years.slice(1)])).toBe('0.1131');
    expect(rateOf(computed, 'investor-irr.bond-1').toFixed(4)).toBe('0.1112');
  });

  test('converted, even due in the very month of the exit, it is not repaid and bears no premium', () => {
    for (const payments of [7, 8]) {
      const converted = group(({ paths }) => {
        paths[0].bonds = [
          {
            ...bond,
            payments,
            nonConversionPremiumRate: '0.06',
            conversion: 'at-exit',
            conversionPrice: '2.00',
          },
        ];
      });
      expect(once(converted, 'esus-holding.bond-1.shares').toFixed(2)).toBe('500000.00');
      expect(values(converted, 'measure.flow.bond-1')[84]?.toFixed(2)).toBe('60000.00');
      const owed = values(converted, 'esus-holding.bond-1.closing');
      expect(owed[83]?.toFixed(2)).toBe('1000000.00');
      expect(owed[84]?.isZero()).toBe(true);
    }
  });
});

describe('the price of the shares', () => {
  /** The same activity, its walls owned by the enterprise or rented at the market, as a market lease shares charges. */
  const walls = (kind: 'owned' | 'rented', site: object, lease: object) =>
    group((dossier) => {
      const [path] = dossier.paths;
      Object.assign(dossier.operator, { subjectToVat: true });
      Object.assign(dossier.site, site);
      Object.assign(path, { entry: 'direct', walls: kind, subsidiaries: [], enterprise: {} });
      Object.assign(path.lease, lease);
    });

  test.each([
    ['a tenant pays charges and taxe foncière', {}, {}],
    [
      'the owner bears half of the charges and the taxe foncière',
      { ownerChargesShare: '0.5', ownerPaysTaxeFonciere: true },
      { rechargedChargesShare: '0.5', taxeFoncierePaidByTenant: false },
    ],
  ])('counts a rent once: %s', (_, site, lease) => {
    const owned = walls('owned', site, lease);
    const rented = walls('rented', site, lease);
    // The rent that the group would pay is the one taken off: twelve invoices, each rounded.
    const activities = [owned, rented].map((deal) => once(deal, 'group.value.ebe-after-rent'));
    expect(
      activities[0]
        ?.minus(activities[1] ?? ZERO)
        .abs()
        .lte('0.12'),
    ).toBe(true);
    // Sold at their value, the walls become as much cash.
    const sold = once(owned, 'group.value.activity').minus(
      once(owned, 'group.value.net-debt').minus(once(owned, 'group.value.property')),
    );
    expect(sold.minus(once(owned, 'group.value.equity')).abs().lte('0.01')).toBe(true);
    expect(once(rented, 'group.value.property').isZero()).toBe(true);
  });

  test('never falls when the multiple rises', () => {
    const prices = ['0.5', '2', '4', '6', '12'].map((multiple) =>
      once(
        group(({ paths }) => {
          paths[0].exit.multiple = multiple;
        }),
        'group.exit.price',
      ).toNumber(),
    );
    expect(prices).toEqual(prices.toSorted((one, other) => one - other));
    expect(new Set(prices).size).toBe(5);
  });

  test.each(['0.04', '0.08', '0.2'])('a binding cap or floor of %s is the rate of the shares', (limit) => {
    const capped = group(({ paths }) => {
      paths[0].exit.capAnnualRate = limit;
    });
    expect(rateOf(capped, 'investor-irr.bdt.shares').minus(limit).abs().lt('0.0005')).toBe(true);
    const floored = group(({ paths }) => {
      Object.assign(paths[0].exit, { multiple: '0.1', discount: '1', floorAnnualRate: limit });
    });
    expect(once(floored, 'group.exit.value.bdt').isZero()).toBe(true);
    expect(rateOf(floored, 'investor-irr.bdt.shares').minus(limit).abs().lt('0.0005')).toBe(true);
  });

  test('mostly walls, the duty is 5 %, else 0.1 %', () => {
    expect(once(group(), 'group.value.duty-rate').toString()).toBe('0.001');
    const ofWalls = group(({ paths }) => {
      paths[0].exit.multiple = '0.1';
    });
    expect(once(ofWalls, 'group.value.duty-rate').toString()).toBe('0.05');
  });
});

describe('dividends', () => {
  /** Dividends of a company by fiscal year. */
  const paidBy = (computed: ComputedDeal, company: string) => {
    const months = values(computed, `${company}.dividends`);
    return Array.from({ length: 10 }, (_, year) =>
      months.slice(12 * year, 12 * year + 12).reduce((sum, amount) => sum.plus(amount), ZERO),
    );
  };

  test('go up one level a year: what a subsidiary earns in N leaves the holding in June N+2 at the soonest', () => {
    const usual = group();
    const better = group(({ paths }) => {
      paths[0].subsidiaries[0].operatingMargin = '0.10';
    });
    const difference = (company: string) =>
      paidBy(better, company).map((amount, year) =>
        amount.minus(paidBy(usual, company)[year] ?? ZERO).isZero(),
      );
    expect(difference('filiale-triplast').slice(0, 2)).toEqual([true, false]);
    expect(difference('esus-holding').slice(0, 3)).toEqual([true, true, false]);
  });

  test('what was kept in the report may be distributed later, even on a year of loss; reserves never', () => {
    const computed = group(({ paths }) => {
      Object.assign(paths[0].subsidiaries[0], {
        renewalYear: '130000.00',
        depreciationYears: 1,
        fixedAssets: '0.00',
        existingDebt: '0.00',
      });
    });
    const id = 'filiale-triplast';
    const [first, second] = values(computed, `${id}.result`) as [Decimal, Decimal];
    const [legal] = values(computed, `${id}.allocation.legalReserve`) as [Decimal];
    const [fund] = values(computed, `${id}.allocation.otherReserve`) as [Decimal];
    const paid = paidBy(computed, id);
    const kept = first
      .minus(legal)
      .minus(fund)
      .minus(paid[1] as Decimal);
    const expected = values(computed, `${id}.allocation.distributableMax`)[1]?.plus(
      Decimal.max(kept.plus(Decimal.min(second, 0)), 0),
    );
    expect(values(computed, `${id}.distributable`)[1]?.toFixed(2)).toBe(expected?.toFixed(2));
    expect(legal.gt(0)).toBe(true);
  });

  test('a loss takes off the report first', () => {
    const computed = group(({ paths }) => {
      // Depreciated in one year from 2028: a profit in 2027, losses after.
      Object.assign(paths[0].subsidiaries[0], {
        renewalYear: '170000.00',
        depreciationYears: 1,
        fixedAssets: '0.00',
        existingDebt: '0.00',
      });
    });
    const results = values(computed, 'filiale-triplast.result');
    expect(results[0]?.gt(0) && results[1]?.lt(0)).toBe(true);
    expect(values(computed, 'filiale-triplast.allocation.distributableMax')[1]?.isZero()).toBe(true);
    expect(values(computed, 'filiale-triplast.distributable')[1]?.gt(0)).toBe(true);
  });

  test('stop at the cash above the minimum', () => {
    const computed = group(({ paths }) => {
      paths[0].subsidiaries[0].minimumCash = '190000.00';
    });
    const cash = values(computed, 'filiale-triplast.cash');
    const paid = values(computed, 'filiale-triplast.dividends');
    const cut = paid.flatMap((amount, month) => {
      if (amount.isZero()) return [];
      const left = (cash[month - 1] ?? ZERO).minus(amount);
      expect(left.gte(190_000)).toBe(true);
      return left.equals(190_000) ? [month] : [];
    });
    expect(cut.length).toBeGreaterThan(0);
  });

  test('stop when the bank keeps them back, and go on as before when the clause never bites', () => {
    const lockUp = (lockUpCover: string | null) =>
      paidBy(
        group(({ paths }) => {
          paths[0].vehicle.lockUpCover = lockUpCover;
        }),
        'esus-holding',
      ).map((amount) => amount.toFixed(2));
    expect(new Set(lockUp('99'))).toEqual(new Set(['0.00']));
    expect(lockUp('0.1')).toEqual(lockUp(null));
  });

  test('cents go to shareholders only: a lender that holds no share receives none', () => {
    const computed = group(({ parties, paths }) => {
      parties.push({ id: 'fonds', label: 'Fonds', role: 'investor', side: 'private' });
      paths[0].bonds[0].from = 'fonds';
      paths[0].founders = [
        { from: 'owners', amount: '100000.00' },
        { from: 'lita', amount: '100000.00' },
      ];
      paths[0].rounds[0].subscriptions = [{ from: 'bdt', amount: '125000.00' }];
    });
    expect(values(computed, 'esus-holding.dividends.fonds').every((amount) => amount.isZero())).toBe(true);
    expect(
      values(computed, 'esus-holding.dividends').filter((amount) => amount.gt(0)).length,
    ).toBeGreaterThan(5);
  });
});

describe('the walls of a holding that its founders hold alone cost what a bank loan costs', () => {
  /** No investor, no subsidiary, no cost of its own: the two columns pay for the same walls with the same money. */
  const alone = (
    column: 'esus-holding' | 'bank-loan',
    change: (dossier: Group) => void = () => undefined,
  ) => {
    const dossier = handGroup();
    const [path] = dossier.paths;
    dossier.operator.subjectToVat = true;
    dossier.project.startUpCosts = '0.00';
    Object.assign(path.vehicle, {
      issueCosts: '0.00',
      managementCostsYear: '0.00',
      minimumCash: '0.00',
      distributionShare: '0',
    });
    Object.assign(path.lease, { vatOption: true, depositMonths: 0 });
    Object.assign(path, {
      founders: [{ from: 'owners', amount: '515000.00' }],
      rounds: [],
      bonds: [],
      subsidiaries: [],
      enterprise: {},
      exit: {},
    });
    dossier.paths.push({
      kind: 'bank-loan',
      sources: [{ kind: 'own-funds', amount: '515000.00' }],
      terms: { ...path.terms },
    });
    change(dossier);
    dossier.paths = dossier.paths.filter(({ kind }: { kind: string }) => kind === column);
    dossier.mainPath = column;
    const figures = keyFiguresOf(computedDeal(dossier)).founder;
    const cost = figures.find(({ id }) => id === 'occupancy-cost-month')?.value;
    if (cost == null) throw new Error('no cost of occupancy');
    return cost;
  };

  test.each([
    ['at once', () => undefined],
    [
      'with works and a dearer loan',
      (dossier: Group) => {
        dossier.project.works = [{ id: 'clos', label: 'Clos', amount: '300000.00' }];
        Object.assign(dossier.project, {
          worksStart: '2027-02-01',
          worksEnd: '2027-08-01',
          opening: '2027-09-01',
        });
        for (const path of dossier.paths) path.terms.annualRate = '0.06';
      },
    ],
  ])('%s', (_, change) => {
    expect(alone('esus-holding', change)).toBe(alone('bank-loan', change));
  });

  test('whatever the rent that one pays to the other, deposit included', () => {
    const costs = ['20.00', '55.00', '90.00'].map((rentPerM2Year) =>
      alone('esus-holding', ({ paths }) => {
        Object.assign(paths[0].lease, { rentPerM2Year, depositMonths: 3 });
        paths[0].operatorTerms = { solve: 'none', amount: '0.00' };
        paths[0].enterprise = { funding: '60000.00' };
      }),
    );
    expect(new Set(costs).size).toBe(1);
  });
});
