import type { ComputedDeal } from '../analysis/computed.ts';
import type { KeyFigure, KeyFigures, Lens } from '../analysis/key-figure.ts';
import type { Row, Table, TableCell } from './table.ts';

const LENS_LABELS: Readonly<Record<Lens, string>> = {
  founder: 'Fondateur',
  investor: 'Investisseur et prêteur',
  authority: 'Collectivité',
};

/** Key figures that repeat what was typed, by the field of the property company. */
const TYPED: Readonly<Record<string, string>> = {
  'capital-kept': 'operatorShare',
  'votes-kept': 'operatorVotes',
};

/** A rate of return shown: which of the rates of its flows it is. */
function returnCell({ returns }: ComputedDeal, { id, value }: KeyFigure): TableCell | undefined {
  const found = returns.find((item) => item.id === id);
  if (found === undefined || value === null) return undefined;
  const rank = found.rates.findIndex((rate) => rate.toFixed(value.split('.')[1]?.length ?? 0) === value);
  return rank < 0 ? { rate: value } : { rate: value, flows: id, rank };
}

function cellOf(computed: ComputedDeal, figure: KeyFigure): TableCell {
  const { id, value, unit, line, reason } = figure;
  const { calculation } = computed.deal.setting;
  if (line !== undefined && calculation.lines.has(line)) {
    return unit === 'date' ? { line, period: 0, as: 'date' } : { line, period: 0 };
  }
  if (value === null) return reason ?? '';
  const found = returnCell(computed, figure);
  if (found !== undefined) return found;
  const field = TYPED[id];
  if (unit !== 'ratio' || field === undefined) return value;
  const place = computed.deal.borrower.termsPath.replace(/\.terms$/, '');
  return { rate: value, assumption: `${place}.vehicle.${field}` };
}

/** The key figures of the three lenses as a table, for the workbook. */
export function keyFigureTable(computed: ComputedDeal, keyFigures: KeyFigures): Table {
  const rowsOf = (lens: Lens): Row[] => [
    { kind: 'heading', label: LENS_LABELS[lens], cells: [] },
    ...keyFigures[lens].map(
      (figure): Row => ({
        kind: 'line',
        label: figure.label,
        cells: [cellOf(computed, figure)],
      }),
    ),
  ];
  return {
    id: 'chiffres-cles',
    title: 'Chiffres clés',
    unit: 'en euros, rapports, mois, ETP ou résultats selon la ligne',
    columns: ['Valeur'],
    rows: [...rowsOf('founder'), ...rowsOf('investor'), ...rowsOf('authority')],
    notes: [
      'Les définitions et la source de chaque chiffre se lisent dans Levier, en cliquant sur le chiffre.',
      'Les mots (« aucun », une année, la raison d’une absence) et les voix viennent du dossier calculé par Levier : ils ne se recalculent pas.',
    ],
  };
}
