import { readGeometry } from '../place/geojson-geometry.ts';
import { noteHeaders, planHeaders } from '../standard/headers.ts';
import type { FileNotes } from './file-notes.ts';
import { FileRefused } from './file-refused.ts';
import { featureTexts } from './json-features.ts';
import { MOST_COLUMNS } from './limits.ts';
import type { Row } from './row-cells.ts';

/** Sets of property names met: features of one file mostly share one. */
const MOST_PLANS = 50;

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * The rows of a GeoJSON file: each feature, its properties as cells, its geometry beside.
 * @throws FileRefused when it is no collection of features, or no feature has a `site_id`
 */
export function* geojsonRows(text: Iterator<string>, notes: FileNotes): Generator<Row> {
  const plans = new Map<string, ReturnType<typeof planHeaders>>();
  let number = 0;
  let hasIds = false;
  for (const featureText of featureTexts(text)) {
    number += 1;
    let feature: { properties?: unknown; geometry?: unknown } | undefined;
    try {
      feature = JSON.parse(featureText);
    } catch {
      throw new FileRefused(
        `l’objet n° ${number} du GeoJSON n’est pas du JSON : corrigez le fichier à cet endroit`,
      );
    }
    const given = feature?.properties;
    const properties =
      typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.entries(given) : [];
    if (properties.length > MOST_COLUMNS)
      throw new FileRefused(`l’objet n° ${number} a plus de ${MOST_COLUMNS} propriétés`);
    const names = properties.map(([name]) => name);
    const key = JSON.stringify(names);
    let headers = plans.get(key);
    if (headers === undefined) {
      headers = planHeaders(names);
      if (plans.size === 0) noteHeaders(headers, notes, true);
      if (plans.size < MOST_PLANS) plans.set(key, headers);
    }
    hasIds ||= headers.rankOf.has('site_id');
    yield {
      number,
      headers,
      texts: properties.map(([, value]) => cellText(value)),
      geometry: readGeometry(feature?.geometry) ?? 'unreadable',
    };
  }
  if (number === 0) throw new FileRefused('le GeoJSON ne contient aucun objet');
  if (!hasIds) throw new FileRefused('aucun objet n’a de propriété site_id', 'site_id');
}
