import { Decimal } from '../src/formula/decimal.ts';
import { fillTriangular } from '../src/formula/draws/random-distributions.ts';
import { type DrawReader, prepareDraws } from '../src/formula/draws.ts';
import { readExactly } from '../src/formula/exact.ts';
import { keyFigures, syntheticProject } from '../test/support/synthetic-project.ts';

/**
 * Speed of the reading in floats, beside the exact reading of the same calculation in the same run.
 * `node bench/draws.ts`
 */
const MONTHS = 252;
const REPEATS = 5;

function bestMilliseconds(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function report(lines: number, draws: number): void {
  const project = syntheticProject(lines, MONTHS);
  // The term of the loans stays: it says where the loan ends, and is a `choose` on what does not vary.
  const drawn = [...project.assumptions.values()].filter(({ id }) => id !== 'term');
  const kept = keyFigures(project);
  const inputs = new Map<string, Float64Array>();
  for (const { id, value } of drawn) {
    const mode = value.toNumber();
    const block = new Float64Array(draws);
    fillTriangular(block, { seed: 1, assumption: id }, { least: mode * 0.8, mode, most: mode * 1.3 });
    inputs.set(id, block);
  }
  const prepare = (block?: number): DrawReader => {
    const settings = { varying: drawn.map(({ id }) => id), kept };
    return prepareDraws(project, block === undefined ? settings : { ...settings, block });
  };
  const preparing = bestMilliseconds(() => prepare());
  const reader = prepare();
  const first = performance.now();
  reader.run(inputs, draws);
  const firstRun = performance.now() - first;
  const running = bestMilliseconds(() => reader.run(inputs, draws));
  // The same draw: drawn values have sixteen digits, and Decimal pays for each.
  const draw = new Map([...inputs].map(([id, values]) => [id, new Decimal(values[0] as number)] as const));
  const exact = bestMilliseconds(() => readExactly(project, draw));
  const cells = reader.size.cells;
  const perDraw = running / draws;
  console.log(`${project.lines.size} lines × ${MONTHS} months, ${cells} cells, ${draws} draws`);
  console.log(`  prepared in ${preparing.toFixed(0)} ms; first run ${firstRun.toFixed(0)} ms`);
  console.log(
    `  ${((perDraw * 1e6) / cells).toFixed(2)} ns a cell-draw, ${(perDraw * 1000).toFixed(1)} µs a draw`,
  );
  console.log(`  exact: ${exact.toFixed(1)} ms; draws ${(exact / perDraw).toFixed(0)} × faster`);
  for (const block of [64, 128, 256, 512]) {
    const other = prepare(block);
    other.run(inputs, draws);
    const time = bestMilliseconds(() => other.run(inputs, draws));
    const megabytes = (other.size.blocks * block * 8) / 1e6;
    console.log(
      `  blocks of ${block}: ${((time * 1e6) / (cells * draws)).toFixed(2)} ns, ${other.size.blocks} blocks, ${megabytes.toFixed(1)} MB`,
    );
  }
}

report(97, 10_000);
report(1300, 1000);
