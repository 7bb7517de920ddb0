import { inForce, type LawFigure, lastBegun, nearestInForce } from './figure.ts';
import { LAW_SUBJECTS } from './figures.ts';

/**
 * What became of a figure of law between two dates.
 * replaced: another value is in force; ended: none is; ending: the same, until a day that is known.
 */
export type LawChange = { readonly before: LawFigure } & (
  | { readonly kind: 'replaced'; readonly after: LawFigure }
  | { readonly kind: 'ended' | 'ending'; readonly until: string }
);

const ALL_FIGURES: readonly LawFigure[] = LAW_SUBJECTS.flatMap(({ figures }) => figures);

/** Ids of the figures of law among assumptions: `law.<id>`, or `law.<id>.<since>` when an event decides. */
export function lawFiguresIn(assumptions: Iterable<string>): string[] {
  const ids = [...assumptions]
    .filter((id) => id.startsWith('law.'))
    .map((id) => id.slice('law.'.length).replace(/\.\d{4}-\d{2}-\d{2}$/, ''));
  return [...new Set(ids)];
}

/**
 * What the law of a later date says of the figures that a calculation used.
 * @param used ids of figures, without `law.`; unknown ones are left out
 * @param from ISO date of the law applied
 * @param to ISO date of the law that it is compared with; a figure that may still apply at that date and whose end
 * is known is told as ending
 * @param figures dated values among which the law is read
 * @returns in the order of `figures`, nothing when `to` is not after `from`
 */
export function lawChanges(
  used: readonly string[],
  from: string,
  to: string,
  figures: readonly LawFigure[] = ALL_FIGURES,
): LawChange[] {
  if (to <= from) return [];
  const ids = [...new Set(figures.map(({ id }) => id))].filter((id) => used.includes(id));
  return ids.flatMap((id): LawChange[] => {
    const series = figures.filter((figure) => figure.id === id);
    const before = nearestInForce(series, from);
    const after = inForce(series, to);
    if (after === undefined) {
      const { until } = lastBegun(series);
      return until === undefined || until >= to ? [] : [{ kind: 'ended', before, until }];
    }
    if (after.value !== before.value) return [{ kind: 'replaced', before, after }];
    return after.until === undefined ? [] : [{ kind: 'ending', before: after, until: after.until }];
  });
}
