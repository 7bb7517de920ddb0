import { z } from 'zod';

/** Codes of the departments of metropolitan France and overseas: two digits, 2A, 2B, 971 to 976. */
export const DEPARTMENTS: readonly string[] = [
  ...Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0')).filter(
    (code) => code !== '20',
  ),
  '2A',
  '2B',
  '971',
  '972',
  '973',
  '974',
  '976',
];

function fault(code: string): string | undefined {
  if (DEPARTMENTS.includes(code)) return undefined;
  const upper = code.trim().toUpperCase();
  const padded = /^\d$/.test(upper) ? `0${upper}` : upper;
  // A postal code or an INSEE code holds the department: its first two characters, three overseas.
  const start = padded.startsWith('97') ? padded.slice(0, 3) : padded.slice(0, 2);
  const proposal = DEPARTMENTS.find((known) => known === padded || (padded.length === 5 && known === start));
  if (proposal !== undefined) return `code de département refusé : écrivez "${proposal}"`;
  if (upper === '20') return 'la Corse a deux départements : écrivez "2A" ou "2B"';
  return 'département inconnu : écrivez son code, par exemple "42", "2A" ou "974"';
}

/** The code of a department, text: "42", "01", "2A", "974". */
export function departmentCode(): z.ZodType<string, string> {
  return z
    .string({
      error: ({ input }) => {
        if (input === undefined) return 'champ manquant : écrivez un code de département, par exemple "42"';
        const proposal = typeof input === 'number' ? String(input).padStart(2, '0') : '42';
        return `écrivez un code de département entre guillemets, par exemple "${DEPARTMENTS.includes(proposal) ? proposal : '42'}"`;
      },
    })
    .meta({ examples: ['42', '2A', '974'] })
    .superRefine((code, context) => {
      const message = fault(code);
      if (message !== undefined) context.addIssue({ code: 'custom', message, input: code });
    });
}
