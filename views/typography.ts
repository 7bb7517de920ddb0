import { NO_BREAK_SPACE } from '../src/formula/french.ts';

/** A French text whose marks (: ; ! ? « ») never begin or end a line alone. */
export function keptTogether(text: string): string {
  return text.replaceAll(/ (?=[:;!?»])|(?<=«) /g, NO_BREAK_SPACE);
}
