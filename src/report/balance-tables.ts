import type { ComputedDeal } from '../analysis/computed.ts';
import { vehicleWords } from '../dossier/vehicle-words.ts';
import { writeList } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import { ACCOUNT_IDS, type AccountClass, accountOf } from '../ledger/accounts.ts';
import { type KeptCompany, nameTable } from './company-table.ts';
import type { Table } from './table.ts';
import { byYear } from './year-table.ts';

/** The bilan comptable prévisionnel, then fonds de roulement, besoin en fonds de roulement and net cash. */
export function balanceSheet(computed: ComputedDeal, company: KeptCompany = computed.deal.operator): Table {
  const { books, functionalBalance } = company;
  const accounts = (classes: readonly AccountClass[]) =>
    ACCOUNT_IDS.filter((id) => classes.includes(accountOf(id).class)).flatMap((id) => {
      const line = books.balances.get(id);
      return line === undefined ? [] : [['line', accountOf(id).label, line] as const];
    });
  return byYear(
    computed,
    {
      ...nameTable(computed, company, 'bilan', 'Bilan comptable prévisionnel'),
      notes: [
        'Au 31 décembre. Le résultat de l’exercice est affecté en juin suivant. FRNG − BFR = trésorerie nette ; les relais en sont déduits. Jours comptés sur des mois de 30 jours.',
        ...(company === computed.deal.operator
          ? []
          : [
              'L’année de la mise en service, les loyers n’ont que quelques mois : les jours en sont grossis.',
            ]),
      ],
    },
    [
      ['heading', 'Actif', undefined],
      ...accounts(['asset']),
      ['total', 'Total de l’actif', books.assets],
      ['heading', 'Passif', undefined],
      ...accounts(['equity', 'liability']),
      ['total', 'Total du passif', books.equityAndLiabilities],
      ['heading', 'Équilibre financier', undefined],
      ['subtotal', 'Fonds de roulement net global (FRNG)', functionalBalance.workingFunds],
      ['subtotal', 'Besoin en fonds de roulement (BFR)', functionalBalance.workingCapital],
      ['line', 'BFR en jours de chiffre d’affaires HT', functionalBalance.workingCapitalDays],
      ['total', 'Trésorerie nette', functionalBalance.netCash],
    ],
  );
}

/** The four ratios that a banker reads, as the balance sheet shows them, then with quasi own funds in own funds. */
export function bankerRatios(computed: ComputedDeal, company: KeptCompany = computed.deal.operator): Table {
  const { deal, measures } = computed;
  const prefix = company === deal.operator ? '' : `${company.id}.`;
  const line = (id: string): Line | undefined => measures.lines.get(`${prefix}${id}.year`);
  // Those of the operator count the property company in, for a banker reads the two as one.
  const isTogether = deal.vehicle !== undefined && deal.fonciere === undefined && company === deal.operator;
  const together = `${writeList([...deal.companies, ...(deal.group?.subsidiaries ?? [])].map(({ label }) => label))} ensemble`;
  return {
    ...byYear(
      computed,
      {
        ...nameTable(computed, company, 'ratios', 'Ratios lus par le banquier'),
        ...(isTogether ? { title: `Ratios lus par le banquier – ${together}` } : {}),
        notes: [
          ...(!isTogether
            ? []
            : [
                deal.group === undefined
                  ? `Exploitant et ${vehicleWords(deal.path.kind).name} ensemble : parts, avances et dépôt entre les deux sont retirés.`
                  : 'Holding et filiales ensemble : titres, avances et dépôt entre elles sont retirés.',
              ]),
          'À chaque clôture ; CAF et EBE de l’exercice. Repères de place : autonomie de 25 à 35 %, capacité de remboursement inférieure à 4 ans, dettes au plus égales aux fonds propres, intérêts inférieurs à 30 ou 40 % de l’EBE.',
          'Un banquier retraite le bilan : les quasi-fonds propres (titres participatifs, prêts subordonnés, comptes courants bloqués, avances) rejoignent les fonds propres. La capacité de remboursement ne compte que les dettes bancaires : elle ne change pas.',
        ],
      },
      [
        ['heading', 'Quasi-fonds propres laissés à leur place', undefined],
        ['subtotal', 'Autonomie financière (fonds propres / total du bilan)', line('financial-autonomy')],
        ['subtotal', 'Capacité de remboursement (dettes bancaires / CAF)', line('repayment-capacity')],
        ['subtotal', 'Partage des risques (dettes bancaires / fonds propres)', line('risk-sharing')],
        ['subtotal', 'Coût de la dette (intérêts / EBE)', line('debt-cost')],
        ['heading', 'Quasi-fonds propres comptés en fonds propres', undefined],
        ['subtotal', 'Autonomie financière', line('financial-autonomy-restated')],
        ['subtotal', 'Capacité de remboursement', line('repayment-capacity')],
        ['subtotal', 'Partage des risques', line('risk-sharing-restated')],
        ['subtotal', 'Coût de la dette', line('debt-cost-restated')],
      ],
    ),
    unit: 'en part ou en années',
  };
}
