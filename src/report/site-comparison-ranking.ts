import { Decimal } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, THIN_SPACE } from '../formula/french.ts';
import { missingReason, type SiteCriterion } from '../siting/comparison/alternatives.ts';
import type { Ranking } from '../siting/ranking/ranking.ts';
import type { NamedAlternative } from './site-comparison-names.ts';
import type { RankedRow, SiteRanking } from './site-comparison-page.ts';

/** A share of draws, in whole per cent: it is known to a point or so. */
export function writeShare(share: number): string {
  const percent = new Decimal(share).times(100);
  if (percent.isZero() || percent.eq(100)) return `${percent.toFixed(0)}${NO_BREAK_SPACE}%`;
  if (percent.lt('0.5')) return `moins de 1${NO_BREAK_SPACE}%`;
  if (percent.gt('99.5')) return `plus de 99${NO_BREAK_SPACE}%`;
  return `${percent.toDecimalPlaces(0).toFixed(0)}${NO_BREAK_SPACE}%`;
}

function writeWhole(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, THIN_SPACE);
}

function sentenceOf(rows: readonly RankedRow[], ranking: Ranking): string {
  const [first, second] = rows;
  if (first === undefined) return '';
  const of = `(${writeWhole(ranking.draws)} tirages)`;
  if (second === undefined) return `${first.label} : une seule combinaison peut être classée.`;
  const also =
    ranking.results[1]?.best === 0
      ? '. Aucune autre ne l’est pour aucun jeu de poids tiré.'
      : ` ; vient ensuite ${second.label}, ${second.best}.`;
  return `${first.label} : la meilleure pour ${first.best} des jeux de poids possibles ${of}${also}`;
}

/** How the ranking was made: what a reader needs to contest it. */
function notesOf(
  ranking: Ranking,
  criteria: readonly SiteCriterion[],
  alternatives: readonly NamedAlternative[],
): string[] {
  const labelOf = (id: string) => `« ${criteria.find((one) => one.id === id)?.label ?? id} »`;
  const isRanged = alternatives.every(({ column }) => column.isRanged);
  const isWithoutEnd = alternatives.some(
    ({ column: { faults } }) => faults.low !== undefined || faults.high !== undefined,
  );
  const excluded = ranking.excluded.flatMap(({ id, missing }) => {
    const found = alternatives.find((alternative) => alternative.id === id);
    if (found === undefined) return [];
    const reasons = missing.flatMap((criterion) => {
      const known = criteria.find((one) => one.id === criterion);
      return known === undefined ? [] : [`${labelOf(criterion)} : ${missingReason(found.column, known)}`];
    });
    return [`${found.name} n’est pas classée, faute de ${reasons.join(' ; ')}.`];
  });
  return [
    `Personne ne fixe les poids : ${writeWhole(ranking.draws)} jeux de poids sont tirés au hasard, tous également probables, et la part de ceux qui placent chaque combinaison en tête est comptée (méthode SMAA-2, Lahdelma et Salminen, 2001 ; graine ${ranking.seed} : le même résultat à chaque fois). À un point près.`,
    isRanged
      ? 'Le coût et le délai de chaque friche sont tirés en même temps entre bas et haut, le plus souvent près du central (loi triangulaire) ; les voies d’une même friche partagent le même tirage.'
      : 'Trop de combinaisons sont demandées pour calculer chacune au coût bas et au coût haut de sa friche : le classement les lit au coût central. Décochez des voies pour qu’il compte ces fourchettes.',
    ...(isRanged && isWithoutEnd
      ? [
          'Une voie qui ne tient plus quand la friche coûte plus cher (ou moins) est hors classement dans ces tirages : les parts peuvent alors ne pas faire 100 %.',
        ]
      : []),
    'Chaque critère est noté de 0, le pire des valeurs comparées, à 1, la meilleure, en ligne droite : ajouter ou retirer une combinaison peut donc changer les parts.',
    `Poids centraux : ce à quoi tient, en moyenne, celui qui préfère la combinaison. Confiance : ${isRanged ? 'part des tirages du coût des friches où elle reste en tête avec ces poids' : 'non calculée, le coût des friches n’étant pas tiré entre bas et haut'}.`,
    ...ranking.dropped.map(
      (id) => `${labelOf(id)} n’est pas compté : plus de la moitié des combinaisons n’ont pas ce chiffre.`,
    ),
    ...ranking.equal.map((id) => `${labelOf(id)} ne départage rien : la valeur est la même partout.`),
    ...excluded,
  ];
}

/** The ranking without weights, as it is read; undefined when nothing can be ranked. */
export function siteRanking(
  ranking: Ranking,
  criteria: readonly SiteCriterion[],
  alternatives: readonly NamedAlternative[],
): SiteRanking | undefined {
  if (ranking.results.length === 0) return undefined;
  const named = new Map(alternatives.map((alternative) => [alternative.id, alternative]));
  const nameOf = (id: string) => named.get(id)?.name ?? id;
  // At central costs alone, no draw could contradict the first: « 100 % » would be read as a certainty.
  const isRanged = alternatives.every(({ column }) => column.isRanged);
  const rows = ranking.results.map((result): RankedRow => {
    const dominated = ranking.dominated.find(({ id }) => id === result.id);
    const { confidence, centralWeights } = result;
    return {
      id: result.id,
      name: nameOf(result.id),
      label: named.get(result.id)?.label ?? result.id,
      best: writeShare(result.best),
      amongFirst: writeShare(result.amongFirst),
      confidence: confidence === undefined || !isRanged ? undefined : writeShare(confidence),
      weights: ranking.criteria.map((id) => {
        const weight = centralWeights?.[id];
        return weight === undefined ? undefined : writeShare(weight);
      }),
      dominatedBy: dominated?.by.map(nameOf) ?? [],
      isNeverBest: dominated?.always ?? false,
    };
  });
  const labels = ranking.criteria.map((id) => criteria.find((one) => one.id === id)?.label ?? id);
  return {
    sentence: sentenceOf(rows, ranking),
    criteria: labels,
    rows,
    notes: notesOf(ranking, criteria, alternatives),
  };
}

/** « A · P4 et B · P1 », by id of what they dominate. */
export function dominatorsOf(
  ranking: Ranking,
  alternatives: readonly NamedAlternative[],
): ReadonlyMap<string, readonly string[]> {
  const nameOf = (id: string) => alternatives.find((one) => one.id === id)?.name ?? id;
  return new Map(ranking.dominated.map(({ id, by }) => [id, by.map(nameOf)]));
}
