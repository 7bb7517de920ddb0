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
import { inForce, type LawFigure, lawAssumption } from './figure.ts';

/**
 * Impôt sur les sociétés: tax of a fiscal year closing in December, losses carried forward, instalments.
 *
 * Assumed: the tax of years before the timeline is unknown, hence no instalment in the first year and none in March
 * of the second; instalments are those of the law, never modulated down by the company; losses are carried forward
 * only (no « report en arrière »); neither the contribution sociale of 3.3 % (tax above 763 000 €) nor tax credits
 * are modelled; whether a company has the reduced rate (turnover, capital paid and held by persons) is said by the
 * caller.
 */
export const CORPORATE_TAX_RATE: LawFigure<'ratio'> = {
  id: 'corporate-tax.rate',
  label: "Taux normal de l'impôt sur les sociétés",
  value: '0.25',
  unit: 'ratio',
  since: '2022-01-01',
  source: 'CGI art. 219 I ; mon-entreprise, imposition.publicodes (30/06/2026)',
  confidence: 'sourced',
};

export const REDUCED_RATE: LawFigure<'ratio'> = {
  id: 'corporate-tax.reduced-rate',
  label: "Taux réduit de l'impôt sur les sociétés (PME)",
  value: '0.15',
  unit: 'ratio',
  since: '2022-12-31',
  source: 'CGI art. 219 I b ; BOI-IS-LIQ-20-20 (21/06/2023)',
  confidence: 'sourced',
  note:
    "Chiffre d'affaires d'au plus 10 M€, capital entièrement libéré et détenu pour 75 % au moins par des personnes " +
    'physiques ou par des sociétés remplissant les mêmes conditions.',
};

export const REDUCED_RATE_LIMIT: LawFigure<'money'> = {
  id: 'corporate-tax.reduced-rate-limit',
  label: 'Bénéfice imposé au taux réduit, au plus, pour douze mois',
  value: '42500',
  unit: 'money',
  since: '2022-12-31',
  source: 'CGI art. 219 I b (LF 2023 art. 37) ; BOI-IS-LIQ-20-20 (21/06/2023)',
  confidence: 'sourced',
  note: "Exercices clos depuis cette date ; à proportion des mois si l'exercice n'en compte pas douze.",
};

export const LOSS_FRANCHISE: LawFigure<'money'> = {
  id: 'corporate-tax.loss-franchise',
  label: 'Déficits imputables sans autre limite que le bénéfice',
  value: '1000000',
  unit: 'money',
  since: '2012-12-31',
  source: 'CGI art. 209 I al. 3 ; BOI-IS-DEF-10-30 (10/04/2013)',
  confidence: 'sourced',
};

export const LOSS_SHARE: LawFigure<'ratio'> = {
  id: 'corporate-tax.loss-share',
  label: 'Part du bénéfice au-delà de la franchise sur laquelle des déficits sont imputables',
  value: '0.5',
  unit: 'ratio',
  since: '2012-12-31',
  source: 'CGI art. 209 I al. 3 ; BOI-IS-DEF-10-30 (10/04/2013)',
  confidence: 'sourced',
};

export const INSTALMENT_THRESHOLD: LawFigure<'money'> = {
  id: 'corporate-tax.instalment-threshold',
  label: "Impôt de référence jusqu'auquel aucun acompte n'est dû",
  value: '3000',
  unit: 'money',
  since: '2005-01-01',
  source: 'CGI art. 1668 ; BOI-IS-DECLA-20-10',
  confidence: 'memory',
};

/** Patrimonial income (rents, shares of an SCI) of a body without lucrative activity: CGI art. 219 bis. */
export const NON_PROFIT_RATE: LawFigure<'ratio'> = {
  id: 'corporate-tax.non-profit-rate',
  label: "Taux de l'impôt sur les revenus patrimoniaux des organismes sans but lucratif",
  value: '0.24',
  unit: 'ratio',
  since: '2015-01-01',
  source: 'CGI art. 219 bis (copie de 2015)',
  confidence: 'sourced',
  note: "Sans acompte ; dividendes à 15 % ; ne vaut pas pour l'activité lucrative.",
};

export const CORPORATE_TAX_FIGURES: readonly LawFigure[] = [
  CORPORATE_TAX_RATE,
  REDUCED_RATE,
  REDUCED_RATE_LIMIT,
  LOSS_FRANCHISE,
  LOSS_SHARE,
  INSTALMENT_THRESHOLD,
  NON_PROFIT_RATE,
];

type Money = Formula<'money', 'once', 'defined'>;
type Ratio = Formula<'ratio', 'once', 'defined'>;

/** The numbers of the law, replaceable one by one. */
export interface CorporateTaxRules {
  readonly rate: Ratio;
  readonly reducedRate: Ratio;
  /** For twelve months. */
  readonly reducedRateLimit: Money;
  /** Losses used in a year: at most the franchise, and this share of the profit beyond it. */
  readonly lossFranchise: Money;
  readonly lossShare: Ratio;
  readonly instalmentThreshold: Money;
}

function legal<U extends 'money' | 'ratio'>(
  calculation: Calculation,
  figure: LawFigure<U>,
  date: string,
): Formula<U, 'once', 'defined'> {
  const found = inForce([figure], date);
  if (found === undefined) throw new RangeError(`${figure.id} is not known at ${date}`);
  return lawAssumption(calculation, found);
}

/** The rules in force at a date. @throws RangeError before 31/12/2022: older rates are not recorded */
export function corporateTaxRules(calculation: Calculation, date: string): CorporateTaxRules {
  return {
    rate: legal(calculation, CORPORATE_TAX_RATE, date),
    reducedRate: legal(calculation, REDUCED_RATE, date),
    reducedRateLimit: legal(calculation, REDUCED_RATE_LIMIT, date),
    lossFranchise: legal(calculation, LOSS_FRANCHISE, date),
    lossShare: legal(calculation, LOSS_SHARE, date),
    instalmentThreshold: legal(calculation, INSTALMENT_THRESHOLD, date),
  };
}

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
    "Déficits reportables à l'ouverture",
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
    "Impôt sur les bénéfices de l'exercice",
    roundedToCents(plus(times(atReducedRate, rules.reducedRate), times(atNormalRate, rules.rate))),
  );
  const lines = { openingLosses, lossUsed, closingLosses, taxableAfterLosses, atReducedRate, atNormalRate };
  return { ...lines, charge, ...payments(calculation, prefix, terms, charge, months) };
}

const TWELVE_MONTHS = constant(12, 'months');
const HALF = constant(2, 'ratio');
const QUARTER = constant(4, 'ratio');

type Payments = Pick<
  CorporateTaxLines,
  'instalments' | 'balanceToPay' | 'balanceToReceive' | 'paid' | 'refunded'
>;

/**
 * When the tax is paid (CGI 1668; annexe III 358 to 360): 15 March, June, September and December, balance 15 May.
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
    "Quart de l'impôt de référence (septembre et décembre de l'exercice suivant, mars du deuxième)",
    roundedToCents(over(reference, QUARTER)),
  );
  const june = yearly(
    'juneInstalment',
    "Moitié de l'impôt de référence, moins l'acompte de mars (juin de l'exercice suivant)",
    max(minus(roundedToCents(over(reference, HALF)), previous(quarter)), NO_MONEY),
  );
  const instalments = yearly(
    'instalments',
    "Acomptes d'impôt versés dans l'exercice",
    plus(previous(quarter, 2), previous(june), previous(quarter), previous(quarter)),
  );
  const balanceToPay = yearly(
    'balanceToPay',
    "Solde d'impôt à payer",
    max(minus(charge, instalments), NO_MONEY),
  );
  const balanceToReceive = yearly(
    'balanceToReceive',
    "Excédent d'acomptes à recevoir",
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
