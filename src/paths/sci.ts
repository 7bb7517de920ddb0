import type { SciPath, Site } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { choose, constant, isMore, MONTH, NO_MONEY, over, times } from '../formula/build.ts';
import { writeLensesLaw, writePartyFlows } from '../ledger/laws.ts';
import { passVatOn } from '../ledger/vat-passed-on.ts';
import { closeCompany, labelOf, type MonthlyMoney } from './company.ts';
import { writeCorporateTax } from './corporate-tax-entries.ts';
import type { Deal } from './deal.ts';
import type { Source } from './funding-plan-rows.ts';
import { writeGroupPlan } from './group-plan.ts';
import { OPERATOR, writeOperatingCompany } from './operating-company.ts';
import { writeOperatorCover } from './operator-cover.ts';
import { writeOwnFundsShare } from './own-funds-share.ts';
import { depreciateBuilding } from './property-project.ts';
import { VEHICLE } from './sci-capital.ts';
import { writeSciOperator, writeSciVehicle } from './sci-companies.ts';
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
import { openSetting } from './setting.ts';

/**
 * P1: a property company (SCI) held by the operator and an investor buys the site, borrows, and lets it to the
 * operator; the investor leaves in a given year. The operator pays its share of the capital, its fitting-out and
 * machines.
 * @param pathIndex position of the path in the dossier
 * @returns the deal composed; nothing is computed here
 */
export function composeSci(dossier: ResolvedDossier, pathIndex: number, site: Site): Deal {
  const path = dossier.values.paths[pathIndex] as SciPath;
  const { operator } = dossier.values;
  const place = `paths[${pathIndex}]`;
  const setting = openSetting(dossier, pathIndex);
  const { calculation, ledger, assume } = setting;
  const transparent = path.vehicle.taxRegime === 'IR';
  const investor = path.ticket.from;
  const exitMonth = calculation.once(
    'sci.exit.month',
    'Mois de la sortie (après la signature)',
    times(over(assume(`${place}.exit.year`, 'years'), constant(1, 'years')), constant(12, 'months')),
  );

  const enterprise = writeOperatingCompany(setting);
  const { activity, existingDebt, renewal } = enterprise;
  const described = { path, place, site, exitMonth };
  const vehicleProject = writeSciVehicle(setting, described);
  const { property, holding, valuation, lease, costs, capital, otherSources, sources, lent, plan } =
    vehicleProject;
  const {
    tenant,
    advances,
    funding: operatorFunding,
  } = writeSciOperator(setting, described, vehicleProject, enterprise);

  // Assets, tax, distributions, exit: posted before any book is opened.
  const depreciation = depreciateBuilding(setting, property, sources);
  tenant.depreciate(operatorFunding.sources);
  const net = writeNetRents(setting, vehicleProject.funding, {
    lease,
    holding,
    costs,
    hasExit: true,
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
    funding: vehicleProject.funding,
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
      ...(plan.guarantees === undefined ? [] : [plan.guarantees.law]),
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
    guarantees: plan.guarantees,
    operatorCover: operatorCover.cover,
    investor: returns.investor,
    returns: returns.flows,
  };
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
