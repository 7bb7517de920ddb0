import type { ComputedDeal } from '../analysis/computed.ts';
import { withName } from './company-table.ts';
import type { Table } from './table.ts';
import { byYear } from './year-table.ts';

export function loanByYear(computed: ComputedDeal): Table {
  const { lines } = computed.measures;
  return byYear(
    computed,
    {
      id: 'echeancier-annuel',
      title: withName(computed, 'Échéancier annuel du prêt', computed.deal.borrower),
      notes: ['Intérêts de la mobilisation compris.'],
    },
    [
      ['line', 'Capital restant dû au début de l’exercice', lines.get('loan.opening')],
      ['line', 'Tirages', lines.get('loan.drawn')],
      ['line', 'Intérêts', lines.get('loan.interest')],
      ['line', 'Amortissement du capital', lines.get('loan.principal')],
      ['subtotal', 'Annuité', lines.get('loan.payment')],
      ['total', 'Capital restant dû à la fin de l’exercice', lines.get('loan.closing')],
    ],
  );
}

export function loanByMonth(computed: ComputedDeal): Table {
  const { deal, figures } = computed;
  const { loan } = deal.borrower.plan;
  const closings = figures.of(loan.closing);
  const last = closings.findLastIndex((value) => value !== null && !value.isZero()) + 1;
  const columns = [
    ['Capital initial', loan.opening],
    ['Tirage', loan.drawn],
    ['Intérêts', loan.interest],
    ['Amortissement', loan.principal],
    ['Échéance', loan.payment],
    ['Capital final', loan.closing],
  ] as const;
  return {
    id: 'echeancier-mensuel',
    title: withName(computed, 'Échéancier mensuel du prêt', deal.borrower),
    unit: 'en euros',
    columns: columns.map(([label]) => label),
    rows: Array.from({ length: Math.max(0, last + 1) }, (_, month) => ({
      kind: 'line' as const,
      label: monthLabel(figures.timeline.start, month),
      cells: columns.map(([, line]) => ({ line: line.id, period: month })),
    })),
    notes: [],
  };
}

function monthLabel(start: string, month: number): string {
  const first = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + month;
  return `${String((first % 12) + 1).padStart(2, '0')}/${Math.floor(first / 12)}`;
}

export function covenantsByYear(computed: ComputedDeal): Table {
  const { deal } = computed;
  // The cover of the operator: that of a property company is told with its rents.
  const { operatorCover } = deal;
  const isAfterTax = ({ id }: { readonly id: string }) => id.endsWith('cover-after-tax');
  const cover = deal.covenants.find(isAfterTax)?.byYear;
  return {
    ...byYear(
      computed,
      {
        id: 'couverture',
        title: withName(computed, 'Couverture des annuités', deal.operator),
        notes: [
          `Testée sur les exercices de douze mois après le différé. Ce n’est pas un DSCR : ${
            deal.lease === undefined
              ? 'il n’y a pas de loyer.'
              : 'le loyer est une charge, déjà déduite de l’EBE.'
          }`,
        ],
      },
      [
        ['line', 'Excédent brut d’exploitation (EBE)', deal.operator.balances.ebe],
        ['line', 'Annuités des emprunts', operatorCover.annuities],
        ['line', 'EBE / annuités, avant impôt', operatorCover.beforeTax],
        ['total', '(EBE − impôt payé − renouvellement) / annuités', cover],
      ],
    ),
    unit: 'en euros ; deux dernières lignes : rapports',
  };
}
