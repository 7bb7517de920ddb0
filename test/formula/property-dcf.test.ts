import { expect, test } from 'vitest';
import {
  choose,
  constant,
  isAtMost,
  isEqual,
  minus,
  next,
  over,
  plus,
  power,
  times,
  total,
  YEAR,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { growthFactor } from '../../src/formula/rates.ts';
import { periodicRatesOfReturn } from '../../src/formula/rates-of-return.ts';
import { createTimeline } from '../../src/formula/timeline.ts';

/**
 * Property DCF of Geltner & de Neufville, table 1.1 (as in the tests of rangekeeper): potential gross income 100 in year 1
 * growing 2 %; vacancy 5 %, operating expenses 35 %, capital expenditure 10 % of it; reversion = net cash flow of
 * year 11 / 5 %; discount 7 %; 10 years. Expected: reversion 1218.9944199947572, present value 1000, return 7 %.
 */
test('a property is worth its discounted cash flows (Geltner, table 1.1)', () => {
  const c = new Calculation(createTimeline('2026-01-01', 11 * 12));
  const typed = { kind: 'hypothesis', text: 'Geltner & de Neufville, table 1.1' } as const;
  const gross = c.assumption('gross', 'Loyer potentiel', 'money', '100', typed);
  const growth = c.assumption('growth', 'Croissance', 'ratio/years', '0.02', typed);
  const discount = c.assumption('discount', 'Actualisation', 'ratio/years', '0.07', typed);
  const kept = minus(
    constant(1, 'ratio'),
    plus(
      c.assumption('vacancy', 'Vacance', 'ratio', '0.05', typed),
      c.assumption('expenses', 'Charges', 'ratio', '0.35', typed),
      c.assumption('works', 'Gros entretien', 'ratio', '0.10', typed),
    ),
  );
  const yieldRate = c.assumption('yield', 'Taux de capitalisation', 'ratio', '0.05', typed);

  // Year index 0 is year 1.
  const net = c.yearly('net', 'Flux net', times(times(gross, power(growthFactor(growth), YEAR)), kept));
  const lastYear = constant(9, 'count');
  const reversion = c.yearly(
    'reversion',
    'Revente',
    choose(isEqual(YEAR, lastYear), over(next(net), yieldRate), constant(0, 'money')),
  );
  const flow = c.yearly(
    'flow',
    'Flux total',
    choose(isAtMost(YEAR, lastYear), plus(net, reversion), constant(0, 'money')),
  );
  const present = c.once(
    'present',
    'Valeur présente',
    total(
      c.yearly(
        'present.of-year',
        'Flux actualisé',
        over(flow, power(growthFactor(discount), plus(YEAR, constant(1, 'count')))),
      ),
    ),
  );

  const figures = readExactly(c);
  expect(figures.of(reversion)[9]?.toNumber()).toBeCloseTo(1218.9944199947572, 9);
  expect(figures.of(present)[0]?.toNumber()).toBeCloseTo(1000, 9);
  const flows = figures
    .of(flow)
    .slice(0, 10)
    .map((value) => value ?? figures.assumption('gross').times(0));
  const { rates } = periodicRatesOfReturn([figures.assumption('gross').times(-10), ...flows]);
  expect(rates.map((rate) => rate.toNumber())).toEqual([expect.closeTo(0.07, 12)]);
});
