import type { Context } from 'hono';
import { sheetAddress } from '../../views/kept-addresses.ts';
import { findVersion } from '../store/kept-dossiers.ts';
import { keyFrom } from '../store/saved-inputs.ts';
import { createShareLink, revokeShareLink, TOKEN_BYTES } from '../store/share-links.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, UNKNOWN_DOSSIER, UNREADABLE } from './failures.ts';

/** Makes a link that shows one version, and nothing else, to whoever has it. */
export function shareVersion(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const dossier = c.req.param('address') ?? '';
    const version = await findVersion(deps.store, dossier, Number(body.version));
    if (version === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const token = keyFrom(deps.randomBytes(TOKEN_BYTES));
    await createShareLink(deps.store, { token, dossier, number: version.number, now: deps.now() });
    return c.redirect(`${sheetAddress(dossier)}#liens`, 303);
  };
}

/** Ends a link: from then on it answers that it was revoked. */
export function revokeLink(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const dossier = c.req.param('address') ?? '';
    const token = typeof body.lien === 'string' ? body.lien : '';
    const isDone = await revokeShareLink(deps.store, { token, dossier, now: deps.now() });
    if (!isDone) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    return c.redirect(`${sheetAddress(dossier)}#liens`, 303);
  };
}
