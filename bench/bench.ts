import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { computeDossier, type PathMemory, type PathResult } from '../src/analysis/computation.ts';
import { Decimal } from '../src/formula/decimal.ts';
import { prepareDraws } from '../src/formula/draws.ts';
import { readExactly } from '../src/formula/exact.ts';
import { datedRatesOfReturn, ratesOfReturnInDoubles } from '../src/formula/rates-of-return.ts';
import { readAsWorkbook } from '../src/formula/workbook.ts';
import { referenceColumns } from './columns.ts';
import { cellCount, drawnInputs, mainDeal } from './scenario-draws.ts';

/**
 * The budgets of the architecture, each with what is reached, in one run on this machine: `npm run bench`.
 * Ratios are measured side by side; plain times are told as such and never asserted in tests.
 */
const DRAWS = 10_000;

function best(repeats: number, run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function say(what: string, reached: string, target: string): void {
  console.log(`${what.padEnd(66)} ${reached.padStart(22)}   target ${target}`);
}

const { dossier, deal } = mainDeal();
const { calculation } = deal.setting;
const cells = cellCount(calculation);
console.log(
  `${cpus().length} cores, Node ${process.version}; R1 of ${dossier.id}: ${calculation.lines.size} lines, ${cells} cells\n`,
);

const exact = best(5, () => readExactly(calculation));
say('exact reading of one path', `${exact.toFixed(1)} ms`, '≤ 60 ms for 31 000 cells');
say('exact reading, a cell', `${((exact * 1000) / cells).toFixed(2)} µs`, '≤ 2 µs');

const sci = mainDeal('sci').deal.setting.calculation;
const exactSci = best(5, () => readExactly(sci));
say(
  `exact reading of the SCI, two companies (${cellCount(sci)} cells)`,
  `${exactSci.toFixed(1)} ms`,
  '≤ 2 µs a cell',
);
const vehicle = mainDeal('fonciere', 'villages-vivants').whole()?.deal.setting.calculation;
if (vehicle !== undefined) {
  const exactVehicle = best(3, () => readExactly(vehicle));
  const vehicleCells = cellCount(vehicle);
  say(
    `exact reading of a foncière of thirty sites, six lots (${vehicleCells} cells)`,
    `${exactVehicle.toFixed(1)} ms`,
    '–',
  );
  say('  a cell', `${((exactVehicle * 1000) / vehicleCells).toFixed(2)} µs`, '≤ 2 µs');
  const varying = ['macro.annualInflation', 'site.marketRentPerM2Year'].filter((id) =>
    vehicle.assumptions.has(id),
  );
  const drawn = new Map(
    varying.map((id) => [
      id,
      new Float64Array(DRAWS).fill(vehicle.assumptions.get(id)?.value.toNumber() ?? 0),
    ]),
  );
  const ofVehicle = prepareDraws(vehicle, { varying, kept: [vehicle.line('fonciere.result')] });
  const drawing = best(3, () => ofVehicle.run(drawn, DRAWS));
  say(
    '  draws, a cell-draw',
    `${((drawing * 1e6) / (ofVehicle.size.cells * DRAWS)).toFixed(2)} ns`,
    '≤ 2 ns',
  );
}
const three = referenceColumns(dossier);
const comparing = best(5, () => computeDossier(three));
say('comparison of three columns, loans and rent searched', `${comparing.toFixed(0)} ms`, '–');
const comparingSeven = best(5, () => computeDossier(dossier));
say('comparison of seven columns, cold', `${comparingSeven.toFixed(0)} ms`, '≤ 400 ms');
const memory = new Map<string, PathResult>();
const kept: PathMemory = { find: (key) => memory.get(key), keep: (key, result) => memory.set(key, result) };
/** The column that changes: each other is found in memory. */
function oneColumnChanged(index: number): number {
  let change = 0;
  computeDossier(dossier, kept);
  return best(5, () => {
    const changed = structuredClone(dossier);
    changed.paths[index].terms.annualRate = (0.03 + change++ / 10_000).toFixed(4);
    computeDossier(changed, kept);
  });
}
for (const [name, index] of [
  ['the loan', 1],
  ['the SCI', 2],
] as const)
  say(`  one assumption changed, of ${name}`, `${oneColumnChanged(index).toFixed(0)} ms`, '≤ 100 ms');

const lines = [...calculation.lines.values()];
const inputs = drawnInputs(calculation, DRAWS);
const reader = prepareDraws(calculation, {
  varying: [...inputs.keys()],
  kept: [deal.operator.books.cash, deal.operator.books.result],
});
const preparing = best(3, () =>
  prepareDraws(calculation, { varying: [...inputs.keys()], kept: [deal.operator.books.cash] }),
);
const running = best(3, () => reader.run(inputs, DRAWS));
const nanoseconds = (running * 1e6) / (reader.size.cells * DRAWS);
say('draws, prepared once', `${preparing.toFixed(0)} ms`, '–');
say('draws on one core: a cell-draw', `${nanoseconds.toFixed(2)} ns`, '≤ 2 ns');
// The same figures, for the same draw: drawn values have sixteen digits, and Decimal pays for each.
const draw = new Map([...inputs].map(([id, values]) => [id, new Decimal(values[0] as number)] as const));
const sameExact = best(5, () =>
  readExactly(calculation, draw, [deal.operator.books.cash, deal.operator.books.result]),
);
say(
  'draws against exact, per draw, same figures asked',
  `${((sameExact * DRAWS) / running).toFixed(0)} ×`,
  '≥ 500 ×',
);
say('  every figure read exactly beside one draw', `${((exact * DRAWS) / running).toFixed(0)} ×`, '–');

const two = await onTwoCores();
say(
  `${DRAWS} draws on two cores (${reader.size.cells} cells each), lines only`,
  `${(two / 1000).toFixed(2)} s`,
  '≤ 0.5 s for 31 000 cells',
);
say(
  '  brought back to 31 000 cells',
  `${((two / 1000) * (31_000 / reader.size.cells)).toFixed(2)} s`,
  '≤ 0.5 s',
);

const numpy = spawnSync('python3', [join(import.meta.dirname, 'numpy_model.py'), String(DRAWS)], {
  encoding: 'utf8',
});
if (numpy.status === 0) {
  const theirs = Number(numpy.stdout);
  say(
    'a hand-written numpy model, a cell-draw / ours',
    `${theirs.toFixed(2)} ns, ${(theirs / nanoseconds).toFixed(2)} ×`,
    'beside it',
  );
} else {
  say('a hand-written numpy model', 'skipped: no numpy', 'beside it');
}

await againstHyperformula();

const dates = Array.from({ length: 1000 }, (_, month) =>
  new Date(Date.UTC(2027, month + 1, 0)).toISOString().slice(0, 10),
);
const amounts = dates.map((_, month) =>
  month === 0 ? -1_000_000 : month === 500 ? -40_000 : 4000 + (month % 7),
);
const years = dates.map((date) => (Date.parse(date) - Date.parse(dates[0] as string)) / 86_400_000 / 365);
const flows = dates.map((date, i) => ({ date, amount: new Decimal(amounts[i] as number) }));
say(
  'XIRR of 1 000 flows, all roots, doubles',
  `${best(9, () => ratesOfReturnInDoubles(years, amounts)).toFixed(1)} ms`,
  '≤ 10 ms',
);
say(
  'XIRR of 1 000 flows, all roots, polished',
  `${best(5, () => datedRatesOfReturn(flows)).toFixed(1)} ms`,
  '≤ 60 ms',
);

await throughHttp();
importOfSites();

/** The inventory of brownfields, in a program of its own so that its memory is its own. */
function importOfSites(): void {
  const made = spawnSync(process.execPath, [join(import.meta.dirname, 'inventory-import.ts')], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const { seconds, mostMb } = JSON.parse(made.stdout);
  say('import of 25 000 sites', `${seconds[0].toFixed(1)} s`, '≤ 5 s');
  say('  the same file again', `${seconds[1].toFixed(1)} s`, '≤ 5 s');
  say('  most memory of the program', `${mostMb.toFixed(0)} MB`, '≤ 300 MB');
}

/** Two workers, half of the draws each, all prepared before the clock starts. */
async function onTwoCores(): Promise<number> {
  const workers = [0, 1].map(() => new Worker(new URL('./draws-worker.ts', import.meta.url)));
  const answer = (worker: Worker) => new Promise((resolve) => worker.once('message', resolve));
  await Promise.all(workers.map(answer));
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const done = workers.map(answer);
    const start = performance.now();
    for (const worker of workers) worker.postMessage(DRAWS / 2);
    await Promise.all(done);
    least = Math.min(least, performance.now() - start);
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return least;
}

/** The same workbook, recalculated after one assumption changed, by an independent engine. */
async function againstHyperformula(): Promise<void> {
  const { engineOf } = await import('../test/support/hyperformula.ts');
  const figures = readExactly(calculation);
  const workbook = readAsWorkbook(calculation, figures, {
    readMe: ['bench'],
    tables: [],
    checks: new Map(),
    returns: [],
  });
  const engine = engineOf(workbook);
  const sheet = workbook.sheets.findIndex(({ name }) => name === 'Hypothèses');
  const rows = workbook.sheets[sheet]?.rows ?? [];
  const places = rows.flatMap((cells, row) => {
    const id = cells[0]?.value;
    const column = cells.findIndex((cell) => typeof cell?.value === 'number');
    return typeof id === 'string' && inputs.has(id)
      ? [{ row, column, value: Number(cells[column]?.value) }]
      : [];
  });
  if (places.length !== inputs.size) throw new Error('the drawn assumptions were not found in the workbook');
  let draw = 0;
  // One draw: the same assumptions change in the sheet as in the block.
  const recalculating = best(3, () => {
    draw++;
    engine.batch(() => {
      for (const { row, column, value } of places) {
        engine.setCellContents({ sheet, row, col: column }, value * (1 + draw / 1000));
      }
    });
  });
  const perDraw = running / DRAWS;
  say(
    'draws of cash and result against hyperformula on the workbook',
    `${(recalculating / perDraw).toFixed(0)} ×`,
    '≥ 3 000 ×',
  );
  const all = prepareDraws(calculation, { varying: [...inputs.keys()], kept: lines });
  const count = 1000;
  const some = new Map([...inputs].map(([id, values]) => [id, values.subarray(0, count)] as const));
  const drawing = best(3, () => all.run(some, count)) / count;
  say('  the same, every cell of every line kept', `${(recalculating / drawing).toFixed(0)} ×`, '–');
}

/** Starts the server as a newcomer does; then changes an assumption a hundred times, of three columns then of seven. */
async function throughHttp(): Promise<void> {
  const port = 39_472;
  const environment = {
    ...process.env,
    PORT: String(port),
    LEVIER_DATA: mkdtempSync(join(tmpdir(), 'levier-bench-')),
  };
  const start = performance.now();
  const server = spawn(process.execPath, [join(import.meta.dirname, '../src/server.ts')], {
    env: environment,
    stdio: 'ignore',
  });
  const home = `http://127.0.0.1:${port}/`;
  let first = 0;
  for (let tries = 0; tries < 500 && first === 0; tries++) {
    const answer = await fetch(home).catch(() => undefined);
    if (answer?.ok) first = performance.now() - start;
    else await new Promise((resolve) => setTimeout(resolve, 10));
  }
  say('first page after node starts', `${first.toFixed(0)} ms`, '≤ 500 ms');
  const seven = JSON.parse(
    readFileSync(join(import.meta.dirname, '../scenarios/sci-envie-soleil.json'), 'utf8'),
  );
  for (const [count, body] of [
    ['three', referenceColumns(seven)],
    ['seven', seven],
  ] as const) {
    for (const [of, change] of [
      // A rate of one column, then the market rent that all of them read.
      [
        'of one column',
        (i: number) => Object.assign(body.paths[1].terms, { annualRate: (0.03 + i / 10_000).toFixed(4) }),
      ],
      ['of all', (i: number) => Object.assign(body.site, { marketRentPerM2Year: (40 + i / 10).toFixed(2) })],
    ] as const) {
      const times = await timesOf(`${home}api/v1/comparisons`, body, change);
      say(
        `one assumption ${of} changed → ${count} columns through HTTP, p95`,
        `${times[Math.floor(times.length * 0.95)]?.toFixed(0)} ms`,
        '≤ 300 ms',
      );
    }
  }
  server.kill();
}

/** Milliseconds of fifty changes of a dossier, the first ones apart, from the shortest to the longest. */
async function timesOf(address: string, body: unknown, change: (i: number) => void): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < 55; i++) {
    change(i);
    const before = performance.now();
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await answer.text();
    if (i >= 5) times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b);
}

console.log('');
await import('./inventory.ts');
