import { constant, integerPart, max, minus, over, plus } from '../../formula/build.ts';
import type { Formula, Line } from '../../formula/operations.ts';
import { type RangedCalculation, rangedAssumption } from '../ranged.ts';
import { type Duration, PHASES, type PhaseId } from './durations.ts';

type Months = Formula<'months', 'once', 'defined'>;
type MonthsLine = Line<'months', 'once', 'defined'>;

/** Studies begin so many months before the deed: the promise of sale lets the buyer enter. */
const STUDIES_BEFORE_DEED = 3;

/** Months counted from the decision to settle there. */
export interface CalendarLines {
  readonly start: Readonly<Record<PhaseId, Months>>;
  readonly length: Readonly<Record<PhaseId, Months>>;
  /** Month of the deed: carrying begins. */
  readonly deed: Months;
  readonly worksStart: MonthsLine;
  readonly opening: MonthsLine;
  /** From the deed to the works: the site is empty and has to be guarded. */
  readonly emptyMonths: MonthsLine;
  /** From the deed to the opening. */
  readonly carryingMonths: MonthsLine;
}

/**
 * Writes when each phase begins. Studies begin three months before the deed (promise of sale signed); the change of zoning runs
 * beside them; the permit is asked for when half of the studies are done and the zone admits the activity; clearing begins once
 * deed, studies and permit are there, asbestos before demolition before depollution; works follow.
 */
export function calendarLines(
  into: RangedCalculation,
  durations: Readonly<Record<PhaseId, Duration>>,
): CalendarLines {
  const { calculation } = into;
  const length = Object.fromEntries(
    (Object.keys(PHASES) as PhaseId[]).map((id) => {
      const { months, kind, why } = durations[id];
      return [
        id,
        rangedAssumption(into, {
          id: `calendar.${id}.months`,
          label: PHASES[id],
          unit: 'months',
          range: months,
          origin: { kind: kind === 'typed' ? 'fact' : 'hypothesis', text: why },
          unknown: 'calendar',
        }),
      ];
    }),
  ) as unknown as Record<PhaseId, Months>;
  const once = (id: string, label: string, formula: Months): MonthsLine =>
    calculation.once(`calendar.${id}`, label, formula);

  const zero = constant(0, 'months');
  const deed = length.control;
  const studies = once(
    'studies.start',
    'Début des études',
    max(minus(deed, constant(STUDIES_BEFORE_DEED, 'months')), zero),
  );
  const halfOfStudies = once(
    'studies.half',
    'Moitié des études, au mois entier',
    integerPart(over(plus(length.studies, constant(1, 'months')), constant(2, 'ratio'))),
  );
  const permit = once(
    'permit.start',
    'Dépôt de la demande d’autorisation',
    plus(studies, max(halfOfStudies, length.zoning)),
  );
  const clearing = once(
    'clearing.start',
    'Début de la remise en état',
    max(deed, plus(studies, length.studies), plus(permit, length.permit)),
  );
  const demolition = once('demolition.start', 'Début de la démolition', plus(clearing, length.asbestos));
  const depollution = once(
    'depollution.start',
    'Début de la dépollution',
    plus(demolition, length.demolition),
  );
  const worksStart = once('works.start', 'Début des travaux', plus(depollution, length.depollution));
  const opening = once('opening', 'Mois jusqu’à l’ouverture', plus(worksStart, length.works));
  return {
    start: {
      control: zero,
      zoning: studies,
      studies,
      permit,
      asbestos: clearing,
      demolition,
      depollution,
      works: worksStart,
    },
    length,
    deed,
    worksStart,
    opening,
    emptyMonths: once('empty-months', 'Mois de site vide, de l’acte aux travaux', minus(worksStart, deed)),
    carryingMonths: once('carrying-months', 'Mois de portage, de l’acte à l’ouverture', minus(opening, deed)),
  };
}
