import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { homePage } from '../../views/home.ts';
import { TOOLS } from '../tools/tools.ts';
import { apiRoutes } from './api/routes.ts';
import { brownfieldChanges } from './brownfield-changes.ts';
import { brownfieldForms } from './brownfield-forms.ts';
import { brownfieldPages, siteCostPages } from './brownfield-pages.ts';
import { refuseOtherSites } from './cross-site.ts';
import type { WebDependencies } from './dependencies.ts';
import { dossierPages } from './dossiers.ts';
import { notFoundAnswer, thrownAnswer } from './failures.ts';
import { guaranteePages } from './guarantee-pages.ts';
import { keptPages } from './kept-pages.ts';
import { landSupportPages } from './land-support.ts';
import { methodPages } from './method-pages.ts';
import { logRequests } from './request-log.ts';
import { searchPages } from './searches.ts';
import { securityHeaders } from './security.ts';
import { siteComparisonPages } from './site-comparison.ts';
import { siteImportPages } from './site-imports.ts';
import { sitePages } from './sites.ts';
import { toolPages } from './tool-pages.ts';
import { typesetPages } from './typesetting.ts';
import { vehiclePages } from './vehicles.ts';

/** The web application. Opens nothing: `server.ts` listens, tests call `app.request`. */
export function createApp(deps: WebDependencies): Hono {
  const app = new Hono();
  app.use(logRequests(deps));
  app.use(compress());
  app.use(securityHeaders());
  app.use(typesetPages());
  app.onError(thrownAnswer(deps));
  app.notFound(notFoundAnswer(deps));

  app.use('/dossiers/*', refuseOtherSites(deps));
  app.use('/mes-dossiers/*', refuseOtherSites(deps));
  app.use('/sites/*', refuseOtherSites(deps));

  app.get('/', (c) => c.html(homePage({ ...deps, tools: TOOLS })));
  app.route('/dossiers', searchPages(deps));
  app.route('/dossiers', landSupportPages(deps));
  app.route('/dossiers', vehiclePages(deps));
  app.route('/dossiers', guaranteePages(deps));
  app.route('/dossiers', siteComparisonPages(deps));
  app.route('/dossiers', brownfieldChanges(deps));
  app.route('/dossiers', brownfieldForms(deps));
  app.route('/dossiers', brownfieldPages(deps));
  app.route('/dossiers', dossierPages(deps));
  app.route('/mes-dossiers', keptPages(deps));
  app.route('/sites', siteCostPages(deps));
  app.route('/sites', siteImportPages(deps));
  app.route('/sites', sitePages(deps));
  app.route('/outils', toolPages(deps));
  app.route('/methode', methodPages(deps));
  app.route('/api', apiRoutes(deps));
  app.get('/assets/:hash/:name', assetFile(deps));
  return app;
}

/** A file of the pages. Its address changes with its content: browsers may keep it for ever. */
function assetFile({ assets }: WebDependencies) {
  return (c: Context): Response | Promise<Response> => {
    const asset = assets.find(c.req.param('hash') ?? '', c.req.param('name') ?? '');
    if (asset === undefined) return c.notFound();
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('ETag', asset.etag);
    if (c.req.header('If-None-Match') === asset.etag) return c.body(null, 304);
    c.header('Content-Type', asset.type);
    return c.body(asset.content);
  };
}
