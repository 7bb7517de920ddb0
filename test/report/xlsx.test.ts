import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { choose, constant, dividedBy, isMore, MONTH, minus, plus } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { readAsWorkbook, type Workbook } from '../../src/formula/workbook.ts';
import { writeXlsx } from '../../src/report/xlsx.ts';
import { everyOperation, FACT, sculptedDebt } from '../support/workbook-models.ts';

const DANGEROUS = ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '#REF!', '#N/A', '<b>&"\'', '12', 'TRUE'];

function workbookOf(c: Calculation, readMe: readonly string[]): Workbook {
  return readAsWorkbook(c, readExactly(c), {
    readMe,
    tables: [],
    checks: new Map([['solved', [{ line: 'gap', mustBe: 'zero' }]]]),
    returns: [],
  });
}

/** The worksheets of a file as text, by the name of their sheet. */
async function read(workbook: Workbook) {
  const bytes = await writeXlsx(workbook);
  const file = await readXlsx(bytes, { readStyles: true });
  return { bytes, sheet: (name: string) => file.sheets.find((sheet) => sheet.name === name), file };
}

describe('an .xlsx file', () => {
  test('holds each formula with its stored result', async () => {
    const workbook = workbookOf(everyOperation(), ['Essai']);
    const { file } = await read(workbook);
    let formulas = 0;
    for (const [index, sheet] of workbook.sheets.entries()) {
      sheet.rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          if (cell === null) return;
          const got = file.sheets[index]?.cells?.get(`${r},${c}`);
          if (cell.formula !== undefined) {
            formulas++;
            expect(got?.formula).toBe(cell.formula);
            expect(got?.formulaResult ?? got?.value).toBe(cell.value);
          } else if (typeof cell.value === 'number' && !cell.style.toLowerCase().includes('date')) {
            expect(file.sheets[index]?.rows[r]?.[c]).toBe(cell.value);
          }
        });
      });
    }
    expect(formulas).toBeGreaterThan(700);
  });

  test('writes texts as texts, whatever they start with', async () => {
    const c = new Calculation(createTimeline('2026-01-01', 12));
    for (const [index, label] of DANGEROUS.entries()) {
      const price = c.assumption(`price${index}`, label, 'money', '1', { kind: 'fact', text: label });
      c.once(`line${index}`, label, price);
    }
    const { file } = await read(workbookOf(c, DANGEROUS));
    for (const sheet of file.sheets) {
      for (const [place, cell] of sheet.cells ?? []) {
        const row = Number(place.split(',')[0]);
        if (cell.formula !== undefined) expect(cell.formula).toBe(`'Hypothèses'!C${row + 2}`);
        expect(cell.type).not.toBe('error');
      }
    }
    expect(file.sheets[0]?.rows.map((row) => row[0])).toEqual(DANGEROUS);
    expect(file.sheets[0]?.cells?.get('1,0')?.style?.numFmt).toBe('@');
  });

  test('shows amounts, rates, dates and truths as the French do', async () => {
    const c = new Calculation(createTimeline('2026-03-01', 10));
    const price = c.assumption('price', 'Prix', 'money', '1234567.891', FACT);
    c.monthly('money', 'Montant', plus(price, price));
    c.monthly('rate', 'Taux', dividedBy(price, price));
    c.monthly('truth', 'Vrai', isMore(MONTH, constant(2, 'months')));
    c.monthly(
      'negative',
      'Négatif',
      choose(isMore(MONTH, constant(2, 'months')), minus(price, plus(price, price)), price),
    );
    const { sheet } = await read(workbookOf(c, ['Essai']));
    const format = (place: string) => sheet('Par mois')?.cells?.get(place)?.style?.numFmt;
    expect(format('4,3')).toBe('#,##0.00\\ "€"');
    expect(format('5,3')).toBe('0.00##\\ %');
    expect(format('6,3')).toBe('"oui";"oui";"non"');
    expect(sheet('Par mois')?.rows[0]?.[3]).toEqual(new Date('2026-03-31T00:00:00Z'));
  });

  test('freezes heads, hides ids and turns wrong checks red', async () => {
    const { sheet } = await read(workbookOf(sculptedDebt(), ['Essai']));
    expect(sheet('Par mois')?.freezePane).toEqual({ rows: 4, columns: 3 });
    expect(sheet('Par mois')?.columns?.[2]).toMatchObject({ hidden: true });
    const rules = sheet('Montants calculés par Levier')?.conditionalRules;
    expect(rules?.map(({ formula, range }) => [formula, range])).toEqual([
      ['"à recalculer"', 'E3:E6'],
      ['"juste"', 'E3:E6'],
      ['"dépassée"', 'E3:E6'],
      ['"tenue"', 'E3:E6'],
    ]);
  });

  test('is the same, byte for byte, for the same workbook', async () => {
    const workbook = workbookOf(sculptedDebt(), ['Essai']);
    expect(Buffer.from(await writeXlsx(workbook)).equals(Buffer.from(await writeXlsx(workbook)))).toBe(true);
  });
});
