import { BROWNFIELD } from '../../src/dossier/brownfield.ts';
import type { Brownfield } from '../../src/dossier/dossier.ts';
import { resolvePart } from '../../src/dossier/resolution.ts';

/** A brownfield of the tests: an industrial site of which little is known, with these changes. */
export function brownfield(changes: object = {}): Brownfield {
  const typed = {
    id: 'ancienne-fonderie',
    name: 'Ancienne fonderie',
    commune: 'Roanne',
    department: '42',
    landAreaM2: '20000',
    ...changes,
  };
  const read = resolvePart(BROWNFIELD, typed);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.values;
}
