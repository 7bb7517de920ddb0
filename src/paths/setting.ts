import { assumptionsOf } from '../dossier/assumptions.ts';
import type { PathDescription } from '../dossier/dossier.ts';
import { monthsBetween } from '../dossier/months.ts';
import { styleOfRatio } from '../dossier/ratio-styles.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { guaranteedLoanOf, hasVehicle } from '../dossier/sources.ts';
import { constant, power, YEAR } from '../formula/build.ts';
import { Calculation } from '../formula/calculation.ts';
import type { Assumption, Formula, Line } from '../formula/operations.ts';
import { growthFactor } from '../formula/rates.ts';
import { createTimeline } from '../formula/timeline.ts';
import type { Unit } from '../formula/units.ts';
import { INSTRUMENTS } from '../instruments/instruments.ts';
import { quasiEquityEnd } from '../instruments/quasi-equity-conditions.ts';
import { applyLawOf } from '../law/figure.ts';
import { applyBaseRate } from '../law/state-aid.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Party } from '../ledger/parties.ts';
import { addCarryingParties } from '../property/epf-carrying.ts';

type Month = Formula<'months', 'once', 'defined'>;

/** The party of the enterprise in every deal. */
export const OPERATOR = 'operator';

/** The party of another subsidiary of the holding. */
export function subsidiaryParty({ id }: { readonly id: string }): string {
  return `filiale-${id}`;
}

/** Who holds the rest of the subsidiaries that the holding does not hold whole. */
export const OTHER_ASSOCIATES = 'subsidiary-associates';

/** The company that issues the bond of a contrat à impact, in the circuit that has one. */
export const IMPACT_VEHICLE = 'impact-vehicle';

/** The month of signature, from which all are counted. */
export const SIGNATURE: Month = constant(0, 'months');

/** What every path of a dossier is composed with. */
export interface PathSetting {
  readonly dossier: ResolvedDossier;
  readonly calculation: Calculation;
  readonly ledger: Ledger;
  readonly assume: <U extends Unit>(path: string, unit: U) => Assumption<U>;
  readonly purchase: Month;
  readonly worksStart: Month;
  readonly worksEnd: Month;
  readonly opening: Month;
  /** Prices of each fiscal year, those of signature being 1. */
  readonly inflationIndex: Line<'ratio', 'yearly', 'defined'>;
  /** Last month read by key figures. */
  readonly horizon: Month;
}

/** The parties that every deal knows; a dossier may rename them by giving a party of the same id. */
const USUAL_PARTIES: readonly Party[] = [
  { id: 'owners', label: 'Associés ou membres', role: 'owners', side: 'private', isCompanyOfTheDeal: false },
  { id: 'bank', label: 'Banque', role: 'bank', side: 'private', isCompanyOfTheDeal: false },
  {
    id: 'land-owner',
    label: 'Vendeur du site',
    role: 'land-owner',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'existing-lenders',
    label: 'Prêteurs en place avant le projet',
    role: 'bank',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'notary',
    label: 'Notaire (actes, garanties, débours)',
    role: 'notary',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'builders',
    label: 'Entreprises de travaux',
    role: 'builders',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  { id: 'suppliers', label: 'Fournisseurs', role: 'suppliers', side: 'private', isCompanyOfTheDeal: false },
  { id: 'customers', label: 'Clients', role: 'customers', side: 'private', isCompanyOfTheDeal: false },
  {
    id: 'employees',
    label: 'Salariés et organismes sociaux',
    role: 'employees',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'former-landlord',
    label: 'Bailleur des locaux quittés',
    role: 'landlord',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'state',
    label: 'État (aides au poste)',
    role: 'state',
    side: 'public-aid',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'state-payer',
    label: 'État (payeur du contrat à impact)',
    role: 'state',
    side: 'public-aid',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'state-tax-relief',
    label: 'Trésor public (réductions d’impôt)',
    role: 'state',
    side: 'public-aid',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'tax-office',
    label: 'Trésor public et collectivités (impôts)',
    role: 'state',
    side: 'public-market',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'landlord',
    label: 'Bailleur du site',
    role: 'landlord',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'investor',
    label: 'Investisseur à impact',
    role: 'investor',
    side: 'public-market',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'citizens',
    label: 'Souscripteurs citoyens',
    role: 'citizens',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'other-tenants',
    label: 'Locataires des autres sites',
    role: 'tenants',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'public-funders',
    label: 'Financeurs publics des autres sites',
    role: 'public-funder',
    side: 'public-aid',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'structurer',
    label: 'Structureur du contrat à impact',
    role: 'suppliers',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  {
    id: 'evaluator',
    label: 'Évaluateur indépendant',
    role: 'suppliers',
    side: 'private',
    isCompanyOfTheDeal: false,
  },
  { id: 'to-be-found', label: 'À trouver', role: 'to-be-found', side: 'private', isCompanyOfTheDeal: false },
];

/** Who lets its land for decades sells nothing. */
const LESSOR: Party = {
  id: 'land-owner',
  label: 'Propriétaire du site (bailleur de longue durée)',
  role: 'land-owner',
  side: 'private',
  isCompanyOfTheDeal: false,
};

/** Without a site the enterprise leaves nothing: it goes on renting where it is. */
const KEPT_LANDLORD: Party = {
  id: 'former-landlord',
  label: 'Bailleur des locaux',
  role: 'landlord',
  side: 'private',
  isCompanyOfTheDeal: false,
};

/** Last contractual month of a path: the timeline holds it, so that what is owed is settled inside it. */
function lastContractualMonth(dossier: ResolvedDossier, path: PathDescription): number {
  const { values } = dossier;
  const opening = monthsBetween(values.signature, values.project.opening);
  const after = (terms: { readonly payments: number; readonly paymentsPerYear: number }) =>
    opening + (terms.payments * 12) / terms.paymentsPerYear;
  const loans = [after(path.terms)];
  const listed = [...path.sources];
  if (path.kind === 'fonciere') {
    listed.push(...path.operatorSources, ...path.pooledSources);
    loans.push(after(path.operatorTerms));
  }
  if (path.kind === 'esus-holding') {
    listed.push(...path.operatorSources);
    loans.push(
      after(path.operatorTerms),
      path.exit.year * 12 + 1,
      ...path.bonds.map((terms) => quasiEquityEnd(terms, opening)),
      ...path.subsidiaries.map(({ existingDebtYears }) => existingDebtYears * 12),
    );
  }
  if (path.kind === 'sci') {
    const { exit, operatorTerms, operatorSources } = path;
    listed.push(...operatorSources);
    loans.push(
      after(operatorTerms),
      (exit.year + exit.refinancingYears) * 12 + 1,
      ...path.ticket.instruments.map((terms) => quasiEquityEnd(terms, opening)),
    );
  }
  if (path.kind === 'impact-bond' && values.programme !== null) {
    const { expenses, measurements } = values.programme;
    loans.push(
      ...measurements.map(({ month }) => month + path.paymentDelayMonths),
      ...expenses.map(({ firstMonth, months }) => firstMonth + months),
    );
  }
  const sources = listed.map((source) => {
    const { lastMonth } = INSTRUMENTS[source.kind] as {
      readonly lastMonth?: (terms: typeof source, opening: number) => number;
    };
    return lastMonth?.(source, opening) ?? 0;
  });
  const guaranteed = guaranteedLoanOf(path);
  // The sale of the security after the default tested, once guarantors have paid.
  const defaultSettled =
    guaranteed === undefined || guaranteed.guarantees.length === 0
      ? 0
      : (guaranteed.risk.stressedYear - 1) * 12 + guaranteed.risk.recoveryMonths;
  const vatRefunded = opening + values.project.vatRefundLagMonths;
  return Math.max(vatRefunded, values.operator.existingDebtYears * 12, defaultSettled, ...loans, ...sources);
}

/**
 * Opens the calculation and the ledger of one path: timeline to the later of the horizon and the last contractual
 * flow, usual parties, the company of the deal, the dates as assumptions.
 * @param lastMonth of flows that the path alone does not tell (other sites of its vehicle)
 */
export function openSetting(dossier: ResolvedDossier, pathIndex: number, lastMonth = 0): PathSetting {
  const { values } = dossier;
  const path = values.paths[pathIndex] as PathDescription;
  const horizonMonths = values.horizonYears * 12;
  const calculation = new Calculation(
    createTimeline(
      values.signature,
      Math.max(horizonMonths, lastContractualMonth(dossier, path), lastMonth) + 1,
    ),
    styleOfRatio,
  );
  applyLawOf(calculation, values.lawDate);
  const ledger = new Ledger(calculation);
  for (const party of values.parties) ledger.party({ ...party, isCompanyOfTheDeal: false });
  if (values.site === null) ledger.party(KEPT_LANDLORD);
  if (values.site?.landLease != null) ledger.party(LESSOR);
  for (const party of USUAL_PARTIES) ledger.party(party);
  const carrying = values.site?.carrying ?? null;
  if (carrying !== null) addCarryingParties(ledger, carrying.name);
  ledger.party({
    id: 'operator',
    label: values.operator.name,
    role: 'operator',
    side: 'private',
    isCompanyOfTheDeal: true,
  });
  if (path.kind === 'impact-bond' && path.circuit === 'vehicle') {
    ledger.party({
      id: IMPACT_VEHICLE,
      label: path.vehicle.name,
      role: 'vehicle',
      side: 'private',
      isCompanyOfTheDeal: true,
    });
  }
  if (hasVehicle(path)) {
    ledger.party({
      id: path.kind,
      label: path.vehicle.name,
      role: 'vehicle',
      side: 'private',
      isCompanyOfTheDeal: true,
    });
  }
  if (path.kind === 'esus-holding') {
    for (const terms of path.subsidiaries) {
      ledger.party({
        id: subsidiaryParty(terms),
        label: terms.name,
        role: 'operator',
        side: 'private',
        isCompanyOfTheDeal: true,
      });
    }
    if (path.subsidiaries.some(({ share }) => !share.equals(1))) {
      ledger.party({
        id: OTHER_ASSOCIATES,
        label: 'Autres associés des filiales',
        role: 'investor',
        side: 'private',
        isCompanyOfTheDeal: false,
      });
    }
  }
  const assume = assumptionsOf(dossier, calculation);
  if (values.stateAid.baseRate !== null) {
    applyBaseRate(calculation, assume('stateAid.baseRate', 'ratio/years'));
  }
  return {
    dossier,
    calculation,
    ledger,
    assume,
    // Without a site nothing is bought: nobody reads this month.
    purchase: values.site === null ? SIGNATURE : assume('site.purchaseDate', 'months'),
    worksStart: assume('project.worksStart', 'months'),
    worksEnd: assume('project.worksEnd', 'months'),
    opening: assume('project.opening', 'months'),
    inflationIndex: calculation.yearly(
      'macro.inflation-index',
      'Indice des prix',
      power(growthFactor(assume('macro.annualInflation', 'ratio/years')), YEAR),
    ),
    horizon: calculation.assumption('horizon', 'Horizon d’étude (mois)', 'months', horizonMonths, {
      kind: 'hypothesis',
      text: 'choisi dans le dossier',
    }),
  };
}
