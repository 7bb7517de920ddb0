import {
  and,
  at,
  CALENDAR_MONTH,
  choose,
  constant,
  definedOr,
  dividedBy,
  endOfYear,
  integerPart,
  inYearOf,
  isAtLeast,
  isAtMost,
  isDifferent,
  isEqual,
  isLess,
  isMore,
  largest,
  MONTH,
  MONTHS_IN_YEAR,
  max,
  min,
  minus,
  NO_MONEY,
  next,
  ONE_RATIO,
  or,
  over,
  plus,
  postedIn,
  power,
  previous,
  roundedToCents,
  smallest,
  sumOfYear,
  sumOver,
  times,
  total,
  YEAR,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import type { Origin } from '../../src/formula/operations.ts';
import { createTimeline } from '../../src/formula/timeline.ts';

/** Small calculations on which the workbook reading is tried. */

export const FACT: Origin = { kind: 'fact', text: 'test' };
export const SOLVED: Origin = { kind: 'solved', text: 'trouvé par une recherche' };

/** Every operation, place and span, with a first fiscal year of three months and values that are not always defined. */
export function everyOperation(): Calculation {
  const c = new Calculation(createTimeline('2026-10-15', 27));
  const amount = c.assumption('amount', 'Montant', 'money', '1000.01', FACT);
  const rate = c.assumption('rate', 'Taux annuel', 'ratio', '0.0385', {
    kind: 'hypothesis',
    text: 'à confirmer',
  });
  const area = c.assumption('area', 'Surface', 'area', '1234.5', FACT);
  const rent = c.assumption('rent', 'Loyer au m² par an', 'money/area/years', '91.37', FACT);
  const start = c.assumption('start', 'Mois d’entrée', 'months', '7', FACT);
  const late = c.assumption('late', 'Hors de la durée', 'months', '700', FACT);
  const twelve = constant(12, 'ratio');

  // Once, and a sum of neighbours.
  const yearlyRent = c.once('rent.year', 'Loyer annuel', times(times(rent, area), constant(1, 'years')));
  const half = c.once('half', 'Moitié', over(amount, constant(2, 'ratio')));
  const negative = c.once('negative', 'Négatif', minus(NO_MONEY, amount));
  const neighbours = c.once('neighbours', 'Somme de voisins', plus(yearlyRent, half, negative));
  c.once(
    'mixed',
    'Somme mêlée',
    plus(neighbours, negative, yearlyRent, minus(half, negative), constant(-3, 'money')),
  );
  c.once('growth', 'Croissance', power(plus(ONE_RATIO, rate), constant(10, 'count')));
  c.once('root', 'Racine', power(plus(ONE_RATIO, rate), over(constant(1, 'ratio'), twelve)));
  c.once('zero.power', 'Zéro puissance zéro', power(constant(0, 'ratio'), constant(0, 'count')));
  c.once('square', 'Carré d’un négatif', power(minus(rate, ONE_RATIO), constant(2, 'count')));
  c.once('whole', 'Années entières', integerPart(over(constant(47, 'months'), constant(12, 'ratio'))));

  // Monthly: period facts, choices, neighbours in time.
  const open = c.monthly(
    'open',
    'Ouvert',
    and(
      isAtLeast(MONTH, start),
      or(isLess(CALENDAR_MONTH, constant(8, 'count')), isMore(CALENDAR_MONTH, constant(8, 'count'))),
    ),
  );
  const received = c.monthly(
    'received',
    'Loyer reçu',
    choose(open, roundedToCents(over(yearlyRent, twelve)), NO_MONEY),
  );
  const balance = c.later('balance', 'Solde', 'money', 'monthly');
  const interest = c.monthly(
    'interest',
    'Intérêts',
    roundedToCents(times(previous(balance), over(rate, twelve))),
  );
  c.define(balance, plus(previous(balance), received, interest));
  c.monthly('quarter', 'Trimestre glissant', sumOver(received, -2, 0));
  c.monthly('coming', 'Mois à venir', sumOver(received, 1, 3));
  c.monthly('next', 'Mois suivant', next(received));
  c.monthly('earlier', 'Trois mois avant', previous(received, 3));

  // Yearly, and the bridges.
  const year = c.yearly('year', 'Loyers de l’exercice', sumOfYear(received));
  c.yearly('year.before', 'Loyers de l’exercice précédent', sumOfYear(received, -1));
  const closing = c.yearly('closing', 'Solde de clôture', endOfYear(balance));
  c.yearly('opening', 'Solde d’ouverture', endOfYear(balance, -1));
  const tax = c.yearly(
    'tax',
    'Impôt',
    roundedToCents(times(max(minus(year, amount), NO_MONEY), constant('0.25', 'ratio'))),
  );
  c.yearly('rank', 'Rang', plus(YEAR, constant(1, 'count')));
  const prorata = c.yearly('prorata', 'Prorata', over(MONTHS_IN_YEAR, constant(12, 'months')));
  c.yearly('prorated', 'Au prorata', times(amount, prorata));
  c.monthly('tax.paid', 'Impôt payé en mai de l’année suivante', postedIn(tax, 5, -1));
  c.monthly('tax.share', 'Douzième de l’impôt', over(inYearOf(tax), twelve));
  c.monthly('tax.next', 'Impôt de l’année suivante', inYearOf(tax, 1));

  // Undefined values.
  const yield_ = c.monthly('yield', 'Rendement', dividedBy(interest, previous(balance)));
  c.monthly('yield.double', 'Deux fois', plus(yield_, yield_, rate));
  c.monthly('yield.copy', 'Copie', yield_);
  c.monthly('yield.capped', 'Plafonné', min(yield_, constant('0.003', 'ratio')));
  c.monthly('yield.both', 'Le plus petit', min(yield_, dividedBy(received, balance)));
  c.monthly('yield.cells', 'Le plus grand', max(yield_, previous(yield_)));
  c.monthly('yield.or', 'Ou zéro', definedOr(dividedBy(interest, received), yield_));
  c.monthly(
    'yield.or.zero',
    'Ou zéro',
    definedOr(dividedBy(yield_, dividedBy(received, amount)), constant(0, 'ratio')),
  );
  c.monthly('yield.chosen', 'Choisi', plus(choose(open, yield_, rate), rate));
  c.monthly('yield.test', 'Comparé', isMore(yield_, constant('0.0032', 'ratio')));
  c.monthly('yield.and', 'Comparé et ouvert', and(open, isMore(yield_, constant('0.0032', 'ratio'))));
  c.once('yield.sum', 'Somme', total(yield_));
  c.once('yield.min', 'Plus petit', smallest(yield_));
  c.once('yield.max', 'Plus grand', largest(yield_));
  c.yearly('yield.year', 'De l’année', sumOfYear(yield_));
  c.yearly('yield.end', 'En fin d’année', endOfYear(yield_));
  const never = c.yearly('never', 'Jamais défini', dividedBy(tax, minus(tax, tax)));
  c.once('never.min', 'Plus petit de rien', smallest(never));
  c.once('cover', 'Couverture', dividedBy(total(received), total(year)));

  // Once again, from the timeline.
  c.once('at', 'Au mois d’entrée', at(received, start));
  c.once('at.plus', 'Un mois après', at(received, plus(start, constant(1, 'months'))));
  c.once('at.known', 'Au mois 9', at(received, constant(9, 'months')));
  c.once('at.late', 'Hors de la durée', at(received, late));
  c.once('at.undefined', 'Rendement au mois d’entrée', at(yield_, start));
  c.once('at.undefined.double', 'Le double', plus(at(yield_, start), at(yield_, minus(start, start))));
  c.once('smallest', 'Plus petit', smallest(received));
  c.once('largest', 'Plus grand', largest(closing));
  for (const [name, compare] of Object.entries({
    isLess,
    isAtMost,
    isEqual,
    isAtLeast,
    isMore,
    isDifferent,
  })) {
    c.once(`compare.${name}`, name, compare(half, plus(half, constant('0.004', 'money'))));
    c.monthly(`compare.month.${name}`, name, compare(MONTH, start));
  }
  return c;
}

/** A debt sculpted to a cover ratio: computed backward from the last month, then read forward. */
export function sculptedDebt(): Calculation {
  const c = new Calculation(createTimeline('2026-01-01', 120));
  const cover = c.assumption('cover', 'Ratio de couverture', 'ratio', '1.3', FACT);
  const rate = c.assumption('rate', 'Taux', 'ratio', '0.045', FACT);
  const cash = c.assumption('cash', 'Flux mensuel', 'money', '10000', FACT);
  const solved = c.assumption('solved', 'Apport', 'money', '1234.56', SOLVED);
  const available = c.monthly(
    'available',
    'Flux disponible',
    roundedToCents(times(cash, power(constant('1.002', 'ratio'), over(MONTH, constant(1, 'months'))))),
  );
  const service = c.monthly('service', 'Service de la dette', roundedToCents(over(available, cover)));
  const debt = c.later('debt', 'Dette avant échéance', 'money', 'monthly');
  c.define(
    debt,
    roundedToCents(over(plus(service, next(debt)), plus(ONE_RATIO, over(rate, constant(12, 'ratio'))))),
  );
  const first = c.once('first', 'Dette supportable', at(debt, constant(0, 'months')));
  c.once('gap', 'Écart', minus(solved, constant('1234.56', 'money')));
  c.monthly(
    'flows',
    'Flux du prêteur',
    minus(service, choose(isEqual(MONTH, constant(0, 'months')), first, NO_MONEY)),
  );
  return c;
}

/** Ten thousand exact half-cents: both signs, several sizes, products of decimals that doubles do not hold. */
export function halfCentTies(): Calculation {
  const c = new Calculation(createTimeline('2026-01-01', 1000));
  const rate = c.assumption('rate', 'Taux', 'ratio', '0.005', FACT);
  const tax = c.assumption('tax', 'Impôt', 'ratio', '0.25', FACT);
  const cents = c.assumption('cents', 'Deux centimes', 'money', '0.02', FACT);
  const odd = plus(times(constant(2, 'ratio'), over(MONTH, constant(1, 'months'))), ONE_RATIO);
  const sizes = ['1', '-1', '7', '-13', '101', '-1009', '10007', '-100003', '1000003'];
  for (const size of sizes) {
    // Odd whole euros times 0.005.
    const euros = times(constant(size, 'money'), odd);
    c.monthly(`tie${size}`, `Demi-centimes ${size}`, roundedToCents(times(euros, rate)));
  }
  // Odd multiples of two cents, taxed at a quarter.
  c.monthly('tie.tax', 'Impôt', roundedToCents(times(times(cents, odd), tax)));
  return c;
}
