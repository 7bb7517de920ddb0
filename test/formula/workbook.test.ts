import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  at,
  choose,
  constant,
  definedOr,
  dividedBy,
  isMore,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  over,
  plus,
  postedIn,
  power,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
  total,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import type { Formula } from '../../src/formula/operations.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { readAsWorkbook, type Workbook, type WorkbookOptions } from '../../src/formula/workbook.ts';
import type { Table } from '../../src/report/table.ts';
import { compareWithEngine, recalculate } from '../support/hyperformula.ts';
import { everyOperation, FACT, halfCentTies, sculptedDebt } from '../support/workbook-models.ts';

const NOTHING_ELSE: WorkbookOptions = { readMe: ['Essai'], tables: [], checks: new Map(), returns: [] };

function workbookOf(
  c: Calculation,
  options = NOTHING_ELSE,
  inputs: ReadonlyMap<string, Decimal> = new Map(),
): Workbook {
  return readAsWorkbook(c, readExactly(c, inputs), options);
}

function sheet(workbook: Workbook, name: string) {
  const found = workbook.sheets.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** Formulas of a workbook in the order of its sheets. */
function formulasOf(workbook: Workbook): string[] {
  return workbook.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => cell?.formula ?? '')));
}

function expectAgreement(workbook: Workbook, atLeast: number): void {
  const { formulas, differences } = compareWithEngine(workbook);
  expect(differences).toEqual([]);
  expect(formulas).toBeGreaterThanOrEqual(atLeast);
}

describe('text of formulas', () => {
  const c = new Calculation(createTimeline('2026-01-01', 12));
  const [a, b, d, e] = ['a', 'b', 'd', 'e'].map((id) =>
    c.assumption(id, id, 'money', '2', FACT),
  ) as never as [
    Formula<'money', 'once', 'defined'>,
    Formula<'money', 'once', 'defined'>,
    Formula<'money', 'once', 'defined'>,
    Formula<'money', 'once', 'defined'>,
  ];
  const two = constant(2, 'ratio');
  const ratio = c.assumption('r', 'r', 'ratio', '0.5', FACT);
  const first = c.once('first', 'Première', a);
  const second = c.once('second', 'Deuxième', b);
  const third = c.once('third', 'Troisième', d);
  const maybe = c.once('maybe', 'Peut-être', dividedBy(a, b));
  const monthly = c.monthly('monthly', 'Mois', times(a, over(MONTH, constant(1, 'months'))));
  const yearly = c.yearly('yearly', 'An', a);

  // Assumptions a, b, d, e, r stand in C3 to C7; the lines first, second, third, maybe in D2 to D5.
  const H = "'Hypothèses'!";
  const cases: readonly [string, Formula, string][] = [
    ['sum', plus(a, b), 'C3+C4'],
    ['sum of a difference', plus(a, minus(b, d)), 'C3+C4-C5'],
    ['difference of a sum', minus(a, plus(b, d)), 'C3-(C4+C5)'],
    ['difference of a difference', minus(a, minus(b, d)), 'C3-(C4-C5)'],
    ['difference of differences', minus(minus(a, b), d), 'C3-C4-C5'],
    ['product of a sum', times(plus(a, b), ratio), '(C3+C4)*C7'],
    ['difference of a product', minus(a, times(b, ratio)), 'C3-C4*C7'],
    ['quotient of a quotient', over(a, over(two, ratio)), 'C3/(2/C7)'],
    ['quotient of a product', over(over(a, ratio), times(ratio, ratio)), 'C3/C7/(C7*C7)'],
    ['product of quotients', times(over(a, ratio), over(ratio, two)), 'C3/C7*(C7/2)'],
    ['opposite', minus(NO_MONEY, a), '-C3'],
    ['opposite of a sum', minus(NO_MONEY, plus(a, b)), '0-(C3+C4)'],
    ['sum of an opposite', plus(a, minus(NO_MONEY, b)), 'C3+(-C4)'],
    ['difference of an opposite', minus(a, minus(NO_MONEY, b)), 'C3-(-C4)'],
    ['product of an opposite', times(minus(NO_MONEY, a), ratio), '(-C3)*C7'],
    ['power of an opposite', power(minus(constant(0, 'ratio'), ratio), two), '(-C7)^2'],
    ['opposite of a power', minus(constant(0, 'ratio'), power(ratio, two)), '0-C7^2'],
    ['power of a power', power(power(ratio, two), two), '(C7^2)^2'],
    ['power of a product', power(times(ratio, ratio), two), '(C7*C7)^2'],
    ['product of powers', times(power(ratio, two), power(ratio, two)), 'C7^2*C7^2'],
    ['power to a fraction', power(ratio, over(constant(1, 'ratio'), constant(12, 'ratio'))), 'C7^(1/12)'],
    ['power that may be 0^0', power(ratio, minus(ratio, two)), 'IF(C7-2=0,1,C7^(C7-2))'],
    ['negative constant', plus(a, constant('-2.5', 'money')), 'C3+(-2.5)'],
    ['leading negative constant', plus(constant('-2.5', 'money'), a), '-2.5+C3'],
    ['small constant', times(a, constant('0.0000001', 'ratio')), 'C3*0.0000001'],
    ['large constant', times(a, constant('1e22', 'ratio')), 'C3*10000000000000000000000'],
    ['neutral constants', times(plus(a, NO_MONEY), constant(1, 'ratio')), 'C3'],
    ['rounded', roundedToCents(times(a, ratio)), 'ROUND(ROUND(C3*C7,8),2)'],
    ['three cells under one another', plus(first, second, third), "SUM('Valeurs uniques'!D2:D4)"],
    ['two cells and another', plus(first, second, a), "'Valeurs uniques'!D2+'Valeurs uniques'!D3+C3"],
    ['chosen', choose(isMore(a, b), d, e), 'IF(ROUND(C3-C4,2)>0,C5,C6)'],
    ['compared as a value', isMore(ratio, two), 'IF(ROUND(C7-2,9)>0,1,0)'],
    ['quotient that may not exist', dividedBy(a, minus(b, d)), 'IF(ROUND(C4-C5,6)=0,"",C3/(C4-C5))'],
    [
      'reader of a line that may be undefined',
      times(a, maybe),
      `IF('Valeurs uniques'!D5="","",C3*'Valeurs uniques'!D5)`,
    ],
    ['copy of such a line', maybe, "'Valeurs uniques'!D5"],
    ['smallest of such a line', min(maybe, ratio), "MIN('Valeurs uniques'!D5,C7)"],
    ['largest of a quotient', max(dividedBy(a, b), ratio), 'MAX(IF(ROUND(C4,6)=0,0-10^300,C3/C4),C7)'],
    ['fallback', definedOr(dividedBy(a, b), ratio), 'IF(ROUND(C4,6)=0,C7,C3/C4)'],
    ['whole timeline', total(monthly), "SUM('Par mois'!D5:O5)"],
    ['one cell of a timeline', total(yearly), "'Par an'!D4"],
    ['known month', at(monthly, constant(3, 'months')), "'Par mois'!G5"],
    ['month outside', at(monthly, constant(12, 'months')), '0'],
  ];
  // One more line a case: what it reads keeps its place, since lines stand in the order in which they are written.
  for (const [name, formula] of cases) c.once(`case.${name}`, name, formula as never);
  const rows = sheet(workbookOf(c), 'Valeurs uniques').rows;

  test.each(cases)('%s', (name, _formula, expected) => {
    const cell = rows.find((row) => row[2]?.value === `case.${name}`)?.[3];
    const text = cell?.formula ?? String(cell?.value);
    // Written as if all stood in one sheet, to be read more easily.
    const shown = text.replaceAll(H, '');
    expect(shown.replaceAll("'Valeurs uniques'!", '')).toBe(expected.replaceAll("'Valeurs uniques'!", ''));
  });

  test('the sheet is named only when it is another one', () => {
    const text = (id: string) => rows.find((row) => row[2]?.value === id)?.[3]?.formula;
    expect(text('first')).toBe("'Hypothèses'!C3");
    expect(text('case.copy of such a line')).toBe('D5');
    expect(text('case.whole timeline')).toBe("SUM('Par mois'!D5:O5)");
  });

  test('outside the timeline a cell is the constant zero', () => {
    const again = new Calculation(createTimeline('2026-01-01', 12));
    const price = again.assumption('price', 'Prix', 'money', '3', FACT);
    const line = again.later('line', 'Ligne', 'money', 'monthly');
    again.define(line, plus(previous(line), price));
    again.monthly('before', 'Avant', previous(line));
    const [, , , , own, before] = sheet(workbookOf(again), 'Par mois').rows;
    expect(own?.slice(3, 5).map((cell) => cell?.formula)).toEqual(["'Hypothèses'!C3", "D5+'Hypothèses'!C3"]);
    expect(before?.slice(3, 5)).toEqual([
      { value: 0, style: 'money' },
      { value: 3, style: 'money', formula: 'D5' },
    ]);
  });
});

describe('recalculated by another engine', () => {
  test('every operation, place and span', () => expectAgreement(workbookOf(everyOperation()), 700));

  test('the same formulas hold for other assumptions', () => {
    const c = everyOperation();
    const texts = formulasOf(workbookOf(c));
    const others: Record<string, string>[] = [
      { amount: '0' },
      { rent: '0' },
      { rate: '0', start: '0' },
      { amount: '-12.34', start: '30' },
      { amount: '987654.32', rate: '-0.9', start: '26', late: '3' },
    ];
    for (const other of others) {
      const inputs = new Map(Object.entries(other).map(([id, value]) => [id, new Decimal(value)]));
      const workbook = workbookOf(c, NOTHING_ELSE, inputs);
      expect(formulasOf(workbook)).toEqual(texts);
      expectAgreement(workbook, 700);
    }
  });

  test('a debt sculpted backward', () => expectAgreement(workbookOf(sculptedDebt()), 300));

  test('ten thousand half-cents', () => expectAgreement(workbookOf(halfCentTies()), 10_000));

  test('half-cents of the difference of two large amounts, which doubles do not hold', () => {
    const c = new Calculation(createTimeline('2026-01-01', 1000));
    const tax = c.assumption('tax', 'Impôt', 'ratio', '0.25', FACT);
    for (const large of ['1000000.37', '12345678.91']) {
      const costs = c.assumption(`costs${large}`, 'Charges', 'money', large, FACT);
      const cents = times(constant('0.02', 'money'), over(MONTH, constant(1, 'months')));
      const income = c.monthly(`income${large}`, 'Produits', plus(costs, cents));
      const result = c.monthly(`result${large}`, 'Résultat', minus(income, costs));
      c.monthly(`tax${large}`, 'Impôt', roundedToCents(times(result, tax)));
    }
    expectAgreement(workbookOf(c), 6000);
  });

  test('formulas written at random', () => {
    fc.assert(
      fc.property(fc.array(randomRecipe, { minLength: 20, maxLength: 20 }), (recipes) => {
        expect(compareWithEngine(workbookOf(randomCalculation(recipes))).differences).toEqual([]);
      }),
      { numRuns: 60, seed: 20_260_115 },
    );
  });
});

/** What a random formula is made of; leaves choose among six values, one of which may be undefined. */
type Recipe = number | readonly [string, ...Recipe[]];
const OPERATIONS: Record<string, number> = {
  plus: 3,
  minus: 2,
  times: 2,
  over: 1,
  dividedBy: 2,
  min: 2,
  max: 2,
};
const MORE_OPERATIONS: Record<string, number> = {
  choose: 4,
  definedOr: 2,
  rounded: 1,
  square: 1,
  opposite: 1,
};
const { tree: randomRecipe } = fc.letrec<{ tree: Recipe }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.integer({ min: 0, max: 5 }),
    ...Object.entries({ ...OPERATIONS, ...MORE_OPERATIONS }).map(([name, operands]) =>
      fc.tuple(fc.constant(name), ...new Array<fc.Arbitrary<Recipe>>(operands).fill(tie('tree'))),
    ),
  ) as fc.Arbitrary<Recipe>,
}));

type Ratio = Formula<'ratio', 'monthly' | 'once', 'defined'>;

function cook(recipe: Recipe, leaves: readonly Ratio[]): Ratio {
  if (typeof recipe === 'number') return leaves[recipe] as Ratio;
  const [name, ...parts] = recipe;
  const [a, b, d, e] = parts.map((part) => cook(part, leaves)) as [Ratio, Ratio, Ratio, Ratio];
  const euro = constant(1, 'money');
  const makers: Record<string, () => Formula> = {
    plus: () => plus(a, b, d),
    minus: () => minus(a, b),
    times: () => times(a, b),
    over: () => over(a, constant('-1.6', 'ratio')),
    dividedBy: () => dividedBy(a, b),
    min: () => min(a, b),
    max: () => max(a, b),
    choose: () => choose(isMore(a, b), d, e),
    definedOr: () => definedOr(a, b),
    rounded: () => over(roundedToCents(times(euro, a)), euro),
    square: () => power(a, constant(2, 'count')),
    opposite: () => minus(constant(0, 'ratio'), a),
  };
  return (makers[name] as () => Formula)() as Ratio;
}

function randomCalculation(recipes: readonly Recipe[]): Calculation {
  const c = new Calculation(createTimeline('2026-07-01', 6));
  const x = c.assumption('x', 'x', 'ratio', '1.375', FACT);
  const month = c.monthly('month', 'Mois', over(MONTH, constant(1, 'months')));
  const y = c.monthly('y', 'y', minus(month, constant('2.5', 'ratio')));
  const undefinable = c.monthly('maybe', 'Peut-être', dividedBy(x, minus(month, constant(3, 'ratio'))));
  const leaves = [
    x,
    month,
    y,
    undefinable,
    constant('-0.75', 'ratio'),
    constant(0, 'ratio'),
  ] as unknown as Ratio[];
  recipes.forEach((recipe, index) => {
    c.monthly(`line${index}`, 'Ligne', cook(recipe, leaves));
  });
  return c;
}

test('formulas too long or too deep for Excel are cut in parts that give the same figures', () => {
  const c = new Calculation(createTimeline('2026-10-01', 15));
  const lines = Array.from({ length: 1000 }, (_, i) => {
    const price = c.assumption(`price${i}`, `Prix ${i}`, 'money', String(i * 0.37), FACT);
    return price;
  });
  // Every other one, so that they do not stand under one another.
  c.monthly('sum', 'Somme', sumOfTerms(lines.filter((_, i) => i % 2 === 0)));
  const [zero] = lines;
  if (zero === undefined) throw new Error('no line');
  let scale: Formula<'money', 'once', 'defined'> = zero;
  for (const line of lines.slice(0, 90)) scale = choose(isMore(line, constant('1e9', 'money')), line, scale);
  c.once('scale', 'Barème', scale);
  const workbook = workbookOf(c);
  for (const formula of formulasOf(workbook)) expect(formula.length).toBeLessThan(8192);
  expect(sheet(workbook, 'Par mois').rows.map((row) => row[2]?.value)).toContain('sum.part1');
  expectAgreement(workbook, 15);
});

describe('sheets', () => {
  const c = sculptedDebt();
  const table: Table = {
    id: 'checks',
    title: 'Contrôles : dette [essai] / échéancier de la banque',
    unit: 'en euros',
    columns: ['Début', 'Fin'],
    rows: [
      { label: 'Dette', kind: 'heading', cells: [] },
      {
        label: '=1+1',
        kind: 'line',
        cells: [
          { line: 'debt', period: 0 },
          { line: 'debt', period: 119 },
        ],
      },
      { label: 'Total', kind: 'total', cells: [{ line: 'first', period: 0 }, null] },
      { label: 'Note', kind: 'line', cells: ['+cmd', null] },
    ],
    notes: ['Hors taxes'],
  };
  const options: WorkbookOptions = {
    readMe: ['Levier', 'Ce classeur se recalcule.'],
    tables: [table, table],
    checks: new Map([['solved', [{ line: 'gap', mustBe: 'zero' }]]]),
    returns: [
      { block: { id: 'bank', label: 'Banque', line: 'flows' }, annualRates: ['0.0459398'], reason: null },
      {
        block: { id: 'none', label: 'Sans taux', line: 'flows' },
        annualRates: [],
        reason: 'Deux taux possibles.',
      },
    ],
  };
  // The root, as a search would give it.
  const bare = workbookOf(c, options);
  const root = recalculate(bare).get('Rendements')?.[1]?.[1] as number;
  const [bank, none] = options.returns;
  if (bank === undefined || none === undefined) throw new Error('no returns');
  const workbook = workbookOf(c, { ...options, returns: [{ ...bank, annualRates: [String(root)] }, none] });

  test('names, in the order in which they are read', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Lisez-moi',
      'Hypothèses',
      'Montants calculés par Levier',
      'Contrôles dette essai',
      'Contrôles dette essai (2)',
      'Rendements',
      'Valeurs uniques',
      'Par mois',
    ]);
    for (const { name } of workbook.sheets) expect(name.length).toBeLessThanOrEqual(31);
  });

  test('all of them recalculate', () => expectAgreement(workbook, 700));

  test('assumptions say where they come from', () => {
    const rows = sheet(workbookOf(everyOperation()), 'Hypothèses').rows;
    expect(rows.slice(2, 4).map((row) => row.map((cell) => cell?.value))).toEqual([
      ['amount', 'Montant', 1000.01, '€', 'fait', 'test'],
      ['rate', 'Taux annuel', 0.0385, '%', 'HYPOTHÈSE', 'à confirmer'],
    ]);
    expect(rows[2]?.[2]).toMatchObject({ style: 'money', emphasis: 'input' });
    // A ratio above 1 is shown as a multiple.
    const [, , cover] = sheet(workbook, 'Hypothèses').rows;
    expect(cover?.slice(2, 4)).toMatchObject([{ value: 1.3, style: 'number' }, { value: 'rapport' }]);
  });

  test('a table reads the cells of lines', () => {
    const rows = sheet(workbook, 'Contrôles dette essai').rows;
    expect(rows[4]?.map((cell) => cell?.formula ?? cell?.value)).toEqual([
      '=1+1',
      "'Par mois'!D7",
      "'Par mois'!DS7",
    ]);
    expect(rows[5]?.[1]).toMatchObject({
      formula: "'Valeurs uniques'!D2",
      style: 'money',
      emphasis: 'total',
    });
    const wrong: Table = {
      ...table,
      rows: [{ label: '', kind: 'line', cells: [{ line: 'debt', period: 120 }] }],
    };
    expect(() => workbookOf(c, { ...options, tables: [wrong] })).toThrow(
      'table checks: line debt has no period 120',
    );
  });

  test('a solved amount stands beside its check, which turns', () => {
    const solved = (
      inputs: ReadonlyMap<string, Decimal>,
      mustBe: 'zero' | 'atLeastZero',
      tolerance = '0',
    ) => {
      const checks = new Map([['solved', [{ line: 'gap', mustBe, tolerance } as const]]]);
      const made = workbookOf(c, { ...options, checks }, inputs);
      expectAgreement({ sheets: made.sheets.filter(({ name }) => name !== 'Rendements') }, 480);
      return sheet(made, 'Montants calculés par Levier').rows[2]?.[4]?.value;
    };
    const more = new Map([['solved', new Decimal('1235')]]);
    const less = new Map([['solved', new Decimal('1234')]]);
    expect(solved(new Map(), 'zero')).toBe('juste');
    expect(solved(more, 'zero')).toBe('à recalculer');
    expect(solved(more, 'zero', '0.5')).toBe('juste');
    expect(solved(more, 'atLeastZero')).toBe('juste');
    expect(solved(less, 'atLeastZero')).toBe('à recalculer');
    expect(solved(less, 'atLeastZero', '0.56')).toBe('juste');
    expect(sheet(workbook, 'Montants calculés par Levier').verdicts).toEqual([
      { range: 'E3:E6', good: 'juste', bad: 'à recalculer' },
      { range: 'E3:E6', good: 'tenue', bad: 'dépassée' },
    ]);
  });

  test('a block of flows stands under its rate, or under the reason why there is none', () => {
    const rows = sheet(workbook, 'Rendements').rows;
    expect(rows[1]?.[1]?.formula).toMatch(/^XIRR\(B7:B126,A7:A126,0\.04\d+\)$/);
    expect(rows[2]?.[1]).toMatchObject({ value: root, style: 'rate', emphasis: 'solved' });
    expect(rows[3]?.[1]).toMatchObject({
      formula: 'SUMPRODUCT(B7:B126*(1+B3)^((A7-A7:A126)/365))',
      value: 0,
    });
    expect(rows[6]?.slice(0, 2)).toMatchObject([{ style: 'date' }, { formula: "'Par mois'!D8" }]);
    expect([rows[1]?.[4]?.value, rows[4]?.[3]?.value]).toEqual(['non défini', 'Deux taux possibles.']);
  });

  test('flows start at the first one, and months that are always nil are left out', () => {
    const flows = new Calculation(createTimeline('2026-01-01', 24));
    const price = flows.assumption('price', 'Prix', 'money', '100', FACT);
    const yearly = flows.yearly('yearly', 'Loyer', price);
    const later = choose(isMore(MONTH, constant(2, 'months')), price, NO_MONEY);
    flows.monthly('late', 'Tardif', later);
    flows.monthly('posted', 'Loyer en juin', postedIn(yearly, 6));
    const blocks = ['late', 'posted'].map((line) => ({
      block: { id: line, label: line, line },
      annualRates: [],
      reason: 'Aucun versement.',
    }));
    const { rows } = sheet(workbookOf(flows, { ...NOTHING_ELSE, returns: blocks }), 'Rendements');
    expect(rows).toHaveLength(6 + 21);
    expect(rows[6]?.map((cell) => cell?.formula ?? null)).toEqual([
      null,
      "'Par mois'!G5",
      null,
      null,
      "'Par mois'!I6",
    ]);
    expect(rows.filter((row) => row[4]?.formula !== undefined)).toHaveLength(2);
  });

  test('a reading that is not in the calculation is refused', () => {
    expect(() =>
      workbookOf(c, { ...options, checks: new Map([['solved', [{ line: 'x', mustBe: 'zero' }]]]) }),
    ).toThrow('no line x');
    const long = new Calculation(createTimeline('2026-01-01', 17_000));
    long.monthly('month', 'Mois', over(MONTH, constant(1, 'months')));
    expect(() => workbookOf(long)).toThrow('do not fit in a sheet');
  });

  test('solved assumptions leave « Hypothèses »', () => {
    expect(sheet(workbook, 'Hypothèses').rows.map((row) => row[0]?.value)).not.toContain('solved');
  });
});
