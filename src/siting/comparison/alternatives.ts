import type { PathDescription } from '../../dossier/dossier.ts';
import type { RankedAlternative, RankedCriterion } from '../ranking/alternatives.ts';
import type { SiteColumns, SitePathColumn } from './site-columns.ts';

/** What sites × paths may be ranked on. None has a weight: who reads says which of them count. */
export interface SiteCriterion extends RankedCriterion {
  /** Whether a person finds it checked. */
  readonly isUsual: boolean;
  /** Kinds of path of which the figure does not compare with the others, and why. */
  readonly notOf?: Partial<Record<PathDescription['kind'], string>>;
}

const LEFT_TO_A_LANDLORD =
  'un bailleur remet le site en état à ses frais : l’argent public qu’il demanderait n’est pas compté';
const PAID_FOR_RESULTS = 'le contrat à impact paie des résultats à côté des emplois du site';

/** The national index, which no key figure holds. */
export const SUITABILITY_CRITERION = 'suitability';

/** Eight at most: past that a person no longer knows what the weights mean. */
export const SITE_CRITERIA: readonly SiteCriterion[] = [
  { id: 'occupancy-cost-m2', label: 'Coût complet d’occupation par m²', better: 'lower', isUsual: true },
  { id: 'own-funds-needed', label: 'Fonds propres à apporter', better: 'lower', isUsual: true },
  { id: 'months-to-opening', label: 'Délai avant la mise en service', better: 'lower', isUsual: true },
  {
    id: 'public-present-cost',
    label: 'Coût public en valeur présente',
    better: 'lower',
    isUsual: true,
    notOf: { 'market-rent': LEFT_TO_A_LANDLORD },
  },
  {
    id: 'cost-per-job',
    label: 'Aides versées par emploi créé',
    better: 'lower',
    isUsual: false,
    notOf: { 'market-rent': LEFT_TO_A_LANDLORD, 'impact-bond': PAID_FOR_RESULTS },
  },
  { id: 'smallest-cover', label: 'Plus faible couverture des annuités', better: 'higher', isUsual: false },
  { id: 'total-cost', label: 'Coût total de l’opération', better: 'lower', isUsual: false },
  {
    id: SUITABILITY_CRITERION,
    label: 'Indice national de mutabilité vers l’industrie',
    better: 'higher',
    isUsual: false,
  },
];

/** A site and a path, out of any ranking, and why. */
export interface ApartColumn {
  readonly site: string;
  readonly path: string;
  readonly reasons: readonly string[];
}

/** « ancienne-fonderie~fonciere » */
export function alternativeId({ site, path }: Pick<SitePathColumn, 'site' | 'path'>): string {
  return `${site}~${path}`;
}

/**
 * Why a site and a path are never ranked: the site does not answer a need of the enterprise, the law closes the path, its
 * plan lacks money, or the enterprise would run out of cash. Nothing when it may be.
 * @param writeAmount an amount in French, from its decimal string
 */
export function apartReasons(
  site: SiteColumns,
  column: SitePathColumn,
  writeAmount: (amount: string) => string,
): string[] {
  const unfit = site.fit.items.filter(({ verdict }) => verdict === 'does-not');
  const lowest = column.figures['lowest-cash']?.value;
  return [
    ...unfit.map(({ label, reason }) => `la friche ne convient pas – ${label.toLowerCase()} : ${reason}`),
    ...(column.verdict === 'impossible' ? [column.reason ?? 'le droit ferme cette voie'] : []),
    ...(column.gap === undefined ? [] : [`il manque ${writeAmount(column.gap)} au plan de financement`]),
    ...(lowest != null && Number(lowest) < -0.005
      ? [`la trésorerie de l’entreprise tombe à ${writeAmount(lowest)}`]
      : []),
  ];
}

/** The criteria asked for, in their order; the usual ones when none is. */
export function criteriaAsked(ids: readonly string[]): SiteCriterion[] {
  const asked = SITE_CRITERIA.filter(({ id }) => ids.includes(id));
  return asked.length > 0 ? asked : SITE_CRITERIA.filter(({ isUsual }) => isUsual);
}

/** A figure of a column as the ranking reads it: three readings where they were computed. */
function valueOf(
  site: SiteColumns,
  column: SitePathColumn,
  { id, notOf }: SiteCriterion,
): RankedAlternative['values'][string] {
  if (notOf?.[column.kind] !== undefined) return null;
  if (id === SUITABILITY_CRITERION) {
    const { index } = site.suitability;
    return index === null ? null : Number(index);
  }
  const figure = column.figures[id];
  if (figure?.value == null) return null;
  const central = Number(figure.value);
  if (figure.low === undefined || figure.high === undefined) return central;
  // Undefined at one end of the cost of the site: it would be ranked on its good days only.
  if (figure.low === null || figure.high === null) return null;
  const [low, high] = [Number(figure.low), Number(figure.high)];
  return low === central && high === central ? central : { low, central, high };
}

/** A column as the ranking reads it. Paths of one site share its uncertainty. */
export function rankedAlternative(
  site: SiteColumns,
  column: SitePathColumn,
  criteria: readonly SiteCriterion[],
): RankedAlternative {
  return {
    id: alternativeId(column),
    source: column.site,
    values: Object.fromEntries(criteria.map((criterion) => [criterion.id, valueOf(site, column, criterion)])),
  };
}

/** Why a column lacks a criterion. */
export function missingReason(column: SitePathColumn, criterion: SiteCriterion): string {
  const { kind, figures } = column;
  const figure = figures[criterion.id];
  return (
    criterion.notOf?.[kind] ??
    (figure?.value == null ? (figure?.reason ?? 'non défini') : 'non défini à un bout de la fourchette du site')
  );
}
