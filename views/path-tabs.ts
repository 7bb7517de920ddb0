import { html } from 'hono/html';
import { dossierAddress, type Shown } from './addresses.ts';
import type { Html } from './html.ts';

/** The ways between the comparison of a dossier and each of its paths; nothing when it has one path. */
export function pathTabs(
  key: string,
  paths: readonly { readonly id: string; readonly label: string }[],
  { path, lens, form }: Shown,
): Html {
  if (paths.length < 2) return html``;
  const tab = (address: string, label: string, isHere: boolean) =>
    html`<li><a href="${address}"${isHere ? html` aria-current="page"` : ''}>${label}</a></li>`;
  return html`<nav class="tabs path-tabs" aria-label="Voies du dossier"><ul>
${tab(dossierAddress(key, { lens, form }), 'Comparaison', path === undefined)}
${paths.map(({ id, label }) => tab(dossierAddress(key, { path: id, lens, form }), label, path === id))}
</ul></nav>`;
}
