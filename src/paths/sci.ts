import type { SciPath, Site } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { choose, constant, isMore, MONTH, NO_MONEY, over, times, total } from '../formula/build.ts';
import type { QuasiEquity } from '../instruments/quasi-equity.ts';
import { additionsTo } from '../ledger/books.ts';
import { writeLensesLaw, writePartyFlows } from '../ledger/laws.ts';
import { passVatOn } from '../ledger/vat-passed-on.ts';
import { writeBuildingDepreciation, writeGrantRelease } from '../property/depreciation.ts';
import { postHolding, writeHolding, writeValuation } from '../property/holding.ts';
import { writeInvestmentVat } from '../property/investment-vat.ts';
import { writeLandlordCosts } from '../property/landlord-costs.ts';
import { writeLease } from '../property/lease.ts';
import { type CompanyFunding, closeCompany, labelOf, type MonthlyMoney } from './company.ts';
import { writeCorporateTax } from './corporate-tax-entries.ts';
import type { Deal } from './deal.ts';
import { type Source, writeFundingPlan } from './funding-plan.ts';
import { writeGroupPlan } from './group-plan.ts';
import { marketRent } from './market-lease.ts';
import { OPERATOR, writeOperatingCompany } from './operating-company.ts';
import { writeOperatorCover } from './operator-cover.ts';
import { writeOwnFundsShare } from './own-funds-share.ts';
import { propertyUses, worksByPayer, writePropertyProject } from './property-project.ts';
import { VEHICLE, writeSciCapital } from './sci-capital.ts';
import { writeSciCovenants } from './sci-covenants.ts';
import { writeDistribution } from './sci-distribution.ts';
import { postExit } from './sci-exit.ts';
import { writeNetRents } from './sci-net-rents.ts';
import { writeSciPremises } from './sci-premises.ts';
import { sciReturns } from './sci-returns.ts';
import {
  operatorAdjustments,
  writeNonDeductibleInterest,
  writeNonProfitTax,
  writeTaxableResult,
} from './sci-tax.ts';
import { openSetting, SIGNATURE } from './setting.ts';
import { writeSources } from './sources.ts';
import { writeTenantProject } from './tenant-project.ts';

/**
 * P1: a property company (SCI) held by the operator and an investor buys the site, borrows, and lets it to the
 * operator; the investor leaves in a given year. The operator pays its share of the capital, its fitting-out and
 * machines.
 * @param pathIndex position of the path in the dossier
 * @returns the deal composed; nothing is computed here
 */
export function composeSci(dossier: ResolvedDossier, pathIndex: number, site: Site): Deal {
  const path = dossier.values.paths[pathIndex] as SciPath;
  const { operator, project } = dossier.values;
  const place = `paths[${pathIndex}]`;
  const setting = openSetting(dossier, pathIndex);
  const { calculation, ledger, assume, opening } = setting;
  const transparent = path.vehicle.taxRegime === 'IR';
  const investor = path.ticket.from;
  const exitMonth = calculation.once(
    'sci.exit.month',
    'Mois de la sortie (après la signature)',
    times(over(assume(`${place}.exit.year`, 'years'), constant(1, 'years')), constant(12, 'months')),
  );

  // The property of the vehicle, and its lease to the operator.
  const enterprise = writeOperatingCompany(setting);
  const { activity, existingDebt, renewal } = enterprise;
  const property = writePropertyProject(setting, VEHICLE, site, worksByPayer(setting).owner);
  const vat = writeInvestmentVat(property.setting, property.taxable, {
    recoverable: path.lease.vatOption,
    refundLagMonths: project.vatRefundLagMonths,
    id: 'sci.vat',
  });
  const holding = writeHolding(property.setting);
  postHolding(property.setting, holding);
  const valuation = writeValuation(property.setting, site);
  const leaseSetting = {
    ...property.setting,
    landlord: VEHICLE,
    tenant: OPERATOR,
    term: ((field, unit) => assume(`${place}.lease.${field}`, unit)) as typeof assume,
    rentPerM2: assume(`${place}.lease.rentPerM2Year`, 'money/area/years'),
    landlordHasBooks: true,
  };
  marketRent(setting);
  const lease = writeLease(leaseSetting, path.lease, holding);
  // Before entry into service there is no rent to pay them with: the plan does.
  const carrying = calculation.monthly(
    'sci.carrying-costs',
    'Taxe foncière pendant les travaux',
    choose(isMore(opening, MONTH), holding.taxeFonciere, NO_MONEY),
  );
  const costs = writeLandlordCosts(
    leaseSetting,
    path.lease,
    lease,
    holding,
    `${place}.vehicle.managementCostsYear`,
  );

  // How the vehicle is financed.
  const context = {
    calculation,
    ledger,
    borrower: VEHICLE,
    milestones: {
      signature: SIGNATURE,
      worksStart: setting.worksStart,
      worksEnd: setting.worksEnd,
      opening,
    },
    eligibleCosts: property.eligibleCosts,
    exit: exitMonth,
  };
  const capital = writeSciCapital(setting, path, place, context);
  const otherSources = writeSources(setting, path.sources, {
    place: `${place}.sources`,
    id: VEHICLE,
    borrower: VEHICLE,
    eligibleCosts: property.eligibleCosts,
    exitOf: (party) => (party === investor ? exitMonth : undefined),
  });
  const sources: Source[] = [...capital.sources, ...otherSources];
  // What the investor lends, in its ticket or beside it: it is all settled when it leaves.
  const lent = [...capital.quasiEquity, ...otherSources.filter((source) => isLentBy(source, investor))];
  const plan = writeFundingPlan(setting, path.terms, {
    id: VEHICLE,
    termsPath: `${place}.terms`,
    borrower: VEHICLE,
    base: [
      ...propertyUses(property),
      { id: 'irrecoverable-vat', label: 'TVA non récupérable', paid: vat.cost },
      { id: 'carrying-costs', label: 'Taxe foncière pendant les travaux', paid: carrying },
    ],
    sources,
    vatOutstanding: vat.outstanding,
    cashWanted: `${place}.vehicle.minimumCash`,
  });
  const funding: CompanyFunding = {
    plan,
    planId: VEHICLE,
    sources,
    vat,
    terms: path.terms,
    termsPath: `${place}.terms`,
  };

  // The operator: its own fitting-out, and what it puts in the vehicle.
  const tenant = writeTenantProject(setting);
  enterprise.writeVat({ charges: [], alreadyPosted: [lease.vatDeducted] });
  const operatorSources = writeSources(setting, path.operatorSources, {
    place: `${place}.operatorSources`,
    id: OPERATOR,
    borrower: OPERATOR,
    eligibleCosts: tenant.eligibleCosts,
    costNature: 'tenant-financing-costs',
  });
  const advances = otherSources.filter((source) => source.contributor === OPERATOR);
  const operatorPlan = writeFundingPlan(setting, path.operatorTerms, {
    id: OPERATOR,
    termsPath: `${place}.operatorTerms`,
    borrower: OPERATOR,
    base: [
      { id: 'sci-capital', label: 'Capital de la SCI', paid: capital.operatorCapital },
      ...advances.map(({ id, label, received }) => ({ id: `sci-${id}`, label, paid: received })),
      ...tenant.uses,
      { id: 'deposit', label: 'Dépôts et cautionnements', paid: lease.depositPaid },
      { id: 'start-up', label: 'Déménagement et démarrage', paid: activity.startUpCosts },
    ],
    sources: operatorSources,
    vatOutstanding: tenant.vat.outstanding,
    cashWanted: 'project.openingCash',
    workingCapital: 'project.startUpWorkingCapital',
    costNature: 'tenant-financing-costs',
    // The loan of machines is signed when they come.
    feesAt: setting.opening,
  });
  const operatorFunding: CompanyFunding = {
    plan: operatorPlan,
    planId: OPERATOR,
    sources: operatorSources,
    vat: tenant.vat,
    terms: path.operatorTerms,
    termsPath: `${place}.operatorTerms`,
  };

  // Assets, tax, distributions, exit: posted before any book is opened.
  const building = calculation.once(
    'building.cost',
    'Coût du bâtiment à amortir',
    total(additionsTo(ledger, VEHICLE, 'building')),
  );
  const depreciation = writeBuildingDepreciation(property.setting, building, project.components);
  writeGrantRelease(
    property.setting,
    sources.filter((source) => source.category === 'grant').map((source) => source.received),
    { cumulated: depreciation.cumulated, cost: building },
  );
  tenant.depreciate(operatorSources);
  const net = writeNetRents(setting, funding, {
    lease,
    holding,
    costs,
    targetCover:
      path.lease.solve === 'target-cover' ? assume(`${place}.lease.targetCover`, 'ratio') : undefined,
  });
  const nonDeductible = writeNonDeductibleInterest(setting, sources);
  const distribution = writeDistribution(setting, {
    place,
    investor,
    transparent,
    exit: exitMonth,
    share: capital.operatorShare,
    repairsEndowment: costs.repairsEndowment,
  });
  const exit = postExit(setting, {
    path,
    place,
    month: exitMonth,
    investor,
    investorCapital: capital.investorCapitalAmount,
    operatorShare: capital.operatorShare,
    quasiEquity: lent,
    repairsReserve: distribution.repairsReserve,
    plan,
    lease,
    holding,
    costs,
    valuation,
    buildingDepreciation: depreciation.cumulated,
  });
  const vehicleTax = transparent
    ? undefined
    : writeCorporateTax(setting, VEHICLE, { reducedRate: path.vehicle.reducedCorporateTaxRate });

  // The books of the vehicle, then those of the operator, which read them.
  const vehicle = closeCompany(setting, {
    id: VEHICLE,
    funding,
    tax: vehicleTax,
    adjustments: { added: nonDeductible === undefined ? [] : [nonDeductible] },
    scope: { id: `${VEHICLE}.`, label: `${labelOf(setting, VEHICLE)} : ` },
  });
  const taxableResult = writeTaxableResult(setting, vehicle.books, nonDeductible);
  distribution.define(vehicle.books, taxableResult);
  exit.defineVehicle(vehicle.books, vehicleTax?.lines);
  const operatorTax = operator.subjectToCorporateTax
    ? writeCorporateTax(setting, OPERATOR, { reducedRate: operator.reducedCorporateTaxRate })
    : undefined;
  if (operatorTax === undefined) writeNonProfitTax(setting, transparent, vehicle.books, distribution);
  const company = closeCompany(setting, {
    id: OPERATOR,
    funding: operatorFunding,
    tax: operatorTax,
    adjustments: operatorAdjustments(setting, transparent, taxableResult, distribution),
  });
  const told = exit.defineOperator(company.books);

  const groupPlan = writeGroupPlan(setting, company, vehicle, {
    uses: ['sci-capital', ...advances.map(({ id }) => `sci-${id}`)],
    sources: ['capital-operator', ...advances.map(({ id }) => id)],
    keptByVehicle: ['deposit'],
  });
  passVatOn(ledger);
  const partyFlows = writePartyFlows(ledger);
  const quasi = [...capital.quasiEquity, ...otherSources];
  const covenants = writeSciCovenants(setting, vehicle, net, {
    valuation,
    quasiEquityService: quasi.flatMap(({ service }): MonthlyMoney[] =>
      service === undefined ? [] : scheduled(setting, service, exitMonth),
    ),
    refinancing: [exit.refinancingService],
  });
  const operatorCover = writeOperatorCover(setting, company, { existingDebt, renewal });
  const premises = writeSciPremises(setting, {
    lease,
    distribution,
    exit,
    vehicle,
    valuation,
    equipmentPaid: tenant.equipmentPaid,
    startUpCosts: activity.startUpCosts,
    depreciation: depreciation.cumulated,
    operator: company.books,
  });
  const returns = sciReturns(setting, {
    capital,
    lent,
    distribution,
    exit,
    holding,
    lease,
    costs,
    property,
    vehicle,
    valuation,
  });
  return {
    path,
    setting,
    activity,
    existingDebt,
    operator: company,
    vehicle,
    companies: [company, vehicle],
    plan: groupPlan,
    ownFundsShare: writeOwnFundsShare(setting, [company, vehicle], groupPlan),
    borrower: vehicle,
    property,
    lease,
    holding,
    valuation,
    premises,
    laws: [
      ...company.laws,
      ...vehicle.laws,
      writeLensesLaw(ledger, [company.books, vehicle.books], partyFlows),
    ],
    covenants: [
      ...covenants.covenants,
      ...operatorCover.covenants.map((covenant) => ({
        ...covenant,
        id: `operator-${covenant.id}`,
        label: `Exploitant : ${covenant.label}`,
      })),
    ],
    cover: covenants.cover,
    partyFlows,
    exit: told,
    operatorCover: operatorCover.cover,
    investor: returns.investor,
    returns: returns.flows,
  };
}

/** Whether a source is quasi-equity of this party. */
function isLentBy(source: Source, party: string): source is Source & QuasiEquity {
  return 'lender' in source && source.lender === party;
}

/** Interest and scheduled principal of quasi-equity: what the exit repays early is left out. */
function scheduled(
  { calculation }: ReturnType<typeof openSetting>,
  service: NonNullable<Source['service']>,
  exit: ReturnType<typeof calculation.once<'months', 'defined'>>,
): MonthlyMoney[] {
  const { interest, principal } = service;
  const line = calculation.monthly(
    `${principal.id}.scheduled`,
    `${principal.label}, hors solde de la sortie`,
    choose(isMore(exit, MONTH), principal, NO_MONEY),
  );
  return interest === undefined ? [line] : [interest, line];
}
