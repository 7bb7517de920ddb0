import type { FileFormat } from './file-rows.ts';

/** Where an import stands, for the person who waits for it. */
export type ImportState =
  /** Its bytes are arriving. */
  | 'receiving'
  /** Another import is under way. */
  | 'waiting'
  | 'reading'
  /** Written to the inventory: it can no longer be cancelled. */
  | 'writing'
  | 'done'
  | 'refused'
  | 'cancelled';

export interface ImportProgress {
  /** Names the import while it runs. */
  readonly key: string;
  readonly fileName: string;
  readonly state: ImportState;
  /** Bytes of the file received, and read. */
  readonly bytes: number;
  readonly bytesRead: number;
  readonly accepted: number;
  readonly warned: number;
  readonly rejected: number;
  /** Number of the import, once done. */
  readonly importNumber?: number;
  /** Why the whole file was refused. */
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
}

/** A file on its way in. */
export interface ImportUpload {
  readonly key: string;
  /** Waits when the file comes faster than it is put aside. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** The file is whole: its import begins, after those that wait. */
  readonly end: () => void;
  /** The file will not be whole: it is forgotten. */
  readonly abort: () => void;
}

/** The imports of the inventory: one at a time, in the order of their arrival. */
export interface InventoryImports {
  /** @returns undefined when too many imports wait */
  readonly begin: (file: {
    readonly key: string;
    readonly name: string;
    readonly format: FileFormat | undefined;
  }) => ImportUpload | undefined;
  readonly progress: (key: string) => ImportProgress | undefined;
  /** @returns false when it is unknown, written or ended */
  readonly cancel: (key: string) => boolean;
  /** Once it is done, refused or cancelled. */
  readonly finished: (key: string) => Promise<ImportProgress>;
  /** Those that are not ended. */
  readonly running: () => readonly ImportProgress[];
}

export function isEnded({ state }: Pick<ImportProgress, 'state'>): boolean {
  return state === 'done' || state === 'refused' || state === 'cancelled';
}

/** A file of which the first byte is still to come. */
export function receivedProgress(key: string, fileName: string): ImportProgress {
  return { key, fileName, state: 'receiving', bytes: 0, bytesRead: 0, accepted: 0, warned: 0, rejected: 0 };
}
