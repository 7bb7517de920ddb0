import {
  at,
  choose,
  constant,
  endOfYear,
  inYearOf,
  isEqual,
  isLess,
  isMore,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  next,
  ONE_RATIO,
  over,
  plus,
  postedIn,
  previous,
  roundedToCents,
  sumOfYear,
  times,
  total,
  YEAR,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import type { Origin } from '../../src/formula/operations.ts';
import { createTimeline } from '../../src/formula/timeline.ts';

/**
 * Small calculations that every reading must agree on. Each is one difficulty of the real ones; its documentation
 * gives a value that can be found by hand.
 */
export const TEST_ORIGIN: Origin = { kind: 'hypothesis', text: 'test' };

const TWELVE = constant(12, 'ratio');

function calculation(months: number, signature = '2026-01-15'): Calculation {
  return new Calculation(createTimeline(signature, months));
}

/**
 * 18 000 € drawn in 18 equal parts at 12 % a year, interest capitalised each month, then repaid in 60 equal parts of
 * capital. Capital after the last part: 1 000 € × ((1.01^18 − 1) / 0.01) = 19 614,75 €, to the cents rounded each month.
 */
export function loanDrawnOver18Months(): Calculation {
  const c = calculation(84);
  const amount = c.assumption('loan.amount', 'Montant', 'money', 18000, TEST_ORIGIN);
  const rate = c.assumption('loan.annualRate', 'Taux annuel', 'ratio', '0.12', TEST_ORIGIN);
  const drawMonths = c.assumption('loan.drawMonths', 'Mois de tirage', 'months', 18, TEST_ORIGIN);
  const monthlyRate = c.once('loan.monthlyRate', 'Taux mensuel', over(rate, TWELVE));
  const isDrawing = isLess(MONTH, drawMonths);
  const closing = c.later('loan.closing', 'Capital restant dû', 'money', 'monthly');
  const drawn = c.monthly(
    'loan.drawn',
    'Tirage',
    choose(isDrawing, roundedToCents(over(amount, over(drawMonths, constant(1, 'months')))), NO_MONEY),
  );
  const interest = c.monthly(
    'loan.interest',
    'Intérêts',
    roundedToCents(times(previous(closing), monthlyRate)),
  );
  const capitalised = c.monthly(
    'loan.capitalised',
    'Intérêts capitalisés',
    choose(isDrawing, interest, NO_MONEY),
  );
  const toRepay = c.later('loan.toRepay', 'Capital à amortir', 'money', 'monthly');
  const part = roundedToCents(over(previous(toRepay), constant(60, 'ratio')));
  const isLast = isEqual(MONTH, plus(drawMonths, constant(59, 'months')));
  const repaid = c.monthly(
    'loan.repaid',
    'Capital remboursé',
    choose(isDrawing, NO_MONEY, choose(isLast, previous(closing), min(part, previous(closing)))),
  );
  c.define(closing, minus(plus(previous(closing), drawn, capitalised), repaid));
  c.define(toRepay, choose(isDrawing, closing, previous(toRepay)));
  c.once('loan.totalInterest', 'Total des intérêts', total(interest));
  return c;
}

/**
 * Results from −100 000 € rising by 25 000 € a year: 250 000 € of losses, used up by the profits of years 5 to 8.
 * Year 9 alone is taxed: 125 000 € × 25 % = 31 250 €.
 */
export function lossesCarriedForward(): Calculation {
  const c = calculation(120);
  const first = c.assumption('result.first', 'Premier résultat', 'money', -100000, TEST_ORIGIN);
  const rise = c.assumption('result.rise', 'Hausse annuelle', 'money/count', 25000, TEST_ORIGIN);
  const rate = c.assumption('tax.rate', 'Taux de l’impôt', 'ratio', '0.25', TEST_ORIGIN);
  const result = c.yearly('result', 'Résultat', plus(first, times(rise, YEAR)));
  const stock = c.later('losses.stock', 'Déficits reportables', 'money', 'yearly');
  const used = c.yearly('losses.used', 'Déficits imputés', min(max(result, NO_MONEY), previous(stock)));
  c.define(stock, minus(plus(previous(stock), max(minus(NO_MONEY, result), NO_MONEY)), used));
  const taxable = c.yearly('tax.base', 'Bénéfice imposable', minus(max(result, NO_MONEY), used));
  const tax = c.yearly('tax', 'Impôt', roundedToCents(times(taxable, rate)));
  c.once('tax.total', 'Total de l’impôt', total(tax));
  return c;
}

/**
 * Debt sculpted so that 120 000 € a year covers its service 1.2 times for 10 years at 5 %: each opening balance is the
 * present value of what follows (cells run backward). Debt: 100 000 € × 7.721735 = 772 173,49 €.
 */
export function debtSculptedToCoverRatio(): Calculation {
  const c = calculation(120);
  const available = c.assumption('cash.available', 'Flux disponible', 'money', 120000, TEST_ORIGIN);
  const ratio = c.assumption('debt.coverRatio', 'Ratio de couverture', 'ratio', '1.2', TEST_ORIGIN);
  const rate = c.assumption('debt.rate', 'Taux', 'ratio', '0.05', TEST_ORIGIN);
  const service = c.yearly('debt.service', 'Annuité', over(available, ratio));
  const opening = c.later('debt.opening', 'Capital à l’ouverture', 'money', 'yearly');
  c.define(opening, over(plus(next(opening), service), plus(ONE_RATIO, rate)));
  const interest = c.yearly('debt.interest', 'Intérêts', times(opening, rate));
  const repaid = c.yearly('debt.repaid', 'Capital remboursé', minus(service, interest));
  const closing = c.later('debt.closing', 'Capital restant dû', 'money', 'yearly');
  c.define(closing, minus(choose(isMore(YEAR, constant(0, 'count')), previous(closing), opening), repaid));
  c.monthly('debt.monthlyService', 'Mensualité', roundedToCents(over(inYearOf(service), TWELVE)));
  return c;
}

/**
 * At the end of each month, half of next year's service is held in reserve. Service: 1 000 € in year 0, 100 € more
 * each year; held in month 0: 550 €; set aside in month 12: 50 €; given back at the last year: 0 € held.
 */
export function reserveForNextYear(): Calculation {
  const c = calculation(48);
  const base = c.assumption('service.base', 'Première annuité', 'money', 1000, TEST_ORIGIN);
  const step = c.assumption('service.step', 'Hausse annuelle', 'money/count', 100, TEST_ORIGIN);
  const share = c.assumption('reserve.share', 'Part réservée', 'ratio', '0.5', TEST_ORIGIN);
  const service = c.yearly('service', 'Annuité', plus(base, times(step, YEAR)));
  const held = c.monthly('reserve.held', 'Réserve', times(inYearOf(service, 1), share));
  const added = c.monthly('reserve.added', 'Dotation', minus(held, previous(held)));
  c.yearly('reserve.addedInYear', 'Dotation de l’année', sumOfYear(added));
  c.yearly('reserve.nextYearEnd', 'Réserve à la fin de l’année suivante', endOfYear(held, 1));
  return c;
}

/**
 * Corporate tax of 4 000 €, then 8 000 €, 12 000 €…: a quarter paid in March on the tax of two years before, three in
 * June, September and December on that of the year before, the balance in May of the next year.
 * Year 2 pays 1 000 + 3 × 2 000 = 7 000 €, and in May the balance of year 1: 8 000 − 3 × 1 000 = 5 000 €.
 */
export function taxInstalments(): Calculation {
  const c = calculation(60);
  const step = c.assumption('tax.step', 'Hausse annuelle', 'money/count', 4000, TEST_ORIGIN);
  const quarter = c.assumption('tax.quarter', 'Part d’un acompte', 'ratio', '0.25', TEST_ORIGIN);
  const tax = c.yearly('tax', 'Impôt', times(step, plus(YEAR, constant(1, 'count'))));
  const base = plus(postedIn(tax, 3, -2), postedIn(tax, 6, -1), postedIn(tax, 9, -1), postedIn(tax, 12, -1));
  const instalments = c.monthly('tax.instalments', 'Acomptes', roundedToCents(times(base, quarter)));
  const balance = c.yearly('tax.balance', 'Solde', minus(tax, sumOfYear(instalments)));
  const paid = c.monthly('tax.paid', 'Impôt payé', plus(instalments, postedIn(balance, 5, -1)));
  c.yearly('tax.paidInYear', 'Impôt payé dans l’année', sumOfYear(paid));
  return c;
}

/**
 * A building worth 1 000 € more each month from 500 000 €, sold in month 180: 680 000 €, less 5 % of costs = 646 000 €.
 */
export function exitValueAtMonth(): Calculation {
  const c = calculation(240);
  const initial = c.assumption('building.value', 'Valeur', 'money', 500000, TEST_ORIGIN);
  const monthlyRise = c.assumption('building.rise', 'Hausse', 'money/months', 1000, TEST_ORIGIN);
  const exitMonth = c.assumption('exit.month', 'Mois de cession', 'months', 180, TEST_ORIGIN);
  const costs = c.assumption('exit.costs', 'Frais de cession', 'ratio', '0.05', TEST_ORIGIN);
  const value = c.monthly('building.worth', 'Valeur du bien', plus(initial, times(monthlyRise, MONTH)));
  const price = c.once('exit.price', 'Prix de cession', at(value, exitMonth));
  const proceeds = times(price, minus(ONE_RATIO, costs));
  const flow = c.monthly(
    'exit.flow',
    'Flux de cession',
    choose(isEqual(MONTH, exitMonth), proceeds, NO_MONEY),
  );
  c.once('exit.total', 'Produit de cession', total(flow));
  c.once('exit.yearLater', 'Valeur un an après', at(value, plus(exitMonth, constant(12, 'months'))));
  return c;
}

/**
 * Rent over forty years from June, revised by 2 % a year and rounded to the cent: 7 months of 1 000 €, then 12 of
 * 1 020 €, 12 of 1 040,40 €…; year 40, the last: 1 000 € × 1.02^40 = 2 208,04 € a month, to the cents rounded each year.
 */
export function fortyYearsOfRent(): Calculation {
  const c = calculation(480, '2026-06-01');
  const rent = c.assumption('rent.first', 'Premier loyer', 'money', 1000, TEST_ORIGIN);
  const revision = c.assumption('rent.revision', 'Révision annuelle', 'ratio', '0.02', TEST_ORIGIN);
  const months = c.assumption('rent.months', 'Durée', 'months', 487, TEST_ORIGIN);
  const revised = c.later('rent.revised', 'Loyer mensuel', 'money', 'yearly');
  const isFirst = isEqual(YEAR, constant(0, 'count'));
  const growth = plus(ONE_RATIO, revision);
  c.define(revised, choose(isFirst, rent, roundedToCents(times(previous(revised), growth))));
  const paid = c.monthly('rent.paid', 'Loyer', choose(isLess(MONTH, months), inYearOf(revised), NO_MONEY));
  const cumulative = c.later('rent.cumulative', 'Loyers cumulés', 'money', 'monthly');
  c.define(cumulative, plus(previous(cumulative), paid));
  c.yearly('rent.inYear', 'Loyers de l’année', sumOfYear(paid));
  c.once('rent.total', 'Total des loyers', total(paid));
  return c;
}
