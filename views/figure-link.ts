import { html } from 'hono/html';
import type { FigureLink } from '../src/report/page.ts';
import { explanationAddress, type FigureStep, type Shown } from './addresses.ts';
import type { Html } from './html.ts';

export interface Place {
  readonly key: string;
  readonly shown: Shown;
}

/** Longest value that stays on one line: beyond, it is words. */
const LONGEST_FIGURE = 24;

/** Whether a value is words, which a narrow column may break. */
export function isWords(text: string, { figure }: Partial<FigureLink>): boolean {
  return figure === undefined && text.length > LONGEST_FIGURE;
}

/** A figure that opens its explanation; plain text when it has none. */
export function figureLink(
  place: Place,
  text: string,
  { figure, period }: Partial<FigureLink>,
  trail: readonly FigureStep[] = [],
): Html {
  if (figure === undefined) return html`${text}`;
  const address = explanationAddress(place.key, place.shown, { figure, period: period ?? '' }, trail);
  return html`<a class="figure" href="${address}">${text}</a>`;
}
