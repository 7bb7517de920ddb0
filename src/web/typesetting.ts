import type { MiddlewareHandler } from 'hono';
import { NO_BREAK_SPACE, THIN_SPACE } from '../formula/french.ts';

/** What is copied letter for letter: typed by a person, code, or drawn; and, last, a text after a tag. */
const PIECES = /<(textarea|pre|code|script|svg)\b[\s\S]*?<\/\1>|(?<=>)[^<]+/g;

/** Before « : ; ? ! » % € », after « « », between a number and its unit. */
const BEFORE_SIGN = / (?=[:;?!»%€])/g;
const AFTER_QUOTE = /« /g;
const BEFORE_UNIT = /(?<=\d) (?=(?:ans?|mois|m²|ETP|k€|M€|Md€)(?![\p{L}\d]))/gu;
/** Groups of three digits: 1 500, never 2027 205. */
const BETWEEN_GROUPS = /(?<=(?<![\d,.])\d{1,3}) (?=\d{3}(?!\d))/g;

/** Inside a reference: L. 2252-1, D. 1511-30, art. 2288, art. L2252-1, n° 232060, R. 2321-2 2°. */
const IN_REFERENCE =
  /(?<=(?<![\p{L}\d])(?:art\.|n°)) (?=[LDRA]?\.?[\s\u00a0]?\d)|(?<=(?<![\p{L}\d.])(?:LO|[LDRA])\.) (?=\d)|(?<=(?:art\.|[LDRA]\.?)[\s\u00a0]?\d[\d-]*) (?=\d{1,2}°)/gu;

/**
 * A page whose spaces do not break where French does not: what writers of code type as a plain space. Figures come
 * typeset from `french.ts`; what a person typed in a text box and code are left as they are.
 */
export function typeset(html: string): string {
  return html.replace(PIECES, (piece) =>
    piece.startsWith('<') || !piece.includes(' ')
      ? piece
      : piece
          .replace(BEFORE_SIGN, NO_BREAK_SPACE)
          .replace(AFTER_QUOTE, `«${NO_BREAK_SPACE}`)
          .replace(BEFORE_UNIT, NO_BREAK_SPACE)
          .replace(IN_REFERENCE, NO_BREAK_SPACE)
          .replace(BETWEEN_GROUPS, THIN_SPACE),
  );
}

/** Typesets every page and fragment of a page on its way out. */
export function typesetPages(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (c.res.headers.get('Content-Type')?.startsWith('text/html') !== true) return;
    const page = await c.res.text();
    c.res = new Response(typeset(page), c.res);
  };
}
