import type { EsusHoldingPath, MarketRentPath, Site } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { at, choose, isAtLeast, MONTH, NO_MONEY, plus, sumOfYear } from '../formula/build.ts';
import { writeHolding, writeValuation } from '../property/holding.ts';
import { type Lease, writeLease } from '../property/lease.ts';
import type { Deal } from './deal.ts';
import { marketRent } from './market-lease.ts';
import type { Joined, OpenDeal } from './open-deal.ts';
import { OPERATOR, writeOperatingCompany } from './operating-company.ts';
import { propertySetting } from './property-project.ts';
import { openSetting, type PathSetting } from './setting.ts';
import { openTenantDeal } from './tenant-deal.ts';
import { writeTenantProject } from './tenant-project.ts';

/**
 * R0, « location au marché »: the enterprise rents the same site at market rent from an owner outside the deal, pays
 * its own fitting-out and machines, a deposit, and finances them with its own funds and a small loan.
 * @param pathIndex position of the path in the dossier
 */
export function composeMarketRent(dossier: ResolvedDossier, pathIndex: number, site: Site): Deal {
  return openMarketRent(openSetting(dossier, pathIndex), pathIndex, site).close();
}

/** The enterprise that rents at the market, all of it posted and its books still open. */
export function openMarketRent(
  setting: PathSetting,
  pathIndex: number,
  site: Site,
  joined?: Joined,
): OpenDeal {
  const path = setting.dossier.values.paths[pathIndex] as MarketRentPath | EsusHoldingPath;
  const place = `paths[${pathIndex}]`;
  const { calculation, horizon } = setting;

  const enterprise = writeOperatingCompany(setting);
  const { activity } = enterprise;
  // The owner of the site has no books here: its costs are known for what the lease recharges.
  const owner = propertySetting(setting, 'landlord');
  const holding = writeHolding(owner);
  const valuation = writeValuation(owner, site);
  const lease = writeLease(
    {
      ...owner,
      landlord: 'landlord',
      tenant: OPERATOR,
      term: (field, unit) => setting.assume(`${place}.lease.${field}`, unit),
      rentPerM2: marketRent(setting),
      landlordHasBooks: false,
    },
    path.lease,
    holding,
  );
  const project = writeTenantProject(setting);
  enterprise.writeVat({ charges: [], alreadyPosted: [lease.vatDeducted] });

  return openTenantDeal(setting, {
    path,
    place,
    enterprise,
    project,
    joined,
    uses: [
      { id: 'deposit', label: 'Dépôts et cautionnements', paid: lease.depositPaid },
      { id: 'start-up', label: 'Déménagement et démarrage', paid: activity.startUpCosts },
    ],
    writePremises: () => {
      const running = calculation.monthly(
        'measure.premises-running',
        'Loyer, charges et taxe foncière refacturées, TVA non déduite',
        plus(lease.rentDue, lease.recharged, lease.vatBorne),
      );
      return {
        lease,
        holding,
        valuation,
        premises: {
          running,
          otherUses: calculation.monthly(
            'measure.equipment-and-start',
            'Matériel, déménagement et démarrage',
            plus(project.equipmentPaid, activity.startUpCosts),
          ),
          keptAtHorizon: calculation.once(
            'measure.value-kept-at-horizon',
            'Dépôt de garantie rendu à l’horizon',
            at(
              calculation.monthly(
                'measure.deposit-held',
                'Dépôt de garantie en cours',
                depositHeld(setting, lease),
              ),
              horizon,
            ),
          ),
          unrealisedAtHorizon: NO_MONEY,
          occupancyOfYear: calculation.yearly(
            'measure.occupancy-of-year',
            'Loyer, charges et taxe foncière',
            sumOfYear(running),
          ),
        },
      };
    },
  });
}

function depositHeld({ opening }: PathSetting, lease: Lease) {
  return choose(isAtLeast(MONTH, opening), lease.deposit, NO_MONEY);
}
