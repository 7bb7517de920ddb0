/** How each level of local authority votes a guarantee: its articles, its assembly, who signs. */
export const AUTHORITIES = {
  municipality: {
    articles: 'L. 2252-1 à L. 2252-5',
    assembly: 'le conseil municipal',
    executive: 'Le maire',
  },
  intercommunality: {
    articles: 'L. 2252-1 à L. 2252-5 et L. 5111-4',
    assembly: 'le conseil communautaire ou métropolitain',
    executive: 'Le président',
  },
  department: {
    articles: 'L. 3231-4 et suivants',
    assembly: 'le conseil départemental',
    executive: 'Le président du conseil départemental',
  },
  region: {
    articles: 'L. 4253-1 et suivants',
    assembly: 'le conseil régional',
    executive: 'Le président du conseil régional',
  },
} as const;

/** Words that begin the name of a local authority, by the article that French puts before them. */
const FEMININE =
  /^(commune|communauté|métropole|ville|région|collectivité|agglomération|intercommunalité|eurométropole)(?![\p{L}])/iu;
const MASCULINE = /^(département|syndicat|conseil|pays|établissement|territoire)(?![\p{L}])/iu;
const VOWEL = /^[aàâeéèêiîoôuûœ]/i;

/**
 * A local authority in a sentence: « la communauté d’agglomération », « à la communauté d’agglomération ». A name that
 * does not begin with a known word (« Thiers Dore et Montagne ») takes no article.
 */
export function authorityInSentence(name: string): {
  /** At the head of a sentence. */
  readonly head: string;
  readonly inside: string;
  /** After « à ». */
  readonly to: string;
} {
  const isFeminine = FEMININE.test(name);
  if (!isFeminine && !MASCULINE.test(name)) return { head: name, inside: name, to: `à ${name}` };
  const word = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  if (VOWEL.test(word)) return { head: `L’${word}`, inside: `l’${word}`, to: `à l’${word}` };
  return isFeminine
    ? { head: `La ${word}`, inside: `la ${word}`, to: `à la ${word}` }
    : { head: `Le ${word}`, inside: `le ${word}`, to: `au ${word}` };
}
