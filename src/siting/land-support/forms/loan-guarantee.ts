import { guaranteedLoanOf } from '../../../dossier/sources.ts';
import { Decimal } from '../../../formula/decimal.ts';
import { writeRate } from '../../../formula/french.ts';
import { GALLAND_3, GALLAND_3_DEVELOPMENT } from '../../../law/guarantee-limits.ts';
import { freeId, listAt, pathAt } from '../draft.ts';
import { addGiver } from '../giver.ts';
import type { SupportForm, SupportSetting } from '../support-form.ts';

/** Taken off the rate by a guarantee of the whole loan when the dossier says nothing of it: a hypothesis. */
const USUAL_GAIN = new Decimal('0.006');

/** What a bank takes off the rate for a guarantee of the whole loan, as the guarantees of the dossier say, else usual. */
function gainOf(path: SupportSetting['path']): { readonly whole: Decimal; readonly why: string } {
  const known = guaranteedLoanOf(path)?.guarantees.find(
    ({ marginGain, coverage }) => marginGain.gt(0) && coverage.gt(0),
  );
  if (known === undefined) {
    return {
      whole: USUAL_GAIN,
      why: 'hypothèse : la banque retire 0,30 point du taux pour la moitié du prêt garantie, et en proportion ; à négocier avec elle',
    };
  }
  return {
    whole: known.marginGain.div(known.coverage),
    why: `hypothèse : la baisse de taux est proportionnelle à la quotité, comme celle de « ${known.label} » (${writeRate(known.marginGain)} pour ${writeRate(known.coverage)} du prêt)`,
  };
}

/** A share of the loan guaranteed by the local authority: the bank lowers its rate, nothing is paid unless it defaults. */
export const LOAN_GUARANTEE: SupportForm = {
  id: 'loan-guarantee',
  label: 'Garantie d’emprunt',
  inWords: (level) => `une garantie de ${level} du prêt`,
  article: 'CGCT art. L. 2252-1 (commune, EPCI), L. 3231-4 (département), L. 4253-1 (région)',
  unit: 'ratio',
  step: '0.001',
  section: 'hors bilan',
  competence: {
    who: 'L’assemblée de la commune, de l’EPCI, du département ou de la région, sans délégation à l’exécutif.',
    article: 'CGCT art. L. 2252-1, L. 3231-4 et L. 4253-1 ; CE 15/06/1994, Longueau',
    confidence: 'sourced',
  },
  deliberation: [
    {
      text: 'L’établissement prêteur, l’objet exact du prêt, son montant, son taux, sa durée et la quotité garantie : sans eux la délibération tombe.',
      article: 'CE 28/10/2002, Moisselles, n° 232060',
      confidence: 'sourced',
    },
    {
      text: 'Les conditions de mise en œuvre : capital, intérêts et accessoires, renonciation ou non au bénéfice de discussion, durée totale.',
      article: 'CGCT art. D. 1511-30 à D. 1511-35',
      confidence: 'sourced',
    },
    {
      text: 'Les trois ratios de la collectivité et l’encours déjà garanti au même débiteur ; les quotités des autres collectivités.',
      article: 'CGCT art. L. 2252-1, D. 1511-34 et D. 1511-35',
      confidence: 'sourced',
    },
    {
      text: 'L’équivalent-subvention brut de la garantie (écart à la prime refuge), compté avec les autres aides.',
      article: 'Communication 2008/C 155/02 § 3.3',
      confidence: 'sourced',
    },
    {
      text: 'Les sûretés et la convention de garantie : information annuelle, retour à meilleure fortune. L’état des emprunts garantis est annexé au budget.',
      article: 'pratique des collectivités ; CGCT art. L. 2313-1',
      confidence: 'memory',
    },
  ],
  open: (setting) => {
    const { path, pathIndex, giver, without } = setting;
    const guaranteed = guaranteedLoanOf(path);
    if (guaranteed === undefined)
      return {
        reason:
          'le prêt de cette voie ne se garantit pas ici : prenez la voie « Garantie publique » (P5) ou « SCI » (P1).',
      };
    if (without.loanNeed.isZero()) return { reason: 'aucun prêt à garantir.' };
    const { guarantees } = guaranteed;
    const ofAuthorities = guarantees.filter(({ kind }) => kind === 'local-authority');
    const sum = (list: typeof guarantees) =>
      list.reduce((total, { coverage }) => total.plus(coverage), new Decimal(0));
    const isDevelopment = ofAuthorities.some((one) => 'development' in one && one.development === true);
    const limit = isDevelopment ? GALLAND_3_DEVELOPMENT : GALLAND_3;
    const gain = gainOf(path);
    const left = Decimal.min(
      new Decimal(limit.value).minus(sum(ofAuthorities)),
      new Decimal(1).minus(sum(guarantees)),
    ).toDecimalPlaces(3, Decimal.ROUND_DOWN);
    if (left.lte(0))
      return {
        reason: `les garanties déjà dans cette voie atteignent ${writeRate(sum(guarantees))} du prêt : les collectivités ensemble ne dépassent pas ${writeRate(new Decimal(limit.value))} (CGCT art. D. 1511-35).`,
      };
    const id = freeId(guarantees, 'soutien-garantie');
    return {
      greatest: left,
      whyGreatest: `toutes collectivités ensemble, la quotité ne dépasse pas ${writeRate(new Decimal(limit.value))} du prêt (CGCT art. D. 1511-35)`,
      assumed: [`${gain.why}.`],
      place: `paths[${pathIndex}].guarantees[${guarantees.length}].coverage`,
      change: (draft, level) => {
        addGiver(draft, giver);
        listAt(pathAt(draft, pathIndex), 'guarantees').push({
          kind: 'local-authority',
          id,
          label: 'Garantie de soutien',
          from: giver.id,
          coverage: level.toFixed(),
          marginGain: gain.whole.times(level).toDecimalPlaces(8).toFixed(),
          ...(isDevelopment ? { development: true } : {}),
        });
      },
      cost: { party: giver.id, operating: [], investment: [], guarantee: id },
      isSupport: (support) => support.kind === 'guarantee' && support.id.endsWith(`.${id}`),
    };
  },
};
