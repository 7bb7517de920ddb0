/** What was found of the file of a form, as its bytes come. */
export type MultipartPiece =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** Headers of a part: a name and a type. */
const LONGEST_HEADERS = 8 * 1024;
/** Of RFC 2046. */
const LONGEST_BOUNDARY = 70;

/** The form was not written as forms are. */
export class BrokenForm extends Error {}

/** What separates the parts of a form; undefined when the request is no form with a file. */
export function boundaryOf(contentType: string | null): string | undefined {
  if (contentType === null || contentType.length > 1000) return undefined;
  const [type = '', ...parameters] = contentType.split(';');
  if (type.trim().toLowerCase() !== 'multipart/form-data') return undefined;
  const parameter = parameters.find((one) => one.trim().toLowerCase().startsWith('boundary='));
  const value = parameter?.trim().slice('boundary='.length).replace(/^"/, '').replace(/"$/, '') ?? '';
  return value === '' || value.length > LONGEST_BOUNDARY ? undefined : value;
}

function headerValue(line: string, name: string): string | undefined {
  const mark = `${name}="`;
  const start = line.indexOf(mark);
  if (start < 0) return undefined;
  const end = line.indexOf('"', start + mark.length);
  return end < 0 ? undefined : line.slice(start + mark.length, end);
}

/** The name of the file that a part holds; undefined when it holds a plain field. */
function fileOf(headers: string): string | undefined {
  const lines = headers.split('\r\n');
  const line = lines.find((one) => one.toLowerCase().startsWith('content-disposition:')) ?? '';
  return headerValue(line, 'filename');
}

/**
 * The first file of a form, read as it comes: only what may be the start of a separator is held back.
 * @throws BrokenForm when it is not written as forms are, or is torn
 */
export async function* multipartFile(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<MultipartPiece> {
  const separator = Buffer.from(`\r\n--${boundary}`);
  let held: Buffer = Buffer.from('\r\n');
  let step: 'before' | 'headers' | 'file' | 'field' | 'after' = 'before';
  for await (const bytes of body) {
    // What follows the file is of no use, but read: its sender is still writing.
    if (step === 'after') continue;
    held = Buffer.concat([held, bytes]);
    for (let isMore = true; isMore; ) {
      isMore = false;
      if (step === 'headers') {
        if (held.subarray(0, 2).toString('latin1') === '--') {
          step = 'after';
          break;
        }
        const end = held.indexOf('\r\n\r\n');
        if (end < 0 && held.length > LONGEST_HEADERS) throw new BrokenForm();
        if (end < 0) break;
        const name = fileOf(held.subarray(0, end).toString('utf8'));
        held = held.subarray(end + 4);
        step = name === undefined ? 'field' : 'file';
        if (name !== undefined) yield { kind: 'file', name };
        isMore = true;
      } else {
        const at: number = held.indexOf(separator);
        const isFile: boolean = step === 'file';
        if (at >= 0) {
          if (isFile && at > 0) yield { kind: 'bytes', bytes: held.subarray(0, at) };
          held = held.subarray(at + separator.length);
          step = isFile ? 'after' : 'headers';
          isMore = step === 'headers';
        } else {
          const free = held.length - separator.length;
          if (free > 0) {
            if (isFile) yield { kind: 'bytes', bytes: held.subarray(0, free) };
            held = held.subarray(free);
          }
        }
      }
    }
  }
  if (step !== 'after') throw new BrokenForm();
}
