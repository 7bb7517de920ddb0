import type { Calculation } from '../calculation.ts';
import type { Formula, Line } from '../operations.ts';

/**
 * Lines that hold whole cents whatever is typed, because they only add, subtract and choose among amounts rounded to
 * the cent. In doubles, a year of large amounts adds dust to them, which a tax rate then carries past a half-cent.
 */
export function wholeCentsLines(calculation: Calculation): ReadonlySet<Line> {
  // A balance reads itself a month earlier: all are taken as whole, then those that cannot be are put out, to the end.
  const whole = new Set([...calculation.lines.values()].filter(({ unit }) => unit === 'money'));
  let before: number;
  do {
    before = whole.size;
    for (const line of whole) if (!isWhole(calculation.formulaOf(line), whole)) whole.delete(line);
  } while (whole.size < before);
  return whole;
}

function isWhole(formula: Formula, lines: ReadonlySet<Line>): boolean {
  switch (formula.operation) {
    case 'roundedToCents':
      return true;
    case 'constant':
      return formula.value.decimalPlaces() <= 2;
    case 'assumption':
      // Amounts are typed to the cent; by month, by m², a rate: anything.
      return formula.unit === 'money';
    case 'line':
      return lines.has(formula.line);
    case 'aggregate':
      return lines.has(formula.line);
    case 'plus':
    case 'minus':
    case 'min':
    case 'max':
    case 'definedOr':
      return formula.operands.every((operand) => isWhole(operand, lines));
    case 'choose':
      return formula.operands.slice(1).every((operand) => isWhole(operand, lines));
    default:
      return false;
  }
}
