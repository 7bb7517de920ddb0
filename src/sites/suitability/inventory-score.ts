import type { RawDossier } from '../../input/description.ts';
import type { ReadSite } from './site-answers.ts';
import { scoreOf } from './suitability.ts';

/** From 0 to 100, to a tenth. */
function percent(fraction: number): number {
  return Math.round(fraction * 1000) / 10;
}

/**
 * The national index of a site of the inventory and its reliability, from 0 to 100 as the inventory lists them.
 * @param brownfield what the inventory says of it, as a part of a dossier
 * @returns null when no criterion is known
 */
export function inventoryScore(
  brownfield: RawDossier,
): { readonly index: number; readonly reliability: number } | null {
  const score = scoreOf(brownfield as ReadSite);
  return score === null ? null : { index: percent(score.index), reliability: percent(score.reliability) };
}
