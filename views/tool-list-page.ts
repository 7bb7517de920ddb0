import { html } from 'hono/html';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';

interface ToolListPage extends Pick<Layout, 'assets'> {
  readonly tools: readonly { readonly id: string; readonly title: string; readonly intro: string }[];
}

/** The list of calculators. */
export function toolListPage({ assets, tools }: ToolListPage): Html {
  const content = html`<h1>Calculettes</h1>
<p>Un calcul de droit ou de finance à la fois, avec un exemple déjà rempli. Les mêmes fonctions servent aux dossiers ;
chacune se demande aussi par l’<a href="/api">API</a>.</p>
<ul class="tool-list">
${tools.map(({ id, title, intro }) => html`<li><a href="/outils/${id}">${title}</a><span>${intro}</span></li>`)}
</ul>`;
  return layout({ assets, title: 'Calculettes', section: 'tools', content });
}
