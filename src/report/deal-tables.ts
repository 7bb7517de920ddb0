import type { ComputedDeal } from '../analysis/computed.ts';
import type { Line } from '../formula/operations.ts';
import { ACCOUNT_IDS, type AccountClass, accountOf } from '../ledger/accounts.ts';
import type { FigureReference, Row, Table } from './table.ts';

/** Years shown in a plan de financement « à 3-5 ans ». */
const PLAN_YEARS = 5;

type Kind = Row['kind'];

/** The tables of a deal, in the order of a financing file. */
export function dealTables(computed: ComputedDeal): Table[] {
  return [
    initialPlan(computed),
    incomeStatement(computed),
    managementBalances(computed),
    cashPlan(computed),
    balanceSheet(computed),
    yearlyPlan(computed),
    loanByYear(computed),
    loanByMonth(computed),
    covenantsByYear(computed),
    partyFlows(computed),
    checks(computed),
  ];
}

function yearsShown(computed: ComputedDeal): { readonly index: number; readonly label: string }[] {
  const { figures, deal } = computed;
  const horizon = Number(deal.setting.dossier.values.horizonYears) * 12;
  return figures.timeline.years
    .filter((year) => year.firstMonth <= horizon)
    .map((year) => ({
      index: year.index,
      label: year.months === 12 ? String(year.calendarYear) : `${year.calendarYear} (${year.months} mois)`,
    }));
}

/** Whether a line has nothing to say: a row of zeros is noise. */
function isNil(computed: ComputedDeal, line: Line): boolean {
  return computed.figures.of(line).every((value) => value?.isZero() === true);
}

function once(line: Line): FigureReference {
  return { line: line.id, period: 0 };
}

/** A table by fiscal year: each row is a yearly line, or a monthly one read at the end of the year. */
function byYear(
  computed: ComputedDeal,
  about: Pick<Table, 'id' | 'title' | 'notes'>,
  rows: readonly (readonly [Kind, string, Line | undefined])[],
  count = Number.POSITIVE_INFINITY,
): Table {
  const years = yearsShown(computed).slice(0, count);
  return {
    ...about,
    unit: 'en euros',
    columns: years.map((year) => year.label),
    rows: rows
      .filter(([kind, , line]) => kind !== 'line' || line === undefined || !isNil(computed, line))
      .map(([kind, label, line]) => ({
        kind,
        label,
        cells: years.map((year) => {
          if (line === undefined) return null;
          if (line.rhythm === 'yearly') return { line: line.id, period: year.index };
          return { line: line.id, period: computed.figures.timeline.years[year.index]?.lastMonth ?? 0 };
        }),
      })),
  };
}

const STATUS_LABELS = {
  awarded: 'acquise',
  'in-review': 'en instruction',
  'to-request': 'à solliciter',
} as const;

const CATEGORY_LABELS = {
  'own-funds': 'Fonds propres',
  grant: "Subventions d'investissement",
  'quasi-own-funds': 'Quasi-fonds propres et avances',
  debt: 'Dettes',
} as const;

/** The plan de financement initial, in the order and groups of the trade, with funder and state of each source. */
function initialPlan(computed: ComputedDeal): Table {
  const { deal, measures } = computed;
  const { plan } = deal;
  const { ledger } = deal.setting;
  const row = (
    kind: Kind,
    side: string,
    id: string,
    label: string,
    line: Line,
    words: readonly string[] = ['', ''],
  ): Row => ({
    kind,
    label,
    cells: [once(line), shareOf(measures.lines.get(`share.${side}.${id}`)), ...words],
  });
  const heading = (label: string): Row => ({ kind: 'heading', label, cells: [] });
  const nameOf = (party: string | undefined) =>
    party === undefined ? '' : (ledger.parties.get(party)?.label ?? party);
  const funderOf = (line: Line): string =>
    nameOf(ledger.transfers.find((transfer) => transfer.id === line.id)?.from);
  const shown = plan.sources.filter((source) => !isNil(computed, source.line));
  const ofCategory = (category: keyof typeof CATEGORY_LABELS): Row[] => {
    const rows = deal.sources
      .filter((source) => source.category === category && shown.some((item) => item.id === source.id))
      .map((source) =>
        row('line', 'source', source.id, source.label, source.total, [
          funderOf(source.received) || nameOf(source.received.party ?? 'operator'),
          source.status === undefined ? '' : STATUS_LABELS[source.status],
        ]),
      );
    return rows.length === 0 ? [] : [heading(CATEGORY_LABELS[category]), ...rows];
  };
  const others = shown
    .filter((source) => !deal.sources.some((known) => known.id === source.id))
    .map((source) =>
      row('line', 'source', source.id, source.label, source.line, [
        source.id === 'gap' ? '' : nameOf(deal.path.terms.lender),
        source.id === 'gap' ? 'à trouver' : 'à solliciter',
      ]),
    );
  const vat = measures.lines.get('vat-to-prefinance');
  const memo: Row[] =
    vat === undefined || isNil(computed, vat)
      ? []
      : [
          heading('Pour mémoire, hors total'),
          { kind: 'line', label: 'TVA sur investissements à préfinancer', cells: [once(vat), null, '', ''] },
          {
            kind: 'line',
            label: 'Relais TVA, remboursé en totalité',
            cells: [once(vat), null, nameOf(deal.path.terms.lender), 'à solliciter'],
          },
        ];
  return {
    id: 'plan-initial',
    title: 'Plan de financement initial',
    unit: deal.setting.dossier.values.operator.subjectToVat ? 'en euros, HT' : 'en euros, TTC',
    columns: ['Montant', 'Part du total', 'Financeur', 'État'],
    rows: [
      heading('Besoins'),
      ...plan.uses
        .filter((use) => !isNil(computed, use.line))
        .map((use) => row('line', 'use', use.id, use.label, use.line)),
      row('total', 'use', 'total', 'Total des besoins', plan.totalUses),
      heading('Ressources'),
      ...ofCategory('own-funds'),
      ...ofCategory('grant'),
      ...ofCategory('quasi-own-funds'),
      heading('Dettes'),
      ...ofCategory('debt').slice(1),
      ...others,
      row('total', 'source', 'total', 'Total des ressources', plan.totalSources),
      ...memo,
    ],
    notes: [
      'Du mois de la signature à celui de la mise en service. La TVA récupérable et les subventions à recevoir sont portées par un relais remboursé en totalité : seul son intérêt est un besoin.',
    ],
  };
}

function shareOf(line: Line | undefined): FigureReference | null {
  return line === undefined ? null : once(line);
}

function incomeStatement(computed: ComputedDeal): Table {
  const { books, balances } = computed.deal;
  const accounts = (accountClass: AccountClass, heading: string) =>
    ACCOUNT_IDS.filter(
      (id) => accountOf(id).class === accountClass && accountOf(id).heading === heading,
    ).flatMap((id) => {
      const line = books.yearlyFlows.get(id);
      return line === undefined ? [] : [['line', accountOf(id).label, line] as const];
    });
  return byYear(
    computed,
    {
      id: 'compte-de-resultat',
      title: 'Compte de résultat prévisionnel',
      notes: [
        'Hors taxes. Les subventions virées au résultat ne sont pas encaissées : elles sont hors EBE et hors CAF (ANC 2022-06).',
      ],
    },
    [
      ['heading', "Produits d'exploitation", undefined],
      ...accounts('income', "Produits d'exploitation"),
      ['heading', "Charges d'exploitation", undefined],
      ...accounts('expense', "Charges d'exploitation"),
      ['subtotal', "Résultat d'exploitation", balances.operatingResult],
      ...accounts('expense', 'Charges financières'),
      ['subtotal', 'Résultat financier', balances.financialResult],
      ['subtotal', 'Résultat courant avant impôts', balances.currentResult],
      ...accounts('expense', 'Impôts sur les bénéfices'),
      ['total', 'Bénéfice ou perte', balances.result],
    ],
  );
}

function managementBalances(computed: ComputedDeal): Table {
  const { balances } = computed.deal;
  return byYear(
    computed,
    { id: 'soldes', title: 'Soldes intermédiaires de gestion', notes: ['Hors taxes.'] },
    [
      ['line', "Production de l'exercice", balances.production],
      ['line', 'Valeur ajoutée', balances.valueAdded],
      ['subtotal', "Excédent brut d'exploitation (EBE)", balances.ebe],
      ['line', 'EBE hors aides au poste', balances.ebeWithoutJobAids],
      ['line', "Résultat d'exploitation", balances.operatingResult],
      ['line', 'Résultat courant avant impôts', balances.currentResult],
      ['line', "Résultat de l'exercice", balances.result],
      ['total', "Capacité d'autofinancement (CAF)", balances.cashFlowCapacity],
    ],
  );
}

function cashPlan(computed: ComputedDeal): Table {
  const { cashPlan: plan } = computed.deal;
  return byYear(
    computed,
    { id: 'tresorerie', title: 'Trésorerie', notes: ['Toutes taxes comprises, à la date des paiements.'] },
    [
      ['subtotal', "Trésorerie au début de l'exercice", plan.opening],
      ['heading', 'Encaissements', undefined],
      ...plan.received.map((line) => ['line', line.label, line.yearly] as const),
      ['subtotal', 'Total des encaissements', plan.totalReceived],
      ['heading', 'Décaissements', undefined],
      ...plan.paid.map((line) => ['line', line.label, line.yearly] as const),
      ['subtotal', 'Total des décaissements', plan.totalPaid],
      ['total', "Trésorerie à la fin de l'exercice", plan.closing],
    ],
  );
}

function balanceSheet(computed: ComputedDeal): Table {
  const { books } = computed.deal;
  const accounts = (classes: readonly AccountClass[]) =>
    ACCOUNT_IDS.filter((id) => classes.includes(accountOf(id).class)).flatMap((id) => {
      const line = books.balances.get(id);
      return line === undefined ? [] : [['line', accountOf(id).label, line] as const];
    });
  return byYear(
    computed,
    {
      id: 'bilan',
      title: 'Bilan comptable prévisionnel',
      notes: ["Au 31 décembre. Le résultat de l'exercice rejoint les réserves en janvier suivant."],
    },
    [
      ['heading', 'Actif', undefined],
      ...accounts(['asset']),
      ['total', "Total de l'actif", books.assets],
      ['heading', 'Passif', undefined],
      ...accounts(['equity', 'liability']),
      ['total', 'Total du passif', books.equityAndLiabilities],
    ],
  );
}

function yearlyPlan(computed: ComputedDeal): Table {
  const { fundingStatement: statement, cashPlan: plan } = computed.deal;
  return byYear(
    computed,
    {
      id: 'plan-annuel',
      title: 'Plan de financement à cinq ans',
      notes: [
        'Le solde annuel est la variation de la trésorerie ; la première année, la trésorerie de la signature s’y ajoute.',
      ],
    },
    [
      ['heading', 'Besoins', undefined],
      ['line', 'Investissements', statement.investments],
      ['line', 'Variation du besoin en fonds de roulement', statement.workingCapitalChange],
      ['line', "Remboursements d'emprunts (capital)", statement.repayments],
      ['subtotal', 'Total des besoins', statement.totalUses],
      ['heading', 'Ressources', undefined],
      ['line', 'Fonds propres apportés', statement.ownFunds],
      ['line', "Subventions d'investissement", statement.grants],
      ['line', 'Emprunts et relais', statement.borrowings],
      ['line', 'Financement à trouver', statement.toFind],
      ['line', "Capacité d'autofinancement", statement.cashFlowCapacity],
      ['subtotal', 'Total des ressources', statement.totalResources],
      ['total', 'Solde annuel', statement.balance],
      ['total', "Trésorerie à la fin de l'exercice", plan.closing],
    ],
    PLAN_YEARS,
  );
}

function loanByYear(computed: ComputedDeal): Table {
  const { lines } = computed.measures;
  return byYear(
    computed,
    {
      id: 'echeancier-annuel',
      title: 'Échéancier annuel du prêt',
      notes: ['Intérêts de la mobilisation compris.'],
    },
    [
      ['line', "Capital restant dû au début de l'exercice", lines.get('loan.opening')],
      ['line', 'Tirages', lines.get('loan.drawn')],
      ['line', 'Intérêts', lines.get('loan.interest')],
      ['line', 'Amortissement du capital', lines.get('loan.principal')],
      ['subtotal', 'Annuité', lines.get('loan.payment')],
      ['total', "Capital restant dû à la fin de l'exercice", lines.get('loan.closing')],
    ],
  );
}

function loanByMonth({ deal, figures }: ComputedDeal): Table {
  const { loan } = deal.plan;
  const closings = figures.of(loan.closing);
  const last = closings.findLastIndex((value) => value !== null && !value.isZero()) + 1;
  const columns = [
    ['Capital au début du mois', loan.opening],
    ['Tirage', loan.drawn],
    ['Intérêts', loan.interest],
    ['Amortissement', loan.principal],
    ['Échéance', loan.payment],
    ['Capital à la fin du mois', loan.closing],
  ] as const;
  return {
    id: 'echeancier-mensuel',
    title: 'Échéancier mensuel du prêt',
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

function covenantsByYear(computed: ComputedDeal): Table {
  const { deal } = computed;
  const cover = deal.covenants.find((covenant) => covenant.id === 'cover')?.byYear;
  return {
    ...byYear(
      computed,
      {
        id: 'couverture',
        title: 'Couverture des annuités',
        notes: [
          'Testée sur les exercices de douze mois après le différé. Ce n’est pas un DSCR : il n’y a pas de loyer.',
        ],
      },
      [
        ['line', "Excédent brut d'exploitation (EBE)", deal.balances.ebe],
        ['line', 'Annuités des emprunts', deal.annuities],
        ['line', 'EBE / annuités, avant impôt', deal.coverBeforeTax],
        ['total', '(EBE − impôt payé − renouvellement) / annuités', cover],
      ],
    ),
    unit: 'en euros ; deux dernières lignes : rapports',
  };
}

/** What each party outside the deal receives less what it pays, by year. */
function partyFlows(computed: ComputedDeal): Table {
  const { deal, measures } = computed;
  const rows = [...deal.partyFlows.keys()].flatMap((party) => {
    const line = measures.lines.get(`party.${party}.net.year`);
    const label = deal.setting.ledger.parties.get(party)?.label ?? party;
    return line === undefined ? [] : [['line', label, line] as const];
  });
  return byYear(
    computed,
    {
      id: 'flux',
      title: 'Flux par partie',
      notes: [
        "Reçu moins payé. La somme de toutes les parties est l'opposé de la variation de trésorerie de l'exploitant.",
      ],
    },
    rows,
  );
}

function checks({ deal }: ComputedDeal): Table {
  return {
    id: 'controles',
    title: 'Contrôles',
    unit: 'en euros ; chaque écart doit être nul',
    columns: ['Écart'],
    rows: deal.laws.map((law) => ({ kind: 'line' as const, label: law.label, cells: [once(law.gap)] })),
    notes: ['Lois de conservation vérifiées sur tous les mois du calcul.'],
  };
}
