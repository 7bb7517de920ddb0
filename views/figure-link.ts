import { html } from 'hono/html';
import type { FigureLink } from '../src/report/page.ts';
import { explanationAddress, type FigureStep, type Shown } from './addresses.ts';
import type { Html } from './html.ts';

export interface Place {
  readonly key: string;
  readonly shown: Shown;
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
