import type { Brownfield, SiteNeed } from '../../dossier/dossier.ts';
import { plus } from '../../formula/build.ts';
import type { Decimal } from '../../formula/decimal.ts';
import type { Figures } from '../../formula/exact.ts';
import { mapRange, type Range } from '../range.ts';
import { figureOf, type RangedCalculation, rangedCalculation, readThrice } from '../ranged.ts';
import { type CalendarLines, calendarLines } from './calendar-lines.ts';
import { type Duration, durationsOf, PHASES, type PhaseId } from './durations.ts';

/** A phase of a site, in months from the decision. */
export interface SitePhase extends Duration {
  readonly id: PhaseId;
  readonly label: string;
  readonly start: Range;
  readonly end: Range;
}

/** When a site can open, in months from the decision. */
export interface SiteCalendar {
  readonly phases: readonly SitePhase[];
  readonly deed: Range;
  readonly worksStart: Range;
  readonly opening: Range;
  /** From the deed to the works. */
  readonly emptyMonths: Range;
  /** From the deed to the opening. */
  readonly carryingMonths: Range;
}

/** How the phases overlap, in French: said under every calendar. */
export const CALENDAR_CONVENTION =
  'Mois comptés depuis la décision. Les études commencent trois mois avant l’acte (promesse signée) ; l’évolution du zonage court en même temps ; la demande d’autorisation est déposée à la moitié des études, quand la zone admet l’activité ; la remise en état attend l’acte, la fin des études et l’autorisation purgée. Durées non saisies : hypothèses.';

type PhaseTimes = Record<PhaseId, { readonly start: Decimal; readonly end: Decimal }>;

interface ReadCalendar {
  readonly phases: PhaseTimes;
  readonly deed: Decimal;
  readonly worksStart: Decimal;
  readonly opening: Decimal;
  readonly emptyMonths: Decimal;
  readonly carryingMonths: Decimal;
}

/** How one reading of the lines is taken. */
export function calendarReading(into: RangedCalculation, lines: CalendarLines) {
  const ids = Object.keys(PHASES) as PhaseId[];
  const bounds = ids.map((id) => ({
    id,
    start: into.calculation.once(`calendar.${id}.begin`, `Début : ${PHASES[id]}`, lines.start[id]),
    end: into.calculation.once(
      `calendar.${id}.end`,
      `Fin : ${PHASES[id]}`,
      plus(lines.start[id], lines.length[id]),
    ),
  }));
  return (figures: Figures): ReadCalendar => ({
    phases: Object.fromEntries(
      bounds.map(({ id, start, end }) => [
        id,
        { start: figureOf(figures, start), end: figureOf(figures, end) },
      ]),
    ) as unknown as PhaseTimes,
    deed: figures.assumption('calendar.control.months'),
    worksStart: figureOf(figures, lines.worksStart),
    opening: figureOf(figures, lines.opening),
    emptyMonths: figureOf(figures, lines.emptyMonths),
    carryingMonths: figureOf(figures, lines.carryingMonths),
  });
}

/** Three readings of a calendar, phase by phase. */
export function calendarOf(
  durations: Readonly<Record<PhaseId, Duration>>,
  read: Range<ReadCalendar>,
): SiteCalendar {
  const over = (take: (one: ReadCalendar) => Decimal): Range => mapRange(read, take);
  return {
    phases: (Object.keys(PHASES) as PhaseId[]).map((id) => ({
      id,
      label: PHASES[id],
      ...durations[id],
      start: over(({ phases }) => phases[id].start),
      end: over(({ phases }) => phases[id].end),
    })),
    deed: over(({ deed }) => deed),
    worksStart: over(({ worksStart }) => worksStart),
    opening: over(({ opening }) => opening),
    emptyMonths: over(({ emptyMonths }) => emptyMonths),
    carryingMonths: over(({ carryingMonths }) => carryingMonths),
  };
}

/**
 * The calendar of a brownfield, from the decision to the opening: low, central and high.
 * @param need of the enterprise: what is kept, pulled down and built depends on it. Without it nothing new is built unless the
 * brownfield says its floor area
 */
export function siteCalendar(brownfield: Brownfield, need?: SiteNeed): SiteCalendar {
  const into = rangedCalculation(ANY_MONTH);
  const durations = durationsOf(brownfield, need);
  const take = calendarReading(into, calendarLines(into, durations));
  return calendarOf(durations, readThrice(into, take));
}

/** Months are counted from the decision: which month it is does not matter. */
const ANY_MONTH = '2026-12-01';
