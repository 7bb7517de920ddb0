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
import { createTimeline } from '../../src/formula/timeline.ts';
import { TEST_ORIGIN } from './small-models.ts';

/**
 * Every operation, place and span, with undefined values among them, over five years starting in October.
 * By hand, with a = 12,34 €, b = −3,21 €: flow of month m = 12,34 + m × (−3,21) ; month 3 = 2,71 €, month 4 = −0,50 €.
 */
export function everyOperation(): Calculation {
  const c = new Calculation(createTimeline('2026-10-01', 51));
  const a = c.assumption('a', 'A', 'money', '12.34', TEST_ORIGIN);
  const b = c.assumption('b', 'B', 'money/months', '-3.21', TEST_ORIGIN);
  const rate = c.assumption('rate', 'Taux', 'ratio', '0.035', TEST_ORIGIN);
  const delay = c.assumption('delay', 'Délai', 'months', '7', TEST_ORIGIN);
  const area = c.assumption('area', 'Surface', 'area', '1234.5', TEST_ORIGIN);

  const flow = c.monthly('flow', 'Flux', plus(a, times(b, MONTH)));
  const rounded = c.monthly('rounded', 'Arrondi', roundedToCents(times(flow, rate)));
  const growth = c.monthly(
    'growth',
    'Croissance',
    power(plus(ONE_RATIO, rate), over(MONTH, constant(1, 'months'))),
  );
  const root = c.once(
    'root',
    'Taux mensuel',
    minus(power(plus(ONE_RATIO, rate), over(ONE_RATIO, constant(12, 'ratio'))), ONE_RATIO),
  );
  c.once('perArea', 'Par m²', over(a, area));
  c.monthly('smaller', 'Plus petit', min(flow, rounded, previous(flow)));
  c.monthly('greater', 'Plus grand', max(constant(0, 'money'), flow));
  c.monthly('lesser', 'Moins que zéro', min(flow, constant(0, 'money')));
  c.monthly('indexed', 'Indexé', times(flow, times(growth, plus(ONE_RATIO, root))));
  c.yearly(
    'completed',
    'Années révolues',
    integerPart(over(plus(MONTHS_IN_YEAR, delay), constant(12, 'ratio'))),
  );

  // Undefined where the flow of the summer months is read as zero.
  const summer = c.monthly(
    'summer',
    'Flux hors été',
    choose(
      or(isLess(CALENDAR_MONTH, constant(7, 'count')), isMore(CALENDAR_MONTH, constant(8, 'count'))),
      flow,
      constant(0, 'money'),
    ),
  );
  const quotient = c.monthly('quotient', 'Quotient', dividedBy(flow, summer));
  c.monthly('quotient.plus', 'Quotient et un', plus(quotient, ONE_RATIO));
  c.monthly('quotient.power', 'Quotient puissance zéro', power(quotient, constant(0, 'count')));
  c.monthly('quotient.or', 'Quotient ou deux', definedOr(quotient, constant(2, 'ratio')));
  c.monthly('quotient.min', 'Plus petit défini', min(quotient, growth));
  c.monthly('quotient.max', 'Plus grand défini', max(growth, quotient, constant(0, 'ratio')));
  c.monthly('quotient.both', 'Deux fois indéfini', max(quotient, previous(quotient)));
  c.monthly('quotient.zero', 'Zéro si indéfini', max(quotient, constant(0, 'ratio')));
  const exceeds = isMore(quotient, growth);
  c.monthly('quotient.exceeds', 'Dépasse', exceeds);
  c.monthly('quotient.chosen', 'Choisi', choose(exceeds, flow, rounded));
  c.monthly(
    'quotient.chosenAnd',
    'Choisi sous deux conditions',
    choose(and(isMore(flow, rounded), exceeds), flow, a),
  );
  c.once('quotient.smallest', 'Plus petit', smallest(quotient));
  c.once('quotient.largest', 'Plus grand', largest(quotient));

  // Comparisons to the cent, around equality.
  const near = c.monthly(
    'near',
    'Voisin',
    plus(rounded, times(constant('0.001', 'money/months'), minus(MONTH, delay))),
  );
  c.monthly('compare.less', 'Moins', isLess(near, rounded));
  c.monthly('compare.atMost', 'Au plus', isAtMost(near, rounded));
  c.monthly('compare.equal', 'Égal', isEqual(near, rounded));
  c.monthly('compare.atLeast', 'Au moins', isAtLeast(near, rounded));
  c.monthly('compare.more', 'Plus', isMore(near, rounded));
  c.monthly('compare.different', 'Différent', isDifferent(near, rounded));
  const both = and(isAtLeast(MONTH, constant(3, 'months')), or(isLess(flow, a), isEqual(rate, root)));
  c.monthly('compare.both', 'Les deux', choose(both, flow, rounded));

  // Places and spans.
  const year = c.yearly('year', 'Année', sumOfYear(flow));
  c.yearly('year.before', 'Année précédente', plus(sumOfYear(flow, -1), previous(year)));
  c.yearly('year.after', 'Année suivante', minus(sumOfYear(flow, 1), next(year)));
  c.yearly('year.end', 'Fin des années', plus(endOfYear(flow, -1), endOfYear(flow), endOfYear(flow, 1)));
  c.yearly('year.rank', 'Rang', times(constant(1, 'money/count'), YEAR));
  c.yearly('year.window', 'Trois années', sumOver(year, -1, 1));
  c.monthly('month.ofYear', 'Part de l’année', plus(inYearOf(year), inYearOf(year, -2), inYearOf(year, 2)));
  c.monthly('month.posted', 'Versé', plus(postedIn(year, 3), postedIn(year, 12, -1), postedIn(year, 1, 1)));
  c.monthly('month.window', 'Quatre mois', sumOver(flow, -2, 1));
  c.monthly('month.far', 'Fenêtre passée', plus(sumOver(flow, -30, -20), next(flow, 5), previous(flow, 40)));
  const share = c.monthly(
    'month.share',
    'Part du total',
    times(flow, over(total(rounded), constant(1000, 'money'))),
  );
  c.monthly('month.spread', 'Écart au plus grand', minus(largest(flow), plus(flow, smallest(share))));
  c.once('at.delay', 'Au délai', at(flow, delay));
  c.once('at.outside', 'Hors du calendrier', at(flow, minus(delay, constant(50, 'months'))));
  c.once('at.constant', 'Au mois quatre', at(flow, constant(4, 'months')));
  c.monthly('at.everyMonth', 'Au délai, tous les mois', minus(at(flow, delay), flow));
  return c;
}
