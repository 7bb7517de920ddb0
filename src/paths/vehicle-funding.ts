import type { LoanTerms } from '../dossier/dossier.ts';
import type { InvestmentVat } from '../property/investment-vat.ts';
import type { CompanyFunding, MonthlyMoney } from './company.ts';
import { writeFundingPlan } from './funding-plan.ts';
import type { Source, Use } from './funding-plan-rows.ts';
import { type PropertyProject, propertyUses } from './property-project.ts';
import type { PathSetting } from './setting.ts';

/**
 * Writes the plan of a company that buys the site and lets it to the enterprise: purchase and works, VAT that it bears,
 * taxe foncière before there is a rent, against its sources and its loan.
 * @param vehicle.id of the company: its party and the prefix of its lines
 * @param vehicle.place of the path in the dossier
 */
export function writeVehicleFunding(
  setting: PathSetting,
  vehicle: {
    readonly id: string;
    readonly place: string;
    readonly terms: LoanTerms;
    readonly property: PropertyProject;
    readonly vat: InvestmentVat;
    readonly carrying: MonthlyMoney;
    readonly sources: readonly Source[];
    /** What it pays for beside the site. */
    readonly otherUses?: readonly Use[];
    readonly guaranteed?: Parameters<typeof writeFundingPlan>[2]['guaranteed'];
  },
): CompanyFunding {
  const { id, place, terms, property, vat, carrying, sources, otherUses = [], guaranteed } = vehicle;
  const termsPath = `${place}.terms`;
  const plan = writeFundingPlan(setting, terms, {
    id,
    termsPath,
    borrower: id,
    base: [
      ...propertyUses(property),
      { id: 'irrecoverable-vat', label: 'TVA non récupérable', paid: vat.cost },
      { id: 'carrying-costs', label: 'Taxe foncière pendant les travaux', paid: carrying },
      ...otherUses,
    ],
    sources,
    vatOutstanding: vat.outstanding,
    cashWanted: `${place}.vehicle.minimumCash`,
    ...(guaranteed === undefined ? {} : { guaranteed }),
  });
  return { plan, planId: id, sources, vat, terms, termsPath };
}
