/** Something wrong, or repaired, in a row: the column, what it holds, what is wrong, what to write. In French. */
export interface RowProblem {
  /** Name of the field in the standard; '' for the whole row. */
  readonly field: string;
  /** What the cell holds, shortened. */
  readonly value: string;
  readonly problem: string;
  readonly remedy: string;
}

/** The same of a whole file, said once. */
export interface FileNote {
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
}

const LONGEST_SHOWN = 80;

/** A value short enough for a message. */
export function shown(value: string): string {
  const flat = value.length > 400 ? value.slice(0, 400) : value;
  const line = flat.replaceAll(/\s/g, ' ');
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
}
