import type { Site } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { composeBankLoan } from './bank-loan.ts';
import type { Deal } from './deal.ts';
import { composeEsusHolding } from './esus-holding.ts';
import { composeFonciere } from './fonciere.ts';
import { composeMarketRent } from './market-rent.ts';
import { composeSci } from './sci.ts';

/** Composes the path of a dossier at this position, by its kind. */
export function composePath(dossier: ResolvedDossier, pathIndex: number, site: Site): Deal {
  const kind = dossier.values.paths[pathIndex]?.kind;
  switch (kind) {
    case 'market-rent':
      return composeMarketRent(dossier, pathIndex, site);
    case 'bank-loan':
    case 'guarantee':
      return composeBankLoan(dossier, pathIndex, site);
    case 'sci':
      return composeSci(dossier, pathIndex, site);
    case 'esus-holding':
      return composeEsusHolding(dossier, pathIndex, site);
    case 'fonciere':
      return composeFonciere(dossier, pathIndex, site);
    case undefined:
      throw new Error(`no path ${pathIndex}`);
  }
}
