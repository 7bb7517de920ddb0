import { html } from 'hono/html';
import type { Legality, Verdict } from '../src/analysis/legality-rule.ts';
import { fieldsIn } from '../src/report/form-parts.ts';
import type { PathPage } from '../src/report/page.ts';
import { fieldId } from './addresses.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  possible: 'Possible',
  'a-verifier': 'À vérifier',
  impossible: 'Impossible',
};

const CONFIDENCE_WORDS: Readonly<Record<Legality['confidence'], string>> = {
  sourced: 'texte consulté',
  computed: 'constat de Levier',
  memory: 'de mémoire, à faire relire',
  uncertain: 'incertain',
};

function sentence({ verdict, legality, gap }: PathPage): string {
  const count = legality.filter((rule) => rule.verdict === verdict).length;
  if (verdict === 'possible') return 'Rien, dans les règles vérifiées, ne s’oppose à cette voie.';
  if (verdict === 'impossible') return 'Cette voie n’est pas ouverte à ce dossier tel qu’il est.';
  const points = count === 1 ? 'un point à vérifier' : `${count} points à vérifier`;
  if (gap !== undefined) return `Rien n’interdit cette voie, mais son plan n’est pas financé ; ${points}.`;
  return `Rien n’interdit cette voie, sous réserve de ${points}.`;
}

function rule({ verdict, article, reason, remedy, confidence }: Legality): Html {
  return html`<li class="rule">
<p class="rule-reason">${icon(verdict)} <span class="visually-hidden">${VERDICT_WORDS[verdict]} : </span>${reason}</p>
<p class="rule-remedy">${remedy}</p>
<p class="rule-article">${article} <span class="confidence">(${CONFIDENCE_WORDS[confidence]})</span></p>
</li>`;
}

/** The verdict before any figure: word, icon, colour; then each rule with its article, its reason and its remedy. */
export function verdictView(page: PathPage): Html {
  const { verdict, legality, gap, warnings, fields } = page;
  const paths = fieldsIn(fields).map((field) => field.path);
  return html`<section class="verdict verdict-${verdict}" aria-labelledby="verdict-titre">
<h2 id="verdict-titre"><span class="badge badge-${verdict}">${icon(verdict)} ${VERDICT_WORDS[verdict]}</span></h2>
<p class="verdict-sentence">${sentence(page)}${gap === undefined ? '' : html` <strong>Il reste ${gap} à trouver.</strong>`}</p>
${legality.length === 0 ? '' : html`<ul class="rules">${legality.map(rule)}</ul>`}
${
  warnings.length === 0
    ? ''
    : html`<details class="warnings">
<summary>${warnings.length === 1 ? 'Un point d’attention' : `${warnings.length} points d’attention`}</summary>
<ul>${warnings.map(({ path, message }) =>
        paths.includes(path)
          ? html`<li><a href="#${fieldId(path)}">${message}</a></li>`
          : html`<li>${message}</li>`,
      )}</ul>
</details>`
}
</section>`;
}
