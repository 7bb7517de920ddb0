import { type Context, Hono } from 'hono';
import { debtStatePage } from '../../views/debt-state.ts';
import { deliberationPage } from '../../views/deliberation.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, answerRefusal, UNKNOWN_DOSSIER } from './failures.ts';
import { refuseRevoked } from './kept-revoked.ts';
import { type OpenedDossier, openDossier } from './opened-dossier.ts';

/** The two documents of an authority that guarantees a loan, mounted at `/dossiers`. */
export function guaranteePages(deps: WebDependencies): Hono {
  const pages = new Hono();
  pages.use('/:key/garantie/*', refuseRevoked(deps));
  pages.get('/:key/garantie/deliberation', ofDossier(deps, showDeliberation));
  pages.get('/:key/garantie/etat-de-la-dette', ofDossier(deps, showDebtState));
  return pages;
}

type Show = (deps: WebDependencies, c: Context, opened: OpenedDossier) => Promise<Response>;

function ofDossier(deps: WebDependencies, show: Show) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    c.header('Cache-Control', 'private, no-cache');
    return show(deps, c, opened);
  };
}

/** Which path and guarantee are asked for. */
function asked(c: Context, { dossier }: OpenedDossier) {
  const path = c.req.query('voie') || undefined;
  const guarantee = c.req.query('garantie') || undefined;
  return { dossier, path, guarantee };
}

const showDeliberation: Show = async (deps, c, opened) => {
  const page = await deps.run('deliberation', asked(c, opened));
  if (!page.ok) return answerRefusal(deps, c, page.problems);
  return c.html(deliberationPage({ assets: deps.assets, key: opened.key, page: page.value }));
};

const showDebtState: Show = async (deps, c, opened) => {
  const page = await deps.run('debtState', {
    ...asked(c, opened),
    year: c.req.query('exercice') || undefined,
  });
  if (!page.ok) return answerRefusal(deps, c, page.problems);
  return c.html(debtStatePage({ assets: deps.assets, key: opened.key, page: page.value }));
};
