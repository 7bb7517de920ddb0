/** Bytes of a file. The national inventory holds 25 000 sites in about 20 MB. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;
/** Past the limit we keep reading this far, so that a client that is still writing gets to read the answer. */
export const MOST_DRAINED_BYTES = 2 * MOST_FILE_BYTES;
/** Rows of a file, rejected ones included. */
export const MOST_ROWS = 200_000;
/** Records of a table, empty ones included. */
export const MOST_RECORDS = 1_000_000;
/** Characters of one row: a perimeter of a million points holds; a quotation mark never closed does not go on for ever. */
export const MOST_ROW_CHARACTERS = 40 * 1024 * 1024;
export const MOST_COLUMNS = 20_000;
/** Levels of brackets in a GeoJSON file: a multipolygon has nine. */
export const DEEPEST_JSON = 40;
/** Characters of what is said of the rows of one file. */
export const MOST_REPORT_CHARACTERS = 64 * 1024 * 1024;
