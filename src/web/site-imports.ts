import { type Context, Hono } from 'hono';
import {
  IMPORTS_ADDRESS,
  importAddress,
  type RowsShown,
  runningAddress,
} from '../../views/site-import-addresses.ts';
import { importResultPage } from '../../views/site-import-result.ts';
import { importsPage, progressFragment, progressPage } from '../../views/site-imports.ts';
import type { Problem } from '../input/problem.ts';
import { writeTextCsv } from '../report/csv.ts';
import type { ImportUpload } from '../sites/import/import-progress.ts';
import { MOST_FILE_BYTES } from '../sites/import/limits.ts';
import {
  findImport,
  type InventoryImport,
  listImports,
  listReportedRows,
  reportedRows,
} from '../store/inventory-reports.ts';
import { KEY_BYTES, keyFrom } from '../store/saved-inputs.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, UNKNOWN_PAGE, UNREADABLE } from './failures.ts';
import { fileNameOf } from './file-name.ts';
import { wantsFragment } from './fragments.ts';
import { metered } from './import-body.ts';
import { boundaryOf, multipartFile } from './multipart-file.ts';

const MOST_LISTED = 30;
const ROWS_A_PAGE = 100;

/** Imports of the inventory, mounted at `/sites` before the pages of the sites. */
export function siteImportPages(deps: WebDependencies): Hono {
  const pages = new Hono();
  pages.get('/imports', (c) => answerImports(deps, c));
  pages.post('/imports', (c) => receiveFile(deps, c));
  pages.get('/imports/en-cours/:key', (c) => showProgress(deps, c));
  pages.post('/imports/en-cours/:key/annuler', (c) => cancelImport(deps, c));
  pages.get('/imports/:number{[0-9]+}', (c) => showImport(deps, c));
  pages.get('/imports/:number{[0-9]+}/rapport.csv', (c) => downloadReport(deps, c));
  return pages;
}

async function answerImports(
  { assets, store, inventory }: WebDependencies,
  c: Context,
  problems: readonly Problem[] = [],
  status: 200 | 413 | 422 | 503 = 200,
): Promise<Response> {
  const imports = await listImports(store, MOST_LISTED);
  return c.html(importsPage({ assets, imports, running: inventory.running(), problems }), status);
}

/** Hands the file of the form over, and leads to the page where its import is followed. */
async function receiveFile(deps: WebDependencies, c: Context): Promise<Response> {
  const request = c.req.raw;
  const boundary = boundaryOf(request.headers.get('content-type'));
  if (boundary === undefined || request.body === null) return answerFailure(deps, c, UNREADABLE);
  const refuse = (message: string, status: 413 | 422 | 503) =>
    answerImports(deps, c, [{ path: '', message }], status);

  const meter = { isTooLarge: false };
  let upload: ImportUpload | undefined;
  let isBusy = false;
  let isEmpty = true;
  try {
    for await (const piece of multipartFile(metered(request.body, meter), boundary)) {
      if (piece.kind === 'file') {
        const name = fileNameOf(piece.name);
        const key = keyFrom(deps.randomBytes(KEY_BYTES));
        upload = deps.inventory.begin({ key, name: name === '' ? 'fichier' : name, format: undefined });
        isBusy = upload === undefined;
      } else if (meter.isTooLarge) upload?.abort();
      else {
        isEmpty = false;
        await upload?.write(piece.bytes);
      }
    }
  } catch {
    upload?.abort();
    if (!meter.isTooLarge) return answerFailure(deps, c, UNREADABLE);
  }
  if (meter.isTooLarge) {
    upload?.abort();
    c.header('Connection', 'close');
    return refuse(
      `le fichier dépasse ${MOST_FILE_BYTES / 1024 / 1024} Mio : envoyez-le en plusieurs parties`,
      413,
    );
  }
  if (isBusy) return refuse('trop d’imports attendent : recommencez dans une minute', 503);
  if (upload === undefined || isEmpty) {
    upload?.abort();
    return refuse('aucun fichier n’a été choisi, ou il est vide', 422);
  }
  upload.end();
  return c.redirect(runningAddress(upload.key), 303);
}

/** A running import; once done, its result. */
async function showProgress(deps: WebDependencies, c: Context): Promise<Response> {
  const progress = deps.inventory.progress(c.req.param('key') ?? '');
  const isFragment = wantsFragment(c);
  c.header('Cache-Control', 'no-store');
  if (progress === undefined)
    return isFragment ? redirectPage(c, IMPORTS_ADDRESS) : c.redirect(IMPORTS_ADDRESS, 303);
  if (progress.importNumber !== undefined) {
    const address = importAddress(progress.importNumber);
    return isFragment ? redirectPage(c, address) : c.redirect(address, 303);
  }
  return c.html(isFragment ? progressFragment(progress) : progressPage({ assets: deps.assets, progress }));
}

/** The whole page goes elsewhere, where a part of it was asked for. */
function redirectPage(c: Context, address: string): Response {
  c.header('HX-Redirect', address);
  return c.body(null, 200);
}

function cancelImport({ inventory }: WebDependencies, c: Context): Response {
  const key = c.req.param('key') ?? '';
  inventory.cancel(key);
  return c.redirect(runningAddress(key), 303);
}

async function foundImport({ store }: WebDependencies, c: Context): Promise<InventoryImport | undefined> {
  const number = Number(c.req.param('number'));
  return Number.isSafeInteger(number) ? await findImport(store, number) : undefined;
}

async function showImport(deps: WebDependencies, c: Context): Promise<Response> {
  const found = await foundImport(deps, c);
  if (found === undefined) return answerFailure(deps, c, UNKNOWN_PAGE);
  const asked = c.req.query('lignes');
  const usual: RowsShown = found.rejected > 0 ? 'rejetees' : 'avertissements';
  const shown = asked === 'rejetees' || asked === 'avertissements' ? asked : usual;
  const after = Number(c.req.query('apres') ?? 0);
  const read = (kind: RowsShown, from: number, most: number) =>
    listReportedRows(deps.store, { id: found.id, isRejected: kind === 'rejetees', after: from, most });
  const rows = await read(shown, Number.isSafeInteger(after) && after > 0 ? after : 0, ROWS_A_PAGE + 1);
  const isMore = rows.length > ROWS_A_PAGE;
  const page = rows.slice(0, ROWS_A_PAGE);
  const hasAny =
    found.warned + found.rejected === 0 ||
    page.length > 0 ||
    (await read('rejetees', 0, 1)).length + (await read('avertissements', 0, 1)).length > 0;
  return c.html(
    importResultPage({
      assets: deps.assets,
      found,
      shown,
      rows: page,
      next: isMore ? page.at(-1)?.row : undefined,
      hasDetail: hasAny,
    }),
  );
}

const REPORT_HEADERS = ['verdict', 'ligne', 'site_id', 'nom', 'champ', 'valeur', 'problème', 'quoi écrire'];

/** Everything that was said of each row, one problem a line. */
async function downloadReport(deps: WebDependencies, c: Context): Promise<Response> {
  const found = await foundImport(deps, c);
  if (found === undefined) return answerFailure(deps, c, UNKNOWN_PAGE);
  const { store } = deps;
  async function* pieces(id: number): AsyncGenerator<string> {
    yield writeTextCsv([REPORT_HEADERS]);
    for await (const rows of reportedRows(store, id)) {
      const lines = rows.flatMap(({ row, isRejected, siteId, name, problems }) =>
        problems.map(({ field, value, problem, remedy }) => [
          isRejected ? 'rejetée' : 'gardée avec avertissement',
          String(row),
          siteId,
          name,
          field,
          value,
          problem,
          remedy,
        ]),
      );
      // The mark of UTF-8 stands once, at the start.
      yield writeTextCsv(lines).slice(1);
    }
  }
  const written = pieces(found.id);
  const encoder = new TextEncoder();
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="levier-import-${found.id}.csv"`);
  c.header('Cache-Control', 'private, no-cache');
  return c.body(
    new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const { done, value } = await written.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => {
        await written.return(undefined);
      },
    }),
  );
}
