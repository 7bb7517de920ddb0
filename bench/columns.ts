/** The paths of reference, that every comparison had first: the market rent, the loan alone, the property company. */
const REFERENCE: readonly string[] = ['market-rent', 'bank-loan', 'sci'];

/** A dossier of seven columns with the three of reference only. */
// biome-ignore lint/suspicious/noExplicitAny: the parts of a dossier are changed freely
export function referenceColumns(dossier: any): any {
  const { paths, ...whole } = structuredClone(dossier);
  return { ...whole, paths: paths.filter(({ kind }: { kind: string }) => REFERENCE.includes(kind)) };
}
