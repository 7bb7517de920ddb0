import type { Context } from 'hono';

/** Whether htmx asks for a part of the page it is in; a page restored from history is asked whole. */
export function wantsFragment(c: Context): boolean {
  c.header('Vary', 'HX-Request', { append: true });
  return c.req.header('HX-Request') === 'true' && c.req.header('HX-Request-Type') !== 'full';
}
