import { html } from 'hono/html';
import type { NearestLawful } from '../src/report/page.ts';
import { columnsAddress, type Shown } from './addresses.ts';
import type { Html } from './html.ts';
import { keptTogether } from './typography.ts';

/**
 * What stands in the place of figures when the law refuses a path: the nearest lawful structure, computed beside it in
 * one click, without script too, or only named.
 * @param path id of the path that is refused
 */
export function nearestLawfulView(
  { key, shown }: { readonly key: string; readonly shown: Shown },
  path: string,
  nearest: NearestLawful | undefined,
): Html {
  if (nearest === undefined) return html``;
  const named = html`<p class="nearest-lawful"><strong>Structure licite la plus proche :</strong> ${keptTogether(`${nearest.label}.`)}`;
  if (!nearest.isBuilt) return html`${named} Elle n’est pas encore calculée d’un clic.</p>`;
  return html`${named}</p>
<form class="nearest-lawful-form not-printed" method="post" action="${columnsAddress(key, shown)}">
<button type="submit" name="action" value="licite:${path}">Calculer la structure licite</button>
<span class="help">Dans une nouvelle colonne : celle-ci reste telle quelle.</span>
</form>`;
}
