import {
  choose,
  constant,
  dividedBy,
  inYearOf,
  isAtMost,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  postedIn,
  power,
  previous,
  roundedToCents,
  smallest,
  sumOfYear,
  times,
  total,
  YEAR,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { TEST_ORIGIN } from './small-models.ts';

/**
 * A project of as many lines as wanted, made of workshops that each let, borrow and pay tax as real ones do: 22 lines
 * a workshop, 13 of them monthly, and the cash of the group passed from one to the next.
 * @param lines at least; completed to whole workshops
 * @param months of the timeline, extended to whole years
 */
export function syntheticProject(lines: number, months: number): Calculation {
  const c = new Calculation(createTimeline('2026-01-15', months));
  const growth = c.assumption('growth', 'Indexation', 'ratio', '0.018', TEST_ORIGIN);
  const rate = c.assumption('rate', 'Taux annuel', 'ratio', '0.0385', TEST_ORIGIN);
  const costShare = c.assumption('costShare', 'Part des charges', 'ratio', '0.31', TEST_ORIGIN);
  const late = c.assumption('late', 'Part encaissée un mois plus tard', 'ratio', '0.3', TEST_ORIGIN);
  const taxRate = c.assumption('taxRate', 'Taux de l’impôt', 'ratio', '0.25', TEST_ORIGIN);
  const term = c.assumption('term', 'Durée de l’emprunt', 'months', 180, TEST_ORIGIN);
  const monthlyRate = c.once('monthlyRate', 'Taux mensuel', over(rate, constant(12, 'ratio')));
  const index = c.yearly('index', 'Indice', power(plus(ONE_RATIO, growth), YEAR));
  let groupCash = c.monthly('group.0', 'Trésorerie du groupe', NO_MONEY);
  for (let k = 1; c.lines.size < lines; k++) {
    const id = (name: string) => `workshop${k}.${name}`;
    const money = (name: string, label: string, value: number) =>
      c.assumption(id(name), label, 'money', value, TEST_ORIGIN);
    const baseRent = money('baseRent', 'Loyer de base', 8000 + 37 * k);
    const borrowed = money('borrowed', 'Emprunt', 600000 + 1234 * k);

    const rent = c.monthly(id('rent'), 'Loyer', roundedToCents(times(baseRent, inYearOf(index))));
    const vacancy = c.monthly(id('vacancy'), 'Vacance', times(rent, over(costShare, constant(10, 'ratio'))));
    const collected = c.monthly(
      id('collected'),
      'Encaissé',
      plus(times(rent, minus(ONE_RATIO, late)), times(previous(rent), late)),
    );
    const costs = c.monthly(id('costs'), 'Charges', roundedToCents(times(rent, costShare)));
    const closing = c.later(id('closing'), 'Capital restant dû', 'money', 'monthly');
    const opening = c.monthly(
      id('opening'),
      'Capital à l’ouverture',
      choose(isAtMost(MONTH, constant(0, 'months')), borrowed, previous(closing)),
    );
    const interest = c.monthly(id('interest'), 'Intérêts', roundedToCents(times(opening, monthlyRate)));
    const level = c.once(id('level'), 'Capital par mois', over(borrowed, over(term, constant(1, 'months'))));
    const repaid = c.monthly(
      id('repaid'),
      'Capital remboursé',
      choose(isAtMost(MONTH, term), min(opening, level), opening),
    );
    c.define(closing, minus(opening, repaid));
    const operating = c.monthly(
      id('operating'),
      'Flux d’exploitation',
      minus(minus(collected, costs), vacancy),
    );
    const tax = c.later(id('tax'), 'Impôt', 'money', 'yearly');
    const cash = c.later(id('cash'), 'Trésorerie', 'money', 'monthly');
    const taxPaid = c.monthly(id('taxPaid'), 'Impôt payé', postedIn(tax, 5, -1));
    c.define(cash, minus(plus(previous(cash), operating), plus(interest, repaid, taxPaid)));
    const shortfall = c.monthly(id('shortfall'), 'Besoin non couvert', max(minus(NO_MONEY, cash), NO_MONEY));
    const cover = c.monthly(id('cover'), 'Couverture', dividedBy(operating, plus(interest, repaid)));
    c.once(id('totalShortfall'), 'Besoins non couverts', total(shortfall));
    c.once(id('worstCover'), 'Couverture la plus basse', smallest(cover));

    const operatingYear = c.yearly(id('operatingYear'), 'Flux de l’année', sumOfYear(operating));
    const interestYear = c.yearly(id('interestYear'), 'Intérêts de l’année', sumOfYear(interest));
    const result = c.yearly(id('result'), 'Résultat', minus(operatingYear, interestYear));
    const losses = c.later(id('losses'), 'Déficits', 'money', 'yearly');
    c.define(losses, max(minus(previous(losses), result), NO_MONEY));
    const taxable = c.yearly(
      id('taxable'),
      'Bénéfice imposable',
      max(minus(result, previous(losses)), NO_MONEY),
    );
    c.define(tax, roundedToCents(times(taxable, taxRate)));
    groupCash = c.monthly(id('groupCash'), 'Trésorerie du groupe', plus(groupCash, cash));
  }
  return c;
}

/** The figures that a simulation of the project asks for: all its lines are needed, few are kept. */
export function keyFigures(project: Calculation): string[] {
  const ids = [...project.lines.keys()];
  const groupCash = ids.filter((id) => id.endsWith('.groupCash')).slice(-1);
  return [...groupCash, ...ids.filter((id) => /totalShortfall|worstCover/.test(id))];
}
