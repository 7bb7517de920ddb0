import type { Context } from 'hono';
import { dossierAddress, formFrom, lensFrom, type Shown } from '../../views/addresses.ts';
import { type ColumnsView, MAIN_FIELD, NAME_FIELD } from '../../views/columns-panel.ts';
import type { RawDossier } from '../input/description.ts';
import type { Problem } from '../input/problem.ts';
import { type ColumnAction, changeColumns } from './column-changes.ts';
import { choiceOf } from './column-choices.ts';
import { MOST_COLUMNS } from './column-copies.ts';
import { columnId, columnLabel, columnsOf } from './column-names.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, answerRefusal, UNKNOWN_DOSSIER, UNREADABLE } from './failures.ts';
import { problemsForFields } from './form-problems.ts';
import { COLUMN_KINDS, type ColumnKind } from './new-columns.ts';
import { type OpenedDossier, openDossier } from './opened-dossier.ts';
import { saveChanged } from './saved-changes.ts';

/** What was typed in the panel and refused: shown again as it was. */
export type RefusedColumns = Pick<ColumnsView, 'typed' | 'problems'>;

/** The columns of a dossier as its panel shows them. */
export function columnsView(
  dossier: RawDossier,
  refused: RefusedColumns = { typed: new Map(), problems: [] },
): ColumnsView {
  const columns = columnsOf(dossier);
  const [first] = columns;
  return {
    columns: columns.map((column, index) => {
      const about = { id: columnId(column), label: columnLabel(dossier, index) };
      if (column.kind !== 'sci') return about;
      const isAtIr = choiceOf(column, 'regime') === 'IR';
      return { ...about, choices: { isAtIr, hasVatOption: choiceOf(column, 'tva') === true } };
    }),
    mainPath: String(dossier.mainPath ?? (first === undefined ? '' : columnId(first))),
    isFull: columns.length >= MOST_COLUMNS,
    additions: Object.entries(COLUMN_KINDS).map(([kind, label]) => ({ kind, label })),
    ...refused,
  };
}

/** The action that a button asks for: « dupliquer:sci ». @returns 'unknown' for one that no panel offers */
function actionFrom(text: string | undefined): ColumnAction | 'unknown' | undefined {
  if (text === undefined || text === '') return undefined;
  const [, word = '', of = ''] = /^([a-z]+):(.*)$/s.exec(text) ?? [];
  switch (word) {
    case 'dupliquer':
      return { kind: 'duplicate', column: of };
    case 'retirer':
      return { kind: 'remove', column: of };
    case 'licite':
      return { kind: 'make-lawful', column: of };
    case 'regime':
    case 'tva':
      return { kind: 'compare', choice: word, column: of };
    case 'ajouter':
      return Object.hasOwn(COLUMN_KINDS, of) ? { kind: 'add', of: of as ColumnKind } : 'unknown';
    default:
      return 'unknown';
  }
}

/** What is said of each problem, with the column that it is about. */
function saidOf(problems: readonly Problem[], dossier: RawDossier): string[] {
  return problemsForFields(problems, []).map(({ path, message }) => {
    const index = /^paths\[(\d+)\]/.exec(path)?.[1];
    return index === undefined ? message : `« ${columnLabel(dossier, Number(index))} » : ${message}`;
  });
}

/** What is shown, as the address of an action says it. */
export function shownBy(c: Context): Shown {
  return {
    path: c.req.query('voie'),
    lens: lensFrom(c.req.query('regard')),
    form: formFrom(c.req.query('saisie')),
    from: c.req.query('de'),
    to: c.req.query('a'),
  };
}

/** What is shown, less the columns that a dossier does not have. */
export function shownIn(dossier: RawDossier, shown: Shown): Shown {
  const ids = columnsOf(dossier).map(columnId);
  const known = (id: string | undefined) => (id !== undefined && ids.includes(id) ? id : undefined);
  return { ...shown, path: known(shown.path), from: known(shown.from), to: known(shown.to) };
}

/** A reload after an answer of the panel leads back to the dossier. */
export function leadToDossier(c: Context): Response {
  return c.redirect(dossierAddress(c.req.param('key') ?? '', shownBy(c)), 303);
}

/**
 * Changes the columns of a dossier: computes, saves, and leads to the comparison. What is refused is said in the
 * panel, with what was typed there.
 * @param showRefused answers with the page that the panel was in
 */
export function changeDossierColumns(
  deps: WebDependencies,
  showRefused: (c: Context, from: OpenedDossier, shown: Shown, refused: RefusedColumns) => Promise<Response>,
) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const from = await openDossier(deps, c.req.param('key') ?? '');
    if (from === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const texts = Object.entries(body).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    const typed = new Map(texts);
    const shown = shownBy(c);
    const action = actionFrom(typed.get('action'));
    if (action === 'unknown') return answerFailure(deps, c, UNREADABLE);

    const names = new Map(
      texts.flatMap(([name, text]) =>
        name.startsWith(NAME_FIELD) ? [[name.slice(NAME_FIELD.length), text] as const] : [],
      ),
    );
    const { dossier, problems, between } = changeColumns(from.dossier, {
      names,
      mainPath: typed.get(MAIN_FIELD),
      action,
    });
    if (problems.length > 0) {
      return showRefused(c, from, shown, { typed, problems: saidOf(problems, dossier) });
    }
    const computed = await deps.run('pathPage', { dossier, compares: true });
    if (!computed.ok) {
      if (JSON.stringify(dossier) === JSON.stringify(from.dossier)) {
        return answerRefusal(deps, c, computed.problems);
      }
      return showRefused(c, from, shown, { typed, problems: saidOf(computed.problems, dossier) });
    }
    const opened = await saveChanged(deps, from, dossier);
    const { lens, form } = shown;
    if (between !== undefined) {
      return c.redirect(`${dossierAddress(opened.key, { lens, form, ...between })}#qui-gagne`, 303);
    }
    return c.redirect(`${dossierAddress(opened.key, { lens, form })}#colonnes`, 303);
  };
}
