import type { Decimal } from './decimal.ts';
import type { Rhythm } from './timeline.ts';
import type { Unit } from './units.ts';

/**
 * The tree of a formula. Domain code builds it (see build.ts); four readings walk it.
 * Every table over operations is an exhaustive `Record<Operation, …>`: an operation without its four readings
 * does not compile.
 */
export type Comparison = 'less' | 'atMost' | 'equal' | 'atLeast' | 'more' | 'different';

/** Which position in time a formula reads. */
export type PeriodFact = 'month' | 'calendarMonth' | 'year' | 'monthsInYear';

export type Aggregate = 'sum' | 'min' | 'max';

/** From which cell of a line a value is taken, seen from the cell being computed. */
export type Place =
  /** Same rhythm, `offset` periods away (negative: earlier). */
  | { readonly kind: 'near'; readonly offset: number }
  /** A yearly line, in the year of this month, `offset` years away. */
  | { readonly kind: 'inYearOf'; readonly offset: number }
  /** A yearly line, in one calendar month of each year only, 0 in the others. */
  | { readonly kind: 'posted'; readonly calendarMonth: number; readonly offset: number }
  /** A monthly line, in the last month of this year, `offset` years away. */
  | { readonly kind: 'endOfYear'; readonly offset: number }
  /** A monthly line, in the month that a formula gives. */
  | { readonly kind: 'atMonth'; readonly month: Formula };

/** Over which cells of a line an aggregate runs. */
export type Span =
  /** Same rhythm, from `from` to `to` periods away. */
  | { readonly kind: 'window'; readonly from: number; readonly to: number }
  /** The months of this year, `offset` years away. */
  | { readonly kind: 'monthsOfYear'; readonly offset: number }
  /** All the periods of the timeline. */
  | { readonly kind: 'all' };

interface Nodes {
  constant: { readonly value: Decimal };
  assumption: { readonly id: string };
  period: { readonly fact: PeriodFact };
  line: { readonly line: Line; readonly place: Place };
  aggregate: { readonly aggregate: Aggregate; readonly line: Line; readonly span: Span };
  plus: { readonly operands: readonly Formula[] };
  minus: { readonly operands: readonly [Formula, Formula] };
  times: { readonly operands: readonly [Formula, Formula] };
  dividedBy: { readonly operands: readonly [Formula, Formula]; readonly divisorIsNeverZero: boolean };
  power: { readonly operands: readonly [Formula, Formula] };
  min: { readonly operands: readonly Formula[] };
  max: { readonly operands: readonly Formula[] };
  roundedToCents: { readonly operands: readonly [Formula] };
  integerPart: { readonly operands: readonly [Formula] };
  compare: { readonly operands: readonly [Formula, Formula]; readonly comparison: Comparison };
  choose: { readonly operands: readonly [Formula, Formula, Formula] };
  definedOr: { readonly operands: readonly [Formula, Formula] };
}

export type Operation = keyof Nodes;

/** Whether a formula always has a value: `undefinable` ones may be « non défini ». */
export type Definedness = 'defined' | 'undefinable';

declare const read: unique symbol;

/** What every node carries. R is the set of rhythms it reads, D whether it may be undefined; both live in types only. */
interface Node<U extends Unit, R extends Rhythm, D extends Definedness> {
  readonly unit: U;
  readonly mayBeUndefined: boolean;
  readonly [read]?: readonly [R, D];
}

export type NodeOf<O extends Operation> = { readonly operation: O } & Nodes[O] & {
    readonly unit: Unit;
    readonly mayBeUndefined: boolean;
  };

/** A formula giving a value of unit U, from lines of rhythms R. */
export type Formula<U extends Unit = Unit, R extends Rhythm = Rhythm, D extends Definedness = Definedness> = {
  [O in Operation]: { readonly operation: O } & Nodes[O];
}[Operation] &
  Node<U, R, D>;

/** Where a figure comes from, shown under its explanation. */
export interface Origin {
  /** law: text in force; contract: practice of contracts; fact: of the dossier; hypothesis: a guess, said as one;
   * solved: found by a search; derived: computed. */
  readonly kind: 'law' | 'contract' | 'fact' | 'hypothesis' | 'solved';
  readonly text: string;
}

/** A named line of the calculation. Reading it plainly is reading its cell of the same period. */
export type Line<
  U extends Unit = Unit,
  R extends Rhythm = Rhythm,
  D extends Definedness = Definedness,
> = Formula<U, R, D> & {
  readonly operation: 'line';
  readonly id: string;
  readonly label: string;
  readonly rhythm: R;
  readonly origin: Origin | undefined;
  /** The company or person whose line it is, when it is one's. */
  readonly party: string | undefined;
};

/** A number that a person typed, the law gives or a search found: read by formulas, so it can be drawn or searched. */
export type Assumption<U extends Unit = Unit> = Formula<U, 'once', 'defined'> & {
  readonly operation: 'assumption';
  readonly id: string;
  readonly label: string;
  readonly value: Decimal;
  readonly origin: Origin;
};
