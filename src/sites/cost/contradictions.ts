import type { Brownfield } from '../../dossier/dossier.ts';

/** What two facts of a brownfield say that cannot both hold, and what the cost makes of it; in French. */
export function contradictionsOf(brownfield: Brownfield): readonly string[] {
  const { builtAreaM2, keptBuiltAreaM2, buildingState, landAreaM2, developedAreaM2 } = brownfield;
  const { pollutedShare, groundPollution, sealedAreaM2, zoning } = brownfield;
  const found: string[] = [];
  if (keptBuiltAreaM2 !== null && builtAreaM2 !== null && keptBuiltAreaM2.gt(builtAreaM2)) {
    found.push(
      'La surface gardée dépasse la surface bâtie : seule celle-ci est comptée, le reste est construit.',
    );
  }
  if (buildingState === 'none' && builtAreaM2 !== null && !builtAreaM2.isZero()) {
    found.push('L’état dit « aucun bâtiment » et une surface bâtie est saisie : la surface l’emporte.');
  }
  if (developedAreaM2?.gt(landAreaM2) === true) {
    found.push('Le terrain aménagé dépasse le terrain : tout le terrain est compté, pas davantage.');
  }
  if (sealedAreaM2?.gt(landAreaM2) === true) {
    found.push('La surface imperméable dépasse le terrain : vérifiez l’une et l’autre.');
  }
  const isClean = groundPollution === 'none' || groundPollution === 'treated';
  if (isClean && pollutedShare !== null && !pollutedShare.isZero()) {
    found.push('Le sol est dit sans pollution et une part polluée est saisie : la part l’emporte.');
  }
  if (zoning === 'natural' || zoning === 'agricultural') {
    found.push(
      'La zone n’admet pas l’activité : le calendrier suppose une évolution du document d’urbanisme qui n’est pas acquise.',
    );
  }
  return found;
}
