import type { Confidence } from './figure.ts';
import { MATRIX_ROWS } from './form-instrument-rows.ts';
import { type Legality, ruling, type Verdict } from './legality.ts';

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
  | 'authority-guarantee';

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

export interface MatrixCell {
  readonly rule: string;
  readonly mark: Mark;
  readonly verdict: Verdict;
  readonly confidence: Confidence;
  readonly article: string;
  readonly reason: string;
  readonly remedy: string;
}

const VERDICTS: Readonly<Record<Mark, Verdict>> = { O: 'possible', C: 'a-verifier', N: 'impossible' };

/** « sas-ess.titre-participatif » */
function ruleOf(form: MatrixForm, instrument: MatrixInstrument): string {
  return `${form.toLowerCase()}.${instrument}`;
}

function articleOf(form: MatrixForm, instrument: MatrixInstrument): string {
  const row = MATRIX_ROWS[instrument];
  return row.words[form]?.article ?? row.article;
}

/**
 * What a legal form may issue, contract or receive: one cell of the matrix, as a rule applied. A cell that was not read
 * in a text never forbids: it asks to verify.
 */
export function instrumentLegality(form: MatrixForm, instrument: MatrixInstrument): Legality {
  const row = MATRIX_ROWS[instrument];
  const mark = row.marks[form];
  const said = row.words[form];
  const confidence: Confidence = row.read.includes(form) ? 'sourced' : 'memory';
  const subject = MATRIX_FORMS[form];
  const usual = {
    O: `${subject} peut ${row.can}.`,
    C: `${subject} peut ${row.can} sous conditions.`,
    N: `${subject} ne peut pas ${row.cannot}.`,
  }[mark];
  const article = articleOf(form, instrument);
  return ruling({
    rule: ruleOf(form, instrument),
    verdict: VERDICTS[mark],
    article: confidence === 'memory' && mark !== 'O' ? `${article} ; de mémoire` : article,
    reason: said?.reason ?? usual,
    remedy: said?.remedy ?? (mark === 'O' ? 'Rien à faire.' : row.remedy),
    confidence,
  });
}

/** The same, as a cell to print: its confidence stands beside its article, which does not say it again. */
export function matrixCell(form: MatrixForm, instrument: MatrixInstrument): MatrixCell {
  const { rule, verdict, confidence, reason, remedy } = instrumentLegality(form, instrument);
  const { marks } = MATRIX_ROWS[instrument];
  return {
    rule,
    mark: marks[form],
    verdict,
    confidence,
    article: articleOf(form, instrument),
    reason,
    remedy,
  };
}
