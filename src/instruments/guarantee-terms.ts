import { Decimal } from '../formula/decimal.ts';
import {
  choiceOf,
  type Default,
  field,
  fromLaw,
  group,
  hypothesis,
  named,
  type Shape,
  type ValueOf,
} from '../input/description.ts';
import { amount, choice, kebabId, literal, rate, share, text, truth } from '../input/fields.ts';
import { sourceOf } from '../law/figure.ts';
import { BPIFRANCE_FEE, FRANCE_ACTIVE_FEE, MUTUAL_GUARANTEE_FEE } from '../law/guarantor-figures.ts';
import { LOCAL_AUTHORITY } from './local-authority-terms.ts';

/** Who guarantees: each has its own rules, its usual cost and the moment at which it pays. */
export type GuarantorKind =
  | 'local-authority'
  | 'france-active'
  | 'fgie'
  | 'bpifrance'
  | 'sofiscop'
  | 'siagi-socama'
  | 'fund';

interface Usual {
  readonly label: string;
  readonly mechanism: Default;
  readonly coverage: Default;
  readonly feeKind: Default;
  readonly feeRate: Default;
  readonly marginGain: Default;
  readonly replacesPersonalSurety: Default;
}

const FINAL_LOSS = hypothesis(
  'perte-finale',
  'usage de ce garant : part de la perte après vente des sûretés',
);
const NO_FEE = hypothesis('none', 'sans commission connue : à demander au garant');
const HALF = hypothesis('0.5', 'moitié du prêt');
const NOTHING = hypothesis('0', 'aucune commission');
const NO_GAIN = hypothesis('0', 'à négocier avec la banque');
const REPLACES = hypothesis(true, 'objet de cette garantie ; à écrire dans l’offre de prêt');

/** The usual terms of each guarantor, all of them to be replaced by those of its offer. */
const USUAL: Readonly<Record<GuarantorKind, Usual>> = {
  'local-authority': {
    label: 'Garantie d’une collectivité',
    mechanism: hypothesis('echeances', 'usage des collectivités : chaque échéance impayée est appelée'),
    coverage: HALF,
    feeKind: hypothesis('none', 'usage des collectivités : garantie gratuite'),
    feeRate: NOTHING,
    marginGain: NO_GAIN,
    replacesPersonalSurety: hypothesis(true, 'à faire confirmer par la banque'),
  },
  'france-active': {
    label: 'Garantie France Active',
    mechanism: FINAL_LOSS,
    coverage: HALF,
    feeKind: hypothesis('flat', 'commission unique à la signature'),
    feeRate: fromLaw(FRANCE_ACTIVE_FEE.value, sourceOf(FRANCE_ACTIVE_FEE)),
    marginGain: NO_GAIN,
    replacesPersonalSurety: REPLACES,
  },
  fgie: {
    label: 'Garantie FGIE (insertion par l’économique)',
    mechanism: FINAL_LOSS,
    coverage: HALF,
    feeKind: hypothesis('flat', 'commission unique, comme les garanties de France Active'),
    feeRate: hypothesis('0.025', 'comme les garanties de France Active'),
    marginGain: NO_GAIN,
    replacesPersonalSurety: REPLACES,
  },
  bpifrance: {
    label: 'Garantie Bpifrance',
    mechanism: FINAL_LOSS,
    coverage: HALF,
    feeKind: hypothesis('yearly', 'commission annuelle sur l’encours garanti'),
    feeRate: hypothesis(BPIFRANCE_FEE.value, sourceOf(BPIFRANCE_FEE)),
    marginGain: NO_GAIN,
    replacesPersonalSurety: hypothesis(false, 'la banque peut garder une caution sur sa part'),
  },
  sofiscop: {
    label: 'Garantie Sofiscop',
    mechanism: FINAL_LOSS,
    coverage: HALF,
    feeKind: NO_FEE,
    feeRate: NOTHING,
    marginGain: NO_GAIN,
    replacesPersonalSurety: REPLACES,
  },
  'siagi-socama': {
    label: 'Garantie SIAGI ou SOCAMA',
    mechanism: FINAL_LOSS,
    coverage: HALF,
    feeKind: hypothesis('flat', 'commission unique à la signature'),
    feeRate: hypothesis(MUTUAL_GUARANTEE_FEE.value, sourceOf(MUTUAL_GUARANTEE_FEE)),
    marginGain: NO_GAIN,
    replacesPersonalSurety: REPLACES,
  },
  fund: {
    label: 'Garantie d’un autre fonds',
    mechanism: FINAL_LOSS,
    coverage: HALF,
    feeKind: NO_FEE,
    feeRate: NOTHING,
    marginGain: NO_GAIN,
    replacesPersonalSurety: hypothesis(false, 'à faire confirmer par la banque'),
  },
};

function common<K extends GuarantorKind>(kind: K) {
  const usual = USUAL[kind];
  return {
    kind: field(literal(kind), { label: 'Garant', help: usual.label }),
    id: field(kebabId(), {
      label: 'Identifiant de la garantie',
      help: 'Unique dans la voie.',
      fallback: hypothesis(kind, 'nature du garant'),
    }),
    label: field(text(120), {
      label: 'Nom de la garantie',
      help: 'Nom affiché.',
      fallback: hypothesis(usual.label, 'nom usuel'),
    }),
    from: field(kebabId(), { label: 'Garant', help: 'Identifiant du garant parmi les parties.' }),
    mechanism: field(choice({ 'perte-finale': 'perte finale', echeances: 'échéances impayées' }), {
      label: 'Moment où le garant paie',
      help: 'Perte finale (perte-finale) : sa part de la perte, une fois les sûretés vendues. Échéances (echeances) : sa part de chaque échéance impayée, à sa date, avec recours sur la vente.',
      fallback: usual.mechanism,
    }),
    coverage: field(share(), {
      unit: 'ratio',
      label: 'Quotité garantie',
      help: 'Part du prêt que ce garant couvre.',
      fallback: usual.coverage,
    }),
    amountCap: field(amount({ min: '0' }).nullable(), {
      unit: 'money',
      label: 'Montant garanti, au plus',
      help: 'Plafond en euros ; aucun si le champ est vide, comme toujours pour une collectivité, qui garantit une quotité.',
      fallback: hypothesis(null, 'aucun plafond'),
    }),
    feeKind: field(
      choice({ none: 'aucune', flat: 'unique, à la signature', yearly: 'annuelle, sur l’encours garanti' }),
      {
        label: 'Commission',
        help: 'Aucune (none), unique à la signature sur le montant garanti (flat), ou annuelle sur l’encours garanti (yearly).',
        fallback: usual.feeKind,
      },
    ),
    feeRate: field(rate(), {
      unit: 'ratio/years',
      label: 'Taux de la commission',
      help: 'Du montant garanti, une fois ; ou de l’encours garanti, par an.',
      fallback: usual.feeRate,
    }),
    marginGain: field(rate(), {
      unit: 'ratio/years',
      label: 'Baisse du taux du prêt',
      help: 'Points que la banque retire du taux grâce à cette garantie : 0,30 % pour trente points de base.',
      fallback: usual.marginGain,
    }),
    replacesPersonalSurety: field(truth(), {
      label: 'Remplace la caution personnelle',
      help: 'Oui si la banque renonce à la caution des dirigeants ou des associés.',
      fallback: usual.replacesPersonalSurety,
    }),
  };
}

const variant = <K extends GuarantorKind, S extends Shape>(kind: K, own: S) =>
  group(USUAL[kind].label, { ...common(kind), ...own });

const GUARANTEES = {
  'local-authority': variant('local-authority', LOCAL_AUTHORITY),
  'france-active': variant('france-active', {}),
  fgie: variant('fgie', {}),
  bpifrance: variant('bpifrance', {}),
  sofiscop: variant('sofiscop', {}),
  'siagi-socama': variant('siagi-socama', {}),
  fund: variant('fund', {}),
} as const;

export type Guarantee = { [K in GuarantorKind]: ValueOf<(typeof GUARANTEES)[K]> }[GuarantorKind];
export type LocalAuthorityGuarantee = Extract<Guarantee, { readonly kind: 'local-authority' }>;

/** A guarantee of a loan, by who gives it. */
export const GUARANTEE = named<Guarantee>(choiceOf('Garantie', GUARANTEES));

/** The public money of a guarantor that is not a local authority: what it pays is then counted as an aid. */
export function isLocalAuthority(guarantee: Guarantee): guarantee is LocalAuthorityGuarantee {
  return guarantee.kind === 'local-authority';
}

/** Share of a loan that these guarantees cover together. */
export function coverageOf(guarantees: readonly Guarantee[]): Decimal {
  return guarantees.reduce((sum, { coverage }) => sum.plus(coverage), new Decimal(0));
}
