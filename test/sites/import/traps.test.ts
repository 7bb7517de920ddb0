import { describe, expect, test } from 'vitest';
import { importText } from '../../support/inventory.ts';

/** Every trap of real brownfield files, each in a small file of our own. */

const HEADERS = 'site_id;site_nom;comm_nom;comm_insee;geompoint';

/** One site, told by the columns that matter. */
async function oneSite(columns: Record<string, string>) {
  const cells = { site_id: 's1', comm_nom: 'Saint-Étienne', comm_insee: '42218', ...columns };
  const quoted = Object.values(cells).map((text) => `"${text.replaceAll('"', '""')}"`);
  const read = await importText(`${Object.keys(cells).join(';')}\n${quoted.join(';')}\n`);
  return { ...read, site: read.sites[0] ?? {}, problems: read.warned.flatMap(({ problems }) => problems) };
}

const messages = (problems: readonly { field: string; problem: string }[]) =>
  problems.map(({ field, problem }) => `${field}: ${problem}`);

describe('a row is rejected only', () => {
  test('without identifier, or without any place; with all its problems at once', async () => {
    const read = await importText(
      [
        `${HEADERS};bati_nombre`,
        ';Sans identifiant;Saint-Étienne;42218;POINT (4.39 45.44);2',
        's2;Sans lieu;NA;NA;NA;beaucoup',
        ';Ni l’un ni l’autre;;;;',
        's4;Par sa commune;Saint-Étienne;42218;NA;2',
        's5;Par son point;NA;NA;POINT (4.39 45.44);2',
        's6;Par le nom de sa commune;Saint-Étienne;;;2',
      ].join('\n'),
    );
    expect(read.sites.map(({ site_id }) => site_id)).toEqual(['s4', 's5', 's6']);
    expect(read.counts).toMatchObject({ accepted: 3, rejected: 3, added: 3 });
    expect(read.rejected.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(messages(read.rejected[1]?.problems ?? [])).toEqual([
      'geompoint: aucun lieu : ni point, ni périmètre utilisable, ni commune',
      'bati_nombre: nombre illisible',
    ]);
    expect(read.rejected[2]?.problems.map(({ field }) => field)).toEqual(['site_id', 'geompoint']);
  });

  test('never for what a newer version asks: urba_zaer is told once', async () => {
    const without = await importText(`${HEADERS}\ns1;A;Saint-Étienne;42218;POINT (4.39 45.44)\n`);
    expect(without.counts).toMatchObject({ accepted: 1, rejected: 0 });
    expect(without.notes.filter(({ field }) => field === 'urba_zaer')).toHaveLength(1);
    const empty = await importText(
      `${HEADERS};urba_zaer\ns1;A;Saint-Étienne;42218;POINT (4.39 45.44);\ns2;B;Saint-Étienne;42218;POINT (4.39 45.44);\n`,
    );
    expect(empty.warned).toEqual([]);
    expect(empty.notes.filter(({ field }) => field === 'urba_zaer')).toEqual([
      expect.objectContaining({ problem: '2 lignes sans urba_zaer' }),
    ]);
  });
});

describe('a point', () => {
  const SAINT_ETIENNE = { longitude: 4.39, latitude: 45.44 };
  const REUNION = { longitude: 55.45, latitude: -20.88 };
  test.each([
    ['longitude first', '42218', { geompoint: 'POINT (4.39 45.44)' }, SAINT_ETIENNE, 0],
    [
      'latitude first, as the example of the standard',
      '42218',
      { geompoint: 'POINT(45.44 4.39)' },
      SAINT_ETIENNE,
      1,
    ],
    ['with its projection', '42218', { geompoint: 'SRID=4326;POINT(4.39 45.44)' }, SAINT_ETIENNE, 0],
    ['with a height', '42218', { geompoint: 'POINT Z (4.39 45.44 512)' }, SAINT_ETIENNE, 0],
    ['with decimal commas', '42218', { geompoint: 'POINT (4,39 45,44)' }, SAINT_ETIENNE, 0],
    ['in lon and lat', '42218', { lon: '4,39', lat: '45,44' }, SAINT_ETIENNE, 0],
    ['in longitude and latitude', '42218', { longitude: '4.39', latitude: '45.44' }, SAINT_ETIENNE, 0],
    ['in x and y', '42218', { x: '4.39', y: '45.44' }, SAINT_ETIENNE, 0],
    ['exchanged', '42218', { lon: '45.44', lat: '4.39' }, SAINT_ETIENNE, 1],
    ['of La Réunion', '97411', { geompoint: 'POINT (55.45 -20.88)' }, REUNION, 0],
    ['of La Réunion, latitude first', '97411', { geompoint: 'POINT (-20.88 55.45)' }, REUNION, 1],
    ['of Guyane', '97302', { geompoint: 'POINT (-52.3 4.93)' }, { longitude: -52.3, latitude: 4.93 }, 0],
    [
      'of Mayotte, latitude first',
      '97611',
      { geompoint: 'POINT (-12.78 45.22)' },
      { longitude: 45.22, latitude: -12.78 },
      1,
    ],
    ['outside France', '42218', { geompoint: 'POINT (10 10)' }, { longitude: null, latitude: null }, 1],
    [
      'in another territory than its commune',
      '97411',
      { geompoint: 'POINT (4.39 45.44)' },
      { longitude: null, latitude: null },
      1,
    ],
    ['in metres', '42218', { geompoint: 'POINT (808000 6482000)' }, { longitude: null, latitude: null }, 1],
    ['of nothing', '42218', { geompoint: 'POINT EMPTY' }, { longitude: null, latitude: null }, 1],
  ] as const)('%s', async (_, comm_insee, columns, expected, warnings) => {
    const { site, problems } = await oneSite({ comm_insee, comm_nom: '', ...columns } as Record<
      string,
      string
    >);
    expect(site).toMatchObject(expected);
    const aboutPlace = problems.filter(({ field }) => ['geompoint', 'longitude'].includes(field));
    expect(aboutPlace).toHaveLength(warnings);
  });
});

describe('a commune', () => {
  test.each([
    [
      'that lost its zero',
      { comm_insee: '3013', comm_nom: 'AVERMES' },
      '03013',
      '03',
      'code INSEE réparé : lu 03013',
    ],
    [
      'made a decimal',
      { comm_insee: '3013.0', comm_nom: 'AVERMES' },
      '03013',
      '03',
      'code INSEE réparé : lu 03013',
    ],
    ['of Corsica', { comm_insee: '2A004', comm_nom: 'AJACCIO' }, '2A004', '2A', undefined],
    [
      'of Corsica in small letters',
      { comm_insee: '2b033', comm_nom: 'BASTIA' },
      '2B033',
      '2B',
      'code INSEE réparé : lu 2B033',
    ],
    ['overseas', { comm_insee: '97411', comm_nom: 'SAINT-DENIS' }, '97411', '974', undefined],
    [
      'merged since',
      { comm_insee: '12076', comm_nom: 'CONQUES' },
      '12218',
      '12',
      'ancien code : Conques appartient aujourd’hui à Conques-en-Rouergue (12218)',
    ],
    [
      'that is a district',
      { comm_insee: '13201', comm_nom: 'MARSEILLE 1ER' },
      '13055',
      '13',
      'arrondissement municipal : lu comme Marseille (13055)',
    ],
    [
      'whose code is wrong, by its name',
      { comm_insee: '42999', comm_nom: 'ST ETIENNE' },
      '42218',
      '42',
      'aucune commune n’a ce code : 42218 retrouvé par le nom et le département',
    ],
    [
      'without code, by its name and the identifier',
      { comm_insee: 'NA', site_id: '42218_7' },
      '42218',
      '42',
      'code INSEE absent : 42218 retrouvé par le nom de la commune et le début de site_id',
    ],
  ])('%s', async (_, columns, insee, department, said) => {
    const { site, problems } = await oneSite({ geompoint: 'NA', ...columns } as Record<string, string>);
    expect(site).toMatchObject({ insee, department });
    const told = problems.filter(({ field }) => field === 'comm_insee').map(({ problem }) => problem);
    expect(told).toEqual(said === undefined ? [] : [said]);
  });

  test('is named officially, with its grouping and its region', async () => {
    const { site } = await oneSite({ comm_nom: 'SAINT ETIENNE' });
    expect(site).toMatchObject({ commune: 'Saint-Étienne', epci: '244200770', region: '84' });
  });

  test('whose name is that of another is told, and its code is kept', async () => {
    const { site, problems } = await oneSite({ comm_nom: 'ROANNE' });
    expect(site.insee).toBe('42218');
    expect(messages(problems)).toContain('comm_nom: le code 42218 est celui de Saint-Étienne');
  });
});

describe('words', () => {
  test.each([
    ['site_type', "friche d'habitat", 'use', 'housing', 0],
    ['site_type', 'friche d’habitat', 'use', 'housing', 0],
    ['site_type', 'Friche loisir tourisme hotellerie', 'use', 'tourism', 0],
    ['site_type', 'agro-industrielle', 'use', 'agro-industry', 1],
    ['site_type', 'friche d’habitation', 'use', 'housing', 1],
    ['site_type', 'mixte', 'use', 'mixed', 1],
    ['site_type', 'usine à gaz', 'use', 'unknown', 1],
    ['site_type', 'inconnu', 'use', 'unknown', 0],
    ['site_type', 'NA', 'use', 'unknown', 1],
    ['site_statut', 'friche avec projet', 'status', 'with-project', 0],
    ['sol_pollution_existe', 'pollution averee', 'pollution', 'known', 0],
    ['sol_pollution_existe', '_X_', 'pollution', 'unknown', 0],
    ['bati_etat', 'dégradation très importante', 'building_state', 'bad', 0],
    ['bati_type', 'residentiel', 'building_state', 'unknown', 0],
    ['bati_pollution', 'amiante', 'asbestos', 'yes', 0],
    ['bati_pollution', 'NaN', 'asbestos', 'unknown', 0],
    ['proprio_type', 'X1a', 'owner_kind', 'person', 0],
    ['proprio_type', 'P5a', 'owner_kind', 'local-authority', 0],
    ['proprio_type', 'P5a|P4a', 'owner_kind', 'local-authority', 0],
    ['proprio_type', '{F2a,P5a}', 'owner_kind', 'several', 0],
    ['proprio_type', "['G1a']", 'owner_kind', 'company', 0],
    ['proprio_type(catpro3)', 'F1a', 'owner_kind', 'social-housing', 0],
    ['proprio_type', 'NULL|P5a', 'owner_kind', 'local-authority', 1],
    ['proprio_personne', 'personne physique', 'owner_kind', 'person', 0],
  ])('%s « %s »', async (column, text, field, expected, warnings) => {
    const { site, problems } = await oneSite({
      geompoint: 'POINT (4.39 45.44)',
      site_nom: 'A',
      [column]: text,
    });
    expect(site[field]).toBe(expected);
    expect(messages(problems)).toHaveLength(warnings);
  });

  test.each([
    [{ urba_zone_type: 'U', urba_zone_formdomi: 'Activité' }, 'activity'],
    [{ urba_zone_type: 'AUc', urba_zone_formdomi: '0202' }, 'activity'],
    [{ urba_zone_type: 'U', urba_zone_formdomi: 'Habitat' }, 'housing'],
    [{ urba_zone_type: 'U', urba_zone_formdomi: '0300' }, 'urban'],
    [{ urba_zone_type: 'U', urba_zone_lib: 'UX – Zone d’activités économiques' }, 'activity'],
    [{ urba_zone_type: 'U', urba_zone_lib: 'UA' }, 'urban'],
    [{ urba_zone_type: 'ZCa' }, 'activity'],
    [{ urba_zone_type: 'A', urba_zone_formdomi: 'Habitat' }, 'agricultural'],
    [{ urba_zone_type: 'N' }, 'natural'],
    [{ urba_zone_type: 'NA', urba_zone_formdomi: 'Habitat' }, 'unknown'],
  ] as const)('of a plan: %o', async (columns, expected) => {
    expect((await oneSite(columns as Record<string, string>)).site.zoning).toBe(expected);
  });
});

describe('quantities, dates and references', () => {
  test.each([
    ['16750', 16750, 0],
    ['16750.0', 16750, 0],
    ['16 750,5', 16750.5, 1],
    ['0', null, 1],
    ['-3', null, 1],
    ['5,62E+184', null, 1],
    ['inconnu', null, 0],
    ['', null, 0],
  ])('land of « %s »', async (text, expected, warnings) => {
    const { site, problems } = await oneSite({ unite_fonciere_surface: text });
    expect(site.land_area).toBe(expected);
    expect(problems.filter(({ field }) => field === 'unite_fonciere_surface')).toHaveLength(warnings);
  });

  test('no building is a fact; a floor area without its number too', async () => {
    expect((await oneSite({ bati_nombre: '0' })).site).toMatchObject({
      built_area: 0,
      building_state: 'none',
    });
    expect((await oneSite({ bati_nombre: '0', bati_surface: '120' })).site).toMatchObject({
      built_area: 120,
      building_state: 'unknown',
    });
    expect((await oneSite({ bati_nombre: 'NA' })).site).toMatchObject({ built_area: null });
  });

  test.each([
    ['16/01/2024', '2024-01-16'],
    ['2024-01-16', '2024-01-16'],
    ['2024-01-16T00:00:00Z', '2024-01-16'],
    ['31/02/2024', null],
    ['hier', null],
  ])('date « %s »', async (text, expected) => {
    const { site, problems } = await oneSite({ site_actu_date: text });
    expect(site.updated_on).toBe(expected);
    expect(problems.filter(({ field }) => field === 'site_actu_date')).toHaveLength(
      expected === null ? 1 : 0,
    );
  });

  test.each([
    ['12083000AH0035|12083000AH0072', 0],
    ['{12083000AH0035,12083000AH0072}', 0],
    ["['12083000AH0035']", 0],
    ['5,62E+184', 1],
    ['AH 35', 1],
  ])('parcels « %s »', async (text, warnings) => {
    const { problems } = await oneSite({ unite_fonciere_refcad: text });
    expect(problems.filter(({ field }) => field === 'unite_fonciere_refcad')).toHaveLength(warnings);
  });
});
