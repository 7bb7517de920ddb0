import { STANDARD_FIELDS } from '../src/sites/standard/fields.ts';

/** Brownfields of our own making, as a file of the national inventory: 51 columns, about 700 letters a row. */

const COMMUNES = [
  '42218',
  '59350',
  '13055',
  '2A004',
  '97411',
  '03185',
  '76540',
  '67482',
  '33063',
  '54395',
] as const;
const PLACES = [
  [4.39, 45.44],
  [3.06, 50.63],
  [5.37, 43.3],
  [8.74, 41.92],
  [55.45, -20.88],
  [2.6, 46.34],
  [1.1, 49.44],
  [7.75, 48.58],
  [-0.58, 44.84],
  [6.18, 48.69],
] as const;

function pick<T>(values: readonly T[], index: number): T {
  return values[index % values.length] as T;
}

/** A stable spread of a number. */
const mixed = (index: number, salt: number) => Math.imul(index + 1, 2654435761 + salt * 40503) >>> 8;

function cellOf(name: string, kind: string, words: readonly string[] | undefined, index: number): string {
  const [longitude, latitude] = pick(PLACES, index);
  switch (name) {
    case 'site_id':
      return `${pick(COMMUNES, index)}_${index}`;
    case 'site_nom':
      return `Ancien atelier n° ${index} de la rue des Forges`;
    case 'comm_insee':
      return pick(COMMUNES, index);
    case 'geompoint':
      return `POINT (${(longitude + (mixed(index, 1) % 500) / 10_000).toFixed(6)} ${(latitude + (mixed(index, 2) % 500) / 10_000).toFixed(6)})`;
    case 'geomsurf':
      return 'NA';
    case 'proprio_type':
      return pick(['X1a', 'P5a', 'G1a|G2a', 'F2a', 'M1a'], mixed(index, 3));
    case 'unite_fonciere_refcad':
      return `${pick(['12083000AH0035', '42218000BC0120'], index)}|42218000BC0121`;
  }
  if (words !== undefined) return pick(words, mixed(index, name.length)).replaceAll(';', ',');
  switch (kind) {
    case 'date':
      return '2024-01-16';
    case 'year':
      return String(1950 + (mixed(index, 4) % 70));
    case 'whole-number':
      return String(100 + (mixed(index, name.length) % 90_000));
    default:
      return mixed(index, name.length) % 3 === 0 ? 'NA' : `${name} de la friche ${index}`;
  }
}

/** The file, a hundred rows at a time. */
export function* sitesCsv(count: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${STANDARD_FIELDS.map(({ name }) => name).join(';')}\n`);
  for (let from = 0; from < count; from += 100) {
    const rows: string[] = [];
    for (let index = from; index < Math.min(count, from + 100); index++)
      rows.push(STANDARD_FIELDS.map(({ name, kind, words }) => cellOf(name, kind, words, index)).join(';'));
    yield encoder.encode(`${rows.join('\n')}\n`);
  }
}
