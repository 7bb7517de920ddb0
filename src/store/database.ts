import type { Generated } from 'kysely';

/** Inputs as they were saved: never changed, found by an address that nobody can guess. */
export interface SavedInputsTable {
  /** Its address: random, short enough for a link. */
  readonly key: string;
  /** The dossier, as JSON text. */
  readonly json: string;
  /** SHA-256 of the JSON text: the same inputs from the same parent are one row. */
  readonly content_hash: string;
  /** Key of the inputs or id of the case that was changed; '' when there is none. */
  readonly parent: string;
  /** ISO 8601. */
  readonly created_at: string;
  /** Address of the kept dossier whose version these inputs were made from; '' when there is none. */
  readonly kept_dossier: Generated<string>;
}

/** A dossier that somebody keeps; its address is the only key to it. */
export interface KeptDossiersTable {
  readonly address: string;
  /** That of its last version. */
  readonly title: string;
  /** ISO 8601. */
  readonly created_at: string;
}

/** A version of a kept dossier. The database refuses to change or to remove one. */
export interface KeptVersionsTable {
  /** Address of the kept dossier. */
  readonly dossier: string;
  /** 1, 2, 3… in the dossier, without a hole. */
  readonly number: number;
  /** The dossier as typed, as JSON text. */
  readonly json: string;
  /** What the person says of it; may be empty. */
  readonly comment: string;
  /** ISO 8601. */
  readonly created_at: string;
  /** Version of the program that computed the figures. */
  readonly engine_version: string;
  /** Date of the law applied, ISO. */
  readonly law_date: string;
  /** The key figures of each path as they were when it was saved, as JSON text. */
  readonly figures: string;
}

/** A link that shows one version to whoever has it, until it is revoked. */
export interface ShareLinksTable {
  /** Its address: random. */
  readonly token: string;
  readonly dossier: string;
  readonly number: number;
  /** ISO 8601. */
  readonly created_at: string;
  /** ISO 8601; null while the link works. */
  readonly revoked_at: string | null;
}

export interface Database {
  readonly saved_inputs: SavedInputsTable;
  readonly kept_dossiers: KeptDossiersTable;
  readonly kept_versions: KeptVersionsTable;
  readonly share_links: ShareLinksTable;
}
