import { valueAt } from '../dossier/location.ts';
import type { Json, RawDossier } from '../input/description.ts';

/** Places of a dossier as it was typed, changed to make a structure lawful. */
export type Item = { [key: string]: Json };
type OpenDossier = { [key: string]: Json };

const PUBLIC_INVESTOR = {
  id: 'banque-des-territoires',
  label: 'Banque des Territoires',
  role: 'investor',
  side: 'public-market',
} as const;

function parties(dossier: RawDossier): Item[] {
  return Array.isArray(dossier.parties) ? (dossier.parties as unknown as Item[]) : [];
}

/** The entries of a list; none when it was left out. */
export function itemsAt(dossier: RawDossier, list: string): Item[] {
  const found = valueAt(dossier, list);
  return Array.isArray(found) ? (found as Item[]) : [];
}

/** Puts another entry in the place of one. */
export function replaceItem(dossier: OpenDossier, list: string, index: number, item: Item): void {
  itemsAt(dossier, list)[index] = item;
}

/** The role of a party; its id when the dossier does not name it, as for « owners ». */
export function partyRole(dossier: RawDossier, id: string): string {
  return String(parties(dossier).find((party) => party.id === id)?.role ?? id);
}

export function partyLabel(dossier: RawDossier, id: string): string {
  return String(parties(dossier).find((party) => party.id === id)?.label ?? id);
}

/** The id of the first investor of a dossier; the Banque des Territoires is added when it has none. */
export function investorIn(dossier: OpenDossier): string {
  const known = parties(dossier).find(({ role }) => role === 'investor');
  if (known !== undefined) return String(known.id);
  const taken = parties(dossier).map(({ id }) => id);
  let id: string = PUBLIC_INVESTOR.id;
  for (let number = 2; taken.includes(id); number++) id = `${PUBLIC_INVESTOR.id}-${number}`;
  dossier.parties = [...parties(dossier), { ...PUBLIC_INVESTOR, id }];
  return id;
}
