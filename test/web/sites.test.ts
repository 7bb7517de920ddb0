import { beforeAll, describe, expect, test } from 'vitest';
import { sitesAnswer } from '../../src/web/api/sites-shape.ts';
import { manySites, seededSite, seedSites } from '../support/inventory-seed.ts';
import { makeTestApp, plainSpaces, type TestApp } from '../support/web-app.ts';

let made: TestApp;
const HOSTILE = '<img src=x onerror=alert(1)>';

beforeAll(async () => {
  made = await makeTestApp();
  await seedSites(made.store, [
    ...manySites(120),
    seededSite('42187/7 é', {
      name: `Filature ${HOSTILE}`,
      land_area: 11_268.5,
      built_area: 4200,
      use: 'industry',
      status: 'with-project',
      pollution: 'suspected',
      building_state: 'bad',
      owner_kind: 'epf',
      suitability: 61.6,
      reliability: 40,
      updated_on: '2024-01-16',
      columns: JSON.stringify({
        site_nom: HOSTILE,
        site_url: 'javascript:alert(1)',
        source_url: 'https://example.org/friche?a=1&b=2',
        source_nom: 'Observatoire',
        colonne_libre: '=1+1',
      }),
      outline: JSON.stringify({
        type: 'Polygon',
        coordinates: [
          [
            [4.07, 46.03],
            [4.08, 46.03],
            [4.08, 46.04],
            [4.07, 46.03],
          ],
        ],
      }),
      warnings: JSON.stringify([
        { field: 'comm_insee', value: HOSTILE, problem: 'code à quatre chiffres', remedy: 'lu 42187' },
      ]),
    }),
    seededSite('formula', { name: '=HYPERLINK("http://evil")', longitude: -1.25, latitude: 48 }),
  ]);
});

const get = (path: string, headers: Record<string, string> = {}) => made.app.request(path, { headers });
async function page(path: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await get(path, headers);
  expect(answer.status).toBe(200);
  return plainSpaces(await answer.text());
}
const SITE = `/sites/${encodeURIComponent('42187/7 é')}`;

describe('the list', () => {
  test('says how many there are, fifty a page, and leads to the next one', async () => {
    const html = await page('/sites');
    expect(html).toContain('122 friches');
    expect(html.match(/<tr role="row"><th role="rowheader"/g)?.length).toBe(50);
    expect(html).toContain('Page 1 sur 3');
    expect(html).toContain('href="/sites?page=2" rel="next"');
    const last = await page('/sites?page=3');
    expect(last.match(/<tr role="row"><th role="rowheader"/g)?.length).toBe(22);
  });

  test('shows a name as text', async () => {
    const html = await page('/sites?q=filature+img');
    expect(html).not.toContain('<img');
    expect(html).toContain('Filature &lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('Une friche');
    expect(html).toContain('11 268,5 m²');
    expect(html).toContain('supposée');
    expect(html).toContain('62 / 100');
  });

  test('gives each active filter as a link that removes it alone', async () => {
    const html = await page(
      '/sites?departement=42&pollution=known&pollution=suspected&surface-min=5000&q=fil',
    );
    expect(html).toContain('Département : Loire');
    expect(html).toContain('Terrain d’au moins 5 000 m²');
    const chips = [...html.matchAll(/class="chip" href="([^"]+)"/g)].map(([, href]) => href);
    expect(chips).toEqual([
      '/sites?departement=42&amp;surface-min=5000&amp;pollution=suspected&amp;pollution=known',
      '/sites?q=fil&amp;surface-min=5000&amp;pollution=suspected&amp;pollution=known',
      '/sites?q=fil&amp;departement=42&amp;pollution=suspected&amp;pollution=known',
      '/sites?q=fil&amp;departement=42&amp;surface-min=5000&amp;pollution=known',
      '/sites?q=fil&amp;departement=42&amp;surface-min=5000&amp;pollution=suspected',
    ]);
  });

  test('keeps in the form what was asked', async () => {
    const html = await page('/sites?departement=42&zonage=activity&tri=-land-area&surface-min=10');
    expect(html).toMatch(/<option value="42" selected>/);
    expect(html).toMatch(/name="zonage" value="activity" checked/);
    expect(html).toMatch(/<option value="-land-area" selected>/);
    expect(html).toMatch(/name="surface-min"[^>]*value="10"/);
    expect(html).toContain('<details class="filter-more" open>');
  });

  test('an address with empty fields leads to the one without them', async () => {
    const answer = await get('/sites?q=&region=&departement=42&tri=');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sites?departement=42');
  });

  test('a filter that was not understood is said, and the others stand', async () => {
    const html = await page('/sites?surface-min=grand&departement=42');
    expect(html).toContain('Un filtre n’a pas été compris');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('Département : Loire');
  });

  test('nothing found says so', async () => {
    expect(await page('/sites?q=introuvable')).toContain('Aucune friche</strong> ne répond à ces filtres');
  });

  test('htmx is given the results and the places that follow, with their address', async () => {
    const answer = await get('/sites?q=&departement=42', { 'HX-Request': 'true' });
    const html = await answer.text();
    expect(answer.headers.get('HX-Replace-Url')).toBe('/sites?departement=42');
    expect(html).not.toContain('<!doctype');
    expect(html).toContain('id="lieux" class="filter-places" hx-swap-oob="outerMorph"');
    expect(html).toContain('CA Roannais Agglomération');
  });

  test('an empty inventory says what to do', async () => {
    const { app } = await makeTestApp();
    const html = await (await app.request('/sites')).text();
    expect(html).toContain('href="/sites/imports"');
    expect(html).toContain('href="/dossiers/friche-comparee"');
    expect(html).not.toContain('<form');
  });
});

describe('the page of a site', () => {
  test('says what is known, in words', async () => {
    const html = await page(SITE);
    for (const text of [
      '<code>42187/7 é</code>',
      'Roanne (42)',
      'CA Roannais Agglomération',
      'Loire (42)',
      'Auvergne-Rhône-Alpes',
      '46,03660° N, 4,07270° E',
      '4 200 m²',
      'dégradation très importante',
      'établissement public foncier',
      '16 janvier 2024',
      '20/11/2026 à 9 h 00, depuis « essai.csv »',
      'class="site-outline"',
      'class="site-mark"',
    ])
      expect(html).toContain(text);
  });

  test('says what is missing and why it matters, not what is known', async () => {
    const html = await page(SITE);
    const missing = /<section id="manque".*?<\/section>/s.exec(html)?.[0] ?? '';
    expect(missing).toContain('Amiante et plomb');
    expect(missing).toContain('Zonage d’urbanisme');
    expect(missing).not.toContain('Surface du terrain');
  });

  test('keeps hostile texts as texts, and links to http only', async () => {
    const html = await page(SITE);
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/href="javascript:/i);
    expect(html).toContain(
      '<a href="https://example.org/friche?a=1&amp;b=2" rel="noopener noreferrer external">Source</a> (example.org)',
    );
    // Every column of the file is there, also those that nobody knows.
    expect(html).toContain('<code>colonne_libre</code>');
    expect(html).toContain('code à quatre chiffres');
  });

  test('a site that does not exist is a page that says so', async () => {
    const answer = await get('/sites/inconnue');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Friche introuvable');
  });
});

describe('the map', () => {
  test('without script, counts by department lead to lists', async () => {
    const html = await page('/sites/carte?pollution=suspected');
    expect(html).toContain('href="/sites?departement=42&amp;pollution=suspected">Loire (42)</a>');
    expect(html).toContain('Fond sans tuiles');
    expect(html).toContain('data-points="/sites/points.geojson?pollution=suspected"');
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
    expect(html).not.toMatch(/ style="/);
  });

  test('has the outlines and the library from this server', async () => {
    const html = await page('/sites/carte');
    const files = [...html.matchAll(/(?:src|href|data-outlines)="(\/assets\/[^"]+)"/g)].map(
      ([, url]) => url ?? '',
    );
    expect(files.filter((url) => /leaflet|inventory-map|departments/.test(url)).length).toBe(4);
    for (const url of files) expect((await get(url)).status).toBe(200);
  });

  test('is given points as GeoJSON, once', async () => {
    const answer = await get('/sites/points.geojson?q=filature+img');
    expect(answer.headers.get('content-type')).toContain('application/geo+json');
    expect(await answer.json()).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: '42187/7 é',
          geometry: { type: 'Point', coordinates: [4.0727, 46.0366] },
          properties: { name: `Filature ${HOSTILE}`, commune: 'Roanne', status: 'with-project' },
        },
      ],
    });
    const etag = answer.headers.get('etag') ?? '';
    const again = await get('/sites/points.geojson?q=filature+img', { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    const other = await get('/sites/points.geojson?q=usine', { 'If-None-Match': etag });
    expect(other.status).toBe(200);
    expect((await (await get('/sites/points.geojson')).json()).features.length).toBe(122);
  });
});

test('the export opens in a French spreadsheet, without a formula', async () => {
  const answer = await get('/sites/inventaire.csv?departement=42');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  expect(lines[0]).toMatch(/^Identifiant;Friche;Commune;Code INSEE;/);
  expect(lines).toContain(
    '42187/7 é;Filature <img src=x onerror=alert(1)>;Roanne;42187;200035731;42;84;4,0727;46,0366;11268,5;4200;friche avec projet;industrielle;supposée;dégradation très importante;inconnu;inconnue;établissement public foncier;61,6;40',
  );
  expect(lines.find((line) => line.startsWith('formula;'))).toContain(
    `formula;"'=HYPERLINK(""http://evil"")";Roanne;42187;200035731;42;84;-1,25;48;`,
  );
});

describe('the API', () => {
  test('gives a page of sites, areas as decimal texts', async () => {
    const answer = await get('/api/v1/sites?q=filature+img');
    expect(answer.status).toBe(200);
    const body = await answer.json();
    expect(sitesAnswer.parse(body)).toEqual({
      total: 1,
      page: 1,
      pageSize: 50,
      sites: [
        {
          siteId: '42187/7 é',
          name: `Filature ${HOSTILE}`,
          commune: 'Roanne',
          insee: '42187',
          epci: '200035731',
          department: '42',
          region: '84',
          longitude: 4.0727,
          latitude: 46.0366,
          landAreaM2: '11268.5',
          builtAreaM2: '4200',
          status: 'with-project',
          previousUse: 'industry',
          pollution: 'suspected',
          buildingState: 'bad',
          asbestos: 'unknown',
          zoning: 'unknown',
          ownerKind: 'epf',
          suitability: 61.6,
          reliability: 40,
        },
      ],
    });
  });

  test('leads from page to page through every site once', async () => {
    const seen: string[] = [];
    let address: string | undefined = '/api/v1/sites?sort=-suitability';
    for (let pages = 0; address !== undefined && pages < 10; pages++) {
      const body = sitesAnswer.parse(await (await get(address)).json());
      seen.push(...body.sites.map(({ siteId }) => siteId));
      address = body.next;
    }
    expect(seen.length).toBe(122);
    expect(new Set(seen).size).toBe(122);
  });

  test('refuses what it does not know, each parameter named', async () => {
    const answer = await get('/api/v1/sites?landAreaMin=1e3&polution=known&sort=size&page=2.5');
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { errors } = await answer.json();
    expect(errors.map(({ path }: { path: string }) => path)).toEqual([
      'polution',
      'landAreaMin',
      'sort',
      'page',
    ]);
    expect(errors[0].message).toContain('vouliez-vous « pollution » ?');
  });

  test('gives a site with every column of its file', async () => {
    const answer = await get(`/api/v1/sites/${encodeURIComponent('42187/7 é')}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      siteId: '42187/7 é',
      landAreaM2: '11268.5',
      updatedOn: '2024-01-16',
      columns: { colonne_libre: '=1+1' },
      outline: { type: 'Polygon' },
      warnings: [{ field: 'comm_insee' }],
      importedFrom: { fileName: 'essai.csv' },
    });
    expect((await get('/api/v1/sites/inconnue')).status).toBe(404);
  });
});
