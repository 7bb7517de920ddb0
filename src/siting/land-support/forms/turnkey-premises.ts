import { pathAt } from '../draft.ts';
import { addGiver } from '../giver.ts';
import { PREMISES_COMPETENCE } from '../premises-aid.ts';
import { BUILDS, LETS, RENT_MENTIONS } from '../public-landlord.ts';
import type { SupportForm } from '../support-form.ts';

/** Premises that the local authority buys, converts and lets to the enterprise, below the market. */
export const TURNKEY_PREMISES: SupportForm = {
  id: 'turnkey-premises',
  label: 'Locaux clés en main loués sous le marché',
  inWords: (level) => `des locaux clés en main loués ${level} sous le marché`,
  article: 'CGCT art. L. 1511-3 (location de bâtiments neufs ou rénovés)',
  unit: 'EUR/m2/year',
  step: '0.01',
  section: 'investissement',
  competence: PREMISES_COMPETENCE,
  deliberation: [
    {
      text: 'L’opération que la collectivité porte : acquisition, travaux, coût et plan de financement, maîtrise d’ouvrage.',
      article: 'CGCT art. L. 1511-3',
      confidence: 'sourced',
    },
    ...RENT_MENTIONS,
  ],
  open: ({ path, pathIndex, giver, without }) => {
    if (path.kind !== 'market-rent')
      return {
        reason: 'ouverte à la voie « Location au marché » seulement : ailleurs les murs sont achetés.',
      };
    if (path.turnkey !== null)
      return { reason: 'une collectivité loue déjà ces locaux : voyez le loyer aidé.' };
    if (path.temporary !== null)
      return {
        reason: 'cette voie commence par une occupation temporaire, qui exclut des locaux clés en main.',
      };
    const market = without.once('site.market-rent-at-opening')?.toDecimalPlaces(2);
    if (market === undefined || market.lte(0))
      return { reason: 'le loyer de marché du site n’est pas connu.' };
    return {
      greatest: market,
      whyGreatest: 'le loyer est alors nul',
      assumed: [
        `la collectivité achète le site, fait les travaux du propriétaire et loue à l’entreprise, à partir du loyer de marché (${market.toFixed(2).replace('.', ',')} €/m²/an).`,
        'la collectivité garde les locaux : leur valeur à l’horizon n’est pas déduite de son coût.',
      ],
      place: `paths[${pathIndex}].turnkey.rentPerM2Year`,
      change: (draft, level) => {
        addGiver(draft, giver);
        pathAt(draft, pathIndex).turnkey = {
          from: giver.id,
          rentPerM2Year: market.minus(level).toFixed(2),
        };
      },
      cost: { party: giver.id, operating: LETS, investment: BUILDS },
      isSupport: ({ id, kind }) => kind === 'reduced-rent' && id === 'rent',
    };
  },
};
