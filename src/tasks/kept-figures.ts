import { type KeptPath, keptFigures } from '../analysis/kept-figures.ts';
import type { Reading } from '../input/problem.ts';
import type { DossierRequest } from './api-requests.ts';
import { rememberedComputation } from './remembered.ts';

/** What is kept beside a dossier when a version of it is saved. */
export interface FiguresToKeep {
  readonly title: string;
  /** ISO date of the law applied. */
  readonly lawDate: string;
  readonly paths: readonly KeptPath[];
}

/** The key figures of every path of a dossier, to be kept with a version or compared with those kept. */
export function makeKeptFigures({ dossier }: DossierRequest): Reading<FiguresToKeep> {
  const computation = rememberedComputation(dossier);
  if (!computation.ok) return computation;
  const { title, lawDate } = computation.value.dossier.values;
  return { ok: true, value: { title, lawDate, paths: keptFigures(computation.value) } };
}
