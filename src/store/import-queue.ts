import type Sqlite from 'better-sqlite3';
import { type Encoding, makeEncodingCheck } from '../sites/import/decoding.ts';
import { FileRefused, ImportCancelled } from '../sites/import/file-refused.ts';
import {
  type ImportProgress,
  type InventoryImports,
  isEnded,
  receivedProgress,
} from '../sites/import/import-progress.ts';
import type { Territory } from '../sites/territory/territory.ts';
import { importFile } from './inventory-import.ts';
import type { ScoreOf } from './inventory-staging.ts';

/** Where the bytes of a file wait to be read: a file on the disk, or memory in tests. */
export interface Spool {
  readonly write: (bytes: Uint8Array) => void;
  readonly pieces: () => Iterable<Uint8Array>;
  readonly remove: () => void;
}

export interface QueueSetting {
  readonly sqlite: Sqlite.Database;
  /** Read once, before the first import. */
  readonly territory: () => Territory;
  readonly scoreOf?: ScoreOf | undefined;
  readonly openSpool: () => Spool;
  /** The present moment, ISO 8601. */
  readonly now: () => string;
  /** Told at each change of an import. */
  readonly tell?: (progress: ImportProgress) => void;
  /** A defect of ours, for the log. */
  readonly report: (error: unknown) => void;
}

/** Imports that may be under way or wait at once. */
export const MOST_IMPORTS = 8;
/** Imports ended whose end can still be asked for. */
const MOST_REMEMBERED = 50;

const DEFECT =
  'un défaut de Levier a arrêté l’import : rien n’a été changé ; réessayez, et signalez-le s’il se répète';

interface Job {
  progress: ImportProgress;
  isCancelled: boolean;
  readonly ended: PromiseWithResolvers<ImportProgress>;
}

/** Imports one after the other on one connection. */
export function makeImportQueue(setting: QueueSetting): InventoryImports {
  const { sqlite, openSpool, now, tell, report } = setting;
  const jobs = new Map<string, Job>();
  let last: Promise<void> = Promise.resolve();

  const change = (job: Job, changes: Partial<ImportProgress>) => {
    job.progress = { ...job.progress, ...changes };
    tell?.(job.progress);
    if (!isEnded(job.progress)) return;
    job.ended.resolve(job.progress);
    for (const [key, { progress }] of jobs) {
      if (jobs.size <= MOST_REMEMBERED) break;
      if (isEnded(progress)) jobs.delete(key);
    }
  };

  const refuse = (job: Job, message: string, path = '') =>
    change(job, { state: 'refused', problems: [{ path, message }] });

  const run = async (job: Job, spool: Spool, encoding: Encoding, format: 'csv' | 'geojson' | undefined) => {
    function* counted(): Generator<Uint8Array> {
      let bytesRead = 0;
      for (const piece of spool.pieces()) {
        yield piece;
        bytesRead += piece.byteLength;
        job.progress = { ...job.progress, bytesRead };
      }
    }
    try {
      if (job.isCancelled) throw new ImportCancelled();
      change(job, { state: 'reading' });
      const importNumber = await importFile(
        sqlite,
        { name: job.progress.fileName, format, encoding, pieces: counted() },
        {
          territory: setting.territory(),
          scoreOf: setting.scoreOf,
          now,
          tell: (counts, state) => change(job, { ...counts, state }),
          isCancelled: () => job.isCancelled,
        },
      );
      change(job, { state: 'done', importNumber });
    } catch (error) {
      if (error instanceof ImportCancelled) change(job, { state: 'cancelled' });
      else if (error instanceof FileRefused) refuse(job, error.message, error.field);
      else {
        report(error);
        refuse(job, DEFECT);
      }
    } finally {
      spool.remove();
    }
  };

  return {
    begin: ({ key, name, format }) => {
      const underWay = [...jobs.values()].filter(({ progress }) => !isEnded(progress));
      if (underWay.length >= MOST_IMPORTS) return undefined;
      const job: Job = {
        progress: receivedProgress(key, name),
        isCancelled: false,
        ended: Promise.withResolvers(),
      };
      jobs.set(key, job);
      const spool = openSpool();
      const check = makeEncodingCheck();
      let isOpen = true;
      return {
        key,
        write: async (bytes) => {
          if (!isOpen || job.isCancelled) return;
          spool.write(bytes);
          check.push(bytes);
          change(job, { bytes: job.progress.bytes + bytes.byteLength });
        },
        end: () => {
          if (!isOpen) return;
          isOpen = false;
          change(job, { state: 'waiting' });
          const encoding = check.encoding();
          last = last.then(() => run(job, spool, encoding, format));
        },
        abort: () => {
          if (!isOpen) return;
          isOpen = false;
          spool.remove();
          change(job, { state: 'cancelled' });
        },
      };
    },
    progress: (key) => jobs.get(key)?.progress,
    cancel: (key) => {
      const job = jobs.get(key);
      if (job === undefined || isEnded(job.progress) || job.progress.state === 'writing') return false;
      job.isCancelled = true;
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
}

/** Bytes kept in memory: for tests. */
export function memorySpool(): Spool {
  let pieces: Uint8Array[] = [];
  return {
    write: (bytes) => void pieces.push(bytes),
    pieces: () => pieces,
    remove: () => {
      pieces = [];
    },
  };
}
