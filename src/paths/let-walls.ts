import type { EsusHoldingPath, SciPath, Site } from '../dossier/dossier.ts';
import { choose, isMore, MONTH, NO_MONEY } from '../formula/build.ts';
import { postHolding, writeHolding, writeValuation } from '../property/holding.ts';
import { writeInvestmentVat } from '../property/investment-vat.ts';
import { writeLandlordCosts } from '../property/landlord-costs.ts';
import { writeLease } from '../property/lease.ts';
import { marketRent } from './market-lease.ts';
import { OPERATOR } from './operating-company.ts';
import { worksByPayer, writePropertyProject } from './property-project.ts';
import type { PathSetting } from './setting.ts';

/**
 * The walls that a company of the deal buys and lets to the enterprise: purchase and works, VAT, value, lease, and what
 * it pays as an owner. Before entry into service there is no rent to pay the taxe foncière with: the plan does.
 * @param walls.landlord party that buys: a SCI, a holding
 * @param walls.place of the path in the dossier: `paths[2]`
 */
export function writeLetWalls(
  setting: PathSetting,
  walls: {
    readonly landlord: string;
    readonly place: string;
    readonly site: Site;
    readonly lease: (SciPath | EsusHoldingPath)['lease'];
  },
) {
  const { calculation, assume, opening } = setting;
  const { landlord, place, site } = walls;
  const property = writePropertyProject(setting, landlord, site, worksByPayer(setting).owner);
  const vat = writeInvestmentVat(property.setting, property.taxable, {
    recoverable: walls.lease.vatOption,
    refundLagMonths: setting.dossier.values.project.vatRefundLagMonths,
    id: `${landlord}.vat`,
  });
  const holding = writeHolding(property.setting);
  postHolding(property.setting, holding);
  const valuation = writeValuation(property.setting, site);
  const leaseSetting = {
    ...property.setting,
    landlord,
    tenant: OPERATOR,
    term: ((field, unit) => assume(`${place}.lease.${field}`, unit)) as typeof assume,
    rentPerM2: assume(`${place}.lease.rentPerM2Year`, 'money/area/years'),
    landlordHasBooks: true,
  };
  marketRent(setting);
  const lease = writeLease(leaseSetting, walls.lease, holding);
  const carrying = calculation.monthly(
    `${landlord}.carrying-costs`,
    'Taxe foncière pendant les travaux',
    choose(isMore(opening, MONTH), holding.taxeFonciere, NO_MONEY),
  );
  const costs = writeLandlordCosts(
    leaseSetting,
    walls.lease,
    lease,
    holding,
    `${place}.vehicle.managementCostsYear`,
  );
  return { property, vat, holding, valuation, lease, carrying, costs };
}
