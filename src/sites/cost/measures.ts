import type { Brownfield, SiteNeed } from '../../dossier/dossier.ts';
import { Decimal, ZERO } from '../../formula/decimal.ts';
import { known, mapRange, type Range } from '../range.ts';
import { asbestosPresence, type Buildings, buildingsOf } from './buildings.ts';
import { pollutedShare } from './pollution.ts';

/** A quantity of a site with the reason of its value. */
export interface Measure {
  readonly range: Range;
  /** In French. */
  readonly why: string;
  readonly isFact: boolean;
}

/** What the cost of a site counts. Areas in square metres, each of its own kind. */
export interface SiteMeasures {
  readonly landAreaM2: Measure;
  readonly developedAreaM2: Measure;
  readonly pollutedShare: Measure;
  readonly treatedShare: Measure;
  readonly builtAreaM2: Measure;
  /** Share of the built area where asbestos or lead has to be removed. */
  readonly asbestosShare: Measure;
  readonly unsealedAreaM2: Measure;
  readonly greenAreaM2: Measure;
  readonly keptAreaM2: Measure;
  readonly newAreaM2: Measure;
  readonly soldAreaM2: Measure;
  /** Land to be guarded: none in a rural commune. */
  readonly guardedAreaM2: Measure;
}

const fact = (value: Decimal, why: string): Measure => ({ range: known(value), why, isFact: true });
const guess = (range: Range, why: string): Measure => ({ range, why: `${why} ; hypothèse`, isFact: false });

/** Sealed share of the land of an industrial brownfield of which nothing is said. */
const USUAL_SEALED = { low: '0.6', central: '0.8', high: '0.95' } as const;

/** Share of polluted land that a management plan has treated, when there is none yet. */
const TREATED_LOW = '0.15';
const TREATED_USUAL = '0.25';
const TREATED_HIGH = '0.5';

function treatedShare({ treatedShare: studied, unitCosts }: Brownfield): Measure {
  if (studied !== null) return fact(studied, 'plan de gestion');
  const usual = new Decimal(TREATED_USUAL);
  if (unitCosts === 'benefriches') {
    return { range: known(usual), why: 'un quart de la surface polluée (Bénéfriches)', isFact: false };
  }
  return guess(
    { low: new Decimal(TREATED_LOW), central: usual, high: new Decimal(TREATED_HIGH) },
    'un quart de la surface polluée (Bénéfriches), bornes 15 et 50 %',
  );
}

/** What is sealed today and will not be any more, on the land that is developed. */
function unsealed(brownfield: Brownfield, developed: Range): Measure {
  const { sealedAreaM2, landAreaM2, builtShareAfter, sealedShareAfter } = brownfield;
  const sealedAfter = builtShareAfter.plus(sealedShareAfter);
  const left = (before: Decimal, area: Decimal) => Decimal.max(before.minus(area.times(sealedAfter)), ZERO);
  if (sealedAreaM2 !== null) {
    // What is sealed is taken to be spread over the land: the part that waits keeps its own.
    return guess(
      mapRange(developed, (area) =>
        left(landAreaM2.isZero() ? ZERO : sealedAreaM2.times(area.div(landAreaM2)), area),
      ),
      'imperméable aujourd’hui, au prorata du terrain aménagé, moins imperméable après projet',
    );
  }
  return guess(
    mapRange(USUAL_SEALED, (share, reading) => left(developed[reading].times(share), developed[reading])),
    'de 60 à 95 % du terrain imperméable aujourd’hui, moins ce qui le reste après projet',
  );
}

/**
 * The land that the project develops. Unsaid, it is what a programme of this floor takes on one level, and all the land at
 * the highest reading: an inventory counts land by hectares where a workshop needs a tenth of them.
 */
function developedArea(
  { developedAreaM2, landAreaM2, builtShareAfter, unitCosts }: Brownfield,
  floor: Decimal | null,
): Measure {
  if (developedAreaM2 !== null) return fact(Decimal.min(developedAreaM2, landAreaM2), 'terrain aménagé');
  if (floor === null || floor.isZero() || builtShareAfter.isZero() || unitCosts === 'benefriches')
    return guess(known(landAreaM2), 'tout le terrain');
  const needed = Decimal.min(floor.div(builtShareAfter), landAreaM2).toDecimalPlaces(0, Decimal.ROUND_UP);
  const least = Decimal.min(needed, landAreaM2);
  return guess(
    { low: least, central: least, high: landAreaM2 },
    'locaux livrés / part bâtie après projet ; tout le terrain au plus haut',
  );
}

/** The quantities of a brownfield, and the buildings that they come from. */
export function measuresOf(
  brownfield: Brownfield,
  need?: SiteNeed,
): { readonly measures: SiteMeasures; readonly buildings: Buildings } {
  const { landAreaM2, ruralCommune, soldFloorAreaM2, greenShareAfter } = brownfield;
  const buildings = buildingsOf(brownfield, need);
  const developedLand = developedArea(brownfield, buildings.floor);
  const developed = developedLand.range;
  const presence = asbestosPresence(brownfield, buildings.built);
  const { builtWhy, builtIsFact, built } = buildings;
  return {
    buildings,
    measures: {
      landAreaM2: fact(landAreaM2, 'unité foncière'),
      developedAreaM2: developedLand,
      pollutedShare: pollutedShare(brownfield),
      treatedShare: treatedShare(brownfield),
      builtAreaM2: { range: built, why: builtWhy, isFact: builtIsFact },
      asbestosShare: {
        range: presence,
        why:
          brownfield.asbestos === 'unknown'
            ? built.high.isZero()
              ? 'aucun bâtiment'
              : 'aucun repérage : de rien à toute la surface bâtie ; hypothèse'
            : 'repérage',
        isFact: brownfield.asbestos !== 'unknown' || built.high.isZero(),
      },
      unsealedAreaM2: unsealed(brownfield, developed),
      greenAreaM2: {
        range: mapRange(developed, (area) => area.times(greenShareAfter)),
        why: 'part végétalisée du terrain aménagé',
        isFact: false,
      },
      keptAreaM2: {
        range: known(buildings.kept),
        why: buildings.keptWhy,
        isFact: brownfield.keptBuiltAreaM2 !== null,
      },
      newAreaM2: {
        range: known(buildings.newFloor),
        why:
          buildings.floor === null
            ? 'aucune surface demandée'
            : 'surface à livrer moins les bâtiments gardés',
        // What is kept, when nobody has decided it, is a guess: so is what is then left to build.
        isFact: brownfield.floorAreaM2 !== null && brownfield.keptBuiltAreaM2 !== null,
      },
      soldAreaM2: fact(
        soldFloorAreaM2 ?? ZERO,
        soldFloorAreaM2 === null ? 'aucune revente' : 'droits à construire revendus',
      ),
      guardedAreaM2: ruralCommune
        ? fact(ZERO, 'commune rurale : aucun gardiennage compté (Bénéfriches)')
        : fact(landAreaM2, 'unité foncière'),
    },
  };
}
