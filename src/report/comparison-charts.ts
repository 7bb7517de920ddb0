import type { ComputedDeal } from '../analysis/computed.ts';
import { monthEnd } from '../formula/timeline.ts';
import { coversOf, type NamedCover } from './comparison-covers.ts';
import { partiesLeftOut, partyBars } from './comparison-parties.ts';
import { outsideDebts } from './comparison-tables.ts';
import type { ComputedColumn } from './computed-column.ts';
import type { Bars, Series } from './page.ts';

/** The numbers that the charts of a comparison draw, a series a path. Floats: for drawing only, never written. */
export interface ComparedCharts {
  readonly uses: readonly Bars[];
  readonly sources: readonly Bars[];
  readonly cash: readonly Series[];
  readonly debt: readonly Series[];
  /** A line a ratio: the operator's for each path, then that of each property company. */
  readonly cover: readonly (Series & { readonly limit: number | undefined })[];
  /** For each path, the present value of each party's flows. */
  readonly flows: readonly Bars[];
  /** Which parties these leave out, and why. */
  readonly flowsLeftOut: string | undefined;
}

/** Uses told apart in a narrow column; others are « Autres besoins ». */
const USE_GROUPS: readonly { readonly label: string; readonly ids: readonly string[] }[] = [
  { label: 'Achat du site', ids: ['land', 'building', 'acquisition-costs'] },
  { label: 'Travaux', ids: ['works', 'fees', 'contingencies', 'tenant-works', 'fittings'] },
  { label: 'Matériel', ids: ['equipment'] },
  {
    label: 'Frais financiers',
    ids: ['interest-during-works', 'interest', 'arrangement-fee', 'security-cost'],
  },
  { label: 'Trésorerie', ids: ['opening-cash'] },
];
const CATEGORY_LABELS = {
  'own-funds': 'Fonds propres',
  'quasi-own-funds': 'Quasi-fonds propres',
  grant: 'Subventions',
  debt: 'Avances et prêts',
  'outside-plan': 'Hors plan',
} as const;

/** Resources that are no source typed: the balancing loans, and what is still to be found. */
const LENT = [
  ['loan', 'Prêts bancaires'],
  ['gap', 'À trouver'],
] as const;

type Part = Bars['parts'][number];

/** Parts of one label added, in the order in which they come. */
function added(parts: readonly Part[]): Part[] {
  const sums = new Map<string, number>();
  for (const { label, value } of parts) sums.set(label, (sums.get(label) ?? 0) + value);
  return [...sums].map(([label, value]) => ({ label, value })).filter(({ value }) => value >= 0.005);
}

function usesOf({ deal, figures }: ComputedDeal): Part[] {
  const valued = deal.plan.uses.map(({ id, line }) => {
    const group = USE_GROUPS.find(({ ids }) => ids.includes(id.split('.')[0] ?? id));
    return { label: group?.label ?? 'Autres besoins', value: figures.of(line)[0]?.toNumber() ?? 0 };
  });
  const order = [...USE_GROUPS.map(({ label }) => label), 'Autres besoins'];
  return added(valued.toSorted((a, b) => order.indexOf(a.label) - order.indexOf(b.label)));
}

function sourcesOf({ deal, figures }: ComputedDeal): Part[] {
  const known = deal.companies.flatMap((company) => company.sources);
  return added(
    deal.plan.sources.map(({ id, label, line }) => {
      const source = known.find((candidate) => candidate.id === id || candidate.total.id === line.id);
      const group =
        source === undefined
          ? (LENT.find(([start]) => id.startsWith(start))?.[1] ?? label)
          : CATEGORY_LABELS[source.category];
      return { label: group, value: figures.of(line)[0]?.toNumber() ?? 0 };
    }),
  );
}

function monthly({ deal, figures }: ComputedDeal, label: string, valueAt: (month: number) => number): Series {
  const { timeline } = figures;
  const last = Math.min(timeline.months - 1, deal.setting.dossier.values.horizonYears * 12);
  return {
    label,
    points: Array.from({ length: last + 1 }, (_, month) => ({
      date: monthEnd(timeline, month),
      value: valueAt(month),
    })),
  };
}

function coverOf(
  { computed }: ComputedColumn,
  { label, line, limit }: NamedCover,
): ComparedCharts['cover'][number] {
  const { deal, figures } = computed;
  const horizon = deal.setting.dossier.values.horizonYears * 12;
  return {
    label,
    points: figures.timeline.years
      .filter((year) => year.firstMonth <= horizon)
      .flatMap((year) => {
        const value = figures.of(line)[year.index];
        return value == null ? [] : [{ date: String(year.calendarYear), value: value.toNumber() }];
      }),
    limit: limit === undefined ? undefined : figures.of(limit)[0]?.toNumber(),
  };
}

/** The numbers of the charts of a comparison. */
export function comparedCharts(columns: readonly ComputedColumn[]): ComparedCharts {
  return {
    uses: columns.map(({ name, computed }) => ({ label: name, parts: usesOf(computed) })),
    sources: columns.map(({ name, computed }) => ({ label: name, parts: sourcesOf(computed) })),
    cash: columns.map(({ name, computed }) => {
      const cash = computed.figures.of(computed.deal.operator.books.cash);
      return monthly(computed, name, (month) => cash[month]?.toNumber() ?? 0);
    }),
    debt: columns.map(({ name, computed }) => {
      const debts = outsideDebts(computed).map((debt) => computed.figures.of(debt.closing));
      return monthly(computed, name, (month) =>
        debts.reduce((sum, debt) => sum + (debt[month]?.toNumber() ?? 0), 0),
      );
    }),
    // The ratio that all have comes first, in the colours that their paths have in the other charts.
    // The ratio that all have comes first, in the colours that their paths have in the other charts.
    cover: [0, 1].flatMap((rank) =>
      columns.flatMap((column) =>
        coversOf(column)
          .slice(rank, rank + 1)
          .map((cover) => coverOf(column, cover)),
      ),
    ),
    flows: partyBars(columns),
    flowsLeftOut: partiesLeftOut(columns),
  };
}
