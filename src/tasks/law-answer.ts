import { lawRegister } from '../analysis/law-register.ts';
import type { LawAnswer } from './api-answers.ts';
import { API_UNITS } from './api-units.ts';

/** Every dated value of every figure of law, as the API gives it: by subject, newest first. */
export function makeLawAnswer(): LawAnswer {
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
