import { foldedName } from './territory/territory.ts';

/** What a search reads and a list is sorted by: without accents, capitals nor punctuation. */
export function searchTextOf({
  name,
  commune,
  address,
}: {
  readonly name: string;
  readonly commune: string;
  readonly address: string;
}): string {
  return foldedName([name, commune, address].filter((text) => text !== '').join(' '));
}
