import {
  choose,
  constant,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  over,
  plus,
  power,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { growthFactor } from '../formula/rates.ts';
import { dueFor } from './impact-scale.ts';
import type { ImpactContractShape, ImpactSetting } from './impact-setting.ts';
import { drawnAt, type TrancheLines } from './impact-tranches.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;
type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type OnceFormula = Formula<'money', 'once', 'defined'>;
type Month = Formula<'months', 'once', 'defined'>;

/** One measurement of one outcome: what is due, paid, and how it is shared. */
export interface MeasurementLines {
  readonly label: string;
  /** Of its payment. */
  readonly month: Line<'months', 'once', 'defined'>;
  /** What is due for each indicator, before the cap. */
  readonly due: readonly OnceMoney[];
  /** Paid by the payer, within what is left of the cap. */
  readonly payment: OnceMoney;
  /** Capital drawn and not repaid yet, before this payment. */
  readonly owed: OnceMoney;
  readonly capital: OnceMoney;
  readonly premium: OnceMoney;
  /** Left to the enterprise. */
  readonly kept: OnceMoney;
}

/** What a contract gives with one set of results. */
export interface OutcomeLines {
  readonly measurements: readonly MeasurementLines[];
  readonly payments: OnceMoney;
  readonly capital: OnceMoney;
  readonly premium: OnceMoney;
  readonly kept: OnceMoney;
  readonly writtenOff: OnceMoney;
  /** By month: paid by the payer; received less paid by the investors. */
  readonly paid: MonthlyMoney;
  readonly flow: MonthlyMoney;
}

const TWELVE_MONTHS = constant(12, 'months');

/**
 * Writes what a contract pays with one set of results. At each measurement the payer owes Σ weight × (unit price ×
 * results, or the amount of the tier reached), within what is left of the cap; the same day the investors are repaid
 * their capital first, then their premium up to the yearly rate of the contract; the rest stays with the enterprise.
 * What is still owed after the last measurement is written off.
 * @param outcome names the results read: `measurements[0].results[1].expected`
 */
export function writeOutcome(
  setting: ImpactSetting,
  shape: ImpactContractShape,
  tranches: TrancheLines,
  outcome: { readonly id: string; readonly words: string },
): OutcomeLines {
  const { calculation, assume, party, paymentDelay } = setting;
  const prefix = `impact.${outcome.id}`;
  const once = (id: string, label: string, formula: OnceFormula) =>
    calculation.once(`${prefix}.${id}`, `${label} (${outcome.words})`, formula, { party });
  const monthly = (
    id: string,
    label: string,
    formula: Formula<'money', 'monthly' | 'once', 'defined'>,
  ): MonthlyMoney =>
    calculation.monthly(`${prefix}.${id}`, `${label} (${outcome.words})`, formula, { party });
  const measurements: MeasurementLines[] = [];
  shape.measurements.forEach(({ label, results }, index) => {
    const name = (id: string) => `m${index + 1}.${id}`;
    const month = calculation.once(
      `${prefix}.${name('month')}`,
      `${label} : mois du paiement (${outcome.words})`,
      plus(assume(`measurements[${index}].month`, 'months'), paymentDelay),
      { party },
    );
    const before = (wanted: (lines: MeasurementLines) => OnceMoney) => sumOfTerms(measurements.map(wanted));
    const due = shape.indicators.map((indicator, position) => {
      const rank = results.findIndex((result) => result.indicator === indicator.id);
      const result = assume(`measurements[${index}].results[${rank}].${outcome.id}`, 'count');
      return once(
        name(`due-${position + 1}`),
        `${label} : dû pour « ${indicator.label} »`,
        dueFor(setting, `indicators[${position}]`, indicator.pricing, result),
      );
    });
    const payment = once(
      name('payment'),
      `${label} : payé`,
      min(
        minus(
          assume('cap', 'money'),
          before((lines) => lines.payment),
        ),
        sumOfTerms(due),
      ),
    );
    const owed = once(
      name('owed'),
      `${label} : capital à rembourser`,
      minus(
        sumOfTerms(drawnAt(tranches, month)),
        before((lines) => lines.capital),
      ),
    );
    const capital = once(name('capital'), `${label} : capital remboursé`, min(payment, owed));
    const left = minus(payment, capital);
    const premium = once(
      name('premium'),
      `${label} : rémunération des investisseurs`,
      shape.hasPremiumCap
        ? max(
            NO_MONEY,
            min(
              left,
              minus(
                once(
                  name('ceiling'),
                  `${label} : capital et rémunération au taux maximal`,
                  worthAt(setting, tranches, measurements, month),
                ),
                capital,
              ),
            ),
          )
        : left,
    );
    measurements.push({
      label,
      month,
      due,
      payment,
      owed,
      capital,
      premium,
      kept: once(name('kept'), `${label} : laissé à l’entreprise`, minus(left, premium)),
    });
  });
  const sum = (id: string, label: string, wanted: (lines: MeasurementLines) => OnceMoney) =>
    once(id, label, sumOfTerms(measurements.map(wanted)));
  const posted = (id: string, label: string, wanted: (lines: MeasurementLines) => OnceMoney) =>
    monthly(id, label, inItsMonth(measurements, wanted));
  const capital = sum('capital', 'Capital remboursé', (lines) => lines.capital);
  return {
    measurements,
    payments: sum('payments', 'Paiements aux résultats', (lines) => lines.payment),
    capital,
    premium: sum('premium', 'Rémunération des investisseurs', (lines) => lines.premium),
    kept: sum('kept', 'Laissé à l’entreprise', (lines) => lines.kept),
    writtenOff: once('written-off', 'Capital abandonné', minus(tranches.invested, capital)),
    paid: posted('paid', 'Paiements aux résultats', (lines) => lines.payment),
    flow: monthly(
      'investor-flow',
      'Investisseurs : reçu moins versé',
      minus(
        inItsMonth(
          measurements,
          (lines) => lines.capital,
          (lines) => lines.premium,
        ),
        sumOfTerms(tranches.drawn),
      ),
    ),
  };
}

/** Amounts of each measurement, in its month. */
export function inItsMonth(
  measurements: readonly MeasurementLines[],
  ...wanted: readonly ((lines: MeasurementLines, index: number) => OnceFormula)[]
): Formula<'money', 'monthly' | 'once', 'defined'> {
  return sumOfTerms(
    measurements.map((lines, index) =>
      choose(isEqual(MONTH, lines.month), sumOfTerms(wanted.map((amount) => amount(lines, index))), NO_MONEY),
    ),
  );
}

/** What investors would be owed at a month if all they advanced bore the highest rate, less what they got, to the cent. */
function worthAt(
  { assume }: ImpactSetting,
  tranches: TrancheLines,
  before: readonly MeasurementLines[],
  month: Month,
): OnceFormula {
  const growth = growthFactor(assume('premiumRateCap', 'ratio/years'));
  const grown = (amount: OnceFormula, since: Month) =>
    times(amount, power(growth, over(minus(month, since), TWELVE_MONTHS)));
  const advanced = drawnAt(tranches, month).map((amount, index) =>
    grown(amount, tranches.months[index] as Month),
  );
  const received = before.map((lines) => grown(plus(lines.capital, lines.premium), lines.month));
  return roundedToCents(minus(sumOfTerms(advanced), sumOfTerms(received)));
}
