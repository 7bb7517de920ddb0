import { resolveDossier } from '../dossier/resolution.ts';
import type { Reading } from '../input/problem.ts';
import { type BrownfieldForm, type BrownfieldPart, brownfieldForm } from '../report/brownfield-form.ts';

export interface BrownfieldFormRequest {
  readonly dossier: unknown;
  readonly part: BrownfieldPart;
}

/** The form of a brownfield, or of the need of the enterprise; null when no brownfield has this id. */
export function makeBrownfieldForm({ dossier, part }: BrownfieldFormRequest): Reading<BrownfieldForm | null> {
  const resolved = resolveDossier(dossier);
  return resolved.ok ? { ok: true, value: brownfieldForm(resolved.value, part) ?? null } : resolved;
}
