import type { Calculation } from './calculation.ts';
import type { Formula, Line, Place, Span } from './operations.ts';
import { CLOSING_MONTH, periodCount, type Rhythm } from './timeline.ts';

/**
 * In which order the cells of a calculation are computed.
 *
 * Lines are grouped in strongly connected components. A line alone runs over its periods; inside a larger component
 * cells run by date: forward if all inner references look back (a loan), backward if all look forward (debt sculpted
 * to a cover ratio). A component with both, or with a circle at one date, is refused with its lines' names.
 */
export interface Group {
  /** In the order in which they run at one date. */
  readonly lines: readonly Line[];
  readonly direction: 'forward' | 'backward';
}

interface Reference {
  readonly line: Line;
  readonly where: Place | Span;
}

/** A circle in the calculation: a bug of the domain code, told with the lines concerned. */
export class CircleError extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly Line[], reason: string) {
    super(`${reason}: ${lines.map((line) => `${line.id} (${line.label})`).join(', ')}`);
    this.name = 'CircleError';
    this.lines = lines.map((line) => line.id);
  }
}

/** Formulas never change: what each reads is found once. */
const knownReferences = new WeakMap<Formula, readonly Reference[]>();

/** The lines that a formula reads, with the place read. */
export function referencesOf(formula: Formula): readonly Reference[] {
  const known = knownReferences.get(formula);
  if (known !== undefined) return known;
  const found: Reference[] = [];
  const walk = (node: Formula): void => {
    switch (node.operation) {
      case 'line':
        found.push({ line: node.line, where: node.place });
        if (node.place.kind === 'atMonth') walk(node.place.month);
        return;
      case 'aggregate':
        found.push({ line: node.line, where: node.span });
        return;
      case 'constant':
      case 'assumption':
      case 'period':
        return;
      default:
        for (const operand of node.operands) walk(operand);
    }
  };
  walk(formula);
  knownReferences.set(formula, found);
  return found;
}

/** Where the cells read lie, seen from the reading cell, when cells run in one direction of time. */
type Side = 'back' | 'same' | 'ahead' | 'unknown';

/** A yearly cell runs at the end of its year when going forward, at its start when going backward. */
function sidesOf(where: Place | Span, direction: 'forward' | 'backward'): Side[] {
  const away = (offset: number): Side => (offset < 0 ? 'back' : offset > 0 ? 'ahead' : 'same');
  const notYet: Side = direction === 'forward' ? 'ahead' : 'back';
  switch (where.kind) {
    case 'near':
      return [away(where.offset)];
    case 'window':
      return [away(where.from), away(where.to), ...(where.from < 0 && where.to > 0 ? ['same' as const] : [])];
    case 'monthsOfYear':
      if (where.offset !== 0) return [away(where.offset)];
      return direction === 'forward' ? ['back', 'same'] : ['ahead', 'same'];
    case 'endOfYear':
      if (where.offset !== 0) return [away(where.offset)];
      return direction === 'forward' ? ['same'] : ['ahead', 'same'];
    case 'inYearOf':
      return [where.offset === 0 ? notYet : away(where.offset)];
    case 'posted': {
      if (where.offset !== 0) return [away(where.offset)];
      const closes = direction === 'forward' && where.calendarMonth === CLOSING_MONTH;
      return [closes ? 'same' : notYet];
    }
    case 'atMonth':
    case 'all':
      return ['unknown'];
  }
}

function components(calculation: Calculation, references: Map<string, readonly Reference[]>): Line[][] {
  // Tarjan's algorithm, with an explicit stack: chains of a thousand lines are ordinary here.
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: Line[] = [];
  const found: Line[][] = [];
  let counter = 0;
  for (const root of calculation.lines.values()) {
    if (index.has(root.id)) continue;
    const path: { line: Line; next: number }[] = [{ line: root, next: 0 }];
    while (path.length > 0) {
      const top = path[path.length - 1] as { line: Line; next: number };
      const { id } = top.line;
      if (top.next === 0 && !index.has(id)) {
        index.set(id, counter);
        low.set(id, counter++);
        stack.push(top.line);
        onStack.add(id);
      }
      const child = references.get(id)?.[top.next++]?.line;
      if (child !== undefined) {
        if (!index.has(child.id)) path.push({ line: child, next: 0 });
        else if (onStack.has(child.id)) low.set(id, Math.min(low.get(id) ?? 0, index.get(child.id) ?? 0));
        continue;
      }
      path.pop();
      const parent = path[path.length - 1]?.line.id;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(id) ?? 0));
      if (low.get(id) !== index.get(id)) continue;
      const component: Line[] = [];
      for (let popped = stack.pop(); popped !== undefined; popped = stack.pop()) {
        onStack.delete(popped.id);
        component.push(popped);
        if (popped.id === id) break;
      }
      found.push(component.reverse());
    }
  }
  return found;
}

/** Orders the lines of a component at one date; undefined if they form a circle there. */
function orderAtOneDate(
  lines: readonly Line[],
  reads: (line: Line) => readonly string[],
): Line[] | undefined {
  const done = new Set<string>();
  const ordered: Line[] = [];
  let waiting = [...lines];
  while (waiting.length > 0) {
    const ready = waiting.filter((line) => reads(line).every((id) => done.has(id)));
    if (ready.length === 0) return undefined;
    for (const line of ready) {
      done.add(line.id);
      ordered.push(line);
    }
    waiting = waiting.filter((line) => !done.has(line.id));
  }
  return ordered;
}

function orderComponent(lines: readonly Line[], references: Map<string, readonly Reference[]>): Group {
  const inside = new Set(lines.map((line) => line.id));
  const innerReferences = (line: Line) =>
    (references.get(line.id) ?? []).filter((reference) => inside.has(reference.line.id));
  const circular = lines.length > 1 || lines.some((line) => innerReferences(line).length > 0);
  if (!circular) return { lines, direction: 'forward' };
  if (lines.some((line) => line.rhythm === 'once')) {
    throw new CircleError(lines, 'a value without a date is part of a circle');
  }
  for (const direction of ['forward', 'backward'] as const) {
    const refused: Side = direction === 'forward' ? 'ahead' : 'back';
    const sides = (line: Line) =>
      innerReferences(line).map((reference) => ({
        id: reference.line.id,
        sides: sidesOf(reference.where, direction),
      }));
    const possible = lines.every((line) =>
      sides(line).every((side) => !side.sides.includes(refused) && !side.sides.includes('unknown')),
    );
    if (!possible) continue;
    const ordered = orderAtOneDate(lines, (line) =>
      sides(line)
        .filter((side) => side.sides.includes('same'))
        .map((side) => side.id),
    );
    if (ordered === undefined) throw new CircleError(lines, 'these lines read one another at the same date');
    return { lines: ordered, direction };
  }
  throw new CircleError(lines, 'these lines read one another both earlier and later');
}

/** The order of a calculation, as long as no line is added to it. */
const remembered = new WeakMap<Calculation, { readonly lines: number; readonly groups: readonly Group[] }>();

/** The groups of lines in the order in which they run. @throws CircleError */
export function orderOf(calculation: Calculation): readonly Group[] {
  const known = remembered.get(calculation);
  if (known !== undefined && known.lines === calculation.lines.size) return known.groups;
  const references = new Map<string, readonly Reference[]>();
  for (const line of calculation.lines.values()) {
    references.set(line.id, referencesOf(calculation.formulaOf(line)));
  }
  const groups = components(calculation, references).map((lines) => orderComponent(lines, references));
  remembered.set(calculation, { lines: calculation.lines.size, groups });
  return groups;
}

/** What is done with a cell of a line, at a period. */
export type Visit = (period: number) => void;

/**
 * Visits every cell, each after the cells that it reads.
 * @param visitOf asked once for each line: what to do with its cells; a line for which it gives nothing is passed over
 */
export function forEachCell(calculation: Calculation, visitOf: (line: Line) => Visit | undefined): void {
  const { timeline } = calculation;
  for (const group of orderOf(calculation)) {
    const visits: { readonly visit: Visit; readonly rhythm: Rhythm }[] = [];
    for (const line of group.lines) {
      const visit = visitOf(line);
      if (visit !== undefined) visits.push({ visit, rhythm: line.rhythm });
    }
    const [alone] = visits;
    if (alone === undefined) continue;
    const isForward = group.direction === 'forward';
    if (group.lines.length === 1) {
      const count = periodCount(timeline, alone.rhythm);
      if (isForward) for (let p = 0; p < count; p++) alone.visit(p);
      else for (let p = count - 1; p >= 0; p--) alone.visit(p);
      continue;
    }
    for (let step = 0; step < timeline.months; step++) {
      const month = isForward ? step : timeline.months - 1 - step;
      const year = timeline.years[timeline.yearOfMonth[month] ?? 0];
      // A yearly cell runs at the end of its year when going forward, at its start when going backward.
      const isYearly = (isForward ? year?.lastMonth : year?.firstMonth) === month;
      for (const { visit, rhythm } of visits) {
        if (rhythm === 'monthly') visit(month);
        else if (isYearly && year !== undefined) visit(year.index);
      }
    }
  }
}
