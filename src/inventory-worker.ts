import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { ImportUpload } from './sites/import/import-progress.ts';
import { inventoryScore } from './sites/suitability/inventory-score.ts';
import { loadTerritory, type Territory } from './sites/territory/territory.ts';
import { makeImportQueue, type Spool } from './store/import-queue.ts';
import { prepareConnection } from './store/store.ts';
import type { FromInventory, InventoryWorkerData, ToInventory } from './tasks/inventory-messages.ts';

/** The thread of the inventory: reads files on a connection of its own, so that pages never wait for an import. */

const PIECE = 256 * 1024;
/** Progress is told at most so often, in milliseconds. */
const RHYTHM = 100;

const { databaseFile } = workerData as InventoryWorkerData;
const port = parentPort;
if (port === null) throw new Error('inventory-worker.ts is a worker thread');
const say = (message: FromInventory) => port.postMessage(message);

const sqlite = new Sqlite(databaseFile);
prepareConnection(sqlite);

let territory: Territory | undefined;
const readTerritory = () => {
  territory ??= loadTerritory((url) => fs.readFileSync(url, 'utf8'));
  return territory;
};

/** A file that has no name any more as soon as it is open: a killed program leaves nothing. */
function openSpool(): Spool {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'levier-import-'));
  const file = fs.openSync(path.join(folder, 'file'), 'w+');
  fs.rmSync(folder, { recursive: true, force: true });
  let size = 0;
  let isOpen = true;
  return {
    write: (bytes) => {
      for (let at = 0; at < bytes.byteLength; )
        at += fs.writeSync(file, bytes, at, bytes.byteLength - at, size + at);
      size += bytes.byteLength;
    },
    *pieces() {
      for (let at = 0; at < size; ) {
        const piece = Buffer.allocUnsafe(Math.min(PIECE, size - at));
        const count = fs.readSync(file, piece, 0, piece.byteLength, at);
        if (count === 0) return;
        at += count;
        yield piece.subarray(0, count);
      }
    },
    remove: () => {
      if (isOpen) fs.closeSync(file);
      isOpen = false;
    },
  };
}

let told = 0;
let toldState = '';
const queue = makeImportQueue({
  sqlite,
  territory: readTerritory,
  scoreOf: inventoryScore,
  openSpool,
  now: () => new Date().toISOString(),
  tell: (progress) => {
    const now = Date.now();
    const state = `${progress.key} ${progress.state}`;
    if (state === toldState && now - told < RHYTHM) return;
    told = now;
    toldState = state;
    say({ kind: 'progress', progress });
  },
  report: (error) =>
    say({ kind: 'defect', message: error instanceof Error ? (error.stack ?? '') : String(error) }),
});

const uploads = new Map<string, ImportUpload>();
port.on('message', (message: ToInventory) => {
  const { key } = message;
  switch (message.kind) {
    case 'begin': {
      const upload = queue.begin(message);
      if (upload !== undefined) uploads.set(key, upload);
      return;
    }
    case 'bytes':
      void uploads.get(key)?.write(message.bytes);
      say({ kind: 'put-aside', key, bytes: message.bytes.byteLength });
      return;
    case 'end':
    case 'abort':
      uploads.get(key)?.[message.kind]();
      uploads.delete(key);
      return;
    case 'cancel':
      queue.cancel(key);
      return;
  }
});
