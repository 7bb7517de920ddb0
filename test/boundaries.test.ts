import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Who may import whom: the table of README, « Map of folders ». A folder may always import itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  formula: [],
  input: ['formula'],
  ledger: ['formula'],
  law: ['formula'],
  instruments: ['formula', 'ledger', 'law', 'input'],
  property: ['formula', 'ledger', 'law'],
  enterprise: ['formula', 'ledger', 'law'],
  dossier: ['formula', 'input', 'law', 'instruments'],
  paths: ['formula', 'input', 'ledger', 'law', 'instruments', 'property', 'enterprise', 'dossier'],
  sites: ['formula', 'input', 'law', 'dossier'],
  analysis: ['formula', 'input', 'ledger', 'law', 'dossier', 'paths'],
  siting: ['formula', 'input', 'ledger', 'law', 'dossier', 'paths', 'analysis', 'sites'],
  report: ['formula', 'input', 'ledger', 'dossier', 'analysis', 'sites', 'siting', 'scenarios'],
  tools: ['formula', 'input', 'law', 'instruments'],
  tasks: ['formula', 'input', 'ledger', 'dossier', 'paths', 'analysis', 'sites', 'siting', 'report', 'tools'],
  store: ['migrations', 'sites'],
  web: [
    'formula',
    'input',
    'dossier',
    'instruments',
    'analysis',
    'sites',
    'siting',
    'report',
    'tools',
    'tasks',
    'store',
    'views',
  ],
  views: ['formula', 'input', 'dossier', 'analysis', 'sites', 'siting', 'report', 'tools'],
};

/** What opens ports and files. */
const ENTRIES = ['src/server.ts', 'src/inventory-worker.ts'];

const ROOT = join(import.meta.dirname, '..');
const IMPORT = /from '(\.[^']+)'|import\('(\.[^']+)'\)/g;

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** The room of a file: `formula`, `views`, or `server.ts` at the top of src. */
function room(path: string): string {
  const [top, next = ''] = path.split('/');
  return top === 'src' ? next : (top ?? '');
}

test('folders import only what README allows', () => {
  const refused: string[] = [];
  for (const path of [...files('src'), ...files('views')]) {
    const from = room(path);
    if (ENTRIES.includes(path)) continue;
    for (const [, plain, lazy] of readFileSync(join(ROOT, path), 'utf8').matchAll(IMPORT)) {
      const target = room(relative(ROOT, join(ROOT, path, '..', plain ?? lazy ?? '')));
      if (target !== from && !(ALLOWED[from] ?? []).includes(target)) refused.push(`${path} → ${target}`);
    }
  }
  expect(refused).toEqual([]);
});

test('a library is used only where it belongs', () => {
  const owners: readonly (readonly [string, RegExp])[] = [
    ['decimal.js', /^src\/formula\/decimal\.ts$/],
    ['kysely', /^(src\/store\/|migrations\/|src\/(server|inventory-worker)\.ts)/],
    ['better-sqlite3', /^(src\/store\/|src\/(server|inventory-worker)\.ts)/],
    ['hono', /^(src\/web\/|src\/server\.ts|views\/)/],
    ['vega', /^src\/report\//],
    ['hucre', /^src\/report\//],
  ];
  const refused: string[] = [];
  for (const path of [...files('src'), ...files('views')]) {
    const text = readFileSync(join(ROOT, path), 'utf8');
    for (const [library, owner] of owners) {
      if (new RegExp(`['"]${library}(/[^'"]*)?['"]`).test(text) && !owner.test(path))
        refused.push(`${path} → ${library}`);
    }
  }
  expect(refused).toEqual([]);
});
