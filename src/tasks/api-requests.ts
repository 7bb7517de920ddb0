import { z } from 'zod';
import { text } from '../input/fields.ts';
import { type Problem, type Reading, readInput } from '../input/problem.ts';

/** What the tasks about a whole dossier take: the body of the call is the dossier itself. */
export interface DossierRequest {
  readonly dossier: unknown;
}

/** What the calls that name a path and figures receive: a dossier inside an envelope. */
const LONGEST_ID = 200;
const MOST_LINES = 2000;

const dossier = z.unknown().refine((value) => value !== undefined, {
  error: 'champ manquant : mettez le dossier entier sous « dossier »',
});
const path = text(LONGEST_ID)
  .optional()
  .meta({ description: 'Identifiant de la voie ; la voie principale à défaut.' });

export const figuresRequest = z.strictObject({
  dossier,
  path,
  lines: z
    .array(text(LONGEST_ID))
    .max(MOST_LINES)
    .optional()
    .meta({ description: 'Identifiants des lignes voulues ; toutes à défaut.' }),
});

export const explanationRequest = z.strictObject({
  dossier,
  path,
  figure: z
    .string({
      error: ({ input }) =>
        `${input === undefined ? 'champ manquant : ' : ''}écrivez un identifiant entre guillemets, par exemple "operator.ebe"`,
    })
    .max(LONGEST_ID, { error: `identifiant trop long : au plus ${LONGEST_ID} caractères` })
    .meta({
      description: 'Identifiant d’une ligne, d’une donnée du dossier (`site.price`) ou d’un chiffre clé.',
    }),
  period: text(10).optional().meta({ description: '"2028-03" ou "2028" ; rien pour un chiffre unique.' }),
});

/** Reads an envelope; the dossier in it is read by the computation. */
export function readEnvelope<T>(schema: z.ZodType<T>, json: unknown): Reading<T> {
  return readInput(schema, json);
}

/** Problems of the dossier, seen from the envelope: `site.price` is `dossier.site.price`. */
export function insideDossier(problems: readonly Problem[]): Problem[] {
  return problems.map(({ path: place, message }) => {
    const separator = place === '' || place.startsWith('[') ? '' : '.';
    return { path: `dossier${separator}${place}`, message };
  });
}

/** One problem, as a reading. */
export function refusal(
  place: string,
  message: string,
): { readonly ok: false; readonly problems: Problem[] } {
  return { ok: false, problems: [{ path: place, message }] };
}
