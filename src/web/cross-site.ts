import type { Context, MiddlewareHandler } from 'hono';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, type Failure } from './failures.ts';

const FROM_ELSEWHERE: Failure = {
  status: 403,
  title: 'Envoi refusé',
  text: 'Cet envoi vient d’un autre site que Levier : rien n’a été enregistré. Ouvrez la page dans Levier, et recommencez.',
};

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether what is sent comes from one of our own pages. Browsers say it in Sec-Fetch-Site; over plain HTTP on another
 * machine they only say Origin. What says neither is no browser: it holds nobody's cookies.
 */
function comesFromHere(c: Context): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('Origin');
  if (origin === undefined) return true;
  const host = c.req.header('Host') ?? new URL(c.req.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Forms are sent from our pages only: another site cannot make a browser save something here. */
export function refuseOtherSites(deps: WebDependencies): MiddlewareHandler {
  return async (c, next) => {
    if (READING.has(c.req.method) || comesFromHere(c)) return await next();
    return await answerFailure(deps, c, FROM_ELSEWHERE);
  };
}
