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
}

export interface Database {
  readonly saved_inputs: SavedInputsTable;
}
