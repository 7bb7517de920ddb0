import type { ComputedDeal } from '../analysis/computed.ts';
import { styleOfRatio } from '../dossier/ratio-styles.ts';
import type { Decimal } from '../formula/decimal.ts';
import { periodText } from '../formula/explanation.ts';
import type { Line } from '../formula/operations.ts';
import { coversOf } from './comparison-covers.ts';
import type { ComparisonCell, ComparisonRow, ComparisonTable } from './comparison-page.ts';
import { partyTotals } from './comparison-parties.ts';
import type { ComputedColumn } from './computed-column.ts';
import { comparedDebtName } from './debt-names.ts';
import { writeForTable } from './writing.ts';

/** Debts towards those outside the deal, that have once been drawn. */
export function outsideDebts({ deal, figures }: ComputedDeal) {
  const { ledger } = deal.setting;
  return ledger.debts.filter(
    (debt) =>
      ledger.parties.get(debt.lender)?.isCompanyOfTheDeal !== true &&
      figures.of(debt.closing).some((value) => value?.gte('0.005') === true),
  );
}

interface NamedLine {
  readonly id: string;
  readonly label: string;
  readonly line: Line;
}

function cellOf(computed: ComputedDeal, line: Line | undefined, period: number): ComparisonCell {
  if (line === undefined) return { text: '' };
  const value: Decimal | null = computed.figures.of(line)[period] ?? null;
  return {
    text: writeForTable(value, line.unit, 0, styleOfRatio(line.id) ?? 'multiple'),
    figure: line.id,
    period: periodText(computed.figures.timeline, line.rhythm, period),
    negative: value?.isNegative() === true && !value.isZero(),
  };
}

/** A row a label found in any column, in the order of the first column that has it. */
function mergedRows(
  columns: readonly ComputedColumn[],
  linesOf: (computed: ComputedDeal) => readonly NamedLine[],
): ComparisonRow[] {
  const shown = (computed: ComputedDeal) =>
    linesOf(computed).filter(({ line }) => computed.figures.of(line)[0]?.abs().gte('0.005') === true);
  const labels = new Map<string, string>();
  for (const { computed } of columns) {
    for (const { id, label } of shown(computed)) if (!labels.has(label)) labels.set(label, id);
  }
  return [...labels].map(([label, id]) => ({
    id,
    label,
    kind: 'line',
    cells: columns.map(({ computed }) =>
      cellOf(computed, shown(computed).find((item) => item.label === label)?.line, 0),
    ),
  }));
}

function sourcesAndUses(columns: readonly ComputedColumn[]): ComparisonTable {
  const heading = (id: string, label: string): ComparisonRow => ({ id, label, kind: 'heading', cells: [] });
  const total = (id: string, label: string, lineOf: (computed: ComputedDeal) => Line): ComparisonRow => ({
    id,
    label,
    kind: 'total',
    cells: columns.map(({ computed }) => cellOf(computed, lineOf(computed), 0)),
  });
  return {
    id: 'besoins-et-ressources',
    title: 'Besoins et ressources de chaque voie',
    unit: 'en euros, jusqu’à la mise en service',
    columns: columns.map(({ name }) => name),
    rows: [
      heading('uses', 'Besoins'),
      ...mergedRows(columns, ({ deal }) => deal.plan.uses),
      total('total-uses', 'Total des besoins', ({ deal }) => deal.plan.totalUses),
      heading('sources', 'Ressources'),
      ...mergedRows(columns, ({ deal }) => deal.plan.sources),
      total('total-sources', 'Total des ressources', ({ deal }) => deal.plan.totalSources),
    ],
  };
}

interface YearRow {
  readonly path: string;
  readonly label: string;
  readonly computed: ComputedDeal;
  readonly line: Line;
}

/** A column a year to the horizon; monthly lines are read at the closing of the year. */
function byYear(
  columns: readonly ComputedColumn[],
  about: Pick<ComparisonTable, 'id' | 'title' | 'unit'>,
  rowsOf: (column: ComputedColumn) => readonly Omit<YearRow, 'path' | 'computed'>[],
): ComparisonTable {
  const [first] = columns;
  const horizon = (first?.computed.deal.setting.dossier.values.horizonYears ?? 0) * 12;
  const years = (first?.computed.figures.timeline.years ?? []).filter((year) => year.firstMonth <= horizon);
  const row = ({ path, label, computed, line }: YearRow) => ({
    id: `${path}.${line.id}`,
    label,
    kind: 'line' as const,
    path,
    cells: years.map((year) =>
      cellOf(computed, line, line.rhythm === 'monthly' ? year.lastMonth : year.index),
    ),
  });
  return {
    ...about,
    columns: years.map((year) => String(year.calendarYear)),
    rows: columns.flatMap((column) =>
      rowsOf(column).map((item) => row({ ...item, path: column.id, computed: column.computed })),
    ),
  };
}

/** The figures that the charts draw, in order; each opens its explanation in its own path. */
export function comparisonTables(columns: readonly ComputedColumn[]): ComparisonTable[] {
  if (columns.length === 0) return [];
  return [
    sourcesAndUses(columns),
    byYear(
      columns,
      {
        id: 'tresorerie-comparee',
        title: 'Trésorerie de l’exploitant',
        unit: 'en euros, à la clôture de l’exercice',
      },
      ({ name, computed }) => [{ label: name, line: computed.deal.operator.books.cash }],
    ),
    byYear(
      columns,
      {
        id: 'dettes-comparees',
        title: 'Dettes envers les financeurs',
        unit: 'en euros, à la clôture de l’exercice',
      },
      ({ name, computed }) =>
        outsideDebts(computed).map((debt) => ({
          label: comparedDebtName(name, computed, debt),
          line: debt.closing,
        })),
    ),
    byYear(
      columns,
      {
        id: 'couverture-comparee',
        title: 'Couverture des annuités, avant impôt',
        unit: 'par exercice',
      },
      coversOf,
    ),
    partyTotals(columns),
  ];
}
