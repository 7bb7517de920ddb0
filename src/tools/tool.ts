import { z } from 'zod';
import { Calculation } from '../formula/calculation.ts';
import { centsString, type Decimal } from '../formula/decimal.ts';
import type { Figures } from '../formula/exact.ts';
import type { Assumption, Line } from '../formula/operations.ts';
import { createTimeline } from '../formula/timeline.ts';
import type { Unit } from '../formula/units.ts';
import { type Problem, type Reading, readInput } from '../input/problem.ts';

/**
 * A calculator: a function of the law or of finance on a small model, read exactly. Served as
 * `POST /api/v1/tools/<id>` and as a page; its fields carry their French name in `meta.title`.
 */
export interface Tool {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it answers. */
  readonly intro: string;
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  /** A request that works, as JSON. */
  readonly example: object;
  /** Reads a request and answers it, or says everything that is wrong with it. Never throws on what is given. */
  readonly answer: (json: unknown) => Reading<unknown>;
}

interface ToolDescription<Request, Response> {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly request: z.ZodType<Request>;
  readonly response: z.ZodType<Response>;
  readonly example: object;
  readonly compute: (request: Request) => Reading<Response>;
}

/** A calculator that keeps the types of its request and of its answer. */
export interface TypedTool<Request, Response> extends Tool {
  readonly compute: (request: Request) => Reading<Response>;
  readonly answer: (json: unknown) => Reading<Response>;
}

export function tool<Request, Response>(
  description: ToolDescription<Request, Response>,
): TypedTool<Request, Response> {
  return {
    ...description,
    answer: (json) => {
      const reading = readInput(description.request, json);
      return reading.ok ? description.compute(reading.value) : reading;
    },
  };
}

export function answered<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function refused(...problems: readonly Problem[]): Reading<never> {
  return { ok: false, problems };
}

/** A model of so many whole years: the calendar does not matter to a calculator. */
export function modelOfYears(years: number): Calculation {
  return new Calculation(createTimeline('2026-01-01', 12 * years));
}

/** A number of the request. */
export function typed<U extends Unit>(
  calculation: Calculation,
  id: string,
  label: string,
  unit: U,
  value: Decimal | number,
): Assumption<U> {
  return calculation.assumption(id, label, unit, value, { kind: 'fact', text: 'valeur saisie' });
}

/** A figure that always exists. @throws when it does not: the model's fault, not the request's */
export function figureOf(figures: Figures, line: Line, period = 0): Decimal {
  const value = figures.of(line)[period];
  if (value === undefined || value === null) throw new Error(`no figure for ${line.id} in period ${period}`);
  return value;
}

/** An amount of the answer: two decimals. */
export function centsOf(figures: Figures, line: Line, period = 0): string {
  return centsString(figureOf(figures, line, period));
}

export function holds(figures: Figures, line: Line<'truth'>): boolean {
  return !figureOf(figures, line).isZero();
}

/** A ratio of the answer: plain, one decimal at least. */
export function ratioText(value: Decimal): string {
  return value.toFixed(Math.max(1, value.decimalPlaces()));
}

/** An amount in an answer, as documented. */
export function amountText(title: string): z.ZodType<string> {
  return z.string().meta({ title, examples: ['1000.00'] });
}

/** Another number in an answer, as documented. */
export function numberText(title: string): z.ZodType<string> {
  return z.string().meta({ title, examples: ['0.0385'] });
}
