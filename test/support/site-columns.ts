import type { SiteColumns, SiteFigure, SitePathColumn } from '../../src/siting/comparison/site-columns.ts';

/** A figure read at the central cost, or at the three. */
export type ReadFigure = string | readonly [low: string | null, central: string, high: string | null] | null;

const UNITS: Readonly<Record<string, SiteFigure['unit']>> = {
  'occupancy-cost-m2': 'EUR/m2/year',
  'months-to-opening': 'months',
  'jobs-created': 'count',
  'smallest-cover': 'ratio',
};

function figure(id: string, read: ReadFigure): SiteFigure {
  const about = { id, label: id, unit: UNITS[id] ?? 'EUR' } as const;
  if (read === null) return { ...about, value: null, reason: 'non défini' };
  if (typeof read === 'string') return { ...about, value: read };
  const [low, value, high] = read;
  return { ...about, value, low, high };
}

/** A path on a site with these figures. */
export function column(
  path: string,
  figures: Readonly<Record<string, ReadFigure>>,
  changes: Partial<SitePathColumn> = {},
): SitePathColumn {
  return {
    site: '',
    path,
    label: `P – ${path}`,
    kind: 'fonciere',
    verdict: 'possible',
    reason: undefined,
    problem: undefined,
    gap: undefined,
    missedLimits: [],
    figures: Object.fromEntries(Object.entries(figures).map(([id, read]) => [id, figure(id, read)])),
    isRanged: Object.values(figures).some((read) => Array.isArray(read)),
    faults: {},
    ...changes,
  };
}

/** A site of which everything suits, with these columns. */
export function site(
  id: string,
  columns: readonly SitePathColumn[],
  changes: Partial<SiteColumns> = {},
): SiteColumns {
  return {
    site: id,
    name: `Friche ${id}`,
    commune: 'Roanne',
    department: '42',
    cost: { low: '1000000.00', central: '2000000.00', high: '4000000.00' },
    months: { low: 12, central: 24, high: 36 },
    suitability: {
      index: '0.714286',
      potential: 'excellent',
      reliability: '0.45',
      reliabilityClass: 'medium',
    },
    fit: { items: [], verdict: 'fits' },
    problems: [],
    columns: columns.map((one) => ({ ...one, site: id })),
    ...changes,
  };
}
