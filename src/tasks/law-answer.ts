import { lawForms, lawMatrix, lawRegister, lawRules } from '../analysis/law-register.ts';
import { API_UNITS } from './api-units.ts';
import type { LawAnswer } from './law-shape.ts';

function figures(): LawAnswer['figures'] {
  return lawRegister().flatMap(({ title, figures }) =>
    figures.flatMap(({ id, label, unit, values }) =>
      values.map(({ value, since, orEarlier, until = null, source, confidence, note = null }) => ({
        id,
        subject: title,
        label,
        value,
        unit: API_UNITS[unit],
        since,
        sinceOrEarlier: orEarlier,
        until,
        source,
        confidence,
        note,
      })),
    ),
  );
}

/** The law as the API gives it: dated values by subject, newest first; rules; legal forms and what each may issue. */
export function makeLawAnswer(): LawAnswer {
  return {
    figures: figures(),
    rules: lawRules().flatMap(({ title, rules }) =>
      rules.map(({ rule, reason, article, confidence }) => ({
        rule,
        subject: title,
        reason,
        article,
        confidence,
      })),
    ),
    forms: lawForms(),
    matrix: lawMatrix().map(({ instrument, label, cells }) => ({
      instrument,
      label,
      cells: cells.map(({ form, rule, open, verdict, reason, article, remedy, confidence }) => ({
        form,
        rule,
        open,
        verdict,
        reason,
        article,
        remedy,
        confidence,
      })),
    })),
  };
}
