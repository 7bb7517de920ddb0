import type { ComputedDeal } from '../analysis/computed.ts';
import { NO_BREAK_SPACE, writeCount, writeMoney, writeRate } from '../formula/french.ts';
import type { Row, Table } from './table.ts';

type Impact = NonNullable<ComputedDeal['deal']['impact']>;
type Indicator = Impact['programme']['indicators'][number];

const TYPES = { output: 'réalisation', outcome: 'résultat', lasting: 'effet durable' } as const;

/** What the contract says: who does what, what is measured and how it is paid. Words and typed numbers, nothing computed. */
export function contractTables(computed: ComputedDeal, { programme }: Impact): Table[] {
  return [partiesTable(computed, programme), indicatorsTable(programme)];
}

function partiesTable(computed: ComputedDeal, programme: Impact['programme']): Table {
  const nameOf = (party: string) => computed.deal.setting.ledger.parties.get(party)?.label ?? party;
  const { premiumRateCap, payer, cap, structurer, evaluator, tranches } = programme;
  const rows: readonly (readonly [string, string, string])[] = [
    ['Porteur du programme', computed.deal.operator.label, programme.label],
    ['Payeur des résultats', nameOf(payer), `au plus ${writeMoney(cap)}`],
    ...[...new Set(tranches.map(({ from }) => from))].map(
      (from) =>
        [
          'Investisseur',
          nameOf(from),
          premiumRateCap === null
            ? 'rémunération sans taux maximal'
            : `rémunération d’au plus ${writeRate(premiumRateCap)} par an`,
        ] as const,
    ),
    ['Structureur', nameOf(structurer), `${writeRate(programme.structuringShare)} des tranches`],
    ['Évaluateur', nameOf(evaluator), `${writeRate(programme.evaluationShare)} des tranches`],
  ];
  return {
    id: 'impact-parties',
    stacks: true,
    title: 'Qui fait quoi dans le contrat à impact',
    unit: 'noms et conditions du contrat',
    columns: ['Partie', 'Condition'],
    rows: rows.map(([label, party, said]): Row => ({ kind: 'line', label, cells: [party, said] })),
    notes: [
      'L’évaluateur n’a pas d’autre rôle dans le contrat : il constate les résultats que le payeur paie.',
    ],
  };
}

/** « 4 687,50 € par personne, jusqu’à 320 ». */
function priceOf({ pricing, unit, unitPrice, ceiling, target, ...levels }: Indicator): string {
  if (pricing === 'linear') return `${writeMoney(unitPrice)} par ${unit}, jusqu’à ${writeCount(ceiling)}`;
  if (pricing === 'binary') return `${writeMoney(levels.paymentAtTarget)} à la cible, rien avant`;
  return `${writeMoney(levels.paymentAtThreshold)} au seuil, ${writeMoney(levels.paymentAtTarget)} à la cible, ${writeMoney(levels.paymentAtCeiling)} au plafond`;
}

function indicatorsTable({ indicators }: Impact['programme']): Table {
  return {
    id: 'impact-indicateurs',
    title: 'Indicateurs et barème',
    unit: 'à chaque mesure',
    columns: ['Type', 'Seuil', 'Cible', 'Plafond', 'Paiement', 'Pondération', 'Preuve', 'Comparaison'],
    rows: indicators.map((indicator): Row => {
      const { label, type, threshold, target, ceiling, weight, evidence, comparisonGroup } = indicator;
      return {
        kind: 'line',
        label,
        cells: [
          TYPES[type],
          writeCount(threshold),
          writeCount(target),
          writeCount(ceiling),
          priceOf(indicator),
          weight.eq(1) ? `100${NO_BREAK_SPACE}%` : writeRate(weight),
          evidence === '' ? 'à préciser' : evidence,
          comparisonGroup === '' ? 'aucune : effet propre non isolé' : comparisonGroup,
        ],
      };
    }),
    notes: [
      'Sous le seuil, rien n’est dû ; au-delà du plafond, rien de plus. Le paiement de chaque indicateur est arrondi au centime, puis additionné dans la limite du plafond du contrat.',
    ],
  };
}
