import { describe, expect, test } from 'vitest';
import { TasksBusy } from '../../src/tasks/run-task.ts';
import { formOf, makeTestApp, SCENARIO } from '../support/web-app.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

describe('headers', () => {
  test('every answer, refusals included, has the policy and tells its address to no other site', async () => {
    const { app } = await makeTestApp();
    for (const address of ['/', `/dossiers/${SCENARIO}`, '/rien', '/api/v1/scenarios']) {
      const response = await app.request(address);
      expect(response.headers.get('Content-Security-Policy')).toBe(POLICY);
      expect(response.headers.get('Referrer-Policy')).toBe('same-origin');
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(response.headers.get('X-Frame-Options')).toBe('DENY');
    }
  });

  test('pages load nothing from elsewhere and hold no inline script or style', async () => {
    const { app } = await makeTestApp();
    for (const address of ['/', `/dossiers/${SCENARIO}`]) {
      const html = await (await app.request(address)).text();
      const loaded = [...html.matchAll(/<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]*)"/g)].map(
        ([, url = '']) => url,
      );
      expect(loaded.length).toBe(5);
      expect(loaded.filter((url) => !url.startsWith('/assets/'))).toEqual([]);
      expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle="/);
    }
  });

  test('files are kept for ever, and answered once', async () => {
    const { app } = await makeTestApp();
    const html = await (await app.request('/')).text();
    const [, url = ''] = /href="([^"]*levier\.css)"/.exec(html) ?? [];
    const first = await app.request(url);
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(first.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    const again = await app.request(url, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
    expect(again.status).toBe(304);
    expect((await app.request('/assets/000000000000/levier.css')).status).toBe(404);
    expect((await app.request('/assets/..%2f..%2fpackage.json/levier.css')).status).toBe(404);
  });

  test('a large page is compressed for those who can read it', async () => {
    const { app } = await makeTestApp();
    const response = await app.request(`/dossiers/${SCENARIO}`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(response.headers.get('Content-Encoding')).toBe('gzip');
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(150_000);
  });
});

describe('failures', () => {
  test('a form too large is a page in French', async () => {
    const { app } = await makeTestApp();
    const body = new URLSearchParams({ 'site.price': '1'.repeat(300_000) });
    const response = await app.request(`/dossiers/${SCENARIO}`, { method: 'POST', body });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('Envoi trop gros');
  });

  test('what is no form is refused, and is nobody’s defect', async () => {
    const { app, log } = await makeTestApp();
    const headers = { 'Content-Type': 'multipart/form-data' };
    const response = await app.request(`/dossiers/${SCENARIO}`, { method: 'POST', body: 'abc', headers });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Formulaire illisible');
    expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test('a defect is a page without its details, logged once with them', async () => {
    const { app, log } = await makeTestApp({
      run: async () => {
        throw new Error('secret detail');
      },
    });
    const response = await app.request(`/dossiers/${SCENARIO}`);
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(html).toContain('Erreur de Levier');
    expect(html).not.toContain('secret detail');
    expect(log.filter(({ msg }) => msg === 'request failed')).toHaveLength(1);
  });

  test('too busy is said so, with when to come back; in the page that asked for a part of itself too', async () => {
    const { app } = await makeTestApp({
      run: async () => {
        throw new TasksBusy('queue full');
      },
    });
    const whole = await app.request(`/dossiers/${SCENARIO}`);
    expect(whole.status).toBe(503);
    expect(whole.headers.get('Retry-After')).toBe('5');
    expect(await whole.text()).toContain('Levier est très occupé');
    const part = await app.request(`/dossiers/${SCENARIO}/explication?figure=x`, {
      headers: { 'HX-Request': 'true', 'HX-Request-Type': 'partial' },
    });
    expect(part.headers.get('HX-Retarget')).toBe('#message');
    expect(await part.text()).not.toContain('<html');
  });

  test('saved inputs that no longer hold are a page that says why', async () => {
    const { app, store } = await makeTestApp();
    await store
      .insertInto('saved_inputs')
      .values({
        key: 'old',
        json: '{"schemaVersion":0}',
        content_hash: 'h',
        parent: '',
        created_at: '2026-01-01',
      })
      .execute();
    const response = await app.request('/dossiers/old');
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('champ manquant');
  });
});

describe('the log', () => {
  test('has one line a request, which tells neither keys nor what was typed', async () => {
    const { app, log } = await makeTestApp();
    const form = formOf(await (await app.request(`/dossiers/${SCENARIO}?voie=bank-loan`)).text());
    form.set('site.price', '1 234 567');
    const saved = await app.request(`/dossiers/${SCENARIO}`, { method: 'POST', body: form });
    const address = saved.headers.get('Location') ?? '';
    await app.request(`${address}/explication?figure=site.price`);
    expect(log.map(({ method, route, status }) => ({ method, route, status }))).toEqual([
      { method: 'GET', route: '/dossiers/:key', status: 200 },
      { method: 'POST', route: '/dossiers/:key', status: 303 },
      { method: 'GET', route: '/dossiers/:key/explication', status: 200 },
    ]);
    expect(JSON.stringify(log)).not.toContain(address.replace('/dossiers/', ''));
    expect(JSON.stringify(log)).not.toMatch(/1234567|site\.price/);
  });
});
