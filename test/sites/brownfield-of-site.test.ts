import { expect, test } from 'vitest';
import { BROWNFIELD } from '../../src/dossier/brownfield.ts';
import { resolvePart } from '../../src/dossier/resolution.ts';
import { brownfieldOf } from '../../src/sites/brownfield-of-site.ts';
import { makeFileNotes } from '../../src/sites/import/file-notes.ts';
import { readSite } from '../../src/sites/import/site-reading.ts';
import type { InventorySite } from '../../src/sites/inventory-site.ts';
import { planHeaders } from '../../src/sites/standard/headers.ts';
import { testTerritory } from '../support/inventory.ts';

function siteOf(columns: Record<string, string>): InventorySite {
  const headers = planHeaders(Object.keys(columns));
  const reading = readSite(
    { number: 1, headers, texts: Object.values(columns) },
    testTerritory(),
    makeFileNotes(),
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.site;
}

const KNOWN = {
  site_id: '42218_Été-27.0017',
  site_nom: 'Ancienne teinturerie',
  site_type: 'friche industrielle',
  site_actu_date: '16/01/2024',
  comm_insee: '42218',
  bati_surface: '2400',
  bati_etat: 'dégradation moyenne',
  bati_pollution: 'plomb',
  proprio_type: 'F2a',
  sol_pollution_existe: 'pollution supposée',
  unite_fonciere_surface: '12500',
  urba_zone_type: 'U',
  urba_zone_formdomi: 'Activité',
};

test('a site becomes a brownfield of a dossier: each fact with its source', () => {
  const { json, facts, missing } = brownfieldOf(siteOf(KNOWN));
  expect(json).toEqual({
    id: '42218-ete-27-0017',
    name: 'Ancienne teinturerie',
    inventoryId: '42218_Été-27.0017',
    commune: 'Saint-Étienne',
    department: '42',
    landAreaM2: '12500',
    builtAreaM2: '2400',
    previousUse: 'industry',
    ownerKind: 'epf',
    buildingState: 'medium',
    asbestos: 'yes',
    groundPollution: 'suspected',
    zoning: 'activity',
  });
  expect(missing).toEqual([]);
  expect(facts.map(({ path }) => path)).toEqual(
    Object.keys(json).filter((path) => path !== 'id' && path !== 'inventoryId'),
  );
  expect(new Set(facts.map(({ source }) => source))).toEqual(
    new Set([
      'Inventaire national des friches (Cartofriches), site 42218_Été-27.0017, mis à jour le 16/01/2024',
    ]),
  );
  const resolved = resolvePart(BROWNFIELD, json);
  expect(resolved).toMatchObject({ ok: true });
});

test('what is not known stays out, and what a brownfield needs is listed', () => {
  const { json, missing } = brownfieldOf(siteOf({ site_id: 's1', comm_insee: '42218', bati_nombre: 'NA' }));
  expect(Object.keys(json)).toEqual(['id', 'name', 'inventoryId', 'commune', 'department']);
  expect(missing).toEqual(['landAreaM2']);
  const completed = resolvePart(BROWNFIELD, { ...json, landAreaM2: '1000' });
  if (!completed.ok) throw new Error(JSON.stringify(completed.problems));
  expect(completed.value.values).toMatchObject({ asbestos: 'unknown', builtAreaM2: null, zoning: 'unknown' });
});

test('any identifier and name of a file make a part that resolves', () => {
  for (const site_id of ['---', 'É'.repeat(110), '1', 'a_b|c', '🏭']) {
    const site = siteOf({
      site_id,
      site_nom: `<b>${'x'.repeat(400)}`,
      comm_insee: '2A004',
      unite_fonciere_surface: '10,257',
    });
    expect(resolvePart(BROWNFIELD, brownfieldOf(site).json)).toMatchObject({ ok: true });
  }
});
