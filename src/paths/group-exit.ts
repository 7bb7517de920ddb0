import type { EsusHoldingPath } from '../dossier/dossier.ts';
import {
  at,
  choose,
  constant,
  definedOr,
  dividedBy,
  inYearOf,
  isAtMost,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  power,
  previous,
  roundedToCents,
  sumOfTerms,
  sumOfYear,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { growthFactor, proportionalRate } from '../formula/rates.ts';
import { worthOfLevelPayments } from '../instruments/annuity.ts';
import type { MonthlyMoney } from './company.ts';
import type { Exit, ExitStep } from './exit-steps.ts';
import type { Dividends } from './group-dividends.ts';
import type { GroupValue } from './group-value.ts';
import type { PathSetting } from './setting.ts';
import type { ShareCapital } from './share-capital.ts';
import type { ConvertibleBond, Holder } from './share-holders.ts';

type Month = Formula<'months', 'once', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;

/** What the shares of one investor fetch. */
export interface SoldShares {
  readonly holder: Holder;
  /** Its part of the value, before limits of return. */
  readonly value: OnceMoney;
  readonly price: OnceMoney;
  readonly paid: MonthlyMoney;
  /** Prices of the floor and of the cap, where there are some. */
  readonly limits: readonly OnceMoney[];
}

/** The exit of the investors of a group: who buys, at what price, with what. */
export interface GroupExit {
  readonly exit: Exit;
  readonly sold: readonly SoldShares[];
  /** What the buyer can pay: cash, and a loan that its cash flow and dividends repay. */
  readonly capacity: OnceMoney;
  readonly cashOfBuyer: OnceMoney;
  readonly loanOfBuyer: OnceMoney;
  readonly dividendsOfBuyer: OnceMoney;
  readonly duty: OnceMoney;
}

/** Investors leave: those who hold shares, were not there at the origin and do not buy. */
export function investorsOf(path: EsusHoldingPath, capital: ShareCapital): readonly Holder[] {
  return capital.holders.filter(
    (holder) =>
      !holder.isFounder &&
      holder.party !== path.exit.buyer &&
      (path.rounds.some(({ subscriptions }) => subscriptions.some(({ from }) => from === holder.party)) ||
        path.bonds.some(({ from, conversion }) => from === holder.party && conversion === 'at-exit')),
  );
}

/**
 * The investors sell their shares in one month to a buyer outside the companies: a company of the ESS does not reduce
 * its capital to let them out (loi 2014-856 art. 1 II 2° c). Price = shares × value of one × (1 − discount), then not
 * under the floor nor over the cap: the price at which the shares, dividends counted, return that yearly rate.
 *
 * What the buyer can pay: its cash, and the level loan that its yearly cash flow and the dividends of the last fiscal
 * year closed repay with the cover asked; what is missing is « rachat non financé ».
 */
export function writeGroupExit(
  setting: PathSetting,
  terms: {
    readonly path: EsusHoldingPath;
    readonly place: string;
    readonly month: Month;
    readonly capital: ShareCapital;
    readonly dividends: Dividends;
    readonly value: GroupValue;
  },
): GroupExit {
  const { calculation, ledger, assume } = setting;
  const { path, place, month, capital, dividends, value } = terms;
  const { buyer } = path.exit;
  const rate = (field: string) => assume(`${place}.exit.${field}`, 'ratio/years');
  const kept = minus(ONE_RATIO, assume(`${place}.exit.discount`, 'ratio'));
  const keptAfterDiscount = calculation.once(
    'group.exit.kept-after-discount-share',
    'Un moins la décote',
    kept,
  );

  const sold = investorsOf(path, capital).map((holder): SoldShares => {
    const { party, label } = holder;
    const worth = calculation.once(
      `group.exit.value.${party}`,
      `${label} : part de la valeur, décote déduite`,
      roundedToCents(times(times(value.perShare, holder.dilutedShares), kept)),
    );
    const flows = limitFlows(setting, holder, capital.bonds, dividends);
    const limit = (field: 'floorAnnualRate' | 'capAnnualRate', name: string, words: string) =>
      path.exit[field] === null
        ? undefined
        : priceThatReturns(setting, `group.exit.${name}.${party}`, `${label} : ${words}`, {
            ...flows,
            rate: rate(field),
            month,
          });
    const floor = limit('floorAnnualRate', 'floor', 'prix du rendement plancher');
    const cap = limit('capAnnualRate', 'cap', 'prix du rendement plafond');
    const raised = floor === undefined ? worth : max(floor, worth);
    const price = calculation.once(
      `group.exit.price.${party}`,
      `${label} : prix des actions`,
      cap === undefined ? plus(raised) : min(cap, raised),
    );
    const paid = calculation.monthly(
      `group.exit.paid.${party}`,
      `${label} : prix reçu`,
      choose(isEqual(MONTH, month), price, NO_MONEY),
    );
    ledger.transfer(buyer, party, 'share-sale', paid);
    return {
      holder,
      value: worth,
      price,
      paid,
      limits: [floor, cap].flatMap((line) => line ?? []),
    };
  });

  const once = (id: string, label: string, formula: Formula<'money', 'once', 'defined'>) =>
    calculation.once(`group.exit.${id}`, label, formula);
  const price = once(
    'price',
    'Prix des actions des investisseurs',
    sumOfTerms(sold.map((item) => item.price)),
  );
  const valueSold = once(
    'value',
    'Part des investisseurs, décote déduite',
    sumOfTerms(sold.map((item) => item.value)),
  );
  const duty = once(
    'duty',
    'Droits d’enregistrement sur les actions',
    // On the real value of the shares when the price is lower (CGI 726 II).
    roundedToCents(times(max(price, valueSold), value.dutyRate)),
  );
  const dutyPaid = calculation.monthly(
    'group.exit.duty-paid',
    'Droits d’enregistrement payés par l’acheteur',
    choose(isEqual(MONTH, month), duty, NO_MONEY),
  );
  ledger.transfer(buyer, 'tax-office', 'share-sale-duty', dutyPaid);
  const bondsRepaid = once(
    'bonds',
    'Obligations remboursées à la sortie par la société, prime comprise',
    sumOfTerms(capital.bonds.map(({ repaidAtExit }) => total(repaidAtExit))),
  );

  const { dividendsOfBuyer, loanOfBuyer, cashOfBuyer } = writeCapacity(setting, terms);
  const capacity = once('capacity', 'Capacité de rachat de l’acheteur', plus(cashOfBuyer, loanOfBuyer));
  const need = once('need', 'À payer par l’acheteur', plus(price, duty));
  const unfunded = once('unfunded', 'Rachat non financé', max(NO_MONEY, minus(need, capacity)));
  ledger.transfer(
    'to-be-found',
    buyer,
    'buyer-gap',
    calculation.monthly(
      'group.exit.unfunded-paid',
      'Rachat non financé, à trouver',
      choose(isEqual(MONTH, month), unfunded, NO_MONEY),
    ),
  );
  const usedCash = once('used-cash', 'Payé par la trésorerie de l’acheteur', min(cashOfBuyer, need));
  const usedLoan = once('used-loan', 'Payé par un prêt de rachat', min(loanOfBuyer, minus(need, usedCash)));
  const soldShares = sold.map(({ holder }) => holder.dilutedShares);
  const [firstSold, ...otherSold] = soldShares;
  const partSold = calculation.once(
    'group.exit.sold-share',
    'Part des investisseurs dans les actions, conversions comprises',
    firstSold === undefined
      ? constant(0, 'ratio')
      : definedOr(dividedBy(plus(firstSold, ...otherSold), capital.diluted), constant(0, 'ratio')),
  );
  const limitSteps = sold.flatMap(({ limits: found }) => found);
  const limits = once('limits', 'Effet du plancher et du plafond de rendement', minus(price, valueSold));
  const step = (line: ExitStep['line'], part: ExitStep['part'], sign: ExitStep['sign']): ExitStep => ({
    id: line.id,
    label: line.label,
    line,
    part,
    sign,
  });
  return {
    sold,
    capacity,
    cashOfBuyer,
    loanOfBuyer,
    dividendsOfBuyer,
    duty,
    exit: {
      month,
      steps: [
        step(value.ebe, 'net-assets', '+'),
        step(value.marketRent, 'net-assets', '−'),
        ...(value.leftToOwner === undefined ? [] : [step(value.leftToOwner, 'net-assets', '+')]),
        step(value.ebeAfterRent, 'net-assets', '='),
        step(
          calculation.once(
            'group.exit.multiple',
            'Multiple d’EBE',
            plus(assume(`${place}.exit.multiple`, 'ratio')),
          ),
          'net-assets',
          '×',
        ),
        step(value.activity, 'net-assets', '='),
        step(value.property, 'net-assets', '+'),
        step(value.netCash, 'net-assets', '+'),
        step(value.equity, 'net-assets', '='),
        step(partSold, 'price', '×'),
        step(keptAfterDiscount, 'price', '×'),
        step(valueSold, 'price', '='),
        ...limitSteps.map((line) => step(line, 'price', '+')),
        step(limits, 'price', '+'),
        step(price, 'price', '='),
        step(value.dutyRate, 'cost', '×'),
        step(duty, 'cost', '+'),
        step(need, 'cost', '='),
        step(usedCash, 'payment', '+'),
        step(usedLoan, 'payment', '+'),
        step(unfunded, 'payment', '+'),
      ],
      price,
      buyOut: once(
        'buy-out',
        'Prix de sortie des investisseurs : actions, droits, obligations remboursées',
        plus(need, bondsRepaid),
      ),
      unfunded,
    },
  };
}

/**
 * What an investor put in shares and took from them, by month. A bond that becomes shares is one placing with them: it
 * counts from its drawing, with its coupons.
 */
function limitFlows(
  { calculation }: PathSetting,
  { party, label, subscribed }: Holder,
  bonds: readonly ConvertibleBond[],
  dividends: Dividends,
) {
  const own = bonds.filter((bond) => bond.lender === party && bond.converted !== undefined);
  const received = dividends.paidTo.get(party) ?? calculation.nothing();
  return {
    invested: calculation.monthly(
      `group.exit.invested.${party}`,
      `${label} : actions payées, obligations converties versées`,
      plus(subscribed, ...own.map(({ drawn }) => drawn)),
    ),
    received:
      own.length === 0
        ? received
        : calculation.monthly(
            `group.exit.received.${party}`,
            `${label} : dividendes, et coupons des obligations converties`,
            plus(received, ...own.flatMap(({ paid, principalInCash }) => [paid, principalInCash])),
          ),
  };
}

/** The price that gives shares a yearly rate: what was put in them, grown at it, less dividends grown alike. */
function priceThatReturns(
  { calculation }: PathSetting,
  id: string,
  label: string,
  terms: {
    readonly invested: MonthlyMoney;
    readonly received: MonthlyMoney;
    readonly rate: Formula<'ratio/years', 'once', 'defined'>;
    readonly month: Month;
  },
): OnceMoney {
  const factor = calculation.once(
    `${id}.factor`,
    `${label}, un mois`,
    power(growthFactor(terms.rate), over(ONE_RATIO, constant(12, 'ratio'))),
  );
  const grown = calculation.later(`${id}.grown`, `${label}, capitalisé`, 'money', 'monthly');
  calculation.define(
    grown,
    choose(
      isAtMost(MONTH, terms.month),
      minus(plus(times(previous(grown), factor), terms.invested), terms.received),
      NO_MONEY,
    ),
  );
  return calculation.once(id, label, roundedToCents(max(NO_MONEY, at(grown, terms.month))));
}

/** What the buyer can pay: cash, and a loan that its own cash flow and its dividends repay. */
function writeCapacity(
  { calculation, assume }: PathSetting,
  terms: {
    readonly path: EsusHoldingPath;
    readonly place: string;
    readonly month: Month;
    readonly dividends: Dividends;
  },
): Pick<GroupExit, 'dividendsOfBuyer' | 'loanOfBuyer' | 'cashOfBuyer'> {
  const { path, place, month, dividends } = terms;
  const field = (name: string) => `${place}.exit.${name}`;
  const received = dividends.paidTo.get(path.exit.buyer) ?? calculation.nothing();
  const dividendsOfBuyer = calculation.once(
    'group.exit.buyer-dividends',
    'Dividendes reçus par l’acheteur le dernier exercice clos',
    at(
      calculation.monthly(
        'group.exit.buyer-dividends-by-month',
        'Dividendes de l’acheteur, dernier exercice clos',
        inYearOf(
          calculation.yearly(
            'group.exit.buyer-dividends-of-year',
            'Dividendes reçus par l’acheteur',
            sumOfYear(received),
          ),
          -1,
        ),
      ),
      month,
    ),
  );
  const monthlyRate = calculation.once(
    'group.exit.buyer-monthly-rate',
    'Taux mensuel du prêt de rachat',
    proportionalRate(assume(field('buyerAnnualRate'), 'ratio/years'), 12),
  );
  const payments = times(
    over(assume(field('buyerYears'), 'years'), constant(1, 'years')),
    constant(12, 'ratio'),
  );
  const annuity = over(
    over(
      plus(times(assume(field('buyerCashFlowYear'), 'money/years'), constant(1, 'years')), dividendsOfBuyer),
      assume(field('buyerCover'), 'ratio'),
    ),
    constant(12, 'ratio'),
  );
  return {
    dividendsOfBuyer,
    cashOfBuyer: calculation.once(
      'group.exit.buyer-cash',
      'Trésorerie de l’acheteur',
      plus(assume(field('buyerCash'), 'money')),
    ),
    loanOfBuyer: calculation.once(
      'group.exit.buyer-loan',
      'Prêt que l’acheteur peut rembourser',
      roundedToCents(worthOfLevelPayments(annuity, monthlyRate, payments)),
    ),
  };
}
