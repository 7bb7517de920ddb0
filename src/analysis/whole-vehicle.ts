import type { ResolvedDossier } from '../dossier/resolution.ts';
import { composeFonciere } from '../paths/fonciere.ts';
import { readDeal } from './computation.ts';
import type { ComputedDeal } from './computed.ts';

/**
 * A foncière solidaire with all its sites, where the column of a comparison counts one: the same lines, loan and rent,
 * and the other lots, the funds for them and the pooled costs that this site does not bear.
 * @param dossier with the amounts of the column already solved
 * @param pathIndex position of the path in the dossier
 * @returns undefined when the path is no foncière, or the dossier has no site
 */
export function computeWholeVehicle(
  dossier: ResolvedDossier,
  pathIndex: number,
  column: ComputedDeal,
): ComputedDeal | undefined {
  const { site, paths } = dossier.values;
  if (site === null || paths[pathIndex]?.kind !== 'fonciere') return undefined;
  const { sizings, rent } = column;
  const deal = composeFonciere(dossier, pathIndex, site, 'vehicle');
  return readDeal({ dossier, deal, sizings, rent, solved: {} });
}
