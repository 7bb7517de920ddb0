import { readJsonText } from './json-text.ts';
import { problemAnswer, refusedData } from './problems.ts';

/** No dossier comes near it. */
export const MOST_BYTES = 2 * 1024 * 1024;
/** Past the limit we keep reading this far, so that a client that is still writing gets to read the answer. */
const MOST_BYTES_DRAINED = 2 * MOST_BYTES;

export type Body<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Response };

const CURL = '-H "Content-Type: application/json"';

/** Why the announced content is refused; undefined for JSON in UTF-8. */
function contentFault(headers: Headers): string | undefined {
  const encoding = headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity')
    return `corps compressé (${encoding.slice(0, 40)}) : envoyez-le tel quel`;
  const type = headers.get('content-type');
  if (type === null) return `type de contenu absent : ajoutez ${CURL}`;
  const [name = '', ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
  if (name !== 'application/json') return `type « ${name.slice(0, 80)} » : envoyez du JSON, avec ${CURL}`;
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || /^"?utf-?8"?$/.test(charset);
  return isUtf8 ? undefined : `jeu de caractères « ${charset.slice(0, 40)} » : envoyez de l’UTF-8`;
}

/** The bytes of a body; undefined past the limit, once drained. */
async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | undefined> {
  if (body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  while (size <= MOST_BYTES_DRAINED) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size <= MOST_BYTES) parts.push(value);
    else parts.length = 0;
  }
  if (size > MOST_BYTES) {
    await reader.cancel().catch(() => undefined);
    return undefined;
  }
  return Buffer.concat(parts);
}

function malformed(message: string, path = ''): Response {
  const detail = `${message.slice(0, 1).toUpperCase()}${message.slice(1)}.`;
  return problemAnswer('json-illisible', detail, [{ path, message }]);
}

/**
 * Reads the JSON of a request that may come from anybody.
 * @returns the parsed value, of which nothing is known yet, or the refusal: 400, 413, 415 or 422
 */
export async function readJsonBody(request: Request): Promise<Body<unknown>> {
  const fault = contentFault(request.headers);
  if (fault !== undefined) {
    return {
      ok: false,
      refusal: problemAnswer('type-refuse', `${fault}.`, [], { Accept: 'application/json' }),
    };
  }
  const bytes = await readBytes(request.body);
  if (bytes === undefined) {
    const detail = `Le corps dépasse ${MOST_BYTES / 1024 / 1024} Mio : envoyez un seul dossier, sans pièce jointe.`;
    return { ok: false, refusal: problemAnswer('corps-trop-gros', detail, [], { Connection: 'close' }) };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, refusal: malformed('le corps n’est pas de l’UTF-8 : enregistrez-le dans ce codage') };
  }
  const reading = readJsonText(text);
  switch (reading.kind) {
    case 'value':
      return { ok: true, value: reading.value };
    case 'refused':
      return { ok: false, refusal: refusedData(reading.problems) };
    case 'malformed': {
      const { line, column, message, path } = reading.malformed;
      const where = text.trim() === '' ? '' : `ligne ${line}, colonne ${column} : `;
      return { ok: false, refusal: malformed(`${where}${message}`, path) };
    }
  }
}
