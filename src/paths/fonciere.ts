import type { FoncierePath, Site } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { choose, constant, isAtLeast, MONTH, NO_MONEY, over } from '../formula/build.ts';
import { reducedRentOnSchedule } from '../law/state-aid-schedule.ts';
import { writeLensesLaw, writePartyFlows } from '../ledger/laws.ts';
import { passVatOn } from '../ledger/vat-passed-on.ts';
import { aidDiscount } from './aid-register.ts';
import { closeCompany, labelOf, type MonthlyMoney } from './company.ts';
import { writeCorporateTax } from './corporate-tax-entries.ts';
import type { Deal } from './deal.ts';
import { fonciereAllocation, writeReservesDeducted } from './fonciere-allocation.ts';
import { type FonciereProject, writeFonciereTenant, writeFonciereVehicle } from './fonciere-companies.ts';
import { type FonciereLots, lastMonthOfLots, writeFonciereLots } from './fonciere-lots.ts';
import { FONCIERE, type Scope } from './fonciere-members.ts';
import { writeFoncierePremises } from './fonciere-premises.ts';
import { writeReservedCash } from './fonciere-reserved-cash.ts';
import { fonciereReturns } from './fonciere-returns.ts';
import { writeShares } from './fonciere-shares.ts';
import { writeTaxRelief } from './fonciere-tax-relief.ts';
import { writeGroupPlan } from './group-plan.ts';
import { OPERATOR, writeOperatingCompany } from './operating-company.ts';
import { writeOperatorCover } from './operator-cover.ts';
import { writeOwnFundsShare } from './own-funds-share.ts';
import { depreciateBuilding } from './property-project.ts';
import { writeSciCovenants } from './sci-covenants.ts';
import { writeNetRents } from './sci-net-rents.ts';
import { openSetting } from './setting.ts';

const TWELVE = constant(12, 'ratio');

/**
 * P4: a foncière solidaire of several sites, owned by colleges of members, buys this site, borrows for it, lets it to
 * the operator below the market and never sells it.
 *
 * Scope `site`, the column of a comparison: this site alone, with its share of pooled funds and, by area, of pooled
 * costs, as if the vehicle had no other. Scope `vehicle`: the same, and all the other sites, funds and costs.
 * @param pathIndex position of the path in the dossier
 * @returns the deal composed; nothing is computed here
 */
export function composeFonciere(
  dossier: ResolvedDossier,
  pathIndex: number,
  site: Site,
  scope: Scope = 'site',
): Deal {
  const path = dossier.values.paths[pathIndex] as FoncierePath;
  const { operator } = dossier.values;
  const place = `paths[${pathIndex}]`;
  const setting = openSetting(dossier, pathIndex, scope === 'vehicle' ? lastMonthOfLots(path) : 0);
  const { calculation, ledger, assume } = setting;
  const described: FonciereProject = { path, place, site, scope };

  const enterprise = writeOperatingCompany(setting);
  const { activity, existingDebt, renewal } = enterprise;
  const vehicleProject = writeFonciereVehicle(setting, described);
  const { property, holding, valuation, lease, costs, members, pooled, sources } = vehicleProject;
  const { tenant, funding: operatorFunding } = writeFonciereTenant(
    setting,
    described,
    vehicleProject,
    enterprise,
  );

  // Assets, tax, members: posted before any book is opened. The building of this site is depreciated before other sites come.
  depreciateBuilding(setting, property, sources);
  tenant.depreciate(operatorFunding.sources);
  const net = writeNetRents(setting, vehicleProject.funding, {
    lease,
    holding,
    costs,
    hasExit: false,
    targetCover:
      path.lease.solve === 'target-cover' ? assume(`${place}.lease.targetCover`, 'ratio') : undefined,
  });
  const lots: FonciereLots | undefined =
    scope === 'vehicle' ? writeFonciereLots(setting, described, vehicleProject) : undefined;
  const relief = writeTaxRelief(setting, path, members.all);
  const shares = writeShares(setting, path, place, members.all);
  const reserved = writeReservedCash(setting, place, {
    rents: lots === undefined ? lease.rentOfMonth : lots.allRents(lease.rentOfMonth),
    vacancy: lots?.vacancy,
    repairsEndowment: costs.repairsEndowment,
  });
  const deducted = path.vehicle.form === 'SCIC' ? writeReservesDeducted(setting, place) : undefined;
  const vehicleTax = writeCorporateTax(setting, FONCIERE, {
    reducedRate: path.vehicle.reducedCorporateTaxRate,
  });

  const vehicle = closeCompany(setting, {
    id: FONCIERE,
    funding: vehicleProject.funding,
    tax: vehicleTax,
    adjustments: { deducted: deducted === undefined ? [] : [deducted.line] },
    scope: { id: `${FONCIERE}.`, label: `${labelOf(setting, FONCIERE)} : ` },
    allocation: fonciereAllocation(setting, path, place, shares),
    hasOneProject: scope === 'site',
  });
  for (const { needsResult } of pooled.elsewhere) needsResult?.(vehicle.books.result);
  deducted?.define(vehicle.books);
  shares.define(vehicle.books, reserved.all);

  const operatorTax = operator.subjectToCorporateTax
    ? writeCorporateTax(setting, OPERATOR, { reducedRate: operator.reducedCorporateTaxRate })
    : undefined;
  const company = closeCompany(setting, { id: OPERATOR, funding: operatorFunding, tax: operatorTax });

  const groupPlan = writeGroupPlan(setting, company, vehicle, {
    uses: ['members'],
    sources: members.sources.filter(({ contributor }) => contributor === OPERATOR).map(({ id }) => id),
    keptByVehicle: ['deposit'],
  });
  passVatOn(ledger);
  const partyFlows = writePartyFlows(ledger);
  const covenants = writeSciCovenants(setting, vehicle, net, {
    valuation,
    quasiEquityService: [...pooled.here, ...vehicleProject.ownSources].flatMap(
      ({ service }): MonthlyMoney[] =>
        service === undefined
          ? []
          : service.interest === undefined
            ? [service.principal]
            : [service.interest, service.principal],
    ),
    refinancing: [],
  });
  const operatorCover = writeOperatorCover(setting, company, { existingDebt, renewal });
  const returns = fonciereReturns(setting, {
    scope,
    shares,
    relief,
    lent: [...pooled.here, ...pooled.elsewhere, ...vehicleProject.ownSources],
    vehicleProject,
    vehicle,
  });
  const monthlyMarketRent = calculation.monthly(
    'fonciere.market-rent-of-month',
    'Loyer de marché du mois',
    choose(isAtLeast(MONTH, setting.opening), over(valuation.marketRent, TWELVE), NO_MONEY),
  );
  const rentAdvantage = reducedRentOnSchedule(calculation, 'fonciere.rent-advantage', 'Avantage de loyer', {
    marketRent: monthlyMarketRent,
    rent: lease.rentOfMonth,
    discount: aidDiscount(setting),
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
    premises: writeFoncierePremises(setting, {
      lease,
      members: shares.members,
      equipmentPaid: tenant.equipmentPaid,
      startUpCosts: activity.startUpCosts,
    }),
    laws: [
      ...company.laws,
      ...vehicle.laws,
      ...(lots?.laws ?? []),
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
    exit: undefined,
    operatorCover: operatorCover.cover,
    investor: returns.investor,
    returns: returns.flows,
    fonciere: {
      rentAdvantage,
      scope,
      rent: vehicleProject.rent,
      sharing: vehicleProject.sharing,
      shares,
      reserved,
      relief,
      lots,
    },
  };
}
