import type { SciPath, Site } from '../dossier/dossier.ts';
import type { Line } from '../formula/operations.ts';
import type { QuasiEquity } from '../instruments/quasi-equity.ts';
import type { CompanyFunding } from './company.ts';
import { writeFundingPlan } from './funding-plan.ts';
import type { Source } from './funding-plan-rows.ts';
import { writeLetWalls } from './let-walls.ts';
import { OPERATOR, type writeOperatingCompany } from './operating-company.ts';
import { VEHICLE, writeSciCapital } from './sci-capital.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';
import { writeSources } from './sources.ts';
import { writeTenantProject } from './tenant-project.ts';
import { writeVehicleFunding } from './vehicle-funding.ts';

/** A path through a property company, and where it stands in the dossier. */
export interface SciProject {
  readonly path: SciPath;
  readonly place: string;
  readonly site: Site;
  readonly exitMonth: Line<'months', 'once', 'defined'>;
}

/**
 * The property of the vehicle, its lease to the operator, and how the vehicle is financed.
 * @param exitMonth month in which the investor leaves
 */
export function writeSciVehicle(setting: PathSetting, { path, place, site, exitMonth }: SciProject) {
  const { calculation, ledger, opening } = setting;
  const investor = path.ticket.from;
  const { property, vat, holding, valuation, lease, carrying, costs } = writeLetWalls(setting, {
    landlord: VEHICLE,
    place,
    site,
    lease: path.lease,
  });

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
  const funding = writeVehicleFunding(setting, {
    id: VEHICLE,
    place,
    terms: path.terms,
    property,
    vat,
    carrying,
    sources,
    guaranteed: { place, by: path },
  });
  const { plan } = funding;
  return { property, holding, valuation, lease, costs, capital, otherSources, sources, lent, plan, funding };
}

/** Whether a source is quasi-equity of this party. */
function isLentBy(source: Source, party: string): source is Source & QuasiEquity {
  return 'lender' in source && source.lender === party;
}

/** The operator: its own fitting-out, and what it puts in the vehicle. */
export function writeSciOperator(
  setting: PathSetting,
  { path, place }: SciProject,
  vehicle: ReturnType<typeof writeSciVehicle>,
  enterprise: ReturnType<typeof writeOperatingCompany>,
) {
  const { capital, lease, otherSources } = vehicle;
  const { activity } = enterprise;
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
  return { tenant, advances, funding: operatorFunding };
}
