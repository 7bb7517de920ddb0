import type { EsusHoldingPath, MarketRentPath, Site } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { at, choose, isAtLeast, MONTH, minus, NO_MONEY, plus, sumOfYear } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { writeHolding, writeValuation } from '../property/holding.ts';
import { type Lease, writeLease } from '../property/lease.ts';
import type { Deal } from './deal.ts';
import { marketRent } from './market-lease.ts';
import type { Joined, OpenDeal } from './open-deal.ts';
import { OPERATOR, writeOperatingCompany } from './operating-company.ts';
import { propertySetting } from './property-project.ts';
import { writeRentAdvantage } from './rent-advantage.ts';
import { openSetting, type PathSetting } from './setting.ts';
import { type Temporary, writeTemporary } from './temporary-occupation.ts';
import { openTenantDeal } from './tenant-deal.ts';
import { writeTenantProject } from './tenant-project.ts';
import { type Turnkey, writeTurnkey } from './turnkey-premises.ts';

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
  const { turnkey, temporary, movedIn } = variantsOf(setting, path, place, site);
  // After a temporary occupation, the lease and what it recharges are those of other premises, alike.
  const inUse = movedIn === undefined ? owner : { ...owner, opening: movedIn };
  const holding = turnkey?.holding ?? writeHolding(inUse);
  const valuation = writeValuation(owner, site);
  const landlord = turnkey?.landlord ?? 'landlord';
  const market = marketRent(setting);
  const lease = writeLease(
    {
      ...inUse,
      landlord,
      tenant: OPERATOR,
      term: (field, unit) => setting.assume(`${place}.lease.${field}`, unit),
      rentPerM2: turnkey?.rentPerM2 ?? (movedIn === undefined ? market : marketRent(setting, movedIn)),
      landlordHasBooks: false,
      landlordCostsPosted: turnkey !== undefined,
    },
    path.lease,
    holding,
  );
  const project = writeTenantProject(
    setting,
    temporary && setting.assume(`${place}.temporary.months`, 'months'),
  );
  enterprise.writeVat({
    charges: temporary === undefined ? [] : [temporary.moving],
    alreadyPosted: [lease.vatDeducted],
  });
  const rentAdvantage =
    turnkey !== undefined
      ? writeRentAdvantage(setting, {
          landlord,
          label: 'Loyer des locaux clés en main',
          paid: lease.rentOfMonth,
          market,
          index: calculation.line('lease.index') as Line<'ratio', 'monthly', 'defined'>,
          first: setting.opening,
        })
      : temporary &&
        writeRentAdvantage(setting, {
          landlord,
          label: 'Redevance d’occupation temporaire',
          paid: temporary.fee,
          market,
          first: setting.opening,
          end: temporary.movedIn,
        });

  return openTenantDeal(setting, {
    path,
    place,
    enterprise,
    project,
    joined,
    uses: [
      // That of a lease to come is paid when it comes.
      ...(temporary === undefined
        ? [{ id: 'deposit', label: 'Dépôts et cautionnements', paid: lease.depositPaid }]
        : []),
      { id: 'start-up', label: 'Déménagement et démarrage', paid: activity.startUpCosts },
    ],
    writePremises: () => {
      const running = calculation.monthly(
        'measure.premises-running',
        temporary === undefined
          ? 'Loyer, charges et taxe foncière refacturées, TVA non déduite'
          : 'Redevance, déménagement, loyer, charges et taxe foncière refacturées, TVA non déduite',
        plus(
          lease.rentDue,
          lease.recharged,
          lease.vatBorne,
          ...(temporary === undefined ? [] : [temporary.fee, temporary.moving]),
        ),
      );
      return {
        lease,
        holding,
        valuation,
        turnkey,
        temporary,
        rentAdvantage,
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
                depositHeld(movedIn ?? setting.opening, lease),
              ),
              horizon,
            ),
          ),
          unrealisedAtHorizon: NO_MONEY,
          occupancyOfYear: calculation.yearly(
            'measure.occupancy-of-year',
            'Loyer, charges et taxe foncière',
            temporary === undefined
              ? sumOfYear(running)
              : minus(sumOfYear(running), sumOfYear(temporary.moving)),
          ),
        },
      };
    },
  });
}

function depositHeld(from: Formula<'months', 'once', 'defined'>, lease: Lease) {
  return choose(isAtLeast(MONTH, from), lease.deposit, NO_MONEY);
}

/** Premises that a local authority builds and lets, or a temporary occupation before the lease: what this column is besides. */
function variantsOf(
  setting: PathSetting,
  path: MarketRentPath | EsusHoldingPath,
  place: string,
  site: Site,
): {
  readonly turnkey: Turnkey | undefined;
  readonly temporary: Temporary | undefined;
  readonly movedIn: Temporary['movedIn'] | undefined;
} {
  if (path.kind !== 'market-rent') return { turnkey: undefined, temporary: undefined, movedIn: undefined };
  const { turnkey } = path;
  const temporary = path.temporary === null ? undefined : writeTemporary(setting, place);
  return {
    turnkey: turnkey === null ? undefined : writeTurnkey(setting, { ...path, turnkey }, place, site),
    temporary,
    movedIn: temporary?.movedIn,
  };
}
