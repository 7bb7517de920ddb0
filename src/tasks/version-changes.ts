import type { KeptPath } from '../analysis/kept-figures.ts';
import { resolveDossier } from '../dossier/resolution.ts';
import type { RawDossier } from '../input/description.ts';
import { type DossierChanges, dossierChanges } from '../report/dossier-changes.ts';
import type { ToldDossier } from '../report/dossier-wording.ts';
import { figureChanges, type PathFigureChanges } from '../report/figure-changes.ts';

interface ComparedVersion {
  readonly dossier: RawDossier;
  readonly paths: readonly KeptPath[];
}

export interface VersionsRequest {
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
}

export interface VersionChanges extends DossierChanges {
  readonly paths: readonly PathFigureChanges[];
}

/** With its defaults; as typed when this program no longer reads what another one wrote. */
function toldOf(dossier: RawDossier): ToldDossier {
  const resolved = resolveDossier(dossier);
  return resolved.ok ? resolved.value : { json: dossier, origins: {} };
}

/** Two versions of a dossier, field by field and figure by figure. */
export function makeVersionChanges({ before, after }: VersionsRequest): VersionChanges {
  return {
    ...dossierChanges(toldOf(before.dossier), toldOf(after.dossier)),
    paths: figureChanges(before.paths, after.paths),
  };
}
