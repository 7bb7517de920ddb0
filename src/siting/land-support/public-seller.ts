import type { ResolvedDossier } from '../../dossier/resolution.ts';
import { addParty, type Draft } from './draft.ts';
import type { ClosedForm } from './support-form.ts';

/** The party that sells or lets the land in every deal. */
export const LAND_OWNER = 'land-owner';

/** An owner of the site that may give up a part of its price. */
export interface PublicSeller {
  readonly assumed: readonly string[];
  /** Says in a dossier that does not that the owner is public. */
  readonly add: (draft: Draft) => void;
}

/** Who owns the site, when it is public or not said; a private owner closes the form. */
export function openSeller({ values }: ResolvedDossier): PublicSeller | ClosedForm {
  const seller = values.parties.find(({ id }) => id === LAND_OWNER);
  if (seller?.side === 'private')
    return {
      reason: `le propriétaire du site (${seller.label}) est privé : une collectivité ne rabat que le prix de ce qui est à elle. Faites porter le site par un EPF ou par la collectivité, ou prenez une autre forme.`,
    };
  return {
    assumed:
      seller === undefined
        ? ['hypothèse : le site appartient à la collectivité, le dossier ne nomme pas son propriétaire.']
        : [],
    add: (draft) =>
      addParty(draft, {
        id: LAND_OWNER,
        label: 'Collectivité propriétaire du site',
        role: 'land-owner',
        side: 'public-aid',
      }),
  };
}
