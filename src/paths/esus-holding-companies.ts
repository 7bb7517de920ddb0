import type { EsusHoldingPath, Site } from '../dossier/dossier.ts';
import { choose, isEqual, MONTH, NO_MONEY, plus } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import { type CompanyFunding, labelOf } from './company.ts';
import { writeFundingPlan } from './funding-plan.ts';
import type { Source, Use } from './funding-plan-rows.ts';
import { writeLetWalls } from './let-walls.ts';
import { OPERATOR, type writeOperatingCompany } from './operating-company.ts';
import { type PathSetting, SIGNATURE, subsidiaryParty } from './setting.ts';
import { writeShareCapital } from './share-capital.ts';
import { writeSources } from './sources.ts';
import { writeSubsidiary } from './subsidiary.ts';
import { writeTenantProject } from './tenant-project.ts';
import { writeVehicleFunding } from './vehicle-funding.ts';

/** The party of the holding. */
export const HOLDING = 'esus-holding';

/** A path through a holding, and where it stands in the dossier. */
export interface HoldingProject {
  readonly path: EsusHoldingPath;
  readonly place: string;
  readonly site: Site;
  readonly exitMonth: Line<'months', 'once', 'defined'>;
}

/**
 * The companies of a group before their books are opened: the holding that buys the walls and opens its capital, the
 * enterprise that rents from it and may receive capital from it, the other subsidiaries.
 */
export function writeHoldingCompanies(
  setting: PathSetting,
  project: HoldingProject,
  enterprise: ReturnType<typeof writeOperatingCompany>,
) {
  const { calculation, ledger, assume } = setting;
  const { path, place, exitMonth } = project;
  const walls = writeLetWalls(setting, { landlord: HOLDING, place, site: project.site, lease: path.lease });
  const about = { party: HOLDING };
  const atSignature = (id: string, label: string, field: string) => {
    const total = calculation.once(`${HOLDING}.${id}`, label, plus(assume(field, 'money')), about);
    const paid = calculation.monthly(
      `${HOLDING}.${id}-paid`,
      `${label}, payé`,
      choose(isEqual(MONTH, SIGNATURE), total, NO_MONEY),
      about,
    );
    return { total, paid };
  };

  // The enterprise: what its holding puts in it, its own sources, its plan.
  const tenant = writeTenantProject(setting);
  enterprise.writeVat({ charges: [], alreadyPosted: [walls.lease.vatDeducted] });
  const holdingName = labelOf(setting, HOLDING);
  const hasCapital = !path.enterprise.funding.isZero();
  const given = hasCapital
    ? atSignature('enterprise-capital', 'Apport en capital à l’entreprise', `${place}.enterprise.funding`)
    : undefined;
  if (given !== undefined) ledger.transfer(HOLDING, OPERATOR, 'capital-subscription', given.paid);
  const listed = writeSources(setting, path.operatorSources, {
    place: `${place}.operatorSources`,
    id: OPERATOR,
    borrower: OPERATOR,
    eligibleCosts: tenant.eligibleCosts,
    costNature: 'tenant-financing-costs',
  });
  const operatorSources: Source[] = [
    ...(given === undefined
      ? []
      : [
          {
            id: 'holding-capital',
            label: `Capital : ${holdingName}`,
            category: 'own-funds' as const,
            contributor: HOLDING,
            received: given.paid,
            total: given.total,
          },
        ]),
    ...listed,
  ];
  const advances = listed.filter(({ contributor }) => contributor === HOLDING);
  const operatorPlan = writeFundingPlan(setting, path.operatorTerms, {
    id: OPERATOR,
    termsPath: `${place}.operatorTerms`,
    borrower: OPERATOR,
    base: [
      ...tenant.uses,
      { id: 'deposit', label: 'Dépôts et cautionnements', paid: walls.lease.depositPaid },
      { id: 'start-up', label: 'Déménagement et démarrage', paid: enterprise.activity.startUpCosts },
    ],
    sources: operatorSources,
    vatOutstanding: tenant.vat.outstanding,
    cashWanted: 'project.openingCash',
    workingCapital: 'project.startUpWorkingCapital',
    costNature: 'tenant-financing-costs',
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

  // The holding: its capital, what it puts in others, its plan.
  const context = {
    calculation,
    ledger,
    borrower: HOLDING,
    milestones: {
      signature: SIGNATURE,
      worksStart: setting.worksStart,
      worksEnd: setting.worksEnd,
      opening: setting.opening,
    },
    eligibleCosts: walls.property.eligibleCosts,
    exit: exitMonth,
  };
  const capital = writeShareCapital(setting, path, place, HOLDING, context);
  const issueCosts = path.vehicle.issueCosts.isZero()
    ? undefined
    : atSignature('issue-costs', 'Frais de la levée de fonds', `${place}.vehicle.issueCosts`);
  if (issueCosts !== undefined) ledger.transfer(HOLDING, 'suppliers', 'start-up-costs', issueCosts.paid);
  const funded = path.subsidiaries.map((terms, index) => ({
    terms,
    ...writeSubsidiary(setting, terms, `${place}.subsidiaries[${index}]`, HOLDING),
  }));
  const withinUses: Use[] = [
    ...(given === undefined
      ? []
      : [{ id: 'enterprise-capital', label: 'Apport en capital à l’entreprise', paid: given.paid }]),
    ...advances.map(({ id, label, received }) => ({ id: `advance-${id}`, label, paid: received })),
  ];
  const otherSources = writeSources(setting, path.sources, {
    place: `${place}.sources`,
    id: HOLDING,
    borrower: HOLDING,
    eligibleCosts: walls.property.eligibleCosts,
  });
  const sources: Source[] = [...capital.sources, ...otherSources];
  const besideWalls: Use[] = [
    ...withinUses,
    ...funded.flatMap(({ terms, funded: paid }) =>
      terms.funding.isZero() ? [] : [{ id: subsidiaryParty(terms), label: `Apport à ${terms.name}`, paid }],
    ),
    ...(issueCosts === undefined
      ? []
      : [{ id: 'issue-costs', label: 'Frais de la levée de fonds', paid: issueCosts.paid }]),
  ];
  const funding = writeVehicleFunding(setting, {
    id: HOLDING,
    place,
    terms: path.terms,
    property: walls.property,
    vat: walls.vat,
    carrying: walls.carrying,
    sources,
    otherUses: besideWalls,
  });
  return {
    walls,
    tenant,
    capital,
    otherSources,
    sources,
    funding,
    operatorFunding,
    besideWalls: besideWalls.map(({ id }) => id),
    within: {
      uses: [],
      sources: [],
      keptByVehicle: ['deposit'],
      toOperator: {
        uses: withinUses.map(({ id }) => id),
        sources: operatorSources.filter(({ contributor }) => contributor === HOLDING).map(({ id }) => id),
      },
    },
  };
}
