import { resolveDossier } from '../dossier/resolution.ts';
import type { RawDossier } from '../input/description.ts';
import type { Reading } from '../input/problem.ts';
import { dossierOnSite } from '../sites/dossier-on-site.ts';

export interface SettledDossierRequest {
  readonly dossier: RawDossier;
  /** Id of one of its brownfields. */
  readonly brownfield: string;
}

/** The dossier with a brownfield as its site, checked; every problem at once when it does not hold. */
export function makeSettledDossier({ dossier, brownfield }: SettledDossierRequest): Reading<RawDossier> {
  const settled = dossierOnSite(dossier, brownfield);
  if (!settled.ok) return settled;
  const resolved = resolveDossier(settled.value);
  return resolved.ok ? settled : resolved;
}
