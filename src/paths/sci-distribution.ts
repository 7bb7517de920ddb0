import {
  CALENDAR_MONTH,
  choose,
  constant,
  endOfYear,
  inYearOf,
  isAtLeast,
  isEqual,
  isMore,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  plus,
  previous,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { CORPORATE_TAX_RATE } from '../law/corporate-tax-figures.ts';
import { lawAssumption } from '../law/figure.ts';
import { type Books, balanceOf } from '../ledger/books.ts';
import { ASSEMBLY_MONTH } from '../ledger/profit-entries.ts';
import type { MonthlyMoney } from './company.ts';
import { OPERATOR } from './operating-company.ts';
import { VEHICLE } from './sci-capital.ts';
import type { PathSetting } from './setting.ts';

export interface Distribution {
  readonly paid: MonthlyMoney;
  readonly toOperator: MonthlyMoney;
  readonly toInvestor: MonthlyMoney;
  /** Share of the operator at the end of each month: all of it once the investor has left. */
  readonly operatorShare: Line<'ratio', 'monthly', 'defined'>;
  /** Share of what the SCI pays in a month: the investor that leaves at its end still has its own. */
  readonly shareDuringMonth: Line<'ratio', 'monthly', 'defined'>;
  /** Cash kept aside for major repairs, at the end of each fiscal year. */
  readonly repairsReserve: Line<'money', 'yearly', 'defined'>;
  /** Gives its formula to the distribution, once the books of the company are open. */
  readonly define: (books: Books, taxableResult: Line<'money', 'yearly', 'defined'>) => void;
}

/**
 * What the SCI distributes each June on the accounts of the year closed: a share of what is distributable (profits
 * kept, after losses), within its cash of the end of May above its minimum and its repairs reserve. Transparent (IR),
 * it distributes at least the tax that its result causes at the normal rate of corporate tax, cash permitting.
 * Statutes of a société civile are free on this (C. civ. 1844-1): no legal reserve.
 */
export function writeDistribution(
  setting: PathSetting,
  terms: {
    readonly place: string;
    readonly investor: string;
    readonly transparent: boolean;
    readonly exit: Formula<'months', 'once', 'defined'>;
    readonly share: Formula<'ratio', 'once', 'defined'>;
    readonly repairsEndowment: Line<'money', 'yearly', 'defined'>;
  },
): Distribution {
  const { calculation, ledger, assume } = setting;
  const { place, investor, transparent, exit, share, repairsEndowment } = terms;
  const about = { party: VEHICLE };
  const operatorShare = calculation.monthly(
    'sci.operator-share',
    'Part de l’exploitant dans la SCI, à la fin du mois',
    choose(isAtLeast(MONTH, exit), ONE_RATIO, share),
    about,
  );
  const shareDuringMonth = calculation.monthly(
    'sci.operator-share-during-month',
    'Part de l’exploitant dans la SCI, avant une sortie de ce mois',
    choose(isMore(MONTH, exit), ONE_RATIO, share),
    about,
  );
  const paid = calculation.later('sci.dividends', 'Distribution de la SCI', 'money', 'monthly', about);
  const toOperator = calculation.monthly(
    'sci.dividends.operator',
    'Distribution de la SCI à l’exploitant',
    roundedToCents(times(paid, shareDuringMonth)),
    about,
  );
  const toInvestor = calculation.monthly(
    'sci.dividends.investor',
    'Distribution de la SCI à l’investisseur',
    minus(paid, toOperator),
    about,
  );
  ledger.transfer(VEHICLE, OPERATOR, 'dividend', toOperator);
  ledger.transfer(VEHICLE, investor, 'dividend', toInvestor);
  const reserve = calculation.later(
    'sci.repairs-reserve',
    'Gros entretien : trésorerie mise de côté',
    'money',
    'yearly',
    about,
  );
  calculation.define(reserve, plus(previous(reserve), repairsEndowment));

  return {
    paid,
    toOperator,
    toInvestor,
    operatorShare,
    shareDuringMonth,
    repairsReserve: reserve,
    define: (books, taxableResult) => {
      const reserves = balanceOf(books, 'reserves') as MonthlyMoney;
      const carried = balanceOf(books, 'retainedEarnings') as MonthlyMoney;
      const distributable = calculation.yearly(
        'sci.distributable',
        'Bénéfice distribuable à la clôture',
        max(NO_MONEY, plus(endOfYear(reserves), endOfYear(carried), books.result)),
        about,
      );
      const policy = roundedToCents(
        times(distributable, assume(`${place}.vehicle.distributionShare`, 'ratio')),
      );
      const wanted = calculation.yearly(
        'sci.distribution-wanted',
        'Distribution décidée sur cet exercice',
        transparent
          ? min(
              distributable,
              max(
                policy,
                roundedToCents(
                  times(max(NO_MONEY, taxableResult), lawAssumption(calculation, CORPORATE_TAX_RATE)),
                ),
              ),
            )
          : policy,
        about,
      );
      const available = minus(
        previous(books.cash),
        plus(assume(`${place}.vehicle.minimumCash`, 'money'), inYearOf(reserve, -1)),
      );
      calculation.define(
        paid,
        choose(
          isEqual(CALENDAR_MONTH, constant(ASSEMBLY_MONTH, 'count')),
          max(NO_MONEY, min(inYearOf(wanted, -1), available)),
          NO_MONEY,
        ),
      );
    },
  };
}
