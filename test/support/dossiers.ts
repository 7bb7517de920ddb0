import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import type { Json } from '../../src/input/description.ts';
import { oneColumn, referenceColumns } from './one-column.ts';

const SCENARIOS = join(import.meta.dirname, '../../scenarios');

/** Every case shipped, as parsed JSON. */
export function scenarios(): { readonly id: string; readonly dossier: Json }[] {
  return readdirSync(SCENARIOS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      id: name.replace('.json', ''),
      dossier: JSON.parse(readFileSync(join(SCENARIOS, name), 'utf8')) as Json,
    }));
}

/** The scenario of this id as it is shipped, a fresh copy that a test may change. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
export function shippedScenario(id: string): any {
  return JSON.parse(readFileSync(join(SCENARIOS, `${id}.json`), 'utf8'));
}

/** The same with all its columns; of SCI Envie Soleil, the three that others are added to. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
export function wholeScenario(id: string): any {
  const shipped = shippedScenario(id);
  return id === 'sci-envie-soleil' ? referenceColumns(shipped) : shipped;
}

/** One column of the scenario of this id, alone at the first place: the bank loan unless said. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
export function scenario(id: string, column = 'bank-loan'): any {
  const whole = wholeScenario(id);
  const paths: { id?: string; kind: string }[] = whole.paths;
  const isThere = paths.some((path) => (path.id ?? path.kind) === column);
  return oneColumn(isThere ? whole : shippedScenario(id), column);
}

/** The same dossier as the pages of hand calculation read it: paid at once, no stocks, no capital of the enterprise. */
export function paidWithoutDelay<T extends { readonly operator: object }>(dossier: T): T {
  Object.assign(dossier.operator, {
    customerDays: 0,
    supplierDays: 0,
    stockDays: 0,
    openingCapital: '0.00',
    openingLegalReserve: '0.00',
  });
  return dossier;
}

/** A column of a case shipped, alone in its dossier. */
export interface ShippedColumn {
  readonly id: string;
  readonly column: string;
  readonly dossier: Json;
  /** Whether it is the main path of its case: what `npm test` reads of it. */
  readonly isMain: boolean;
}

/** Every column of every case shipped. */
export function columns(): ShippedColumn[] {
  return scenarios().flatMap(({ id }) => {
    const { paths, mainPath } = shippedScenario(id) as {
      paths: { id?: string; kind: string }[];
      mainPath?: string;
    };
    return paths.map((path, index) => {
      const column = path.id ?? path.kind;
      const isMain = mainPath === undefined ? index === 0 : column === mainPath;
      return { id, column, dossier: scenario(id, column) as Json, isMain };
    });
  });
}

/** The computed deal of the first path, or an error with the problems. */
export function computedDeal(dossier: unknown): ComputedDeal {
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems, null, 1));
  const { computed } = computation.value.paths[0] as { computed: ComputedDeal | undefined };
  if (computed === undefined) throw new Error('the path has no figures');
  return computed;
}

const money = (max: number) =>
  fc.integer({ min: 0, max: max * 100 }).map((cents) => (cents / 100).toFixed(2));
const rate = (max: number) =>
  fc.integer({ min: 0, max: Math.round(max * 10_000) }).map((points) => (points / 10_000).toFixed(4));
const date = (months: number) =>
  `${2027 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;

/** Deals of all shapes that the form allows: the laws must hold on each. */
export const anyDossier: fc.Arbitrary<Json> = fc
  .record({
    horizonYears: fc.integer({ min: 4, max: 25 }),
    signatureMonth: fc.integer({ min: 0, max: 11 }),
    worksDelay: fc.integer({ min: 0, max: 6 }),
    worksMonths: fc.integer({ min: 1, max: 20 }),
    openingDelay: fc.integer({ min: 0, max: 5 }),
    price: money(5_000_000),
    works: fc.array(money(2_000_000), { minLength: 0, maxLength: 3 }),
    equipment: fc.array(money(400_000), { maxLength: 2 }),
    landShare: rate(1),
    department: fc.constantFrom('42', '26', '75', '36'),
    newBuilding: fc.boolean(),
    commitmentToBuild: fc.boolean(),
    openingCash: money(300_000),
    subjectToVat: fc.boolean(),
    subjectToCorporateTax: fc.boolean(),
    reducedRate: fc.boolean(),
    revenue: money(6_000_000),
    purchases: rate(0.7),
    jobs: fc.integer({ min: 0, max: 80 }),
    ownFunds: money(1_500_000),
    callMonth: fc.integer({ min: 0, max: 12 }),
    selfFinancing: money(400_000),
    grant: money(1_000_000),
    grantByRate: fc.boolean(),
    annualRate: rate(0.09),
    years: fc.integer({ min: 1, max: 20 }),
    paymentsPerYear: fc.constantFrom(12, 4, 2, 1),
    repayment: fc.constantFrom('level-payment', 'level-principal', 'bullet'),
    deferralKind: fc.constantFrom('none', 'partial', 'total'),
    interestDuringWorks: fc.constantFrom('paid', 'capitalised'),
    rateConvention: fc.constantFrom('proportional', 'actuarial'),
    commitmentFee: rate(0.01),
    indexed: fc.boolean(),
    limited: fc.boolean(),
    vatLag: fc.integer({ min: 0, max: 6 }),
    form: fc.constantFrom('SAS-ESS', 'SCOP', 'SCIC', 'SAS', 'association'),
    rampUpMonths: fc.constantFrom(0, 0, 1, 7, 18),
    customerDays: fc.constantFrom(0, 20, 30, 45, 75, 120),
    supplierDays: fc.constantFrom(0, 30, 45, 61),
    stockDays: fc.constantFrom(0, 20, 45, 90),
    streams: fc.boolean(),
    lostContract: fc.boolean(),
    capital: money(200_000),
    carriedForward: fc.constantFrom('0.00', '-80000.00', '45000.00'),
    distributionShare: rate(1),
    labourShare: fc.constantFrom('0.25', '0.4', '0.8'),
    startUpWorkingCapital: money(90_000),
  })
  .map((deal) => {
    const works = deal.signatureMonth + deal.worksDelay;
    const end = works + deal.worksMonths - 1;
    const opening = end + deal.openingDelay;
    const payments = deal.years * deal.paymentsPerYear;
    const horizonYears = Math.max(deal.horizonYears, Math.ceil((opening - deal.signatureMonth + 1) / 12) + 1);
    return {
      id: 'random-deal',
      title: 'Cas tiré au hasard',
      lawDate: '2026-11-22',
      signature: date(deal.signatureMonth),
      horizonYears,
      site: {
        name: 'Site',
        commune: 'Commune',
        department: deal.department,
        landAreaM2: '9000',
        floorAreaM2: '4000',
        price: deal.price,
        landShare: deal.landShare,
        newBuilding: deal.newBuilding,
        commitmentToBuild: deal.commitmentToBuild && !deal.newBuilding,
        marketRentPerM2Year: '48',
        taxeFonciereYear: '21000.00',
        propertyChargesYear: '15000.00',
      },
      project: {
        worksStart: date(works),
        worksEnd: date(end),
        opening: date(opening),
        works: deal.works.map((amount, index) => ({ id: `lot-${index}`, label: `Lot ${index}`, amount })),
        equipment: deal.equipment.map((amount, index) => ({
          id: `machine-${index}`,
          label: `Machine ${index}`,
          amount,
          years: 5 + index,
        })),
        openingCash: deal.openingCash,
        vatRefundLagMonths: deal.vatLag,
        startUpCosts: '12345.67',
        startUpWorkingCapital: deal.startUpWorkingCapital,
      },
      operator: {
        name: 'Exploitant',
        form: deal.form,
        subjectToCorporateTax: deal.subjectToCorporateTax,
        reducedCorporateTaxRate: deal.reducedRate,
        subjectToVat: deal.subjectToVat,
        openingCash: '300000.00',
        fixedAssets: '90000.01',
        existingDebt: '70000.03',
        existingDebtYears: 3,
        currentRentYear: '60000.00',
        ...(deal.streams
          ? {
              revenues: [
                {
                  id: 'eco-organisme',
                  label: 'Éco-organisme',
                  customer: 'eco-organisme',
                  annualBefore: (Number(deal.revenue) / 2).toFixed(2),
                  annualAfter: (Number(deal.revenue) / 2).toFixed(2),
                  end: date(opening + 9),
                  renewalProbability: deal.lostContract ? '0.3' : '0.9',
                },
                {
                  id: 'client',
                  label: 'Client industriel',
                  customer: 'industrial-client',
                  annualBefore: '0.00',
                  annualAfter: (Number(deal.revenue) / 2).toFixed(2),
                  start: date(opening + 3),
                  purchasesShare: '0.35',
                },
              ],
            }
          : { revenueBefore: (Number(deal.revenue) / 2).toFixed(2), revenueAfter: deal.revenue }),
        rampUpMonths: deal.rampUpMonths,
        customerDays: deal.customerDays,
        supplierDays: deal.supplierDays,
        stockDays: deal.stockDays,
        openingCapital: deal.capital,
        openingRetainedEarnings: deal.carriedForward,
        distributionShare: deal.distributionShare,
        labourShare: deal.labourShare,
        purchasesShare: deal.purchases,
        jobs: [
          {
            id: 'posts',
            label: 'Postes',
            before: '5',
            after: String(deal.jobs),
            annualCost: '31000.00',
            annualAid: '9000.00',
          },
        ],
        fixedCostsBefore: '150000.00',
        fixedCostsAfter: '200000.00',
      },
      parties: [{ id: 'region', label: 'Région', role: 'local-authority', side: 'public-aid' }],
      paths: [
        {
          kind: 'bank-loan',
          sources: [
            { kind: 'self-financing', amount: deal.selfFinancing },
            {
              kind: 'own-funds',
              amount: deal.ownFunds,
              callMonth: Math.min(deal.callMonth, opening - deal.signatureMonth),
            },
            {
              kind: 'grant',
              from: 'region',
              basis: deal.grantByRate ? 'rate' : 'amount',
              rate: deal.grantByRate ? '0.25' : '0',
              amount: deal.grant,
              status: 'awarded',
            },
          ],
          terms: {
            annualRate: deal.annualRate,
            rateIndex: deal.indexed
              ? [
                  { from: date(0), annualRate: '0.015' },
                  { from: date(40), annualRate: '0.021' },
                ]
              : [],
            payments,
            paymentsPerYear: deal.paymentsPerYear,
            repayment: deal.repayment,
            deferralKind: payments > 1 ? deal.deferralKind : 'none',
            deferralPayments: payments > 1 && deal.deferralKind !== 'none' ? Math.min(payments - 1, 3) : 0,
            interestDuringWorks: deal.interestDuringWorks,
            rateConvention: deal.rateConvention,
            commitmentFeeRate: deal.commitmentFee,
            maximumLoanToValue: deal.limited ? '0.70' : null,
            maximumLoanToCost: deal.limited ? '0.75' : null,
            minimumCover: deal.limited ? '1.15' : null,
          },
        },
      ],
    } as Json;
  });
