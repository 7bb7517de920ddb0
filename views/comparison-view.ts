import type { Chart } from '../src/report/chart-drawing.ts';
import type { ComparisonPage } from '../src/report/comparison-page.ts';
import type { DossierView } from './dossier-view.ts';

/** The comparison of the paths of a dossier and all that its parts need. */
export interface ComparisonView extends Pick<DossierView, 'assets' | 'key' | 'shown' | 'lens'> {
  readonly page: ComparisonPage;
  readonly charts: readonly Chart[];
  /** The form beside it: that of the main path. */
  readonly main: DossierView;
}
