import type { ComputedDeal } from '../analysis/computed.ts';
import { ACCOUNT_IDS, type AccountClass, accountOf } from '../ledger/accounts.ts';
import type { Table } from './table.ts';
import { byYear } from './year-table.ts';

/** Years shown in a plan de financement « à 3-5 ans ». */
const PLAN_YEARS = 5;

export function incomeStatement(computed: ComputedDeal): Table {
  const { books, balances } = computed.deal.operator;
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

export function managementBalances(computed: ComputedDeal): Table {
  const { balances } = computed.deal.operator;
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

export function cashPlan(computed: ComputedDeal): Table {
  const { cashPlan: plan } = computed.deal.operator;
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

export function balanceSheet(computed: ComputedDeal): Table {
  const { books } = computed.deal.operator;
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

export function yearlyPlan(computed: ComputedDeal): Table {
  const { fundingStatement: statement, cashPlan: plan } = computed.deal.operator;
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

/** What each party outside the deal receives less what it pays, by year. */
export function partyFlows(computed: ComputedDeal): Table {
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
