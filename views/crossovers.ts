import { html } from 'hono/html';
import type { CrossoverSentence } from '../src/analysis/crossover-sentences.ts';
import type { CrossoverAnswer, CrossoverGroup } from '../src/report/crossover-answer.ts';
import { crossoversAddress, dossierAddress, landSupportAddress, searchAddress } from './addresses.ts';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';
import { keptTogether } from './typography.ts';

function sentences(items: readonly CrossoverSentence[]): Html {
  return html`<ul class="crossovers">${items.map(
    ({ sentence, check }) =>
      html`<li><p>${keptTogether(sentence)}</p><p class="check">${keptTogether(check)}</p></li>`,
  )}</ul>`;
}

function steadyView({ main, other, steady }: CrossoverGroup): Html {
  if (steady.length === 0) return html``;
  const count =
    steady.length === 1 ? 'Une hypothèse ne change rien' : `${steady.length} hypothèses ne changent rien`;
  return html`<details class="folded not-printed"><summary>${count} entre ${main} et ${other}</summary>
${sentences(steady)}
</details>`;
}

function groupView(group: CrossoverGroup, level: 'h2' | 'h3'): Html {
  const title = `${group.main} face à ${group.other}`;
  const { changing } = group;
  return html`${level === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
${changing.length === 0 ? html`<p>Aucune des hypothèses essayées ne change la voie préférable.</p>` : sentences(changing)}
${steadyView(group)}`;
}

function answerView({ problem, groups, notes }: CrossoverAnswer, level: 'h2' | 'h3'): Html {
  return html`${problem === undefined ? '' : html`<p>${keptTogether(problem)}</p>`}
${groups.map((group) => groupView(group, level))}
${notes.map((note) => html`<p class="search-note">${keptTogether(note)}</p>`)}`;
}

const ASKED =
  'À partir de quel loyer de marché, de quel taux, de quelle année de sortie une autre voie coûterait-elle moins à occuper ? Cela demande quelques secondes de recherche.';

/**
 * The place of the answer in a comparison: searching takes a second, so it is asked for by a link, or, with script,
 * when the section comes into view. Its id follows the inputs: what was found stays while they do, and is searched anew
 * once they change.
 */
export function crossoversPlace(key: string): Html {
  const address = crossoversAddress(key);
  return html`<section id="bascules" aria-labelledby="bascules-titre">
<h2 id="bascules-titre">Ce qui ferait changer le classement</h2>
<div id="bascules-${key}" hx-get="${address}" hx-trigger="revealed" hx-swap="innerHTML" hx-morph-skip-children>
<p>${keptTogether(ASKED)}</p>
<p class="not-printed"><a class="action" href="${address}">Chercher ce qui ferait changer le classement</a></p>
</div>
<p class="not-printed"><a href="${searchAddress(key)}">Chercher le plus petit apport, le loyer d’équilibre ou le plus petit prêt</a> · <a href="${landSupportAddress(key)}">Dimensionner le soutien de la collectivité</a></p>
</section>`;
}

/** What takes the place of the link, in the comparison. */
export function crossoversFragment(answer: CrossoverAnswer): Html {
  return answerView(answer, 'h3');
}

/** The answer on its own page. */
export function crossoversPage(
  page: { readonly answer: CrossoverAnswer; readonly key: string } & Pick<Layout, 'assets'>,
): Html {
  const { answer, key, assets } = page;
  return layout({
    assets,
    title: `Ce qui ferait changer le classement – ${answer.title}`,
    content: html`<div class="answer-page">
<p class="overline">${answer.operatorName} · ${answer.siteName}</p>
<p class="overline"><a href="${dossierAddress(key)}">${answer.title}</a></p>
<h1>Ce qui ferait changer le classement</h1>
${answerView(answer, 'h2')}
</div>`,
  });
}
