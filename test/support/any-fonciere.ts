import fc from 'fast-check';
import { readDeal } from '../../src/analysis/computation.ts';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { computeWholeVehicle } from '../../src/analysis/whole-vehicle.ts';
import { resolveDossier } from '../../src/dossier/resolution.ts';
import { sizePath } from '../../src/paths/sizing.ts';
import { anyLease, money, rate } from './any-sci.ts';
import { scenario } from './dossiers.ts';

const CATEGORIES = ['employees', 'beneficiaries', 'authorities', 'citizens', 'partners'] as const;
const HOLDERS = {
  employees: 'owners',
  beneficiaries: 'operator',
  authorities: 'region',
  citizens: 'citizens',
  partners: 'france-active',
};

/** Votes in whole hundredths that make one. */
function votesOf(count: number): string[] {
  const each = Math.floor(100 / count);
  return Array.from({ length: count }, (_, rank) =>
    ((rank === count - 1 ? 100 - each * (count - 1) : each) / 100).toFixed(2),
  );
}

const anyColleges = fc
  .array(
    fc.record({
      category: fc.constantFrom(...CATEGORIES),
      amount: fc.oneof(fc.constantFrom('0.00', '10.00', '0.01'), money(1_500_000)),
      taxRelief: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((colleges) => {
    const votes = votesOf(colleges.length);
    return colleges.map((college, index) => ({
      ...college,
      id: `c-${index}`,
      label: `Collège ${index}`,
      from: HOLDERS[college.category],
      votes: votes[index],
      taxRelief: college.taxRelief && college.category === 'citizens',
    }));
  });

const anyLots = fc
  .array(
    fc.record({
      count: fc.integer({ min: 1, max: 5 }),
      areaM2: fc.constantFrom('80', '450.5', '2000'),
      purchaseMonth: fc.integer({ min: 0, max: 60 }),
      worksMonths: fc.integer({ min: 1, max: 24 }),
      price: money(900_000),
      landShare: fc.constantFrom('0', '0.2', '1'),
      works: money(900_000),
      grantShare: fc.constantFrom('0', '0.25'),
      loanShare: fc.constantFrom('0', '0.6', '0.75'),
      loanAnnualRate: rate(0.06),
      loanYears: fc.integer({ min: 1, max: 35 }),
      marketRentPerM2Year: fc.constantFrom('0.00', '55.00', '140.00'),
      marketDiscount: fc.constantFrom('0', '0.3', '1'),
      vacancyRate: fc.constantFrom('0', '0.05', '0.3'),
      depreciationYears: fc.integer({ min: 5, max: 60 }),
    }),
    { maxLength: 6 },
  )
  .map((lots) => lots.map((lot, index) => ({ ...lot, id: `lot-${index}`, label: `Lot ${index}` })));

const anyTitle = fc.record({
  kind: fc.constant('titre-participatif'),
  id: fc.constant('titres'),
  label: fc.constant('Titres'),
  from: fc.constant('cdc'),
  amount: money(900_000),
  annualRate: rate(0.06),
  variableBase: fc.constantFrom('0', '0.4'),
  variableRate: rate(0.08),
  resultShare: fc.constantFrom('0', '0.1', '1'),
  payments: fc.integer({ min: 7, max: 25 }),
});

/** A foncière solidaire of any members, lots, lease and form, on the site of the shipped one. */
export const anyFonciere = fc
  .record({
    form: fc.constantFrom('SCIC', 'SCIC', 'SAS-ESS'),
    minimumCash: fc.constantFrom('0.00', '40000.00', '400000.00'),
    managementCostsYear: fc.constantFrom('0.00', '60000.00'),
    vacancyFundRate: fc.constantFrom('0', '0.05', '1'),
    siteShareOfFunds: fc.constantFrom(null, '0', '0.45', '1'),
    shareInterestRate: rate(0.06),
    reserveShare: fc.constantFrom('0', '0.575', '0.8', '1'),
    redemptionFromYear: fc.integer({ min: 1, max: 20 }),
    redemptionShareYear: fc.constantFrom('0', '0.05', '0.3', '1'),
    colleges: anyColleges,
    lots: anyLots,
    titles: fc.array(anyTitle, { maxLength: 1 }),
    lease: anyLease,
    solve: fc.constantFrom('below-market', 'below-market', 'target-cover', 'none'),
    marketDiscount: fc.constantFrom('0', '0.3', '0.9'),
    affordabilityRatio: fc.constantFrom(null, '0.02', '0.1'),
    revenueAfter: fc.constantFrom('0.00', '900000.00', '2400000.00'),
  })
  .map((drawn) => {
    const dossier = scenario('fonciere-solidaire-nouvelle-aquitaine', 'fonciere');
    const [path] = dossier.paths;
    const {
      colleges,
      lots,
      titles,
      lease,
      solve,
      marketDiscount,
      affordabilityRatio,
      revenueAfter,
      ...vehicle
    } = drawn;
    dossier.operator.revenueAfter = revenueAfter;
    Object.assign(path.vehicle, vehicle);
    const { tenantVatShare, ...conditions } = lease;
    Object.assign(path, {
      colleges,
      lots,
      pooledSources: titles,
      lease: {
        ...conditions,
        ...(tenantVatShare === undefined ? {} : { tenantVatShare }),
        solve,
        marketDiscount,
        affordabilityRatio,
      },
    });
    return dossier;
  });

/**
 * The column of a foncière and its whole vehicle, whatever the law says of its members: engines hold for all.
 * @throws with the problems when the dossier is refused
 */
export function computedFonciere(dossier: unknown): {
  readonly column: ComputedDeal;
  readonly vehicle: ComputedDeal;
} {
  const resolved = resolveDossier(dossier);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems, null, 1));
  const { paths, site } = resolved.value.values;
  const index = paths.findIndex(({ kind }) => kind === 'fonciere');
  if (site === null) throw new Error('no site');
  const sized = sizePath(resolved.value, index, site);
  const column = readDeal(sized);
  const vehicle = computeWholeVehicle(sized.dossier, index, column);
  if (vehicle === undefined) throw new Error('the vehicle has no figures');
  return { column, vehicle };
}

/** The shipped foncière grown to thirty sites in six lots. */
export function thirtySites() {
  const dossier = scenario('fonciere-solidaire-nouvelle-aquitaine', 'fonciere');
  const [path] = dossier.paths;
  const [first] = path.lots;
  path.lots = Array.from({ length: 6 }, (_, index) => ({
    ...first,
    id: `lot-${index + 1}`,
    label: `Lot ${index + 1}`,
    count: index === 5 ? 4 : 5,
    purchaseMonth: 3 + 9 * index,
  }));
  path.vehicle.siteShareOfFunds = '0.05';
  for (const college of path.colleges)
    if (college.from !== 'operator') college.amount = `${Number(college.amount) * 8}.00`;
  path.pooledSources[0].amount = '4480000.00';
  return dossier;
}
