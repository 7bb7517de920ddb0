import type { ComputedDeal } from '../analysis/computed.ts';
import { vehicleWords } from '../dossier/vehicle-words.ts';
import type { CashLine } from '../ledger/cash-statements.ts';
import type { TransferNature } from '../ledger/natures.ts';
import { distributionLabel, type KeptCompany, nameTable } from './company-table.ts';
import type { FigureReference, Row, Table } from './table.ts';
import { byYear, once } from './year-table.ts';

/** What a company distributes, in the word of its legal form, and what it receives from the one that it holds. */
function cashLabel(
  computed: ComputedDeal,
  company: KeptCompany,
  { nature, label }: CashLine,
  isPaid: boolean,
): string {
  if (nature !== 'dividend') return label;
  return isPaid
    ? distributionLabel(computed, company)
    : `Distributions reçues ${vehicleWords(computed.deal.path.kind).of}`;
}

/** Cash by fiscal year, tax included, nature by nature. */
export function cashPlan(computed: ComputedDeal, company: KeptCompany = computed.deal.operator): Table {
  const { cashPlan: plan } = company;
  return byYear(
    computed,
    {
      ...nameTable(computed, company, 'tresorerie', 'Trésorerie par exercice'),
      notes: ['Toutes taxes comprises, à la date des paiements.'],
    },
    [
      ['subtotal', 'Trésorerie au début de l’exercice', plan.opening],
      ['heading', 'Encaissements', undefined],
      ...plan.received.map(
        (line) => ['line', cashLabel(computed, company, line, false), line.yearly] as const,
      ),
      ['subtotal', 'Total des encaissements', plan.totalReceived],
      ['heading', 'Décaissements', undefined],
      ...plan.paid.map((line) => ['line', cashLabel(computed, company, line, true), line.yearly] as const),
      ['subtotal', 'Total des décaissements', plan.totalPaid],
      ['total', 'Trésorerie à la fin de l’exercice', plan.closing],
    ],
  );
}

const MONTHS_SHOWN = 12;

/** Natures in the order of the trade, those of operation first; what is not named here comes last, outside operation. */
const RECEIVED: {
  readonly operating: readonly TransferNature[];
  readonly others: readonly TransferNature[];
} = {
  operating: [
    'customer-payment',
    'lease-rent',
    'lease-recharge',
    'lease-vat',
    'lease-vat-borne',
    'operating-aid',
    'result-payment',
    'patronage',
    'vat-refunded',
  ],
  others: [
    'own-funds',
    'capital-subscription',
    'associate-account-advance',
    'impact-tranche',
    'quasi-equity-received',
    'other-equity-received',
    'loan-drawdown',
    'instalment-credit',
    'bridge-drawdown',
    'financing-to-find',
    'grant',
    'patronage-investment',
    'interest-subsidy',
    'interest-subsidy-during-works',
  ],
};
const PAID: typeof RECEIVED = {
  operating: [
    'supplier-payment',
    'rent',
    'lease-rent',
    'land-lease-canon',
    'lease-recharge',
    'lease-vat',
    'lease-vat-borne',
    'external-charges',
    'vat-deducted',
    'start-up-costs',
    'taxe-fonciere',
    'vat-paid',
    'payroll',
    'programme-staff',
    'programme-suppliers',
    'programme-structuring',
    'programme-evaluation',
    'labour-share-payment',
  ],
  others: ['land-purchase', 'building-purchase', 'land-lease-entry'],
};
/** Words of the plan de trésorerie where they differ from those of the entry. */
const WORDS: Partial<Record<TransferNature, string>> = {
  'own-funds': 'Apports en capital',
  'associate-account-advance': 'Apports en comptes courants',
  'loan-drawdown': 'Emprunts à moyen et long terme',
  grant: 'Subventions',
  'supplier-payment': 'Achats de marchandises, fournitures et charges TTC',
  rent: 'Loyers et charges locatives',
  'external-charges': 'Entretien et assurance des locaux',
  'taxe-fonciere': 'Impôts et taxes (hors impôt sur les bénéfices)',
  'vat-paid': 'TVA à reverser',
  payroll: 'Salaires et cotisations sociales',
};

function inOrder(lines: readonly CashLine[], { operating, others }: typeof RECEIVED) {
  const pick = (natures: readonly TransferNature[]) =>
    natures.flatMap((nature) => lines.filter((line) => line.nature === nature));
  const rest = lines.filter(({ nature }) => !operating.includes(nature) && !others.includes(nature));
  return { operating: pick(operating), others: [...pick(others), ...rest] };
}

/** The plan de trésorerie of the first twelve months on the site, from that of entry into service: by date of payment, tax included. */
export function cashOfTwelveMonths(
  computed: ComputedDeal,
  company: KeptCompany = computed.deal.operator,
): Table {
  const { figures, deal } = computed;
  const { timeline } = figures;
  const { books, cashPlan: plan } = company;
  const first = figures.assumption('project.opening').toNumber();
  const months = Array.from(
    { length: Math.min(MONTHS_SHOWN, timeline.months - first) },
    (_, index) => first + index,
  );
  const cells = (line: { readonly id: string }, offset = 0): FigureReference[] =>
    months.map((month) => ({ line: line.id, period: month + offset }));
  const row = (kind: Row['kind'], label: string, line: { readonly id: string }): Row => ({
    kind,
    label,
    cells: cells(line),
  });
  const heading = (label: string): Row => ({ kind: 'heading', label, cells: [] });
  const rows = (lines: readonly CashLine[]): Row[] =>
    lines
      .filter(({ monthly }) => months.some((month) => figures.of(monthly)[month]?.isZero() === false))
      .map((line) =>
        row(
          'line',
          WORDS[line.nature] ?? cashLabel(computed, company, line, plan.paid.includes(line)),
          line.monthly,
        ),
      );
  const opening = deal.setting.ledger.openings.find(
    (item) => item.company === company.id && item.account === 'cash',
  );
  const received = inOrder(plan.received, RECEIVED);
  const paid = inOrder(plan.paid, PAID);
  return {
    ...nameTable(computed, company, 'tresorerie-12-mois', 'Plan de trésorerie sur 12 mois'),
    unit: 'en euros, TTC',
    columns: months.map((month) => {
      const year = timeline.years[timeline.yearOfMonth[month] ?? 0]?.calendarYear;
      return `${String(timeline.calendarMonth[month]).padStart(2, '0')}/${year}`;
    }),
    rows: [
      {
        kind: 'subtotal',
        label: 'Solde en début de mois',
        cells: cells(books.cash, -1).map((cell) =>
          cell.period >= 0 ? cell : opening === undefined ? '0' : once(opening.amount),
        ),
      },
      heading('Encaissements d’exploitation'),
      ...rows(received.operating),
      heading('Encaissements hors exploitation'),
      ...rows(received.others),
      row('subtotal', 'A. Total encaissements', books.received),
      heading('Décaissements d’exploitation'),
      ...rows(paid.operating),
      heading('Décaissements hors exploitation'),
      ...rows(paid.others),
      row('subtotal', 'B. Total décaissements', books.paid),
      row('subtotal', 'Solde du mois (A − B)', books.cashChange),
      row('total', 'Solde de fin de mois', books.cash),
    ],
    notes: [
      'Les douze premiers mois sur le site, à partir de celui de la mise en service, au mois des paiements. Les mois d’avant sont dans « Trésorerie par exercice ».',
    ],
  };
}
