import { html } from 'hono/html';
import type { Explanation } from '../src/formula/explanation.ts';
import type { ReadingOfRange } from '../src/sites/range.ts';
import { lawFigureAddress, lawFigureOf } from './addresses.ts';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';
import { READING_WORDS, type SitePlace, siteExplanationAddress } from './site-table.ts';
import { keptTogether } from './typography.ts';

export interface SiteExplanationView extends Pick<Layout, 'assets'> {
  readonly place: SitePlace;
  readonly siteName: string;
  readonly reading: ReadingOfRange;
  readonly explanation: Explanation;
}

const TITLES: Readonly<Record<ReadingOfRange, string>> = { low: 'Bas', central: 'Central', high: 'Haut' };

function readings({ place, reading, explanation }: SiteExplanationView): Html {
  return html`<nav class="tabs" aria-label="Lectures"><ul>${(
    Object.keys(READING_WORDS) as ReadingOfRange[]
  ).map(
    (each) =>
      html`<li><a href="${siteExplanationAddress(place, explanation.figure, each)}"${each === reading ? html` aria-current="page"` : ''}>${TITLES[each]}</a></li>`,
  )}</ul></nav>`;
}

/** Where a figure of the cost of a site comes from: value, sentence, source, and what it reads, each explained in turn. */
export function siteExplanationPage(view: SiteExplanationView): Html {
  const { assets, place, siteName, reading, explanation } = view;
  const { label, written, sentence, formula, source, operands, figure } = explanation;
  const law = lawFigureOf(figure);
  return layout({
    assets,
    title: `${label} – ${siteName}`,
    content: html`<article class="explanation">
<p class="overline"><a href="${place.base}${place.query}">${siteName}</a></p>
<h1>${label}</h1>
${readings(view)}
<p class="explained-value">${written}</p>
<p class="sentence">${keptTogether(sentence)}</p>
${operands.length === 0 ? '' : html`<dl class="formula"><dt>En mots</dt><dd>${formula}</dd></dl>`}
${source === undefined ? '' : html`<p class="source"><strong>D’où vient ce chiffre.</strong> ${keptTogether(source)}</p>`}
${
  operands.length === 0
    ? ''
    : html`<table class="operands">
<caption><span class="table-title">Termes</span> <span class="table-unit">chacun s’ouvre à son tour, jusqu’à l’hypothèse</span></caption>
<thead class="visually-hidden"><tr><th scope="col">Terme</th><th scope="col">Valeur</th></tr></thead>
<tbody>${operands.map(
        (operand) =>
          html`<tr><th scope="row"><a class="figure" href="${siteExplanationAddress(place, operand.figure, reading)}">${operand.label}</a></th><td>${operand.written}</td></tr>`,
      )}</tbody>
</table>`
}
${law === undefined ? '' : html`<p><a href="${lawFigureAddress(law)}">Ce chiffre de droit dans « Méthode »</a></p>`}
</article>`,
  });
}
