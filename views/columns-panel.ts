import { html } from 'hono/html';
import { columnsAddress, type Shown } from './addresses.ts';
import type { Html } from './html.ts';
import { keptTogether } from './typography.ts';

/** What begins the name of the field of a column's name; its id follows. */
export const NAME_FIELD = 'nom.';
export const MAIN_FIELD = 'principale';

export interface ColumnItem {
  readonly id: string;
  readonly label: string;
  /** What a property company may compare in one click; undefined for other columns. */
  readonly choices?: { readonly isAtIr: boolean; readonly hasVatOption: boolean };
}

/** The columns of a dossier, as their panel shows them. */
export interface ColumnsView {
  readonly columns: readonly ColumnItem[];
  readonly mainPath: string;
  /** Whether no column may be added. */
  readonly isFull: boolean;
  readonly additions: readonly { readonly kind: string; readonly label: string }[];
  /** What was typed and refused, by name of field. */
  readonly typed: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

interface PanelPlace {
  readonly key: string;
  readonly shown: Shown;
  readonly columns: ColumnsView;
}

function choiceButtons({ id, label, choices }: ColumnItem): Html {
  if (choices === undefined) return html``;
  const of = html`<span class="visually-hidden"> « ${label} »</span>`;
  return html`<button type="submit" class="quiet" name="action" value="regime:${id}">Comparer${of} ${choices.isAtIr ? 'à l’IS' : 'à l’IR'}</button>
<button type="submit" class="quiet" name="action" value="tva:${id}">Comparer${of} ${choices.hasVatOption ? 'sans' : 'avec'} option TVA</button>`;
}

/** The same for each property company of a comparison, named. */
export function compareChoicesOfAll(place: PanelPlace): Html {
  const offered = place.columns.columns.filter(({ choices }) => choices !== undefined);
  if (offered.length === 0) return html``;
  return html`<div class="choices-of-all not-printed">${offered.map(
    ({ id, label }) =>
      html`<div class="choices-line"><span aria-hidden="true">${label} :</span> ${compareChoices(place, id)}</div>`,
  )}</div>`;
}

/** The choices of a property company, each compared in one click with the other one; works without script. */
export function compareChoices({ key, shown, columns }: PanelPlace, id: string): Html {
  const column = columns.columns.find((item) => item.id === id);
  if (column?.choices === undefined) return html``;
  return html`<form class="compare-choices not-printed" method="post" action="${columnsAddress(key, shown)}">
${choiceButtons(column)}
</form>`;
}

function columnRow({ columns: { columns, mainPath, typed } }: PanelPlace, column: ColumnItem): Html {
  const { id, label } = column;
  const name = `${NAME_FIELD}${id}`;
  const main = typed.get(MAIN_FIELD) ?? mainPath;
  const of = html`<span class="visually-hidden"> « ${label} »</span>`;
  return html`<li class="managed-column">
<input type="text" name="${name}" value="${typed.get(name) ?? label}" maxlength="120" aria-label="Nom de la voie « ${label} »">
<label class="main-choice"><input type="radio" name="${MAIN_FIELD}" value="${id}"${id === main ? html` checked` : ''}> voie principale<span class="visually-hidden"> : « ${label} »</span></label>
<span class="column-buttons"><button type="submit" class="quiet" name="action" value="dupliquer:${id}">Dupliquer${of}</button>
${columns.length > 1 ? html`<button type="submit" class="quiet" name="action" value="retirer:${id}">Retirer${of}</button>` : ''}</span>
</li>`;
}

/**
 * The columns of a dossier: named, copied, taken out, added, one of them the main one. One form: what is typed comes
 * with any of its buttons.
 */
export function columnsPanel(place: PanelPlace): Html {
  const { key, shown, columns: view } = place;
  const { problems, columns, additions, isFull } = view;
  return html`<details class="tool-fold columns-panel not-printed" id="colonnes"${problems.length > 0 ? html` open` : ''}>
<summary>Ajouter ou retirer une voie</summary>
<form method="post" action="${columnsAddress(key, shown)}">
<button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
${
  problems.length === 0
    ? ''
    : html`<div class="problems" role="alert"><p><strong>Rien n’a été changé.</strong></p><ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul></div>`
}
<ul class="managed-columns">${columns.map((column) => columnRow(place, column))}</ul>
<div class="panel-actions">
<button type="submit">Enregistrer les noms et la voie principale</button>
</div>
${
  isFull
    ? html`<p class="help">Sept voies au plus : retirez-en une pour en ajouter une autre.</p>`
    : html`<p class="label">Ajouter une voie</p>
<p class="column-buttons">${additions.map(
        ({ kind, label }) =>
          html`<button type="submit" class="quiet" name="action" value="ajouter:${kind}">${label}</button> `,
      )}</p>
<p class="help">${keptTogether('Ses valeurs viennent des autres voies quand elles les ont ; les autres sont proposées, et notées « à vérifier ».')}</p>`
}
</form>
</details>`;
}
