import { beforeEach, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { keep, postForm } from '../support/kept.ts';
import {
  formOf,
  makeTestApp,
  plainSpaces,
  SCENARIO,
  type TestApp,
  unescapeHtml,
  wholeScenarioText,
} from '../support/web-app.ts';

let web: TestApp;
beforeEach(async () => {
  const dossier = JSON.parse(wholeScenarioText());
  dossier.lawDate = '2024-12-31';
  for (const path of dossier.paths)
    for (const instrument of path.ticket?.instruments ?? [])
      if (instrument.kind === 'associate-account') instrument.cappedDeduction = true;
  const old = readScenario(`${SCENARIO}.json`, JSON.stringify(dossier));
  if (!old.ok) throw new Error(JSON.stringify(old.problems));
  web = await makeTestApp({ scenarios: [old.value] });
});

async function page(address: string): Promise<string> {
  const response = await web.app.request(address);
  expect(response.status).toBe(200);
  return plainSpaces(unescapeHtml(await response.text()));
}

const noteIn = (html: string) => /<section class="law-note".*?<\/section>/s.exec(html)?.[0];

describe('a dossier of an older law', () => {
  test.each([
    ['comparison', `/dossiers/${SCENARIO}`],
    ['page of the SCI', `/dossiers/${SCENARIO}?voie=sci`],
  ])('%s says what has changed since, and leads to each figure', async (_, address) => {
    const note = noteIn(await page(address)) ?? '';
    expect(note).toContain('Ce dossier applique le droit au 31/12/2024');
    expect(note).toContain('5,75 % → 4,55 % depuis le 31/12/2025');
    expect(note).toContain('href="/methode#loi-associate-account-deductible-rate"');
    expect(note).toContain('Recalculer au droit d’aujourd’hui');
  });

  test('a path that uses no figure that moved says so', async () => {
    const note = noteIn(await page(`/dossiers/${SCENARIO}?voie=bank-loan`)) ?? '';
    expect(note).toContain('Aucun des chiffres de droit qu’il utilise n’a changé de valeur au 22/11/2026');
  });

  test('computing under the law of today opens a copy; the former is as it was', async () => {
    const before = await page(`/dossiers/${SCENARIO}?voie=sci`);
    const response = await postForm(web, `/dossiers/${SCENARIO}/droit?voie=sci`, {});
    expect(response.status).toBe(303);
    const address = response.headers.get('Location') ?? '';
    expect(address).toMatch(/^\/dossiers\/[0-9a-z]{16}\?voie=sci$/);
    const copy = await page(address);
    expect(copy).toContain('Droit appliqué au 22 novembre 2026');
    expect(noteIn(copy)).toBeUndefined();
    expect(await page(`/dossiers/${SCENARIO}?voie=sci`)).toBe(before);
  });

  test('of a kept version, the copy is the next working state of the same dossier', async () => {
    const sheet = await keep(web, SCENARIO);
    const key = `${sheet.replace('/mes-dossiers/', '')}-1`;
    expect(noteIn(await page(`/dossiers/${key}`))).toContain('31/12/2024');
    const response = await postForm(web, `/dossiers/${key}/droit`, {});
    const copy = await page(response.headers.get('Location') ?? '');
    expect(copy).toContain(`href="${sheet}"`);
    expect(copy).toContain('Droit appliqué au 22 novembre 2026');
    expect(noteIn(await page(`/dossiers/${key}`))).toContain('31/12/2024');
  });

  test('an address read without its form leads to the dossier; an unknown dossier is unknown', async () => {
    const read = await web.app.request(`/dossiers/${SCENARIO}/droit`);
    expect([read.status, read.headers.get('Location')]).toEqual([303, `/dossiers/${SCENARIO}`]);
    expect((await postForm(web, '/dossiers/inconnu/droit', {})).status).toBe(404);
  });

  test('changing another field keeps the date of law', async () => {
    const form = formOf(await (await web.app.request(`/dossiers/${SCENARIO}`)).text());
    form.set('site.price', '1 500 000');
    const changed = await web.app.request(`/dossiers/${SCENARIO}`, { method: 'POST', body: form });
    expect(noteIn(await page(changed.headers.get('Location') ?? ''))).toContain('31/12/2024');
  });
});

test('a dossier of today says nothing of the kind', async () => {
  const { app } = await makeTestApp();
  expect(noteIn(await (await app.request(`/dossiers/${SCENARIO}`)).text())).toBeUndefined();
});
