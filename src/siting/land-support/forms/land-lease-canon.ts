import { groupAt } from '../draft.ts';
import { PASSED_ON, PREMISES_COMPETENCE, PREMISES_MENTIONS } from '../premises-aid.ts';
import { LAND_OWNER, openSeller } from '../public-seller.ts';
import type { SupportForm } from '../support-form.ts';

/** A lease of long duration granted by the authority below its canon of market. */
export const LAND_LEASE_CANON: SupportForm = {
  id: 'land-lease-canon',
  label: 'Bail de longue durée à canon réduit',
  inWords: (level) => `un canon baissé de ${level}`,
  article: 'CGCT art. L. 1311-2 et L. 1511-3 ; C. rur. art. L. 451-1 ; CCH art. L. 251-1',
  unit: 'EUR/year',
  step: '100',
  section: 'fonctionnement',
  competence: {
    ...PREMISES_COMPETENCE,
    who: 'La personne publique propriétaire consent le bail ; l’aide est décidée par la commune ou l’EPCI à fiscalité propre, la région par convention avec eux, le département par délégation.',
  },
  deliberation: [
    {
      text: 'Le bail : nature, parcelles, durée, canon et indexation, droit d’entrée, travaux à la charge du preneur, sort des constructions à la fin.',
      article: 'CGCT art. L. 1311-2 ; C. rur. art. L. 451-1 ; CCH art. L. 251-1',
      confidence: 'memory',
    },
    {
      text: 'L’avis du Domaine sur la valeur locative (canon de 24 000 € par an et plus), et l’écart au canon de marché, compté comme une aide.',
      article: 'Arrêté du 5 décembre 2016 ; CGCT art. R. 1511-4',
      confidence: 'sourced',
    },
    ...PREMISES_MENTIONS,
    PASSED_ON,
  ],
  open: ({ dossier, without }) => {
    const { site } = dossier.values;
    const lease = site?.landLease ?? null;
    if (!without.buysSite)
      return { reason: 'dans cette voie l’entreprise loue des locaux : elle ne tient pas le terrain.' };
    if (lease === null)
      return {
        reason:
          'le site est acheté dans ce dossier : saisissez un bail de longue durée (nature, durée, canon) pour essayer d’en baisser le canon.',
      };
    if (lease.canonYear.isZero()) return { reason: 'le canon est déjà nul.' };
    const seller = openSeller(dossier);
    if ('reason' in seller) return seller;
    const { canonYear, marketCanonYear } = lease;
    return {
      greatest: canonYear,
      whyGreatest: 'le canon est alors nul',
      assumed: [
        ...seller.assumed,
        ...(marketCanonYear === null
          ? [
              'hypothèse : le canon du dossier est celui du marché ; demandez l’avis du Domaine pour le remplacer.',
            ]
          : []),
      ],
      place: 'site.landLease.canonYear',
      change: (draft, level) => {
        const terms = groupAt(groupAt(draft, 'site'), 'landLease');
        terms.canonYear = canonYear.minus(level).toFixed(2);
        if (marketCanonYear === null) terms.marketCanonYear = canonYear.toFixed(2);
        seller.add(draft);
      },
      cost: { party: LAND_OWNER, operating: ['land-lease-canon'], investment: ['land-lease-entry'] },
      isSupport: ({ id, kind }) => kind === 'reduced-rent' && id === 'land-lease',
    };
  },
};
