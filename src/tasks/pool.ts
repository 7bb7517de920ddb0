import { Piscina } from 'piscina';
import { type RunTask, TasksBusy, TaskTooLong } from './run-task.ts';
import type { Job } from './worker.ts';

export interface TaskPool {
  readonly run: RunTask;
  readonly close: () => Promise<void>;
}

interface PoolSettings {
  /** Cores of the machine. */
  readonly cores: number;
  /** Waiting included. */
  readonly timeLimitMs: number;
  /** Tasks that may wait for one worker. */
  readonly longestQueue: number;
}

const MOST_WORKERS = 4;
/** A ceiling, not what is used: under a lower one the collector runs more often, in the middle of answers. */
const MEGABYTES_PER_WORKER = 2048;
/** Past this many tasks more than another, a worker is no longer preferred for what it remembers. */
const PATIENCE = 2;

function makeWorker(): Piscina {
  const worker = new Piscina({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_PER_WORKER },
  });
  // A worker that dies fails its task, which is reported there; another thread takes its place.
  worker.on('error', () => {});
  return worker;
}

/** A number from a text, the same for the same text. */
function spread(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return Math.abs(hash);
}

/**
 * Worker threads for tasks: one on two cores, elsewhere one less than the cores and four at most. A dossier goes to the same worker
 * each time, which remembers its computation, unless that worker is much busier than another.
 */
export function makeTaskPool(settings: PoolSettings): TaskPool {
  const workers = Array.from({ length: Math.min(MOST_WORKERS, Math.max(1, settings.cores - 1)) }, makeWorker);
  const load = new Map(workers.map((worker) => [worker, 0]));
  const loadOf = (worker: Piscina) => load.get(worker) ?? 0;

  const workerFor = (input: unknown): Piscina => {
    const idlest = workers.reduce((best, worker) => (loadOf(worker) < loadOf(best) ? worker : best));
    const dossier = (input as { dossier?: unknown } | null)?.dossier;
    if (dossier === undefined || workers.length === 1) return idlest;
    const preferred = workers[spread(JSON.stringify(dossier)) % workers.length] ?? idlest;
    return loadOf(preferred) - loadOf(idlest) >= PATIENCE ? idlest : preferred;
  };

  const run: RunTask = async (name, input) => {
    const worker = workerFor(input);
    // Counted here: the limit of piscina leaves out the tasks that may be stopped.
    if (loadOf(worker) > settings.longestQueue) throw new TasksBusy(`task ${name}: too many tasks wait`);
    const signal = AbortSignal.timeout(settings.timeLimitMs);
    load.set(worker, loadOf(worker) + 1);
    try {
      return await worker.run({ name, input } satisfies Job, { signal });
    } catch (error) {
      if (signal.aborted) throw new TaskTooLong(`task ${name}: more than ${settings.timeLimitMs} ms`);
      throw error;
    } finally {
      load.set(worker, loadOf(worker) - 1);
    }
  };

  return {
    run,
    close: async () => {
      await Promise.all(workers.map((worker) => worker.destroy()));
    },
  };
}
