import type { ComputedDeal } from '../analysis/computed.ts';
import type { Indicator } from '../dossier/programme-terms.ts';
import { OUTCOME_WORDS, OUTCOMES } from '../dossier/programme-terms.ts';
import { writeCount, writeMonth } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import { contractTables } from './impact-contract-tables.ts';
import { measured, outcomesTable, row } from './impact-outcome-table.ts';
import type { Table } from './table.ts';
import { byYear, isNil, type Kind, once } from './year-table.ts';

type Impact = NonNullable<ComputedDeal['deal']['impact']>;

/** The tables of a contrat à impact, in the order of its questions; none elsewhere. */
export function impactTables(computed: ComputedDeal): Table[] {
  const { impact } = computed.deal;
  if (impact === undefined) return [];
  return [
    partsTable(computed, impact),
    outcomesTable(computed, impact),
    planTable(computed, impact),
    ...contractTables(computed, impact),
    waterfallTable(computed, impact),
    tranchesTable(computed, impact),
    budgetTable(computed, impact),
    ...(impact.vehicle === undefined ? [] : [vehicleTable(computed, impact.vehicle)]),
  ];
}

/** What the column adds up: the site or the machines with their loan, the programme, both. */
function partsTable(computed: ComputedDeal, { outcome }: Impact): Table {
  const hasSite = computed.deal.premises !== undefined;
  const of = (label: string, id: string, kind: Kind = 'line') =>
    row(
      kind,
      label,
      ['beside', 'programme', 'sum'].map((part) => measured(computed, `impact.parts.${id}.${part}`)),
    );
  return {
    id: 'impact-trois-parts',
    title: hasSite ? 'Prêt bancaire seul (R1), programme, ensemble' : 'Entreprise, programme, ensemble',
    unit: 'en euros',
    columns: [hasSite ? 'R1 : site et prêt' : 'Entreprise, sans site', 'Programme', 'Ensemble'],
    rows: [
      of('Emplois', 'uses'),
      of('Ressources', 'sources'),
      of('Dont prêt bancaire', 'loan'),
      of('Dont tranches des investisseurs', 'investors'),
      of('Dont subventions et paiements aux résultats', 'public'),
      of('Variation de trésorerie jusqu’à la fin du calcul', 'cash', 'subtotal'),
    ],
    notes: [
      `Résultats retenus : ${OUTCOME_WORDS[outcome]}. Les emplois du programme vont de sa première dépense au dernier remboursement des investisseurs ; ceux du site s’arrêtent à la mise en service.`,
      'Un contrat à impact ne paie jamais de murs : le site reste financé comme dans la voie « prêt bancaire seul ». L’impôt dû sur le programme est dans la première colonne.',
    ],
  };
}

/** The plan of the programme alone. */
function planTable(computed: ComputedDeal, { plan, outcome }: Impact): Table {
  const rows = (items: Impact['plan']['uses']) =>
    items
      .filter(({ line }) => !isNil(computed, line))
      .map(({ label, line }) => row('line', label, [once(line)]));
  return {
    id: 'impact-plan',
    title: 'Plan du programme',
    unit: 'en euros',
    columns: ['Montant'],
    rows: [
      row('heading', 'Emplois', []),
      ...rows(plan.uses),
      row('total', 'Total des emplois', [once(plan.totalUses)]),
      row('heading', 'Ressources', []),
      ...rows(plan.sources),
      row('total', 'Total des ressources', [once(plan.totalSources)]),
    ],
    notes: [
      `Sur toute la vie du programme, résultats retenus : ${OUTCOME_WORDS[outcome]}. La TVA du programme n’est pas modélisée : ses dépenses se saisissent TVA non récupérée comprise.`,
    ],
  };
}

/** What what is due for an indicator is made of, as a hand computes it: label and measure. */
function stepsOf({ pricing, threshold, target, ceiling }: Indicator): (readonly [string, string])[] {
  const [low, aimed, high] = [threshold, target, ceiling].map((level) => writeCount(level));
  const amount: (readonly [string, string])[] =
    pricing === 'linear'
      ? [
          [`Résultats payés (seuil : ${low} ; plafond : ${high})`, 'paid-result'],
          ['× prix unitaire', 'price'],
        ]
      : [
          [
            pricing === 'binary'
              ? `Montant à la cible (${aimed}), rien avant`
              : `Montant du palier atteint (seuil : ${low} ; cible : ${aimed} ; plafond : ${high})`,
            'price',
          ],
        ];
  return [['Résultats retenus', 'result'], ...amount, ['× pondération', 'weight']];
}

/** Each measurement: what is due, paid, repaid, kept. */
function waterfallTable(computed: ComputedDeal, impact: Impact): Table {
  const { outcomes, outcome, programme } = impact;
  const { measurements } = outcomes[outcome];
  const of = (label: string, line: (item: (typeof measurements)[number]) => Line, kind: Kind = 'line') =>
    row(
      kind,
      label,
      measurements.map((item) => once(line(item))),
    );
  const monthOf = (item: (typeof measurements)[number]) =>
    writeMonth(computed.figures.timeline, computed.figures.of(item.month)[0]?.toNumber() ?? 0);
  return {
    id: 'impact-cascade',
    title: 'Paiement et remboursement à chaque mesure',
    unit: 'en euros, sauf résultats et pondération',
    columns: measurements.map((item) => `${item.label} (${monthOf(item)})`),
    rows: [
      ...programme.indicators.flatMap((indicator, position) => {
        const step = (label: string, id: string) =>
          row(
            'line',
            label,
            measurements.map((_, index) => measured(computed, `impact.m${index + 1}.${id}-${position + 1}`)),
          );
        return [
          row('heading', indicator.label, []),
          ...stepsOf(indicator).map(([label, id]) => step(label, id)),
          of('Dû pour cet indicateur', ({ due }) => due[position] as Line),
        ];
      }),
      row('heading', 'Paiement et partage', []),
      of('Payé, dans la limite du plafond', ({ payment }) => payment, 'subtotal'),
      of('Capital à rembourser', ({ owed }) => owed),
      of('1. Capital remboursé', ({ capital }) => capital),
      of('2. Rémunération des investisseurs', ({ premium }) => premium),
      of('3. Laissé à l’entreprise', ({ kept }) => kept),
    ],
    notes: [
      `Résultats retenus : ${OUTCOME_WORDS[outcome]}. Le jour du paiement, le capital des investisseurs est remboursé d’abord, puis leur rémunération dans la limite du taux maximal (compté en mois), jamais plus que ce qui est reçu. Ce qui reste dû après la dernière mesure est abandonné.`,
      'Entre les tranches : le capital au prorata de ce que chacune attend encore, la rémunération au prorata de ce que chacune a versé.',
    ],
  };
}

/** Each tranche by year. */
function tranchesTable(computed: ComputedDeal, { programme, flows }: Impact): Table {
  const line = (id: string) => computed.measures.lines.get(`impact.${id}.year`);
  const nameOf = (party: string) => computed.deal.setting.ledger.parties.get(party)?.label ?? party;
  const labelled = (index: number) => {
    const tranche = programme.tranches[index];
    return tranche === undefined ? '' : `${tranche.label} (${nameOf(tranche.from)})`;
  };
  return byYear(
    computed,
    {
      id: 'impact-tranches',
      title: 'Tranches des investisseurs, par exercice',
      notes: [
        'Reçu moins versé, avant l’impôt de l’investisseur ; reste dû à la fin de l’exercice. Les taux de rendement sont dans « Rendements par financeur et par instrument ».',
      ],
    },
    flows.flatMap(
      (_, index) =>
        [
          ['line', labelled(index), line(`tranche-${index + 1}.flow`)],
          ['line', `${labelled(index)} : reste dû`, line(`tranche-${index + 1}.closing`)],
        ] as const,
    ),
  );
}

/** What the payer must budget each year, in each outcome. */
function budgetTable(computed: ComputedDeal, { programme }: Impact): Table {
  const line = (id: string) => computed.measures.lines.get(`impact.${id}.year`);
  const payer = computed.deal.setting.ledger.parties.get(programme.payer)?.label ?? programme.payer;
  return byYear(
    computed,
    {
      id: 'impact-budget',
      title: `Budget du payeur par exercice : ${payer}`,
      notes: [
        'Dépense de fonctionnement l’année de chaque mesure ; l’engagement est pris à la signature, pour le plafond des paiements.',
      ],
    },
    [
      ...OUTCOMES.map(
        (outcome) =>
          ['line', `Paiements aux résultats : ${OUTCOME_WORDS[outcome]}`, line(`${outcome}.paid`)] as const,
      ),
      ['line', 'Coût du programme, payé par l’entreprise', line('costs')],
      ['subtotal', 'Trésorerie du programme : reçu moins payé par l’entreprise', line('net')],
    ],
  );
}

/** The books of the vehicle that issues the bond: what comes in goes out. */
function vehicleTable(computed: ComputedDeal, vehicle: NonNullable<Impact['vehicle']>): Table {
  const { balances, books } = vehicle;
  return byYear(
    computed,
    {
      id: 'impact-vehicule',
      title: `Comptes du véhicule : ${vehicle.label}`,
      notes: [
        'Il émet l’obligation, avance tout à l’entreprise et reverse le jour même ce qu’elle lui rend : ni trésorerie, ni résultat.',
      ],
    },
    [
      ['line', 'Créance sur le programme', books.balances.get('impactClaims')],
      ['line', 'Obligation due aux investisseurs', books.balances.get('otherEquity')],
      ['subtotal', 'Trésorerie', books.cash],
      ['line', 'Rémunération reçue', books.yearlyFlows.get('investmentIncome')],
      ['line', 'Rémunération versée', books.yearlyFlows.get('interest')],
      ['line', 'Créance perdue', books.yearlyFlows.get('claimWrittenOff')],
      ['line', 'Obligation abandonnée', books.yearlyFlows.get('debtWrittenOff')],
      ['total', 'Résultat', balances.result],
    ],
  );
}
