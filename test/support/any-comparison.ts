import fc from 'fast-check';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import type { Json } from '../../src/input/description.ts';
import { anyExit, anyLease, anySource, anyTicket, anyVehicle, money, rate } from './any-sci.ts';
import { anyDossier } from './dossiers.ts';

/** What the three columns share and `anyDossier` leaves at one value. */
const anySurroundings = fc.record({
  byTenant: fc.boolean(),
  exitYield: fc.constantFrom('0.01', '0.06', '0.085', '0.14', '0.5'),
  marketRent: fc.constantFrom('0.00', '12.50', '48.00', '90.00', '160.00'),
  ownerChargesShare: rate(1),
  ownerPaysTaxeFonciere: fc.boolean(),
  marketManagementRate: rate(0.1),
  purchaseDelay: fc.integer({ min: 0, max: 6 }),
  renewalYear: money(90_000),
  growth: rate(0.06),
  rentIndexation: rate(0.06),
  openingCash: fc.constantFrom('0.00', '300000.00', '2500000.00'),
  currentRentYear: money(90_000),
});

/** The month of a date `months` after another. */
function monthsAfter(date: string, months: number): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

function monthsBetween(from: string, to: string): number {
  const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return count(to) - count(from);
}

/** A source as it may be written among those of a company: its call by the entry into service, its own name. */
function named(sources: readonly object[], opening: number, prefix: string) {
  return sources.map((source, index) => ({
    ...source,
    id: `${prefix}-${index}`,
    ...('callMonth' in source ? { callMonth: Math.min(Number(source.callMonth), opening) } : {}),
  }));
}

/**
 * Dossiers whose three columns are of all shapes that the form allows: a property company first, the market rent, the
 * bank loan. The laws must hold on each.
 */
export const anyComparison: fc.Arbitrary<Json> = fc
  .record({
    dossier: anyDossier,
    around: anySurroundings,
    vehicle: anyVehicle,
    ticket: anyTicket,
    lease: anyLease,
    marketLease: anyLease,
    exit: anyExit,
    sources: fc.array(anySource('vehicle'), { maxLength: 3 }),
    operatorSources: fc.array(anySource('operator'), { maxLength: 3 }),
    tenantSources: fc.array(anySource('operator'), { maxLength: 2 }),
    operatorLoan: fc.record({
      annualRate: rate(0.09),
      payments: fc.integer({ min: 1, max: 120 }),
      repayment: fc.constantFrom('level-payment', 'level-principal', 'bullet'),
      interestDuringWorks: fc.constantFrom('paid', 'capitalised'),
      minimumCover: fc.constantFrom(null, '1.2'),
    }),
  })
  .map((deal) => {
    // biome-ignore lint/suspicious/noExplicitAny: the parts of a dossier are changed freely
    const dossier = structuredClone(deal.dossier) as any;
    const { around } = deal;
    const opening = monthsBetween(dossier.signature, dossier.project.opening);
    const worksStart = monthsBetween(dossier.signature, dossier.project.worksStart);
    const [bankLoan] = dossier.paths;
    Object.assign(dossier.site, {
      purchaseDate: monthsAfter(dossier.signature, Math.min(around.purchaseDelay, worksStart)),
      exitYield: around.exitYield,
      marketRentPerM2Year: around.marketRent,
      ownerChargesShare: around.ownerChargesShare,
      ownerPaysTaxeFonciere: around.ownerPaysTaxeFonciere,
      marketManagementRate: around.marketManagementRate,
    });
    const [first] = dossier.project.works;
    if (first !== undefined) first.byTenant = around.byTenant;
    Object.assign(dossier.operator, {
      renewalYear: around.renewalYear,
      annualRevenueGrowth: around.growth,
      openingCash: around.openingCash,
      currentRentYear: around.currentRentYear,
    });
    dossier.parties.push({ id: 'fund', label: 'Fonds', role: 'investor', side: 'public-market' });
    dossier.macro = { annualRentIndexation: around.rentIndexation };
    const earliest = Math.max(2, Math.floor(opening / 12) + 1);
    dossier.horizonYears = Math.max(dossier.horizonYears, earliest);
    const { solve, rentPerM2Year, targetCover, managementFeeRate, repairsEndowmentYear, ...market } =
      deal.marketLease;
    dossier.paths = [
      {
        kind: 'sci',
        vehicle: deal.vehicle,
        ticket: ticketOf(deal.ticket, deal.vehicle, opening),
        sources: named(deal.sources, opening, 'apport'),
        terms: bankLoan.terms,
        lease: deal.lease,
        operatorSources: named(deal.operatorSources, opening, 'aide'),
        operatorTerms: deal.operatorLoan,
        exit: {
          ...deal.exit,
          year: earliest + Math.round(deal.exit.year * (dossier.horizonYears - earliest)),
        },
      },
      {
        kind: 'market-rent',
        lease: market,
        sources: named(deal.tenantSources, opening, 'aide'),
        terms: deal.operatorLoan,
      },
      bankLoan,
    ];
    return dossier as Json;
  });

/** The ticket pays the investor's capital first: what is drawn is what comes on top. */
function ticketOf(
  {
    from,
    beyond,
    callMonth,
    instruments,
  }: { from: string; beyond: string; callMonth: number; instruments: readonly object[] },
  { capital, operatorShare }: { capital: string; operatorShare: string },
  opening: number,
) {
  const own = new Decimal(capital).minus(new Decimal(capital).times(operatorShare).toDecimalPlaces(2));
  const rest = instruments.length === 0 ? '0' : beyond;
  const shares = [['1'], ['0.35', '0.65'], ['0.2', '0.3', '0.5']][instruments.length - 1] ?? [];
  return {
    from,
    amount: own.plus(rest).toFixed(2),
    callMonth: Math.min(callMonth, opening),
    instruments: instruments.map((terms, index) => ({ ...terms, share: shares[index] })),
  };
}

/** Each column of a dossier that may be computed. */
export function computedColumns(dossier: unknown): ComputedDeal[] {
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems, null, 1));
  return computation.value.paths.flatMap(({ computed }) => (computed === undefined ? [] : [computed]));
}
