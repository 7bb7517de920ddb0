import type { Problem } from '../../input/problem.ts';

/** Every kind of refusal of the API (RFC 9457): its status, its title and what the readable page says of it. */
export const REFUSALS = {
  'json-illisible': {
    status: 400,
    title: 'JSON illisible',
    when: 'Le corps n’est pas du JSON : coupé, virgule en trop, vide.',
  },
  introuvable: {
    status: 404,
    title: 'Introuvable',
    when: 'L’adresse, le cas de l’étude ou la calculette n’existe pas.',
  },
  'methode-refusee': {
    status: 405,
    title: 'Méthode refusée',
    when: 'L’adresse existe, mais pas avec cette méthode : voyez l’en-tête Allow.',
  },
  'corps-trop-gros': {
    status: 413,
    title: 'Corps trop gros',
    when: 'Plus de 2 Mio, ou 50 Mio pour un import : le reste n’est pas lu, la connexion est fermée.',
  },
  'type-refuse': {
    status: 415,
    title: 'Type de contenu refusé',
    when: 'Le corps n’est pas annoncé comme application/json en UTF-8 (text/csv ou application/geo+json pour un import), sans compression.',
  },
  'donnees-refusees': {
    status: 422,
    title: 'Données refusées',
    when: 'Le JSON ou le fichier ne convient pas : « errors » dit où et quoi écrire.',
  },
  'calcul-impossible': {
    status: 500,
    title: 'Erreur du serveur',
    when: 'Un défaut de Levier, jamais des données : signalez-le.',
  },
  'serveur-occupe': {
    status: 503,
    title: 'Serveur occupé',
    when: 'Trop de calculs attendent, ou celui-ci est trop long : recommencez après le délai de Retry-After.',
  },
} as const;

export type Refusal = keyof typeof REFUSALS;

/** A refusal as the API answers it. `type` leads to its line of the readable page; `errors` is never empty. */
export function problemBody(refusal: Refusal, detail: string, errors: readonly Problem[] = []) {
  const { status, title } = REFUSALS[refusal];
  return {
    type: `/api#${refusal}`,
    title,
    status,
    detail,
    errors: (errors.length === 0 ? [{ path: '', message: detail }] : errors).map(({ path, message }) => ({
      path,
      message,
    })),
  };
}

/** The answer of a refusal: `application/problem+json`, never kept by a cache. */
export function problemAnswer(
  refusal: Refusal,
  detail: string,
  errors: readonly Problem[] = [],
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = problemBody(refusal, detail, errors);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    },
  });
}

/** 422: everything that is wrong in the data, at once. */
export function refusedData(problems: readonly Problem[]): Response {
  const detail =
    problems.length === 1 ? 'Une donnée est refusée.' : `${problems.length} données sont refusées.`;
  return problemAnswer('donnees-refusees', detail, problems);
}
