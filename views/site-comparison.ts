import { html } from 'hono/html';
import type { SiteChoice } from '../src/report/site-comparison-page.ts';
import {
  brownfieldsAddress,
  brownfieldsCsvAddress,
  dossierAddress,
  LENS_WORDS,
  newBrownfieldAddress,
  siteNeedAddress,
} from './addresses.ts';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { layout } from './layout.ts';
import { siteCards } from './site-comparison-cards.ts';
import { frontiersView, rankingView } from './site-comparison-ranking.ts';
import { apartView, siteLenses } from './site-comparison-tables.ts';
import type { SiteComparisonView } from './site-comparison-view.ts';
import { keptTogether } from './typography.ts';

/** Addresses of the inventory of brownfields. */
const INVENTORY = '/sites';

function answerView({ page }: SiteComparisonView): Html {
  const { lead, authority, founder, others } = page.answer;
  return html`<section class="answer site-answer" aria-labelledby="reponse-titre">
<h2 id="reponse-titre">Quelle friche, par quelle voie</h2>
<p class="answer-lead">${keptTogether(lead)}</p>
${authority === undefined ? '' : html`<p><strong>Pour la collectivité.</strong> ${keptTogether(authority)}</p>`}
${founder === undefined ? '' : html`<p><strong>Pour l’entreprise.</strong> ${keptTogether(founder)}</p>`}
${others.length === 0 ? '' : html`<ul>${others.map((other) => html`<li>${keptTogether(other)}</li>`)}</ul>`}
</section>`;
}

function boxes(name: string, legend: string, choices: readonly SiteChoice[]): Html {
  return html`<fieldset><legend>${legend}</legend>${choices.map(
    ({ id, label, isChecked }) =>
      html`<label><input type="checkbox" name="${name}" value="${id}"${isChecked ? html` checked` : ''}> ${label}</label>`,
  )}</fieldset>`;
}

/** « 3 sur 7 » */
function countOf(choices: readonly SiteChoice[]): string {
  return `${choices.filter(({ isChecked }) => isChecked).length} sur ${choices.length}`;
}

/** Which paths are computed and which criteria count: in the address, so that a link shows the same. */
function choiceForm({ key, page, shown }: SiteComparisonView): Html {
  return html`<details class="folded not-printed" id="choix">
<summary>Choisir les voies et les critères <span class="table-unit">voies : ${countOf(page.paths)} ; critères : ${countOf(page.criteria)}</span></summary>
<form class="site-choice" id="choix-voies" method="get" action="${brownfieldsAddress(key)}">
${boxes('voies', 'Voies calculées sur chaque friche', page.paths)}
${boxes('criteres', 'Critères du classement, sans poids', page.criteria)}
${shown.lens === 'founder' ? '' : html`<input type="hidden" name="regard" value="${LENS_WORDS[shown.lens]}">`}
<button type="submit">Comparer</button>
</form>
</details>`;
}

/** Paths left out, by choice or because many sites are compared: said beside the answer that they could change. */
function leftOutNote({ page }: SiteComparisonView): Html {
  const left = page.paths.filter(({ isChecked }) => !isChecked);
  if (left.length === 0) return html``;
  const said =
    left.length === 1
      ? 'Une voie du dossier n’est pas comparée'
      : `${left.length} voies du dossier ne sont pas comparées`;
  return html`<p class="search-note">${keptTogether(`${said} ici : ${left.map(({ label }) => label).join(', ')}. La réponse peut changer avec elles.`)} <a class="not-printed" href="#choix-voies">Choisir les voies</a></p>`;
}

/** The comparison of the brownfields of a dossier: the answer, the sites, the figures, the ranking. */
export function siteComparisonPage(view: SiteComparisonView): Html {
  const { assets, key, shown, page } = view;
  return layout({
    assets,
    title: `Friches comparées – ${page.title}`,
    content: html`<article class="dossier site-comparison">
<header class="dossier-head">
<p class="overline">${page.operatorName} · <a href="${dossierAddress(key)}">${page.title}</a></p>
<h1>Friches comparées</h1>
<div class="toolbar"><ul class="actions" aria-label="Agir sur cette comparaison">
<li><a class="action" href="${newBrownfieldAddress(key)}">Décrire une friche</a></li>
<li><a class="action" href="${INVENTORY}">En chercher dans l’inventaire</a></li>
<li><a class="action" href="${siteNeedAddress(key)}">Besoin de l’entreprise</a></li>
<li><a class="action" href="${brownfieldsCsvAddress(key, shown)}" download>Télécharger en .csv</a></li>
<li><button type="button" class="action needs-script" data-print>Imprimer</button></li>
</ul></div>
</header>
${answerView(view)}
${leftOutNote(view)}
${siteCards(view)}
${choiceForm(view)}
${siteLenses(view)}
${rankingView(view)}
${frontiersView(view)}
${apartView(view)}
<p class="law-date">Droit appliqué au ${page.lawDate}. Montants en euros courants, sauf valeurs présentes. Chaque friche prend la place du site du dossier ; l’entreprise, ses besoins et ses financements restent les mêmes.</p>
</article>`,
  });
}

/** A dossier that compares no brownfield yet: what to do next. */
export function noSitesPage({
  assets,
  key,
  plan,
}: {
  readonly assets: Assets;
  readonly key: string;
  readonly plan: { readonly title: string; readonly operatorName: string };
}): Html {
  return layout({
    assets,
    title: `Friches comparées – ${plan.title}`,
    content: html`<article class="dossier site-comparison">
<p class="overline">${plan.operatorName} · <a href="${dossierAddress(key)}">${plan.title}</a></p>
<h1>Friches comparées</h1>
<p>${keptTogether('Ce dossier ne compare encore aucune friche. Avec une ou plusieurs, cette page dit laquelle convient à l’entreprise, à quel coût complet, quand elle ouvre, et quel effort public chaque voie de financement demande.')}</p>
<ul class="site-next">
<li><a href="${INVENTORY}">Chercher une friche dans l’inventaire</a>, puis l’ajouter à ce dossier ;</li>
<li><a href="${newBrownfieldAddress(key)}">en décrire une</a> : un nom, une commune et un terrain suffisent, ce qui manque fait une fourchette ;</li>
<li><a href="${siteNeedAddress(key)}">dire ce que l’entreprise demande à un site</a> : surface, accès, date.</li>
</ul>
</article>`,
  });
}
