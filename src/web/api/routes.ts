import { Hono } from 'hono';
import type { WebDependencies } from '../dependencies.ts';
import { otherMethods, thrownAnswer, unknownAddress } from './answers.ts';
import {
  listScenarios,
  ofDossier,
  ofEnvelope,
  oneScenario,
  openApi,
  readablePage,
  readLaw,
  toolAnswer,
  workbook,
} from './calls.ts';
import { importSites } from './site-imports.ts';
import { listSites, oneSite } from './sites.ts';

/** The JSON API, mounted at `/api`. What each call takes and answers is described in catalogue.ts. */
export function apiRoutes(deps: WebDependencies): Hono {
  const api = new Hono();
  api.onError(thrownAnswer(deps));

  api.get('/', readablePage(deps));
  api.get('/openapi.json', openApi());

  api.get('/v1/scenarios', listScenarios(deps));
  api.get('/v1/scenarios/:id', oneScenario(deps));

  api.get('/v1/law', readLaw());

  api.get('/v1/sites', listSites(deps));
  api.get('/v1/sites/:siteId', oneSite(deps));

  api.post('/v1/resolutions', ofDossier(deps, 'resolution'));
  api.post('/v1/comparisons', ofDossier(deps, 'comparison'));
  api.post('/v1/figures', ofEnvelope(deps, 'figures'));
  api.post('/v1/explanations', ofEnvelope(deps, 'apiExplanation'));
  api.post('/v1/land-support', ofEnvelope(deps, 'landSupportAnswer'));
  api.post('/v1/workbooks', workbook(deps));

  api.post('/v1/sites/imports', importSites(deps));

  api.post('/v1/tools/:tool', toolAnswer(deps));

  for (const [path, methods] of methodsByPath(api)) api.all(path, otherMethods(methods));
  api.all('*', unknownAddress);
  return api;
}

/** Every address served, with its methods. */
export function methodsByPath(api: Hono): Map<string, string[]> {
  const served = new Map<string, string[]>();
  for (const { path, method } of api.routes) {
    if (method === 'ALL') continue;
    served.set(path, [...(served.get(path) ?? []), method]);
  }
  return served;
}
