import type { Computation } from './computed.ts';
import type { KeyFigure, Lens } from './key-figure.ts';
import type { Verdict } from './legality-rule.ts';

/** A key figure as it is kept with a version: its value is the proof that a version reopened gives the same cents. */
export interface KeptFigure
  extends Pick<KeyFigure, 'id' | 'label' | 'unit' | 'value' | 'reason' | 'counted'> {
  readonly lens: Lens;
}

/** The key figures of one path of a version. */
export interface KeptPath {
  readonly id: string;
  readonly label: string;
  readonly verdict: Verdict;
  readonly figures: readonly KeptFigure[];
}

const LENSES: readonly Lens[] = ['founder', 'investor', 'authority'];

/** The key figures of every path, as plain data to be kept. */
export function keptFigures({ paths }: Computation): KeptPath[] {
  return paths.map(({ path, verdict, keyFigures }) => ({
    id: path.id,
    label: path.label,
    verdict,
    figures: LENSES.flatMap((lens) =>
      keyFigures[lens].map(({ id, label, unit, value, reason, counted }) => ({
        lens,
        id,
        label,
        unit,
        value,
        ...(reason === undefined ? {} : { reason }),
        ...(counted === undefined ? {} : { counted }),
      })),
    ),
  }));
}

/** How figures computed again compare with those that were kept. */
export interface Agreement {
  /** Values that were kept. */
  readonly kept: number;
  /** Among them, those that are no longer the same text, or no longer exist; verdicts included. */
  readonly different: number;
  /** Values that did not exist when the version was kept. */
  readonly added: number;
}

/** Compares value by value, as text: the same text is the same cent, the same digit of a rate. */
export function agreementOf(kept: readonly KeptPath[], today: readonly KeptPath[]): Agreement {
  const before = valuesOf(kept);
  const after = valuesOf(today);
  const different = [...before].filter(([name, value]) => after.get(name) !== value);
  const added = [...after.keys()].filter((name) => !before.has(name));
  return { kept: before.size, different: different.length, added: added.length };
}

/** Every value that exists, by path, lens and id; a verdict is one. */
function valuesOf(paths: readonly KeptPath[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { id: path, verdict, figures } of paths) {
    values.set(path, verdict);
    for (const { lens, id, value } of figures) {
      if (value !== null) values.set(`${path} ${lens} ${id}`, value);
    }
  }
  return values;
}
