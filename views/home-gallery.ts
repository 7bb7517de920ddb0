import { html } from 'hono/html';
import type { Scenario } from '../src/dossier/scenario.ts';
import { NO_BREAK_SPACE, writeList } from '../src/formula/french.ts';
import type { CaseFigure } from '../src/report/case-figures.ts';
import { shortNames } from '../src/report/comparison-page.ts';
import { brownfieldsAddress, dossierAddress } from './addresses.ts';
import type { Html } from './html.ts';
import { keptTogether } from './typography.ts';

/** What a case answers, by kind of its main path, in the order of the page; brownfields to choose from come first. */
const QUESTIONS: readonly { readonly kind: string; readonly question: string; readonly answer: string }[] = [
  {
    kind: 'friches',
    question: 'Choisir une friche, et mesurer l’effort public qu’elle demande',
    answer:
      'Coût et délai de chaque site en fourchettes, sites et voies comparés sans poids caché, plus petit soutien qui tient les cibles.',
  },
  {
    kind: 'sci',
    question: 'Acheter ses murs avec un investisseur, sans diluer ses associés',
    answer: 'Une société immobilière achète et loue à l’entreprise ; l’investisseur y entre, puis en sort.',
  },
  {
    kind: 'esus-holding',
    question: 'Faire entrer des investisseurs au-dessus de l’entreprise, ou dans l’entreprise',
    answer: 'Actions et obligations convertibles, dividendes, dilution, et qui rachète à la sortie.',
  },
  {
    kind: 'fonciere',
    question: 'Louer moins cher que le marché',
    answer: 'Une foncière solidaire porte plusieurs sites, ne revend jamais, et loue sous le marché.',
  },
  {
    kind: 'guarantee',
    question: 'Emprunter avec une garantie publique',
    answer: 'Ce que gagne l’emprunteur, ce que risque le garant, et ce que permet la loi.',
  },
  {
    kind: 'impact-bond',
    question: 'Être payé à ses résultats',
    answer: 'Des investisseurs avancent un programme ; le payeur rembourse selon ce qui est mesuré.',
  },
  {
    kind: 'market-rent',
    question: 'Rester locataire, et se faire aider à aménager',
    answer: 'Les murs sont à un tiers : aménagement, matériel et capital restent à financer.',
  },
  {
    kind: 'bank-loan',
    question: 'Emprunter seul',
    answer: 'La banque prête ce que ses limites permettent ; le reste est à apporter.',
  },
];

/** The first sentence of a summary: who, what, where. */
function situationOf(summary: string): string {
  return /^.*?[.](?=\s|$)/s.exec(summary)?.[0] ?? summary;
}

/** The question that a summary asks; undefined when it asks none. */
function questionOf(summary: string): string | undefined {
  return /[^.!?]*\?/s.exec(summary)?.[0].trim();
}

/** Where a case stands: with those that compare brownfields, else with those of its main path. */
function groupOf(scenario: Scenario): string | undefined {
  const { brownfields } = scenario.dossier;
  return Array.isArray(brownfields) && brownfields.length > 1 ? 'friches' : mainPathOf(scenario)?.kind;
}

function mainPathOf({ paths, mainPath }: Scenario): Scenario['paths'][number] | undefined {
  return paths.find(({ id }) => id === mainPath);
}

/** « comparée à R0 et R1 ». */
function comparedTo(scenario: Scenario): string | undefined {
  const names = shortNames(scenario.paths.map(({ label }) => label));
  const others = names
    .filter((_, index) => scenario.paths[index]?.id !== scenario.mainPath)
    .map((name) => name.replaceAll(' ', NO_BREAK_SPACE));
  return others.length === 0 ? undefined : `comparée à ${writeList(others)}`;
}

function card(scenario: Scenario, figures: readonly CaseFigure[]): Html {
  const { id, title, summary } = scenario;
  const question = questionOf(summary);
  const main = mainPathOf(scenario);
  const others = comparedTo(scenario);
  return html`<li class="card">
<h4>${keptTogether(title)}</h4>
<p>${keptTogether(situationOf(summary))}</p>
${question === undefined ? '' : html`<p class="question">${keptTogether(question)}</p>`}
<div class="card-result">
${
  main === undefined
    ? ''
    : html`<p class="card-path">${keptTogether(main.label)}${others === undefined ? '' : html` <span>${keptTogether(others)}</span>`}</p>`
}
${
  figures.length === 0
    ? ''
    : html`<dl class="card-figures">${figures.map(({ label, text }) => html`<div><dt>${keptTogether(label)}</dt><dd>${keptTogether(text)}</dd></div>`)}</dl>`
}
${
  groupOf(scenario) === 'friches'
    ? html`<p class="card-link"><a href="${brownfieldsAddress(id)}">Comparer les friches<span class="visually-hidden"> : ${title}</span></a></p>`
    : ''
}
<p class="card-link"><a href="${dossierAddress(id)}">Ouvrir la comparaison<span class="visually-hidden"> : ${title}</span></a></p>
</div>
</li>`;
}

/** Groups of one or two cases stand side by side. */
function widthOf(cases: number): string {
  if (cases === 1) return 'gallery-one';
  return cases === 2 ? 'gallery-two' : 'gallery-all';
}

/** The cases of the study, by the question that their main path answers; each opens its computed comparison. */
export function caseGallery(
  scenarios: readonly Scenario[],
  figuresOf: ReadonlyMap<string, readonly CaseFigure[]>,
): Html {
  const groups = QUESTIONS.flatMap(({ kind, question, answer }) => {
    const cases = scenarios.filter((scenario) => groupOf(scenario) === kind);
    return cases.length === 0 ? [] : [{ kind, question, answer, cases }];
  });
  return html`<ul class="gallery-index">${groups.map(({ kind, question, cases }) => html`<li><a href="#cas-${kind}">${question}</a> <span>${cases.length}${NO_BREAK_SPACE}cas</span></li>`)}</ul>
<div class="galleries">
${groups.map(
  ({
    kind,
    question,
    answer,
    cases,
  }) => html`<section class="gallery ${widthOf(cases.length)}" id="cas-${kind}" aria-labelledby="cas-${kind}-titre">
<h3 id="cas-${kind}-titre">${question}</h3>
<p>${keptTogether(answer)}</p>
<ul class="cards">${cases.map((scenario) => card(scenario, figuresOf.get(scenario.id) ?? []))}</ul>
</section>`,
)}
</div>`;
}
