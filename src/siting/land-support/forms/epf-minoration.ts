import { Decimal } from '../../../formula/decimal.ts';
import { groupAt } from '../draft.ts';
import { PASSED_ON, PREMISES_MENTIONS } from '../premises-aid.ts';
import type { SupportForm } from '../support-form.ts';

const EPF = 'epf';
const PLACE = 'site.carrying';

/** What an EPF that carries the site leaves at its own charge when it sells it. */
export const EPF_MINORATION: SupportForm = {
  id: 'epf-minoration',
  label: 'Minoration foncière de l’EPF',
  inWords: (level) => `une minoration de l’EPF de ${level}`,
  article: 'C. urb. art. L. 321-1 et L. 324-1 ; programme pluriannuel de l’EPF',
  unit: 'EUR',
  step: '100',
  section: 'investissement',
  competence: {
    who: 'Le conseil d’administration de l’EPF, dans la convention opérationnelle passée avec la commune ou l’EPCI, qui s’engage à racheter.',
    article: 'C. urb. art. L. 321-1 et L. 324-1 ; conventions d’EPF lues en 2026',
    confidence: 'memory',
  },
  deliberation: [
    {
      text: 'La convention opérationnelle : objet et programme, périmètre, nature de l’intervention, durée du portage, calendrier.',
      article: 'conventions d’EPF (Nord-Pas-de-Calais, Provence-Alpes-Côte d’Azur)',
      confidence: 'sourced',
    },
    {
      text: 'Le coût prévisionnel de l’opération foncière, le prix prévisionnel de cession et la minoration, avec la règle de l’EPF qui la plafonne.',
      article: 'conventions et programmes d’EPF',
      confidence: 'sourced',
    },
    {
      text: 'L’engagement de rachat de la collectivité au terme du portage ou en cas d’abandon.',
      article: 'conventions d’EPF',
      confidence: 'sourced',
    },
    {
      text: 'La part de la minoration qui atteint l’entreprise, comptée avec ses autres aides, et non celle qui paie pour le pollueur ou l’ancien propriétaire.',
      article: 'CGCT art. R. 1511-4 ; RGEC 651/2014 art. 45',
      confidence: 'memory',
    },
    ...PREMISES_MENTIONS,
    PASSED_ON,
  ],
  open: ({ dossier, without }) => {
    const carrying = dossier.values.site?.carrying ?? null;
    if (!without.buysSite) return { reason: 'le site n’est pas acheté dans cette voie.' };
    if (carrying === null)
      return {
        reason:
          'le site n’est pas porté par un EPF dans ce dossier : saisissez le portage (prix payé, travaux, durée, règle de minoration) pour l’essayer.',
      };
    const asked = without.once(`${PLACE}.minoration-asked`) ?? new Decimal(0);
    const ceiling = without.once(`${PLACE}.minoration-ceiling`) ?? new Decimal(0);
    const left = ceiling.minus(asked);
    if (left.lt(1)) return { reason: 'la minoration du dossier atteint déjà le plafond de l’EPF.' };
    return {
      greatest: left.toDecimalPlaces(2, Decimal.ROUND_DOWN),
      whyGreatest: 'la minoration atteint alors le plafond que la règle de l’EPF lui fixe dans ce dossier',
      assumed: ['chaque EPF a sa règle : celle du dossier est à vérifier dans son programme pluriannuel.'],
      place: `${PLACE}.minorationAmount`,
      change: (draft, level) => {
        groupAt(groupAt(draft, 'site'), 'carrying').minorationAmount = carrying.minorationAmount
          .plus(level)
          .toFixed(2);
      },
      cost: { party: EPF, operating: [], investment: ['land-purchase', 'building-purchase'] },
      isSupport: ({ kind, payer }) => kind === 'land-discount' && payer === EPF,
    };
  },
};
