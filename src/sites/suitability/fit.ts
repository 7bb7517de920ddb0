import { ZONINGS } from '../../dossier/brownfield.ts';
import type { Brownfield, Operator, SiteNeed } from '../../dossier/dossier.ts';
import { Decimal, ZERO } from '../../formula/decimal.ts';
import { NO_BREAK_SPACE, writeCount } from '../../formula/french.ts';
import type { Range } from '../range.ts';

/** Whether a brownfield answers one need of an enterprise. */
export type FitVerdict = 'fits' | 'to-check' | 'does-not';

export const FIT_WORDS: Readonly<Record<FitVerdict, string>> = {
  fits: 'convient',
  'to-check': 'à vérifier',
  'does-not': 'ne convient pas',
};

export interface FitItem {
  readonly id: string;
  readonly label: string;
  readonly verdict: FitVerdict;
  /** What was found and what is asked, in a sentence. */
  readonly reason: string;
  /** What to do about it; undefined when it fits. */
  readonly remedy: string | undefined;
}

export interface Fit {
  readonly items: readonly FitItem[];
  /** The worst of its items. */
  readonly verdict: FitVerdict;
}

type Jobs = Pick<Operator, 'jobs'>['jobs'];

/** m² of floor for an industrial job: practice goes from 50 to 150; under the first it is cramped. Hypothesis. */
const LEAST_AREA_PER_JOB = 50;
/** « À moins de 500 m »: the distance of the national grid. */
const PUBLIC_TRANSPORT_M = 500;

const m2 = (area: Decimal) => `${writeCount(area.toDecimalPlaces(0))}${NO_BREAK_SPACE}m²`;
const km = (distance: Decimal) => `${writeCount(distance)}${NO_BREAK_SPACE}km`;
const months = (count: number) => `${count}${NO_BREAK_SPACE}mois`;

type Found = Omit<FitItem, 'id' | 'label'>;
const fits = (reason: string): Found => ({ verdict: 'fits', reason, remedy: undefined });
const check = (reason: string, remedy: string): Found => ({ verdict: 'to-check', reason, remedy });
const doesNot = (reason: string, remedy: string): Found => ({ verdict: 'does-not', reason, remedy });

/** Land that the project develops. */
function developedArea(site: Brownfield): Decimal {
  const { developedAreaM2, landAreaM2 } = site;
  return developedAreaM2 === null ? landAreaM2 : Decimal.min(developedAreaM2, landAreaM2);
}

/**
 * Floor area that the site can bring, in m²: what is planned there, else the share of the developed land that the
 * project builds, on one level, or the buildings that stand if they are larger and not ruined.
 */
export function reachableFloorArea(site: Brownfield): Decimal {
  if (site.floorAreaM2 !== null) return site.floorAreaM2;
  return Decimal.max(developedArea(site).times(site.builtShareAfter), usableBuildings(site) ?? ZERO);
}

/** Buildings that may be kept, in m²: undefined when their area or their state is not known. */
function usableBuildings(site: Brownfield): Decimal | undefined {
  const { keptBuiltAreaM2, builtAreaM2, buildingState } = site;
  if (keptBuiltAreaM2 !== null) return keptBuiltAreaM2;
  if (buildingState === 'none' || buildingState === 'bad') return ZERO;
  return buildingState === 'unknown' || builtAreaM2 === null ? undefined : builtAreaM2;
}

function floorArea(site: Brownfield, need: SiteNeed): Found {
  const reachable = reachableFloorArea(site);
  const said = `${m2(reachable)} de locaux possibles pour ${m2(need.floorAreaM2)} cherchés`;
  if (reachable.gte(need.floorAreaM2)) return fits(`${said}.`);
  const lacking = m2(need.floorAreaM2.minus(reachable));
  return doesNot(
    `${said} : il manque ${lacking}.`,
    'Bâtir sur deux niveaux, aménager plus de terrain, ou réduire le besoin de locaux.',
  );
}

function landArea(site: Brownfield, need: SiteNeed): Found {
  if (need.landAreaM2 === null) return fits(`${m2(site.landAreaM2)} de terrain, sans minimum demandé.`);
  const said = `${m2(site.landAreaM2)} de terrain pour ${m2(need.landAreaM2)} cherchés`;
  return site.landAreaM2.gte(need.landAreaM2)
    ? fits(`${said}.`)
    : doesNot(
        `${said} : il manque ${m2(need.landAreaM2.minus(site.landAreaM2))}.`,
        'Chercher une parcelle voisine pour le stockage et les manœuvres, ou réduire ce besoin.',
      );
}

/** Jobs once the project is done, against the floor that they share. */
function areaPerJob(site: Brownfield, jobs: Jobs): Found {
  const after = jobs.reduce((sum, job) => sum.plus(job.after), new Decimal(0));
  if (after.isZero())
    return check('Emplois non renseignés.', 'Renseigner les emplois après projet dans le dossier.');
  const each = reachableFloorArea(site).div(after);
  const said = `${m2(each)} de locaux par emploi pour ${writeCount(after)}${NO_BREAK_SPACE}ETP (hypothèse : de 50 à 150${NO_BREAK_SPACE}m² en industrie)`;
  return each.gte(LEAST_AREA_PER_JOB)
    ? fits(`${said}.`)
    : check(
        `${said} : à l’étroit.`,
        'Vérifier l’implantation des postes avec un plan, ou travailler en équipes.',
      );
}

function lorryAccess({ criteria: { roadQuality } }: Brownfield, need: SiteNeed): Found {
  if (!need.lorryAccess) return fits('Accès des poids lourds non demandé.');
  switch (roadQuality) {
    case 'accessible':
      return fits('Voie accessible aux poids lourds.');
    case 'degraded':
      return check(
        'Voie de desserte dégradée.',
        'Demander au gestionnaire de la voie le coût et la date d’une remise en état.',
      );
    case 'poor':
      return doesNot(
        'Voie peu accessible aux poids lourds.',
        'Un autre accès est à créer : à négocier avec la commune avant tout engagement.',
      );
    default:
      return check('Voie de desserte non renseignée.', 'Relever largeur, tonnage et rayons de giration.');
  }
}

function motorway({ criteria: { motorwayKm } }: Brownfield, need: SiteNeed): Found {
  const most = need.maximumMotorwayKm;
  const found = motorwayKm === null ? 'Distance non renseignée' : `Autoroute à ${km(motorwayKm)}`;
  if (most === null) return fits(`${found}, sans limite demandée.`);
  const said = `${found}, pour ${km(most)} au plus`;
  if (motorwayKm === null) return check(`${said}.`, 'Mesurer la distance par la route jusqu’à l’échangeur.');
  return motorwayKm.lte(most)
    ? fits(`${said}.`)
    : doesNot(`${said}.`, 'Chiffrer le surcoût de transport avant d’accepter cette distance.');
}

function publicTransport({ criteria: { publicTransportM } }: Brownfield, need: SiteNeed): Found {
  const found =
    publicTransportM === null
      ? 'Distance non renseignée'
      : `Arrêt à ${writeCount(publicTransportM)}${NO_BREAK_SPACE}m`;
  if (!need.publicTransportNeeded) return fits(`${found}, transports en commun non demandés.`);
  if (publicTransportM === null)
    return check(`${found}.`, 'Relever l’arrêt le plus proche et ses horaires de prise de poste.');
  return publicTransportM.lt(PUBLIC_TRANSPORT_M)
    ? fits(`${found}.`)
    : doesNot(
        `${found}, au-delà de ${PUBLIC_TRANSPORT_M}${NO_BREAK_SPACE}m.`,
        'Demander un arrêt ou une navette à l’autorité organisatrice de la mobilité.',
      );
}

function existingBuilding(site: Brownfield, need: SiteNeed): Found {
  const usable = usableBuildings(site);
  if (usable === undefined)
    return check(
      'Surface ou état des bâtiments non renseignés.',
      'Faire visiter les bâtiments par un maître d’œuvre.',
    );
  if (usable.isZero())
    return check(
      'Aucun bâtiment à garder : les locaux sont à construire.',
      'Le coût et le délai du site comptent une construction neuve.',
    );
  const said = `${m2(usable)} de bâtiments à garder pour ${m2(need.floorAreaM2)} cherchés`;
  if (site.buildingState === 'mixed')
    return check(`${said}, dans un état inégal.`, 'Faire diagnostiquer la structure bâtiment par bâtiment.');
  return usable.gte(need.floorAreaM2)
    ? fits(`${said}.`)
    : check(`${said}.`, 'Le reste est à construire : le coût et le délai du site le comptent.');
}

function planning({ zoning }: Brownfield): Found {
  const said = `Zone ${ZONINGS[zoning]}`;
  switch (zoning) {
    case 'activity':
      return fits(`${said}.`);
    case 'agricultural':
    case 'natural':
      return doesNot(
        `${said} : une activité industrielle n’y est en principe pas admise.`,
        'Demander à la commune si elle entend modifier son PLU, et quand.',
      );
    case 'unknown':
      return check('Zonage d’urbanisme non renseigné.', 'Demander un certificat d’urbanisme.');
    default:
      return check(
        `${said} : l’industrie peut y être refusée.`,
        'Lire le règlement de la zone ou demander un certificat d’urbanisme.',
      );
  }
}

function opening(need: SiteNeed, monthsToOpening: Range<number> | undefined): Found {
  const latest = need.latestOpeningMonths;
  const found =
    monthsToOpening === undefined
      ? 'Délai non calculé'
      : `Ouverture dans ${months(monthsToOpening.central)}, entre ${monthsToOpening.low} et ${months(monthsToOpening.high)}`;
  if (latest === null) return fits(`${found}, sans échéance demandée.`);
  const said = `${found}, pour ${months(latest)} au plus tard`;
  if (monthsToOpening === undefined)
    return check(`${said}.`, 'Renseigner l’état du site pour en calculer le délai.');
  if (monthsToOpening.high <= latest) return fits(`${said}.`);
  const remedy = 'Prolonger le bail en cours, ou s’installer provisoirement sur le site ou ailleurs.';
  return monthsToOpening.low > latest ? doesNot(`${said}.`, remedy) : check(`${said}.`, remedy);
}

const SEVERITY: readonly FitVerdict[] = ['fits', 'to-check', 'does-not'];

/** The worst of several verdicts; « convient » when there is none. */
export function worstFit(verdicts: readonly FitVerdict[]): FitVerdict {
  return SEVERITY.findLast((verdict) => verdicts.includes(verdict)) ?? 'fits';
}

/**
 * Whether a brownfield answers what this enterprise asks of a site: each need with its reason and its remedy. Never
 * mixed into the national index, which speaks of industry at large.
 * @param jobs of the operator: full-time equivalents once the project is done
 * @param monthsToOpening from signature, when a calendar was computed
 */
export function fitOf(site: Brownfield, need: SiteNeed, jobs: Jobs, monthsToOpening?: Range<number>): Fit {
  const items: readonly FitItem[] = [
    { id: 'floor-area', label: 'Surface de locaux', ...floorArea(site, need) },
    { id: 'land-area', label: 'Terrain', ...landArea(site, need) },
    { id: 'area-per-job', label: 'Place par emploi', ...areaPerJob(site, jobs) },
    { id: 'existing-building', label: 'Bâtiments existants', ...existingBuilding(site, need) },
    { id: 'lorry-access', label: 'Accès des poids lourds', ...lorryAccess(site, need) },
    { id: 'motorway', label: 'Autoroute', ...motorway(site, need) },
    { id: 'public-transport', label: 'Transports en commun', ...publicTransport(site, need) },
    { id: 'planning', label: 'Urbanisme', ...planning(site) },
    { id: 'opening', label: 'Date d’ouverture', ...opening(need, monthsToOpening) },
  ];
  return { items, verdict: worstFit(items.map(({ verdict }) => verdict)) };
}
