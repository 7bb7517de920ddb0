import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { brownfieldAddress, brownfieldsAddress, dossierAddress } from '../../views/addresses.ts';
import { newBrownfieldPage } from '../../views/new-brownfield.ts';
import { BROWNFIELD, BROWNFIELDS } from '../dossier/brownfield.ts';
import { valueAt } from '../dossier/location.ts';
import { resolvePart } from '../dossier/resolution.ts';
import type { Json, RawDossier } from '../input/description.ts';
import type { Problem } from '../input/problem.ts';
import { UNKNOWN_BROWNFIELD } from './brownfield-forms.ts';
import type { WebDependencies } from './dependencies.ts';
import { inOrderOf, type OpenDossier, putAt } from './dossier-places.ts';
import { answerFailure, answerRefusal, TOO_LARGE, UNKNOWN_DOSSIER, UNREADABLE } from './failures.ts';
import { readFrenchNumber } from './french-input.ts';
import { firstFree, removeEntry, slugOf } from './list-changes.ts';
import { type OpenedDossier, openDossier } from './opened-dossier.ts';
import { saveChanged } from './saved-changes.ts';

/** A name, a place, a surface. */
const LARGEST_FORM = 16 * 1024;

/** What is done with the brownfields of a dossier, mounted at `/dossiers`: described, chosen, taken out. */
export function brownfieldChanges(deps: WebDependencies): Hono {
  const pages = new Hono();
  const small = bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => answerFailure(deps, c, TOO_LARGE) });
  pages.get('/:key/nouvelle-friche', askNewBrownfield(deps));
  pages.post('/:key/nouvelle-friche', small, addNewBrownfield(deps));
  pages.post('/:key/friches/:id/retenir', small, settle(deps));
  pages.post('/:key/friches/:id/retirer', small, takeOut(deps));
  return pages;
}

/** The brownfields of a dossier as typed. */
export function brownfieldsIn(dossier: RawDossier): readonly RawDossier[] {
  return (Array.isArray(dossier.brownfields) ? dossier.brownfields : []) as readonly RawDossier[];
}

export const FULL_LIST: Problem = {
  path: 'name',
  message: `un dossier compare au plus ${BROWNFIELDS.longest} friches : retirez-en une`,
};

/** An id that no brownfield of the dossier has, made of a name. */
function freeId(dossier: RawDossier, name: string): string {
  const slug = slugOf(name).slice(0, 50).replace(/-$/, '');
  const base = slug === '' ? 'friche' : slug;
  return firstFree(
    (number) => (number === 1 ? base : `${base}-${number}`),
    brownfieldsIn(dossier).map(({ id }) => id),
  );
}

/** A brownfield to add, with what is known of its fields: sources, by field. */
export interface AddedBrownfield {
  readonly brownfield: RawDossier;
  readonly facts?: readonly { readonly path: string; readonly source: string }[];
  /** Why its values are what they are, where nothing better is said. */
  readonly why: string;
}

/** The dossier with one more brownfield, its id made free, its values each with a source or a reason. */
export function withBrownfield(
  dossier: RawDossier,
  { brownfield, facts = [], why }: AddedBrownfield,
): { readonly dossier: RawDossier; readonly id: string } {
  const known = brownfieldsIn(dossier);
  const id = freeId(dossier, String(brownfield.id ?? brownfield.name));
  const place = `brownfields[${known.length}]`;
  const sourced = facts.map(({ path, source }) => ({ path: `${place}.${path}`, source }));
  const told = Object.entries(brownfield)
    .filter(
      ([key, value]) =>
        !['id', 'inventoryId'].includes(key) &&
        typeof value === 'string' &&
        !facts.some(({ path }) => path === key),
    )
    .map(([key]) => ({ path: `${place}.${key}`, why }));
  const notes = (list: 'facts' | 'hypotheses') =>
    (Array.isArray(dossier[list]) ? dossier[list] : []) as readonly Json[];
  return {
    id,
    dossier: {
      ...dossier,
      brownfields: [...known, { ...brownfield, id }],
      facts: [...notes('facts'), ...sourced],
      hypotheses: [...notes('hypotheses'), ...told],
    },
  };
}

function askNewBrownfield(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    return showNew(deps, c, opened, new Map(), []);
  };
}

function showNew(
  { assets }: WebDependencies,
  c: Context,
  { key, dossier }: OpenedDossier,
  typed: ReadonlyMap<string, string>,
  problems: readonly Problem[],
): Response | Promise<Response> {
  const view = { assets, key, dossierTitle: String(dossier.title), typed, problems };
  return c.html(newBrownfieldPage(view), problems.length > 0 ? 422 : 200);
}

/** Adds a brownfield described by hand, and leads to its own form. */
function addNewBrownfield(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '');
    const typed = new Map(['name', 'commune', 'department', 'landAreaM2'].map((name) => [name, text(name)]));
    if (brownfieldsIn(opened.dossier).length >= BROWNFIELDS.longest)
      return showNew(deps, c, opened, typed, [FULL_LIST]);
    const area = readFrenchNumber(text('landAreaM2'), 'number', 'm²');
    const empty = ['name', 'commune'].flatMap((path) =>
      text(path) === '' ? [{ path, message: 'champ vide : écrivez-le' }] : [],
    );
    const brownfield = {
      id: freeId(opened.dossier, text('name')),
      name: text('name'),
      commune: text('commune'),
      department: text('department').toUpperCase(),
      landAreaM2: 'text' in area ? area.text : '',
    };
    const reading = resolvePart(BROWNFIELD, brownfield);
    const isBare = 'text' in area && Number(area.text) <= 0;
    const problems = [
      ...empty,
      ...('problem' in area ? [{ path: 'landAreaM2', message: area.problem }] : []),
      ...(isBare ? [{ path: 'landAreaM2', message: 'écrivez une surface supérieure à zéro' }] : []),
      ...(reading.ok || 'problem' in area ? [] : reading.problems),
    ];
    if (problems.length > 0) return showNew(deps, c, opened, typed, problems);
    const added = withBrownfield(opened.dossier, { brownfield, why: 'saisi à la main' });
    const saved = await saveChanged(deps, opened, added.dossier);
    return c.redirect(brownfieldAddress(saved.key, added.id, 'saisie'), 303);
  };
}

/** Makes a brownfield the site of the dossier, and leads to its comparison of paths. */
function settle(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const id = c.req.param('id') ?? '';
    if (!brownfieldsIn(opened.dossier).some((one) => one.id === id))
      return answerFailure(deps, c, UNKNOWN_BROWNFIELD);
    const settled = await deps.run('settledDossier', { dossier: opened.dossier, brownfield: id });
    if (!settled.ok) return answerRefusal(deps, c, settled.problems);
    const ordered = inOrderOf(inOrderOf(settled.value, opened.dossier), opened.scenario?.dossier);
    const saved = await saveChanged(deps, opened, ordered as RawDossier);
    return c.redirect(dossierAddress(saved.key), 303);
  };
}

/** Takes a brownfield out of the dossier; the site that came from it stays, as typed by hand. */
function takeOut(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const id = c.req.param('id') ?? '';
    const index = brownfieldsIn(opened.dossier).findIndex((one) => one.id === id);
    if (index < 0) return answerFailure(deps, c, UNKNOWN_BROWNFIELD);
    const dossier = structuredClone(opened.dossier) as OpenDossier;
    removeEntry(dossier, 'brownfields', index);
    if (valueAt(dossier, 'site.chosenBrownfield') === id) putAt(dossier, 'site.chosenBrownfield', null);
    const saved = await saveChanged(deps, opened, dossier);
    return c.redirect(brownfieldsAddress(saved.key), 303);
  };
}
