import { type LawChange, lawChanges, lawFiguresIn } from '../law/changes.ts';
import { frenchDate } from '../law/figure.ts';
import type { Computation, ComputedPath } from './computed.ts';
import { writeLawValue } from './law-writing.ts';

/** What the law of a later day would change in a dossier, in French. */
export interface LawNote {
  /** « 30/06/2024 » */
  readonly lawDate: string;
  readonly today: string;
  readonly changes: readonly {
    readonly kind: LawChange['kind'];
    /** Id of the figure of law. */
    readonly id: string;
    readonly label: string;
    /** « est passé de 5,75 % à 4,55 % le 31/12/2025 » */
    readonly text: string;
  }[];
}

/**
 * Compares the figures of law that the paths of a dossier used with those of a later day. Nothing is computed again:
 * the dossier keeps its figures.
 * @param paths those read: one, or all those of a comparison
 * @param today ISO date
 * @returns undefined when the law of the dossier is that of today, or of a later day
 */
export function lawNoteOf(
  { dossier }: Computation,
  paths: readonly ComputedPath[],
  today: string,
): LawNote | undefined {
  const { lawDate } = dossier.values;
  if (lawDate >= today) return undefined;
  const used = new Set(
    paths.flatMap(({ computed }) =>
      computed === undefined ? [] : lawFiguresIn(computed.deal.setting.calculation.assumptions.keys()),
    ),
  );
  return {
    lawDate: frenchDate(lawDate),
    today: frenchDate(today),
    changes: lawChanges([...used], lawDate, today).map((change) => ({
      kind: change.kind,
      id: change.before.id,
      label: change.before.label,
      text: textOf(change),
    })),
  };
}

function textOf(change: LawChange): string {
  const before = writeLawValue(change.before);
  if (change.kind === 'replaced') {
    return `${before} → ${writeLawValue(change.after)} depuis le ${frenchDate(change.after.since)}`;
  }
  const until = frenchDate(change.until);
  return change.kind === 'ended' ? `${before} jusqu’au ${until}, terme passé` : `${before} jusqu’au ${until}`;
}
