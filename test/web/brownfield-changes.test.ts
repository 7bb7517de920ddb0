import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { findInputs } from '../../src/store/saved-inputs.ts';
import { postForm } from '../support/kept.ts';
import { makeTestApp, type TestApp, unescapeHtml } from '../support/web-app.ts';

const CASE = 'friche-comparee';

let web: TestApp;
beforeAll(async () => {
  const text = readFileSync(new URL(`../../scenarios/${CASE}.json`, import.meta.url), 'utf8');
  const scenario = readScenario(`${CASE}.json`, text);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  web = await makeTestApp({ scenarios: [scenario.value] });
});

async function page(address: string): Promise<string> {
  const response = await web.app.request(address);
  expect(response.status).toBe(200);
  return unescapeHtml(await response.text());
}

/** The dossier that an answer leads to. */
async function dossierAt(response: Response) {
  expect(response.status).toBe(303);
  const address = response.headers.get('Location') ?? '';
  const key = /\/dossiers\/([0-9a-z-]+)/.exec(address)?.[1] ?? '';
  const saved = await findInputs(web.store, key);
  if (saved === undefined) throw new Error(`nothing saved at ${address}`);
  return { address, key, dossier: JSON.parse(saved.json) };
}

describe('a brownfield described by hand', () => {
  test('is asked four facts, and what is wrong is said with what was typed', async () => {
    expect(await page(`/dossiers/${CASE}/nouvelle-friche`)).toContain('Décrire une friche');
    const refused = await postForm(web, `/dossiers/${CASE}/nouvelle-friche`, {
      name: 'Tannerie <b>du pont</b>',
      commune: '',
      department: '999',
      landAreaM2: '0',
    });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('Tannerie &lt;b&gt;du pont&lt;/b&gt;');
    expect(html).toContain('champ vide');
    expect(html).toContain('département inconnu');
    expect(html).toContain('supérieure à zéro');
  });

  test('is added with its reasons, then completed in its own form', async () => {
    const added = await dossierAt(
      await postForm(web, `/dossiers/${CASE}/nouvelle-friche`, {
        name: 'Tannerie du Pont',
        commune: 'Valbreuil',
        department: '88',
        landAreaM2: '6 200',
      }),
    );
    expect(added.address).toBe(`/dossiers/${added.key}/friches/tannerie-du-pont/saisie`);
    const [last] = added.dossier.brownfields.slice(-1);
    expect(last).toMatchObject({ id: 'tannerie-du-pont', landAreaM2: '6200', department: '88' });
    const paths = added.dossier.hypotheses.map(({ path }: { path: string }) => path);
    expect(paths).toContain('brownfields[4].landAreaM2');

    const form = await page(added.address);
    expect(form).toContain('Pollution du sol');
    const field = (name: string) => `brownfields[4].${name}`;
    const changed = await dossierAt(
      await postForm(web, added.address, {
        [field('groundPollution')]: 'known',
        [field('builtAreaM2')]: '1 850',
      }),
    );
    const [completed] = changed.dossier.brownfields.slice(-1);
    expect(completed).toMatchObject({ groundPollution: 'known', builtAreaM2: '1850' });
  });

  test('refuses in its form what contradicts itself, beside the field, and keeps what was typed', async () => {
    const refused = await postForm(web, `/dossiers/${CASE}/friches/filature/saisie`, {
      'brownfields[0].keptBuiltAreaM2': '99 000',
    });
    expect(refused.status).toBe(422);
    const html = unescapeHtml(await refused.text());
    expect(html).toContain('on ne garde pas plus que ce qui existe');
    expect(html).toContain('99 000');
  });
});

describe('a brownfield of the dossier', () => {
  test('is retained: site, works and calendar are its own, the enterprise stays', async () => {
    const { address, key, dossier } = await dossierAt(
      await postForm(web, `/dossiers/${CASE}/friches/plateforme/retenir`, {}),
    );
    expect(address).toBe(`/dossiers/${key}`);
    expect(dossier.site).toMatchObject({ chosenBrownfield: 'plateforme', price: '980000.00' });
    expect(dossier.operator.name).toBe('Ateliers des Trois-Rivières');
    expect(await page(address)).toContain('Plateforme logistique du Grand-Pré');
  });

  test('is taken out with its notes; the site that came from it stays', async () => {
    const { dossier } = await dossierAt(
      await postForm(web, `/dossiers/${CASE}/friches/filature/retirer`, {}),
    );
    expect(dossier.brownfields.map(({ id }: { id: string }) => id)).toEqual([
      'fonderie',
      'plateforme',
      'halle',
    ]);
    expect(dossier.site.chosenBrownfield).toBeNull();
    expect(dossier.site.name).toBe('Ancienne filature du Breuil');
    const notes = [...dossier.facts, ...dossier.hypotheses].map(({ path }: { path: string }) => path);
    expect(notes.some((path: string) => path.startsWith('brownfields[3]'))).toBe(false);
  });

  test('that is not there is said not to be', async () => {
    for (const action of ['retenir', 'retirer']) {
      const response = await postForm(web, `/dossiers/${CASE}/friches/nulle-part/${action}`, {});
      expect(response.status).toBe(404);
    }
    expect((await web.app.request(`/dossiers/${CASE}/friches/nulle-part/saisie`)).status).toBe(404);
    expect((await web.app.request('/dossiers/inconnu/nouvelle-friche')).status).toBe(404);
  });
});

test('what the enterprise asks of a site has its own form', async () => {
  expect(await page(`/dossiers/${CASE}/besoin`)).toContain('Surface utile cherchée');
  const { dossier } = await dossierAt(
    await postForm(web, `/dossiers/${CASE}/besoin`, { 'siteNeed.floorAreaM2': '2 800' }),
  );
  expect(dossier.siteNeed.floorAreaM2).toBe('2800');
});

test('the support of an authority is asked on a brownfield that was not retained, and says so', async () => {
  const html = await page(`/dossiers/${CASE}/soutien?friche=plateforme&voie=bank-loan`);
  expect(html.replaceAll(/[\s\u00a0\u202f]+/g, ' ')).toContain(
    'Sur la friche « Plateforme logistique du Grand-Pré »',
  );
  expect(html).toContain('name="friche" value="plateforme"');
  expect((await web.app.request(`/dossiers/${CASE}/soutien?friche=nulle-part`)).status).toBe(404);
});
