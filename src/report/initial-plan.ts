import type { ComputedDeal } from '../analysis/computed.ts';
import { writeList } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import { besideThePlan } from './beside-the-plan.ts';
import { type Company, nameTable } from './company-table.ts';
import type { FigureReference, Row, Table } from './table.ts';
import { isNil, type Kind, once } from './year-table.ts';

const STATUS_LABELS = {
  awarded: 'acquise',
  'in-review': 'en instruction',
  'to-request': 'à solliciter',
} as const;

const CATEGORY_LABELS = {
  'own-funds': 'Fonds propres',
  grant: 'Subventions d’investissement',
  'quasi-own-funds': 'Quasi-fonds propres et avances',
  debt: 'Dettes',
} as const;

function nameOf({ deal }: ComputedDeal, party: string | undefined): string {
  return party === undefined ? '' : (deal.setting.ledger.parties.get(party)?.label ?? party);
}

/** Those who advance the tranches of a contrat à impact. */
function investorsOf(computed: ComputedDeal): string {
  const parties = computed.deal.impact?.programme.tranches.map(({ from }) => from) ?? [];
  return writeList([...new Set(parties)].map((party) => nameOf(computed, party)));
}

/** Who brings a source of a plan, and where its request stands. */
export function sourceWords(computed: ComputedDeal, id: string): readonly [funder: string, state: string] {
  const { deal } = computed;
  if (id === 'gap') return ['', 'à trouver'];
  if (id === 'impact-tranches') return [investorsOf(computed), 'à signer'];
  if (id === 'programme-own') return [deal.operator.label, ''];
  for (const company of deal.companies) {
    const source = company.sources.find((known) => known.id === id);
    if (source === undefined) continue;
    const payer = deal.setting.ledger.transfers.find((transfer) => transfer.id === source.received.id)?.from;
    return [
      nameOf(computed, payer ?? source.received.party ?? company.id),
      source.status === undefined ? '' : STATUS_LABELS[source.status],
    ];
  }
  const borrower = deal.companies.find((company) => id === `loan-${company.id}`) ?? deal.borrower;
  return [nameOf(computed, borrower.terms.lender), 'à solliciter'];
}

/** The plan de financement initial, in the order and groups of the trade, with funder and state of each source. */
export function initialPlan(computed: ComputedDeal, company: Company = computed.deal.operator): Table {
  const { deal, measures } = computed;
  const { plan, sources } = company;
  const place = company === deal.borrower ? '' : `${company.id}.`;
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
    cells: [once(line), shareOf(measures.lines.get(`${place}share.${side}.${id}`)), ...words],
  });
  const heading = (label: string): Row => ({ kind: 'heading', label, cells: [] });
  const shown = plan.sources.filter((source) => !isNil(computed, source.line));
  const ofCategory = (category: keyof typeof CATEGORY_LABELS): Row[] => {
    const rows = sources
      .filter((source) => source.category === category && shown.some((item) => item.id === source.id))
      .map((source) =>
        row('line', 'source', source.id, source.label, source.total, sourceWords(computed, source.id)),
      );
    return rows.length === 0 ? [] : [heading(CATEGORY_LABELS[category]), ...rows];
  };
  const others = shown
    .filter((source) => !sources.some((known) => known.id === source.id))
    .map((source) =>
      row(
        'line',
        'source',
        source.id,
        source.label,
        source.line,
        sourceWords(computed, source.id === 'loan' ? `loan-${company.id}` : source.id),
      ),
    );
  const vat = measures.lines.get(`${place}vat-to-prefinance`);
  const peak = measures.lines.get(`${place}bridge-peak`);
  const toPrefinance: Row[] =
    vat === undefined || isNil(computed, vat)
      ? []
      : [
          { kind: 'line', label: 'TVA sur investissements à préfinancer', cells: [once(vat), null, '', ''] },
          {
            kind: 'line',
            label: 'Relais TVA et subventions, au plus haut (remboursé en totalité)',
            cells: [
              peak === undefined ? null : once(peak),
              null,
              nameOf(computed, company.terms.lender),
              'à solliciter',
            ],
          },
        ];
  const outside = [...toPrefinance, ...besideThePlan(computed, company)];
  const memo = outside.length === 0 ? [] : [heading('Pour mémoire, hors total'), ...outside];
  return {
    ...nameTable(computed, company, 'plan-initial', 'Plan de financement initial'),
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
