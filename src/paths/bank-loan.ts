import type { BankLoanPath, Site } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { type ActivitySetting, writeActivity, writeOperatingVat } from '../enterprise/activity.ts';
import { writeRenewal } from '../enterprise/renewal.ts';
import { total } from '../formula/build.ts';
import type { Unit } from '../formula/units.ts';
import type { FundingContext } from '../instruments/instrument.ts';
import { INSTRUMENTS } from '../instruments/instruments.ts';
import { additionsTo, openBooks } from '../ledger/books.ts';
import { writeCashLaws, writeCashPlan, writeFundingStatement } from '../ledger/cash-statements.ts';
import { writeManagementBalances } from '../ledger/income-statement.ts';
import { writeLaws, writePartyFlows } from '../ledger/laws.ts';
import { writeDepreciation, writeGrantRelease } from '../property/depreciation.ts';
import { defineTaxableProfit, writeCorporateTax } from './corporate-tax-entries.ts';
import { writeCovenants } from './covenants.ts';
import type { Deal } from './deal.ts';
import { writeFundingLaws } from './funding-laws.ts';
import { type Source, type Use, writeFundingPlan } from './funding-plan.ts';
import { writeOpeningBalance } from './opening-balance.ts';
import { type PropertyProject, writePropertyProject } from './property-project.ts';
import { openSetting, type PathSetting, SIGNATURE } from './setting.ts';

const OPERATOR = 'operator';

/** The sources of a path, each posted by its instrument. */
function writeSources(
  setting: PathSetting,
  path: BankLoanPath,
  pathIndex: number,
  eligibleCosts: FundingContext['eligibleCosts'],
): Source[] {
  return path.sources.map((source, index) => {
    const prefix = `paths[${pathIndex}].sources[${index}]`;
    const context: FundingContext = {
      calculation: setting.calculation,
      ledger: setting.ledger,
      borrower: OPERATOR,
      id: `${path.id}.source.${source.id}`,
      assume: <U extends Unit>(field: string, unit: U) => setting.assume(`${prefix}.${field}`, unit),
      milestones: {
        signature: SIGNATURE,
        worksStart: setting.worksStart,
        worksEnd: setting.worksEnd,
        opening: setting.opening,
      },
      eligibleCosts,
    };
    const compose = INSTRUMENTS[source.kind].compose as (
      context: FundingContext,
      terms: typeof source,
    ) => Omit<Source, 'id' | 'label'>;
    return { id: source.id, label: source.label, ...compose(context, source) };
  });
}

/** What the project costs before its financing, use by use, in the order of a plan de financement. */
function usesOf(property: PropertyProject, activity: { readonly startUpCosts: Use['paid'] }): Use[] {
  const { purchase, works, equipment, vat } = property;
  return [
    { id: 'land', label: 'Terrain', paid: purchase.landPaid },
    { id: 'building', label: 'Bâtiment', paid: purchase.buildingPaid },
    { id: 'acquisition-costs', label: "Frais d'acquisition", paid: purchase.acquisitionCostsPaid },
    { id: 'works', label: 'Travaux', paid: works.worksPaid },
    { id: 'fees', label: "Honoraires de maîtrise d'œuvre", paid: works.feesPaid },
    { id: 'contingencies', label: 'Aléas', paid: works.contingenciesPaid },
    { id: 'equipment', label: 'Matériel et outillage industriels', paid: equipment.paid },
    { id: 'irrecoverable-vat', label: 'TVA non récupérable', paid: vat.cost },
    { id: 'start-up', label: 'Déménagement et démarrage', paid: activity.startUpCosts },
  ];
}

/**
 * R1, « prêt bancaire seul »: the operator buys the site in its own books, with its own funds, grants and a bank loan.
 * @param pathIndex position of the path in the dossier
 * @returns the deal composed; nothing is computed here
 */
export function composeBankLoan(dossier: ResolvedDossier, pathIndex: number, site: Site): Deal {
  const path = dossier.values.paths[pathIndex] as BankLoanPath;
  const { operator, project } = dossier.values;
  const termsPath = `paths[${pathIndex}].terms`;
  const setting = openSetting(dossier);
  const { calculation, ledger, assume } = setting;

  const existingDebt = writeOpeningBalance(setting, OPERATOR);
  const property = writePropertyProject(setting, OPERATOR, site);
  const activitySetting: ActivitySetting = {
    calculation,
    ledger,
    company: OPERATOR,
    assume,
    opening: setting.opening,
    inflationIndex: property.holding.inflationIndex,
  };
  const activity = writeActivity(activitySetting, operator.jobs);
  const renewal = writeRenewal(activitySetting, operator.renewalLifeYears);
  if (operator.subjectToVat) {
    writeOperatingVat(activitySetting, activity.sales, [
      activity.purchases,
      activity.fixedCosts,
      activity.formerRent,
      activity.startUpCosts,
      property.holding.charges,
      renewal,
    ]);
  }
  const sources = writeSources(setting, path, pathIndex, property.eligibleCosts);
  const plan = writeFundingPlan(setting, path.terms, {
    id: path.id,
    termsPath,
    borrower: OPERATOR,
    base: usesOf(property, activity),
    sources,
    vatOutstanding: property.vat.outstanding,
  });

  const building = calculation.once(
    'building.cost',
    'Coût du bâtiment à amortir',
    total(additionsTo(ledger, OPERATOR, 'building')),
  );
  const depreciation = writeDepreciation(property.setting, building, project);
  const grants = sources.filter((source) => source.category === 'grant').map((source) => source.received);
  writeGrantRelease(property.setting, grants, depreciation, building);

  const tax = operator.subjectToCorporateTax
    ? writeCorporateTax(setting, OPERATOR, { reducedRate: operator.reducedCorporateTaxRate })
    : undefined;
  const books = openBooks(ledger, OPERATOR);
  if (tax !== undefined) defineTaxableProfit(setting, tax, books);
  const balances = writeManagementBalances(ledger, books);
  const cashPlan = writeCashPlan(ledger, books);
  const fundingStatement = writeFundingStatement(ledger, books, balances);
  const partyFlows = writePartyFlows(ledger);
  const covenants = writeCovenants(setting, path.id, path.terms, termsPath, {
    plan,
    property,
    balances,
    existingDebt,
    sources,
    renewal,
  });
  return {
    path,
    setting,
    property,
    activity,
    sources,
    plan,
    existingDebt,
    books,
    balances,
    cashPlan,
    fundingStatement,
    partyFlows,
    laws: [
      ...writeLaws(ledger, books, balances, partyFlows),
      ...writeCashLaws(ledger, cashPlan, fundingStatement),
      ...writeFundingLaws(setting, OPERATOR, plan, sources),
    ],
    ...covenants,
  };
}
