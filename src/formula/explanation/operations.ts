import { Decimal, isDust, ONE, toCents, withoutDust } from '../decimal.ts';
import type { Value } from '../exact.ts';
import { withDe, writeCount } from '../french.ts';
import type { Assumption, Formula, NodeOf, Operation, PeriodFact } from '../operations.ts';
import type { RatioStyle, Unit } from '../units.ts';
import { explainChoice, explainComparison, explainFallback } from './choice.ts';
import { explainExtreme } from './extreme.ts';
import { explainReading } from './place.ts';
import { explainAggregate } from './span.ts';
import { explainSum } from './sum.ts';
import {
  assumptionCell,
  atom,
  BINDING,
  bound,
  type Context,
  type Explained,
  numbersInside,
  numberText,
  phrase,
  problemOf,
  type Text,
  wordsInside,
  writeInside,
  writeLabel,
} from './text.ts';

/** What each operation says of itself in one cell: the explanation reading, beside exact, draws and workbook. */
type Explain = {
  readonly [O in Operation]: (node: NodeOf<O>, context: Context, ratio?: RatioStyle) => Explained;
};

const FACT_WORDS: Record<PeriodFact, string> = {
  month: 'numéro du mois',
  calendarMonth: 'mois civil',
  year: 'rang de l’exercice',
  monthsInYear: 'mois de l’exercice',
};

function factValue(fact: PeriodFact, { figures, period }: Context): Decimal {
  if (fact === 'calendarMonth') return new Decimal(figures.timeline.calendarMonth[period] ?? 0);
  if (fact === 'monthsInYear') return new Decimal(figures.timeline.years[period]?.months ?? 0);
  return new Decimal(period);
}

/** A number written in the code. A ratio is a plain number (1, 12) unless what it is compared to is a percentage. */
function writeConstant(value: Decimal, unit: Unit, context: Context, ratio: RatioStyle | undefined): string {
  if (unit === 'ratio' && ratio !== 'percentage') return writeCount(value, 7);
  const text = writeInside(context, value, unit, ratio);
  return unit === 'money' && value.isInteger() ? text.replace(',00', '') : text;
}

interface Operator {
  readonly sign: string;
  /** How tightly the left and the right must hold together not to need parentheses. */
  readonly left: number;
  readonly right: number;
  readonly binding: number;
}

const OPERATORS = {
  times: { sign: '×', left: BINDING.negative, right: BINDING.product, binding: BINDING.product },
  dividedBy: { sign: '/', left: BINDING.negative, right: BINDING.power, binding: BINDING.product },
  power: { sign: 'puissance', left: BINDING.atom, right: BINDING.atom, binding: BINDING.power },
} satisfies Record<string, Operator>;

function writeOperation({ sign, left, right, binding }: Operator, a: Text, b: Text): Text {
  // −2 × 3 starts with a minus sign: after another operator it needs parentheses as −2 does.
  const negative = a.binding === BINDING.negative && left <= BINDING.negative;
  return {
    text: `${bound(a, left)} ${sign} ${bound(b, right)}`,
    binding: negative ? Math.min(binding, BINDING.negative) : binding,
  };
}

function explainOperation(
  operator: keyof typeof OPERATORS,
  operands: readonly [Formula, Formula],
  context: Context,
  compute: (a: Decimal, b: Decimal) => Value,
): Explained {
  const [left, right] = [context.explained(operands[0]), context.explained(operands[1])];
  const write = (textOf: (part: Explained) => Text) =>
    writeOperation(OPERATORS[operator], textOf(left), textOf(right));
  const explained = {
    words: write(wordsInside),
    numbers: write(numbersInside),
    cells: [...left.cells, ...right.cells],
  };
  if (left.value === null || right.value === null) {
    return { value: null, ...explained, ...problemOf([left, right]) };
  }
  const value = compute(left.value, right.value);
  return value === null ? { value, ...explained, problem: 'le diviseur est nul' } : { value, ...explained };
}

/** Times one year, over one job: it only changes the unit, and nothing is said of it. */
function isOne(formula: Formula): boolean {
  return formula.operation === 'constant' && formula.value.eq(1);
}

const EXPLAIN: Explain = {
  constant: ({ value, unit }, context, ratio) => {
    const text = numberText(writeConstant(value, unit, context, ratio));
    return { value, words: text, numbers: text, cells: [], single: 'constant' };
  },
  assumption: (node, context, ratio) => {
    const cell = assumptionCell(context, node as unknown as Assumption);
    const words = atom(writeLabel(cell.label));
    return {
      value: cell.value,
      words,
      numbers: numberText(writeInside(context, cell.value, cell.unit, ratio ?? cell.ratio)),
      cells: [cell],
      single: 'cell',
      middle: words.text,
    };
  },
  period: ({ fact, unit }, context) => {
    const value = factValue(fact, context);
    const numbers = atom(writeInside(context, value, unit));
    return { value, words: atom(FACT_WORDS[fact]), numbers, cells: [], middle: FACT_WORDS[fact] };
  },
  line: explainReading,
  aggregate: explainAggregate,
  plus: explainSum,
  minus: explainSum,
  times: ({ operands }, context) => {
    const [left, right] = operands;
    if (isOne(right)) return context.explained(left);
    if (isOne(left)) return context.explained(right);
    return explainOperation('times', operands, context, (a, b) => a.times(b));
  },
  dividedBy: ({ operands }, context) => {
    const [left, right] = operands;
    if (isOne(right)) return context.explained(left);
    return explainOperation('dividedBy', operands, context, (a, b) => (isDust(b) ? null : a.div(b)));
  },
  power: ({ operands }, context) =>
    explainOperation('power', operands, context, (a, b) => (b.isZero() ? ONE : a.pow(b))),
  min: ({ operands }, context) => explainExtreme(operands, 'petit', context),
  max: ({ operands }, context) => explainExtreme(operands, 'grand', context),
  roundedToCents: ({ operands }, context) => {
    const { single: _, middle: __, shortNumbers, ...part } = context.explained(operands[0]);
    const rounded = (text: Text) => phrase(`${text.text}, arrondi au centime`);
    const value = part.value === null ? null : toCents(part.value);
    const explained = { ...part, value, words: rounded(part.words), numbers: rounded(part.numbers) };
    return shortNumbers === undefined ? explained : { ...explained, shortNumbers: rounded(shortNumbers) };
  },
  integerPart: ({ operands }, context) => {
    const part = context.explained(operands[0]);
    const whole = (text: Text) => phrase(`partie entière ${withDe(bound(text, BINDING.power))}`);
    return {
      value: part.value === null ? null : withoutDust(part.value).floor(),
      words: whole(wordsInside(part)),
      numbers: whole(numbersInside(part)),
      cells: part.cells,
      ...problemOf([part]),
    };
  },
  compare: explainComparison,
  choose: explainChoice,
  definedOr: explainFallback,
};

/** Explains a formula in the cell of the context. */
export function explainFormula(formula: Formula, context: Context, ratio?: RatioStyle): Explained {
  const explain = EXPLAIN[formula.operation] as (
    node: Formula,
    context: Context,
    ratio?: RatioStyle,
  ) => Explained;
  return explain(formula, context, ratio);
}
