import type { Dossier } from '../dossier/dossier.ts';
import { Decimal } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, writeCount, writeDate } from '../formula/french.ts';
import { RELIABILITY_WORDS } from '../sites/suitability/suitability.ts';
import {
  criteriaAsked,
  rankedAlternative,
  SITE_CRITERIA,
  type SiteCriterion,
  unfitReasons,
} from '../siting/comparison/alternatives.ts';
import type { SiteColumns } from '../siting/comparison/site-columns.ts';
import { type Ranking, rankAlternatives } from '../siting/ranking/ranking.ts';
import { siteAnswer } from './site-comparison-answer.ts';
import { siteFrontierTables } from './site-comparison-charts.ts';
import { suitabilityGrid } from './site-comparison-grid.ts';
import { siteLens } from './site-comparison-lenses.ts';
import {
  amountRange,
  monthsRange,
  type NamedAlternative,
  namedAlternatives,
  siteLetter,
} from './site-comparison-names.ts';
import type { SiteCard, SiteComparisonPage } from './site-comparison-page.ts';
import { dominatorsOf, siteRanking } from './site-comparison-ranking.ts';

/** What is compared, and on what. */
export interface SiteComparisonInput {
  readonly values: Dossier;
  /** Sites with the columns computed, in the order of the dossier. */
  readonly sites: readonly SiteColumns[];
  /** Ids of the paths computed. */
  readonly paths: readonly string[];
  /** Ids of the criteria asked for; the usual ones when there is none. */
  readonly criteria: readonly string[];
}

function percent(fraction: string): string {
  return `${new Decimal(fraction).times(100).toDecimalPlaces(0).toFixed(0)}${NO_BREAK_SPACE}%`;
}

function cardOf(values: Dossier, site: SiteColumns, index: number): SiteCard {
  const { suitability, fit } = site;
  const unfit = (['does-not', 'to-check'] as const).flatMap((verdict) =>
    fit.items.filter((item) => item.verdict === verdict),
  );
  return {
    id: site.site,
    letter: siteLetter(index),
    name: site.name,
    place: `${site.commune} (${site.department})`,
    isChosen: values.site?.chosenBrownfield === site.site,
    cost: amountRange(site.cost),
    months: monthsRange(site.months),
    index: suitability.index === null ? undefined : percent(suitability.index),
    potential: suitability.potential ?? undefined,
    reliability: `${percent(suitability.reliability)}, ${RELIABILITY_WORDS[suitability.reliabilityClass]}`,
    fit: fit.verdict,
    unfit,
    problems: site.problems.map(({ message }) => message),
  };
}

/** What the enterprise asks of a site, in a line. */
function needOf({ siteNeed: need }: Dossier): string {
  const area = (value: Decimal) => `${writeCount(value)}${NO_BREAK_SPACE}m²`;
  return [
    `${area(need.floorAreaM2)} de locaux`,
    ...(need.landAreaM2 === null ? [] : [`${area(need.landAreaM2)} de terrain au moins`]),
    ...(need.lorryAccess ? ['accès des poids lourds'] : []),
    ...(need.maximumMotorwayKm === null
      ? []
      : [`autoroute à ${writeCount(need.maximumMotorwayKm)}${NO_BREAK_SPACE}km au plus`]),
    ...(need.publicTransportNeeded ? ['transports en commun à moins de 500 m'] : []),
    ...(need.latestOpeningMonths === null
      ? []
      : [`ouverture sous ${need.latestOpeningMonths}${NO_BREAK_SPACE}mois`]),
  ].join(', ');
}

/** The ranking of what may be ranked; the cost of the sites is drawn when all of it has its low and high readings. */
function rankingOf(alternatives: readonly NamedAlternative[], criteria: readonly SiteCriterion[]): Ranking {
  const isRanged = alternatives.every(({ column }) => column.isRanged);
  return rankAlternatives(
    criteria,
    alternatives.map(({ site, column }) => rankedAlternative(site, column, criteria, isRanged)),
  );
}

/** Sites that do not suit, then paths that do not hold. */
function apartOf(
  sites: readonly SiteColumns[],
  alternatives: readonly NamedAlternative[],
): SiteComparisonPage['apart'] {
  const unfit = sites.flatMap((site, index) => {
    const reasons = unfitReasons(site);
    return reasons.length === 0
      ? []
      : [{ name: siteLetter(index), label: `${site.name}, toutes les voies`, reasons }];
  });
  const failing = alternatives.flatMap(({ name, label, faults }) =>
    faults.length === 0 ? [] : [{ name, label, reasons: faults }],
  );
  return [...unfit, ...failing];
}

/** The comparison of the brownfields of a dossier, as plain data. */
export function siteComparisonPage(input: SiteComparisonInput): SiteComparisonPage {
  const { values, sites, paths } = input;
  const alternatives = namedAlternatives(sites);
  const criteria = criteriaAsked(input.criteria);
  const standing = alternatives.filter(({ faults }) => faults.length === 0);
  const ranked = standing.filter(({ isRanked }) => isRanked);
  const ranking = rankingOf(ranked, criteria);
  // What the needs of the enterprise leave out, if they were given up.
  const unasked = standing.length === ranked.length ? undefined : rankingOf(standing, criteria);
  const dominators = dominatorsOf(ranking, alternatives);
  const lens = (of: 'founder' | 'investor' | 'authority') => siteLens(sites, alternatives, of, dominators);
  return {
    title: values.title,
    operatorName: values.operator.name,
    need: needOf(values),
    cards: sites.map((site, index) => cardOf(values, site, index)),
    grid: suitabilityGrid(values),
    paths: values.paths.map(({ id, label }) => ({ id, label, isChecked: paths.includes(id) })),
    criteria: SITE_CRITERIA.map(({ id, label }) => ({
      id,
      label,
      isChecked: criteria.some((criterion) => criterion.id === id),
    })),
    answer: siteAnswer(alternatives, ranking, unasked),
    lenses: { founder: lens('founder'), investor: lens('investor'), authority: lens('authority') },
    apart: apartOf(sites, alternatives),
    ranking: siteRanking(ranking, criteria, ranked),
    tables: siteFrontierTables(alternatives),
    lawDate: writeDate(values.lawDate),
  };
}
