import { FileRefused } from './file-refused.ts';
import { DEEPEST_JSON, MOST_ROW_CHARACTERS } from './limits.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const COLON = 58;
const COMMA = 44;
const LAST_BLANK = 32;

const TORN = 'le JSON s’arrête avant la fin : le fichier est coupé, envoyez-le de nouveau';

/**
 * Cuts the elements of `features` out of a GeoJSON text that is never held whole: brackets and strings are counted
 * letter by letter, each letter once.
 * @returns the text of each element, not yet parsed, those that are no object too
 * @throws FileRefused when there is no `features`, when it is torn, too deep, or when an element is too long
 */
export function* featureTexts(pieces: Iterator<string>): Generator<string> {
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  /** In an element of `features` that no bracket opens: a number, a text, null. */
  let isBare = false;
  /** The last string at the first level, and whether a colon follows: « features » then opens what we look for. */
  let key = '';
  let isKeyed = false;
  let featuresDepth = 0;
  let wasFound = false;
  let parts: string[] = [];
  let partsLength = 0;

  for (let next = pieces.next(); !next.done; next = pieces.next()) {
    const piece = next.value;
    let start = partsLength > 0 ? 0 : -1;
    let keyStart = isString && depth === 1 ? 0 : -1;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (code === BACKSLASH) isEscaped = true;
        else if (code === QUOTE) {
          isString = false;
          if (depth === 1 && keyStart >= 0) key += piece.slice(keyStart, at);
          keyStart = -1;
        }
        continue;
      }
      if (depth === 2 && featuresDepth === 2) {
        const isEnd = code === COMMA || code === CLOSE_BRACKET;
        if (isBare && isEnd) {
          parts.push(piece.slice(start, at));
          yield parts.join('');
          parts = [];
          partsLength = 0;
          start = -1;
          isBare = false;
        } else if (start < 0 && !isEnd && code > LAST_BLANK && code !== OPEN_BRACE && code !== OPEN_BRACKET) {
          start = at;
          isBare = true;
        }
      }
      if (code === QUOTE) {
        isString = true;
        if (depth === 1) {
          key = '';
          isKeyed = false;
          keyStart = at + 1;
        }
      } else if (code === COLON) {
        if (depth === 1) isKeyed = true;
      } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        depth++;
        if (depth > DEEPEST_JSON)
          throw new FileRefused(
            `le JSON est imbriqué sur plus de ${DEEPEST_JSON} niveaux : ce n’est pas un GeoJSON de friches`,
          );
        if (depth === 2 && code === OPEN_BRACKET && isKeyed && key === 'features') {
          featuresDepth = 2;
          wasFound = true;
        } else if (depth === 3 && featuresDepth === 2 && !isBare) start = at;
      } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        depth--;
        if (depth < 0) throw new FileRefused('le JSON ferme un crochet de trop');
        if (depth === 2 && featuresDepth === 2 && start >= 0 && !isBare) {
          parts.push(piece.slice(start, at + 1));
          yield parts.length === 1 ? (parts[0] as string) : parts.join('');
          parts = [];
          partsLength = 0;
          start = -1;
        }
        if (depth < featuresDepth) featuresDepth = 0;
      }
    }
    if (start >= 0) {
      parts.push(piece.slice(start));
      partsLength += piece.length - start;
      if (partsLength > MOST_ROW_CHARACTERS)
        throw new FileRefused('un objet du GeoJSON est trop gros : au plus 40 Mio par friche');
    }
    if (keyStart >= 0 && key.length < 100) key += piece.slice(keyStart, keyStart + 100);
  }
  if (isString || depth > 0) throw new FileRefused(wasFound || depth > 0 ? TORN : 'ce n’est pas du JSON');
  if (!wasFound)
    throw new FileRefused(
      'le JSON n’est pas une collection d’objets GeoJSON : il lui manque « features » ; mettez-les dans {"type": "FeatureCollection", "features": [ … ]}',
    );
}
