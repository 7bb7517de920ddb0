import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { dossierAddress, fieldId, formFrom, lensFrom, type Shown } from '../../views/addresses.ts';
import type { RefusedPoint } from '../../views/confirmation.ts';
import { dossierPage, dossierUpdate, refusedUpdate } from '../../views/dossier-page.ts';
import type { DossierView } from '../../views/dossier-view.ts';
import type { Lens } from '../analysis/key-figure.ts';
import type { RawDossier } from '../input/description.ts';
import type { Problem } from '../input/problem.ts';
import type { PathPage } from '../report/page.ts';
import { changeDossier, type TypedFields } from './changed-dossier.ts';
import { changeDossierColumns, columnsView, leadToDossier, type RefusedColumns, shownIn } from './columns.ts';
import { answerComparison, comparesPaths, type Part } from './comparisons.ts';
import { changeConfirmation } from './confirmations.ts';
import type { WebDependencies } from './dependencies.ts';
import { dossierFile, tableFile, workbookFile } from './downloads.ts';
import { explainPage } from './explanations.ts';
import { answerFailure, answerRefusal, TOO_LARGE, UNKNOWN_DOSSIER, UNREADABLE } from './failures.ts';
import { problemsForFields } from './form-problems.ts';
import { wantsFragment } from './fragments.ts';
import { keptPlace } from './kept-place.ts';
import { refuseRevoked } from './kept-revoked.ts';
import { applyTodaysLaw, lawNoteFor } from './law-dates.ts';
import { type OpenedDossier, openDossier } from './opened-dossier.ts';
import { saveChanged } from './saved-changes.ts';
import { makeShownFields, type ShownFields } from './shown-fields.ts';

/** A form has some two hundred and fifty short fields. */
const LARGEST_FORM = 256 * 1024;

/** The pages of a dossier, mounted at `/dossiers`. */
export function dossierPages(deps: WebDependencies): Hono {
  const pages = new Hono();
  const small = bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => answerFailure(deps, c, TOO_LARGE) });
  const shownFields = makeShownFields();
  pages.use('/:key/*', refuseRevoked(deps));
  pages.get('/:key', showDossier(deps, shownFields));
  pages.post('/:key', small, changeAssumptions(deps, shownFields));
  pages.get('/:key/colonnes', leadToDossier);
  pages.get('/:key/droit', leadToDossier);
  pages.post(
    '/:key/droit',
    small,
    applyTodaysLaw(deps, (c) => askedBy(c).shown),
  );
  pages.post('/:key/colonnes', small, changeDossierColumns(deps, showRefused(deps, 'refusedColumns')));
  pages.get('/:key/points', leadToDossier);
  pages.post('/:key/points', small, changeConfirmation(deps, showRefused(deps, 'refusedPoint')));
  pages.get('/:key/explication', explainPage(deps));
  pages.get('/:key/classeur.xlsx', workbookFile(deps));
  pages.get('/:key/dossier.json', dossierFile(deps));
  pages.get('/:key/tableaux/:file{[a-z0-9-]+\\.csv}', tableFile(deps));
  return pages;
}

type Handler = (c: Context) => Promise<Response>;

interface Asked {
  readonly shown: Shown;
  readonly lens: Lens;
}

/** Which path, lens and form are asked for: by the address, or by that of the page which sends a part of itself. */
function askedBy(c: Context): Asked {
  const current = c.req.header('HX-Current-URL');
  const query = new URL(current !== undefined && URL.canParse(current) ? current : c.req.url).searchParams;
  const path = c.req.query('voie');
  const lens = lensFrom(query.get('regard') ?? c.req.query('regard'));
  const form = formFrom(c.req.query('saisie'));
  // A choice of two paths is in the address asked; a change of the form leaves the one of the page it is sent from.
  const chosen = (name: string) =>
    (c.req.method === 'GET' ? c.req.query(name) : undefined) ?? query.get(name) ?? c.req.query(name) ?? '';
  const between = { from: chosen('de') || undefined, to: chosen('a') || undefined };
  return { shown: path ? { path, lens, form } : { lens, form, ...between }, lens };
}

interface Showing extends Asked {
  readonly opened: OpenedDossier;
  readonly page: PathPage;
  /** Where the form is sent. */
  readonly action: string;
  readonly typed?: TypedFields;
  readonly problems?: readonly Problem[];
  /** The part that a button of the form has just added or changed. */
  readonly changedPart?: string | undefined;
  /** What the panel of columns was refused. */
  readonly refusedColumns?: RefusedColumns;
  /** What was refused of a point to verify. */
  readonly refusedPoint?: RefusedPoint;
}

async function viewOf(deps: WebDependencies, showing: Showing): Promise<DossierView> {
  const { opened, page, shown, lens, action, typed, problems, changedPart, refusedColumns, refusedPoint } =
    showing;
  const { key, scenario, dossier } = opened;
  const charts = comparesPaths(dossier, shown)
    ? undefined
    : await deps.run('charts', { dossier, path: shown.path });
  return {
    assets: deps.assets,
    key,
    shown,
    lens,
    page,
    charts: charts?.ok ? charts.value : [],
    form: {
      action,
      key,
      originalAddress:
        scenario === undefined || scenario.id === key
          ? undefined
          : dossierAddress(scenario.id, shownIn(scenario.dossier, shown)),
      typed: typed ?? new Map(),
      problems: problems ?? [],
      changedPart,
    },
    kept: await keptPlace(deps, opened),
    lawNote: await lawNoteFor(deps, opened, shown, comparesPaths(dossier, shown)),
    columns: columnsView(dossier, refusedColumns),
    refusedPoint,
  };
}

/** Answers with a part of the comparison, or of the page of one path. */
async function answerShown(
  deps: WebDependencies,
  c: Context,
  showing: Showing,
  part: Part,
  status: 200 | 422 = 200,
): Promise<Response> {
  const view = await viewOf(deps, showing);
  const { dossier } = showing.opened;
  if (comparesPaths(dossier, showing.shown)) return answerComparison(deps, c, dossier, view, part, status);
  const parts = { page: dossierPage, update: dossierUpdate, choice: dossierUpdate, refused: refusedUpdate };
  return c.html(parts[part](view), status);
}

/** The page of a path, or the form of all of them when they are compared. */
function pageRequest(dossier: RawDossier, shown: Shown) {
  return { dossier, path: shown.path, form: shown.form, compares: comparesPaths(dossier, shown) };
}

function showDossier(deps: WebDependencies, shownFields: ShownFields): Handler {
  return async (c) => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const asked = askedBy(c);
    const page = await deps.run('pathPage', pageRequest(opened.dossier, asked.shown));
    if (!page.ok) return answerRefusal(deps, c, page.problems);
    shownFields.keep(opened.key, asked.shown, page.value);
    const action = dossierAddress(opened.key, asked.shown);
    c.header('Cache-Control', 'private, no-cache');
    const part = wantsFragment(c) ? 'choice' : 'page';
    return answerShown(deps, c, { ...asked, opened, page: page.value, action }, part);
  };
}

/** The page that the panel of columns or a point to verify was in, which says why nothing was changed. */
function showRefused<K extends 'refusedColumns' | 'refusedPoint'>(deps: WebDependencies, part: K) {
  return async (c: Context, opened: OpenedDossier, shown: Shown, refused: NonNullable<Showing[K]>) => {
    const page = await deps.run('pathPage', pageRequest(opened.dossier, shown));
    if (!page.ok) return answerRefusal(deps, c, page.problems);
    const lens = lensFrom(c.req.query('regard'));
    const action = dossierAddress(opened.key, shown);
    const showing = { shown, lens, opened, page: page.value, action, [part]: refused };
    return answerShown(deps, c, showing, 'page', 422);
  };
}

function typedFields(body: Record<string, unknown>): TypedFields {
  const texts = Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return new Map(texts);
}

/**
 * A change of the assumptions: computes, saves, and sends the results back or leads to their address. What cannot be
 * read or computed is said beside its field; nothing typed is lost.
 */
function changeAssumptions(deps: WebDependencies, shownFields: ShownFields): Handler {
  return async (c) => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const typed = typedFields(body);
    const from =
      (await openDossier(deps, typed.get('base') ?? '')) ??
      (await openDossier(deps, c.req.param('key') ?? ''));
    if (from === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const asked = askedBy(c);
    const { shown } = asked;
    const action = dossierAddress(c.req.param('key') ?? from.key, shown);
    const pageBefore = () => deps.run('pathPage', pageRequest(from.dossier, shown));

    // What the form could not read is already worded for it; what the dossier refuses is worded for JSON.
    const refuse = async (problems: readonly Problem[], wordedFor: 'form' | 'json') => {
      const before = await pageBefore();
      if (!before.ok) return answerRefusal(deps, c, before.problems);
      const groups = shownFields.keep(from.key, shown, before.value);
      const told = wordedFor === 'form' ? problems : problemsForFields(problems, groups);
      const showing = { ...asked, opened: from, page: before.value, action, typed, problems: told };
      return answerShown(deps, c, showing, wantsFragment(c) ? 'refused' : 'page', 422);
    };

    let groups = shownFields.find(from.key, shown);
    if (groups === undefined) {
      const before = await pageBefore();
      if (!before.ok) return answerRefusal(deps, c, before.problems);
      groups = shownFields.keep(from.key, shown, before.value);
    }
    const change = changeDossier(from.dossier, groups, typed, from.scenario?.dossier);
    const { dossier, changedPart } = change;
    if (change.problems.length > 0) return refuse(change.problems, 'form');
    const page = await deps.run('pathPage', pageRequest(dossier, shown));
    if (!page.ok) {
      return refuse(
        page.problems.map(({ path, message }) => ({ path: change.shownAt(path), message })),
        'json',
      );
    }

    const opened = await saveChanged(deps, from, dossier);
    shownFields.keep(opened.key, shown, page.value);
    const address = dossierAddress(opened.key, shown);
    if (!wantsFragment(c)) {
      return c.redirect(changedPart === undefined ? address : `${address}#${fieldId(changedPart)}`, 303);
    }
    c.header('HX-Push-Url', address);
    return answerShown(deps, c, { ...asked, opened, page: page.value, action, changedPart }, 'update');
  };
}
