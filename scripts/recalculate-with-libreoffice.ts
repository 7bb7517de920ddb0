import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Cell, cellRef, readXlsx } from 'hucre/xlsx';
import { readZip, writeZip } from './zip-archive.ts';

/**
 * node scripts/recalculate-with-libreoffice.ts FILE.xlsx...
 *
 * LibreOffice trusts stored results, so a comparison that does not remove them proves nothing. This removes every
 * stored result of a formula, checks that none is left, has LibreOffice compute the files again and compares what it
 * finds with what was stored. Exit 1 on any difference, any error, or when nothing was compared.
 */
const USAGE = 'node scripts/recalculate-with-libreoffice.ts FILE.xlsx...';
const MOST_MINUTES = 10;
const SHOWN = 20;
/** A search by Newton's method stops a little apart from the root found elsewhere. */
const RATE_TOLERANCE = 1e-7;

interface FormulaCell {
  readonly formula: string;
  readonly result: Cell['value'];
  readonly isMoney: boolean;
}

/** Formula cells by « sheet!A1 ». */
async function formulaCells(file: Buffer): Promise<Map<string, FormulaCell>> {
  const found = new Map<string, FormulaCell>();
  const workbook = await readXlsx(file, { readStyles: true });
  for (const sheet of workbook.sheets) {
    for (const [key, cell] of sheet.cells ?? []) {
      if (cell.formula === undefined) continue;
      const [row = 0, column = 0] = key.split(',').map(Number);
      found.set(`${sheet.name}!${cellRef(row, column)}`, {
        formula: cell.formula,
        // hucre gives texts and errors (« #DIV/0! ») as the value only.
        result: cell.formulaResult ?? cell.value,
        isMoney: cell.style?.numFmt?.includes('€') ?? false,
      });
    }
  }
  return found;
}

/** The same file, without the stored result of any formula. */
function withoutResults(file: Buffer): Buffer {
  const parts = readZip(file).map(({ name, content }) => {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return { name, content };
    const bare = content.toString('utf8').replace(/<c\b[^>]*[^/]>.*?<\/c>/gs, (cell) => {
      if (!/<f[\s>/]/.test(cell)) return cell;
      return cell.replace(/<v>[^<]*<\/v>|<v\/>/, '').replace(/^(<c\b[^>]*?) t="[^"]*"/, '$1');
    });
    return { name, content: Buffer.from(bare, 'utf8') };
  });
  return writeZip(parts);
}

/** Settings of a new profile: compute everything when a file is opened. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** Has LibreOffice open and save files. @returns the folder of the files saved, under the same names */
function recalculated(folder: string, files: readonly string[]): string {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
  const saved = join(folder, 'saved');
  const options = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore'];
  const conversion = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', saved];
  const run = spawnSync('soffice', [...options, ...conversion, ...files], {
    encoding: 'utf8',
    timeout: MOST_MINUTES * 60_000,
  });
  if (run.error !== undefined) throw new Error(`LibreOffice did not run: ${run.error.message}`);
  return saved;
}

/** A result that two readings can compare: two dates of one day are not one object. */
function plain(result: Cell['value']): Cell['value'] {
  return result instanceof Date ? result.getTime() : result;
}

function differs(stored: FormulaCell, again: FormulaCell | undefined): boolean {
  const [a, b] = [plain(stored.result), plain(again?.result ?? null)];
  if (typeof a === 'number' && typeof b === 'number') {
    const relative = stored.formula.startsWith('XIRR(') ? RATE_TOLERANCE : 1e-9;
    return Math.abs(a - b) >= (stored.isMoney ? 0.005 : relative * Math.max(1, Math.abs(a)));
  }
  return (a ?? '') !== (b ?? '');
}

/** Compares one file with what LibreOffice made of it. @returns whether all is well */
async function judge(name: string, before: Buffer, bare: Buffer, savedPath: string): Promise<boolean> {
  if (!existsSync(savedPath)) {
    console.log(`${name}: LibreOffice wrote nothing`);
    return false;
  }
  const stored = await formulaCells(before);
  const left = [...(await formulaCells(bare)).values()].filter(
    ({ result }) => result !== null && result !== '',
  );
  if (left.length > 0) {
    console.log(
      `${name}: ${left.length} stored results could not be removed, the comparison would prove nothing`,
    );
    return false;
  }
  const again = await formulaCells(readFileSync(savedPath));
  let differences = 0;
  for (const [place, cell] of stored) {
    if (!differs(cell, again.get(place))) continue;
    if (++differences > SHOWN) continue;
    console.log(
      `${name} ${place}: stored ${cell.result}, recalculated ${again.get(place)?.result} = ${cell.formula}`,
    );
  }
  console.log(`${name}: ${stored.size} formulas recalculated, ${differences} differ`);
  return stored.size > 0 && differences === 0;
}

async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) {
    console.log(USAGE);
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'recalculate-'));
  try {
    const files = paths.map((path, index) => {
      const before = readFileSync(path);
      const bare = withoutResults(before);
      // Numbered, because two files of different folders may have one name.
      const barePath = join(folder, `${index}.xlsx`);
      writeFileSync(barePath, bare);
      return { path, before, bare, barePath };
    });
    const saved = recalculated(
      folder,
      files.map((file) => file.barePath),
    );
    let allWell = true;
    for (const [index, { path, before, bare }] of files.entries()) {
      const well = await judge(path, before, bare, join(saved, `${index}.xlsx`));
      allWell &&= well;
    }
    return allWell ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
