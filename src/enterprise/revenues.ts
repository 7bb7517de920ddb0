import {
  and,
  constant,
  isAtLeast,
  isAtMost,
  MONTH,
  or,
  power,
  roundedToCents,
  sumOfTerms,
  sumOfYear,
  TRUE,
  times,
  YEAR,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { growthFactor } from '../formula/rates.ts';
import type { BeforeAndAfter } from './before-and-after.ts';
import type { ActivitySetting, MonthlyMoney } from './setting.ts';

/** What decides the shape of a stream: its amounts and rates are read as assumptions. */
export interface StreamShape {
  readonly id: string;
  readonly label: string;
  readonly start: string | null;
  readonly end: string | null;
  /** Purchases of its own; null: the common share. */
  readonly purchasesShare: unknown;
}

export interface Revenues {
  readonly sales: MonthlyMoney;
  /** Each stream with its turnover; empty when the turnover is one amount. */
  readonly streams: readonly {
    readonly id: string;
    readonly label: string;
    readonly sales: MonthlyMoney;
    readonly ofYear: Line<'money', 'yearly', 'defined'>;
  }[];
  /** What is consumed of purchases to make the sales, rounded to the cent. */
  readonly consumption: Formula<'money', 'monthly' | 'once', 'defined'>;
}

const ONE_YEAR = constant(1, 'years');
/** From here on, the central case takes a contract as renewed. */
const LIKELY = constant('0.5', 'ratio');

/**
 * Turnover, in one amount or stream by stream, and the purchases that it consumes.
 *
 * The central case is deterministic: a stream whose contract ends goes on when its renewal is at least as likely as
 * not, and stops after its last month otherwise; the probability itself serves the study of risks.
 */
export function writeRevenues(
  setting: ActivitySetting,
  { rampedUp }: BeforeAndAfter,
  streams: readonly StreamShape[],
): Revenues {
  const { calculation, company, assume } = setting;
  const about = { party: company };
  const index = calculation.yearly(
    'activity.sales-index',
    'Indice du chiffre d’affaires',
    power(growthFactor(assume('operator.annualRevenueGrowth', 'ratio/years')), YEAR),
    about,
  );
  const typed = (path: string) => times(assume(path, 'money/years'), ONE_YEAR);
  const written = streams.map((stream, position) => {
    const place = `operator.revenues[${position}]`;
    const sold = rampedUp(
      `activity.sales.${stream.id}`,
      stream.label,
      typed(`${place}.annualBefore`),
      typed(`${place}.annualAfter`),
      index,
      appliesTo(setting, place, stream),
    );
    return {
      ...stream,
      place,
      sales: sold,
      ofYear: calculation.yearly(
        `activity.sales.${stream.id}.of-year`,
        `${stream.label}, dans l’exercice`,
        sumOfYear(sold),
        about,
      ),
    };
  });
  const sales =
    written.length === 0
      ? rampedUp(
          'activity.sales',
          'Chiffre d’affaires',
          typed('operator.revenueBefore'),
          typed('operator.revenueAfter'),
          index,
        )
      : calculation.monthly(
          'activity.sales',
          'Chiffre d’affaires',
          sumOfTerms(written.map((stream) => stream.sales)),
          about,
        );
  const common = assume('operator.purchasesShare', 'ratio');
  const consumption = roundedToCents(
    written.length === 0
      ? times(sales, common)
      : sumOfTerms(
          written.map((stream) =>
            times(
              stream.sales,
              stream.purchasesShare === null ? common : assume(`${stream.place}.purchasesShare`, 'ratio'),
            ),
          ),
        ),
  );
  return { sales, streams: written, consumption };
}

/** In which months a stream is paid; undefined: in all of them. */
function appliesTo(
  { assume }: ActivitySetting,
  place: string,
  { start, end }: StreamShape,
): Formula<'truth', 'monthly' | 'once', 'defined'> | undefined {
  if (start === null && end === null) return undefined;
  const begun = start === null ? TRUE : isAtLeast(MONTH, assume(`${place}.start`, 'months'));
  if (end === null) return begun;
  const goesOn = or(
    isAtMost(MONTH, assume(`${place}.end`, 'months')),
    isAtLeast(assume(`${place}.renewalProbability`, 'ratio'), LIKELY),
  );
  return start === null ? goesOn : and(begun, goesOn);
}
