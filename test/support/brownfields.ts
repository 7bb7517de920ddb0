import { BROWNFIELD } from '../../src/dossier/brownfield.ts';
import type { Brownfield } from '../../src/dossier/dossier.ts';
import { resolvePart } from '../../src/dossier/resolution.ts';
import { shippedScenario } from './dossiers.ts';

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

/** Two of the brownfields of the case, and two of its ways: what a quick test can compute. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
export function twoSites(): any {
  const dossier = shippedScenario('friche-comparee');
  const kept = (note: { path: string }) => !/^(paths|brownfields)\[/.test(note.path);
  return {
    ...dossier,
    brownfields: dossier.brownfields.filter(({ id }: { id: string }) =>
      ['filature', 'plateforme'].includes(id),
    ),
    paths: dossier.paths.filter(({ id, kind }: { id?: string; kind: string }) =>
      ['bank-loan', 'guarantee'].includes(id ?? kind),
    ),
    mainPath: 'bank-loan',
    confirmations: [],
    facts: dossier.facts.filter(kept),
    hypotheses: dossier.hypotheses.filter(kept),
  };
}
