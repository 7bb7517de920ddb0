import type { KeptFigure, KeptPath } from '../analysis/kept-figures.ts';
import type { KeyFigureUnit, Lens } from '../analysis/key-figure.ts';
import type { Verdict } from '../analysis/legality-rule.ts';
import { Decimal } from '../formula/decimal.ts';
import {
  MINUS_SIGN,
  MONTH_NAMES,
  NO_BREAK_SPACE,
  type RatioStyle,
  ratioStyle,
  THIN_SPACE,
  writeCount,
  writeMoney,
} from '../formula/french.ts';

/** A key figure in two versions, written in French to the cent. */
export interface FigureChange {
  readonly lens: Lens;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Signed; « – » where one of the two does not exist. */
  readonly difference: string;
  readonly changed: boolean;
}

/** The key figures of a path in two versions; a path may be in one of them only. */
export interface PathFigureChanges {
  readonly id: string;
  readonly label: string;
  readonly verdictBefore: Verdict | undefined;
  readonly verdictAfter: Verdict | undefined;
  readonly figures: readonly FigureChange[];
}

const NOTHING = '–';
/** Decimals of a rate in percent, and of a multiple: past them two values look the same. */
const RATIO_DECIMALS = 4;
const SUFFIXES: Partial<Record<KeyFigureUnit, string>> = {
  'EUR/month': '/mois',
  'EUR/m2/year': '/m²/an',
  'EUR/job': '/ETP',
  years: `${NO_BREAK_SPACE}ans`,
  months: `${NO_BREAK_SPACE}mois`,
  count: `${NO_BREAK_SPACE}ETP`,
  m2: `${NO_BREAK_SPACE}m²`,
  points: `${NO_BREAK_SPACE}pt`,
};

function isMoney(unit: KeyFigureUnit): boolean {
  return unit.startsWith('EUR');
}

/** A rate or a multiple, with all its decimals so that columns align: 1,3380. */
function writeFixed(value: Decimal): string {
  return value
    .toFixed(RATIO_DECIMALS)
    .replace(/\B(?=(\d{3})+\.)/g, THIN_SPACE)
    .replace('.', ',')
    .replace('-', MINUS_SIGN);
}

/** A value to the cent, or to the ten-thousandth of a percent. */
function writeFigure(value: string, unit: KeyFigureUnit, style: RatioStyle): string {
  if (unit === 'text') return value;
  if (unit === 'date') return `${MONTH_NAMES[Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}`;
  const decimal = new Decimal(value);
  if (isMoney(unit)) return `${writeMoney(decimal)}${SUFFIXES[unit] ?? ''}`;
  if (unit !== 'ratio') return `${writeCount(decimal)}${SUFFIXES[unit] ?? ''}`;
  return style === 'multiple' ? writeFixed(decimal) : `${writeFixed(decimal.times(100))}${NO_BREAK_SPACE}%`;
}

/** The size of a difference in the words of its unit, and whether that size shows. */
function writeSize(size: Decimal, unit: KeyFigureUnit, style: RatioStyle): string {
  if (isMoney(unit)) return `${writeMoney(size)}${SUFFIXES[unit] ?? ''}`;
  if (unit !== 'ratio') return `${writeCount(size)}${SUFFIXES[unit] ?? ''}`;
  const shown = style === 'multiple' ? size : size.times(100);
  const suffix = style === 'multiple' ? '' : `${NO_BREAK_SPACE}pt`;
  return shown.lt('0.00005') ? `moins de 0,0001${suffix}` : `${writeFixed(shown)}${suffix}`;
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** « +1 234,56 € », « −0,5 pt », « = ». */
function writeDifference(before: string, after: string, unit: KeyFigureUnit, style: RatioStyle): string {
  if (before === after) return '=';
  if (unit === 'text') return NOTHING;
  const difference =
    unit === 'date'
      ? new Decimal(monthsOf(after) - monthsOf(before))
      : new Decimal(after).minus(new Decimal(before));
  const size = writeSize(difference.abs(), unit === 'date' ? 'months' : unit, style);
  if (size.startsWith('moins')) return size;
  return `${difference.isNegative() ? MINUS_SIGN : '+'}${size}`;
}

function changeOf(before: KeptFigure | undefined, after: KeptFigure | undefined): FigureChange | undefined {
  const named = after ?? before;
  if (named === undefined) return undefined;
  const { lens, label, unit } = named;
  const [one, other] = [before?.value ?? null, after?.value ?? null];
  // A figure that never had a value says nothing.
  if (one === null && other === null) return undefined;
  const values = [one, other].map((value) =>
    value === null || unit !== 'ratio' ? null : new Decimal(value),
  );
  const style = ratioStyle(values);
  return {
    lens,
    label,
    before: one === null ? NOTHING : writeFigure(one, unit, style),
    after: other === null ? NOTHING : writeFigure(other, unit, style),
    difference: one === null || other === null ? NOTHING : writeDifference(one, other, unit, style),
    changed: one !== other,
  };
}

/** Figure by figure: the key figures of each path in two versions. */
export function figureChanges(before: readonly KeptPath[], after: readonly KeptPath[]): PathFigureChanges[] {
  const gone = before.filter((path) => !after.some(({ id }) => id === path.id));
  return [...after, ...gone].map(({ id, label }) => {
    const one = before.find((path) => path.id === id);
    const other = after.find((path) => path.id === id);
    const names = new Map(
      [...(other?.figures ?? []), ...(one?.figures ?? [])].map((figure) => [
        `${figure.lens} ${figure.id}`,
        figure,
      ]),
    );
    return {
      id,
      label,
      verdictBefore: one?.verdict,
      verdictAfter: other?.verdict,
      figures: [...names.values()].flatMap((named) => {
        const same = (figure: KeptFigure) => figure.lens === named.lens && figure.id === named.id;
        return changeOf(one?.figures.find(same), other?.figures.find(same)) ?? [];
      }),
    };
  });
}
