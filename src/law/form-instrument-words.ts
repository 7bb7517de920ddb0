/** Legal forms as the matrix tells them apart: more than those that an operator of a dossier may have. */
export const MATRIX_FORMS = {
  SCOP: 'Une SCOP',
  SCIC: 'Une SCIC',
  'other-cooperative': 'Une autre coopérative',
  association: 'Une association',
  foundation: 'Une fondation ou une mutuelle',
  SAS: 'Une SAS',
  'SAS-ESS': 'Une SAS de l’ESS',
  SCI: 'Une SCI',
} as const;
export type MatrixForm = keyof typeof MATRIX_FORMS;

export type MatrixInstrument =
  | 'shares'
  | 'priority-shares'
  | 'investment-certificate'
  | 'titre-participatif'
  | 'titre-associatif'
  | 'bond'
  | 'convertible-bond'
  | 'warrant'
  | 'participating-loan'
  | 'associate-account'
  | 'impact-bond'
  | 'solidarity-saving'
  | 'authority-guarantee'
  | 'patronage';

/** O: open; C: under conditions; N: closed. */
export type Mark = 'O' | 'C' | 'N';

/** What is said of one form besides its mark. */
export interface CellWords {
  readonly reason: string;
  readonly article?: string;
  readonly remedy?: string;
}

export interface MatrixRow {
  readonly label: string;
  /** « émettre des titres participatifs », then after « ne peut pas ». */
  readonly can: string;
  readonly cannot: string;
  readonly article: string;
  /** What to do when the form is closed to it, or under conditions. */
  readonly remedy: string;
  readonly marks: Readonly<Record<MatrixForm, Mark>>;
  /** Forms whose cell was read in a text; the others are from memory. */
  readonly read: readonly MatrixForm[];
  readonly words: Readonly<Partial<Record<MatrixForm, CellWords>>>;
}
