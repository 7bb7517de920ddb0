import {
  choose,
  constant,
  integerPart,
  isAtMost,
  isEqual,
  MONTH,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  previous,
  sumOfTerms,
  times,
  total,
  YEAR,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { monthlyDiscount } from '../formula/rates.ts';
import { EQUITY_ACCOUNTS } from '../ledger/accounts.ts';
import type { AidRegister } from '../paths/aid-register.ts';
import type { Deal } from '../paths/deal.ts';
import { SIGNATURE } from '../paths/setting.ts';

export type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;
export type DiscountFactor = Line<'ratio', 'monthly', 'defined'>;

/** Month of a cruising year: two years after entry into service. */
const CRUISE_DELAY = constant(24, 'months');
export const TWELVE = constant(12, 'ratio');

/** Lines written for the key figures and the tables, on top of the deal. */
export interface Measures {
  /** By id of key figure, or of row of a table. */
  readonly lines: ReadonlyMap<string, Line>;
  /** Public contributions under their ceiling. */
  readonly aidRegister: AidRegister;
  /** Flows whose rates of return are looked for. */
  readonly flows: readonly {
    readonly id: string;
    readonly label: string;
    readonly line: Line<'money', 'monthly', 'defined'>;
  }[];
}

/** What the measures of every lens share: where they keep their lines, how they discount, which year is of cruise. */
export interface MeasureSetting {
  readonly deal: Deal;
  /** Keeps a line under the id of its key figure, and gives it back. */
  readonly keep: <L extends Line>(id: string, line: L) => L;
  readonly toHorizon: Formula<'truth', 'monthly' | 'once', 'defined'>;
  readonly cruise: Formula<'months', 'once', 'defined'>;
  /** Equity, month by month. */
  readonly equity: MonthlyMoney;
  /** Discount factor of each month: (1 + rate)^(−m/12). */
  readonly discountOf: (
    id: string,
    label: string,
    annualRate: Formula<'ratio/years', 'once', 'defined'>,
  ) => DiscountFactor;
  /** Present value at signature of what falls until the horizon. */
  readonly presentValue: (
    id: string,
    label: string,
    flow: Monthly,
    factor: DiscountFactor,
  ) => Line<'money', 'once', 'defined'>;
  /** A yearly line, read in the cruising year. */
  readonly atCruise: <U extends 'money' | 'ratio' | 'years'>(
    id: string,
    label: string,
    line: Line<U, 'yearly'>,
  ) => Line<U, 'once'>;
}

/** Opens the measures of a deal. Lines kept go to `lines`. */
export function openMeasures(deal: Deal, lines: Map<string, Line>): MeasureSetting {
  const { calculation, opening, horizon } = deal.setting;
  const toHorizon = isAtMost(MONTH, horizon);
  const cruise = plus(opening, CRUISE_DELAY);
  // Years are counted from the first, which may be shorter: 12 months make a year after it.
  const missingMonths = 12 - (calculation.timeline.years[0]?.months ?? 12);
  const cruiseYear = calculation.once(
    'measure.cruise-year',
    'Rang de l’exercice de croisière, le premier étant 0',
    times(
      integerPart(over(plus(cruise, constant(missingMonths, 'months')), constant(12, 'months'))),
      constant(1, 'count'),
    ),
  );
  return {
    deal,
    toHorizon,
    cruise,
    keep: (id, line) => {
      lines.set(id, line);
      return line;
    },
    equity: calculation.monthly(
      'measure.equity',
      'Fonds propres',
      sumOfTerms(
        EQUITY_ACCOUNTS.flatMap((account) => {
          const line = deal.operator.books.balances.get(account);
          return line === undefined ? [] : [line];
        }),
      ),
    ),
    discountOf: (id, label, annualRate) => {
      const ofMonth = calculation.once(`${id}.month`, `${label}, un mois`, monthlyDiscount(annualRate));
      const factor = calculation.later(id, label, 'ratio', 'monthly');
      calculation.define(
        factor,
        choose(isEqual(MONTH, SIGNATURE), ONE_RATIO, times(previous(factor), ofMonth)),
      );
      return factor;
    },
    presentValue: (id, label, flow, factor) =>
      calculation.once(
        id,
        label,
        total(
          calculation.monthly(
            `${id}.discounted`,
            `${label} : flux actualisés`,
            choose(toHorizon, times(flow, factor), NO_MONEY),
          ),
        ),
      ),
    atCruise: (id, label, line) =>
      calculation.once(
        id,
        label,
        total(
          calculation.yearly(
            `${id}.in-year`,
            `${label}, dans son exercice`,
            choose(isEqual(YEAR, cruiseYear), line, constant(0, line.unit)),
          ),
        ),
      ),
  };
}
