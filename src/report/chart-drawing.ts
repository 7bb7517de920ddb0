import type { ChartPlan, LegendEntry } from './chart-plan.ts';

/** A chart as it is shown: an SVG that needs neither script nor inline style. */
export interface Chart {
  readonly id: ChartPlan['id'];
  readonly title: string;
  readonly description: string;
  readonly legend: readonly LegendEntry[];
  readonly note: string | undefined;
  readonly isWide: boolean;
  readonly svg: string;
}

const PART_ROLES = / (role|aria-[a-z]+)="[^"]*"/g;

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * Draws a chart. Vega takes a fifth of a second to load and some tens of milliseconds a chart: this runs in a worker.
 * @returns the same text for the same plan
 */
export async function drawChart(plan: ChartPlan): Promise<Chart> {
  const { id, title, description, legend, note, isWide = false, spec } = plan;
  const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  // Its parts are described in English: the title and the description of the whole are ours.
  const drawn = (await view.toSVG()).replaceAll(PART_ROLES, '');
  view.finalize();
  const named = `<svg role="img" aria-labelledby="chart-${id}-title chart-${id}-text" class="chart"`;
  const told = `<title id="chart-${id}-title">${escapeXml(title)}</title><desc id="chart-${id}-text">${escapeXml(description)}</desc>`;
  const svg = drawn
    .replace(/^<svg([^>]*?) class="marks"/, (_, attributes: string) => `${named}${attributes}`)
    .replace(/^(<svg[^>]*>)/, (start) => `${start}${told}`);
  return { id, title, description, legend, note, isWide, svg };
}
