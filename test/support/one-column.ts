/** What tests of one path share: a dossier of which one column is kept. */
interface Note {
  path: string;
}
interface Compared {
  paths: { id?: string; kind: string }[];
  mainPath?: string;
  facts?: Note[];
  hypotheses?: Note[];
}

/** The dossier with one of its columns alone; sources and reasons follow their values. */
export function oneColumn<D extends Compared>(dossier: D, wanted: string): D {
  const index = dossier.paths.findIndex(({ id, kind }) => (id ?? kind) === wanted);
  const column = dossier.paths[index];
  if (column === undefined) throw new Error(`no column ${wanted}`);
  const ofColumn = (notes: Note[] = []) =>
    notes
      .filter(({ path }) => !path.startsWith('paths[') || path.startsWith(`paths[${index}]`))
      .map((note) => ({ ...note, path: note.path.replace(/^paths\[\d+\]/, 'paths[0]') }));
  return {
    ...dossier,
    paths: [column],
    mainPath: column.id ?? column.kind,
    facts: ofColumn(dossier.facts),
    hypotheses: ofColumn(dossier.hypotheses),
  };
}
