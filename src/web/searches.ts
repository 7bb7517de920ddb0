import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { dossierAddress } from '../../views/addresses.ts';
import { crossoversFragment, crossoversPage } from '../../views/crossovers.ts';
import { searchPage } from '../../views/search-page.ts';
import { valueAt } from '../dossier/location.ts';
import type { Json, RawDossier } from '../input/description.ts';
import type { SearchedValues } from '../report/search-answer.ts';
import type { WebDependencies } from './dependencies.ts';
import { addHypotheses, renote } from './dossier-notes.ts';
import { inOrderOf, type OpenDossier, putAt } from './dossier-places.ts';
import { answerFailure, answerRefusal, TOO_LARGE, UNKNOWN_DOSSIER, UNREADABLE } from './failures.ts';
import { wantsFragment } from './fragments.ts';
import { refuseRevoked } from './kept-revoked.ts';
import { openDossier } from './opened-dossier.ts';
import { saveChanged } from './saved-changes.ts';

/** A path and a question. */
const LARGEST_FORM = 4 * 1024;

/** The searches of a dossier, mounted at `/dossiers`: what would change the ranking, and smallest amounts. */
export function searchPages(deps: WebDependencies): Hono {
  const pages = new Hono();
  const small = bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => answerFailure(deps, c, TOO_LARGE) });
  pages.use('/:key/bascules', refuseRevoked(deps));
  pages.use('/:key/recherche', refuseRevoked(deps));
  pages.get('/:key/bascules', showCrossovers(deps));
  pages.get('/:key/recherche', showSearch(deps));
  pages.post('/:key/recherche', small, takeSearched(deps));
  return pages;
}

function showCrossovers(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const found = await deps.run('crossovers', { dossier: opened.dossier });
    if (!found.ok) return answerRefusal(deps, c, found.problems);
    c.header('Cache-Control', 'private, no-cache');
    if (wantsFragment(c)) return c.html(crossoversFragment(found.value));
    return c.html(crossoversPage({ assets: deps.assets, key: opened.key, answer: found.value }));
  };
}

function showSearch(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const page = await deps.run('searchAnswer', {
      dossier: opened.dossier,
      path: c.req.query('voie') || undefined,
      question: c.req.query('inconnue') || undefined,
    });
    if (!page.ok) return answerRefusal(deps, c, page.problems);
    c.header('Cache-Control', 'private, no-cache');
    return c.html(searchPage({ assets: deps.assets, key: opened.key, page: page.value }));
  };
}

/** The dossier with what was found in place; what it says of these values is that Levier searched them. */
function withSearched(base: RawDossier, taken: SearchedValues, original: RawDossier | undefined): RawDossier {
  const dossier = structuredClone(base) as OpenDossier;
  const places = taken.values.map(({ place }) => place);
  for (const { place, value } of taken.values) putAt(dossier, place, value);
  renote(dossier, { typed: [], leftOut: places }, original);
  // Of a value put back as the case has it, the case says where it comes from.
  const noted = (['facts', 'hypotheses'] as const).flatMap((list) =>
    ((valueAt(dossier, list) ?? []) as readonly { readonly path: string }[]).map(({ path }) => path),
  );
  const amounts = places.filter((place) => !place.endsWith('.solve') && !noted.includes(place));
  addHypotheses(dossier, amounts, taken.why);
  return inOrderOf(inOrderOf(dossier as Json, base), original) as RawDossier;
}

/** Searches again what the page showed, from memory, and leads to the path with that value. */
function takeSearched(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '') || undefined;
    const from = await openDossier(deps, c.req.param('key') ?? '');
    if (from === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const asked = { path: text('voie'), question: text('inconnue') };
    const page = await deps.run('searchAnswer', { dossier: from.dossier, ...asked });
    if (!page.ok) return answerRefusal(deps, c, page.problems);
    const { pathId, answer } = page.value;
    const shown = { path: pathId };
    // Nothing was found, or the dossier already has it.
    if (answer?.taken === undefined) return c.redirect(dossierAddress(from.key, shown), 303);
    const dossier = withSearched(from.dossier, answer.taken, from.scenario?.dossier);
    const changed = await deps.run('pathPage', { dossier, ...shown });
    if (!changed.ok) return answerRefusal(deps, c, changed.problems);
    const opened = await saveChanged(deps, from, dossier);
    return c.redirect(`${dossierAddress(opened.key, shown)}#pret`, 303);
  };
}
