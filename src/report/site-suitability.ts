import type { Brownfield } from '../dossier/dossier.ts';
import { writeCount } from '../formula/french.ts';
import { EFFECTS } from '../sites/suitability/industry-criteria.ts';
import { RELIABILITY_WORDS, suitabilityOf } from '../sites/suitability/suitability.ts';
import { pointsText } from './site-comparison-grid.ts';

/** The national index of one site, as its page tells it. */
export interface SiteSuitability {
  readonly sentence: string;
  readonly known: readonly {
    readonly label: string;
    readonly weight: string;
    readonly value: string;
    readonly effect: string;
    readonly points: string;
  }[];
  readonly unknown: readonly string[];
  readonly source: string;
}

/** The index, its reliability and the criteria behind it, in words. */
export function siteSuitability(brownfield: Brownfield): SiteSuitability {
  const { index, potential, reliability, reliabilityClass, criteria } = suitabilityOf(brownfield);
  const percent = (share: Parameters<typeof writeCount>[0]) => `${writeCount(share)} %`;
  const known = criteria.flatMap((criterion) =>
    criterion.effect === undefined
      ? []
      : [
          {
            label: criterion.label,
            weight: writeCount(criterion.weight),
            value: criterion.value,
            effect: EFFECTS[criterion.effect].label,
            points: pointsText(criterion),
          },
        ],
  );
  const shown = (share: typeof reliability) => percent(share.times(100).toDecimalPlaces(0));
  return {
    sentence:
      index === null
        ? 'Aucun critère de la grille nationale n’est renseigné : l’indice ne peut pas être lu.'
        : `Indice national de mutabilité vers l’industrie : ${shown(index)} (${potential}), fiabilité ${RELIABILITY_WORDS[reliabilityClass]} : ${shown(reliability)} du poids de la grille est renseigné.`,
    known,
    unknown: criteria.filter(({ effect }) => effect === undefined).map(({ label }) => label),
    source:
      'Grille Mutafriches (ADEME, Cerema), algorithme v1.11, usage industrie, lue le 22/11/2026 : somme des avantages pondérés / (avantages + contraintes). Elle juge un usage, pas une entreprise.',
  };
}
