import { vehicleWords } from '../dossier/vehicle-words.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeEuros, writeList } from '../formula/french.ts';
import type { ComparisonAnswer } from './comparison-page.ts';
import { type EssentialColumn, figureOf } from './essential-rows.ts';
import { essentialTable, vehicleLowestCash } from './essential-table.ts';
import { writeKeyFigure } from './key-figure-writing.ts';

/** What the answer reads of a column. */
export interface AnsweredColumn extends EssentialColumn {
  readonly name: string;
  /** « 250 000,00 € » still to be found. */
  readonly gap: string | undefined;
  /** Labels of the limits that are passed. */
  readonly missedLimits: readonly string[];
}

const COUNTS = ['', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept'];

/** Whether a path holds: what the answer calls « tenir debout ». */
export function isStanding(column: AnsweredColumn): boolean {
  return faultsOf(column).length === 0;
}

/** Why a column does not hold: nothing when it does. */
function faultsOf(column: AnsweredColumn): string[] {
  const { name, verdict, gap, missedLimits } = column;
  if (verdict === 'impossible') return [`${name} n’est pas ouverte à ce dossier`];
  if (gap !== undefined) return [`il manque ${gap} à ${name}`];
  const lowest = figureOf(column, 'founder', 'lowest-cash');
  const isNegative = lowest?.value != null && new Decimal(lowest.value).lt('-0.005');
  const vehicle = vehicleLowestCash(column, 0);
  return [
    ...(isNegative && lowest !== undefined
      ? [`la trésorerie de ${name} descend à ${writeKeyFigure(lowest)}`]
      : []),
    ...(vehicle?.lowest.lt('-0.005') === true
      ? [
          `la trésorerie ${vehicleWords(column.computed?.deal.path.kind ?? 'sci').of} de ${name} descend à ${vehicle.text}`,
        ]
      : []),
    ...soundnessFaults(column),
    ...(isNothing(figureOf(column, 'founder', 'buy-out-unfunded')?.value)
      ? []
      : [`le rachat de l’investisseur de ${name} n’est pas financé en entier`]),
    ...(missedLimits.length === 0
      ? []
      : [`${name} dépasse ${writeList(missedLimits.map((label) => `la limite « ${label} »`))}`]),
  ];
}

/** What a foncière cannot pay once all its sites are counted. */
function soundnessFaults({ name, computed }: AnsweredColumn): string[] {
  const soundness = computed?.soundness;
  if (soundness === undefined) return [];
  const { missing, lowestCash } = soundness;
  return [
    ...(missing.lt('0.005') ? [] : [`il manque ${writeEuros(missing)} aux autres sites de ${name}`]),
    ...(lowestCash.amount.gte('-0.005')
      ? []
      : [
          `la trésorerie de la foncière de ${name}, tous sites comptés, descend à ${writeEuros(lowestCash.amount)}`,
        ]),
  ];
}

function isNothing(amount: string | null | undefined): boolean {
  return amount == null || new Decimal(amount).lt('0.005');
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What stands only because aids that pass their ceiling are counted. */
function excessOf(columns: readonly AnsweredColumn[]): string {
  const over = columns.flatMap((column) => {
    const room = figureOf(column, 'authority', 'aid-headroom')?.value;
    return room != null && new Decimal(room).lt('-0.005') ? [column] : [];
  });
  if (over.length === 0) return '';
  const names = writeList(over.map(({ name }) => name));
  return over.length === 1
    ? ` ${names} compte des aides au-delà de leur plafond : à régler d’abord.`
    : ` ${names} comptent des aides au-delà de leur plafond : à régler d’abord.`;
}

function leadOf(columns: readonly AnsweredColumn[], standing: readonly AnsweredColumn[]): string {
  const faults = columns.flatMap(faultsOf);
  const names = writeList(standing.map(({ name }) => name));
  const because = faults.length === 0 ? '' : ` ${capitalised(faults.join(' ; '))}.`;
  if (standing.length === 0) return `Aucune voie ne tient debout en l’état.${because}`;
  if (standing.length === 1)
    return `${columns.length === 1 ? '' : 'Seule '}${names} tient debout.${excessOf(standing)}${because}`;
  if (standing.length === columns.length) {
    const count = (COUNTS[columns.length] ?? String(columns.length)).toLowerCase();
    return `Les ${count} voies tiennent debout.${excessOf(columns)}`;
  }
  return `${names} tiennent debout.${excessOf(standing)}${because}`;
}

/**
 * Which way holds, and what each answers to the questions of its three readers. A path holds when nothing forbids it,
 * its plan and the exit of its investor are funded, the cash of its companies stays positive and no limit is passed.
 */
export function answerOf(
  columns: readonly AnsweredColumn[],
  differences: readonly string[] = [],
): ComparisonAnswer {
  const standing = columns.filter(isStanding);
  const judged = columns.map((column) => ({ ...column, isStanding: standing.includes(column) }));
  return { lead: leadOf(columns, standing), differences, essential: essentialTable(judged) };
}
