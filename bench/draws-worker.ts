import { parentPort } from 'node:worker_threads';
import { prepareDraws } from '../src/formula/draws.ts';
import { drawnInputs, mainDeal } from './scenario-draws.ts';

/** One core of the benchmark: prepares the deal, then runs the number of draws that it is sent. */
const { deal } = mainDeal();
const { calculation } = deal.setting;
const inputs = drawnInputs(calculation, 10_000);
const reader = prepareDraws(calculation, {
  varying: [...inputs.keys()],
  kept: [deal.operator.books.cash, deal.operator.books.result],
});
reader.run(inputs, 500);
parentPort?.on('message', (draws: number) => {
  reader.run(inputs, draws);
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');
