import { describe, expect, test } from 'vitest';
import { resolutionAnswer, scenariosAnswer } from '../../src/tasks/api-answers.ts';
import { TasksBusy, TaskTooLong } from '../../src/tasks/run-task.ts';
import { EXAMPLE_DOSSIER } from '../../src/web/api/example-dossier.ts';
import { post, scenarioDossier } from '../support/api-app.ts';
import { makeTestApp } from '../support/web-app.ts';

const { app } = await makeTestApp();

describe('the cases of the study', () => {
  test('are listed with their paths', async () => {
    const response = await app.request('/api/v1/scenarios');
    expect(response.status).toBe(200);
    const [first] = scenariosAnswer.parse(await response.json());
    expect(first).toMatchObject({ id: 'sci-envie-soleil', paths: ['bank-loan'], mainPath: 'bank-loan' });
  });

  test('are given as their file is', async () => {
    const response = await app.request('/api/v1/scenarios/sci-envie-soleil');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(scenarioDossier());
  });

  test('an unknown one is not found, the nearest is proposed', async () => {
    const response = await app.request('/api/v1/scenarios/sci-envie-solei');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      status: 404,
      detail: 'Cas « sci-envie-solei » introuvable : vouliez-vous « sci-envie-soleil » ?',
    });
  });
});

describe('resolutions', () => {
  test('leave nothing optional, and say where each datum comes from', async () => {
    const { status, json, headers } = await post(app, '/api/v1/resolutions', scenarioDossier());
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    const { dossier, origins, warnings } = resolutionAnswer.parse(json);
    expect(origins).toMatchObject({
      'site.price': 'typed',
      'site.disbursements': 'default',
      'project.vatRate': 'law',
      'paths[0].terms.amount': 'solved',
    });
    expect(dossier).toMatchObject({
      site: { price: '1600000.00', disbursements: '1500.00' },
      paths: [{ terms: { amount: '3166006.00', lender: 'bank' } }],
    });
    expect(warnings.map((warning) => warning.path)).toContain('paths[0].sources[2].status');
  });

  test('of a completed dossier are the same dossier', async () => {
    const once = await post(app, '/api/v1/resolutions', EXAMPLE_DOSSIER);
    const twice = await post(app, '/api/v1/resolutions', once.json.dossier);
    expect(twice.status).toBe(200);
    expect(twice.json.dossier).toEqual(once.json.dossier);
  });
});

describe('workbooks', () => {
  test('are .xlsx files named after the dossier and its path', async () => {
    const { status, headers } = await post(app, '/api/v1/workbooks', EXAMPLE_DOSSIER);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(headers.get('content-disposition')).toBe('attachment; filename="atelier-exemple.xlsx"');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('of a path hold a zip', async () => {
    const response = await app.request('/api/v1/workbooks?path=bank-loan', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(EXAMPLE_DOSSIER),
    });
    expect(response.headers.get('content-disposition')).toContain('atelier-exemple-bank-loan.xlsx');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK');
  });

  test('of an impossible path are refused with the reason', async () => {
    const { status, json } = await post(app, '/api/v1/workbooks', { ...EXAMPLE_DOSSIER, site: null });
    expect(status).toBe(422);
    expect(json.errors[0].message).toContain('impossible');
  });
});

describe('methods and addresses', () => {
  test('HEAD answers like GET, without a body', async () => {
    const response = await app.request('/api/v1/scenarios', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test.each([
    ['/api', 'GET, HEAD, OPTIONS'],
    ['/api/v1/scenarios/sci-envie-soleil', 'GET, HEAD, OPTIONS'],
    ['/api/v1/comparisons', 'POST, OPTIONS'],
    ['/api/v1/tools/irr', 'POST, OPTIONS'],
  ])('OPTIONS %s says what is allowed', async (path, allow) => {
    const response = await app.request(path, { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow')]).toEqual([204, allow]);
  });

  test.each([
    ['GET', '/api/v1/comparisons', 'POST, OPTIONS'],
    ['POST', '/api/v1/scenarios', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/api/v1/tools/irr', 'POST, OPTIONS'],
    ['PUT', '/api', 'GET, HEAD, OPTIONS'],
  ])('%s %s is refused', async (method, path, allow) => {
    const response = await app.request(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test.each(['/api/v2/comparisons', '/api/v1', '/api/v1/scenarios/a/b'])(
    '%s does not exist',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  test('a slash too many is redirected', async () => {
    const response = await app.request('/api/v1/scenarios/');
    expect([response.status, response.headers.get('location')]).toEqual([308, '/api/v1/scenarios']);
  });
});

describe('what is thrown', () => {
  const thrower = async (error: Error) => (await makeTestApp({ run: () => Promise.reject(error) })).app;

  test.each([new TasksBusy('full'), new TaskTooLong('late')])('%s: come back later', async (error) => {
    const { status, headers, json } = await post(await thrower(error), '/api/v1/comparisons', {});
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('2');
    expect(json.type).toBe('/api#serveur-occupe');
  });

  test('a defect is told to nobody', async () => {
    const { status, json } = await post(await thrower(new Error('secret detail')), '/api/v1/comparisons', {});
    expect(status).toBe(500);
    expect(JSON.stringify(json)).not.toContain('secret');
  });
});

test('the page to read names every call and gives commands', async () => {
  const response = await app.request('/api');
  expect(response.headers.get('content-type')).toContain('text/html');
  const page = await response.text();
  for (const path of [
    '/api/v1/resolutions',
    '/api/v1/comparisons',
    '/api/v1/tools/loan-schedule',
    '/api/openapi.json',
  ]) {
    expect(page).toContain(path);
  }
  expect(page).toContain('id="donnees-refusees"');
  expect(page).toContain('paths[bank-loan].terms.annualRate');
  expect(page).not.toContain('undefined');
});
