import type { KeptFigure, KeptPath } from '../analysis/kept-figures.ts';
import type { Lens } from '../analysis/key-figure.ts';
import type { Verdict } from '../analysis/legality-rule.ts';
import { writeKeyFigure, writeKeyFigureDifference } from './key-figure-writing.ts';

/** A key figure in two versions, written in French as the page writes it. */
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

function changeOf(before: KeptFigure | undefined, after: KeptFigure | undefined): FigureChange | undefined {
  const named = after ?? before;
  if (named === undefined) return undefined;
  const { lens, label } = named;
  const [one, other] = [before?.value ?? null, after?.value ?? null];
  // A figure that never had a value says nothing.
  if (one === null && other === null) return undefined;
  const write = (value: string | null) => writeKeyFigure({ ...named, value }) ?? NOTHING;
  return {
    lens,
    label,
    before: write(one),
    after: write(other),
    difference:
      one === null || other === null ? NOTHING : (writeKeyFigureDifference(named, one, other) ?? NOTHING),
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
