import type { ComputedDeal } from '../analysis/computed.ts';
import type { KeyFigures, Lens } from '../analysis/key-figure.ts';
import type { Row, Table } from './table.ts';

const LENS_LABELS: Readonly<Record<Lens, string>> = {
  founder: 'Fondateur',
  investor: 'Investisseur et prêteur',
  authority: 'Collectivité',
};

/** The key figures of the three lenses as a table, for the workbook; rates of return stand in their own sheet. */
export function keyFigureTable(computed: ComputedDeal, keyFigures: KeyFigures): Table {
  const { calculation } = computed.deal.setting;
  const rowsOf = (lens: Lens): Row[] => [
    { kind: 'heading', label: LENS_LABELS[lens], cells: [] },
    ...keyFigures[lens].map((figure): Row => {
      const isLine =
        figure.line !== undefined && calculation.lines.has(figure.line) && figure.unit !== 'date';
      const said = figure.value === null ? (figure.reason ?? '') : figure.value;
      const elsewhere = computed.returns.some(({ id }) => id === figure.id)
        ? 'voir la feuille « Rendements »'
        : said;
      return {
        kind: 'line',
        label: figure.label,
        cells: isLine && figure.line !== undefined ? [{ line: figure.line, period: 0 }] : [elsewhere],
      };
    }),
  ];
  return {
    id: 'chiffres-cles',
    title: 'Chiffres clés',
    unit: 'en euros, rapports, mois ou ETP selon la ligne',
    columns: ['Valeur'],
    rows: [...rowsOf('founder'), ...rowsOf('investor'), ...rowsOf('authority')],
    notes: [
      'Les définitions et la source de chaque chiffre se lisent dans Levier, en cliquant sur le chiffre.',
    ],
  };
}
