import { writeList } from '../formula/french.ts';
import type { SiteFigure } from '../siting/comparison/site-columns.ts';
import type { Ranking } from '../siting/ranking/ranking.ts';
import { figureInSentence, type NamedAlternative } from './site-comparison-names.ts';
import type { SiteComparisonPage } from './site-comparison-page.ts';
import { writeShare } from './site-comparison-ranking.ts';

const figureOf = ({ column }: NamedAlternative, id: string): SiteFigure | undefined => column.figures[id];

/** The one with the smallest figure, among those that have it; the first of equal ones. */
function leastOf(alternatives: readonly NamedAlternative[], id: string): NamedAlternative | undefined {
  let least: NamedAlternative | undefined;
  for (const alternative of alternatives) {
    const value = figureOf(alternative, id)?.value;
    if (value == null) continue;
    const known = least === undefined ? undefined : figureOf(least, id)?.value;
    if (known == null || Number(value) < Number(known)) least = alternative;
  }
  return least;
}

/** Of a reason, what begins it: the whole stands with the verdict of the path. */
function firstSentence(reason: string): string {
  const [first = reason] = reason.split(/(?<=[.]) /);
  return first.replace(/^./, (letter) => letter.toLowerCase());
}

function authoritySentence(first: NamedAlternative): string {
  const cost = figureInSentence(figureOf(first, 'public-present-cost'));
  const perJob = figureInSentence(figureOf(first, 'cost-per-job'));
  if (first.column.kind === 'market-rent')
    return `${first.label} : l’argent public que demanderait le bailleur n’est pas compté.`;
  const budget = figureInSentence(figureOf(first, 'public-budget'));
  const paid = cost === undefined ? 'aides versées non définies' : `aides versées ${cost} en valeur présente`;
  const said = [
    `${first.label} : ${paid}`,
    ...(budget === undefined ? [] : [`${budget} en tout`]),
    ...(perJob === undefined ? [] : [`soit ${perJob} créé`]),
  ].join(', ');
  // The first thing to know before a vote: what of it the law does not allow as it stands.
  const { verdict, reason } = first.column;
  const toCheck =
    verdict === 'possible' || reason === undefined ? '' : ` À vérifier d’abord : ${firstSentence(reason)}`;
  return `${said}.${toCheck}`;
}

function founderSentence(first: NamedAlternative): string {
  const cost = figureInSentence(figureOf(first, 'occupancy-cost-m2')) ?? 'coût d’occupation non défini';
  const month = figureInSentence(figureOf(first, 'occupancy-cost-month'));
  const months = figureInSentence(figureOf(first, 'months-to-opening'));
  const own = figureInSentence(figureOf(first, 'own-funds-needed'));
  return [
    `${first.site.name}, ${first.site.commune} : coût complet d’occupation ${cost}`,
    ...(month === undefined ? [] : [`soit ${month}`]),
    ...(months === undefined ? [] : [`ouverture dans ${months}`]),
    ...(own === undefined ? [] : [`fonds propres à apporter ${own}`]),
  ]
    .join(', ')
    .concat('.');
}

/** What stands out elsewhere than in the likeliest best. */
function othersOf(ranked: readonly NamedAlternative[], first: NamedAlternative): string[] {
  const owners = ranked.filter(({ column }) => column.kind !== 'market-rent');
  const asked: readonly (readonly [string, string, readonly NamedAlternative[]])[] = [
    ['Le moins d’aides versées', 'public-budget', owners],
    ['Le coût d’occupation le plus bas', 'occupancy-cost-m2', ranked],
    ['L’ouverture la plus proche', 'months-to-opening', ranked],
  ];
  return asked.flatMap(([said, id, among]) => {
    const least = leastOf(among, id);
    const known = figureOf(first, id)?.value;
    if (least === undefined || least === first) return [];
    const value = figureOf(least, id)?.value;
    // As good as the first: not another answer.
    if (known != null && value != null && Number(known) <= Number(value) && among.includes(first)) return [];
    return [`${said} : ${least.label}, ${figureInSentence(figureOf(least, id))}.`];
  });
}

/** What would be the best if the needs that its site does not answer were given up. */
function withoutNeeds(
  alternatives: readonly NamedAlternative[],
  unasked: Ranking | undefined,
  first: NamedAlternative | undefined,
): string[] {
  const [result] = unasked?.results ?? [];
  const found = alternatives.find(({ id }) => id === result?.id);
  if (result === undefined || found === undefined || found.unfit.length === 0 || found === first) return [];
  const needs = found.site.fit.items.filter(({ verdict }) => verdict === 'does-not');
  const said = writeList(needs.map(({ label }) => `« ${label} »`));
  const share = writeShare(result.best);
  const cost = figureInSentence(figureOf(found, 'occupancy-cost-m2'));
  return [
    `Sans l’exigence ${said}, que la friche ne remplit pas, ${found.label} serait la meilleure pour ${share} des jeux de poids${cost === undefined ? '' : `, à ${cost} d’occupation`}.`,
  ];
}

/**
 * Which brownfield, which path, at what cost, for each of the two readers.
 * @param unasked the ranking with the sites that do not suit the enterprise, when there are some
 */
export function siteAnswer(
  alternatives: readonly NamedAlternative[],
  ranking: Ranking,
  unasked: Ranking | undefined,
): SiteComparisonPage['answer'] {
  const ranked = alternatives.filter(({ isRanked }) => isRanked);
  const [result] = ranking.results;
  const first = ranked.find(({ id }) => id === result?.id);
  if (result === undefined || first === undefined) {
    const lead =
      alternatives.length === 0
        ? 'Aucune combinaison n’a pu être calculée.'
        : ranked.length === 0
          ? 'Aucune combinaison d’une friche et d’une voie ne tient en l’état : voyez plus bas ce qui manque à chacune.'
          : 'Aucune combinaison n’a tous les chiffres demandés : choisissez d’autres critères.';
    const others = withoutNeeds(alternatives, unasked, undefined);
    return { lead, authority: undefined, founder: undefined, others };
  }
  const lead =
    ranking.results.length === 1
      ? `Une seule combinaison peut être classée : ${first.label}.`
      : `${first.site.name} avec ${first.column.label} : la meilleure pour ${writeShare(result.best)} des jeux de poids.`;
  return {
    lead,
    authority: authoritySentence(first),
    founder: founderSentence(first),
    others: [...othersOf(ranked, first), ...withoutNeeds(alternatives, unasked, first)],
  };
}
