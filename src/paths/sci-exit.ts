import {
  choose,
  constant,
  inYearOf,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  over,
  plus,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type LoanLines, loanLines } from '../instruments/loan-lines.ts';
import { SCI_SHARES_RATE } from '../law/acquisition-figures.ts';
import type { CorporateTaxLines } from '../law/corporate-tax.ts';
import { lawAssumption } from '../law/figure.ts';
import type { Books } from '../ledger/books.ts';
import type { MonthlyMoney } from './company.ts';
import type { ExitParts } from './exit-parts.ts';
import { sharePrice } from './exit-price.ts';
import { refinancingAmount } from './exit-refinancing.ts';
import type { Exit } from './exit-steps.ts';
import { exitSteps } from './exit-steps.ts';
import { OPERATOR } from './operating-company.ts';
import { VEHICLE } from './sci-capital.ts';
import type { PathSetting } from './setting.ts';

type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;

/** The exit, posted; its amounts are defined once the books of both companies are open. */
export interface PostedExit {
  readonly refinancing: LoanLines;
  /** Interest and principal of the loan taken at the exit. */
  readonly refinancingService: MonthlyMoney;
  readonly price: MonthlyMoney;
  readonly defineVehicle: (books: Books, tax: CorporateTaxLines | undefined) => void;
  readonly defineOperator: (books: Books) => Exit;
}

/**
 * The investor leaves in one month: the SCI repays what is left of its quasi-equity with its cash above its minimum,
 * then a new loan within limits, then capital brought by the operator; the operator buys the shares and pays the
 * duty with its cash above its minimum; what is missing is « rachat non financé », from the party « à trouver ».
 *
 * Price of the shares = share × (net assets of the SCI with its building at exit value, all debts deducted, less the
 * part of latent tax recognised) × (1 − discount). Net assets are read at the end of that month, before the
 * operator's capital. Latent tax (IS only) = normal rate × max(0, value − book value − losses carried).
 */
export function postExit(setting: PathSetting, parts: ExitParts): PostedExit {
  const { calculation, ledger, assume } = setting;
  const { path, place, month, investor, repairsReserve } = parts;
  const about = { party: VEHICLE };
  const leaves = isEqual(MONTH, month);
  const inExitMonth = (amount: Monthly) => choose(leaves, amount, NO_MONEY);
  const later = (id: string, label: string, party: string) =>
    calculation.later(id, label, 'money', 'monthly', { party });

  const drawn = later('sci.exit.refinancing', 'Refinancement de la sortie', VEHICLE);
  const rate = assume(`${place}.exit.refinancingAnnualRate`, 'ratio/years');
  const payments = times(
    over(assume(`${place}.exit.refinancingYears`, 'years'), constant(1, 'years')),
    constant(12, 'count'),
  );
  const refinancing = loanLines(calculation, 'sci.refinancing', {
    drawn,
    annualRate: rate,
    rateConvention: 'proportional',
    endOfMobilisation: month,
    payments,
    paymentsPerYear: 12,
    repayment: 'level-payment',
    party: VEHICLE,
  });
  const lender = path.terms.lender;
  ledger.transfer(lender, VEHICLE, 'refinancing-drawdown', drawn);
  ledger.transfer(VEHICLE, lender, 'refinancing-repayment', refinancing.principal);
  ledger.transfer(VEHICLE, lender, 'interest', refinancing.interestPaid);
  ledger.debt({
    id: 'sci.refinancing',
    label: 'Prêt de refinancement de la sortie',
    borrower: VEHICLE,
    lender,
    drawn,
    capitalised: refinancing.capitalised,
    repaid: refinancing.principal,
    closing: refinancing.closing,
  });
  const capital = later(
    'sci.exit.operator-capital',
    'Apport en capital de l’exploitant à la sortie',
    OPERATOR,
  );
  const price = later('sci.exit.price', 'Prix des parts rachetées', OPERATOR);
  const duty = calculation.monthly(
    'sci.exit.duty',
    'Droits d’enregistrement sur les parts',
    roundedToCents(times(price, lawAssumption(calculation, SCI_SHARES_RATE))),
    { party: OPERATOR },
  );
  const gap = later('sci.exit.unfunded', 'Rachat non financé', OPERATOR);
  ledger.transfer(OPERATOR, VEHICLE, 'buyout-capital', capital);
  ledger.transfer(OPERATOR, investor, 'share-purchase', price);
  ledger.transfer(OPERATOR, 'tax-office', 'share-purchase-duty', duty);
  ledger.transfer('to-be-found', OPERATOR, 'buyout-gap', gap);

  const quasiRepaid = calculation.monthly(
    'sci.exit.quasi-equity',
    'Quasi-fonds propres soldés à la sortie',
    sumOfTerms(parts.quasiEquity.map((source) => source.repaidAtExit)),
    about,
  );

  /** Cash of a company at the end of the exit month, without what is looked for. */
  const cashWithout = (id: string, books: Books, without: readonly Line[]): MonthlyMoney => {
    const amounts = (side: 'from' | 'to') =>
      ledger.transfers
        .filter((transfer) => transfer[side] === books.company && !without.includes(transfer.amount as Line))
        .map((transfer) => transfer.amount);
    const company = { party: books.company };
    const received = calculation.monthly(
      `${id}.received`,
      'Encaissements du mois de la sortie, hors apports recherchés',
      inExitMonth(sumOfTerms(amounts('to'))),
      company,
    );
    const paid = calculation.monthly(
      `${id}.paid`,
      'Décaissements du mois de la sortie',
      inExitMonth(sumOfTerms(amounts('from'))),
      company,
    );
    return calculation.monthly(
      id,
      'Trésorerie du mois de la sortie, avant apports recherchés',
      inExitMonth(plus(previous(books.cash), minus(received, paid))),
      company,
    );
  };

  const defineVehicle = (books: Books, tax: CorporateTaxLines | undefined): void => {
    const cash = cashWithout('sci.exit.cash-before', books, [drawn as Line, capital as Line]);
    const support = calculation.monthly(
      'sci.exit.support',
      'À apporter à la SCI pour solder les quasi-fonds propres',
      inExitMonth(
        min(
          quasiRepaid,
          max(
            NO_MONEY,
            minus(plus(assume(`${place}.vehicle.minimumCash`, 'money'), inYearOf(repairsReserve, -1)), cash),
          ),
        ),
      ),
      about,
    );
    calculation.define(drawn, refinancingAmount(setting, parts, { support, inExitMonth, rate, payments }));
    calculation.define(capital, minus(support, drawn));
    calculation.define(
      price,
      sharePrice(setting, parts, { books, tax, capital, drawn, quasiRepaid, inExitMonth }),
    );
  };

  const defineOperator = (books: Books): Exit => {
    const need = calculation.monthly(
      'sci.exit.operator-need',
      'À payer par l’exploitant : parts, droits, apport',
      plus(price, duty, capital),
      { party: OPERATOR },
    );
    const cash = cashWithout('operator.exit.cash-before', books, [gap as Line]);
    calculation.define(
      gap,
      inExitMonth(
        min(need, max(NO_MONEY, minus(assume(`${place}.exit.operatorMinimumCash`, 'money'), cash))),
      ),
    );
    const steps = exitSteps(setting, { month, price, duty, drawn, capital, quasiRepaid, gap });
    return {
      month,
      steps,
      price: calculation.once('exit.price-paid', 'Prix des parts payé', total(price)),
      buyOut: calculation.once(
        'exit.buy-out',
        'Prix de sortie de l’investisseur : parts, quasi-fonds propres et droits',
        plus(total(price), total(quasiRepaid), total(duty)),
      ),
      unfunded: calculation.once('exit.not-funded', 'Rachat non financé', total(gap)),
      refinancing,
    };
  };
  return {
    refinancing,
    refinancingService: calculation.monthly(
      'sci.refinancing.service',
      'Annuité du refinancement',
      refinancing.payment,
      about,
    ),
    price,
    defineVehicle,
    defineOperator,
  };
}
