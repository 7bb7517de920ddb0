import { COST_ITEMS } from '../dossier/brownfield.ts';
import { type Explanation, explain } from '../formula/explanation.ts';
import { readAsWorkbook } from '../formula/workbook.ts';
import { nearestWord } from '../input/nearest.ts';
import type { Reading } from '../input/problem.ts';
import type { Table } from '../report/table.ts';
import { writeXlsx } from '../report/xlsx.ts';
import { type ComputedSiteCost, computeBrownfieldCost } from '../sites/cost/site-cost.ts';
import type { ReadingOfRange } from '../sites/range.ts';
import { readAt } from '../sites/ranged.ts';
import { deedOf, readSite, refused, type SiteRequest } from './asked-site.ts';

/** Which of the three readings is asked for. */
type OneReading = SiteRequest & { readonly reading: ReadingOfRange };

interface ReadCost extends ComputedSiteCost {
  readonly name: string;
}

function costOf(request: SiteRequest): Reading<ReadCost> {
  const site = readSite(request);
  if (!site.ok) return site;
  const { brownfield, need } = site.value;
  const computed = computeBrownfieldCost(brownfield, need, { deed: deedOf(site.value) });
  return { ok: true, value: { ...computed, name: brownfield.name } };
}

/** An explanation with the name of the site. */
export interface SiteExplanation {
  readonly siteName: string;
  readonly explanation: Explanation;
}

/** Where a figure of the cost or of the calendar of a site comes from, at one of its three readings, one level deep. */
export function explainSiteFigure(
  request: OneReading & { readonly figure: string },
): Reading<SiteExplanation> {
  const found = costOf(request);
  if (!found.ok) return found;
  const { into, name } = found.value;
  const { calculation } = into;
  const { figure, reading } = request;
  if (!calculation.lines.has(figure) && !calculation.assumptions.has(figure)) {
    const near = nearestWord(figure, [...calculation.lines.keys(), ...calculation.assumptions.keys()]);
    return refused({
      path: 'figure',
      message:
        near === undefined ? 'figure inconnue de ce site' : `figure inconnue : vouliez-vous « ${near} » ?`,
    });
  }
  const explanation = explain(calculation, readAt(into, reading), { id: figure, period: 0 });
  return { ok: true, value: { siteName: name, explanation } };
}

const WORDS: Record<ReadingOfRange, string> = { low: 'bas', central: 'central', high: 'haut' };

/** The items of a cost, each a live formula. */
function costSheet({ cost, lines }: ReadCost, reading: ReadingOfRange): Table {
  const item = (label: string, line: string, kind: 'line' | 'total' = 'line') => ({
    label,
    kind,
    cells: [{ line, period: 0 }],
  });
  return {
    id: 'site-cost',
    title: 'Coût du site',
    unit: 'en euros hors taxes',
    columns: [`Lecture ${WORDS[reading]}`],
    rows: [
      ...cost.items.flatMap(({ id }) => {
        const line = lines.items.get(id)?.line.id;
        return line === undefined ? [] : [item(COST_ITEMS[id], line)];
      }),
      item('Coût du site', lines.total.id, 'total'),
      item('Cessions de droits à construire', lines.sales.id),
      item('Coût net des cessions', lines.net.id, 'total'),
    ],
    notes: [],
  };
}

/** The cost of a site as a workbook of live formulas, at one of its three readings. */
export async function makeSiteWorkbook(request: OneReading): Promise<Reading<Uint8Array>> {
  const found = costOf(request);
  if (!found.ok) return found;
  const { into, name } = found.value;
  const { reading } = request;
  const workbook = readAsWorkbook(into.calculation, readAt(into, reading), {
    readMe: [
      `Coût du site : ${name}, lecture ${WORDS[reading]}`,
      'Changez une valeur colorée de la feuille « Hypothèses » : quantités, coûts unitaires, durées. Les postes la suivent.',
      'Les trois lectures (bas, central, haut) sont trois classeurs : chacun porte les valeurs de sa lecture.',
    ],
    tables: [costSheet(found.value, reading)],
    checks: new Map(),
    returns: [],
  });
  return { ok: true, value: await writeXlsx(workbook) };
}
