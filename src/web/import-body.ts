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

/** Hands the bytes of a body over as they come; nothing is kept here. */
export async function receiveBody(
  body: ReadableStream<Uint8Array> | null,
  upload: ImportUpload,
): Promise<Reception> {
  if (body === null) {
    upload.abort();
    return 'empty';
  }
  const isPastLimit = makeMeter(MOST_FILE_BYTES);
  const isPastDraining = makeMeter(MOST_DRAINED_BYTES);
  const reader = body.getReader();
  let isEmpty = true;
  let isTooLarge = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      isEmpty = isEmpty && value.byteLength === 0;
      if (isPastLimit(value.byteLength) && !isTooLarge) {
        isTooLarge = true;
        upload.abort();
      }
      if (isPastDraining(value.byteLength)) break;
      if (!isTooLarge) await upload.write(value);
    }
  } catch {
    upload.abort();
    return isTooLarge ? 'too-large' : 'torn';
  }
  if (isTooLarge) {
    await reader.cancel().catch(() => undefined);
    return 'too-large';
  }
  if (isEmpty) {
    upload.abort();
    return 'empty';
  }
  upload.end();
  return 'whole';
}
