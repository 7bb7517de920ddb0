import type { PathDescription } from '../../dossier/dossier.ts';
import type { RankedAlternative, RankedCriterion } from '../ranking/alternatives.ts';
import type { EndFault, SiteColumns, SitePathColumn } from './site-columns.ts';

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
    // Not its present value: of the same grants those of the site that opens last would seem the cheapest.
    id: 'public-budget',
    label: 'Aides versées, en tout',
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

/** Needs of the enterprise that a site does not answer: none of its columns is then ranked. */
export function unfitReasons({ fit, problems }: SiteColumns): string[] {
  return [
    ...fit.items.flatMap(({ verdict, label, reason }) =>
      verdict === 'does-not' ? [`${label.toLowerCase()} : ${reason.replace(/\.$/, '')}`] : [],
    ),
    ...problems.map(({ message }) => message),
  ];
}

/**
 * Why a path is never ranked on a site: the dossier or the law closes it, its plan lacks money, or the enterprise would run
 * out of cash. Nothing when it may be.
 * @param writeAmount an amount in French, from its decimal string
 */
export function apartReasons(column: SitePathColumn, writeAmount: (amount: string) => string): string[] {
  const lowest = column.figures['lowest-cash']?.value;
  return [
    ...(column.problem === undefined ? [] : [column.problem]),
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

/**
 * A figure of a column as the ranking reads it: three readings where they were computed. At an end of the cost of the
 * site where it is not defined, the plan no longer closing, it stays so: the column is out of those draws.
 */
function rankedValue(
  site: SiteColumns,
  column: SitePathColumn,
  { id, notOf }: SiteCriterion,
  isRanged: boolean,
): RankedAlternative['values'][string] {
  if (notOf?.[column.kind] !== undefined) return null;
  if (id === SUITABILITY_CRITERION) {
    const { index } = site.suitability;
    return index === null ? null : Number(index);
  }
  const figure = column.figures[id];
  if (figure?.value == null) return null;
  const central = Number(figure.value);
  if (!isRanged || figure.low === undefined || figure.high === undefined) return central;
  const at = (value: string | null, fault: EndFault | undefined) =>
    value === null || fault !== undefined ? null : Number(value);
  const [low, high] = [at(figure.low, column.faults.low), at(figure.high, column.faults.high)];
  return low === central && high === central ? central : { low, central, high };
}

/**
 * A column as the ranking reads it. Paths of one site share its uncertainty.
 * @param isRanged whether the cost of the sites is drawn: only when all that is ranked has its low and high readings
 */
export function rankedAlternative(
  site: SiteColumns,
  column: SitePathColumn,
  criteria: readonly SiteCriterion[],
  isRanged: boolean,
): RankedAlternative {
  return {
    id: alternativeId(column),
    source: column.site,
    values: Object.fromEntries(
      criteria.map((criterion) => [criterion.id, rankedValue(site, column, criterion, isRanged)]),
    ),
  };
}

/** Why a column lacks a criterion. */
export function missingReason(column: SitePathColumn, criterion: SiteCriterion): string {
  return criterion.notOf?.[column.kind] ?? column.figures[criterion.id]?.reason ?? 'non défini';
}
