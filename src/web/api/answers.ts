import type { Context } from 'hono';
import { nearestWord } from '../../input/nearest.ts';
import type { Reading } from '../../input/problem.ts';
import { TasksBusy, TaskTooLong } from '../../tasks/run-task.ts';
import type { WebDependencies } from '../dependencies.ts';
import { problemAnswer, refusedData } from './problems.ts';

/** Seconds after which a refused client may try again. */
const RETRY_AFTER = '2';

/** A computed answer, or the problems of the data. Never kept: the next version of the law may change it. */
export function readingAnswer(context: Context, reading: Reading<unknown>): Response {
  if (!reading.ok) return refusedData(reading.problems);
  return context.json(reading.value as object, 200, { 'Cache-Control': 'no-store' });
}

/** 404: nothing bears this name; the nearest one is proposed. */
export function unknownName(what: string, name: string, known: readonly string[]): Response {
  const near = nearestWord(name, known);
  const remedy = near === undefined ? `choisissez parmi ${known.join(', ')}` : `vouliez-vous « ${near} » ?`;
  return problemAnswer('introuvable', `${what} « ${name.slice(0, 80)} » introuvable : ${remedy}`);
}

/** 404: no such address; an address that only ends with a slash too many is redirected. */
export function unknownAddress(context: Context): Response {
  const { path } = context.req;
  if (path.length > 1 && path.endsWith('/')) return context.redirect(path.replace(/\/+$/, ''), 308);
  return problemAnswer(
    'introuvable',
    `Rien à l’adresse ${path.slice(0, 200)} : la liste des appels est à l’adresse /api.`,
  );
}

/** What an address answers to methods it does not know, and to OPTIONS. */
export function otherMethods(methods: readonly string[]): (context: Context) => Response {
  const allowed = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const allow = [...allowed, 'OPTIONS'].join(', ');
  return (context) => {
    if (context.req.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: { Allow: allow } });
    const detail = `Cette adresse n’accepte pas ${context.req.method.slice(0, 20)} : employez ${allowed.join(' ou ')}.`;
    return problemAnswer('methode-refusee', detail, [], { Allow: allow });
  };
}

/** What is thrown: a server that cannot keep up, or a defect of ours, told to the log and never to the client. */
export function thrownAnswer({
  logger,
}: Pick<WebDependencies, 'logger'>): (thrown: Error, context: Context) => Response {
  return (thrown, context) => {
    if (thrown instanceof TasksBusy) {
      const detail = 'Trop de calculs attendent : recommencez dans un instant.';
      return problemAnswer('serveur-occupe', detail, [], { 'Retry-After': RETRY_AFTER });
    }
    if (thrown instanceof TaskTooLong) {
      const detail =
        'Le calcul a été arrêté, trop long : réduisez les durées du dossier, ou recommencez plus tard.';
      return problemAnswer('serveur-occupe', detail, [], { 'Retry-After': RETRY_AFTER });
    }
    logger.error({ err: thrown, path: context.req.path }, 'API call failed');
    return problemAnswer('calcul-impossible', 'Levier n’a pas su répondre. Le défaut est enregistré.');
  };
}
