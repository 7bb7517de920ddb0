import Sqlite from 'better-sqlite3';
import { addVersion } from '../../src/store/kept-dossiers.ts';
import { makeStore } from '../../src/store/store.ts';

/** A program of its own that adds versions to a dossier, as fast as it can: file, address, name, how many. */
const [file = '', address = '', name = '', count = '0'] = process.argv.slice(2);
const store = makeStore(new Sqlite(file));
for (let index = 0; index < Number(count); index++) {
  await addVersion(store, {
    address,
    version: {
      json: JSON.stringify({ name, index }),
      title: name,
      comment: `${name}-${index}`,
      engineVersion: '0.1.0',
      lawDate: '2026-11-22',
      figures: '[]',
    },
    now: new Date().toISOString(),
  });
}
await store.destroy();
