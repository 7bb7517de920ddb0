import type { Confidence } from './figure.ts';
import { MATRIX_ROWS } from './form-instrument-rows.ts';
import { MATRIX_FORMS, type Mark, type MatrixForm, type MatrixInstrument } from './form-instrument-words.ts';
import { type Legality, ruling, type Verdict } from './legality.ts';

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
