import type { MarketRentPath, Site } from '../dossier/dossier.ts';
import { sumOfTerms, total } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type Holding, postHolding, writeHolding } from '../property/holding.ts';
import { writeInvestmentVat } from '../property/investment-vat.ts';
import { type PropertyProject, worksByPayer, writePropertyProject } from './property-project.ts';
import type { PathSetting } from './setting.ts';

/** Premises bought, built or converted by a local authority, which lets them: its own project, outside the deal. */
export interface Turnkey {
  readonly landlord: string;
  readonly property: PropertyProject;
  readonly holding: Holding;
  /** Rent of the first year, by m². */
  readonly rentPerM2: Formula<'money/area/years', 'once', 'defined'>;
  /** Site, costs, works and VAT that the authority pays in all. */
  readonly spent: Line<'money', 'once', 'defined'>;
}

/**
 * What a local authority pays for the premises that it lets: the site as the other columns buy it (its price, its
 * carrying, its long lease), the works of an owner, VAT unless its rent is taxed, then taxe foncière and charges. None of
 * it is in the plan of the enterprise; all of it is in the flows and the budget of the authority.
 * @param place of the path in the dossier
 */
export function writeTurnkey(
  setting: PathSetting,
  path: MarketRentPath & { readonly turnkey: NonNullable<MarketRentPath['turnkey']> },
  place: string,
  site: Site,
): Turnkey {
  const landlord = path.turnkey.from;
  const property = writePropertyProject(setting, landlord, site, worksByPayer(setting).owner);
  const vat = writeInvestmentVat(property.setting, property.taxable, {
    recoverable: path.lease.vatOption,
    refundLagMonths: setting.dossier.values.project.vatRefundLagMonths,
    id: 'turnkey.vat',
  });
  const holding = writeHolding(property.setting);
  postHolding(property.setting, holding);
  const { purchase, works } = property;
  return {
    landlord,
    property,
    holding,
    rentPerM2: setting.assume(`${place}.turnkey.rentPerM2Year`, 'money/area/years'),
    spent: setting.calculation.once(
      'turnkey.spent',
      'Locaux clés en main : site, frais, travaux et TVA payés par la collectivité',
      sumOfTerms(
        [
          purchase.pricePaid,
          purchase.acquisitionCostsPaid,
          works.worksPaid,
          works.feesPaid,
          works.contingenciesPaid,
          vat.cost,
        ].map((line) => total(line)),
      ),
    ),
  };
}
