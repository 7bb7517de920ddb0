import { Hono } from 'hono';
import { methodPage } from '../../views/method-page.ts';
import { lawCsv } from '../report/law-csv.ts';
import { makeMethodPage } from '../report/method-page.ts';
import type { WebDependencies } from './dependencies.ts';

/** Longest words looked for: past it, the rest is left out. */
const LONGEST_QUERY = 200;

/** « Méthode », mounted at `/methode`: conventions, law, hypotheses, limits; its law as a file. */
export function methodPages({ assets }: WebDependencies): Hono {
  const pages = new Hono();
  pages.get('/', (c) => {
    const query = (c.req.query('q') ?? '').slice(0, LONGEST_QUERY).trim();
    c.header('Cache-Control', 'no-cache');
    return c.html(methodPage({ assets, page: makeMethodPage(query) }));
  });
  pages.get('/droit.csv', (c) => {
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="levier-droit.csv"');
    c.header('Cache-Control', 'no-cache');
    return c.body(lawCsv());
  });
  return pages;
}
