import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../../src/sites/import/file-refused.ts';
import { emptyInventory, importText } from '../../support/inventory.ts';

/** Files as spreadsheets and maps write them, and files that should not be read. */

const ROWS = [
  ['site_id', 'site_nom', 'comm_nom', 'comm_insee', 'lon', 'lat'],
  ['s1', 'Forge de l’été', 'Saint-Étienne', '42218', '4.39', '45.44'],
  ['s2', 'Îlot "Cœur"', 'Roanne', '42187', '4.07', '46.03'],
] as const;
const written = (separator: string, end: string) =>
  ROWS.map((row) =>
    row.map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator),
  ).join(end) + end;

const NAMES = ['Forge de l’été', 'Îlot "Cœur"'];

describe('a table', () => {
  test.each([
    ['semicolons', ';', '\n'],
    ['commas', ',', '\n'],
    ['tabulations', '\t', '\n'],
    ['ends of line of Windows', ';', '\r\n'],
    ['ends of line of old Macintosh', ';', '\r'],
  ])('with %s', async (_, separator, end) => {
    for (const pieceSize of [1, 7, 4096]) {
      const read = await importText(written(separator, end), { pieceSize });
      expect(read.sites.map(({ name }) => name)).toEqual(NAMES);
      expect(read.counts).toMatchObject({ accepted: 2, rejected: 0 });
    }
  });

  test('in UTF-8 with a mark, in UTF-16 and in Windows-1252', async () => {
    const marked = new TextEncoder().encode(`\ufeff${written(';', '\n')}`);
    expect((await importText(marked)).sites.map(({ name }) => name)).toEqual(NAMES);
    const wide = Buffer.from(`\ufeff${written('\t', '\r\n')}`, 'utf16le');
    expect((await importText(new Uint8Array(wide))).sites.map(({ name }) => name)).toEqual(NAMES);
    const latin = Buffer.from(written(';', '\n').replaceAll('’', '\x92').replaceAll('œ', '\x9c'), 'latin1');
    const read = await importText(new Uint8Array(latin), { pieceSize: 3 });
    expect(read.sites.map(({ name }) => name)).toEqual(NAMES);
    expect(read.notes[0]?.problem).toContain('ISO-8859-1');
  });

  test('with other headers, unknown, empty and repeated columns: all are kept', async () => {
    const read = await importText(
      'site_id,FRICHE,COMMUNE,Code INSEE,proprio_type(catpro3),note,note,,__proto__\ns1,Forge,Saint-Étienne,42218,P5a,a,b,c,d\n',
    );
    expect(read.sites[0]).toMatchObject({ name: 'Forge', insee: '42218', owner_kind: 'local-authority' });
    expect(read.sites[0]?.columns).toBe(
      '{"site_id":"s1","FRICHE":"Forge","COMMUNE":"Saint-Étienne","Code INSEE":"42218","proprio_type(catpro3)":"P5a","note":"a","note (2)":"b","colonne 8":"c","__proto__":"d"}',
    );
    expect(read.notes.some(({ problem }) => problem.includes('« note »'))).toBe(true);
  });

  test('with empty lines and ragged ones: numbers are those of the records', async () => {
    const read = await importText('site_id;comm_insee;site_nom\n\ns1;42218\n;;\ns3;42218;A;trop\n;42218;B\n');
    expect(read.sites.map(({ site_id }) => site_id)).toEqual(['s1', 's3']);
    expect(read.rejected.map(({ row }) => row)).toEqual([4]);
    expect(read.notes.map(({ problem }) => problem).filter((text) => /^\d/.test(text))).toEqual([
      expect.stringContaining('moins de cellules'),
      expect.stringContaining('plus de cellules'),
      '1 ligne vide ignorée',
    ]);
  });

  test('with NUL bytes and HTML: kept as text', async () => {
    const read = await importText('site_id;site_nom;comm_insee\ns1;A\0B <script>alert(1)</script>;42218\n');
    expect(read.sites[0]?.name).toBe('A B <script>alert(1)</script>');
    expect(read.notes.some(({ problem }) => problem.includes('octets nuls'))).toBe(true);
  });

  test('of ten thousand columns', async () => {
    const headers = Array.from({ length: 10_000 }, (_, index) => `colonne_${index}`).join(';');
    const cells = Array.from({ length: 10_000 }, (_, index) => String(index)).join(';');
    const read = await importText(`site_id;comm_insee;${headers}\ns1;42218;${cells}\n`);
    expect(Object.keys(JSON.parse(read.sites[0]?.columns as string))).toHaveLength(10_002);
    expect(read.notes.length).toBeLessThan(20);
  });
});

test('a header repeated ten thousand times is kept each time', async () => {
  const read = await importText(
    `site_id;comm_insee${';note'.repeat(10_000)}\ns1;42218${';x'.repeat(10_000)}\n`,
  );
  expect(Object.keys(JSON.parse(read.sites[0]?.columns as string)).at(-1)).toBe('note (10000)');
});

const feature = (properties: object, geometry: unknown) => ({ type: 'Feature', properties, geometry });
const collection = (...features: object[]) =>
  JSON.stringify({ type: 'FeatureCollection', name: '[{"', features });
const square = (x: number, y: number, side: number) => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

describe('a GeoJSON', () => {
  test('with what is no object among its features: each is rejected, none is lost', async () => {
    const good = JSON.stringify(feature({ site_id: 's1', comm_insee: '42218' }, null));
    const text = `{"type":"FeatureCollection","features":[ 12.5 ,null,"a,]{",\n${good}, [1,{"a":2}],true\n]}`;
    for (const pieceSize of [1, 13, 1 << 16]) {
      const read = await importText(text, { pieceSize });
      expect(read.counts).toMatchObject({ accepted: 1, rejected: 5 });
      expect(read.rejected.map(({ row }) => row)).toEqual([1, 2, 3, 5, 6]);
    }
    await expect(importText('{"features":[nul]}')).rejects.toThrow('n° 1');
  });

  test('of points, polygons, multipolygons and nothing', async () => {
    const text = collection(
      feature(
        { site_id: 's1', comm_insee: '42218', autre: { a: [1] } },
        { type: 'Point', coordinates: [4.39, 45.44] },
      ),
      feature(
        { site_id: 's2', comm_insee: '42218' },
        { type: 'Polygon', coordinates: [square(4.38, 45.43, 0.02)] },
      ),
      feature(
        { site_id: 's3', comm_insee: '42218' },
        { type: 'MultiPolygon', coordinates: [[square(4.1, 45.1, 0.001)], [square(4.38, 45.43, 0.02)]] },
      ),
      feature({ site_id: 's4', comm_insee: 3013 }, null),
      feature(
        { site_id: 's5' },
        {
          type: 'LineString',
          coordinates: [
            [4, 45],
            [5, 45],
          ],
        },
      ),
    );
    for (const pieceSize of [1, 13, 1 << 16]) {
      const read = await importText(text, { pieceSize });
      expect(read.sites.map(({ longitude, latitude }) => [longitude, latitude])).toEqual([
        [4.39, 45.44],
        [4.39, 45.44],
        [4.39, 45.44],
        [null, null],
      ]);
      expect(read.sites[3]?.insee).toBe('03013');
      expect(JSON.parse(read.sites[1]?.outline as string)).toEqual({
        type: 'Polygon',
        coordinates: [square(4.38, 45.43, 0.02)].map((ring) =>
          ring.map((point) => point.map((x) => Math.round(x * 1e6) / 1e6)),
        ),
      });
      expect(JSON.parse(read.sites[0]?.columns as string)).toMatchObject({ autre: '{"a":[1]}' });
      expect(read.rejected.map(({ siteId }) => siteId)).toEqual(['s5']);
    }
  });

  test('an outline too fine is simplified, and said so; a million points take one pass', async () => {
    const ring = (count: number) =>
      Array.from({ length: count + 1 }, (_, at) => {
        const angle = (2 * Math.PI * (at % count)) / count;
        return [4.39 + 0.01 * Math.cos(angle), 45.44 + 0.01 * Math.sin(angle)];
      });
    const read = await importText(
      collection(
        feature({ site_id: 's1', comm_insee: '42218' }, { type: 'Polygon', coordinates: [ring(30_000)] }),
      ),
    );
    const outline = JSON.parse(read.sites[0]?.outline as string);
    expect(outline.coordinates[0].length).toBeLessThanOrEqual(2000);
    expect(outline.coordinates[0].length).toBeGreaterThan(200);
    expect(outline.coordinates[0][0]).toEqual(outline.coordinates[0].at(-1));
    expect(read.sites[0]?.longitude).toBeCloseTo(4.39, 5);
    expect(read.warned[0]?.problems.map(({ problem }) => problem)).toContain(
      'périmètre très détaillé : simplifié pour la carte',
    );
  });

  test('a perimeter in well-known text is read, latitude first too', async () => {
    const wkt = 'POLYGON((45.43 4.38, 45.43 4.40, 45.45 4.40, 45.45 4.38, 45.43 4.38))';
    const read = await importText(`site_id;comm_insee;geomsurf\ns1;42218;"${wkt}"\n`);
    expect(read.sites[0]).toMatchObject({ longitude: 4.39, latitude: 45.44 });
    expect(JSON.parse(read.sites[0]?.outline as string).coordinates[0][0]).toEqual([4.38, 45.43]);
  });
});

describe('a whole file is refused', () => {
  test.each([
    ['empty', '', 'le fichier est vide'],
    ['blank', ' \n\n', 'le fichier est vide'],
    ['headers alone', 'site_id;comm_insee\n', 'n’a que des en-têtes'],
    ['no identifier', 'nom;commune\na;b\n', 'aucune colonne site_id'],
    ['a million empty lines', `site_id;comm_insee${'\n'.repeat(1_000_100)}`, 'n’a que des en-têtes'],
    ['quotation marks alone', '"'.repeat(3_000_000), 'site_id'],
    ['a page', '<!doctype html><html></html>', 'aucune colonne site_id'],
    ['a quotation mark never closed', 'site_id;comm_insee\ns1;"42218\ns2;42218\n', 'guillemet'],
    ['JSON that is no collection', '{"type":"Feature"}', 'il lui manque « features »'],
    ['a torn GeoJSON', '{"features":[{"properties":{"site_id":"a"', 'coupé'],
    ['a feature that is no JSON', '{"features":[{"properties":{site_id:1}}]}', 'l’objet n° 1'],
    ['features without identifier', '{"features":[{"properties":{"a":1}}]}', 'site_id'],
    ['no feature', '{"features":[]}', 'aucun objet'],
    ['a bracket too many', '{"features":[]}]', 'crochet de trop'],
    ['depth without end', `{"features":[{"properties":{"a":${'['.repeat(100_000)}`, '40 niveaux'],
  ])('%s', async (_, text, expected) => {
    const sqlite = await emptyInventory();
    const refusal = await importText(text, { sqlite }).catch((error) => error);
    expect(refusal).toBeInstanceOf(FileRefused);
    expect(refusal.message).toContain(expected);
    expect(sqlite.prepare('SELECT count(*) AS n FROM inventory_imports').get()).toEqual({ n: 0 });
  });
});

describe('the same file twice', () => {
  const dump = (sqlite: Awaited<ReturnType<typeof emptyInventory>>) =>
    JSON.stringify([
      sqlite.prepare('SELECT * FROM inventory_sites ORDER BY id').all(),
      sqlite.prepare('SELECT * FROM inventory_territories ORDER BY kind, code').all(),
    ]);

  test('changes nothing; a changed row changes its site alone', async () => {
    const sqlite = await emptyInventory();
    const text = written(';', '\n');
    await importText(text, { sqlite });
    const before = dump(sqlite);
    const again = await importText(text, { sqlite });
    expect(again.counts).toMatchObject({ accepted: 2, added: 0, updated: 0 });
    expect(dump(sqlite)).toBe(before);
    // Columns in another order say the same.
    const swapped = ROWS.map((row) => [...row].reverse().join('\t')).join('\n');
    expect((await importText(swapped, { sqlite })).counts).toMatchObject({
      updated: 0,
    });
    const changed = await importText(text.replace('Roanne', 'Roanne la Neuve'), { sqlite });
    expect(changed.counts).toMatchObject({ added: 0, updated: 1 });
    expect(changed.sites.map((site) => site.import)).toEqual([1, 4]);
  });

  test('an identifier twice in one file: the last row stands, and it is said', async () => {
    const read = await importText('site_id;site_nom;comm_insee\ns1;A;42218\ns2;B;42218\ns1;C;42218\n');
    expect(read.sites.map(({ site_id, name }) => [site_id, name])).toEqual([
      ['s2', 'B'],
      ['s1', 'C'],
    ]);
    expect(read.counts).toMatchObject({ accepted: 3, added: 2 });
    expect(read.warned.at(-1)?.problems.at(-1)?.problem).toContain('déjà lu ligne 1');
    const first: { id: string; name: string }[] = JSON.parse(String(read.counts.first_sites));
    expect(first.map(({ id, name }) => [id, name])).toEqual([
      ['s1', 'C'],
      ['s2', 'B'],
    ]);
  });

  test('words and territories follow the sites', async () => {
    const sqlite = await emptyInventory();
    await importText(written(';', '\n'), { sqlite });
    const found = (word: string) =>
      sqlite
        .prepare(
          'SELECT site_id FROM inventory_words JOIN inventory_sites ON id = inventory_words.rowid WHERE inventory_words MATCH ?',
        )
        .all(word);
    expect(found('forge')).toEqual([{ site_id: 's1' }]);
    await importText(written(';', '\n').replace('Forge', 'Halle'), { sqlite });
    expect(found('forge')).toEqual([]);
    expect(found('hal*')).toEqual([{ site_id: 's1' }]);
    sqlite.exec('VACUUM');
    expect(found('roanne')).toEqual([{ site_id: 's2' }]);
    expect(
      sqlite.prepare("SELECT code, name, sites FROM inventory_territories WHERE kind = 'department'").all(),
    ).toEqual([{ code: '42', name: 'Loire', sites: 2 }]);
  });
});
