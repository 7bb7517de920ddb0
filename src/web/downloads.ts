import type { Context } from 'hono';
import { scopeFrom } from '../../views/addresses.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, answerRefusal, UNKNOWN_DOSSIER } from './failures.ts';
import { type OpenedDossier, openDossier } from './opened-dossier.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Letters, digits and dashes: the name of a file that any machine accepts. */
function fileName(...parts: readonly string[]): string {
  const text = parts.join('-').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return text.replaceAll(/[^a-z0-9.]+/g, '-').replaceAll(/^-|-$/g, '');
}

function file(c: Context, name: string, type: string, content: string | Uint8Array<ArrayBuffer>): Response {
  c.header('Content-Type', type);
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  c.header('Cache-Control', 'private, no-cache');
  return c.body(content);
}

type Answer = (c: Context, opened: OpenedDossier, path: string | undefined) => Promise<Response>;

function ofDossier(deps: WebDependencies, answer: Answer) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    return answer(c, opened, c.req.query('voie') || undefined);
  };
}

/** The workbook of a path, with live formulas. */
export function workbookFile(deps: WebDependencies) {
  return ofDossier(deps, async (c, { dossier }, path) => {
    const scope = scopeFrom(c.req.query('perimetre'));
    const workbook = await deps.run('workbook', { dossier, path, scope });
    if (!workbook.ok) return answerRefusal(deps, c, workbook.problems);
    const sites = scope === 'vehicle' ? ['tous-les-sites'] : [];
    const name = fileName('levier', String(dossier.id), ...(path === undefined ? [] : [path]), ...sites);
    return file(c, `${name}.xlsx`, XLSX, new Uint8Array(workbook.value));
  });
}

/** The inputs, as `scenarios/` and the API write them. */
export function dossierFile(deps: WebDependencies) {
  return ofDossier(deps, async (c, { dossier, kept }) => {
    const version = kept?.kind === 'version' || kept?.kind === 'shared' ? [`v${kept.version.number}`] : [];
    const name = fileName('levier', String(dossier.id), ...version);
    return file(
      c,
      `${name}.json`,
      'application/json; charset=utf-8',
      `${JSON.stringify(dossier, null, 2)}\n`,
    );
  });
}

/** One table of a path. */
export function tableFile(deps: WebDependencies) {
  return ofDossier(deps, async (c, { dossier }, path) => {
    const table = (c.req.param('file') ?? '').replace(/\.csv$/, '');
    const written = await deps.run('tableCsv', {
      dossier,
      path,
      scope: scopeFrom(c.req.query('perimetre')),
      table,
    });
    if (!written.ok) return answerRefusal(deps, c, written.problems);
    const name = fileName('levier', String(dossier.id), table);
    return file(c, `${name}.csv`, 'text/csv; charset=utf-8', written.value);
  });
}
