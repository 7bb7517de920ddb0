import { html } from 'hono/html';
import type { RateExplanation } from '../src/formula/explanation/rate.ts';
import type { Explanation, Operand } from '../src/formula/explanation.ts';
import { MONTH_NAMES } from '../src/formula/french.ts';
import { isExpressPath } from '../src/report/form-express.ts';
import {
  dossierAddress,
  explanationAddress,
  type FigureStep,
  fieldId,
  lawFigureAddress,
  lawFigureOf,
} from './addresses.ts';
import type { Assets } from './assets.ts';
import { figureLink, type Place } from './figure-link.ts';
import type { Html } from './html.ts';
import { layout } from './layout.ts';

export interface ExplanationView extends Place {
  readonly assets: Assets;
  readonly title: string;
  readonly explanation: Explanation | RateExplanation;
  /** From the figure first asked to the one before this one, with their labels. */
  readonly trail: readonly (FigureStep & { readonly label: string })[];
  /** Whether the figure is a field of the form, which can be changed. */
  readonly isField: boolean;
}

/** « mars 2028 », « exercice 2028 », nothing. */
export function periodWords(period: string): string {
  const [year, month] = period.split('-');
  if (month !== undefined) return `${MONTH_NAMES[Number(month) - 1] ?? ''} ${year}`;
  return period === '' ? '' : `exercice ${year}`;
}

/** Beside an operand that is a figure of law: where it is printed with its dates. */
function operandLawLink({ figure, label }: Operand): Html {
  const id = lawFigureOf(figure);
  if (id === undefined) return html``;
  return html` <a class="law-link" href="${lawFigureAddress(id)}">droit<span class="visually-hidden"> : ${label}, dans « Méthode »</span></a>`;
}

function operandRow(view: ExplanationView, operand: Operand, trail: readonly FigureStep[]): Html {
  const words = periodWords(operand.period);
  return html`<tr><th scope="row">${figureLink(view, operand.label, operand, trail)}${
    words === '' ? '' : html` <span class="period">${words}</span>`
  }${operandLawLink(operand)}</th><td>${operand.written}</td></tr>`;
}

/** « 13 autres termes, plus grands », « 1 autre terme, nul » */
function othersText({ otherOperands, ...explanation }: ExplanationView['explanation']): string {
  const are = 'othersAre' in explanation ? explanation.othersAre : undefined;
  if (otherOperands === 1) return `1 autre terme${are === undefined ? '' : `, ${are.replace(/s$/, '')}`}`;
  return `${otherOperands} autres termes${are === undefined ? '' : `, ${are}`}`;
}

function operands(view: ExplanationView): Html {
  const { explanation, trail } = view;
  const next = [...trail, { figure: explanation.figure, period: explanation.period }];
  if (explanation.operands.length === 0) return html``;
  return html`<table class="operands">
<caption><span class="table-title">Termes</span> <span class="table-unit">chacun s’ouvre à son tour, jusqu’à l’hypothèse</span></caption>
<thead class="visually-hidden"><tr><th scope="col">Terme</th><th scope="col">Valeur</th></tr></thead>
<tbody>${explanation.operands.map((operand) => operandRow(view, operand, next))}</tbody>
</table>
${explanation.otherOperands === 0 ? '' : html`<p class="others">et ${othersText(explanation)}.</p>`}`;
}

function flows({ explanation }: ExplanationView): Html {
  if (!('flows' in explanation) || explanation.flows.length === 0) return html``;
  return html`<details class="folded" id="volet-flux-du-taux"><summary>Les ${explanation.flows.length} flux et leur valeur présente</summary>
<div class="table-box" tabindex="0" role="region" aria-label="Flux et valeurs présentes">
<table class="figures">
<caption class="visually-hidden">Flux et valeurs présentes</caption>
<thead><tr><th scope="col">Date</th><th scope="col">Flux</th><th scope="col">Valeur présente</th></tr></thead>
<tbody>${explanation.flows.map(
    ({ written }) =>
      html`<tr class="row-line"><th scope="row">${written.date}</th><td>${written.amount}</td><td>${written.presentValue}</td></tr>`,
  )}</tbody>
</table></div></details>`;
}

function breadcrumb(view: ExplanationView): Html {
  const { trail, key, shown } = view;
  if (trail.length === 0) return html``;
  return html`<nav class="breadcrumb" aria-label="Chemin de l’explication"><ol>${trail.map((step, index) => {
    const words = periodWords(step.period);
    const address = explanationAddress(key, shown, step, trail.slice(0, index));
    return html`<li><a class="figure" href="${address}">${step.label}${words === '' ? '' : `, ${words}`}</a></li>`;
  })}</ol></nav>`;
}

/** Where a figure comes from: value, sentence, formula, what it reads. The same in the panel and on its own page. */
function body(view: ExplanationView, heading: Html): Html {
  const { explanation } = view;
  const isAssumption = explanation.operands.length === 0 && explanation.source !== undefined;
  return html`${breadcrumb(view)}
${heading}
<p class="explained-value">${explanation.written}</p>
<p class="sentence">${explanation.sentence}</p>
${isAssumption ? '' : html`<dl class="formula"><dt>En mots</dt><dd>${explanation.formula}</dd></dl>`}
${explanation.source === undefined ? '' : html`<p class="source"><strong>D’où vient ce chiffre.</strong> ${explanation.source}</p>`}
${operands(view)}
${flows(view)}
${lawLink(view)}
${view.isField ? html`<p><a class="to-field" href="${fieldAddress(view)}">Changer cette hypothèse</a></p>` : ''}`;
}

/** Where « Méthode » prints a figure of law, with its other dates and what is not known of it. */
function lawLink({ explanation: { figure } }: ExplanationView): Html {
  const id = lawFigureOf(figure);
  if (id === undefined) return html``;
  return html`<p><a href="${lawFigureAddress(id)}">Ce chiffre de droit dans « Méthode »</a></p>`;
}

/** The field of an assumption, in the form that has it. */
function fieldAddress({ key, shown, explanation: { figure } }: ExplanationView): string {
  const form = isExpressPath(figure) ? 'express' : 'detailed';
  return `${dossierAddress(key, { ...shown, form })}#${fieldId(figure)}`;
}

function titleOf({ explanation }: ExplanationView): Html {
  const words = periodWords(explanation.period);
  return html`${explanation.label}${words === '' ? '' : html` <span class="period">${words}</span>`}`;
}

/** The explanation on its own page. */
export function explanationPage(view: ExplanationView): Html {
  return layout({
    assets: view.assets,
    title: `${view.explanation.label} – ${view.title}`,
    content: html`<article class="explanation">
<p class="overline"><a href="${dossierAddress(view.key, view.shown)}">${view.title}</a></p>
${body(view, html`<h1>${titleOf(view)}</h1>`)}
</article>`,
  });
}

/** The explanation in the side panel. */
export function explanationPanel(view: ExplanationView): Html {
  return html`<div class="panel-bar"><p class="overline">D’où vient ce chiffre</p><button type="button" class="close" data-close>Fermer<span aria-hidden="true"> ✕</span></button></div>
<article class="explanation">
${body(view, html`<h2 id="panneau-titre" tabindex="-1">${titleOf(view)}</h2>`)}
</article>`;
}
