import type { Brownfield, SiteNeed } from '../../dossier/dossier.ts';
import { Decimal, ZERO } from '../../formula/decimal.ts';
import { asbestosPresence, buildingsOf } from '../cost/buildings.ts';
import { pollutedShare } from '../cost/pollution.ts';
import { known, type Range } from '../range.ts';

/** The phases of a site, from the decision to the opening. */
export const PHASES = {
  control: 'Maîtrise du foncier, jusqu’à l’acte',
  zoning: 'Évolution du document d’urbanisme',
  studies: 'Études et diagnostics',
  permit: 'Autorisations d’urbanisme, recours compris',
  asbestos: 'Désamiantage',
  demolition: 'Démolition',
  depollution: 'Dépollution',
  works: 'Travaux de bâtiment et d’aménagement',
} as const;
export type PhaseId = keyof typeof PHASES;

/** How long a phase lasts, in months, and why. */
export interface Duration {
  readonly months: Range;
  readonly kind: 'typed' | 'range' | 'none';
  /** In French. A range is a hypothesis and says so. */
  readonly why: string;
}

type Months = readonly [number, number, number];

const CONTROL: Record<Brownfield['ownerKind'], Months> = {
  'local-authority': [3, 6, 12],
  epf: [3, 6, 12],
  state: [9, 15, 24],
  'social-housing': [6, 9, 15],
  company: [6, 12, 24],
  person: [4, 9, 18],
  several: [12, 24, 36],
  unknown: [3, 12, 36],
};

const CONTROL_WORDS: Record<Brownfield['ownerKind'], string> = {
  'local-authority': 'la collectivité est propriétaire : délibération, avis du Domaine, acte',
  epf: 'établissement public foncier : délibération et acte',
  state: 'bien de l’État : déclassement et cession',
  'social-housing': 'bailleur social : conseil d’administration, avis du Domaine',
  company: 'société : négociation, promesse, acte',
  person: 'personne physique : négociation, promesse, acte',
  several: 'plusieurs propriétaires : négociations, voire expropriation',
  unknown: 'propriétaire inconnu',
};

const CHANGE_OF_ZONING: Months = [9, 12, 18];
const ZONING: Record<Brownfield['zoning'], Months> = {
  activity: [0, 0, 0],
  urban: [0, 0, 0],
  housing: CHANGE_OF_ZONING,
  facility: CHANGE_OF_ZONING,
  agricultural: CHANGE_OF_ZONING,
  natural: CHANGE_OF_ZONING,
  unknown: [0, 0, 12],
};

function range([low, central, high]: Months): Range {
  return { low: new Decimal(low), central: new Decimal(central), high: new Decimal(high) };
}

const guessed = (months: Months, why: string): Duration => ({
  months: range(months),
  kind: 'range',
  why: `${why} ; hypothèse`,
});
const typed = (months: number): Duration => ({
  months: known(new Decimal(months)),
  kind: 'typed',
  why: 'durée saisie',
});
const none = (why: string): Duration => ({ months: known(ZERO), kind: 'none', why });

/** Months of a clearing work, each reading counted only where there is something to clear in it. */
function clearing(quantity: Range, [low, central, high]: Months, why: string, nothing: string): Duration {
  if (quantity.high.isZero()) return none(nothing);
  return guessed(
    [quantity.low.isZero() ? 0 : low, quantity.central.isZero() ? 0 : central, high],
    quantity.low.isZero() ? `${why}, si elle est nécessaire` : why,
  );
}

/** What a phase lasts: typed months, else a range for the owner, the zone and the state of the site. */
export function durationsOf(brownfield: Brownfield, need?: SiteNeed): Readonly<Record<PhaseId, Duration>> {
  const { controlMonths, studyMonths, permitMonths, clearingMonths, worksMonths } = brownfield;
  const buildings = buildingsOf(brownfield, need);
  const polluted = pollutedShare(brownfield).range;
  const isCleared = clearingMonths !== null;
  const keeps = !buildings.kept.isZero();
  const builds = !buildings.newFloor.isZero();
  const within = none('comprise dans la durée saisie de la remise en état');
  return {
    control:
      controlMonths === null
        ? guessed(CONTROL[brownfield.ownerKind], CONTROL_WORDS[brownfield.ownerKind])
        : typed(controlMonths),
    zoning:
      permitMonths !== null || ZONING[brownfield.zoning][2] === 0
        ? none(
            permitMonths === null
              ? 'la zone admet l’activité'
              : 'comprise dans la durée saisie des autorisations',
          )
        : guessed(
            ZONING[brownfield.zoning],
            brownfield.zoning === 'unknown'
              ? 'zonage inconnu'
              : 'modification ou révision du plan local d’urbanisme',
          ),
    studies:
      studyMonths === null
        ? guessed(
            polluted.high.isZero() ? [2, 4, 6] : [3, 6, 12],
            polluted.high.isZero()
              ? 'relevés et programme'
              : 'relevés, étude de sols, plan de gestion, programme',
          )
        : typed(studyMonths),
    permit:
      permitMonths === null
        ? guessed(
            [5, 7, 14],
            'instruction du permis (3 mois et plus), affichage et recours des tiers (2 mois)',
          )
        : typed(permitMonths),
    asbestos: isCleared
      ? within
      : clearing(asbestosPresence(brownfield, buildings.built), [1, 3, 6], 'retrait', 'pas d’amiante'),
    demolition: isCleared
      ? within
      : clearing(buildings.demolished, [1, 3, 6], 'démolition', 'rien à démolir'),
    depollution: isCleared
      ? { ...typed(clearingMonths), why: 'durée saisie, désamiantage et démolition compris' }
      : clearing(polluted, [2, 6, 18], 'dépollution', 'rien à dépolluer'),
    works:
      worksMonths === null
        ? guessed(
            builds && keeps ? [9, 13, 20] : builds ? [9, 12, 18] : keeps ? [6, 9, 14] : [4, 6, 9],
            builds && keeps
              ? 'réhabilitation et construction'
              : builds
                ? 'construction'
                : keeps
                  ? 'réhabilitation'
                  : 'aménagement seul',
          )
        : typed(worksMonths),
  };
}
