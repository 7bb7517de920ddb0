import { NO_MONEY } from './build.ts';
import { Decimal } from './decimal.ts';
import type { Assumption, Definedness, Formula, Line, Origin } from './operations.ts';
import type { Rhythm, Timeline } from './timeline.ts';
import type { RatioStyle, Unit } from './units.ts';

/** Id of the line that is always zero. */
const NOTHING = 'nothing';

/** What may be said of a line besides its formula. */
export interface About {
  readonly origin?: Origin;
  readonly party?: string;
}

/** The rhythms that a line of rhythm R may read plainly: its own, and what holds for all periods. */
type Readable<R extends Rhythm> = R | 'once';

/**
 * A calculation: assumptions and lines along a timeline. It only holds them; the readings compute.
 *
 * A line is written at once, or declared first and defined later when lines read one another.
 * Ids are stable, English, dotted; labels French.
 */
export class Calculation {
  readonly timeline: Timeline;
  readonly assumptions = new Map<string, Assumption>();
  readonly lines = new Map<string, Line>();
  private readonly formulas = new Map<string, Formula>();
  /** How a ratio is said, by the id of its line or assumption; undefined where its size decides. */
  readonly ratioStyleOf: (id: string) => RatioStyle | undefined;

  constructor(timeline: Timeline, ratioStyleOf: Calculation['ratioStyleOf'] = () => undefined) {
    this.timeline = timeline;
    this.ratioStyleOf = ratioStyleOf;
  }

  /**
   * A number given from outside: typed, legal, guessed or solved.
   * @param value decimal string; rates as fractions, dates as months from signature
   */
  assumption<U extends Unit>(
    id: string,
    label: string,
    unit: U,
    value: string | number | Decimal,
    origin: Origin,
  ): Assumption<U> {
    const made = Object.freeze({
      operation: 'assumption',
      id,
      label,
      unit,
      value: new Decimal(value),
      origin,
      mayBeUndefined: false,
    }) as unknown as Assumption<U>;
    if (this.assumptions.has(id)) throw new Error(`assumption ${id} given twice`);
    this.assumptions.set(id, made);
    return made;
  }

  private addLine<U extends Unit, R extends Rhythm, D extends Definedness>(
    id: string,
    label: string,
    unit: U,
    rhythm: R,
    mayBeUndefined: boolean,
    about: About,
  ): Line<U, R, D> {
    if (this.lines.has(id)) throw new Error(`line ${id} written twice`);
    const made: Record<string, unknown> = {
      operation: 'line',
      id,
      label,
      unit,
      rhythm,
      mayBeUndefined,
      origin: about.origin,
      party: about.party,
      place: { kind: 'near', offset: 0 },
    };
    made.line = made;
    const line = Object.freeze(made) as unknown as Line<U, R, D>;
    this.lines.set(id, line as unknown as Line);
    return line;
  }

  /** A line to be defined later, because others that it reads read it. */
  later<U extends Unit, R extends Rhythm>(
    id: string,
    label: string,
    unit: U,
    rhythm: R,
    about: About = {},
  ): Line<U, R, 'defined'> {
    return this.addLine(id, label, unit, rhythm, false, about);
  }

  /** Gives its formula to a line declared with `later`. */
  define<U extends Unit, R extends Rhythm, D extends Definedness>(
    line: Line<U, R, D>,
    formula: Formula<NoInfer<U>, Readable<NoInfer<R>>, NoInfer<D>>,
  ): void {
    if (this.formulas.has(line.id)) throw new Error(`line ${line.id} defined twice`);
    this.formulas.set(line.id, formula as Formula);
  }

  private write<U extends Unit, R extends Rhythm, D extends Definedness>(
    rhythm: R,
    id: string,
    label: string,
    formula: Formula<U, Readable<R>, D>,
    about: About,
  ): Line<U, R, D> {
    const line = this.addLine<U, R, D>(id, label, formula.unit, rhythm, formula.mayBeUndefined, about);
    this.formulas.set(id, formula as Formula);
    return line;
  }

  /** A line with one value. */
  once<U extends Unit, D extends Definedness>(
    id: string,
    label: string,
    formula: Formula<U, 'once', D>,
    about: About = {},
  ): Line<U, 'once', D> {
    return this.write('once', id, label, formula, about);
  }

  /** A line with a value a fiscal year. */
  yearly<U extends Unit, D extends Definedness>(
    id: string,
    label: string,
    formula: Formula<U, 'yearly' | 'once', D>,
    about: About = {},
  ): Line<U, 'yearly', D> {
    return this.write('yearly', id, label, formula, about);
  }

  /** A line with a value a month. */
  monthly<U extends Unit, D extends Definedness>(
    id: string,
    label: string,
    formula: Formula<U, 'monthly' | 'once', D>,
    about: About = {},
  ): Line<U, 'monthly', D> {
    return this.write('monthly', id, label, formula, about);
  }

  /** A monthly amount that is always zero: one line for all that a contract leaves out. */
  nothing(): Line<'money', 'monthly', 'defined'> {
    const known = this.lines.get(NOTHING);
    if (known !== undefined) return known as unknown as Line<'money', 'monthly', 'defined'>;
    return this.monthly(NOTHING, 'Néant', NO_MONEY);
  }

  /** Whether a line is the one that is always zero. */
  isNothing(line: { readonly id: string }): boolean {
    return line.id === NOTHING;
  }

  /** The formula of a line. @throws when it was declared and never defined: a bug of the domain code */
  formulaOf(line: Line): Formula {
    const formula = this.formulas.get(line.id);
    if (formula === undefined) throw new Error(`line ${line.id} has no formula`);
    return formula;
  }

  /** The line of this id. @throws when there is none */
  line(id: string): Line {
    const line = this.lines.get(id);
    if (line === undefined) throw new Error(`no line ${id}`);
    return line;
  }
}
