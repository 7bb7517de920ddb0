import {
  at,
  choose,
  constant,
  definedOr,
  dividedBy,
  inYearOf,
  isAtLeast,
  isMore,
  MONTH,
  max,
  minus,
  NO_MONEY,
  over,
  plus,
  roundedToCents,
  sumOfTerms,
  sumOfYear,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { SCI_SHARES_RATE, SHARE_SALE_RATE } from '../law/acquisition-figures.ts';
import { lawAssumption } from '../law/figure.ts';
import type { AccountId } from '../ledger/accounts.ts';
import { type Books, balanceOf } from '../ledger/books.ts';
import type { Valuation } from '../property/holding.ts';
import type { KeptCompany } from './company.ts';
import type { PathSetting } from './setting.ts';

type Month = Formula<'months', 'once', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;
type Ratio = Formula<'ratio', 'once', 'defined'>;
type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;

const TWELVE = constant(12, 'ratio');
const HALF = constant('0.5', 'ratio');
const NO_VALUE = constant(0, 'money/count');

/** What a company owes to those who financed it. */
const FINANCIAL_DEBTS: readonly AccountId[] = [
  'bankLoans',
  'siteSuppliers',
  'bridgeLoans',
  'existingDebt',
  'otherEquity',
  'quasiEquity',
  'associateAccounts',
  'financingToFind',
  'accruedInterest',
];
/** What takes them off: cash, and what a company of the group has lent to another. */
const SET_OFF: readonly AccountId[] = ['cash', 'associateAdvances'];

/** A company of the group, and the part of it that counts for who holds the issuer. */
export interface GroupMember {
  readonly company: KeptCompany;
  readonly share: Ratio;
}

/** What the shares are worth in a month, step by step. */
export interface GroupValue {
  /** EBE of each fiscal year, part held. */
  readonly ebeOfYear: Line<'money', 'yearly', 'defined'>;
  readonly ebe: OnceMoney;
  readonly marketRent: OnceMoney;
  /** What the owner of the walls bears and a tenant at the market would not; undefined when there is nothing. */
  readonly leftToOwner: OnceMoney | undefined;
  readonly ebeAfterRent: OnceMoney;
  readonly activity: OnceMoney;
  readonly property: OnceMoney;
  readonly netDebt: OnceMoney;
  /** Financial debts less cash at the end of each month, part held. */
  readonly netDebtOfMonth: Line<'money', 'monthly', 'defined'>;
  /** The same with the other sign: what is added to the value. */
  readonly netCash: OnceMoney;
  readonly equity: OnceMoney;
  readonly perShare: Line<'money/count', 'once', 'defined'>;
  /** Registration duty on a sale of its shares. */
  readonly dutyRate: Line<'ratio', 'once', 'defined'>;
}

/**
 * What the shares of a group are worth when investors leave: multiple × EBE of the last fiscal year closed, after a
 * market rent on the walls that it owns (which are counted beside, at their value: neither rent nor what an owner pays
 * is counted twice, so that selling the walls and renting them back at the market changes no price), plus the walls,
 * less financial debts net of cash, over all shares, conversions counted.
 *
 * A loss-making activity counts for nothing, not for less. EBE and debts of a company held in part count in part.
 * @param walls of the group; undefined when it rents them
 */
export function writeGroupValue(
  setting: PathSetting,
  terms: {
    readonly members: readonly GroupMember[];
    readonly walls: Valuation | undefined;
    readonly month: Month;
    readonly multiple: Ratio;
    readonly diluted: Line<'count', 'once', 'defined'>;
  },
): GroupValue {
  const { calculation, opening } = setting;
  const { members, walls, month, multiple, diluted } = terms;
  const once = (id: string, label: string, formula: Formula<'money', 'once', 'defined'>) =>
    calculation.once(`group.value.${id}`, label, formula);
  const held = <R extends 'yearly' | 'monthly' | 'once'>(
    amount: Formula<'money', R, 'defined'>,
    share: Ratio,
  ) => times(amount, share);
  const ebeOfYear = calculation.yearly(
    'group.ebe',
    'EBE consolidé, part détenue',
    sumOfTerms(members.map(({ company, share }) => held(company.balances.ebe, share))),
  );
  const ebe = once(
    'ebe',
    'EBE consolidé du dernier exercice clos',
    at(
      calculation.monthly(
        'group.value.ebe-by-month',
        'EBE du dernier exercice clos',
        inYearOf(ebeOfYear, -1),
      ),
      month,
    ),
  );
  const ofLastYear = (id: string, words: string, ofTwelveMonths: Monthly): OnceMoney =>
    once(
      id,
      `${words}, dernier exercice clos`,
      at(
        calculation.monthly(
          `group.value.${id}-by-month`,
          `${words}, dernier exercice clos à ce mois`,
          inYearOf(
            calculation.yearly(
              `group.${id}`,
              `${words}, dans l’exercice`,
              roundedToCents(
                sumOfYear(
                  calculation.monthly(
                    `group.${id}-of-month`,
                    `${words}, ce mois`,
                    choose(isAtLeast(MONTH, opening), over(ofTwelveMonths, TWELVE), NO_MONEY),
                  ),
                ),
              ),
            ),
            -1,
          ),
        ),
        month,
      ),
    );
  const marketRent = ofLastYear(
    'market-rent',
    'Loyer de marché des murs détenus',
    walls === undefined ? NO_MONEY : plus(walls.marketRent),
  );
  const leftToOwner =
    walls?.leftToOwner &&
    ofLastYear(
      'left-to-owner',
      `Charges${walls.isLeasehold ? ', canon' : ''} et taxe foncière qu’un bail de marché laisserait au propriétaire`,
      walls.leftToOwner,
    );
  const ebeAfterRent = once(
    'ebe-after-rent',
    'EBE consolidé après loyer de marché',
    minus(leftToOwner === undefined ? ebe : plus(ebe, leftToOwner), marketRent),
  );
  const activity = once(
    'activity',
    'Valeur de l’activité',
    roundedToCents(times(max(NO_MONEY, ebeAfterRent), multiple)),
  );
  const property = once(
    'property',
    'Valeur des murs, droits exclus',
    walls === undefined ? NO_MONEY : at(walls.value, month),
  );
  const owed = (books: Books, accounts: readonly AccountId[]) =>
    sumOfTerms(accounts.map((account) => balanceOf(books, account)));
  const netDebtOfMonth = calculation.monthly(
    'group.net-debt',
    'Dettes financières nettes de la trésorerie, part détenue',
    sumOfTerms(
      members.map(({ company, share }) =>
        held(minus(owed(company.books, FINANCIAL_DEBTS), owed(company.books, SET_OFF)), share),
      ),
    ),
  );
  const netDebt = once(
    'net-debt',
    'Dettes financières nettes de la trésorerie, à la sortie',
    roundedToCents(at(netDebtOfMonth, month)),
  );
  const equity = once(
    'equity',
    'Valeur de toutes les actions',
    max(NO_MONEY, minus(plus(activity, property), netDebt)),
  );
  return {
    ebeOfYear,
    ebe,
    marketRent,
    leftToOwner,
    ebeAfterRent,
    activity,
    property,
    netDebt,
    netDebtOfMonth,
    netCash: once(
      'net-cash',
      'Trésorerie nette des dettes financières (négative : dettes nettes)',
      minus(NO_MONEY, netDebt),
    ),
    equity,
    perShare: calculation.once(
      'group.value.per-share',
      'Valeur d’une action, conversions comprises',
      definedOr(dividedBy(equity, diluted), NO_VALUE),
    ),
    dutyRate: calculation.once(
      'group.value.duty-rate',
      'Droits d’enregistrement : taux',
      // Mostly made of real estate (CGI 726 I 2°): read on the values found here, cash and debts left out.
      choose(
        isMore(property, times(plus(activity, property), HALF)),
        lawAssumption(calculation, SCI_SHARES_RATE),
        lawAssumption(calculation, SHARE_SALE_RATE),
      ),
    ),
  };
}
