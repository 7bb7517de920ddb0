import { Decimal } from '../../../formula/decimal.ts';
import { freeId, listAt, pathAt } from '../draft.ts';
import { addGiver } from '../giver.ts';
import { PREMISES_MENTIONS } from '../premises-aid.ts';
import type { SupportForm } from '../support-form.ts';

/** As long as a dossier may say. */
const LONGEST = 40;

/** Points of the yearly rate of the loan paid by the local authority, until the loan is repaid. */
export const INTEREST_SUBSIDY: SupportForm = {
  id: 'interest-subsidy',
  label: 'Bonification d’intérêts',
  inWords: (level) => `une bonification d’intérêts de ${level}`,
  article: 'CGCT art. L. 1511-2',
  unit: 'points',
  step: '0.001',
  section: 'fonctionnement',
  competence: {
    who: 'La région est seule compétente pour définir les régimes d’aides aux entreprises ; communes et EPCI y participent par convention avec elle.',
    article: 'CGCT art. L. 1511-2',
    confidence: 'memory',
  },
  deliberation: [
    {
      text: 'Le prêt bonifié (prêteur, montant, durée, taux), les points pris en charge, la durée et le plafond en euros.',
      article: 'CGCT art. L. 1511-2',
      confidence: 'memory',
    },
    {
      text: 'La convention avec la région quand une commune ou un EPCI verse la bonification.',
      article: 'CGCT art. L. 1511-2',
      confidence: 'memory',
    },
    ...PREMISES_MENTIONS,
  ],
  open: ({ path, pathIndex, giver, without }) => {
    if (without.loanNeed.isZero()) return { reason: 'aucun prêt : pas d’intérêts à prendre en charge.' };
    const { loanRate } = without;
    if (loanRate.lte(0)) return { reason: 'le prêt est sans intérêt : rien à prendre en charge.' };
    const years = Math.min(LONGEST, Math.ceil(path.terms.payments / path.terms.paymentsPerYear));
    const id = freeId(path.sources, 'soutien-bonification');
    return {
      greatest: new Decimal(loanRate).toDecimalPlaces(3, Decimal.ROUND_DOWN),
      whyGreatest: 'tous les intérêts du prêt sont alors payés',
      assumed: [
        `la bonification dure autant que le prêt, ${years} ${years > 1 ? 'ans' : 'an'} après la mise en service.`,
      ],
      place: `paths[${pathIndex}].sources[${path.sources.length}].points`,
      change: (draft, level) => {
        addGiver(draft, giver);
        listAt(pathAt(draft, pathIndex), 'sources').push({
          kind: 'interest-subsidy',
          id,
          label: 'Bonification de soutien',
          from: giver.id,
          points: level.toFixed(),
          years,
        });
      },
      cost: {
        party: giver.id,
        operating: ['interest-subsidy', 'interest-subsidy-during-works'],
        investment: [],
      },
      isSupport: (support) => support.kind === 'interest-subsidy' && support.id.endsWith(`.${id}`),
    };
  },
};
