import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import type { EsusHoldingPath } from '../../src/dossier/dossier.ts';
import { Decimal, ZERO } from '../../src/formula/decimal.ts';
import type { Line } from '../../src/formula/operations.ts';
import { anyGroup, computedGroup } from '../support/any-group.ts';
import { handGroup } from '../support/hand-group.ts';

function values({ figures, deal }: ComputedDeal, id: string): Decimal[] {
  return figures.of(deal.setting.calculation.line(id) as Line).map((value) => value ?? ZERO);
}

function broken({ checks }: ComputedDeal): string[] {
  return checks.filter(({ holds }) => !holds).map(({ id, value }) => `${id}: ${value}`);
}

/** Transfers are whole cents and never negative. */
function oddTransfers({ deal, figures }: ComputedDeal): string[] {
  return deal.setting.ledger.transfers.flatMap(({ id, amount }) =>
    figures
      .of(amount)
      .flatMap((value, month) =>
        value !== null && (value.lt(0) || value.decimalPlaces() > 2) ? [`${id} ${month}: ${value}`] : [],
      ),
  );
}

function groupOf({ deal }: ComputedDeal) {
  if (deal.group === undefined) throw new Error('no group');
  return deal.group;
}

/** Amounts of a monthly line added up by fiscal year. */
function byYear({ deal }: ComputedDeal, months: readonly Decimal[]): Decimal[] {
  const { years } = deal.setting.calculation.timeline;
  return years.map(({ firstMonth, lastMonth }) =>
    months.slice(firstMonth, lastMonth + 1).reduce((sum, amount) => sum.plus(amount), ZERO),
  );
}

/** What a company lawfully pays: within what was allowed and its cash, never from what is locked. */
function expectLawfulDividends(computed: ComputedDeal): void {
  const { figures } = computed;
  for (const { company, dividends } of groupOf(computed).dividends) {
    const { books } = company;
    const of = (line: Line) => figures.of(line).map((value) => value ?? ZERO);
    const paid = of(dividends.paid);
    const cash = of(books.cash);
    const path = computed.deal.path as EsusHoldingPath;
    const minimum = minimumCashOf(path, books.company);
    const allowed = of(dividends.distributable);
    const yearOf = computed.deal.setting.calculation.timeline.yearOfMonth;
    paid.forEach((amount, month) => {
      if (amount.isZero()) return;
      // In June, on the accounts of the year before, from the cash of the end of May.
      expect(calendarMonth(computed, month)).toBe(6);
      expect(amount.lte(allowed[(yearOf[month] as number) - 1] ?? ZERO)).toBe(true);
      expect(amount.lte((cash[month - 1] ?? ZERO).minus(minimum)), `${books.company} month ${month}`).toBe(
        true,
      );
    });
    // All that is ever paid comes from profits, never from the reserves.
    const results = of(books.result);
    const profits = results.reduce((sum, result) => sum.plus(Decimal.max(result, 0)), ZERO);
    const opening = books.balances.get('retainedEarnings');
    const carried = opening === undefined ? ZERO : Decimal.max(of(opening)[0] ?? ZERO, 0);
    expect(sum(paid).lte(profits.plus(carried).plus('0.01'))).toBe(true);
    for (const account of ['legalReserve', 'reserves'] as const) {
      const line = books.balances.get(account);
      if (line === undefined) continue;
      const balances = of(line);
      // The price of a dividend passes through the reserves in the same month: closing balances never fall.
      balances.forEach((balance, month) => {
        expect(balance.gte(balances[month - 1] ?? ZERO), `${books.company} ${account} month ${month}`).toBe(
          true,
        );
      });
    }
    // Nobody without shares receives anything; the parts make the whole.
    const parts = [...dividends.paidTo.values()].map((line) => of(line));
    paid.forEach((amount, month) => {
      const received = parts.reduce((total, part) => total.plus(part[month] ?? ZERO), ZERO);
      expect(received.equals(amount)).toBe(true);
    });
  }
}

function expectPartsOfHolders(computed: ComputedDeal): void {
  const group = groupOf(computed);
  const [issuer] = group.dividends.slice(-1);
  for (const { party, partOfMonth } of group.capital.holders) {
    const part = computed.figures.of(partOfMonth);
    const line = issuer?.dividends.paidTo.get(party);
    if (line === undefined) throw new Error(`${party} is not paid`);
    computed.figures.of(line).forEach((amount, month) => {
      if (part[month]?.isZero()) expect(amount?.isZero(), `${party} month ${month}`).toBe(true);
    });
  }
}

function minimumCashOf(path: EsusHoldingPath, company: string): Decimal {
  if (path.entry === 'direct' || company === 'esus-holding') return path.vehicle.minimumCash;
  if (company === 'operator') return path.enterprise.minimumCash;
  const found = path.subsidiaries.find(({ id }) => `filiale-${id}` === company);
  if (found === undefined) throw new Error(`no company ${company}`);
  return found.minimumCash;
}

function calendarMonth({ deal }: ComputedDeal, month: number): number {
  const signed = Number(deal.setting.dossier.values.signature.slice(5, 7)) - 1;
  return ((signed + month) % 12) + 1;
}

const sum = (amounts: readonly Decimal[]) => amounts.reduce((total, amount) => total.plus(amount), ZERO);

/** What the exit gives investors, and who pays it. */
function expectLawfulExit(computed: ComputedDeal): void {
  const group = groupOf(computed);
  const { exit } = group;
  const path = computed.deal.path as EsusHoldingPath;
  const one = (line: Line) => computed.figures.of(line)[0] ?? ZERO;
  const prices = sum(exit.sold.map(({ price }) => one(price)));
  expect(prices.toFixed(2)).toBe(one(exit.exit.price).toFixed(2));
  for (const { holder, value, price } of exit.sold) {
    const [worth, paid] = [one(value), one(price)];
    const limit = (name: string) =>
      path.exit[`${name}AnnualRate` as 'floorAnnualRate'] === null
        ? undefined
        : values(computed, `group.exit.${name}.${holder.party}`)[0];
    const [floor, cap] = [limit('floor'), limit('cap')];
    const wanted = Decimal.min(Decimal.max(worth, floor ?? worth), cap ?? Decimal.max(worth, floor ?? worth));
    expect(paid.equals(wanted)).toBe(true);
    expect(paid.gte(0)).toBe(true);
  }
  const need = one(exit.exit.price).plus(one(exit.duty));
  const funded = Decimal.min(one(exit.capacity), need);
  expect(one(exit.exit.unfunded).equals(need.minus(funded))).toBe(true);
  // Once they have left, founders and buyer hold everything.
  const { timeline } = computed.deal.setting.calculation;
  const last = timeline.months - 1;
  const parts = group.capital.holders.map(
    ({ partOfMonth }) => computed.figures.of(partOfMonth)[last] ?? ZERO,
  );
  const total = sum(parts);
  expect(total.isZero() || total.minus(1).abs().lt('1e-20')).toBe(true);
  for (const { holder } of exit.sold)
    expect(computed.figures.of(holder.partOfMonth)[last]?.isZero()).toBe(true);
}

/** Flows with the outside, level by level, are the sum of what each company pays and receives outside that level. */
function expectConsolidation(computed: ComputedDeal): void {
  const { deal, figures } = computed;
  for (const level of groupOf(computed).levels) {
    const isIn = (party: string) => level.companies.includes(party);
    const external = deal.setting.ledger.transfers.filter(({ from, to }) => isIn(from) !== isIn(to));
    const months = Array.from({ length: deal.setting.calculation.timeline.months }, (_, month) =>
      external.reduce((total, { to, amount }) => {
        const value = figures.of(amount)[month] ?? ZERO;
        return isIn(to) ? total.plus(value) : total.minus(value);
      }, ZERO),
    );
    const told = level.flows.map(({ ofYear }) => figures.of(ofYear));
    byYear(computed, months).forEach((expected, year) => {
      const found = told.reduce((total, flow) => total.plus(flow[year] ?? ZERO), ZERO);
      expect(found.toFixed(2), `${level.id} ${year}`).toBe(expected.toFixed(2));
    });
  }
}

function expectAll(computed: ComputedDeal): void {
  expect(broken(computed)).toEqual([]);
  expect(oddTransfers(computed)).toEqual([]);
  expectLawfulDividends(computed);
  expectPartsOfHolders(computed);
  expectLawfulExit(computed);
  expectConsolidation(computed);
}

describe('a group whose capital opens', () => {
  test('keeps the laws on the group calculated by hand, at both levels', () => {
    const computed = computedGroup(handGroup());
    expectAll(computed);
    expect(computed.checks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['consolidated.subsidiaries', 'consolidated.group']),
    );
  });

  test('so it does whatever its rounds, bonds, subsidiaries, walls and exit', () => {
    fc.assert(
      fc.property(anyGroup, (dossier) => expectAll(computedGroup(dossier))),
      { numRuns: 15 },
    );
  });
});
