import { type Context, Hono } from 'hono';
import { vehiclePage } from '../../views/vehicle-page.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, answerRefusal, UNKNOWN_DOSSIER } from './failures.ts';
import { refuseRevoked } from './kept-revoked.ts';
import { openDossier } from './opened-dossier.ts';

/** The page of a foncière with all its sites, mounted at `/dossiers`. */
export function vehiclePages(deps: WebDependencies): Hono {
  const pages = new Hono();
  pages.use('/:key/fonciere', refuseRevoked(deps));
  pages.get('/:key/fonciere', showVehicle(deps));
  return pages;
}

function showVehicle(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const path = c.req.query('voie') || undefined;
    const page = await deps.run('vehiclePage', { dossier: opened.dossier, path });
    if (!page.ok) return answerRefusal(deps, c, page.problems);
    c.header('Cache-Control', 'private, no-cache');
    const shown = { path: page.value.pathId, scope: 'vehicle' as const };
    return c.html(vehiclePage({ assets: deps.assets, key: opened.key, shown, page: page.value }));
  };
}
