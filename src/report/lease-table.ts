import type { ComputedDeal } from '../analysis/computed.ts';
import { vehicleWords } from '../dossier/vehicle-words.ts';
import { Decimal } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, writeList, writeMultiple } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import type { Table } from './table.ts';
import { byYear } from './year-table.ts';

/** The three covers of a property company, and what its rents alone would not pay below one. */
const COVERS = [
  ['dscr', 'les annuités du prêt, avant impôt et hors refinancement de la sortie'],
  ['dscr-after-tax', 'l’impôt et les annuités, refinancement de la sortie compris'],
  ['dscr-with-quasi', 'l’impôt, les annuités, refinancement compris, et les quasi-fonds propres'],
] as const;

function coverOf(computed: ComputedDeal, id: string): Line | undefined {
  return computed.deal.covenants.find((item) => item.id === id)?.byYear;
}

/**
 * Rents of the property company and what they leave its lenders, by year, with all that a hand needs to find each
 * cover again: one page of a « vue SCI ».
 */
export function leaseTable(computed: ComputedDeal): Table {
  const { measures, deal } = computed;
  const words = vehicleWords(deal.path.kind);
  const isSci = deal.fonciere === undefined && deal.group === undefined;
  const measure = (id: string) => measures.lines.get(id);
  const own = (id: string) => deal.setting.calculation.lines.get(`${deal.borrower.id}.${id}`);
  return {
    ...byYear(
      computed,
      {
        id: 'vue-sci',
        title: `Loyers, charges et couverture ${words.of}`,
        notes: [
          ...attentions(computed),
          isSci
            ? 'Hors taxes, à la date des encaissements. DSCR avant impôt : loyers nets avant impôt / annuités du prêt ; il dimensionne prêt et loyer. DSCR après impôt : loyers nets après impôt / (annuités du prêt + refinancement de la sortie). Le dernier ajoute à ce diviseur ce qui est payé aux quasi-fonds propres, solde de la sortie non compris. Exercices testés : douze mois, après le différé.'
            : deal.group !== undefined
              ? 'Hors taxes, à la date des encaissements ; les frais de la holding y sont comptés. DSCR avant impôt : loyers nets avant impôt / annuités du prêt ; après impôt : loyers nets après impôt / annuités. Le dernier ajoute les dividendes reçus des filiales à ce dividende, et à ce diviseur ce qui est payé aux obligations convertibles. Exercices testés : douze mois, après le différé.'
              : 'Hors taxes, à la date des encaissements ; charges communes : part de ce site, selon la surface. DSCR avant impôt : loyers nets avant impôt / annuités du prêt ; après impôt : loyers nets après impôt / annuités. Le dernier ajoute à ce diviseur ce qui est payé aux titres. Exercices testés : douze mois, après le différé.',
        ],
      },
      [
        ['line', 'Loyers encaissés', measure('lease.rent')],
        ['line', 'Charges et taxe foncière refacturées', measure('lease.recharged')],
        ['line', 'Charges de l’immeuble', measure('lease.charges')],
        ['line', 'Taxe foncière', measure('lease.taxe-fonciere')],
        ...(measure('lease.canon') === undefined
          ? []
          : ([['line', 'Canon du bail de longue durée', measure('lease.canon')]] as const)),
        ['line', 'Frais de gestion et de la société', measure('lease.fees')],
        ['line', 'TVA non récupérée sur les charges', own('vat-borne-of-year')],
        ['line', 'Gros entretien : mis de côté', measure('lease.repairs')],
        ['subtotal', 'Loyers nets encaissés, avant impôt', measure('lease.net')],
        ['line', 'Impôt payé, remboursements déduits', own('tax-paid-of-year')],
        ['subtotal', 'Loyers nets encaissés, après impôt payé', own('net-rents-after-tax')],
        [
          'line',
          isSci ? 'Annuités du prêt, hors refinancement de la sortie' : 'Annuités du prêt',
          deal.cover.annuities,
        ],
        ...(isSci
          ? ([['line', 'Annuités du refinancement de la sortie', own('refinancing-of-year')]] as const)
          : []),
        [
          'line',
          isSci
            ? 'Payé aux quasi-fonds propres, solde de la sortie non compris'
            : deal.group !== undefined
              ? 'Payé aux obligations convertibles et prêts subordonnés'
              : 'Payé aux titres et prêts subordonnés',
          own('quasi-equity-of-year'),
        ],
        [
          'line',
          isSci ? 'DSCR avant impôt, hors refinancement de la sortie' : 'DSCR avant impôt',
          coverOf(computed, 'dscr'),
        ],
        [
          'line',
          isSci ? 'DSCR après impôt payé, y compris refinancement de la sortie' : 'DSCR après impôt payé',
          coverOf(computed, 'dscr-after-tax'),
        ],
        [
          'line',
          isSci
            ? 'DSCR après impôt payé, y compris refinancement et quasi-fonds propres'
            : deal.group === undefined
              ? 'DSCR après impôt payé, y compris quasi-fonds propres'
              : 'Loyers nets et dividendes reçus / toute la dette, obligations comprises',
          coverOf(computed, 'dscr-with-quasi'),
        ],
        ...(isSci
          ? ([
              ['subtotal', 'Distributions de la SCI, à l’exploitant', measure('dividends.operator')],
              ['subtotal', 'Distributions de la SCI, à l’investisseur', measure('dividends.investor')],
            ] as const)
          : deal.group !== undefined
            ? []
            : ([
                ['subtotal', 'Intérêts aux parts versés', measure('members.interest')],
                ['subtotal', 'Parts sociales remboursées', measure('members.redeemed')],
              ] as const)),
      ],
    ),
    unit: 'en euros ; DSCR : rapports',
  };
}

const MOST_YEARS_NAMED = 5;

/** A cover below one, with decimals enough to show it: 0,98 ; 0,9996. */
function belowOne(value: Decimal): string {
  const usual = value.toDecimalPlaces(2);
  return writeMultiple(usual.lt(1) ? usual : value.toDecimalPlaces(4, Decimal.ROUND_DOWN));
}

/** « Attention : en 2041, … », a sentence for each cover that falls below one. */
function attentions(computed: ComputedDeal): string[] {
  const { figures } = computed;
  const covers = computed.deal.group === undefined ? COVERS : COVERS.slice(0, 2);
  return covers.flatMap(([id, what]) => {
    const line = coverOf(computed, id);
    const short = (line === undefined ? [] : figures.of(line)).flatMap((value, index) => {
      const year = figures.timeline.years[index];
      return value === null || year === undefined || value.gte(1) ? [] : [{ value, year: year.calendarYear }];
    });
    const lowest = short.toSorted((one, other) => one.value.comparedTo(other.value))[0];
    if (lowest === undefined) return [];
    const years = short.map(({ year }) => String(year));
    const when = years.length > MOST_YEARS_NAMED ? `${years.length} exercices` : `en ${writeList(years)}`;
    const at = years.length === 1 ? '' : ` au plus bas, en ${lowest.year}`;
    return [
      `Attention${NO_BREAK_SPACE}: ${when}, les loyers seuls ne paient pas ${what} (${belowOne(lowest.value)}${at}) ; la trésorerie ${vehicleWords(computed.deal.path.kind).of} paie la différence, ou ses associés.`,
    ];
  });
}
