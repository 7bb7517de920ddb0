import { computeDossier, type PathMemory, type PathResult, type Wanted } from '../analysis/computation.ts';
import type { Computation } from '../analysis/computed.ts';
import type { Reading } from '../input/problem.ts';

/** Computations kept by a worker, so that the explanation of a figure does not compute the deal again. */
const KEPT = 12;
const remembered = new Map<string, Reading<Computation>>();

/** Paths kept, of all the dossiers: a change of one column leaves the others as they were. */
const KEPT_PATHS = 36;
const paths = new Map<string, PathResult>();
const pathMemory: PathMemory = {
  find: (key) => paths.get(key),
  keep: (key, result) => {
    paths.set(key, result);
    const oldest = paths.keys().next().value;
    if (paths.size > KEPT_PATHS && oldest !== undefined) paths.delete(oldest);
  },
};

/** The computation of a dossier, from memory when this worker has just made it. */
export function rememberedComputation(dossier: unknown, only: Wanted = 'all'): Reading<Computation> {
  // Infinity has no JSON: without its name, two different dossiers would share a key.
  const key =
    JSON.stringify(dossier, (_, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
    ) ?? '';
  const name = only === 'all' ? key : `${typeof only === 'string' ? only : `id ${only.id}`} ${key}`;
  const known = remembered.get(key) ?? remembered.get(name);
  if (known !== undefined) {
    const place = remembered.has(key) ? key : name;
    remembered.delete(place);
    remembered.set(place, known);
    return known;
  }
  const made = computeDossier(dossier, pathMemory, only);
  remembered.set(name, made);
  const oldest = remembered.keys().next().value;
  if (remembered.size > KEPT && oldest !== undefined) remembered.delete(oldest);
  return made;
}
