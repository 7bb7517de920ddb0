import type { Chart } from '../src/report/chart-drawing.ts';
import type { SiteComparisonPage } from '../src/report/site-comparison-page.ts';
import type { ShownSites } from './addresses.ts';
import type { Assets } from './assets.ts';

/** The comparison of the brownfields of a dossier, as it is shown. */
export interface SiteComparisonView {
  readonly assets: Assets;
  readonly key: string;
  readonly shown: Required<ShownSites>;
  readonly page: SiteComparisonPage;
  readonly charts: readonly Chart[];
}
