import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { prepareDraws } from '../../src/formula/draws.ts';
import { explain } from '../../src/formula/explanation.ts';

/** Cells on which the floats of `draws` leave the exact reading by more than ARCHITECTURE allows. */
export function disagreements(computed: ComputedDeal): string[] {
  const { calculation } = computed.deal.setting;
  const lines = [...calculation.lines.values()];
  const varying = [...calculation.assumptions.keys()];
  const reader = prepareDraws(calculation, { varying, kept: lines });
  const inputs = new Map(
    varying.map((id) => [id, Float64Array.of(computed.figures.assumption(id).toNumber())] as const),
  );
  reader.run(inputs, 1);
  const found: string[] = [];
  for (const line of lines) {
    const exact = computed.figures.of(line);
    const largest = exact.reduce((most, value) => Math.max(most, Math.abs(value?.toNumber() ?? 0)), 0);
    const isMoney = line.unit.startsWith('money');
    const tolerance = isMoney ? 0.05 + 1e-7 * largest : 1e-7 * Math.max(1, largest);
    exact.forEach((value, period) => {
      const drawn = reader.value(line, period)[0] as number;
      const agrees = value === null ? Number.isNaN(drawn) : Math.abs(drawn - value.toNumber()) <= tolerance;
      if (!agrees) found.push(`${line.id} ${period}: exact ${value}, draws ${drawn}`);
    });
  }
  return found;
}

/** Every cell of the explanation reading tells the exact value. */
export function explanationsOff(computed: ComputedDeal, every: number): string[] {
  const { calculation } = computed.deal.setting;
  const found: string[] = [];
  let count = 0;
  for (const line of calculation.lines.values()) {
    computed.figures.of(line).forEach((value, period) => {
      if (count++ % every !== 0) return;
      const told = explain(calculation, computed.figures, { id: line.id, period });
      if (told.value !== (value?.toFixed() ?? null))
        found.push(`${line.id} ${period}: ${told.value} for ${value}`);
      if (/undefined|NaN|null|\[object/.test(told.sentence))
        found.push(`${line.id} ${period}: ${told.sentence}`);
    });
  }
  return found;
}
