import {
  endOfYear,
  largest,
  max,
  minus,
  NO_MONEY,
  plus,
  previous,
  smallest,
  sumOfTerms,
  sumOfYear,
} from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { Books } from './books.ts';
import type { Law } from './conservation-law.ts';
import type { Ledger, Transfer } from './ledger.ts';
import type { TransferNature } from './natures.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type YearlyMoney = Line<'money', 'yearly', 'defined'>;

/** Flows of a group with those outside it, of one kind, received less paid. */
export interface ConsolidatedFlow {
  readonly id: 'operations' | 'tax' | 'investments' | 'funding' | 'debt-service' | 'shareholders';
  readonly label: string;
  readonly ofYear: YearlyMoney;
}

/** Several companies read as one: what passes between them is gone. */
export interface ConsolidatedLevel {
  readonly id: string;
  readonly label: string;
  readonly companies: readonly string[];
  readonly flows: readonly ConsolidatedFlow[];
  /** What passes between its companies, each euro once. */
  readonly within: YearlyMoney;
  readonly cashAtEnd: YearlyMoney;
  /** Its external flows are the change of the cash of its companies, every month. */
  readonly law: Law;
}

const LABELS: Readonly<Record<ConsolidatedFlow['id'], string>> = {
  operations: 'Exploitation',
  tax: 'Impôt sur les bénéfices',
  investments: 'Investissements, TVA comprise',
  funding: 'Apports, subventions et emprunts reçus',
  'debt-service': 'Intérêts et remboursements',
  shareholders: 'Dividendes et rachats de parts',
};

const KINDS: Readonly<Partial<Record<TransferNature, ConsolidatedFlow['id']>>> = {
  'corporate-tax-paid': 'tax',
  'corporate-tax-refunded': 'tax',
  'land-purchase': 'investments',
  'building-purchase': 'investments',
  'land-lease-entry': 'investments',
  'land-acquisition-costs': 'investments',
  'building-acquisition-costs': 'investments',
  works: 'investments',
  'works-fees': 'investments',
  contingencies: 'investments',
  equipment: 'investments',
  'equipment-renewal': 'investments',
  'vat-on-investments': 'investments',
  'vat-on-investments-refund': 'investments',
  'irrecoverable-vat': 'investments',
  'tenant-works': 'investments',
  'tenant-irrecoverable-vat': 'investments',
  deposit: 'investments',
  'own-funds': 'funding',
  'capital-subscription': 'funding',
  grant: 'funding',
  'patronage-investment': 'funding',
  'financing-to-find': 'funding',
  'associate-account-advance': 'funding',
  'quasi-equity-received': 'funding',
  'other-equity-received': 'funding',
  'loan-drawdown': 'funding',
  'instalment-credit': 'funding',
  'instalment-payment': 'debt-service',
  'instalment-interest': 'debt-service',
  'bridge-drawdown': 'funding',
  'financing-costs-during-works': 'debt-service',
  'tenant-financing-costs': 'debt-service',
  'associate-account-repayment': 'debt-service',
  'quasi-equity-repayment': 'debt-service',
  'quasi-equity-interest': 'debt-service',
  'other-equity-repayment': 'debt-service',
  'loan-repayment': 'debt-service',
  'bridge-repayment': 'debt-service',
  'existing-debt-repayment': 'debt-service',
  interest: 'debt-service',
  'guarantee-fee': 'debt-service',
  'accrued-interest-payment': 'debt-service',
  'interest-subsidy': 'debt-service',
  'interest-subsidy-during-works': 'debt-service',
  dividend: 'shareholders',
  'share-redemption': 'shareholders',
};

/**
 * Reads several companies as one: of every transfer posted, only those that cross their common limit count. Whatever is
 * neither tax, investment, funding, debt nor shareholders' is of the operations.
 * @param books of its companies, all open
 */
export function writeConsolidatedLevel(
  ledger: Ledger,
  level: { readonly id: string; readonly label: string },
  books: readonly Books[],
): ConsolidatedLevel {
  const { calculation } = ledger;
  const { id, label } = level;
  const companies = books.map(({ company }) => company);
  const isIn = (party: string) => companies.includes(party);
  const crossing = ledger.transfers.filter(({ from, to }) => isIn(from) !== isIn(to));
  const kindOf = ({ nature }: Transfer): ConsolidatedFlow['id'] => KINDS[nature] ?? 'operations';
  const net = (transfers: readonly Transfer[]) => {
    const side = (wanted: 'from' | 'to') =>
      transfers.filter((transfer) => isIn(transfer[wanted])).map(({ amount }) => amount);
    return minus(sumOfTerms(side('to')), sumOfTerms(side('from')));
  };
  const monthly: MonthlyMoney[] = [];
  const flows = (Object.keys(LABELS) as ConsolidatedFlow['id'][]).flatMap((kind): ConsolidatedFlow[] => {
    const transfers = crossing.filter((transfer) => kindOf(transfer) === kind);
    if (transfers.length === 0) return [];
    const name = `consolidated.${id}.${kind}`;
    const words = `${label} : ${LABELS[kind].toLowerCase()}`;
    const ofMonth = calculation.monthly(`${name}.month`, words, net(transfers));
    monthly.push(ofMonth);
    return [{ id: kind, label: LABELS[kind], ofYear: calculation.yearly(name, words, sumOfYear(ofMonth)) }];
  });
  const cash = calculation.monthly(
    `consolidated.${id}.cash`,
    `${label} : trésorerie`,
    sumOfTerms(books.map((book) => book.cash)),
  );
  const opening = sumOfTerms(
    ledger.openings
      .filter(({ company, account }) => isIn(company) && account === 'cash')
      .map(({ amount }) => amount),
  );
  // What was there at signature is no flow: it is taken off the cash rather than added to a month.
  const earned = calculation.monthly(
    `consolidated.${id}.cash-earned`,
    `${label} : trésorerie, celle de la signature déduite`,
    minus(cash, opening),
  );
  const gap = calculation.monthly(
    `law.consolidated.${id}.gap`,
    `${label} : flux extérieurs moins variation de trésorerie`,
    minus(sumOfTerms(monthly), minus(earned, previous(earned))),
  );
  const words = `${label} : les flux extérieurs font la variation de trésorerie`;
  return {
    id,
    label,
    companies,
    flows,
    within: calculation.yearly(
      `consolidated.${id}.within`,
      `${label} : flux internes éliminés`,
      plus(
        NO_MONEY,
        ...ledger.transfers
          .filter(({ from, to }) => isIn(from) && isIn(to))
          .map(({ amount }) => sumOfYear(amount)),
      ),
    ),
    cashAtEnd: calculation.yearly(
      `consolidated.${id}.cash-at-end`,
      `${label} : trésorerie à la fin de l’exercice`,
      endOfYear(cash),
    ),
    law: {
      id: `consolidated.${id}`,
      label: words,
      gap: calculation.once(
        `law.consolidated.${id}`,
        words,
        max(largest(gap), minus(NO_MONEY, smallest(gap))),
      ),
    },
  };
}
