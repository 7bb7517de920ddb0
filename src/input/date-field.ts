import { z } from 'zod';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const FRENCH = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/;

/** Whether this day is in the calendar (29 February in leap years only). */
function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What is wrong in a text meant as a date, if anything. */
function dateFault(text: string, from: string, to: string): string | undefined {
  const iso = ISO.exec(text);
  if (iso === null) {
    const french = FRENCH.exec(text.trim());
    if (french === null) return 'date illisible : écrivez année-mois-jour, par exemple "2026-11-30"';
    const [, day = '', month = '', year = ''] = french;
    const proposal = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return `date à écrire année-mois-jour : écrivez "${proposal}"`;
  }
  const [, year = '', month = '', day = ''] = iso;
  if (!exists(Number(year), Number(month), Number(day))) {
    return `le ${day}/${month}/${year} n’existe pas : écrivez une date du calendrier`;
  }
  if (text < from || text > to) return `date hors limites : écrivez une date du ${from} au ${to}`;
  return undefined;
}

/**
 * A day of the calendar, ISO: "2026-11-30".
 * @param from, to first and last day accepted; years 1900 to 2199 unless given
 */
export function isoDate(from = '1900-01-01', to = '2199-12-31'): z.ZodType<string, string> {
  return z
    .string({
      error: ({ input }) =>
        input === undefined
          ? 'champ manquant : écrivez une date, par exemple "2026-11-30"'
          : 'écrivez une date entre guillemets, par exemple "2026-11-30"',
    })
    .meta({ format: 'date', examples: ['2026-11-30'] })
    .superRefine((text, context) => {
      const message = dateFault(text, from, to);
      if (message !== undefined) context.addIssue({ code: 'custom', message, input: text });
    });
}
