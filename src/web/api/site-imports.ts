import type { Context, Handler } from 'hono';
import type { FileFormat } from '../../sites/import/file-rows.ts';
import { MOST_FILE_BYTES } from '../../sites/import/limits.ts';
import { findImport, reportedRows } from '../../store/inventory-reports.ts';
import { KEY_BYTES, keyFrom } from '../../store/saved-inputs.ts';
import type { Store } from '../../store/store.ts';
import type { WebDependencies } from '../dependencies.ts';
import { fileNameOf } from '../file-name.ts';
import { receiveBody } from '../import-body.ts';
import { problemAnswer, refusedData } from './problems.ts';

const FORMATS: Readonly<Record<string, FileFormat>> = {
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/csv': 'csv',
  'application/geo+json': 'geojson',
  'application/vnd.geo+json': 'geojson',
  'application/json': 'geojson',
};

/** The format that the request announces, or why it is refused. */
function announcedFormat(headers: Headers): { readonly format: FileFormat } | { readonly fault: string } {
  const coding = headers.get('content-encoding');
  if (coding !== null && coding !== 'identity')
    return { fault: `corps compressé (${coding.slice(0, 40)}) : envoyez-le tel quel` };
  const type = headers.get('content-type');
  const name = (type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format !== undefined) return { format };
  const said = type === null ? 'type de contenu absent' : `type « ${name.slice(0, 80)} »`;
  return { fault: `${said} : envoyez text/csv ou application/geo+json` };
}

/** The answer of an import, written as it is read: its rejected rows may be many. */
function importAnswer(store: Store, number: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const found = await findImport(store, number);
    if (found === undefined) throw new Error(`import ${number} is gone`);
    const { id, accepted, warned, added, updated, notes, firstSites } = found;
    const head = JSON.stringify({ import: id, accepted, warned, added, updated, notes, sites: firstSites });
    yield encoder.encode(`${head.slice(0, -1)},"rejected":[`);
    let isFirst = true;
    for await (const rows of reportedRows(store, number, [true])) {
      const texts = rows.map(({ row, siteId, problems }) =>
        JSON.stringify({ row, siteId, problem: problems[0]?.problem ?? '', problems }),
      );
      yield encoder.encode(`${isFirst ? '' : ','}${texts.join(',')}`);
      isFirst = false;
    }
    yield encoder.encode(']}');
  }
  const written = pieces();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await written.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await written.return(undefined);
    },
  });
}

/** Imports a file into the inventory: answered when done. */
export function importSites({ store, inventory, randomBytes }: WebDependencies): Handler {
  return async (context: Context) => {
    const request = context.req.raw;
    const announced = announcedFormat(request.headers);
    if ('fault' in announced)
      return problemAnswer('type-refuse', `${announced.fault}.`, [], {
        Accept: 'text/csv, application/geo+json',
      });
    const name = fileNameOf(context.req.query('file') ?? '');
    const upload = inventory.begin({
      key: keyFrom(randomBytes(KEY_BYTES)),
      name: name === '' ? `import.${announced.format}` : name,
      format: announced.format,
    });
    if (upload === undefined)
      return problemAnswer('serveur-occupe', 'Trop d’imports attendent : recommencez dans une minute.', [], {
        'Retry-After': '60',
      });
    const reception = await receiveBody(request.body, upload);
    if (reception === 'too-large') {
      const detail = `Le fichier dépasse ${MOST_FILE_BYTES / 1024 / 1024} Mio : envoyez-le en plusieurs parties.`;
      return problemAnswer('corps-trop-gros', detail, [], { Connection: 'close' });
    }
    if (reception === 'empty')
      return refusedData([
        { path: '', message: 'le fichier est vide : envoyez un tableau CSV ou un GeoJSON' },
      ]);
    if (reception === 'torn')
      return refusedData([
        { path: '', message: 'le fichier n’est pas arrivé entier : envoyez-le de nouveau' },
      ]);

    const ended = await inventory.finished(upload.key);
    if (ended.state === 'cancelled')
      return refusedData([{ path: '', message: 'l’import a été annulé : rien n’a été changé' }]);
    if (ended.importNumber === undefined) return refusedData(ended.problems ?? []);
    return new Response(importAnswer(store, ended.importNumber), {
      status: 201,
      headers: {
        'Content-Type': 'application/json; charset=UTF-8',
        'Cache-Control': 'no-store',
        Location: `/sites/imports/${ended.importNumber}`,
      },
    });
  };
}
