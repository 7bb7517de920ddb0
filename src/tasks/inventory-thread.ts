import { Worker } from 'node:worker_threads';
import {
  type ImportProgress,
  type InventoryImports,
  isEnded,
  receivedProgress,
} from '../sites/import/import-progress.ts';
import type { FromInventory, InventoryWorkerData, ToInventory } from './inventory-messages.ts';

/** Bytes of one file on their way to the thread: past it, the sender waits. */
const MOST_ON_THE_WAY = 2 * 1024 * 1024;
const MOST_UNDER_WAY = 8;
const MOST_REMEMBERED = 50;
/** Memory of the thread, beyond which it ends alone and the import with it. */
const MEGABYTES = 384;
/** What is read of a row is soon of no use: a small nursery keeps the whole program below 300 MB. */
const NURSERY_MEGABYTES = 20;
const ENDED_ALONE =
  'l’import s’est arrêté avant la fin : rien n’a été changé ; réessayez, ou envoyez le fichier en plusieurs parties';

interface Job {
  progress: ImportProgress;
  onTheWay: number;
  /** Called when the thread put bytes aside. */
  resume: (() => void) | undefined;
  readonly ended: PromiseWithResolvers<ImportProgress>;
}

export interface InventoryThread {
  readonly imports: InventoryImports;
  readonly close: () => Promise<void>;
}

/**
 * The imports of the inventory in a thread of their own, started at the first one.
 * @param script `inventory-worker.ts`
 * @param report a defect of ours, for the log
 */
export function makeInventoryThread({
  script,
  databaseFile,
  report,
}: {
  readonly script: URL;
  readonly databaseFile: string;
  readonly report: (error: unknown) => void;
}): InventoryThread {
  const jobs = new Map<string, Job>();
  let thread: Worker | undefined;

  const change = (job: Job, progress: ImportProgress) => {
    if (isEnded(job.progress)) return;
    job.progress = progress;
    if (!isEnded(progress)) return;
    job.resume?.();
    job.ended.resolve(progress);
    for (const [key, known] of jobs) {
      if (jobs.size <= MOST_REMEMBERED) break;
      if (isEnded(known.progress)) jobs.delete(key);
    }
  };

  const hear = (message: FromInventory) => {
    switch (message.kind) {
      case 'progress': {
        const job = jobs.get(message.progress.key);
        if (job !== undefined) change(job, message.progress);
        return;
      }
      case 'put-aside': {
        const job = jobs.get(message.key);
        if (job === undefined) return;
        job.onTheWay -= message.bytes;
        job.resume?.();
        return;
      }
      case 'defect':
        report(new Error(message.message));
    }
  };

  const open = (): Worker => {
    if (thread !== undefined) return thread;
    const worker = new Worker(script, {
      workerData: { databaseFile } satisfies InventoryWorkerData,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: NURSERY_MEGABYTES },
    });
    worker.on('message', hear);
    worker.on('error', report);
    // The next import starts another thread.
    worker.on('exit', () => {
      if (thread === worker) thread = undefined;
      for (const job of jobs.values()) {
        if (!isEnded(job.progress))
          change(job, { ...job.progress, state: 'refused', problems: [{ path: '', message: ENDED_ALONE }] });
      }
    });
    thread = worker;
    return worker;
  };

  const say = (message: ToInventory) => thread?.postMessage(message);

  const imports: InventoryImports = {
    begin: ({ key, name, format }) => {
      const underWay = [...jobs.values()].filter(({ progress }) => !isEnded(progress));
      if (underWay.length >= MOST_UNDER_WAY) return undefined;
      open();
      const job: Job = {
        progress: receivedProgress(key, name),
        onTheWay: 0,
        resume: undefined,
        ended: Promise.withResolvers(),
      };
      jobs.set(key, job);
      say({ kind: 'begin', key, name, format });
      return {
        key,
        write: async (bytes) => {
          job.onTheWay += bytes.byteLength;
          // A copy that is handed over: the bytes of a request are a view of a buffer that others share.
          const handed = new Uint8Array(bytes);
          thread?.postMessage({ kind: 'bytes', key, bytes: handed } satisfies ToInventory, [handed.buffer]);
          while (job.onTheWay > MOST_ON_THE_WAY && !isEnded(job.progress)) {
            const { promise, resolve } = Promise.withResolvers<void>();
            job.resume = resolve;
            await promise;
          }
          job.resume = undefined;
        },
        end: () => void say({ kind: 'end', key }),
        abort: () => void say({ kind: 'abort', key }),
      };
    },
    progress: (key) => jobs.get(key)?.progress,
    cancel: (key) => {
      const job = jobs.get(key);
      if (job === undefined || isEnded(job.progress) || job.progress.state === 'writing') return false;
      say({ kind: 'cancel', key });
      return true;
    },
    finished: async (key) => {
      const job = jobs.get(key);
      if (job === undefined) throw new Error(`no import ${key}`);
      return await job.ended.promise;
    },
    running: () =>
      [...jobs.values()].map(({ progress }) => progress).filter((progress) => !isEnded(progress)),
  };
  return {
    imports,
    close: async () => {
      await thread?.terminate();
    },
  };
}
