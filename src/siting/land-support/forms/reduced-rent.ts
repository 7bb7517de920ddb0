import { Decimal } from '../../../formula/decimal.ts';
import { pathAt } from '../draft.ts';
import { PREMISES_COMPETENCE } from '../premises-aid.ts';
import { LETS, RENT_MENTIONS } from '../public-landlord.ts';
import type { SupportForm } from '../support-form.ts';

/** The rent of a public landlord, lowered. */
export const REDUCED_RENT: SupportForm = {
  id: 'reduced-rent',
  label: 'Loyer aidé d’un bailleur public',
  inWords: (level) => `un loyer baissé de ${level}`,
  article: 'CGCT art. L. 1511-3 (rabais sur location)',
  unit: 'EUR/m2/year',
  step: '0.01',
  section: 'fonctionnement',
  competence: PREMISES_COMPETENCE,
  deliberation: RENT_MENTIONS,
  open: ({ path, pathIndex, dossier }) => {
    const turnkey = path.kind === 'market-rent' ? path.turnkey : null;
    if (turnkey === null)
      return {
        reason:
          'aucun bailleur public ne loue à l’entreprise dans cette voie : prenez « Location au marché » avec des locaux clés en main.',
      };
    const landlord = dossier.values.parties.find(({ id }) => id === turnkey.from);
    if (landlord === undefined || landlord.side === 'private')
      return {
        reason: 'le bailleur de cette voie est privé : son loyer n’est pas celui d’une collectivité.',
      };
    if (turnkey.rentPerM2Year.isZero()) return { reason: 'le loyer est déjà nul.' };
    return {
      greatest: turnkey.rentPerM2Year,
      whyGreatest: 'le loyer est alors nul',
      assumed: [`loyer de « ${landlord.label} », baissé de ce qu’il est dans le dossier.`],
      place: `paths[${pathIndex}].turnkey.rentPerM2Year`,
      change: (draft, level) => {
        const terms = pathAt(draft, pathIndex).turnkey as Record<string, string>;
        terms.rentPerM2Year = Decimal.max(0, turnkey.rentPerM2Year.minus(level)).toFixed(2);
      },
      cost: { party: turnkey.from, operating: LETS, investment: ['deposit'] },
      isSupport: ({ id, kind }) => kind === 'reduced-rent' && id === 'rent',
    };
  },
};
