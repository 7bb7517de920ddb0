import type { Brownfield, SiteNeed } from '../../dossier/dossier.ts';
import { Decimal, ZERO } from '../../formula/decimal.ts';
import { known, mapRange, type Range } from '../range.ts';

/** What stands, what is kept of it, what is pulled down and what is built, in square metres of floor. */
export interface Buildings {
  readonly built: Range;
  readonly builtWhy: string;
  readonly builtIsFact: boolean;
  /** Decided once: the same in the three readings. */
  readonly kept: Decimal;
  readonly keptWhy: string;
  readonly demolished: Range;
  /** Floor ready at the opening; null when neither the brownfield nor an enterprise says it. */
  readonly floor: Decimal | null;
  readonly newFloor: Decimal;
  readonly level: 'light' | 'medium' | 'heavy' | 'unknown';
}

/** Floor area over land when nothing is known: from a bare site to the built share of a typical industrial programme. */
const USUAL_BUILT = { low: '0', central: '0.3', high: '0.6' } as const;

const smallest = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b);
const largest = (a: Decimal, b: Decimal): Decimal => (a.gt(b) ? a : b);

function builtArea(brownfield: Brownfield): Pick<Buildings, 'built' | 'builtWhy' | 'builtIsFact'> {
  const { builtAreaM2, buildingState, landAreaM2, keptBuiltAreaM2 } = brownfield;
  if (builtAreaM2 !== null)
    return { built: known(builtAreaM2), builtWhy: 'surface bâtie connue', builtIsFact: true };
  if (buildingState === 'none') return { built: known(ZERO), builtWhy: 'aucun bâtiment', builtIsFact: true };
  const least = keptBuiltAreaM2 ?? ZERO;
  return {
    built: mapRange(USUAL_BUILT, (share) => largest(least, landAreaM2.times(share))),
    builtWhy:
      'surface bâtie inconnue : de 0 à 60 % du terrain (programme industriel type de Bénéfriches), 30 % au centre ; hypothèse',
    builtIsFact: false,
  };
}

/** Part of the buildings that may be kept, by their state, when nobody has decided. Hypotheses of Levier. */
const KEPT_PART: Record<Brownfield['buildingState'], readonly [string, string]> = {
  good: ['1', 'bâtiments en bon état : gardés dans la limite du besoin ; hypothèse'],
  medium: ['1', 'dégradation moyenne : gardés dans la limite du besoin ; hypothèse'],
  mixed: ['0.5', 'dégradation hétérogène : la moitié gardée, dans la limite du besoin ; hypothèse'],
  unknown: ['1', 'état inconnu : gardés dans la limite du besoin, à un coût de léger à lourd ; hypothèse'],
  bad: ['0', 'dégradation très importante : démolis ; hypothèse'],
  none: ['0', 'aucun bâtiment'],
};

const LEVEL_OF_STATE: Record<Brownfield['buildingState'], Buildings['level']> = {
  good: 'light',
  medium: 'medium',
  bad: 'heavy',
  mixed: 'unknown',
  none: 'unknown',
  unknown: 'unknown',
};

/**
 * What becomes of the buildings. What is kept is a decision, so it is one value: only what is known to stand can be kept;
 * the rest is pulled down and what the need still lacks is built.
 * @param need of the enterprise; without it and without a floor area of the brownfield, all that can be kept is kept
 */
export function buildingsOf(brownfield: Brownfield, need?: SiteNeed): Buildings {
  const area = builtArea(brownfield);
  const floor = brownfield.floorAreaM2 ?? need?.floorAreaM2 ?? null;
  const [part, keptWhy] = KEPT_PART[brownfield.buildingState];
  const keepable = area.built.low.times(part);
  const typed = brownfield.keptBuiltAreaM2;
  const kept =
    typed === null
      ? floor === null
        ? keepable
        : smallest(keepable, floor)
      : smallest(typed, area.built.low);
  return {
    ...area,
    kept,
    keptWhy:
      typed === null
        ? area.builtIsFact
          ? keptWhy
          : 'surface bâtie inconnue : rien n’est compté comme gardable'
        : 'surface gardée choisie',
    demolished: mapRange(area.built, (built) => built.minus(kept)),
    floor,
    newFloor: floor === null ? ZERO : largest(floor.minus(kept), ZERO),
    level:
      brownfield.rehabilitation === 'unknown'
        ? LEVEL_OF_STATE[brownfield.buildingState]
        : brownfield.rehabilitation,
  };
}

/** Whether there is asbestos, as a share of the floor to be treated: 0 or 1 when surveyed, from 0 to 1 when not. */
export function asbestosPresence({ asbestos }: Brownfield, built: Range): Range {
  if (asbestos === 'no' || built.high.isZero()) return known(ZERO);
  if (asbestos === 'yes') return known(new Decimal(1));
  return { low: ZERO, central: new Decimal('0.5'), high: new Decimal(1) };
}
