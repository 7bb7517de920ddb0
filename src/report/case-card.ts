import type { Computation } from '../analysis/computed.ts';
import { type CaseFigure, caseFigures } from './case-figures.ts';
import { fingerprintOf } from './fingerprint.ts';
import { writeKeyFigure } from './key-figure-writing.ts';

/** What is shipped of the card of a case: the dossier that it was computed from, and the figures of its main path. */
export function cardOf(
  dossier: unknown,
  { dossier: { values }, paths }: Computation,
): { readonly dossier: string; readonly figures: readonly CaseFigure[] } {
  const main = paths.find(({ path }) => path.id === values.mainPath);
  const figures =
    main === undefined
      ? []
      : caseFigures(main.path.kind, (lens, id) => {
          const figure = main.keyFigures[lens].find((item) => item.id === id);
          return figure === undefined ? undefined : writeKeyFigure(figure);
        });
  return { dossier: fingerprintOf(dossier), figures };
}
