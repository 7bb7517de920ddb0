/** Past this many columns of figures, a phone scrolls a table sideways. */
const MOST_STACKED = 4;

/**
 * Classes of a table whose labels stand above their figures on a phone, so that all its columns are seen. Laid out as a
 * grid, it loses its meaning in some browsers: its parts say their role.
 * @param columns columns of figures
 */
export function stackedTable(columns: number): string {
  return columns > MOST_STACKED ? '' : `stacked stacked-${columns}`;
}
