import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/formula/workbook.ts';
import { composeWorkbook } from '../../src/tasks/workbook.ts';
import { IN_WHOLE } from '../support/extent.ts';
import { recalculate } from '../support/hyperformula.ts';

const dossier = JSON.parse(
  readFileSync(new URL('../../scenarios/sci-envie-soleil.json', import.meta.url), 'utf8'),
);

function bookOf(path: string): Workbook {
  const made = composeWorkbook({ dossier, path });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

const SOLVED = 'Montants calculés par Levier';

/** The same workbook, one value of « Hypothèses » or of the solved amounts typed over. */
function typedOver(workbook: Workbook, id: string, value: number): Workbook {
  let found = 0;
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name !== 'Hypothèses' && sheet.name !== SOLVED) return sheet;
    return {
      ...sheet,
      rows: sheet.rows.map((row) => {
        if (row[0]?.value !== id || row[2]?.formula !== undefined) return row;
        found++;
        return row.map((cell, column) => (column === 2 && cell !== null ? { ...cell, value } : cell));
      }),
    };
  });
  expect(found).toBe(1);
  return { sheets };
}

/** The verdicts of the sheet of solved amounts: identifier, what is read, verdict. */
function verdicts(workbook: Workbook): string[] {
  return (recalculate(workbook).get(SOLVED) ?? [])
    .slice(2)
    .flatMap(([id, label, , , verdict]) =>
      typeof id !== 'string' || verdict === 'Contrôle' ? [] : [`${id} | ${label} | ${verdict}`],
    );
}

const LOAN = 'paths[2].terms.amount';
const RENT = 'paths[2].lease.rentPerM2Year';

describe('the workbook of a property company whose rent is solved', () => {
  const workbook = bookOf('sci');
  const sheet = (name: string) => workbook.sheets.find((item) => item.name === name);

  test('every amount is right as it was written', IN_WHOLE, () => {
    const all = verdicts(workbook);
    expect(all.filter((text) => text.endsWith('| à recalculer'))).toEqual([]);
    expect(all.filter((text) => text.startsWith(RENT))).toHaveLength(3);
  });

  test(
    'each control reads its own condition: shorter terms break the cover of the rent, not the plan of the loan',
    IN_WHOLE,
    () => {
      const all = verdicts(typedOver(workbook, 'paths[2].terms.payments', 180));
      expect(all).toContain(
        `${RENT} | DSCR au plus bas, au-dessus de la couverture visée par le loyer | à recalculer`,
      );
      expect(all.find((text) => text.startsWith(RENT))).toMatch(/à recalculer$/);
      expect(all.find((text) => text.startsWith(LOAN))).toMatch(/juste$/);
    },
  );

  test('a rent too high is not « juste »: a smaller one would do', IN_WHOLE, () => {
    const rent = workbook.sheets
      .find(({ name }) => name === SOLVED)
      ?.rows.find((row) => row[0]?.value === RENT);
    const higher = typedOver(workbook, RENT, Number(rent?.[2]?.value) + 0.05);
    expect(verdicts(higher).find((text) => text.startsWith(RENT))).toMatch(/à recalculer$/);
  });

  test('a loan that leaves a gap is to be found again', IN_WHOLE, () => {
    const loan = workbook.sheets
      .find(({ name }) => name === SOLVED)
      ?.rows.find((row) => row[0]?.value === LOAN);
    const smaller = typedOver(workbook, LOAN, Number(loan?.[2]?.value) - 1);
    expect(verdicts(smaller).find((text) => text.startsWith(LOAN))).toMatch(/à recalculer$/);
  });

  test('no rate is a text, and no sheet sends to another for a figure', () => {
    const texts = workbook.sheets.flatMap(({ name, rows }) =>
      rows.flatMap((row) =>
        row.slice(1).flatMap((cell) => {
          if (typeof cell?.value !== 'string' || cell.style === 'head') return [];
          return /^[−-]?\d+,?\d*[\s\u00a0\u202f]?%$|voir la feuille/.test(cell.value)
            ? [`${name}: ${cell.value}`]
            : [];
        }),
      ),
    );
    expect(texts).toEqual([]);
    const rates = sheet('Taux de rendement')?.rows.flatMap((row) => row.slice(1)) ?? [];
    const formulas = rates.filter((cell) => cell?.style === 'rate').map((cell) => cell?.formula);
    expect(formulas.length).toBeGreaterThan(5);
    expect(formulas.every((formula) => formula?.startsWith("'Rendements'!"))).toBe(true);
  });

  test('the flows at the rate found are worth nothing, until an assumption changes', IN_WHOLE, () => {
    const presentValues = (book: Workbook) =>
      (recalculate(book).get('Rendements')?.[3] ?? []).filter((value) => typeof value === 'number');
    const found = presentValues(workbook);
    expect(found.length).toBeGreaterThan(5);
    for (const value of found) expect(Math.abs(value)).toBeLessThan(0.005);
    const changed = presentValues(typedOver(workbook, RENT, 60));
    expect(changed.some((value) => Math.abs(value) > 1000)).toBe(true);
  });

  test('the table of exits is there, as numbers', () => {
    const grid = sheet('TRI selon la sortie')?.rows.slice(3) ?? [];
    expect(
      grid.flatMap((row) => row.slice(1)).filter((cell) => cell?.style === 'rate').length,
    ).toBeGreaterThan(9);
    expect(sheet('TRI selon la sortie')?.rows.flatMap((row) => row[0]?.value)).toContain(
      'Valeurs calculées par Levier : elles ne se recalculent pas dans ce classeur.',
    );
  });
});

test.each(['market-rent', 'bank-loan', 'sci'])('no sheet of %s has its name cut in a word', (path) => {
  const workbook = bookOf(path);
  for (const { name, rows } of workbook.sheets) {
    const title = String(rows[0]?.[0]?.value ?? '');
    if (!title.startsWith(name)) continue;
    expect(title.slice(name.length)).toMatch(/^($|[ ,:–])/);
  }
});
