import type { Confidence } from './figure.ts';

/** What somebody may ask a local authority to guarantee. */
export type GuaranteeObject = 'loan' | 'rent' | 'leasing' | 'associate-account' | 'cash-line';

/** What the law says of the object of a guarantee by a local authority. */
export interface GuaranteeObjectRule {
  readonly isLawful: boolean;
  readonly article: string;
  readonly reason: string;
  readonly remedy: string;
  readonly confidence: Confidence;
}

const ARTICLE = 'CGCT art. L. 2252-1, L. 3231-4, L. 4253-1 ; QE n° 10651 (17/06/2008)';

const REFUSED: Readonly<
  Record<Exclude<GuaranteeObject, 'loan'>, { readonly what: string; readonly remedy: string }>
> = {
  rent: {
    what: 'le paiement d’un loyer',
    remedy:
      'Faites garantir le prêt de la société qui achète les murs ; pour le loyer, prévoyez un dépôt de garantie ou une caution bancaire.',
  },
  leasing: {
    what: 'les loyers d’un crédit-bail',
    remedy:
      'Financez l’immeuble par un emprunt, que la collectivité peut garantir, au lieu d’un crédit-bail.',
  },
  'associate-account': {
    what: 'le remboursement d’un compte courant d’associé',
    remedy:
      'Remplacez le compte courant par un emprunt bancaire, ou faites garantir l’emprunt de la société.',
  },
  'cash-line': {
    what: 'une ligne de trésorerie',
    remedy:
      'Transformez la ligne en emprunt à échéances fixées d’avance, ou laissez-la à la garantie de la banque.',
  },
};

/**
 * Whether a local authority may guarantee this: loans only, with a schedule known in advance. A guarantee of anything
 * else has no ground in the code, whatever its amount. Other guarantors follow their own rules.
 */
export function guaranteeObjectLegality(object: GuaranteeObject): GuaranteeObjectRule {
  if (object === 'loan') {
    return {
      isLawful: true,
      article: ARTICLE,
      reason: 'Une collectivité peut garantir un emprunt, dans la limite de ses ratios.',
      remedy: 'Rien à faire pour l’objet : vérifiez les trois ratios.',
      confidence: 'sourced',
    };
  }
  const { what, remedy } = REFUSED[object];
  return {
    isLawful: false,
    article: ARTICLE,
    reason: `Une collectivité ne garantit que des emprunts : elle ne peut pas garantir ${what}.`,
    remedy,
    confidence: 'sourced',
  };
}
