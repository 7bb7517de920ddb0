import type { Dossier } from './dossier.ts';
import { sourceLists } from './sources.ts';

/** Parties that every deal has and that give nothing: the bank lends, the owners bring own funds. */
const NO_PATRON: readonly string[] = ['owners', 'operator'];

/**
 * A gift comes from a private party; public money is a grant, what owners bring are own funds. A prêt d'honneur is lent
 * to the owners, who bring it: somebody else lends it.
 */
export function checkGifts(dossier: Dossier, refuse: (path: string, message: string) => void): void {
  for (const { place, sources } of sourceLists(dossier)) {
    sources.forEach((source, index) => {
      if (source.kind === 'pret-d-honneur' && NO_PATRON.includes(source.from)) {
        refuse(
          `${place}[${index}].from`,
          'un prêt d’honneur est prêté aux associés : choisissez le réseau qui le prête, ou un apport en fonds propres',
        );
      }
      if (source.kind !== 'patronage' && source.kind !== 'patronage-of-skills') return;
      const party = dossier.parties.find(({ id }) => id === source.from);
      const side = party?.side ?? (source.from === 'investor' ? 'public-market' : 'private');
      if (side !== 'private') {
        refuse(
          `${place}[${index}].from`,
          `le mécénat vient d’une entreprise ou d’une fondation privée, « ${party?.label ?? source.from} » est publique : choisissez une subvention, ou un autre mécène`,
        );
      }
      if (NO_PATRON.includes(source.from)) {
        refuse(
          `${place}[${index}].from`,
          'les associés et l’entreprise ne sont pas leurs propres mécènes : choisissez un apport en fonds propres, ou un autre mécène',
        );
      }
    });
  }
}
