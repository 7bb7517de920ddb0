import { FunctionArgumentType, FunctionPlugin, HyperFormula } from 'hyperformula';
import { Decimal } from '../../src/formula/decimal.ts';
import type { Workbook } from '../../src/formula/workbook.ts';

/**
 * A spreadsheet engine that is not ours, to recalculate workbooks inside `npm test`.
 *
 * Two of its functions are replaced by what Excel and LibreOffice do: its ROUND errs on ties (it multiplies the double,
 * where spreadsheets round its 15 significant digits), its INT does not go down below zero.
 */
interface Runner {
  metadata: (name: string) => unknown;
  runFunction: (
    args: unknown,
    state: unknown,
    metadata: unknown,
    compute: (...values: number[]) => number,
  ) => unknown;
}

class SpreadsheetRounding extends FunctionPlugin {
  static override implementedFunctions = {
    ROUND: {
      method: 'roundAsSpreadsheets',
      parameters: [
        { argumentType: FunctionArgumentType.NUMBER },
        { argumentType: FunctionArgumentType.NUMBER, defaultValue: 0 },
      ],
    },
    INT: { method: 'wholePart', parameters: [{ argumentType: FunctionArgumentType.NUMBER }] },
  };

  roundAsSpreadsheets(ast: { args: unknown }, state: unknown): unknown {
    const runner = this as unknown as Runner;
    return runner.runFunction(ast.args, state, runner.metadata('ROUND'), (value = 0, places = 0) =>
      new Decimal(value.toPrecision(15)).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber(),
    );
  }

  wholePart(ast: { args: unknown }, state: unknown): unknown {
    const runner = this as unknown as Runner;
    return runner.runFunction(ast.args, state, runner.metadata('INT'), (value = 0) => Math.floor(value));
  }
}

HyperFormula.registerFunctionPlugin(SpreadsheetRounding, {
  enGB: { ROUND: 'ROUND', INT: 'INT' },
});

/** A value computed by the engine; errors as their text, « #DIV/0! ». */
export type Recalculated = number | string | boolean | null;

/** The workbook in the engine, from its formulas and constants alone: stored results are not given to it. */
export function engineOf(workbook: Workbook): HyperFormula {
  const content: Record<string, (string | number | null)[][]> = {};
  for (const sheet of workbook.sheets) {
    content[sheet.name] = sheet.rows.map((row) =>
      row.map((cell) => {
        if (cell === null) return null;
        if (cell.formula !== undefined) return `=${cell.formula}`;
        // The apostrophe says that a text is a text, as when it is typed.
        return typeof cell.value === 'string' ? `'${cell.value}` : cell.value;
      }),
    );
  }
  return HyperFormula.buildFromSheets(content, {
    licenseKey: 'gpl-v3',
    smartRounding: false,
    // As spreadsheets do inside SUMPRODUCT.
    useArrayArithmetic: true,
  });
}

/**
 * Computes every cell of a workbook.
 * @returns for each sheet, its rows of values
 */
export function recalculate(workbook: Workbook): Map<string, Recalculated[][]> {
  const engine = engineOf(workbook);
  const values = new Map<string, Recalculated[][]>();
  for (const { name } of workbook.sheets) {
    const id = engine.getSheetId(name) as number;
    values.set(
      name,
      engine
        .getSheetValues(id)
        .map((row) =>
          row.map((value) => (value !== null && typeof value === 'object' ? String(value.value) : value)),
        ),
    );
  }
  engine.destroy();
  return values;
}

/** What differs between the stored results and the engine's, and how many formulas were compared. */
export interface Comparison {
  readonly formulas: number;
  readonly differences: readonly string[];
}

/**
 * Recalculates a workbook and compares each formula cell with its stored result, which is the exact figure:
 * amounts to half a cent, everything else to a billionth.
 */
export function compareWithEngine(workbook: Workbook): Comparison {
  const values = recalculate(workbook);
  const differences: string[] = [];
  let formulas = 0;
  for (const sheet of workbook.sheets) {
    sheet.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell?.formula === undefined) return;
        formulas++;
        const got = values.get(sheet.name)?.[r]?.[c] ?? null;
        const tolerance = cell.style === 'money' ? 0.005 : 1e-9;
        const same =
          typeof cell.value === 'number' && typeof got === 'number'
            ? Math.abs(cell.value - got) <=
              tolerance * (cell.style === 'money' ? 1 : Math.max(1, Math.abs(cell.value)))
            : cell.value === got;
        if (!same) {
          differences.push(
            `${sheet.name} row ${r + 1} column ${c + 1}: ${cell.formula} is ${got}, exact ${cell.value}`,
          );
        }
      });
    });
  }
  return { formulas, differences };
}
