/** How the bytes of a file are letters. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le';

/** Told from all the bytes of a file as they come: UTF-8 when all of them are, else the encoding of older spreadsheets. */
export interface EncodingCheck {
  readonly push: (bytes: Uint8Array) => void;
  /** Once everything was pushed. */
  readonly encoding: () => Encoding;
}

export function makeEncodingCheck(): EncodingCheck {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let start: number[] = [];
  const tryDecoding = (bytes?: Uint8Array) => {
    if (!isUtf8) return;
    try {
      utf8.decode(bytes, { stream: bytes !== undefined });
    } catch {
      isUtf8 = false;
    }
  };
  return {
    push: (bytes) => {
      if (start.length < 2) start = [...start, ...bytes.subarray(0, 2)].slice(0, 2);
      tryDecoding(bytes);
    },
    encoding: () => {
      if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
      tryDecoding();
      return isUtf8 ? 'utf-8' : 'windows-1252';
    },
  };
}

/** The text of a file, piece by piece, without its byte order mark. */
export function* decoded(pieces: Iterable<Uint8Array>, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
