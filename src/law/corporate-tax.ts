import {
  choose,
  constant,
  FALSE,
  isEqual,
  isMore,
  MONTHS_IN_YEAR,
  max,
  min,
  minus,
  NO_MONEY,
  over,
  plus,
  postedIn,
  previous,
  roundedToCents,
  TRUE,
  times,
  YEAR,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { CorporateTaxRules } from './corporate-tax-figures.ts';

export { CORPORATE_TAX_FIGURES, type CorporateTaxRules, corporateTaxRules } from './corporate-tax-figures.ts';

type Money = Formula<'money', 'once', 'defined'>;

/**
 * Impôt sur les sociétés: tax of a fiscal year closing in December, losses carried forward, instalments.
 *
 * Assumed: the tax of years before the timeline is unknown, hence no instalment in the first year and none in March
 * of the second; instalments are those of the law, never modulated down by the company; losses are carried forward
 * only (no « report en arrière »); neither the contribution sociale of 3.3 % (tax above 763 000 €) nor tax credits
 * are modelled; whether a company has the reduced rate (turnover, capital paid and held by persons) is said by the
 * caller.
 */
export interface CorporateTaxTerms {
  /** Taxable result of each fiscal year before losses carried forward; negative: a loss. */
  readonly taxableProfit: Line<'money', 'yearly', 'defined'>;
  /** Whether the reduced rate applies. */
  readonly reducedRate: boolean | Formula<'truth', 'yearly' | 'once', 'defined'>;
  readonly rules: CorporateTaxRules;
  /** Months in each fiscal year; those of the timeline unless given. */
  readonly monthsInYear?: Formula<'months', 'yearly' | 'once', 'defined'>;
  /** Losses carried forward when the timeline begins; none unless given. */
  readonly openingLosses?: Money;
  /** False for bodies taxed at the rates of CGI 219 bis only, which pay the whole in May. Default true. */
  readonly instalments?: boolean;
  /** Whose tax it is. */
  readonly party?: string;
}

/** Yearly unless said; all are money, and none is negative. */
export interface CorporateTaxLines {
  readonly openingLosses: Line<'money', 'yearly', 'defined'>;
  readonly lossUsed: Line<'money', 'yearly', 'defined'>;
  readonly closingLosses: Line<'money', 'yearly', 'defined'>;
  readonly taxableAfterLosses: Line<'money', 'yearly', 'defined'>;
  readonly atReducedRate: Line<'money', 'yearly', 'defined'>;
  readonly atNormalRate: Line<'money', 'yearly', 'defined'>;
  /** Tax of the year: a charge of that year, whenever it is paid. */
  readonly charge: Line<'money', 'yearly', 'defined'>;
  /** Instalments paid during the year: an advance on its charge. */
  readonly instalments: Line<'money', 'yearly', 'defined'>;
  /** Charge less instalments, due in May of the next year; the last one is a debt when the timeline ends. */
  readonly balanceToPay: Line<'money', 'yearly', 'defined'>;
  /** Instalments paid in excess, refunded in May of the next year. */
  readonly balanceToReceive: Line<'money', 'yearly', 'defined'>;
  /** Monthly: instalments and balances paid to the State. */
  readonly paid: Line<'money', 'monthly', 'defined'>;
  /** Monthly: excess refunded by the State. */
  readonly refunded: Line<'money', 'monthly', 'defined'>;
}

/**
 * Writes the lines of a company's corporate tax, ids `<prefix>.…`.
 * Tax (CGI 219): reduced rate up to the limit × months / 12, normal rate beyond, the sum rounded to the cent.
 * Losses (CGI 209 I): used up to the franchise, and to a share of the profit beyond it.
 * @returns see CorporateTaxLines; everything in euros
 */
export function corporateTax(
  calculation: Calculation,
  prefix: string,
  terms: CorporateTaxTerms,
): CorporateTaxLines {
  const { taxableProfit, rules } = terms;
  const months = terms.monthsInYear ?? MONTHS_IN_YEAR;
  const about = terms.party === undefined ? {} : { party: terms.party };
  const yearly = (name: string, label: string, formula: Formula<'money', 'yearly' | 'once', 'defined'>) =>
    calculation.yearly(`${prefix}.${name}`, label, formula, about);

  const closingLosses = calculation.later(
    `${prefix}.closingLosses`,
    'Déficits reportables à la clôture',
    'money',
    'yearly',
    about,
  );
  const openingLosses = yearly(
    'openingLosses',
    'Déficits reportables à l’ouverture',
    terms.openingLosses === undefined
      ? previous(closingLosses)
      : choose(isEqual(YEAR, constant(0, 'count')), terms.openingLosses, previous(closingLosses)),
  );
  const beyondFranchise = max(minus(taxableProfit, rules.lossFranchise), NO_MONEY);
  const usable = min(taxableProfit, plus(rules.lossFranchise, times(beyondFranchise, rules.lossShare)));
  const lossUsed = yearly(
    'lossUsed',
    'Déficits antérieurs imputés',
    roundedToCents(min(openingLosses, max(usable, NO_MONEY))),
  );
  const newLoss = max(minus(NO_MONEY, taxableProfit), NO_MONEY);
  calculation.define(closingLosses, plus(minus(openingLosses, lossUsed), newLoss));

  const taxableAfterLosses = yearly(
    'taxableAfterLosses',
    'Bénéfice imposable après imputation des déficits',
    max(minus(taxableProfit, lossUsed), NO_MONEY),
  );
  const hasReducedRate =
    typeof terms.reducedRate === 'boolean' ? (terms.reducedRate ? TRUE : FALSE) : terms.reducedRate;
  const limit = times(rules.reducedRateLimit, over(months, TWELVE_MONTHS));
  const atReducedRate = yearly(
    'atReducedRate',
    'Bénéfice imposé au taux réduit',
    choose(hasReducedRate, min(taxableAfterLosses, limit), NO_MONEY),
  );
  const atNormalRate = yearly(
    'atNormalRate',
    'Bénéfice imposé au taux normal',
    minus(taxableAfterLosses, atReducedRate),
  );
  const charge = yearly(
    'charge',
    'Impôt sur les bénéfices de l’exercice',
    roundedToCents(plus(times(atReducedRate, rules.reducedRate), times(atNormalRate, rules.rate))),
  );
  const lines = { openingLosses, lossUsed, closingLosses, taxableAfterLosses, atReducedRate, atNormalRate };
  return { ...lines, charge, ...payments(calculation, prefix, terms, charge, months) };
}

const TWELVE_MONTHS = constant(12, 'months');
const TWO = constant(2, 'ratio');
const FOUR = constant(4, 'ratio');

type Payments = Pick<
  CorporateTaxLines,
  'instalments' | 'balanceToPay' | 'balanceToReceive' | 'paid' | 'refunded'
>;

/**
 * When the tax is paid (CGI 1668; annexe III 358 to 360): 15 March, June, September and December, balance 15 May.
 * The tax of a year that is not of twelve months is brought to twelve, to compare it to the threshold and to divide it.
 * Each instalment is written in the year it is computed from, not in the year it is paid in: so a year's payments
 * read closed years only, and the tax of a year may depend on its cash without a circle.
 */
function payments(
  calculation: Calculation,
  prefix: string,
  terms: CorporateTaxTerms,
  charge: Line<'money', 'yearly', 'defined'>,
  months: Formula<'months', 'yearly' | 'once', 'defined'>,
): Payments {
  const about = terms.party === undefined ? {} : { party: terms.party };
  const yearly = (name: string, label: string, formula: Formula<'money', 'yearly' | 'once', 'defined'>) =>
    calculation.yearly(`${prefix}.${name}`, label, formula, about);
  const monthly = (name: string, label: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`${prefix}.${name}`, label, formula, about);

  const overTwelveMonths = times(charge, over(TWELVE_MONTHS, months));
  const dueAtAll = isMore(overTwelveMonths, terms.rules.instalmentThreshold);
  const reference = yearly(
    'instalmentReference',
    'Impôt de référence des acomptes, sur douze mois',
    terms.instalments === false ? NO_MONEY : choose(dueAtAll, overTwelveMonths, NO_MONEY),
  );
  const quarter = yearly(
    'quarterInstalment',
    'Quart de l’impôt de référence (septembre et décembre de l’exercice suivant, mars du deuxième)',
    roundedToCents(over(reference, FOUR)),
  );
  const june = yearly(
    'juneInstalment',
    'Moitié de l’impôt de référence, moins l’acompte de mars (juin de l’exercice suivant)',
    max(minus(roundedToCents(over(reference, TWO)), previous(quarter)), NO_MONEY),
  );
  const instalments = yearly(
    'instalments',
    'Acomptes d’impôt versés dans l’exercice',
    plus(previous(quarter, 2), previous(june), previous(quarter), previous(quarter)),
  );
  const balanceToPay = yearly(
    'balanceToPay',
    'Solde d’impôt à payer',
    max(minus(charge, instalments), NO_MONEY),
  );
  const balanceToReceive = yearly(
    'balanceToReceive',
    'Excédent d’acomptes à recevoir',
    max(minus(instalments, charge), NO_MONEY),
  );
  const paid = monthly(
    'paid',
    'Impôt sur les bénéfices payé',
    plus(
      postedIn(quarter, 3, -2),
      postedIn(balanceToPay, 5, -1),
      postedIn(june, 6, -1),
      postedIn(quarter, 9, -1),
      postedIn(quarter, 12, -1),
    ),
  );
  const refunded = monthly(
    'refunded',
    'Impôt sur les bénéfices remboursé',
    postedIn(balanceToReceive, 5, -1),
  );
  return { instalments, balanceToPay, balanceToReceive, paid, refunded };
}
