import { describe, expect, test } from 'vitest';
import { instrumentLegality, matrixCell } from '../../src/law/form-instrument-matrix.ts';
import { MATRIX_ROWS } from '../../src/law/form-instrument-rows.ts';
import { MATRIX_FORMS, type MatrixForm, type MatrixInstrument } from '../../src/law/form-instrument-words.ts';

/**
 * The matrix of faits.md §1.2, written again from the document: O, C or N, by form in its order. A mark in upper case was
 * read in a text, one in lower case is from memory.
 */
const FORMS: readonly MatrixForm[] = [
  'SCOP',
  'SCIC',
  'other-cooperative',
  'association',
  'foundation',
  'SAS',
  'SAS-ESS',
  'SCI',
];
const EXPECTED: Readonly<Record<MatrixInstrument, string>> = {
  shares: 'O O o N n o o O',
  'priority-shares': 'o o o n n c c n',
  'investment-certificate': 'c c o n n n n n',
  'titre-participatif': 'O O o N c N N N',
  'titre-associatif': 'n n n O c n n n',
  bond: 'c c c O c o o c',
  'convertible-bond': 'C c c n n o o n',
  warrant: 'c c c n n o o n',
  'participating-loan': 'o o o c c o o c',
  'associate-account': 'o o o n n o o o',
  'impact-bond': 'o o o o o o o n',
  'solidarity-saving': 'c c c c n n o n',
  'authority-guarantee': 'O O O O O O O O',
  // Not in faits.md: CGI 238 bis and its comments; the SCOP, by a ministerial answer (question 91850).
  patronage: 'N c n C c N N N',
};

const CELLS = (Object.entries(EXPECTED) as [MatrixInstrument, string][]).flatMap(([instrument, marks]) =>
  marks.split(' ').map((mark, index) => ({ instrument, form: FORMS[index] as MatrixForm, mark })),
);

test.each(CELLS)('$form × $instrument: $mark', ({ form, instrument, mark }) => {
  const cell = matrixCell(form, instrument);
  const isRead = mark === mark.toUpperCase();
  expect(cell.mark).toBe(mark.toUpperCase());
  expect(cell.confidence).toBe(isRead ? 'sourced' : 'memory');
  const verdict = { O: 'possible', C: 'a-verifier', N: isRead ? 'impossible' : 'a-verifier' }[
    mark.toUpperCase()
  ];
  expect(cell.verdict).toBe(verdict);
  for (const words of [cell.reason, cell.remedy, cell.article]) expect(words).toMatch(/\S{3}/);
  expect(cell.reason).toMatch(/\.$/);
});

test('every cell is there, and says of memory what is from memory', () => {
  expect(Object.keys(MATRIX_ROWS).sort()).toEqual(Object.keys(EXPECTED).sort());
  expect(FORMS).toEqual(Object.keys(MATRIX_FORMS));
  const closed = CELLS.filter(({ mark }) => mark === 'n' || mark === 'c');
  for (const { form, instrument } of closed)
    expect(instrumentLegality(form, instrument).article).toMatch(/de mémoire$/);
});

describe('mistake 3: titres participatifs', () => {
  test.each(['SAS', 'SAS-ESS', 'SCI', 'association'] as const)('%s may not issue any', (form) => {
    const rule = instrumentLegality(form, 'titre-participatif');
    expect(rule).toMatchObject({ verdict: 'impossible', confidence: 'sourced' });
    expect(rule.article).toBe('C. com. art. L228-36');
    expect(rule.remedy).toContain('prêt subordonné');
  });

  test.each(['SCOP', 'SCIC', 'other-cooperative'] as const)('%s may', (form) => {
    expect(instrumentLegality(form, 'titre-participatif').verdict).toBe('possible');
  });
});
