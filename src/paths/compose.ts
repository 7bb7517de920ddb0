import type { Site } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { composeBankLoan } from './bank-loan.ts';
import type { Deal } from './deal.ts';
import { composeEsusHolding } from './esus-holding.ts';
import { composeFonciere } from './fonciere.ts';
import { composeImpactBond } from './impact-bond.ts';
import { composeMarketRent } from './market-rent.ts';
import { composeOpenedEnterprise } from './opened-enterprise.ts';
import { composeSci } from './sci.ts';

/**
 * Composes the path of a dossier at this position, by its kind.
 * @param site null when the dossier has none
 * @throws for a path that needs a site and has none: `lacksSite` tells it before
 */
export function composePath(dossier: ResolvedDossier, pathIndex: number, site: Site | null): Deal {
  const kind = dossier.values.paths[pathIndex]?.kind;
  switch (kind) {
    case 'market-rent':
      return composeMarketRent(dossier, pathIndex, present(site));
    case 'bank-loan':
    case 'guarantee':
      return composeBankLoan(dossier, pathIndex, present(site));
    case 'sci':
      return composeSci(dossier, pathIndex, present(site));
    case 'esus-holding':
      return entersHolding(dossier, pathIndex)
        ? composeEsusHolding(dossier, pathIndex, present(site))
        : composeOpenedEnterprise(dossier, pathIndex, site);
    case 'fonciere':
      return composeFonciere(dossier, pathIndex, present(site));
    case 'impact-bond':
      return composeImpactBond(dossier, pathIndex, site);
    case undefined:
      throw new Error(`no path ${pathIndex}`);
  }
}

function present(site: Site | null): Site {
  if (site === null) throw new Error('this path needs a site');
  return site;
}

/** Whether investors enter a holding above the enterprise, rather than the enterprise itself. */
function entersHolding({ values }: ResolvedDossier, pathIndex: number): boolean {
  const path = values.paths[pathIndex];
  return path?.kind === 'esus-holding' && path.entry === 'holding';
}
