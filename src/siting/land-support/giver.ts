import type { ResolvedDossier } from '../../dossier/resolution.ts';
import { addParty, type Draft } from './draft.ts';
import type { Giver } from './support-form.ts';

/** Id of the local authority when the dossier names none. */
const UNNAMED = 'collectivite-soutien';

/** Who would help: the first local authority of the dossier whose money is public aid, else one not named yet. */
export function giverOf({ values }: ResolvedDossier): Giver {
  const known = values.parties.find(({ role, side }) => role === 'local-authority' && side === 'public-aid');
  return known === undefined
    ? { id: UNNAMED, label: 'La collectivité', isKnown: false }
    : { id: known.id, label: known.label, isKnown: true };
}

/** Names the giver in a dossier that does not. */
export function addGiver(draft: Draft, { id, label, isKnown }: Giver): void {
  if (isKnown) return;
  addParty(draft, { id, label, role: 'local-authority', side: 'public-aid' });
}
