import { expect } from 'vitest';
import type { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { uniform } from '../../src/formula/draws/random.ts';
import { prepareDraws } from '../../src/formula/draws.ts';
import { readExactly } from '../../src/formula/exact.ts';
import type { Assumption } from '../../src/formula/operations.ts';

/** Money agrees within this, plus `RELATIVE` of the largest amount; ratios within `RELATIVE`. */
const CENTS = 0.05;
const RELATIVE = 1e-7;

/** Values around that of an assumption: whole for durations, with six decimals for the rest. */
export function around(assumption: Assumption, count: number, seed = 1): Float64Array {
  const value = assumption.value.toNumber();
  return Float64Array.from({ length: count }, (_, draw) => {
    const position = uniform(seed, assumption.id, draw);
    if (assumption.unit === 'months') return Math.round(value + (position - 0.5) * 6);
    return Number((value * (0.5 + position)).toFixed(6));
  });
}

/**
 * Checks that every line of every draw has the value that the exact reading gives.
 * @param inputs the drawn values of the assumptions that vary
 */
export function expectAgreement(
  calculation: Calculation,
  inputs: ReadonlyMap<string, Float64Array>,
  count: number,
): void {
  const reader = prepareDraws(calculation, {
    varying: [...inputs.keys()],
    kept: [...calculation.lines.keys()],
    block: 8,
  });
  reader.run(inputs, count);
  for (let draw = 0; draw < count; draw++) {
    const given = [...inputs].map(([id, values]) => [id, new Decimal(values[draw] as number)] as const);
    const exact = readExactly(calculation, new Map(given));
    let largest = 0;
    for (const line of calculation.lines.values()) {
      if (line.unit !== 'money') continue;
      for (const value of exact.of(line)) largest = Math.max(largest, Math.abs(value?.toNumber() ?? 0));
    }
    for (const line of calculation.lines.values()) {
      const isMoney = line.unit.startsWith('money');
      exact.of(line).forEach((value, period) => {
        const wanted = value?.toNumber() ?? Number.NaN;
        const found = reader.value(line, period)[draw] as number;
        const tolerance = isMoney ? CENTS + RELATIVE * largest : RELATIVE * Math.max(1, Math.abs(wanted));
        if (Object.is(wanted, found) || Math.abs(wanted - found) <= tolerance) return;
        expect.fail(`${line.id}, period ${period}, draw ${draw}: exact ${wanted}, draws ${found}`);
      });
    }
  }
}
