import { addParty, groupAt } from '../draft.ts';
import { PASSED_ON, PREMISES_COMPETENCE, PREMISES_MENTIONS } from '../premises-aid.ts';
import type { SupportForm } from '../support-form.ts';

const SELLER = 'land-owner';

/** The site sold by the authority below its value: less is paid, and the difference is an aid. */
export const LAND_DISCOUNT: SupportForm = {
  id: 'land-discount',
  label: 'Rabais sur le prix du site',
  inWords: (level) => `un rabais de ${level} sur le prix du site`,
  article: 'CGCT art. L. 1511-3, R. 1511-4 et L. 2241-1',
  unit: 'EUR',
  step: '100',
  section: 'investissement',
  competence: {
    ...PREMISES_COMPETENCE,
    who: 'La personne publique propriétaire vend ; l’aide est décidée par la commune ou l’EPCI à fiscalité propre, la région par convention avec eux, le département par délégation.',
  },
  deliberation: [
    {
      text: 'Les conditions de la vente et ses caractéristiques essentielles : parcelles, prix, acquéreur, calendrier.',
      article: 'CGCT art. L. 2241-1',
      confidence: 'sourced',
    },
    {
      text: 'Le visa de l’avis du Domaine sur la valeur vénale (communes de plus de 2 000 habitants, EPCI, départements, régions).',
      article: 'CGCT art. L. 2241-1',
      confidence: 'sourced',
    },
    {
      text: 'Le rabais en euros, valeur vénale de référence moins prix ; en cas de revente en l’état dans les trois ans, jamais moins que ce que la collectivité a payé.',
      article: 'CGCT art. R. 1511-4',
      confidence: 'sourced',
    },
    {
      text: 'Le motif d’intérêt général et les contreparties suffisantes et effectives : un tableau avantage consenti, contreparties chiffrées.',
      article: 'CE 03/11/1997, Fougerolles, n° 169473 ; CE 14/10/2015, n° 375577',
      confidence: 'sourced',
    },
    ...PREMISES_MENTIONS,
    PASSED_ON,
  ],
  open: ({ dossier, without }) => {
    const { site, parties } = dossier.values;
    if (site === null || !without.buysSite)
      return { reason: 'le site n’est pas acheté dans cette voie : aucun prix à baisser.' };
    const seller = parties.find(({ id }) => id === SELLER);
    if (seller?.side === 'private')
      return {
        reason: `le vendeur du site (${seller.label}) est privé : une collectivité ne rabat que le prix de ce qu’elle vend. Faites porter le site par un EPF ou par la collectivité, ou prenez une autre forme.`,
      };
    if (site.price.isZero()) return { reason: 'le site est déjà donné : son prix est nul.' };
    const { price } = site;
    const { marketValue } = site;
    return {
      greatest: price,
      whyGreatest: 'le terrain est alors gratuit',
      assumed: [
        ...(seller === undefined
          ? ['hypothèse : le site est vendu par la collectivité, le dossier ne nomme pas son vendeur.']
          : []),
        ...(marketValue === null
          ? [
              'hypothèse : le prix du dossier est la valeur vénale du site ; demandez l’avis du Domaine pour la remplacer.',
            ]
          : []),
      ],
      place: 'site.price',
      change: (draft, level) => {
        const place = groupAt(draft, 'site');
        place.price = price.minus(level).toFixed(2);
        if (marketValue === null) place.marketValue = price.toFixed(2);
        addParty(draft, {
          id: SELLER,
          label: 'Collectivité qui vend le site',
          role: 'land-owner',
          side: 'public-aid',
        });
      },
      cost: { party: SELLER, operating: [], investment: ['land-purchase', 'building-purchase'] },
      isSupport: ({ kind }) => kind === 'land-discount',
    };
  },
};
