import type { Calculation } from './calculation.ts';
import type { Formula, Line } from './operations.ts';
import { orderOf, referencesOf } from './order.ts';

/** Which of the values read differ from one draw, or one reading, to the next. */
export interface Variation {
  readonly line: (line: Line) => boolean;
  readonly assumption: (id: string) => boolean;
}

/** Whether the value of a formula differs from one draw to the next. */
export function varies(formula: Formula, variation: Variation): boolean {
  switch (formula.operation) {
    case 'constant':
    case 'period':
      return false;
    case 'assumption':
      return variation.assumption(formula.id);
    case 'line':
      if (variation.line(formula.line)) return true;
      return formula.place.kind === 'atMonth' && varies(formula.place.month, variation);
    case 'aggregate':
      return variation.line(formula.line);
    default:
      return formula.operands.some((operand: Formula) => varies(operand, variation));
  }
}

/**
 * Which lines differ when some assumptions do. Lines of one group read one another: they vary together.
 * @param varying ids of the assumptions that differ
 * @throws CircleError when lines read one another in a circle
 */
export function variationOf(calculation: Calculation, varying: ReadonlySet<string>): Variation {
  const lines = new Set<string>();
  const variation: Variation = {
    line: (line) => lines.has(line.id),
    assumption: (id) => varying.has(id),
  };
  for (const group of orderOf(calculation)) {
    if (!group.lines.some((line) => varies(calculation.formulaOf(line), variation))) continue;
    for (const line of group.lines) lines.add(line.id);
  }
  return variation;
}

/** The lines that some lines need, themselves included. */
export function neededLines(calculation: Calculation, wanted: readonly Line[]): ReadonlySet<Line> {
  const needed = new Set<Line>();
  const waiting = [...wanted];
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    if (needed.has(line)) continue;
    needed.add(line);
    for (const reference of referencesOf(calculation.formulaOf(line))) waiting.push(reference.line);
  }
  return needed;
}
