import type { Context } from 'hono';
import { sheetAddress } from '../../views/kept-addresses.ts';
import { keepAgainPage } from '../../views/kept-again.ts';
import type { RawDossier } from '../input/description.ts';
import { text } from '../input/fields.ts';
import { type Reading, readInput } from '../input/problem.ts';
import {
  ADDRESS_BYTES,
  addVersion,
  createDossier,
  findDossier,
  findVersion,
  LONGEST_COMMENT,
  type VersionToKeep,
} from '../store/kept-dossiers.ts';
import { keyFrom } from '../store/saved-inputs.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, answerRefusal, UNKNOWN_DOSSIER, UNREADABLE } from './failures.ts';
import { rememberAddress } from './kept-cookie.ts';
import { isRevoked, REVOKED } from './kept-revoked.ts';
import { openDossier, ownAddress } from './opened-dossier.ts';

const COMMENT = text(LONGEST_COMMENT);

/** Reads a comment as a form sends it. */
export function readComment(typed: unknown): Reading<string> {
  return readInput(COMMENT, typeof typed === 'string' ? typed.replaceAll('\r\n', '\n').trim() : '');
}

/** What is kept of a dossier: the inputs as typed, and the figures that they give today. */
export async function versionToKeep(
  { run, engineVersion }: WebDependencies,
  dossier: RawDossier,
  comment: string,
): Promise<Reading<VersionToKeep>> {
  const figures = await run('keptFigures', { dossier });
  if (!figures.ok) return figures;
  const { title, lawDate, paths } = figures.value;
  const json = JSON.stringify(dossier);
  return {
    ok: true,
    value: { json, title, comment, engineVersion, lawDate, figures: JSON.stringify(paths) },
  };
}

/**
 * Saves a version and leads to the sheet of its dossier.
 * @param address of the dossier that it continues; a new dossier is made when there is none
 */
export async function saveVersion(
  deps: WebDependencies,
  c: Context,
  version: VersionToKeep,
  address: string | undefined,
): Promise<Response> {
  const now = deps.now();
  const kept = address ?? keyFrom(deps.randomBytes(ADDRESS_BYTES));
  let said = 'enregistree=1';
  if (address === undefined) {
    await createDossier(deps.store, { address: kept, version, now });
  } else {
    const added = await addVersion(deps.store, { address, version, now });
    if (added === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    said = `${added.isNew ? 'enregistree' : 'inchangee'}=${added.number}`;
  }
  rememberAddress(c, kept);
  return c.redirect(`${sheetAddress(kept)}?${said}`, 303);
}

/** « Enregistrer une version » of any opened dossier. */
export function keepOpened(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const key = typeof body.cle === 'string' ? body.cle : '';
    const opened = await openDossier(deps, key);
    if (opened === undefined) {
      return answerFailure(deps, c, (await isRevoked(deps, key)) ? REVOKED : UNKNOWN_DOSSIER);
    }
    const comment = readComment(body.commentaire);
    if (!comment.ok) {
      const problem = comment.problems.map(({ message }) => message).join(' ; ');
      const view = { assets: deps.assets, key, title: String(opened.dossier.title), problem };
      return c.html(keepAgainPage({ ...view, comment: String(body.commentaire) }), 422);
    }
    const version = await versionToKeep(deps, opened.dossier, comment.value);
    if (!version.ok) return answerRefusal(deps, c, version.problems);
    return saveVersion(deps, c, version.value, ownAddress(opened.kept));
  };
}

/** A copy of a version, as the first one of another dossier. */
export function duplicateVersion(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const address = c.req.param('address') ?? '';
    const dossier = await findDossier(deps.store, address);
    const version = await findVersion(deps.store, address, Number(body.version));
    if (dossier === undefined || version === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const comment = `Copie de la version ${version.number} de « ${dossier.title} »`;
    const copy = await versionToKeep(deps, JSON.parse(version.json) as RawDossier, comment);
    if (!copy.ok) return answerRefusal(deps, c, copy.problems);
    return saveVersion(deps, c, copy.value, undefined);
  };
}
