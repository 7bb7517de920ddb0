import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkbook } from '../src/tasks/workbook.ts';

/** Writes the workbook of every path of every case, for an independent spreadsheet to judge: node scripts/write-workbooks.ts FOLDER */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node scripts/write-workbooks.ts FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const scenarios = join(import.meta.dirname, '../scenarios');
for (const name of readdirSync(scenarios).filter((file) => file.endsWith('.json'))) {
  const dossier = JSON.parse(readFileSync(join(scenarios, name), 'utf8'));
  for (const path of dossier.paths) {
    const id = path.id ?? path.kind;
    // A foncière has two: this site, and all of its sites.
    for (const scope of path.kind === 'fonciere' ? ([undefined, 'vehicle'] as const) : [undefined]) {
      const workbook = await makeWorkbook({ dossier, path: id, scope });
      if (!workbook.ok) {
        console.error(`${name} ${id}:`, workbook.problems);
        process.exit(1);
      }
      const whole = scope === 'vehicle' ? '-all-sites' : '';
      const file = join(folder, `${name.replace('.json', '')}-${id}${whole}.xlsx`);
      writeFileSync(file, workbook.value);
      console.log(file, workbook.value.length, 'bytes');
    }
  }
}
