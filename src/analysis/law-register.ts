import {
  DEPARTMENTS_NOT_RAISED,
  DEPARTMENTS_RAISED_LATER,
  DOUBTFUL_DEPARTMENTS,
} from '../law/acquisition.ts';
import { CAVEATS, type Confidence, frenchDate, type LawFigure } from '../law/figure.ts';
import { LAW_SUBJECTS } from '../law/figures.ts';
import { type MatrixCell, matrixCell } from '../law/form-instrument-matrix.ts';
import { MATRIX_ROWS } from '../law/form-instrument-rows.ts';
import {
  MATRIX_FORMS,
  type Mark,
  type MatrixForm,
  type MatrixInstrument,
} from '../law/form-instrument-words.ts';
import { LEGAL_FORMS, type LegalFormRules } from '../law/legal-forms.ts';
import { type LawRule, RULE_SUBJECTS } from '../law/rules.ts';
import { writeLawValue } from './law-writing.ts';

/** What « Méthode » and the API print of the law: figures with their dated values, lists, rules. Plain data. */
export interface RegisteredValue {
  /** Decimal string; rates as fractions. */
  readonly value: string;
  readonly written: string;
  readonly since: string;
  /** Whether `since` is only a day at which the text was already in force. */
  readonly orEarlier: boolean;
  readonly until: string | undefined;
  /** « depuis le 01/01/2022 », « du 21/02/2026 au 31/12/2027 » */
  readonly period: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note: string | undefined;
}

export interface RegisteredFigure {
  readonly id: string;
  readonly label: string;
  readonly unit: LawFigure['unit'];
  /** Newest first. */
  readonly values: readonly RegisteredValue[];
}

export interface RegisteredSubject {
  readonly title: string;
  readonly figures: readonly RegisteredFigure[];
}

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  sourced: 'texte ou commentaire officiel consulté',
  computed: 'calculé sur des chiffres sourcés',
  memory: CAVEATS.memory,
  uncertain: CAVEATS.uncertain,
};

function periodOf({ since, orEarlier, until }: LawFigure): string {
  const end = until === undefined ? undefined : frenchDate(until);
  if (orEarlier === true) {
    return `en vigueur au ${frenchDate(since)}${end === undefined ? '' : `, jusqu’au ${end}`}`;
  }
  return end === undefined ? `depuis le ${frenchDate(since)}` : `du ${frenchDate(since)} au ${end}`;
}

function registered(figure: LawFigure): RegisteredValue {
  const { value, since, until, source, confidence, note } = figure;
  const orEarlier = figure.orEarlier === true;
  const [written, period] = [writeLawValue(figure), periodOf(figure)];
  return { value, written, since, orEarlier, until, period, source, confidence, note };
}

/** Every figure of law by subject, the dated values of one figure together. */
export function lawRegister(): RegisteredSubject[] {
  return LAW_SUBJECTS.map(({ title, figures }) => ({
    title,
    figures: [...new Set(figures.map(({ id }) => id))].flatMap((id) => {
      const dated = figures.filter((figure) => figure.id === id);
      const [first] = dated;
      if (first === undefined) return [];
      const newestFirst = dated.toSorted((one, other) => (one.since < other.since ? 1 : -1));
      return [{ id, label: first.label, unit: first.unit, values: newestFirst.map(registered) }];
    }),
  }));
}

/** Lists of the law that are not one number. */
export function lawLists(): { readonly title: string; readonly source: string; readonly items: string[] }[] {
  const raised = Object.entries(DEPARTMENTS_RAISED_LATER).map(
    ([department, since]) => `${department} : 5 % depuis le ${frenchDate(since)} seulement`,
  );
  return [
    {
      title: 'Droits de mutation : départements restés à 4,50 %',
      source: 'Liste de mai 2025, banquedesterritoires.fr ; changements de 2026 non retrouvés',
      items: [DEPARTMENTS_NOT_RAISED.join(', ')],
    },
    {
      title: 'Droits de mutation : départements à valider (5 % retenu, avec un avertissement)',
      source: 'banquedesterritoires.fr (2025) ; efl.fr (18/02/2026) pour la Martinique',
      items: [
        ...Object.entries(DOUBTFUL_DEPARTMENTS).map(([department, why]) => `${department} : ${why}`),
        ...raised,
      ].toSorted(),
    },
  ];
}

/** Rules of law that are not numbers, by subject. */
export function lawRules(): readonly { readonly title: string; readonly rules: readonly LawRule[] }[] {
  return RULE_SUBJECTS;
}

export interface RegisteredForm extends LegalFormRules {
  readonly form: MatrixForm;
  readonly label: string;
}

export type Opening = 'yes' | 'conditions' | 'no';

/** What one legal form may do of one instrument. */
export interface RegisteredCell extends Omit<MatrixCell, 'mark'> {
  readonly form: MatrixForm;
  readonly formLabel: string;
  readonly open: Opening;
}

export interface RegisteredInstrument {
  readonly instrument: MatrixInstrument;
  readonly label: string;
  /** One a legal form, in the order of the forms. */
  readonly cells: readonly RegisteredCell[];
}

const OPENINGS: Readonly<Record<Mark, Opening>> = { O: 'yes', C: 'conditions', N: 'no' };
const FORMS = Object.keys(MATRIX_FORMS) as MatrixForm[];

/** « Une fondation ou une mutuelle » as the head of a column: « Fondation ou mutuelle ». */
function formLabel(form: MatrixForm): string {
  const name = MATRIX_FORMS[form].replaceAll(/\b[Uu]ne /g, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What each legal form is: capital, who answers for its debts, who votes, what it may pay out. */
export function lawForms(): RegisteredForm[] {
  return FORMS.map((form) => ({ form, label: formLabel(form), ...LEGAL_FORMS[form] }));
}

/** What each legal form may issue, contract or receive, instrument by instrument. */
export function lawMatrix(): RegisteredInstrument[] {
  return (Object.keys(MATRIX_ROWS) as MatrixInstrument[]).map((instrument) => ({
    instrument,
    label: MATRIX_ROWS[instrument].label,
    cells: FORMS.map((form) => {
      const { mark, ...cell } = matrixCell(form, instrument);
      return { form, formLabel: formLabel(form), open: OPENINGS[mark], ...cell };
    }),
  }));
}
