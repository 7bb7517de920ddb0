import { makeApiExplanation } from './api-explanation.ts';
import { makeBrownfieldForm } from './brownfield-form.ts';
import { drawComparedCharts, drawPathCharts } from './charts.ts';
import { makeComparison } from './comparison.ts';
import { makeComparisonPage } from './comparison-page.ts';
import { makeCrossovers } from './crossovers.ts';
import { explainFigure } from './explanation.ts';
import { makeFigures } from './figures.ts';
import { makeDebtState, makeDeliberation } from './guarantee-documents.ts';
import { makeKeptFigures } from './kept-figures.ts';
import { makeLandSupportAnswer } from './land-support-answer.ts';
import { makeLandSupportCsv, makeLandSupportPage, takeLandSupport } from './land-support-page.ts';
import { makeLawNote } from './law-note.ts';
import { makePathPage } from './path-page.ts';
import { makeResolution } from './resolution.ts';
import { makeSearchAnswer } from './search-answer.ts';
import { makeSettledDossier } from './settled-dossier.ts';
import {
  makeSiteColumns,
  makeSiteComparison,
  makeSiteComparisonCsv,
  planSiteComparison,
} from './site-comparison.ts';
import { makeSiteCostPage, makeSiteFile } from './site-cost-page.ts';
import { explainSiteFigure, makeSiteWorkbook } from './site-figures.ts';
import { makeTableCsv } from './table-csv.ts';
import { answerTool } from './tool-answer.ts';
import { makeVehiclePage } from './vehicle-page.ts';
import { makeVersionChanges } from './version-changes.ts';
import { makeWorkbook } from './workbook.ts';

/** What workers do: pure functions from plain data to plain data, by name. One line each. */
export const TASKS = {
  pathPage: makePathPage,
  vehiclePage: makeVehiclePage,
  charts: drawPathCharts,
  comparisonPage: makeComparisonPage,
  comparedCharts: drawComparedCharts,
  crossovers: makeCrossovers,
  landSupportAnswer: makeLandSupportAnswer,
  landSupportPage: makeLandSupportPage,
  landSupportCsv: makeLandSupportCsv,
  landSupportTaken: takeLandSupport,
  lawNote: makeLawNote,
  brownfieldForm: makeBrownfieldForm,
  settledDossier: makeSettledDossier,
  explanation: explainFigure,
  searchAnswer: makeSearchAnswer,
  siteCostPage: makeSiteCostPage,
  siteFile: makeSiteFile,
  siteExplanation: explainSiteFigure,
  siteWorkbook: makeSiteWorkbook,
  tableCsv: makeTableCsv,
  deliberation: makeDeliberation,
  debtState: makeDebtState,
  workbook: makeWorkbook,
  resolution: makeResolution,
  comparison: makeComparison,
  figures: makeFigures,
  apiExplanation: makeApiExplanation,
  tool: answerTool,
  keptFigures: makeKeptFigures,
  versionChanges: makeVersionChanges,
  siteComparisonPlan: planSiteComparison,
  siteColumns: makeSiteColumns,
  siteComparison: makeSiteComparison,
  siteComparisonCsv: makeSiteComparisonCsv,
} as const;

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
