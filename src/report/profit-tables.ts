import type { ComputedDeal } from '../analysis/computed.ts';
import { CUSTOMER_LABELS } from '../dossier/revenue-stream.ts';
import { NO_BREAK_SPACE } from '../formula/french.ts';
import { type KeptCompany, nameTable } from './company-table.ts';
import type { Table } from './table.ts';
import { byYear } from './year-table.ts';

/** Where each result goes, with the article that says so. */
export function profitAllocationTable(
  computed: ComputedDeal,
  company: KeptCompany = computed.deal.operator,
): Table {
  const { books } = company;
  const { shown = [{ label: 'Réserves', article: 'décision de l’assemblée', line: books.result }] } =
    books.allocation;
  return byYear(
    computed,
    {
      ...nameTable(computed, company, 'affectation', 'Affectation du résultat'),
      notes: [
        'Résultat de chaque exercice, affecté par l’assemblée en juin suivant ; les distributions sont payées ce mois-là.',
        ...(books.labourShare === undefined
          ? []
          : [
              'SCOP : la part travail, déjà en charge de l’exercice, est une participation des salariés déduite du bénéfice imposable (CGI art. 214) et versée en juin suivant. Les fractions de la loi 78-763 art. 33 se lisent sur le résultat augmenté de cette part.',
            ]),
      ],
    },
    [
      ['subtotal', 'Résultat de l’exercice', books.result],
      ...shown.map(({ label, article, line }) => ['line', `${label} (${article})`, line] as const),
    ],
  );
}

/** The turnover of each stream; undefined when it is one amount. */
export function revenueTable(computed: ComputedDeal): Table | undefined {
  const { activity, setting } = computed.deal;
  const { revenues } = setting.dossier.values.operator;
  if (activity.streams.length === 0) return undefined;
  const ends = revenues.flatMap(({ label, end, renewalProbability }) =>
    end === null
      ? []
      : [
          `« ${label} » : contrat jusqu’en ${end.slice(5, 7)}/${end.slice(0, 4)}, renouvelé avec une probabilité de ${renewalProbability.times(100).toFixed(0)}${NO_BREAK_SPACE}% (${renewalProbability.gte('0.5') ? 'continue' : 's’arrête'} dans le cas central).`,
        ],
  );
  return byYear(
    computed,
    {
      id: 'recettes',
      title: 'Chiffre d’affaires par recette',
      notes: ['Hors taxes, à la date de facturation.', ...ends],
    },
    [
      ...activity.streams.map((stream) => {
        const customer = revenues.find(({ id }) => id === stream.id)?.customer;
        const who = customer === undefined ? '' : ` (${CUSTOMER_LABELS[customer]})`;
        return ['line', `${stream.label}${who}`, stream.ofYear] as const;
      }),
      ['total', 'Chiffre d’affaires', computed.deal.operator.books.yearlyFlows.get('sales')],
    ],
  );
}
