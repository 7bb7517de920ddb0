import type { ImportUpload } from '../sites/import/import-progress.ts';
import { MOST_DRAINED_BYTES, MOST_FILE_BYTES } from '../sites/import/limits.ts';

export type Reception =
  /** The whole file was handed over. */
  | 'whole'
  | 'empty'
  /** Past the limit; read as far as twice the limit, so that whoever still writes gets to read the answer. */
  | 'too-large'
  /** Whoever sent it stopped in the middle. */
  | 'torn';

/** Counts bytes without holding them. @returns true when the limit is passed */
export function makeMeter(most: number): (bytes: number) => boolean {
  let size = 0;
  return (bytes) => {
    size += bytes;
    return size > most;
  };
}

async function* bytesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The pieces of a body as far as twice the limit; `isTooLarge` once the limit is passed. */
export async function* metered(
  body: ReadableStream<Uint8Array>,
  meter: { isTooLarge: boolean },
): AsyncGenerator<Uint8Array> {
  const isPastLimit = makeMeter(MOST_FILE_BYTES);
  const isPastDraining = makeMeter(MOST_DRAINED_BYTES);
  for await (const bytes of bytesOf(body)) {
    if (isPastLimit(bytes.byteLength)) meter.isTooLarge = true;
    if (isPastDraining(bytes.byteLength)) return;
    yield bytes;
  }
}

/** Hands the bytes of a body over as they come; nothing is kept here. */
export async function receiveBody(
  body: ReadableStream<Uint8Array> | null,
  upload: ImportUpload,
): Promise<Reception> {
  const meter = { isTooLarge: false };
  let isEmpty = true;
  try {
    if (body !== null) {
      for await (const bytes of metered(body, meter)) {
        if (meter.isTooLarge) upload.abort();
        else await upload.write(bytes);
        isEmpty = isEmpty && bytes.byteLength === 0;
      }
    }
  } catch {
    upload.abort();
    return meter.isTooLarge ? 'too-large' : 'torn';
  }
  if (meter.isTooLarge || isEmpty) upload.abort();
  else upload.end();
  return meter.isTooLarge ? 'too-large' : isEmpty ? 'empty' : 'whole';
}
