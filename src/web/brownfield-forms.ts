import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { brownfieldAddress, brownfieldsAddress, fieldId, siteNeedAddress } from '../../views/addresses.ts';
import { brownfieldFormPage } from '../../views/brownfield-form.ts';
import type { Problem } from '../input/problem.ts';
import type { BrownfieldForm, BrownfieldPart } from '../report/brownfield-form.ts';
import { changeDossier, type TypedFields } from './changed-dossier.ts';
import type { WebDependencies } from './dependencies.ts';
import {
  answerFailure,
  answerRefusal,
  type Failure,
  TOO_LARGE,
  UNKNOWN_DOSSIER,
  UNREADABLE,
} from './failures.ts';
import { problemsForFields } from './form-problems.ts';
import { type OpenedDossier, openDossier } from './opened-dossier.ts';
import { saveChanged } from './saved-changes.ts';

/** A brownfield has some sixty short fields, and known amounts. */
const LARGEST_FORM = 128 * 1024;

export const UNKNOWN_BROWNFIELD: Failure = {
  status: 404,
  title: 'Friche introuvable',
  text: 'Aucune friche de ce dossier n’a cet identifiant : elle a pu être retirée. Revenez aux friches comparées du dossier.',
};

const LEADS = {
  brownfield:
    'Ce qui n’est pas renseigné fait une fourchette : chaque réponse la resserre. Une valeur connue remplace l’estimation.',
  need: 'Ce que l’entreprise demande à n’importe quel site : chaque friche est jugée pour elle.',
} as const;

/** The forms of the brownfields of a dossier and of the need of its enterprise, mounted at `/dossiers`. */
export function brownfieldForms(deps: WebDependencies): Hono {
  const pages = new Hono();
  const small = bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => answerFailure(deps, c, TOO_LARGE) });
  const ofBrownfield = (c: Context): BrownfieldPart => ({ brownfield: c.req.param('id') ?? '' });
  const ofNeed = (): BrownfieldPart => 'need';
  pages.get('/:key/friches/:id/saisie', showForm(deps, ofBrownfield));
  pages.post('/:key/friches/:id/saisie', small, changePart(deps, ofBrownfield));
  pages.get('/:key/besoin', showForm(deps, ofNeed));
  pages.post('/:key/besoin', small, changePart(deps, ofNeed));
  return pages;
}

function formAddress(key: string, part: BrownfieldPart): string {
  return part === 'need' ? siteNeedAddress(key) : brownfieldAddress(key, part.brownfield, 'saisie');
}

interface Showing {
  readonly opened: OpenedDossier;
  readonly part: BrownfieldPart;
  readonly page: BrownfieldForm;
  readonly typed?: TypedFields;
  readonly problems?: readonly Problem[];
  readonly changedPart?: string | undefined;
}

function answerForm(
  deps: WebDependencies,
  c: Context,
  showing: Showing,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  const { opened, part, page, typed, problems, changedPart } = showing;
  const form = {
    action: formAddress(opened.key, part),
    key: opened.key,
    originalAddress: undefined,
    typed: typed ?? new Map(),
    problems: problems ?? [],
    changedPart,
  };
  const lead = part === 'need' ? LEADS.need : LEADS.brownfield;
  return c.html(brownfieldFormPage({ assets: deps.assets, page, form, lead }), status);
}

function showForm(deps: WebDependencies, partOf: (c: Context) => BrownfieldPart) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const part = partOf(c);
    const page = await deps.run('brownfieldForm', { dossier: opened.dossier, part });
    if (!page.ok) return answerRefusal(deps, c, page.problems);
    if (page.value === null) return answerFailure(deps, c, UNKNOWN_BROWNFIELD);
    c.header('Cache-Control', 'private, no-cache');
    return answerForm(deps, c, { opened, part, page: page.value });
  };
}

/** Reads the form, saves, and leads to the brownfields; what cannot be read is said beside its field, nothing is lost. */
function changePart(deps: WebDependencies, partOf: (c: Context) => BrownfieldPart) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const typed = new Map(
      Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const part = partOf(c);
    const before = await deps.run('brownfieldForm', { dossier: opened.dossier, part });
    if (!before.ok) return answerRefusal(deps, c, before.problems);
    if (before.value === null) return answerFailure(deps, c, UNKNOWN_BROWNFIELD);
    const page = before.value;
    const refuse = (problems: readonly Problem[]) =>
      answerForm(deps, c, { opened, part, page, typed, problems }, 422);

    const change = changeDossier(opened.dossier, page.groups, typed, opened.scenario?.dossier);
    if (change.problems.length > 0) return refuse(change.problems);
    const after = await deps.run('brownfieldForm', { dossier: change.dossier, part });
    if (!after.ok) {
      const said = after.problems.map(({ path, message }) => ({ path: change.shownAt(path), message }));
      return refuse(problemsForFields(said, page.groups));
    }
    const saved = await saveChanged(deps, opened, change.dossier);
    const { changedPart } = change;
    const address =
      changedPart === undefined
        ? brownfieldsAddress(saved.key)
        : `${formAddress(saved.key, part)}#${fieldId(changedPart)}`;
    return c.redirect(address, 303);
  };
}
