import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { dossierAddress, type LandSupportAsked, landSupportAddress } from '../../views/addresses.ts';
import { landSupportAnswer, landSupportWaiting } from '../../views/land-support-answer.ts';
import { landSupportPage } from '../../views/land-support-page.ts';
import type { Json, RawDossier } from '../input/description.ts';
import type { Reading } from '../input/problem.ts';
import type { LandSupportView, TargetField } from '../report/land-support-view.ts';
import type { AskedTargets, TakenDossier } from '../tasks/land-support-page.ts';
import { brownfieldsIn } from './brownfield-changes.ts';
import { UNKNOWN_BROWNFIELD } from './brownfield-forms.ts';
import type { WebDependencies } from './dependencies.ts';
import { addHypotheses, renote } from './dossier-notes.ts';
import { inOrderOf, type OpenDossier } from './dossier-places.ts';
import { answerFailure, answerRefusal, TOO_LARGE, UNKNOWN_DOSSIER, UNREADABLE } from './failures.ts';
import { wantsFragment } from './fragments.ts';
import { readFrenchNumber } from './french-input.ts';
import { refuseRevoked } from './kept-revoked.ts';
import { openDossier } from './opened-dossier.ts';
import { saveChanged } from './saved-changes.ts';

/** A path, targets and a form. */
const LARGEST_FORM = 4 * 1024;

type FieldName = TargetField['name'];

/** Each field of the form: how it is typed, and which target it is. */
const FIELDS: Readonly<
  Record<FieldName, { readonly kind: 'money' | 'number' | 'percentage'; readonly target: keyof AskedTargets }>
> = {
  occupation: { kind: 'money', target: 'occupancyCostPerM2Year' },
  couverture: { kind: 'number', target: 'minimumCover' },
  tri: { kind: 'percentage', target: 'investorIrr' },
};
const NAMES = Object.keys(FIELDS) as FieldName[];
const UNITS: Readonly<Record<FieldName, string>> = { occupation: '€/m²/an', couverture: '', tri: '%' };

/** The page of land support, mounted at `/dossiers`. */
export function landSupportPages(deps: WebDependencies): Hono {
  const pages = new Hono();
  const small = bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => answerFailure(deps, c, TOO_LARGE) });
  pages.use('/:key/soutien', refuseRevoked(deps));
  pages.use('/:key/soutien.csv', refuseRevoked(deps));
  pages.get('/:key/soutien', showSupport(deps));
  pages.get('/:key/soutien.csv', supportFile(deps));
  pages.post('/:key/soutien', small, takeFound(deps));
  return pages;
}

interface Typed {
  readonly texts: Readonly<Partial<Record<FieldName, string>>>;
  readonly problems: Readonly<Partial<Record<FieldName, string>>>;
  /** Undefined when nothing was asked yet. */
  readonly targets: AskedTargets | undefined;
}

/** Reads what was typed; the form is asked as soon as one of its fields is in the address, even empty. */
function readTargets(given: (name: string) => string | undefined): Typed {
  const texts: Partial<Record<FieldName, string>> = {};
  const problems: Partial<Record<FieldName, string>> = {};
  const targets: Partial<Record<keyof AskedTargets, string>> = {};
  for (const name of NAMES) {
    const text = given(name);
    if (text === undefined) continue;
    texts[name] = text;
    if (text.trim() === '') continue;
    const read = readFrenchNumber(text, FIELDS[name].kind, UNITS[name]);
    if ('problem' in read) problems[name] = read.problem;
    else targets[FIELDS[name].target] = read.text;
  }
  return { texts, problems, targets: Object.keys(texts).length === 0 ? undefined : targets };
}

/** The fields as they were typed, each with what is wrong in it. */
function fieldsOf(view: LandSupportView, { texts, problems }: Typed): TargetField[] {
  return view.fields.map((field) => {
    const place = `targets.${FIELDS[field.name].target}`;
    const problem = problems[field.name] ?? view.targetProblems.find(({ path }) => path === place)?.message;
    return {
      ...field,
      value: texts[field.name] ?? field.value,
      ...(problem === undefined ? {} : { problem }),
    };
  });
}

/** What is wrong with no field in particular. */
function otherProblems({ targetProblems }: LandSupportView): string[] {
  const places = NAMES.map((name) => `targets.${FIELDS[name].target}`);
  return targetProblems.filter(({ path }) => !places.includes(path)).map(({ message }) => message);
}

/** The dossier asked about: as it stands, or with its enterprise settled on one of its brownfields. */
async function askedDossier(
  deps: WebDependencies,
  dossier: RawDossier,
  brownfield: string | undefined,
): Promise<Reading<RawDossier>> {
  return brownfield === undefined
    ? { ok: true, value: dossier }
    : await deps.run('settledDossier', { dossier, brownfield });
}

function showSupport(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const typed = readTargets((name) => c.req.query(name));
    const path = c.req.query('voie') || undefined;
    const brownfield = c.req.query('friche') || undefined;
    if (brownfield !== undefined && !brownfieldsIn(opened.dossier).some(({ id }) => id === brownfield))
      return answerFailure(deps, c, UNKNOWN_BROWNFIELD);
    const asked: LandSupportAsked = { path, brownfield, ...typed.texts };
    c.header('Cache-Control', 'private, no-cache');
    const isFragment = wantsFragment(c);
    // With script: first that it computes, which asks for the answer.
    if (isFragment && c.req.query('calcul') !== '1') return c.html(landSupportWaiting(opened.key, asked));
    const isReadable = Object.keys(typed.problems).length === 0;
    const targets = isReadable ? typed.targets : undefined;
    const settled = await askedDossier(deps, opened.dossier, brownfield);
    if (!settled.ok) return answerRefusal(deps, c, settled.problems);
    const page = await deps.run('landSupportPage', {
      dossier: settled.value,
      ...(path === undefined ? {} : { path }),
      ...(targets === undefined ? {} : { targets }),
    });
    if (!page.ok) return answerRefusal(deps, c, page.problems);
    const view = {
      key: opened.key,
      asked: { ...asked, path: page.value.pathId },
      page: page.value,
      fields: fieldsOf(page.value, typed),
      problems: otherProblems(page.value),
    };
    if (isFragment) return c.html(landSupportAnswer(view));
    return c.html(landSupportPage({ ...view, assets: deps.assets }));
  };
}

function supportFile(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const { targets = {} } = readTargets((name) => c.req.query(name));
    const path = c.req.query('voie') || undefined;
    const settled = await askedDossier(deps, opened.dossier, c.req.query('friche') || undefined);
    if (!settled.ok) return answerRefusal(deps, c, settled.problems);
    const written = await deps.run('landSupportCsv', {
      dossier: settled.value,
      ...(path === undefined ? {} : { path }),
      targets,
    });
    if (!written.ok) return answerRefusal(deps, c, written.problems);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="levier-soutien.csv"');
    c.header('Cache-Control', 'private, no-cache');
    return c.body(written.value);
  };
}

/** The dossier with the support found; what it says of its values is that Levier searched them. */
function withSupport(base: RawDossier, taken: TakenDossier, original: RawDossier | undefined): RawDossier {
  const dossier = structuredClone(taken.dossier) as OpenDossier;
  renote(dossier, { typed: [], leftOut: taken.places }, original);
  addHypotheses(
    dossier,
    taken.places.filter((place) => !place.endsWith('.solve')),
    taken.why,
  );
  return inOrderOf(inOrderOf(dossier as Json, base), original) as RawDossier;
}

/** Searches again the form that the page showed, and leads to the path with that support. */
function takeFound(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const text = (name: string) => (typeof body[name] === 'string' ? body[name] : undefined);
    const from = await openDossier(deps, c.req.param('key') ?? '');
    if (from === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const { targets, texts } = readTargets(text);
    const path = text('voie') || undefined;
    const brownfield = text('friche') || undefined;
    const settled = await askedDossier(deps, from.dossier, brownfield);
    if (!settled.ok) return answerRefusal(deps, c, settled.problems);
    const taken = await deps.run('landSupportTaken', {
      dossier: settled.value,
      ...(path === undefined ? {} : { path }),
      targets: targets ?? {},
      form: text('forme') ?? '',
    });
    if (!taken.ok) return answerRefusal(deps, c, taken.problems);
    if (taken.value === undefined)
      return c.redirect(landSupportAddress(from.key, { path, brownfield, ...texts }), 303);
    const shown = { path: taken.value.pathId };
    const dossier = withSupport(from.dossier, taken.value, from.scenario?.dossier);
    const changed = await deps.run('pathPage', { dossier, ...shown });
    if (!changed.ok) return answerRefusal(deps, c, changed.problems);
    const opened = await saveChanged(deps, from, dossier);
    return c.redirect(dossierAddress(opened.key, shown), 303);
  };
}
