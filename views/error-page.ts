import { html } from 'hono/html';
import type { Problem } from '../src/input/problem.ts';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { layout } from './layout.ts';

export interface ErrorView {
  readonly assets: Assets;
  readonly status: number;
  readonly title: string;
  /** What happened, and what to do. */
  readonly text: string;
  readonly problems?: readonly Problem[];
}

/** What could not be shown, why, and where to go from there. */
export function errorPage({ assets, status, title, text, problems = [] }: ErrorView): Html {
  return layout({
    assets,
    title,
    content: html`<article class="error-page">
<p class="overline">Erreur ${status}</p>
<h1>${title}</h1>
<p>${text}</p>
${
  problems.length === 0
    ? ''
    : html`<ul>${problems.map(({ path, message }) => html`<li>${path === '' ? '' : html`<code>${path}</code> : `}${message}</li>`)}</ul>`
}
<p><a href="/">Revenir à l’accueil</a></p>
</article>`,
  });
}

/** The same, shown in the page that asked for a part of itself. */
export function errorMessage({ title, text }: Pick<ErrorView, 'title' | 'text'>): Html {
  return html`<div class="problems"><p><strong>${title}.</strong> ${text}</p></div>`;
}
