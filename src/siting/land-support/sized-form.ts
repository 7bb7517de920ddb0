import { resolveDossier } from '../../dossier/resolution.ts';
import { Decimal } from '../../formula/decimal.ts';
import { settle } from '../../formula/search/settling.ts';
import type { BasePath } from './base-path.ts';
import type { Draft } from './draft.ts';
import { type ReadSupport, readAll } from './read-support.ts';
import { smallestLevel } from './smallest-level.ts';
import { ceilingOf, grantEquivalentOf, type SupportCeiling } from './support-ceiling.ts';
import { costOf, nominalOf, type SupportCost } from './support-cost.ts';
import { isClosed, type OpenForm, type SupportForm } from './support-form.ts';
import { type LevelReturn, returnsByLevel } from './support-returns.ts';
import { type SupportTrial, sizeDraft, trialOf } from './support-trial.ts';
import type { SupportTargets, TargetResult } from './targets.ts';

/** A level of one form, priced. */
export interface PricedLevel extends SupportCost {
  readonly level: Decimal;
  readonly nominal: Decimal;
  readonly grantEquivalent: Decimal;
}

/** The smallest level of a form that meets all targets, with its check, its price and its ceiling. */
export interface FoundForm extends PricedLevel {
  readonly status: 'found';
  readonly rank: number;
  readonly results: readonly TargetResult[];
  readonly stepLess: { readonly level: Decimal; readonly missed: readonly TargetResult[] };
  readonly ceiling: SupportCeiling | undefined;
  /** Above the ceiling, the greatest level under it; 0 when the other aids exceed it already. */
  readonly lawfulLevel: Decimal | undefined;
  readonly returns: readonly LevelReturn[];
}

/** A form that does not meet the targets even at its greatest level. */
export interface InsufficientForm {
  readonly status: 'insufficient';
  readonly level: Decimal;
  readonly results: readonly TargetResult[];
}

export type FormAnswer =
  | FoundForm
  | InsufficientForm
  | { readonly status: 'not-needed' }
  | { readonly status: 'not-open'; readonly reason: string };

export interface SizedForm {
  readonly form: SupportForm;
  readonly open: OpenForm | undefined;
  readonly answer: FormAnswer;
}

/** Levels of a form by rank: whole steps, the last one being the greatest level. */
export class Levels {
  private readonly step: Decimal;
  private readonly greatest: Decimal;
  readonly last: number;

  constructor(form: SupportForm, { greatest }: OpenForm) {
    this.step = new Decimal(form.step);
    this.greatest = greatest;
    this.last = greatest.div(this.step).ceil().toNumber();
  }

  at(rank: number): Decimal {
    return Decimal.min(this.step.times(rank), this.greatest);
  }
}

/** A draft with levels of support written in it; a level of nothing changes nothing. */
export function withLevels(
  draft: Draft,
  levels: readonly { readonly open: OpenForm; readonly level: Decimal }[],
): Draft {
  const changed = structuredClone(draft);
  for (const { open, level } of levels) if (level.gt(0)) open.change(changed, level);
  return changed;
}

/** Tries levels of a path; counts how many. */
export class Tries {
  count = 0;
  private readonly base: BasePath;
  private readonly targets: SupportTargets;

  constructor(base: BasePath, targets: SupportTargets) {
    this.base = base;
    this.targets = targets;
  }

  trial(levels: Parameters<typeof withLevels>[1]): SupportTrial | undefined {
    if (levels.every(({ level }) => level.isZero())) return this.base.trial;
    this.count++;
    const sized = sizeDraft(withLevels(this.base.draft, levels), this.base.pathIndex);
    return sized && trialOf(sized, this.targets, this.base.tenant);
  }

  /** The whole path at these levels. */
  read(levels: Parameters<typeof withLevels>[1]): ReadSupport | undefined {
    this.count++;
    const sized = sizeDraft(withLevels(this.base.draft, levels), this.base.pathIndex);
    return sized && readAll(sized);
  }
}

/** Looked at apart below what is found, in each form. */
const PROBES = 2;

/** Sizes one form: the smallest level that meets all targets, or why there is none. */
export function sizeForm(form: SupportForm, base: BasePath, tries: Tries): SizedForm {
  const open = form.open(base.setting);
  if (isClosed(open)) return { form, open: undefined, answer: { status: 'not-open', reason: open.reason } };
  if (base.trial.holds) return { form, open, answer: { status: 'not-needed' } };
  const refused = refusalOf(base.draft, open);
  if (refused !== undefined) return { form, open, answer: { status: 'not-open', reason: refused } };
  const levels = new Levels(form, open);
  const found = smallestLevel({
    at: (rank) => tries.trial([{ open, level: levels.at(rank) }]),
    last: levels.last,
    probes: PROBES,
  });
  const { rank, trial, stepLess, atGreatest } = found;
  if (rank === undefined || trial === undefined) {
    const results = atGreatest?.results ?? base.trial.results;
    return { form, open, answer: { status: 'insufficient', level: open.greatest, results } };
  }
  const level = levels.at(rank);
  const read = tries.read([{ open, level }]);
  if (read === undefined) throw new Error(`${form.id} is refused at a level that was tried`);
  const ceiling = ceilingOf(read);
  return {
    form,
    open,
    answer: {
      status: 'found',
      rank,
      ...priced(form, open, level, read, base.read),
      results: trial.results,
      stepLess: {
        level: levels.at(rank - 1),
        missed: (stepLess?.results ?? []).filter(({ isMet }) => !isMet),
      },
      ceiling,
      returns: returnsByLevel(read),
      lawfulLevel: ceiling?.isAbove === true ? lawfulLevel(open, levels, rank, ceiling, tries) : undefined,
    },
  };
}

/** What the dossier answers when the greatest level is written in it: too many sources, a rate that nothing is left of. */
function refusalOf(draft: Draft, open: OpenForm): string | undefined {
  const read = resolveDossier(withLevels(draft, [{ open, level: open.greatest }]));
  if (read.ok) return undefined;
  return `le dossier la refuse : ${read.problems.map(({ message }) => message).join(' ; ')}`;
}

/** What a level costs and is worth. */
export function priced(
  form: SupportForm,
  open: OpenForm,
  level: Decimal,
  read: ReadSupport,
  without: ReadSupport,
): PricedLevel {
  const cost = costOf(open, read, without);
  return {
    level,
    nominal: nominalOf(form.unit, level, open, read, cost.paid),
    grantEquivalent: grantEquivalentOf(open, read, without),
    ...cost,
  };
}

/** The greatest level at which all aids stay under their ceiling, below one that exceeds it. */
function lawfulLevel(
  open: OpenForm,
  levels: Levels,
  rank: number,
  { total, amount }: SupportCeiling,
  tries: Tries,
): Decimal {
  const isUnder = (above: number) => {
    const position = rank - above;
    if (position <= 0) return true;
    const read = tries.read([{ open, level: levels.at(position) }]);
    return read !== undefined && ceilingOf(read)?.isAbove !== true;
  };
  // Counted from the level found downwards: euros for euros, the excess is where to look.
  const guess = total.minus(amount).div(levels.at(1)).ceil().toNumber();
  const steps = settle(isUnder, Math.min(rank, Math.max(0, guess)), rank) ?? rank;
  return levels.at(Math.max(0, rank - steps));
}
