import type { ComputedDeal } from '../analysis/computed.ts';
import type { Row, Table, TableCell } from './table.ts';
import { once } from './year-table.ts';

type Guarantees = NonNullable<ComputedDeal['deal']['guarantees']>;

function line(label: string, cells: readonly TableCell[], kind: Row['kind'] = 'line'): Row {
  return { kind, label, cells };
}

/** The three ratios of each local authority, with their head-room. */
export function guaranteeRatiosTable({ list, firstAnnuity }: Guarantees): Table | undefined {
  const authorities = list.filter(({ limits }) => limits !== undefined);
  if (authorities.length === 0) return undefined;
  const words: Readonly<Record<string, string>> = {
    'galland-1': 'Ratio 1 : annuités propres et garanties, provisions déduites',
    'galland-2': 'Ratio 2 : annuités garanties à ce débiteur',
    'galland-3': 'Ratio 3 : quotité, toutes collectivités ensemble',
  };
  return {
    id: 'garantie-ratios',
    stacks: true,
    title: 'Ratios de la collectivité (« ratios Galland »)',
    unit: 'en euros par an ; ratio 3 : part du prêt',
    columns: ['Valeur', 'Plafond', 'Marge', 'Article'],
    rows: [
      line('Première annuité entière du prêt', [once(firstAnnuity), null, null, null]),
      ...authorities.flatMap(({ terms, limits }): Row[] =>
        limits === undefined
          ? []
          : [
              ...(authorities.length === 1 ? [] : [line(terms.label, [], 'heading')]),
              line('Dont garantie', [once(limits.guaranteedAnnuity), null, null, null]),
              ...limits.ratios.map(({ id, value, limit, headroom, article }) =>
                line(words[id] ?? id, [once(value), once(limit), once(headroom), article]),
              ),
              line('Quotité la plus forte que les trois ratios permettent', [
                once(limits.maximumCoverage),
                null,
                null,
                null,
              ]),
            ],
      ),
    ],
    notes: [
      'Les ratios comptent les annuités, jamais l’encours ; l’annuité est celle de l’échéancier réel, sur les douze mois qui suivent le différé.',
    ],
  };
}
