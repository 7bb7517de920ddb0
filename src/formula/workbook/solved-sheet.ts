import { Decimal } from '../decimal.ts';
import type { Line } from '../operations.ts';
import { comparisonDecimals } from '../units.ts';
import { assumptionCell, plainNumber } from './calculation-sheets.ts';
import { plainSheet, textCell, type WorkbookCell, type WorkbookRow, type WorkbookSheet } from './cells.ts';
import { FIRST_ASSUMPTION_ROW, SHEETS } from './layout.ts';
import { type Reported, referenceCell } from './reported.ts';
import { referenceText } from './spreadsheet-text.ts';
import { unitInFrench } from './units.ts';

/** One thing that must hold for a solved amount to be still what the search would find: a once line within bounds. */
export interface SolvedCheck {
  readonly line: string;
  /** `anything`: shown, and never wrong. */
  readonly mustBe: 'zero' | 'atLeastZero' | 'atMostZero' | 'anything';
  /** Decimal string, in the unit of the line: how far beyond zero the line may be. Default "0", after rounding. */
  readonly tolerance?: string;
  /** Decimal string, with `atLeastZero`: above it, a smaller (or larger) amount would do. */
  readonly most?: string;
  /** False: said beside the amount, but a search made again would not change it. */
  readonly decides?: boolean;
  /** Said when it holds, in place of « juste ». */
  readonly right?: string;
}

const RIGHT = 'juste';
const WRONG = 'à recalculer';
/** Words of a limit that does not decide of the amount. */
const MET = 'tenue';
const EXCEEDED = 'dépassée';

const CONDITIONS: Readonly<Record<SolvedCheck['mustBe'], string>> = {
  zero: 'doit être nul',
  atLeastZero: 'doit être positif ou nul',
  atMostZero: 'ne doit pas être positif',
  anything: 'lu par la ligne suivante',
};

/** The test of a check, as a spreadsheet writes it, and whether it holds now. */
function testOf({ figures, layout }: Reported, check: SolvedCheck, line: Line) {
  const decimals = comparisonDecimals(line.unit);
  const tolerance = new Decimal(check.tolerance ?? '0');
  const cell = referenceText(layout, line, 0, SHEETS.solved);
  const rounded = `ROUND(${cell},${decimals})`;
  const value = figures.of(line)[0]?.toDecimalPlaces(decimals);
  const bound = plainNumber(tolerance.toFixed());
  const least = plainNumber(tolerance.neg().toFixed());
  const [text, holds] = {
    zero: [`ABS(${rounded})<=${bound}`, value?.abs().lte(tolerance)],
    atLeastZero: [`${rounded}>=${least}`, value?.gte(tolerance.neg())],
    atMostZero: [`${rounded}<=${bound}`, value?.lte(tolerance)],
    anything: ['TRUE', true],
  }[check.mustBe] as [string, boolean | undefined];
  if (check.most === undefined) return { text, holds: holds ?? false, cell };
  const most = new Decimal(check.most).toDecimalPlaces(decimals, Decimal.ROUND_UP);
  return {
    text: `AND(${text},${rounded}<=${plainNumber(most.toFixed())})`,
    holds: (holds ?? false) && (value?.lte(most) ?? false),
    cell,
  };
}

function checkCell(reported: Reported, check: SolvedCheck, line: Line): WorkbookCell {
  if (line.rhythm !== 'once') throw new Error(`check ${line.id} is not a once line`);
  const [good, bad] = check.decides === false ? [MET, EXCEEDED] : [check.right ?? RIGHT, WRONG];
  const { text, holds, cell } = testOf(reported, check, line);
  const verdict = `IF(${text},"${good}","${bad}")`;
  return {
    formula: line.mayBeUndefined ? `IF(${cell}="","${bad}",${verdict})` : verdict,
    value: holds ? good : bad,
    style: 'check',
  };
}

/** What a reader needs to know of a bound: « au plus 0,99 ». */
function conditionText({ mustBe, most, tolerance, decides }: SolvedCheck): string {
  const written = (value: string) => new Decimal(value).toSignificantDigits(3).toFixed().replace('.', ',');
  const near = tolerance === undefined ? '' : `, à ${written(tolerance)} près`;
  const above =
    most === undefined ? '' : ` et au plus ${written(most)} (au-delà, un autre montant est à chercher)`;
  const apart = decides === false ? ' ; dit à part : la recherche n’en tient pas compte' : '';
  return `${CONDITIONS[mustBe]}${near}${above}${apart}`;
}

/**
 * « Montants calculés par Levier »: what a search found, each beside whether it still holds; beneath, each thing that
 * it must hold, read in the calculation.
 */
export function solvedSheet(
  reported: Reported,
  checks: ReadonlyMap<string, readonly SolvedCheck[]>,
): WorkbookSheet {
  const { calculation, layout } = reported;
  const note =
    'Ces montants ont été trouvés par une recherche : un tableur ne les retrouve pas seul. Si une hypothèse change et qu’un contrôle devient rouge, refaites la recherche dans Levier.';
  const heads = ['Identifiant', 'Libellé', 'Valeur', 'Unité', 'Contrôle', 'Comment'];
  const subheads = ['Identifiant', 'Ce que le contrôle lit', 'Valeur', 'Unité', 'Contrôle', 'Condition'];
  const rows: WorkbookRow[] = [[textCell(note, 'note')], heads.map((head) => textCell(head, 'head'))];
  const beneath: WorkbookRow[] = [];
  // A row of space, then the heads.
  const firstBeneath = FIRST_ASSUMPTION_ROW + layout.solved.length + 2;
  for (const assumption of layout.solved) {
    const decisive: { readonly place: string; readonly holds: boolean; readonly right: string }[] = [];
    for (const check of checks.get(assumption.id) ?? []) {
      const line = calculation.line(check.line);
      const verdict = check.mustBe === 'anything' ? null : checkCell(reported, check, line);
      const read = referenceCell(reported, line, 0, SHEETS.solved);
      if (check.decides !== false && verdict !== null)
        decisive.push({
          place: `E${firstBeneath + beneath.length}`,
          holds: verdict.value !== WRONG,
          right: check.right ?? RIGHT,
        });
      beneath.push([
        textCell(assumption.id),
        textCell(line.label),
        read,
        textCell(unitInFrench(line.unit, read.style)),
        verdict,
        textCell(conditionText(check)),
      ]);
    }
    const value = assumptionCell(assumption, reported, 'solved');
    const [first] = decisive;
    const right = decisive.length === 1 && first !== undefined ? first.right : RIGHT;
    rows.push([
      textCell(assumption.id),
      textCell(assumption.label),
      value,
      textCell(unitInFrench(assumption.unit, value.style)),
      decisive.length === 0
        ? textCell('sans contrôle', 'check')
        : {
            formula: `IF(AND(${decisive.map(({ place, right: word }) => `${place}="${word}"`).join(',')}),"${right}","${WRONG}")`,
            value: decisive.every(({ holds }) => holds) ? right : WRONG,
            style: 'check',
          },
      textCell(assumption.origin.text),
    ]);
  }
  if (beneath.length > 0)
    rows.push(
      [],
      subheads.map((head) => textCell(head, 'head')),
      ...beneath,
    );
  const range = `E${FIRST_ASSUMPTION_ROW}:E${Math.max(rows.length, FIRST_ASSUMPTION_ROW)}`;
  return plainSheet(SHEETS.solved, rows, [30, 58, 18, 22, 16, 80], {
    frozenRows: 2,
    frozenColumns: 3,
    verdicts: [
      { range, good: RIGHT, bad: WRONG },
      { range, good: MET, bad: EXCEEDED },
    ],
  });
}
