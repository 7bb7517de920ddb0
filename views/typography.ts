import { NO_BREAK_SPACE } from '../src/formula/french.ts';

/** A French text whose marks (: ; ! ? « ») never begin or end a line alone, and whose numbers are never cut. */
export function keptTogether(text: string): string {
  return text.replaceAll(/ (?=[:;!?»])|(?<=«) |(?<=\d) (?=\d{3}\b|[kM]?€|%)/g, NO_BREAK_SPACE);
}
