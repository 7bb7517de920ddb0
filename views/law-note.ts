import { html } from 'hono/html';
import type { LawNote } from '../src/analysis/law-note.ts';
import { lawFigureAddress, type Shown, todaysLawAddress } from './addresses.ts';
import type { Html } from './html.ts';

type Change = LawNote['changes'][number];

function changeView({ id, label, text }: Change): Html {
  return html`<li><a href="${lawFigureAddress(id)}">${label}</a> : ${text}</li>`;
}

function listed(title: string, changes: readonly Change[]): Html {
  if (changes.length === 0) return html``;
  return html`<p>${title}</p><ul>${changes.map(changeView)}</ul>`;
}

/** On a dossier of an older law: what has changed since, and the way to compute it again. Its own figures stay. */
export function lawNoteView(key: string, shown: Shown, note: LawNote | undefined): Html {
  if (note === undefined) return html``;
  const { lawDate, today, changes } = note;
  const of = (...kinds: Change['kind'][]) => changes.filter(({ kind }) => kinds.includes(kind));
  const moved = of('replaced', 'ended');
  return html`<section class="law-note" aria-labelledby="droit-titre">
<h2 id="droit-titre">Ce dossier applique le droit au ${lawDate}</h2>
${
  moved.length === 0
    ? html`<p>Aucun des chiffres de droit qu’il utilise n’a changé de valeur au ${today}, dans ceux que Levier connaît.</p>`
    : listed('Ses chiffres restent les mêmes. Depuis, parmi les chiffres de droit qu’il utilise :', moved)
}
${listed('Un terme est connu :', of('ending'))}
<form method="post" action="${todaysLawAddress(key, shown)}" class="not-printed">
<button type="submit" class="action">Recalculer au droit d’aujourd’hui</button>
<small>Ouvre une copie au ${today} ; ce dossier ne change pas.</small>
</form>
</section>`;
}
