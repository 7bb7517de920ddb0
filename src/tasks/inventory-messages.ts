import type { FileFormat } from '../sites/import/file-rows.ts';
import type { ImportProgress } from '../sites/import/import-progress.ts';

/** What the web thread and the thread of the inventory say to each other. */

export interface InventoryWorkerData {
  readonly databaseFile: string;
}

export type ToInventory =
  | {
      readonly kind: 'begin';
      readonly key: string;
      readonly name: string;
      readonly format: FileFormat | undefined;
    }
  | { readonly kind: 'bytes'; readonly key: string; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly key: string }
  | { readonly kind: 'abort'; readonly key: string }
  | { readonly kind: 'cancel'; readonly key: string };

export type FromInventory =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  /** So many bytes of an import were put aside. */
  | { readonly kind: 'put-aside'; readonly key: string; readonly bytes: number }
  | { readonly kind: 'defect'; readonly message: string };
