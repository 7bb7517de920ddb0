/** What tests of some paths share: a dossier of which some columns are kept. */
interface Note {
  path: string;
}
interface Compared {
  paths: { id?: string; kind: string }[];
  mainPath?: string;
  facts?: Note[];
  hypotheses?: Note[];
}

/** The dossier with these of its columns, in this order; sources and reasons follow their values. */
export function keepColumns<D extends Compared>(dossier: D, wanted: readonly string[]): D {
  const places = wanted.map((name) => {
    const index = dossier.paths.findIndex(({ id, kind }) => (id ?? kind) === name);
    if (index === -1) throw new Error(`no column ${name}`);
    return index;
  });
  const kept = (notes: Note[] = []) =>
    notes.flatMap((note) => {
      const column = /^paths\[(\d+)\]/.exec(note.path)?.[1];
      if (column === undefined) return [note];
      const place = places.indexOf(Number(column));
      return place === -1 ? [] : [{ ...note, path: note.path.replace(/^paths\[\d+\]/, `paths[${place}]`) }];
    });
  return {
    ...dossier,
    paths: places.map((index) => dossier.paths[index] as D['paths'][number]),
    mainPath: wanted.includes(dossier.mainPath ?? '') ? dossier.mainPath : wanted[0],
    facts: kept(dossier.facts),
    hypotheses: kept(dossier.hypotheses),
  };
}

/** The dossier with one of its columns alone. */
export function oneColumn<D extends Compared>(dossier: D, wanted: string): D {
  return keepColumns(dossier, [wanted]);
}

/** What SCI Envie Soleil was before its seven columns: market rent, bank loan, property company. Room is left to add others. */
const REFERENCE = {
  columns: ['market-rent', 'bank-loan', 'sci'],
  parties: ['metropole', 'region', 'bank', 'bdt'],
};

/** SCI Envie Soleil with its three columns of reference, and what they name. */
export function referenceColumns<D extends Compared & { parties: { id: string }[] }>(shipped: D): D {
  const elsewhere = (notes: Note[] = []) => notes.filter(({ path }) => !path.startsWith('programme.'));
  const dossier = {
    ...shipped,
    programme: null,
    parties: shipped.parties.filter(({ id }) => REFERENCE.parties.includes(id)),
    facts: elsewhere(shipped.facts),
    hypotheses: elsewhere(shipped.hypotheses),
  };
  return keepColumns(dossier, REFERENCE.columns);
}
