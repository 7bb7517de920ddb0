import { html } from 'hono/html';
import type { Html } from './html.ts';
import { keptTogether } from './typography.ts';

/** A mark that ends a sentence, what closes it, and the space before the next, which begins with a capital. */
const END_OF_SENTENCE = /(?<=[.!?…](?:\s?»)?)\s+(?=[\p{Lu}«])/u;

interface Told {
  readonly first: string;
  readonly others: string;
}

/** The first sentence of a summary, and what follows. */
export function partsOf(summary: string): Told {
  const [first = ''] = summary.trim().split(END_OF_SENTENCE, 1);
  return { first, others: summary.trim().slice(first.length).trim() };
}

/** The first sentence of what a dossier tells of itself. */
export function introduction(summary: string): Html {
  return html`<p class="summary">${keptTogether(partsOf(summary).first)}</p>`;
}

/** The rest of it, folded. */
export function aboutView(summary: string): Html {
  const { others } = partsOf(summary);
  if (others === '') return html``;
  return html`<details class="tool-fold" id="a-propos">
<summary>À propos de ce cas</summary>
<p class="summary">${keptTogether(others)}</p>
</details>`;
}
