import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { WebDependencies } from './dependencies.ts';

/**
 * One line a request: method, route, status, duration. The route, not the address: the key of a dossier opens it, and
 * what a form holds is nobody else's business.
 */
export function logRequests({ logger, now }: WebDependencies): MiddlewareHandler {
  return async (c, next) => {
    const start = Date.parse(now());
    await next();
    const milliseconds = Date.parse(now()) - start;
    logger.info(
      { method: c.req.method, route: routePath(c, -1), status: c.res.status, milliseconds },
      'request',
    );
  };
}
