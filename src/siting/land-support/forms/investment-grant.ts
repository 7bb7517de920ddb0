import { freeId, listAt, pathAt } from '../draft.ts';
import { addGiver } from '../giver.ts';
import { PASSED_ON, PREMISES_COMPETENCE, PREMISES_MENTIONS } from '../premises-aid.ts';
import type { SupportForm } from '../support-form.ts';

/** An investment grant of the local authority, paid on the default dates, to who pays for the site or its fitting-out. */
export const INVESTMENT_GRANT: SupportForm = {
  id: 'investment-grant',
  label: 'Subvention d’investissement',
  inWords: (level) => `une subvention d’investissement de ${level}`,
  article: 'CGCT art. L. 1511-3',
  unit: 'EUR',
  step: '100',
  section: 'investissement',
  competence: PREMISES_COMPETENCE,
  deliberation: [
    ...PREMISES_MENTIONS,
    PASSED_ON,
    {
      text: 'Le montant, l’échéancier de versement et les pièces qui l’appellent ; aucun commencement des travaux avant la demande.',
      article: 'RGEC 651/2014 art. 6 ; règlements d’aide des collectivités',
      confidence: 'memory',
    },
  ],
  open: ({ path, pathIndex, giver, without }) => {
    if (without.loanNeed.isZero())
      return { reason: 'aucun prêt à remplacer : les ressources couvrent déjà les besoins du plan.' };
    const id = freeId(path.sources, 'soutien-subvention');
    return {
      greatest: without.loanNeed,
      whyGreatest:
        'au-delà, elle dépasserait ce que le plan emprunte : une aide ne dépasse pas la dépense qu’elle finance',
      assumed: [],
      place: `paths[${pathIndex}].sources[${path.sources.length}].amount`,
      change: (draft, level) => {
        addGiver(draft, giver);
        listAt(pathAt(draft, pathIndex), 'sources').push({
          kind: 'grant',
          id,
          label: 'Subvention de soutien',
          from: giver.id,
          basis: 'amount',
          amount: level.toFixed(2),
          status: 'to-request',
        });
      },
      cost: { party: giver.id, operating: [], investment: ['grant'] },
      isSupport: (support) => support.kind === 'grant' && support.id.endsWith(`.${id}`),
    };
  },
};
