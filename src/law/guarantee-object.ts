import type { Confidence } from './figure.ts';
import { GUARANTEE_RULES } from './guarantee-rules.ts';

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
  const { article, reason, confidence } = GUARANTEE_RULES.object;
  if (object === 'loan') {
    const remedy = 'Rien à faire pour l’objet : vérifiez les trois ratios.';
    return { isLawful: true, article, reason, remedy, confidence };
  }
  const { what, remedy } = REFUSED[object];
  return {
    isLawful: false,
    article,
    reason: `La garantie porterait sur ${what}. ${reason}`,
    remedy,
    confidence,
  };
}
