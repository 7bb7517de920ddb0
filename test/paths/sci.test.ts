import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import type { SciPath } from '../../src/dossier/dossier.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { periodicRatesOfReturn } from '../../src/formula/rates-of-return.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';
import { testOften } from '../support/extent.ts';

/** What must hold of any property company, on SCI Envie Soleil and on cases drawn around it. */

const EXIT = 120;
const RUNS = { quick: 2, whole: 8 };

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
type Changed = (path: any, dossier: any) => void;

function sci(change: Changed = () => undefined) {
  const dossier = scenario('sci-envie-soleil', 'sci');
  change(dossier.paths[0], dossier);
  return dossier;
}

function values(of: ComputedDeal, line: string): Decimal[] {
  return of.figures.of(line).map((value) => value ?? new Decimal(0));
}

function once(of: ComputedDeal, line: string): Decimal {
  const [value] = of.figures.of(line);
  if (value === null || value === undefined) throw new Error(`${line} has no value`);
  return value;
}

/** The deal and the rent found for it. */
function solved(dossier: unknown): {
  readonly deal: ComputedDeal;
  readonly rent: Decimal;
  readonly loan: Decimal;
} {
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const [first] = computation.value.paths;
  const path = first?.path as SciPath;
  if (first?.computed === undefined) throw new Error('the path has no figures');
  return { deal: first.computed, rent: path.lease.rentPerM2Year, loan: path.terms.amount };
}

/** Sites and financings around the case. */
const around = fc.record({
  works: fc.integer({ min: 900_000, max: 2_400_000 }),
  annualRate: fc.integer({ min: 200, max: 600 }).map((points) => (points / 10_000).toFixed(4)),
  payments: fc.constantFrom(120, 180, 240),
  capital: fc.integer({ min: 200_000, max: 600_000 }),
  quarterly: fc.boolean(),
  inAdvance: fc.boolean(),
  rentFreeMonths: fc.integer({ min: 0, max: 9 }),
  endowment: fc.integer({ min: 0, max: 30_000 }),
  opening: fc.integer({ min: 1, max: 9 }),
});

type Draw = typeof around extends fc.Arbitrary<infer T> ? T : never;

function drawn(draw: Draw, change: Changed = () => undefined) {
  return sci((path, dossier) => {
    dossier.project.works = [{ id: 'works', label: 'Travaux', amount: `${draw.works}.00` }];
    dossier.project.opening = `2028-0${Math.max(draw.opening, 3)}-01`;
    Object.assign(path.terms, {
      annualRate: draw.annualRate,
      payments: draw.payments,
      maximumLoanToCost: null,
      minimumCover: null,
    });
    path.vehicle.capital = `${draw.capital}.00`;
    Object.assign(path.lease, {
      paymentsPerYear: draw.quarterly ? 4 : 12,
      inAdvance: draw.inAdvance,
      rentFreeMonths: draw.rentFreeMonths,
      repairsEndowmentYear: `${draw.endowment}.00`,
    });
    change(path, dossier);
  });
}

describe('IR and IS', () => {
  const regimes = ['IS', 'IR'].map((taxRegime) =>
    computedDeal(
      sci((path) => {
        Object.assign(path.vehicle, { taxRegime, distributionShare: '0.6' });
      }),
    ),
  ) as [ComputedDeal, ComputedDeal];

  /** Cash of the SCI with what its tax, its distributions and the money of the exit changed added back. */
  function cashBefore(deal: ComputedDeal): string[] {
    const has = (line: string) => deal.deal.setting.calculation.lines.has(line);
    const given = ['sci.dividends', 'sci.corporate-tax.paid', 'sci.refinancing.service'].filter(has);
    const taken = ['sci.corporate-tax.refunded', 'sci.exit.refinancing', 'sci.exit.operator-capital'].filter(
      has,
    );
    const cash = values(deal, 'sci.cash');
    const lines = {
      given: given.map((line) => values(deal, line)),
      taken: taken.map((line) => values(deal, line)),
    };
    let cumulated = new Decimal(0);
    return cash.map((amount, month) => {
      for (const line of lines.given) cumulated = cumulated.plus(line[month] ?? 0);
      for (const line of lines.taken) cumulated = cumulated.minus(line[month] ?? 0);
      return amount.plus(cumulated).toFixed(2);
    });
  }

  test('give the same cash before tax and distributions, every month', () => {
    const [company, transparent] = regimes.map(cashBefore);
    expect(transparent).toEqual(company);
  });

  test('differ by tax and distributions, or the comparison would say nothing', () => {
    const [company, transparent] = regimes;
    expect(values(transparent, 'sci.cash')[EXIT - 1]?.toFixed(2)).not.toBe(
      values(company, 'sci.cash')[EXIT - 1]?.toFixed(2),
    );
  });

  test.each([
    'lease.rent',
    'lease.recharged',
    'sci.fees',
    'site.taxe-fonciere',
    'sci.loan.interest',
    'sci.loan.principal',
    'sci.source.ticket-1.interest-paid',
    'sci.source.ticket-2.principal',
    'sci.vat.paid',
    'depreciation.building',
    'grants.release',
    'sci.ebe',
    'sci.dscr',
  ])('give the same %s', (line) => {
    const [company, transparent] = regimes.map((deal) =>
      deal.figures.of(line).map((value) => value?.toString() ?? null),
    );
    expect(transparent).toEqual(company);
  });

  test('transparent, the operator is taxed on its share, and not again on what it receives', () => {
    const [, transparent] = regimes;
    const year = 7;
    const received = values(transparent, 'sci.dividends.operator')
      .slice(12 * year, 12 * year + 12)
      .reduce((sum, amount) => sum.plus(amount), new Decimal(0));
    const share = values(transparent, 'sci.taxable-result')[year]?.times('0.95').toDecimalPlaces(2);
    expect(received.greaterThan(0)).toBe(true);
    expect(values(transparent, 'operator.taxable-profit')[year]?.toFixed(2)).toBe(
      values(transparent, 'operator.current-result')
        [year]?.plus(share ?? 0)
        .minus(received)
        .toFixed(2),
    );
  });
});

describe('the ticket', () => {
  test('of 17.5 % of the announced cost is not 17.5 % of the capital: the investor holds 5 %', () => {
    const deal = computedDeal(sci());
    const ticket = once(deal, 'measure.investor-paid');
    expect(ticket.dividedBy(4_000_000).toFixed(3)).toBe('0.175');
    expect(once(deal, 'sci.capital.investor').dividedBy(400_000).toFixed(3)).toBe('0.050');
    expect(values(deal, 'sci.operator-share')[0]?.toFixed(2)).toBe('0.95');
    expect(once(deal, 'sci.ticket.rest').toFixed(2)).toBe('680000.00');
  });
});

describe('the share of the operator', () => {
  test('is the whole from the end of the month of the exit, its own until then', () => {
    const deal = computedDeal(sci());
    const share = values(deal, 'sci.operator-share').map((value) => value.toFixed(2));
    const during = values(deal, 'sci.operator-share-during-month').map((value) => value.toFixed(2));
    expect([share[EXIT - 1], share[EXIT], during[EXIT], during[EXIT + 1]]).toEqual([
      '0.95',
      '1.00',
      '0.95',
      '1.00',
    ]);
  });

  // What is paid at the horizon for the shares is then kept: else an exit a year earlier would look far cheaper.
  test('an exit at the horizon is paid for shares that the operator keeps', () => {
    const at = (year: number) =>
      computedDeal(
        sci((path, dossier) => {
          path.exit.year = year;
          dossier.horizonYears = 20;
        }),
      );
    const [before, last] = [at(19), at(20)];
    const horizon = 240;
    expect(values(last, 'sci.net-assets.operator')[horizon]?.toFixed(2)).toBe(
      values(last, 'sci.net-assets')[horizon]?.toFixed(2),
    );
    const cost = (deal: ComputedDeal) => once(deal, 'measure.occupancy-cost-month').toNumber();
    expect(Math.abs(cost(last) / cost(before) - 1)).toBeLessThan(0.01);
  });
});

describe('rent, own funds and cover', () => {
  testOften('more own funds never lower the smallest DSCR at a given rent', RUNS, (numRuns) => {
    fc.assert(
      fc.property(around, fc.integer({ min: 1, max: 250_000 }), (draw, more) => {
        const smallest = (added: number) => {
          const given = drawn(draw, (path) => {
            Object.assign(path.lease, { solve: 'none', rentPerM2Year: '40.00' });
            path.vehicle.capital = `${draw.capital + added}.00`;
            // The quasi-equity stays what it was: the investor's share of the new capital comes in addition.
            path.ticket.amount = (700_000 + added * 0.05).toFixed(2);
          });
          return (
            computedDeal(given).figures.of('sci.dscr.smallest')[0] ?? new Decimal(Number.POSITIVE_INFINITY)
          );
        };
        expect(smallest(more).greaterThanOrEqualTo(smallest(0))).toBe(true);
      }),
      { numRuns },
    );
  });

  testOften('a higher target never lowers the rent found', RUNS, (numRuns) => {
    fc.assert(
      fc.property(
        around,
        fc.integer({ min: 100, max: 140 }),
        fc.integer({ min: 1, max: 30 }),
        (draw, low, more) => {
          const rentFor = (target: number) =>
            solved(
              drawn(draw, (path) => {
                path.lease.targetCover = (target / 100).toFixed(2);
              }),
            ).rent;
          expect(rentFor(low + more).greaterThanOrEqualTo(rentFor(low))).toBe(true);
        },
      ),
      { numRuns },
    );
  });

  testOften('the rent found holds its target, one cent per m² less misses it', RUNS, (numRuns) => {
    fc.assert(
      fc.property(around, (draw) => {
        const { rent, loan } = solved(drawn(draw));
        const smallest = (given: Decimal) =>
          once(
            computedDeal(
              drawn(draw, (path) => {
                Object.assign(path.lease, { solve: 'none', rentPerM2Year: given.toFixed(2) });
                Object.assign(path.terms, { solve: 'none', amount: loan.toFixed(2) });
              }),
            ),
            'sci.dscr.smallest',
          );
        expect(smallest(rent).greaterThanOrEqualTo('1.20')).toBe(true);
        expect(smallest(rent.minus('0.01')).lessThan('1.20')).toBe(true);
      }),
      { numRuns },
    );
  });
});

describe('rates of return', () => {
  testOften(
    'give no present value: within 1e-9 of the discounted flows, all signs positive',
    RUNS,
    (numRuns) => {
      const years = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 / 365;
      fc.assert(
        fc.property(around, fc.constantFrom('IS', 'IR'), (draw, taxRegime) => {
          const { returns } = computedDeal(
            drawn(draw, (path) => {
              Object.assign(path.vehicle, { taxRegime, distributionShare: '0.5' });
            }),
          );
          const withRates = returns.filter(({ rates }) => rates.length > 0);
          expect(withRates.map(({ id }) => id)).toContain('investor-irr');
          for (const { flows, rates } of withRates) {
            const start = flows[0]?.date ?? '';
            for (const rate of rates) {
              const discounted = flows.map(({ date, amount }) =>
                new Decimal(amount).dividedBy(rate.plus(1).pow(years(start, date))),
              );
              const sum = discounted.reduce((total, flow) => total.plus(flow), new Decimal(0));
              const size = discounted.reduce((total, flow) => total.plus(flow.abs()), new Decimal(0));
              expect(sum.abs().lessThanOrEqualTo(size.times('1e-9'))).toBe(true);
            }
          }
        }),
        { numRuns },
      );
    },
  );
});

describe('a convertible bond not converted', () => {
  /** 1 000 000 € called the month of entry into service: seven whole years of coupons, then principal and premium. */
  const deal = computedDeal(
    sci((path) => {
      Object.assign(path.ticket, {
        amount: '1020000.00',
        callMonth: 14,
        instruments: [
          {
            kind: 'convertible-bond',
            share: '1',
            annualRate: '0.06',
            payments: 7,
            paymentsPerYear: 1,
            repayment: 'bullet',
            interest: 'paid',
            nonConversionPremiumRate: '0.06',
          },
        ],
      });
    }),
  );
  const flows = values(deal, 'measure.flow.ticket-1');
  const ofYears = Array.from({ length: 8 }, (_, year) => flows[14 + 12 * year] ?? new Decimal(0));

  test('pays its coupon each year, then principal and premium: 1 000 000 × 1.06^7', () => {
    expect(ofYears.map((flow) => flow.toFixed(2))).toEqual([
      '-1000000.00',
      ...Array.from({ length: 6 }, () => '60000.00'),
      '1563630.26',
    ]);
    expect(flows.filter((flow) => !flow.isZero())).toHaveLength(8);
  });

  test('costs 11.13 %, and 11.31 % with 1 % of fees: not 12 %', () => {
    const cost = (amounts: Decimal[]) => periodicRatesOfReturn(amounts).rates.map((rate) => rate.toFixed(4));
    expect(cost(ofYears)).toEqual(['0.1113']);
    expect(cost([(ofYears[0] as Decimal).plus(10_000), ...ofYears.slice(1)])).toEqual(['0.1131']);
  });

  test('is shown on real days: 2 556 of them, and 365 a year', () => {
    const [rate] = deal.returns.find(({ id }) => id === 'investor-irr.ticket-1')?.rates ?? [];
    expect(rate?.toFixed(6)).toBe('0.111232');
  });
});
