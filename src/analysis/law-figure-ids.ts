import { LAW_SUBJECTS } from '../law/figures.ts';

/** Ids of the figures that « Méthode » prints, without `law.`: a conservation check bears the same first word and is none. */
export const LAW_FIGURE_IDS: ReadonlySet<string> = new Set(
  LAW_SUBJECTS.flatMap(({ figures }) => figures.map(({ id }) => id)),
);
