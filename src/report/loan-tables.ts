import type { ComputedDeal } from '../analysis/computed.ts';
import { withName } from './company-table.ts';
import type { Table } from './table.ts';
import { byYear, isNil } from './year-table.ts';

/** A loan with its schedule. */
interface Scheduled {
  /** After the ids of its tables: nothing for the loan of who buys the site. */
  readonly id: string;
  /** Before the ids of its yearly measures. */
  readonly measure: string;
  readonly name: string;
  readonly loan: ComputedDeal['deal']['borrower']['plan']['loan'];
}

/** The loan of who buys the site; with a property company that of the operator, and that of the exit, when drawn. */
function scheduledLoans(computed: ComputedDeal): Scheduled[] {
  const { borrower, operator, vehicle, exit, premises } = computed.deal;
  const own = {
    id: '',
    measure: 'loan',
    name: withName(computed, 'du prêt', borrower),
    loan: borrower.plan.loan,
  };
  // Without site nor loan, a schedule would be empty.
  if (premises === undefined && isNil(computed, own.loan.closing)) return [];
  if (vehicle === undefined) return [own];
  const others: Scheduled[] = [
    {
      id: '-exploitant',
      measure: 'operator.loan',
      name: withName(computed, 'du prêt', operator),
      loan: operator.plan.loan,
    },
    ...(exit?.refinancing === undefined
      ? []
      : [
          {
            id: '-refinancement',
            measure: 'refinancing.loan',
            name: withName(computed, 'du refinancement de la sortie', vehicle),
            loan: exit.refinancing,
          },
        ]),
  ];
  return [own, ...others.filter(({ loan }) => !isNil(computed, loan.closing))];
}

/** The schedules of the loans of banks, by fiscal year, then by month. */
export function loanSchedules(computed: ComputedDeal): Table[] {
  return scheduledLoans(computed).flatMap((scheduled) => [
    loanByYear(computed, scheduled),
    loanByMonth(computed, scheduled),
  ]);
}

function loanByYear(computed: ComputedDeal, { id, measure, name }: Scheduled): Table {
  const line = (part: string) => computed.measures.lines.get(`${measure}.${part}`);
  return byYear(
    computed,
    {
      id: `echeancier-annuel${id}`,
      title: `Échéancier annuel ${name}`,
      notes: ['Intérêts de la mobilisation compris.'],
    },
    [
      ['line', 'Capital restant dû au début de l’exercice', line('opening')],
      ['line', 'Tirages', line('drawn')],
      ['line', 'Intérêts', line('interest')],
      ['line', 'Amortissement du capital', line('principal')],
      ['subtotal', 'Annuité', line('payment')],
      ['total', 'Capital restant dû à la fin de l’exercice', line('closing')],
    ],
  );
}

function loanByMonth({ figures }: ComputedDeal, { id, name, loan }: Scheduled): Table {
  const closings = figures.of(loan.closing);
  const first = id === '-refinancement' ? closings.findIndex((value) => value?.isZero() === false) : 0;
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
    id: `echeancier-mensuel${id}`,
    title: `Échéancier mensuel ${name}`,
    unit: 'en euros',
    columns: columns.map(([label]) => label),
    rows: Array.from({ length: Math.max(0, last + 1 - first) }, (_, index) => ({
      kind: 'line' as const,
      label: monthLabel(figures.timeline.start, first + index),
      cells: columns.map(([, line]) => ({ line: line.id, period: first + index })),
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
        ['total', '(EBE − impôt et participation payés − renouvellement) / annuités', cover],
      ],
    ),
    unit: 'en euros ; deux dernières lignes : rapports',
  };
}
