import type { ComputedDeal } from '../analysis/computed.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeCount, writeEuros, writeList, writeMoney, writeRate } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import { monthEnd } from '../formula/timeline.ts';

type Guarantees = NonNullable<ComputedDeal['deal']['guarantees']>;

/** What a document needs and the dossier does not know: a blank, said as one. */
export function blank(what: string): string {
  return `[à compléter : ${what}]`;
}

export const PERIODS = { 12: 'mensuelle', 4: 'trimestrielle', 2: 'semestrielle', 1: 'annuelle' } as const;
const REPAYMENTS = {
  'level-payment': 'échéances constantes',
  'level-principal': 'capital constant',
  bullet: 'in fine',
} as const;
const DEFERRALS = {
  none: 'aucun',
  partial: 'partiel (intérêts payés)',
  total: 'total (intérêts capitalisés)',
} as const;

/** The value of a line with one value; zero where it has none. */
export function amountOf({ figures }: ComputedDeal, line: Pick<Line, 'id'>): Decimal {
  return figures.of(line as Line)[0] ?? new Decimal(0);
}

/** Expected loss and loss of the default tested stand on two bases: said wherever both are. */
export function twoLossesSentence({ stressed }: Pick<Guarantees, 'stressed'>): string {
  return `La perte attendue et celle du défaut testé n’ont pas la même base : la première est une moyenne sur le capital dû, pondérée par la probabilité de défaut et non actualisée ; la seconde suppose le défaut certain et compte aussi ${
    stressed.keepsSchedule ? 'les intérêts des années restantes' : 'les intérêts courus au défaut'
  }.`;
}

/** « 50,00 % », or « 50,00 %, 200 000,00 € au plus »: what a guarantor covers, never more than it does. */
export function coverageText({ coverage, amountCap }: Guarantees['list'][number]['terms']): string {
  return `${writeRate(coverage)}${amountCap === null ? '' : `, ${writeMoney(amountCap)} au plus`}`;
}

/** The name of a party of the deal. */
export function partyName({ deal }: ComputedDeal, party: string): string {
  return deal.setting.ledger.parties.get(party)?.label ?? party;
}

/** The loan as a deliberation and a register of guaranteed debts describe it. */
export interface GuaranteedLoanFacts {
  readonly amount: Decimal;
  readonly object: string;
  /** In months, from the first drawing to the last instalment. */
  readonly months: number;
  readonly duration: string;
  readonly rate: string;
  /** Yearly rate of a fixed loan; undefined when it follows an index. */
  readonly fixedRate: Decimal | undefined;
  /** Label and text, in the order of a table of the loan. */
  readonly rows: readonly (readonly [label: string, text: string])[];
}

/** What the loan pays for, in one line. */
function objectOf({ deal }: ComputedDeal): string {
  const { site, project } = deal.setting.dossier.values;
  const parts = [
    ...(site === null || site.price.isZero() ? [] : ['l’acquisition']),
    ...(project.works.length === 0 ? [] : ['les travaux']),
  ];
  const what = parts.length === 0 ? 'l’opération' : parts.join(' et ');
  return site === null ? what : `${what} du site « ${site.name} », à ${site.commune}`;
}

function durationText(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const yearsText = years === 0 ? '' : `${years} ${years > 1 ? 'ans' : 'an'}`;
  const restText = rest === 0 ? '' : `${rest} mois`;
  return [yearsText, restText].filter((text) => text !== '').join(' et ');
}

/** Describes the guaranteed loan of a deal, as it will be paid. */
export function guaranteedLoanFacts(computed: ComputedDeal, guarantees: Guarantees): GuaranteedLoanFacts {
  const { figures } = computed;
  const { terms, rate, loanAmount } = guarantees;
  const opening = figures.assumption('project.opening').toNumber();
  const repaid = (terms.payments * 12) / terms.paymentsPerYear;
  const months = opening + repaid;
  const isFixed = terms.rateIndex.length === 0;
  const fixedRate = !isFixed
    ? undefined
    : rate.operation === 'line'
      ? (figures.of(rate as Line)[0] ?? undefined)
      : figures.assumption((rate as { readonly id?: string }).id ?? '');
  const rateText =
    fixedRate === undefined
      ? `indice, plus une marge de ${writeRate(terms.annualRate)}, moins ${writeRate(
          guarantees.list.reduce((sum, { terms: each }) => sum.plus(each.marginGain), new Decimal(0)),
        )} au titre des garanties`
      : `${writeRate(fixedRate)} l’an, fixe`;
  const amount = figures.assumption((loanAmount as { readonly id?: string }).id ?? '');
  const period = PERIODS[terms.paymentsPerYear as keyof typeof PERIODS];
  const object = objectOf(computed);
  const rows: (readonly [string, string])[] = [
    ['Prêteur', partyName(computed, guarantees.lender)],
    ['Numéro du contrat ou de l’offre', blank('numéro et date de l’offre de prêt')],
    ['Objet', object],
    ['Montant', writeMoney(amount)],
    [
      'Durée',
      `${durationText(months)}, dont ${opening === 0 ? 'aucune phase de mobilisation' : `${durationText(opening)} de mobilisation`} et ${durationText(repaid)} de remboursement`,
    ],
    [
      'Différé d’amortissement',
      terms.deferralKind === 'none'
        ? DEFERRALS.none
        : `${DEFERRALS[terms.deferralKind]}, ${terms.deferralPayments} échéances`,
    ],
    ['Périodicité', `${period}, ${writeCount(new Decimal(terms.payments))} échéances`],
    ['Taux', rateText],
    ['Amortissement', REPAYMENTS[terms.repayment]],
  ];
  return { amount, object, months, duration: durationText(months), rate: rateText, fixedRate, rows };
}

/** The ISO date of the end of a month of the deal. */
export function monthDate({ figures }: ComputedDeal, month: number): string {
  return monthEnd(figures.timeline, month);
}

/** What resources pay beside the cost: without it, the plan would not seem to balance. */
export function needsSentence(computed: ComputedDeal): string {
  const { plan } = computed.deal.borrower;
  const cash = ['working-capital', 'opening-cash'].flatMap((id) => {
    const use = plan.uses.find((each) => each.id === id);
    const amount = use === undefined ? new Decimal(0) : amountOf(computed, use.line);
    return use === undefined || amount.isZero() ? [] : [`${CASH_NEEDS[id]} (${writeEuros(amount)})`];
  });
  const total = `${writeEuros(amountOf(computed, plan.totalUses))}, hors TVA récupérable`;
  return cash.length === 0
    ? `Besoins à financer : ${total}.`
    : `Le plan de financement paie aussi ${writeList(cash)}, soit des besoins de ${total}.`;
}

const CASH_NEEDS: Readonly<Record<string, string>> = {
  'working-capital': 'le BFR de démarrage',
  'opening-cash': 'la trésorerie de départ',
};
