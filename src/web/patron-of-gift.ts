import type { Json, RawDossier } from '../input/description.ts';

/** Kinds of source that only somebody private gives. */
const GIFTS: readonly string[] = ['patronage', 'patronage-of-skills'];
/** Private parties that trade with the enterprise or give to it; others lend, invest, own or are paid. */
const MAY_GIVE: readonly unknown[] = ['patron', 'suppliers', 'customers', 'landlord', 'builders'];

/** Who gives when the dossier names nobody who may. */
const TO_NAME = { id: 'mecene', label: 'Mécène (à nommer)', role: 'patron', side: 'private' } as const;

type Party = Readonly<Record<string, Json>>;

function mayGive({ role, side }: Party): boolean {
  return MAY_GIVE.includes(role) && (side ?? 'private') === 'private';
}

/** Whether a source of this kind is a gift, which a public party or the owners never make. */
export function isGift(kind: string): boolean {
  return GIFTS.includes(kind);
}

/**
 * The party that gives in a new gift: the one already named if it may, else the first that may, else one added to the
 * dossier, to be named.
 * @param named id of the party that the source names, if any
 * @returns its id
 */
export function patronOf(dossier: { parties?: Json } & Omit<RawDossier, 'parties'>, named?: Json): Json {
  const parties = (dossier.parties ?? []) as unknown as readonly Party[];
  const known = parties.find((party) => party.id === named && mayGive(party)) ?? parties.find(mayGive);
  if (known !== undefined) return known.id as Json;
  const taken = parties.map(({ id }) => id);
  let id: string = TO_NAME.id;
  for (let number = 2; taken.includes(id); number++) id = `${TO_NAME.id}-${number}`;
  dossier.parties = [...parties, { ...TO_NAME, id }] as unknown as Json;
  return id;
}
