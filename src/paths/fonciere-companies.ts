import type { FoncierePath, Site } from '../dossier/dossier.ts';
import {
  choose,
  isMore,
  MONTH,
  minus,
  NO_MONEY,
  ONE_RATIO,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import { INSTRUMENTS } from '../instruments/instruments.ts';
import { postHolding, writeHolding, writeValuation } from '../property/holding.ts';
import { writeInvestmentVat } from '../property/investment-vat.ts';
import { writeLandlordCosts } from '../property/landlord-costs.ts';
import { writeLease } from '../property/lease.ts';
import type { CompanyFunding } from './company.ts';
import { FONCIERE, type Scope, writeMembers, writeSharing } from './fonciere-members.ts';
import { writeSolidarityRent } from './fonciere-rent.ts';
import { writeFundingPlan } from './funding-plan.ts';
import type { Source } from './funding-plan-rows.ts';
import { OPERATOR, type writeOperatingCompany } from './operating-company.ts';
import { worksByPayer, writePropertyProject } from './property-project.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';
import { writeSources } from './sources.ts';
import { writeTenantProject } from './tenant-project.ts';
import { writeVehicleFunding } from './vehicle-funding.ts';

/** A path through a foncière solidaire, where it stands in the dossier, and which of its sites are counted. */
export interface FonciereProject {
  readonly path: FoncierePath;
  readonly place: string;
  readonly site: Site;
  readonly scope: Scope;
}

/** This site in the vehicle: bought, let below the market, financed by its share of what is pooled and by its own loan. */
export function writeFonciereVehicle(setting: PathSetting, { path, place, site, scope }: FonciereProject) {
  const { calculation, assume, opening } = setting;
  const { project } = setting.dossier.values;
  const property = writePropertyProject(setting, FONCIERE, site, worksByPayer(setting).owner);
  const vat = writeInvestmentVat(property.setting, property.taxable, {
    recoverable: path.lease.vatOption,
    refundLagMonths: project.vatRefundLagMonths,
    id: 'fonciere.vat',
  });
  const holding = writeHolding(property.setting);
  postHolding(property.setting, holding);
  const valuation = writeValuation(property.setting, site);
  const rent = writeSolidarityRent(setting, path, place);
  const leaseSetting = {
    ...property.setting,
    landlord: FONCIERE,
    tenant: OPERATOR,
    term: ((field, unit) => assume(`${place}.lease.${field}`, unit)) as typeof assume,
    rentPerM2: rent.perM2,
    landlordHasBooks: true,
  };
  const lease = writeLease(leaseSetting, path.lease, holding);
  const carrying = calculation.monthly(
    'fonciere.carrying-costs',
    'Taxe foncière pendant les travaux',
    choose(isMore(opening, MONTH), holding.taxeFonciere, NO_MONEY),
  );
  const sharing = writeSharing(setting, path, place);
  const costs = writeLandlordCosts(
    leaseSetting,
    path.lease,
    lease,
    holding,
    `${place}.vehicle.managementCostsYear`,
    sharing.ofArea,
  );

  const members = writeMembers(setting, path, place, sharing, scope);
  const pooled = writePooledSources(
    setting,
    { path, place, site, scope },
    sharing.ofFunds,
    property.eligibleCosts,
  );
  const ownSources = writeSources(setting, path.sources, {
    place: `${place}.sources`,
    id: FONCIERE,
    borrower: FONCIERE,
    eligibleCosts: property.eligibleCosts,
  });
  const sources: Source[] = [...members.sources, ...pooled.here, ...ownSources];
  const funding = writeVehicleFunding(setting, {
    id: FONCIERE,
    place,
    terms: path.terms,
    property,
    vat,
    carrying,
    sources,
  });
  const { plan } = funding;
  return {
    property,
    holding,
    valuation,
    rent,
    lease,
    leaseSetting,
    costs,
    sharing,
    members,
    pooled,
    ownSources,
    sources,
    plan,
    funding,
  };
}

/**
 * Titles and other funds of the whole vehicle: their share for this site, a source of its plan; and, when the whole
 * vehicle is counted, the rest of each, under the same terms.
 */
function writePooledSources(
  setting: PathSetting,
  { path, place, scope }: FonciereProject,
  share: Formula<'ratio', 'once', 'defined'>,
  eligibleCosts: Parameters<typeof writeSources>[2]['eligibleCosts'],
): { readonly here: readonly Source[]; readonly elsewhere: readonly Source[] } {
  const { calculation, ledger, assume } = setting;
  const about = { party: FONCIERE };
  const here: Source[] = [];
  const elsewhere: Source[] = [];
  path.pooledSources.forEach((source, index) => {
    const prefix = `${place}.pooledSources[${index}]`;
    const whole = assume(`${prefix}.amount`, 'money');
    const ofSite = calculation.once(
      `fonciere.pooled.${source.id}.here`,
      `${source.label} : part de ce site`,
      roundedToCents(times(whole, share)),
      about,
    );
    const compose = INSTRUMENTS[source.kind].compose as (
      context: unknown,
      terms: typeof source,
    ) => Omit<Source, 'id' | 'label'>;
    // Of the whole result, each part of the funds has its part of the key: the two together have it once.
    const keyOf = (part: Formula<'ratio', 'once', 'defined'>) => {
      const key = assume(`${prefix}.resultShare`, 'ratio');
      return scope === 'site' ? key : times(key, part);
    };
    const post = (
      id: string,
      amount: Formula<'money', 'once', 'defined'>,
      part: Formula<'ratio', 'once', 'defined'>,
    ): Source => ({
      id: source.id,
      label: source.label,
      ...compose(
        {
          calculation,
          ledger,
          borrower: FONCIERE,
          id,
          assume: <U extends Unit>(field: string, unit: U) =>
            (field === 'amount'
              ? amount
              : field === 'resultShare'
                ? keyOf(part)
                : assume(`${prefix}.${field}`, unit)) as Formula<U, 'once', 'defined'>,
          milestones: {
            signature: SIGNATURE,
            worksStart: setting.worksStart,
            worksEnd: setting.worksEnd,
            opening: setting.opening,
          },
          eligibleCosts,
        },
        source,
      ),
    });
    here.push(post(`fonciere.source.${source.id}`, ofSite, share));
    if (scope === 'site') return;
    elsewhere.push(
      post(
        `fonciere.source.${source.id}.elsewhere`,
        calculation.once(
          `fonciere.pooled.${source.id}.elsewhere`,
          `${source.label} : autres sites`,
          minus(whole, ofSite),
          about,
        ),
        minus(ONE_RATIO, share),
      ),
    );
  });
  return { here, elsewhere };
}

/** The operator: its own fitting-out and machines, its deposit, the parts sociales that it subscribes. */
export function writeFonciereTenant(
  setting: PathSetting,
  { path, place }: FonciereProject,
  vehicle: ReturnType<typeof writeFonciereVehicle>,
  enterprise: ReturnType<typeof writeOperatingCompany>,
) {
  const { members, lease } = vehicle;
  const tenant = writeTenantProject(setting);
  enterprise.writeVat({ charges: [], alreadyPosted: [lease.vatDeducted] });
  const sources = writeSources(setting, path.operatorSources, {
    place: `${place}.operatorSources`,
    id: OPERATOR,
    borrower: OPERATOR,
    eligibleCosts: tenant.eligibleCosts,
    costNature: 'tenant-financing-costs',
  });
  const plan = writeFundingPlan(setting, path.operatorTerms, {
    id: OPERATOR,
    termsPath: `${place}.operatorTerms`,
    borrower: OPERATOR,
    base: [
      ...(members.byOperator === undefined
        ? []
        : [{ id: 'members', label: 'Parts sociales de la foncière', paid: members.byOperator }]),
      ...tenant.uses,
      { id: 'deposit', label: 'Dépôts et cautionnements', paid: lease.depositPaid },
      { id: 'start-up', label: 'Déménagement et démarrage', paid: enterprise.activity.startUpCosts },
    ],
    sources,
    vatOutstanding: tenant.vat.outstanding,
    cashWanted: 'project.openingCash',
    workingCapital: 'project.startUpWorkingCapital',
    costNature: 'tenant-financing-costs',
    feesAt: setting.opening,
  });
  const funding: CompanyFunding = {
    plan,
    planId: OPERATOR,
    sources,
    vat: tenant.vat,
    terms: path.operatorTerms,
    termsPath: `${place}.operatorTerms`,
  };
  return { tenant, funding };
}
