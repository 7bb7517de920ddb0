import {
  choose,
  endOfYear,
  isAtLeast,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  postedIn,
  roundedToCents,
  sumOfTerms,
  sumOfYear,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { CLOSING_MONTH } from '../formula/timeline.ts';
import type { Funding } from '../instruments/instrument.ts';
import { NON_PROFIT_RATE } from '../law/corporate-tax-figures.ts';
import { lawAssumption } from '../law/figure.ts';
import {
  ASSOCIATE_ACCOUNT_RATE,
  NON_PROFIT_DIVIDEND_RATE,
  PARENT_EXPENSE_SHARE,
  PARENT_MINIMUM_SHARE,
} from '../law/group-figures.ts';
import { type Books, yearOf } from '../ledger/books.ts';
import type { TaxAdjustments } from './corporate-tax-entries.ts';
import { OPERATOR } from './operating-company.ts';
import { VEHICLE } from './sci-capital.ts';
import type { Distribution } from './sci-distribution.ts';
import type { PathSetting } from './setting.ts';

type YearlyMoney = Line<'money', 'yearly', 'defined'>;

/** Calendar month in which a body taxed at reduced rates pays (CGI 1668: no instalment). */
const BALANCE_MONTH = 5;
const NO_RATE = lawZero();

function lawZero() {
  return minus(ONE_RATIO, ONE_RATIO);
}

/**
 * Interest of associate accounts that tax law does not admit: the part of the rate beyond the highest deductible one
 * (CGI 39 1 3°), by fiscal year.
 */
export function writeNonDeductibleInterest(
  setting: PathSetting,
  sources: readonly Pick<Funding, 'notDeductible'>[],
): YearlyMoney | undefined {
  const { calculation } = setting;
  const limited = sources.flatMap(({ notDeductible }) => notDeductible ?? []);
  if (limited.length === 0) return undefined;
  const cap = lawAssumption(calculation, ASSOCIATE_ACCOUNT_RATE);
  const floor = plus(cap);
  return calculation.yearly(
    'sci.non-deductible-interest',
    'Intérêts de comptes courants d’associés non déductibles',
    sumOfTerms(
      limited.map(({ interest, annualRate }) =>
        roundedToCents(
          times(
            sumOfYear(interest),
            // Below the cap the highest of both is the cap itself: nothing is added back.
            max(NO_RATE, minus(ONE_RATIO, over(floor, max(annualRate, floor)))),
          ),
        ),
      ),
    ),
    { party: VEHICLE },
  );
}

/** The result of the SCI as tax law reads it, before the losses of earlier years. */
export function writeTaxableResult(
  setting: PathSetting,
  books: Books,
  nonDeductible: YearlyMoney | undefined,
): YearlyMoney {
  return setting.calculation.yearly(
    'sci.taxable-result',
    'Résultat fiscal de la SCI, réparti entre ses associés',
    nonDeductible === undefined ? plus(books.result) : plus(books.result, nonDeductible),
    { party: VEHICLE },
  );
}

/**
 * What the SCI brings to the corporate tax of its operator. Transparent (IR): the share of its taxable result, by
 * the rules of companies (CGI 238 bis K), and distributions are not taxed again. At IS: dividends are exempt but for a
 * share of expenses (CGI 145, 216; at least 5 % held two years).
 */
export function operatorAdjustments(
  setting: PathSetting,
  transparent: boolean,
  taxableResult: YearlyMoney,
  distribution: Distribution,
): TaxAdjustments {
  const { calculation } = setting;
  const received = sumOfYear(distribution.toOperator);
  const about = { party: OPERATOR };
  if (!transparent) {
    return {
      deducted: [
        calculation.yearly(
          'operator.exempt-dividends',
          'Dividendes de la SCI exonérés (régime mère-fille)',
          choose(
            isAtLeast(
              endOfYear(distribution.operatorShare),
              lawAssumption(calculation, PARENT_MINIMUM_SHARE),
            ),
            minus(
              received,
              roundedToCents(times(received, lawAssumption(calculation, PARENT_EXPENSE_SHARE))),
            ),
            NO_MONEY,
          ),
          about,
        ),
      ],
    };
  }
  return {
    added: [
      calculation.yearly(
        'operator.share-of-sci-result',
        'Part du résultat fiscal de la SCI imposée chez l’exploitant',
        roundedToCents(times(taxableResult, endOfYear(distribution.operatorShare))),
        about,
      ),
    ],
    deducted: [received],
  };
}

/**
 * Tax of an operator without lucrative activity on what its SCI brings: 24 % of its share of rents less charges and
 * interest (no depreciation: CGI 219 bis, 206-5), or 15 % of dividends when the SCI is at IS. Paid in May, no
 * instalment.
 */
export function writeNonProfitTax(
  setting: PathSetting,
  transparent: boolean,
  vehicle: Books,
  distribution: Distribution,
): void {
  const { calculation, ledger } = setting;
  const about = { party: OPERATOR };
  const netIncome = minus(
    plus(yearOf(vehicle, 'rentIncome'), yearOf(vehicle, 'rechargedCosts')),
    sumOfTerms([yearOf(vehicle, 'externalCharges'), yearOf(vehicle, 'taxes'), yearOf(vehicle, 'interest')]),
  );
  const base: Formula<'money', 'yearly' | 'once', 'defined'> = transparent
    ? roundedToCents(times(max(NO_MONEY, netIncome), endOfYear(distribution.operatorShare)))
    : sumOfYear(distribution.toOperator);
  const charge = calculation.yearly(
    'operator.non-profit-tax',
    'Impôt sur les revenus de la SCI (organisme sans but lucratif)',
    roundedToCents(
      times(base, lawAssumption(calculation, transparent ? NON_PROFIT_RATE : NON_PROFIT_DIVIDEND_RATE)),
    ),
    about,
  );
  ledger.accrue(
    OPERATOR,
    'tax-charge',
    calculation.monthly(
      'operator.non-profit-tax.posted',
      'Charge d’impôt à la clôture',
      postedIn(charge, CLOSING_MONTH),
      about,
    ),
  );
  ledger.transfer(
    OPERATOR,
    'tax-office',
    'corporate-tax-paid',
    calculation.monthly(
      'operator.non-profit-tax.paid',
      'Impôt sur les revenus de la SCI payé',
      postedIn(charge, BALANCE_MONTH, -1),
      about,
    ),
  );
}
