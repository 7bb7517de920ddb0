import { writeList } from '../formula/french.ts';
import type { Json, RawDossier } from '../input/description.ts';
import { dossierChanges } from './dossier-changes.ts';

/** A column of the dossier, as the comparison names it. */
export interface ToldColumn {
  readonly name: string;
  readonly path: RawDossier;
}

const MOST_NAMED = 6;

/**
 * What parts two columns of one kind, field by field: a variant « à l’IR » keeps its own values when the column that it
 * was made from changes, and the two would otherwise be read as differing by tax alone.
 * @param dossier as typed, which its columns are part of
 * @returns a sentence a pair, in the order of the columns
 */
export function columnDifferences(dossier: RawDossier, columns: readonly ToldColumn[]): string[] {
  const alone = ({ path }: ToldColumn) => {
    const { id: _, label: __, ...rest } = path;
    return { json: { ...dossier, paths: [{ id: '', label: '', ...rest }] as Json }, origins: {} };
  };
  return columns.flatMap((one, rank) =>
    columns.slice(rank + 1).flatMap((other) => {
      if (one.path.kind !== other.path.kind) return [];
      const labels = [
        ...new Set(dossierChanges(alone(one), alone(other)).fields.map(({ label }) => `« ${label} »`)),
      ];
      const pair = `${one.name} et ${other.name}`;
      if (labels.length === 0) return [`${pair} ne diffèrent que par leur nom.`];
      const named = labels.slice(0, MOST_NAMED);
      const others = labels.length - named.length;
      const more = others === 0 ? [] : [others === 1 ? 'une autre hypothèse' : `${others} autres hypothèses`];
      return [`${pair} diffèrent par ${writeList([...named, ...more])}.`];
    }),
  );
}
