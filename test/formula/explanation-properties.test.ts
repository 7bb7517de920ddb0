import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as build from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { type Figures, readExactly, type Value } from '../../src/formula/exact.ts';
import { type Explanation, explain, periodOf } from '../../src/formula/explanation.ts';
import type { Formula, Operation } from '../../src/formula/operations.ts';
import { createTimeline, periodCount } from '../../src/formula/timeline.ts';

const HYPOTHESIS = { kind: 'hypothesis', text: 'à confirmer' } as const;
const FOREIGN =
  /undefined|NaN|Infinity|\[object|\b(null|true|false|the|of|and|or|not|if|then|else|sum|min|max|month|year|once|money|ratio|count|area)\b/i;

/** A loan, a rent, a tax and covers: every operation, place and span, some cells undefined. */
function everything(): Calculation {
  const b = build;
  const c = new Calculation(createTimeline('2026-10-15', 27));
  const rate = c.assumption('rate', 'Taux annuel', 'ratio', '0.0385', HYPOTHESIS);
  const amount = c.assumption('amount', 'Emprunt', 'money', '273140.18', HYPOTHESIS);
  const opening = c.assumption('opening', 'Mise en service', 'months', 5, HYPOTHESIS);
  const cap = c.assumption('cap', 'Plafond', 'money', '50000', HYPOTHESIS);
  const inflation = c.assumption('inflation', 'Inflation', 'ratio', '0.02', HYPOTHESIS);
  const limit = c.assumption('limit', 'Couverture minimale', 'ratio', '1.2', HYPOTHESIS);
  const first = b.isEqual(b.MONTH, b.constant(0, 'months'));
  const open = b.isAtLeast(b.MONTH, opening);
  const balance = c.later('balance', 'Capital restant dû', 'money', 'monthly');
  const drawn = c.monthly('drawn', 'Tirage', b.choose(first, amount, b.NO_MONEY));
  const yearlyInterest = b.times(b.previous(balance), rate);
  const interest = c.monthly(
    'interest',
    'Intérêts',
    b.roundedToCents(b.over(yearlyInterest, b.constant(12, 'ratio'))),
  );
  const level = b.roundedToCents(b.over(amount, b.constant(20, 'ratio')));
  const repaid = b.min(level, b.previous(balance));
  const principal = c.monthly('principal', 'Capital remboursé', b.choose(open, repaid, b.NO_MONEY));
  c.define(balance, b.minus(b.plus(b.previous(balance), drawn), principal));
  const index = c.yearly('index', 'Indice', b.power(b.plus(b.ONE_RATIO, inflation), b.YEAR));
  const rent = c.monthly(
    'rent',
    'Loyer',
    b.times(b.choose(b.or(open, first), b.constant('7000', 'money'), b.NO_MONEY), b.inYearOf(index)),
  );
  const rents = c.yearly('rents', 'Loyers', b.sumOfYear(rent));
  const service = c.yearly('service', 'Annuité', b.plus(b.sumOfYear(interest), b.sumOfYear(principal)));
  const cover = c.yearly('cover', 'Couverture', b.dividedBy(rents, b.minus(service, b.next(service, 9))));
  const noDebt = c.yearly('ratio', 'Couverture hors dette', b.dividedBy(rents, b.minus(service, service)));
  c.yearly(
    'ok',
    'Couverture suffisante',
    b.and(b.isAtLeast(cover, limit), b.isMore(b.endOfYear(balance), cap)),
  );
  c.yearly('kept', 'Couverture retenue', b.definedOr(noDebt, cover));
  c.yearly('risk', 'Pénalité', b.choose(b.isLess(noDebt, limit), cap, b.NO_MONEY));
  const tax = c.yearly(
    'tax',
    'Impôt',
    b.max(b.NO_MONEY, b.times(b.minus(rents, cap), b.constant('0.25', 'ratio'))),
  );
  c.monthly('tax.paid', 'Impôt payé', b.postedIn(tax, 5, -1));
  c.once('cover.smallest', 'Plus faible couverture', b.smallest(cover));
  c.once('rent.largest', 'Plus fort loyer', b.largest(rent));
  c.once('none', 'Plus faible valeur', b.smallest(noDebt));
  c.once('debt', 'Dette', b.at(balance, b.plus(opening, b.constant(2, 'months'))));
  c.once('total', 'Total des loyers', b.total(rent));
  c.monthly('quarter', 'Intérêts du trimestre', b.sumOver(interest, -1, 1));
  c.yearly('held', 'Années entières', b.integerPart(b.over(b.MONTHS_IN_YEAR, b.constant(5, 'months'))));
  c.monthly('december', 'Décembre', b.isEqual(b.CALENDAR_MONTH, b.constant(12, 'count')));
  return c;
}

function operationsOf(formula: Formula): Operation[] {
  const operands = 'operands' in formula ? formula.operands : [];
  return [formula.operation, ...operands.flatMap(operationsOf)];
}

function cellOf(calculation: Calculation, figures: Figures, figure: string, period: string): Value {
  if (calculation.assumptions.has(figure)) return figures.assumption(figure);
  const line = calculation.line(figure);
  const index = periodOf(calculation.timeline, line.rhythm, period);
  if (index === undefined) throw new Error(`${figure} has no period ${period}`);
  return figures.of(line)[index] ?? null;
}

function textsOf({ sentence, formula, formulaNumbers, written, source, operands }: Explanation): string[] {
  return [
    sentence,
    formula,
    formulaNumbers,
    written,
    source ?? '',
    ...operands.map((operand) => operand.written),
  ];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('every cell of a model with all the operations explains itself', () => {
  const calculation = everything();
  const figures = readExactly(calculation);
  const used = new Set<string>();
  let cells = 0;
  for (const line of calculation.lines.values()) {
    for (const operation of operationsOf(calculation.formulaOf(line))) used.add(operation);
    for (let period = 0; period < periodCount(calculation.timeline, line.rhythm); period++) {
      cells += 1;
      const explanation = explain(calculation, figures, { id: line.id, period });
      const value = figures.of(line)[period] ?? null;
      expect(explanation.value).toBe(value?.toFixed() ?? null);
      expect(explanation.sentence, explanation.sentence).toMatch(
        value === null ? / = non défini\u00a0: / : new RegExp(` = ${escaped(explanation.written)}(, car |$)`),
      );
      for (const text of textsOf(explanation)) {
        expect(text).not.toMatch(FOREIGN);
        expect(text.split('(').length, text).toBe(text.split(')').length);
      }
      for (const operand of explanation.operands) {
        const read = cellOf(calculation, figures, operand.figure, operand.period);
        expect(operand.value).toBe(read?.toFixed() ?? null);
      }
    }
  }
  expect(cells).toBeGreaterThan(200);
  expect([...used].sort()).toEqual(
    [
      'aggregate',
      'assumption',
      'choose',
      'compare',
      'constant',
      'definedOr',
      'dividedBy',
      'integerPart',
      'line',
      'max',
      'min',
      'minus',
      'period',
      'plus',
      'power',
      'roundedToCents',
      'times',
    ].sort(),
  );
});

/** Computes again what a formula in numbers says, as a reader would: parentheses, powers, products, sums. */
function recompute(text: string): Value {
  const tokens = text
    .replaceAll(/ \(\d+ (autres? )?termes? nuls?\)/g, '')
    .replaceAll(/[\u202f]/g, '')
    .matchAll(/−?\d+(?:,\d+)?(?:\u00a0%)?|puissance|[+−×/()]/g);
  const rest = [...tokens].map(([token]) => token);
  const atom = (): Value => {
    const token = rest.shift() ?? '';
    if (token === '(') {
      const inside = sum();
      rest.shift();
      return inside;
    }
    if (token === '−') return atom()?.neg() ?? null;
    const number = new Decimal(token.replace('−', '-').replace(',', '.').replace('\u00a0%', ''));
    return token.endsWith('%') ? number.div(100) : number;
  };
  const apply = (a: Value, b: Value, operator: string): Value => {
    if (a === null || b === null) return null;
    if (operator === 'puissance') return b.isZero() ? new Decimal(1) : a.pow(b);
    if (operator === '/') return b.isZero() ? null : a.div(b);
    return operator === '×' ? a.times(b) : operator === '+' ? a.plus(b) : a.minus(b);
  };
  const chain = (operand: () => Value, operators: readonly string[]) => (): Value => {
    let value = operand();
    while (operators.includes(rest[0] ?? '')) {
      const operator = rest.shift() ?? '';
      value = apply(value, operand(), operator);
    }
    return value;
  };
  const sum = chain(chain(chain(atom, ['puissance']), ['×', '/']), ['+', '−']);
  return sum();
}

type Ratio = Formula<'ratio', 'once'>;

function arithmetic(leaf: fc.Arbitrary<Ratio>): fc.Arbitrary<Ratio> {
  const { tree } = fc.letrec<{ tree: Ratio }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc
        .array(tie('tree'), { minLength: 2, maxLength: 4 })
        .map(([a, ...others]) => build.plus(a as Ratio, ...others)),
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => build.minus(a, b)),
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => build.times(a, b)),
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => build.dividedBy(a, b)),
      fc.tuple(tie('tree'), fc.nat(3)).map(([a, n]) => build.power(a, build.constant(n, 'count'))),
    ),
  }));
  return tree;
}

test('the formula in numbers, computed again, gives the value', () => {
  const values = ['0', '0.5', '-0.25', '1', '2.25', '-3', '0.0385', '12'];
  const leaves = values.flatMap((value, index): Ratio[] => {
    const holder = new Calculation(createTimeline('2026-01-01', 1));
    return [
      build.constant(value, 'ratio'),
      holder.assumption(`value${index}`, `Valeur ${index}`, 'ratio', value, HYPOTHESIS),
    ];
  });
  fc.assert(
    fc.property(arithmetic(fc.constantFrom(...leaves)), (formula) => {
      const calculation = new Calculation(createTimeline('2026-01-01', 1));
      for (const [index, value] of values.entries()) {
        calculation.assumption(`value${index}`, `Valeur ${index}`, 'ratio', value, HYPOTHESIS);
      }
      calculation.once('x', 'X', formula);
      const figures = readExactly(calculation);
      const explanation = explain(calculation, figures, { id: 'x', period: 0 });
      // Past eight terms the sum of the others is rounded; past division by zero there is nothing to compute.
      fc.pre(!/autres? termes?\)/.test(explanation.formulaNumbers));
      const value = figures.of('x')[0] ?? null;
      const again = recompute(explanation.formulaNumbers);
      if (value === null || again === null) return value === again;
      const scale = Decimal.max(1, value.abs());
      return value.minus(again).abs().lte(scale.times('1e-20'));
    }),
    { numRuns: 2000 },
  );
});
