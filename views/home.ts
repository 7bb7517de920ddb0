import { html } from 'hono/html';
import type { Lens } from '../src/analysis/key-figure.ts';
import type { Scenario } from '../src/dossier/scenario.ts';
import type { CaseFigure } from '../src/report/case-figures.ts';
import { dossierAddress } from './addresses.ts';
import type { Assets } from './assets.ts';
import { caseGallery } from './home-gallery.ts';
import type { Html } from './html.ts';
import { KEPT_LIST } from './kept-addresses.ts';
import { layout } from './layout.ts';

export interface HomeView {
  readonly assets: Assets;
  readonly scenarios: readonly Scenario[];
  /** By id, computed figures of the main path; nothing until they are computed. */
  readonly caseFigures: ReadonlyMap<string, readonly CaseFigure[]>;
  readonly tools: readonly { readonly id: string; readonly title: string; readonly intro: string }[];
}

interface Entry {
  readonly lens: Lens;
  readonly who: string;
  readonly question: string;
  readonly answers: readonly string[];
  readonly link: string;
}

const ENTRIES: readonly Entry[] = [
  {
    lens: 'founder',
    who: 'Vous dirigez une entreprise de l’ESS',
    question: 'Que coûte cette voie, et que laisse-t-elle ?',
    answers: [
      'coût par mois, fonds propres à réunir',
      'part et voix gardées, prix du rachat',
      'trésorerie la plus basse, et quand',
    ],
    link: 'Voir avec le regard du fondateur',
  },
  {
    lens: 'investor',
    who: 'Vous instruisez un dossier d’investissement',
    question: 'Que rapporte l’opération, et qu’est-ce qui la protège ?',
    answers: [
      'TRI de l’investisseur, prix de sortie et qui le paie',
      'DSCR, EBE / annuités et limites de la banque',
      'classeur aux formules vives, à vérifier à la main',
    ],
    link: 'Voir avec le regard de l’investisseur',
  },
  {
    lens: 'authority',
    who: 'Vous représentez une collectivité',
    question: 'Que demande-t-on d’argent public, et pour quoi ?',
    answers: [
      'laquelle de mes friches, et le plus petit soutien qui tient',
      'marge sous le plafond d’aides, ratios Galland de la garantie',
      'budget par année, et par emploi créé',
      'qui gagne, qui paie d’une voie à l’autre',
    ],
    link: 'Voir avec le regard de la collectivité',
  },
];

function entry({ lens, who, question, answers, link }: Entry, scenario: Scenario): Html {
  return html`<li class="card">
<h3>${who}</h3>
<p class="question">${question}</p>
<ul>${answers.map((answer) => html`<li>${answer}</li>`)}</ul>
<p class="card-link"><a href="${dossierAddress(scenario.id, { lens })}#regards">${link}</a></p>
</li>`;
}

/** The case that the three entries open: it has public money, so that each of the three has something to read. */
export const ENTRY_CASE = 'sci-envie-soleil';

/** What it answers, three ways in, the cases of the study, the calculators, the API. */
export function homePage({ assets, scenarios, caseFigures, tools }: HomeView): Html {
  const entryCase = scenarios.find(({ id }) => id === ENTRY_CASE) ?? scenarios[0];
  return layout({
    assets,
    title: 'Accueil',
    section: 'home',
    content: html`<section class="opening">
<h1>Quelle façon de financer ce site industriel tient debout, pour qui, à quel coût, et pourquoi ?</h1>
<p>Levier calcule une opération une seule fois, et la montre à celles et ceux qui en décident : l’entreprise, ses financeurs, la collectivité. Chaque chiffre s’explique, jusqu’à l’hypothèse et sa source.</p>
</section>
${
  entryCase === undefined
    ? html`<p>Aucun cas n’est installé : ajoutez un fichier dans le dossier <code>scenarios</code>, puis relancez Levier.</p>`
    : html`<section aria-labelledby="entrees-titre">
<h2 id="entrees-titre">Trois entrées</h2>
<p>Trois regards sur un même cas, « ${entryCase.title} ».</p>
<ul class="cards">${ENTRIES.map((item) => entry(item, entryCase))}</ul>
</section>
<section aria-labelledby="cas-titre">
<h2 id="cas-titre">Les cas de l’étude</h2>
<p>Chaque cas répond à une question. Ouvrez-le : le résultat est déjà calculé. Changez une hypothèse : le lien de la page garde vos valeurs. Aucun compte n’est nécessaire.</p>
${caseGallery([entryCase, ...scenarios.filter((scenario) => scenario !== entryCase)], caseFigures)}
<h3>Partir de ma propre opération</h3>
<p>Ouvrez le cas le plus proche, changez ses hypothèses, ajoutez ou retirez des voies, puis « Enregistrer une version ». Ou <a href="${KEPT_LIST}#import-titre">importez un dossier</a> téléchargé depuis Levier.</p>
<h3>Partir d’une friche</h3>
<p><a href="/sites">L’inventaire des friches</a> s’importe au format national (Cartofriches) : coût, délai et aptitude à l’industrie de chaque site, puis « Comparer dans un dossier ».</p>
</section>`
}
${
  tools.length === 0
    ? ''
    : html`<section aria-labelledby="calculettes-titre">
<h2 id="calculettes-titre">Calculettes</h2>
<ul class="tool-list">${tools.map(({ id, title, intro }) => html`<li><a href="/outils/${id}">${title}</a><span>${intro}</span></li>`)}</ul>
</section>`
}
<section aria-labelledby="api-titre">
<h2 id="api-titre">Pour les programmes</h2>
<p>Tout ce que montrent les pages se demande en JSON : <a href="/api">lire la description de l’API</a>.</p>
</section>`,
  });
}
