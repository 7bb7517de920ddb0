import type { Lens } from '../src/analysis/key-figure.ts';
import type { LawNote } from '../src/analysis/law-note.ts';
import type { Problem } from '../src/input/problem.ts';
import type { Chart } from '../src/report/chart-drawing.ts';
import type { PathPage } from '../src/report/page.ts';
import type { Shown } from './addresses.ts';
import type { Assets } from './assets.ts';
import type { ColumnsView } from './columns-panel.ts';
import type { RefusedPoint } from './confirmation.ts';
import type { KeptPlace } from './kept-form.ts';

/** The page of a path and all that its parts need. */
export interface DossierView {
  readonly assets: Assets;
  /** Of the inputs shown. */
  readonly key: string;
  readonly shown: Shown;
  readonly lens: Lens;
  readonly page: PathPage;
  readonly charts: readonly Chart[];
  readonly form: FormView;
  readonly kept: KeptPlace;
  /** What today's law would change; undefined when the dossier applies it. */
  readonly lawNote: LawNote | undefined;
  readonly columns: ColumnsView;
  /** A point to verify whose note was refused. */
  readonly refusedPoint?: RefusedPoint | undefined;
}

export interface FormView {
  /** Where the form is sent; what it changes is said by its hidden field. */
  readonly action: string;
  readonly key: string;
  /** The case that these inputs were made from, when they differ from it. */
  readonly originalAddress: string | undefined;
  /** What was typed, by path: shown again as it was. */
  readonly typed: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** The part that a button of the form has just added or changed: the person goes on from there. */
  readonly changedPart: string | undefined;
}
