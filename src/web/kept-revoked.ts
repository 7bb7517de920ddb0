import type { MiddlewareHandler } from 'hono';
import { findShareLink } from '../store/share-links.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, type Failure } from './failures.ts';

export const REVOKED: Failure = {
  status: 410,
  title: 'Lien révoqué',
  text: 'Ce lien de partage a été révoqué par la personne qui l’avait créé : il n’ouvre plus rien. Demandez-lui un nouveau lien.',
};

/** Whether a key is that of a share link that was revoked. */
export async function isRevoked({ store }: WebDependencies, key: string): Promise<boolean> {
  const link = await findShareLink(store, key);
  return link !== undefined && link.revoked_at !== null;
}

/** Everything that stood under a revoked link is gone, and says so: page, explanations, workbook, tables. */
export function refuseRevoked(deps: WebDependencies): MiddlewareHandler<object, '/:key'> {
  return async (c, next) => {
    if (!(await isRevoked(deps, c.req.param('key')))) return await next();
    return await answerFailure(deps, c, REVOKED);
  };
}
