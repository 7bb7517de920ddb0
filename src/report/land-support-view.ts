import type { Problem } from '../input/problem.ts';
import type { Competence, Mention } from '../siting/land-support/support-form.ts';

/** A field of the form of targets, with what the path reaches without support. */
export interface TargetField {
  readonly name: 'occupation' | 'couverture' | 'tri';
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly help: string;
  readonly problem?: string;
}

export interface LandSupportRow {
  readonly id: string;
  readonly label: string;
  readonly level: string;
  readonly nominal: string;
  readonly presentCost: string;
  readonly grantEquivalent: string;
  readonly ceiling: string;
  readonly isAboveCeiling: boolean;
  readonly perJob: string;
  readonly perInsertionJob: string;
}

/** What is folded under a form. */
export interface LandSupportDetail {
  readonly id: string;
  readonly label: string;
  readonly reason: string | undefined;
  readonly check: string | undefined;
  readonly assumed: readonly string[];
  readonly ceiling: readonly string[];
  readonly returns: readonly (readonly [label: string, amount: string, since: string])[];
  readonly payback: string | undefined;
  readonly competence: Competence;
  readonly deliberation: readonly Mention[];
  /** « Reprendre ce rabais dans le dossier »; undefined when there is nothing to take. */
  readonly take: string | undefined;
}

/** A table of texts: columns, then rows. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface LandSupportAnswerPage {
  readonly lead: readonly string[];
  readonly isFound: boolean;
  /** Whether all that is found goes beyond the ceiling of public aid: never shown as allowed. */
  readonly isOverCeiling: boolean;
  readonly present: TextTable;
  readonly forms: readonly LandSupportRow[];
  readonly details: readonly LandSupportDetail[];
  readonly budget: TextTable;
  readonly mixes: TextTable;
  readonly notes: readonly string[];
}

/** The page: what may be aimed at in a path, and the answer to what is. */
export interface LandSupportView {
  readonly title: string;
  readonly operatorName: string;
  readonly siteName: string;
  readonly pathId: string;
  readonly pathLabel: string;
  readonly paths: readonly { readonly id: string; readonly label: string }[];
  readonly fields: readonly TargetField[];
  readonly answer: LandSupportAnswerPage | undefined;
  /** What is wrong in the targets, by their place in the request. */
  readonly targetProblems: readonly Problem[];
  /** Why nothing can be searched in this path. */
  readonly problem: string | undefined;
}
