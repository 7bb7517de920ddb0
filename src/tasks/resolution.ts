import type { Reading } from '../input/problem.ts';
import type { ResolutionAnswer } from './api-answers.ts';
import type { DossierRequest } from './api-requests.ts';
import { rememberedComputation } from './remembered.ts';

/** The same dossier with nothing optional left: defaults, and the amounts that a search finds, each with its origin. */
export function makeResolution({ dossier }: DossierRequest): Reading<ResolutionAnswer> {
  const computation = rememberedComputation(dossier);
  if (!computation.ok) return computation;
  const { dossier: resolved, warnings } = computation.value;
  return {
    ok: true,
    value: {
      dossier: { ...resolved.json },
      origins: { ...resolved.origins },
      warnings: warnings.map(({ path, message }) => ({ path, message })),
    },
  };
}
