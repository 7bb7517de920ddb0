import type { ComputedDeal } from '../analysis/computed.ts';
import { NO_BREAK_SPACE } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import type { Row, Table, TableCell } from './table.ts';
import { byYear, isNil, type Kind, once } from './year-table.ts';

type Group = NonNullable<ComputedDeal['deal']['group']>;
type YearRow = readonly [Kind, string, Line | undefined];

/** What a group whose capital opens has that no other deal has; nothing elsewhere. */
export function groupTables(computed: ComputedDeal): Table[] {
  const { group } = computed.deal;
  if (group === undefined) return [];
  return [
    capitalTable(computed, group),
    ...(group.exit.sold.length === 0
      ? []
      : [groupExitTable(computed, group), capacityTable(computed, group)]),
    dividendsTable(computed, group),
    ...group.levels.map((level) => consolidatedTable(computed, group, level)),
  ];
}

/** Capital and votes, round by round: two things that are never deduced from one another. */
function capitalTable({ deal, figures }: ComputedDeal, group: Group): Table {
  const { path } = deal;
  const rounds = path.kind === 'esus-holding' ? path.rounds : [];
  const { capital } = group;
  const stages = capital.rounds.map((stage, index) => {
    const votes = stage.id.startsWith('after-round-') ? (rounds[index - 1]?.votes ?? []) : undefined;
    return { ...stage, votes };
  });
  // A buyer that holds nothing before the exit has no row.
  const holds = (position: number) =>
    stages.some(({ shares }) => {
      const line = shares[position];
      return line !== undefined && figures.of(line)[0]?.isZero() === false;
    });
  const place = group.issuer.termsPath.replace(/\.terms$/, '');
  const votesOf = (stage: (typeof stages)[number], index: number, party: string): TableCell => {
    if (stage.votes === undefined) return null;
    const position = stage.votes.findIndex(({ from }) => from === party);
    const vote = stage.votes[position];
    return vote === undefined
      ? stage.votes.length === 0
        ? 'non saisies'
        : null
      : {
          rate: vote.share.toFixed(),
          assumption: `${place}.rounds[${index - 1}].votes[${position}].share`,
        };
  };
  const columnsOf = <T>(of: (stage: (typeof stages)[number], index: number) => readonly T[]): T[] =>
    stages.flatMap((stage, index) => of(stage, index));
  const money = (label: string, pick: (stage: (typeof stages)[number]) => Line | undefined): Row[] =>
    stages.some((stage) => pick(stage) !== undefined)
      ? [
          {
            kind: 'line',
            label,
            cells: columnsOf<TableCell>((stage) => {
              const line = pick(stage);
              return [line === undefined ? null : once(line), ...(stage.votes === undefined ? [] : [null])];
            }),
          },
        ]
      : [];
  return {
    id: 'capital-et-voix',
    title: 'Capital et voix, tour par tour',
    unit: 'parts et voix en % ; valeurs en euros',
    columns: columnsOf((stage) => [
      `Capital ${stage.label}`,
      ...(stage.votes === undefined ? [] : [`Voix ${stage.label}`]),
    ]),
    rows: [
      ...capital.holders.flatMap((holder, position): Row[] =>
        holds(position)
          ? [
              {
                kind: 'line',
                label: holder.label,
                cells: columnsOf<TableCell>((stage, index) => [
                  once(stage.parts[position] as Line),
                  ...(stage.votes === undefined ? [] : [votesOf(stage, index, holder.party)]),
                ]),
              },
            ]
          : [],
      ),
      ...money('Valeur avant l’argent du tour', ({ preMoney }) => preMoney),
      ...money('Argent du tour', ({ raised }) => raised),
      {
        kind: 'subtotal',
        label: 'Nombre d’actions',
        cells: columnsOf<TableCell>((stage) => [
          once(stage.total),
          ...(stage.votes === undefined ? [] : [null]),
        ]),
      },
    ],
    notes: [
      'Capital : actions reçues, montant souscrit / prix d’une action. Voix : telles que les statuts et le pacte les fixent ; elles ne se déduisent jamais du capital.',
    ],
  };
}

/** What the shares are worth and what is paid for them, step by step, then who pays. */
function groupExitTable(computed: ComputedDeal, group: Group): Table {
  const { deal, figures } = computed;
  const { exit } = group.exit;
  const year = deal.path.kind === 'esus-holding' ? deal.path.exit.year : 0;
  const rowsOf = (part: (typeof exit.steps)[number]['part']): Row[] =>
    exit.steps
      .filter(
        ({ part: own, sign, line }) =>
          own === part && (sign === '=' || sign === '×' || !isNil(computed, line)),
      )
      .map(({ sign, label, line }) => ({
        kind: sign === '=' ? ('subtotal' as const) : ('line' as const),
        label:
          sign === '−' || sign === '×'
            ? `${sign}${NO_BREAK_SPACE}${label}`
            : /^group\.exit\.(floor|cap)\./.test(line.id)
              ? `Pour mémoire, ${label}`
              : label,
        cells: [once(line)],
      }));
  const heading = (label: string): Row => ({ kind: 'heading', label, cells: [] });
  const isFunded = figures.of(exit.unfunded)[0]?.isZero() ?? true;
  return {
    id: 'sortie',
    title: `Sortie des investisseurs, en année ${year}`,
    unit: 'en euros, au mois de la sortie',
    columns: ['Montant'],
    rows: [
      heading('De l’EBE à la valeur des actions'),
      ...rowsOf('net-assets'),
      heading('De la valeur au prix'),
      ...rowsOf('price'),
      ...group.exit.sold.map(({ holder, price }) => ({
        kind: 'line' as const,
        label: `dont ${holder.label}`,
        cells: [once(price)],
      })),
      heading('Ce que paie l’acheteur'),
      ...rowsOf('cost'),
      heading('Avec quoi'),
      ...rowsOf('payment'),
      { kind: 'total', label: exit.buyOut.label, cells: [once(exit.buyOut)] },
    ],
    notes: [
      'L’EBE est lu après un loyer de marché sur les murs détenus, et les murs sont comptés à leur valeur : le loyer n’est jamais compté deux fois. Vendre les murs et les relouer au marché laisse le prix inchangé, droits et impôt mis à part.',
      'Plancher et plafond : prix auxquels les actions rapportent, dividendes compris, le taux annuel du dossier. Une activité qui perd de l’argent compte pour zéro.',
      isFunded
        ? 'La société ne rachète pas ses propres actions : l’acheteur est un associé ou un tiers.'
        : 'Une part du rachat n’est pas financée : les taux des investisseurs supposent qu’elle sera payée.',
    ],
  };
}

/** What the buyer can pay, and with what. */
function capacityTable({ deal }: ComputedDeal, group: Group): Table {
  const { capacity, cashOfBuyer, loanOfBuyer, dividendsOfBuyer } = group.exit;
  const buyer =
    deal.path.kind === 'esus-holding'
      ? (deal.setting.ledger.parties.get(deal.path.exit.buyer)?.label ?? deal.path.exit.buyer)
      : '';
  const need = deal.setting.calculation.line('group.exit.need');
  return {
    id: 'capacite-de-rachat',
    title: `Capacité de rachat – ${buyer}`,
    unit: 'en euros, au mois de la sortie',
    columns: ['Montant'],
    rows: [
      { kind: 'line', label: 'Trésorerie disponible', cells: [once(cashOfBuyer)] },
      {
        kind: 'line',
        label: 'Prêt que son autofinancement et ses dividendes remboursent',
        cells: [once(loanOfBuyer)],
      },
      {
        kind: 'line',
        label: 'Pour mémoire : dividendes reçus le dernier exercice clos',
        cells: [once(dividendsOfBuyer)],
      },
      { kind: 'subtotal', label: 'Capacité de rachat', cells: [once(capacity)] },
      { kind: 'line', label: 'À payer : actions et droits', cells: [once(need)] },
      { kind: 'total', label: 'Rachat non financé', cells: [once(group.exit.exit.unfunded)] },
    ],
    notes: [
      'Prêt : échéances mensuelles constantes que (autofinancement de l’acheteur + dividendes reçus) / couverture demandée rembourse sur la durée du dossier.',
    ],
  };
}

/** What each company may distribute and distributes, level by level: one level a year. */
function dividendsTable(computed: ComputedDeal, group: Group): Table {
  const { calculation } = computed.deal.setting;
  const rows = group.dividends.flatMap(({ company, dividends }): YearRow[] => [
    ['heading', company.label, undefined],
    ['line', 'Résultat de l’exercice', company.books.result],
    ['line', 'Distribuable sur cet exercice, report antérieur compris', dividends.distributable],
    ['subtotal', 'Dividendes versés en juin suivant', calculation.line(`${company.id}.dividends.decided`)],
  ]);
  return byYear(
    computed,
    {
      id: 'dividendes',
      title: 'Dividendes, niveau par niveau',
      notes: [
        'Décidés sur les comptes de l’exercice, versés en juin suivant : ce qu’une filiale verse en juin entre dans le résultat de l’année, et ne remonte d’un niveau qu’en juin d’après. Une société de l’ESS garde la moitié de son bénéfice ; la réserve légale et le fonds de développement ne sont jamais distribués, le report à nouveau peut l’être plus tard.',
        'Versé : part du distribuable que le dossier retient, dans la limite de la trésorerie de fin mai au-dessus de son minimum, rien si la banque bloque.',
      ],
    },
    rows,
  );
}

/** Several companies read as one: flows with the outside by kind, what passed inside, cash. */
function consolidatedTable(computed: ComputedDeal, group: Group, level: Group['levels'][number]): Table {
  const isWhole = level.id === 'group';
  return byYear(
    computed,
    {
      id: isWhole ? 'flux-consolides' : 'flux-consolides-filiales',
      title: isWhole ? 'Vue consolidée du groupe' : `Vue consolidée – ${level.label.toLowerCase()}`,
      notes: [
        'Flux avec l’extérieur seulement : loyers, apports et dividendes entre sociétés du périmètre sont retirés, et rappelés pour mémoire. Leur somme est la variation de la trésorerie consolidée, vérifiée chaque mois.',
        ...(isWhole ? ['EBE et dettes d’une filiale détenue en partie comptent pour la part détenue.'] : []),
      ],
    },
    [
      ...level.flows.map(({ label, ofYear }): YearRow => ['line', label, ofYear]),
      ['total', 'Trésorerie consolidée à la fin de l’exercice', level.cashAtEnd],
      ['line', 'Pour mémoire : flux internes retirés', level.within],
      ...(isWhole
        ? ([
            ['line', 'EBE consolidé', group.value.ebeOfYear],
            ['line', 'Dettes financières nettes de la trésorerie', group.value.netDebtOfMonth],
          ] as const)
        : []),
    ],
  );
}
