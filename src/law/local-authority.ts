import type { Decimal } from '../formula/decimal.ts';
import { writeRate } from '../formula/french.ts';
import { MATRIX_FORMS, type MatrixForm } from './form-instrument-matrix.ts';
import { type Legality, ruling } from './legality.ts';
import {
  PUBLIC_SHARE_LIMIT,
  SCIC_AUTHORITY_ADVANCES_SINCE,
  SCIC_PUBLIC_CAPITAL,
} from './local-authority-figures.ts';

/** What a local authority may hold, advance and guarantee: CGCT, read with the texts of the forms. */
const HOLDING = 'CGCT art. L. 2253-1, L. 3231-6, L. 4211-1';

const inLower = (form: MatrixForm) => MATRIX_FORMS[form].replace(/^U/, 'u');

/**
 * A local authority as an associate of an enterprise or of its property company.
 * @param authority its name
 * @returns impossible but in a SCIC, whose share of public capital is read apart, and in what has no capital
 */
export function authorityCapitalLegality(form: MatrixForm, authority: string): Legality {
  if (form === 'SCIC') {
    return ruling({
      rule: 'authority.capital',
      verdict: 'possible',
      article: 'Loi 47-1775 art. 19 septies ; CGCT art. L. 2253-1',
      reason: `Une collectivité (${authority}) peut être associée d’une SCIC, jusqu’à 50 % du capital avec les autres.`,
      remedy: 'Surveillez la part publique : dès 25,00 %, la SCIC n’est plus une PME pour les aides.',
      confidence: 'sourced',
    });
  }
  if (form === 'association' || form === 'foundation') {
    return ruling({
      rule: 'authority.capital',
      verdict: 'a-verifier',
      article: 'Loi du 1er juillet 1901 ; CGCT art. L. 1611-4 ; de mémoire',
      reason: `${MATRIX_FORMS[form]} n’a pas de capital : ce qu’une collectivité (${authority}) lui apporte est une subvention ou une avance.`,
      remedy: 'Saisissez une subvention ou une avance remboursable, avec sa convention.',
      confidence: 'memory',
    });
  }
  return ruling({
    rule: 'authority.capital',
    verdict: 'impossible',
    article: HOLDING,
    reason: `Une collectivité (${authority}) ne peut pas, en principe, entrer au capital d’${inLower(form)} : il y faut un décret en Conseil d’État ou un texte exprès.`,
    remedy:
      'Remplacez-la par la Banque des Territoires, un fonds régional ou une SEM ; la collectivité peut aider par une subvention, une garantie d’emprunt ou le capital d’une SCIC.',
    confidence: 'sourced',
  });
}

/**
 * A local authority that leaves an associate account to an enterprise: an advance of an associate, hence of a SCIC only.
 * @param lawDate ISO: SCIC advances are allowed from 23/02/2022
 */
export function authorityAccountLegality(form: MatrixForm, authority: string, lawDate: string): Legality {
  if (form === 'SCIC' && lawDate >= SCIC_AUTHORITY_ADVANCES_SINCE) {
    return ruling({
      rule: 'authority.associate-account',
      verdict: 'a-verifier',
      article: 'Loi 47-1775 art. 19 septies (loi 2022-217 art. 221) ; CGCT',
      reason: `Une collectivité (${authority}) associée d’une SCIC peut lui allouer une avance en compte courant d’associé, aux conditions du CGCT.`,
      remedy: 'Vérifiez avec la collectivité la convention, la durée et le plafond de l’avance.',
      confidence: 'sourced',
    });
  }
  if (form === 'association' || form === 'foundation') return authorityCapitalLegality(form, authority);
  return ruling({
    rule: 'authority.associate-account',
    verdict: 'impossible',
    article: HOLDING,
    reason: `Une collectivité (${authority}) n’est pas associée d’${inLower(form)} : elle ne peut pas lui laisser de compte courant d’associé.`,
    remedy:
      'Remplacez-le par une avance remboursable de la collectivité (CGCT art. L. 1511-2 ou L. 1511-3), comptée comme aide, ou par le compte courant d’un investisseur.',
    confidence: 'sourced',
  });
}

/** What a person may ask a local authority to guarantee. */
export type GuaranteedObject = 'loan' | 'rent' | 'leasing' | 'associate-account' | 'credit-line';

const OBJECTS: Readonly<Record<GuaranteedObject, string>> = {
  loan: 'un emprunt',
  rent: 'un loyer',
  leasing: 'un loyer de crédit-bail',
  'associate-account': 'un compte courant d’associé',
  'credit-line': 'une ligne de trésorerie',
};

/** A local authority guarantees loans, and nothing else. */
export function authorityGuaranteeLegality(object: GuaranteedObject): Legality {
  const isLoan = object === 'loan';
  return ruling({
    rule: 'authority.guarantee-object',
    verdict: isLoan ? 'possible' : 'impossible',
    article: 'CGCT art. L. 2252-1 ; QE 10651 (17/06/2008)',
    reason: isLoan
      ? 'Une collectivité peut garantir un emprunt, dans les trois ratios.'
      : `Une collectivité ne garantit que des emprunts : elle ne peut pas garantir ${OBJECTS[object]}.`,
    remedy: isLoan
      ? 'Vérifiez les trois ratios, toutes collectivités réunies.'
      : 'Demandez-lui de garantir l’emprunt bancaire ; pour un loyer, prévoyez un dépôt ou une garantie privée.',
    confidence: 'sourced',
  });
}

/**
 * The public part of the capital of a SCIC: exactly half is lawful, more is not; from a quarter on, no more SME.
 * @param share of the capital held by local authorities together, a fraction, not rounded
 */
export function scicPublicShareLegality(share: Decimal): Legality[] {
  const percent = writeRate(share.toDecimalPlaces(6));
  if (share.gt(SCIC_PUBLIC_CAPITAL.value)) {
    return [
      ruling({
        rule: 'scic.public-capital',
        verdict: 'impossible',
        article: 'Loi 47-1775 art. 19 septies',
        reason: `Les collectivités tiendraient ${percent} du capital de la SCIC : ensemble, elles ne peuvent pas dépasser 50 %.`,
        remedy:
          'Ramenez leur part à 50 % au plus : davantage de parts d’autres sociétaires, ou une avance en compte courant.',
        confidence: 'sourced',
      }),
    ];
  }
  if (share.lt(PUBLIC_SHARE_LIMIT.value)) return [];
  return [
    ruling({
      rule: 'scic.sme-status',
      verdict: 'a-verifier',
      article: 'RGEC 651/2014 annexe I art. 3.4 et 3.2 ; CJUE C-516/19',
      reason: `Les collectivités tiendraient ${percent} du capital : dès 25,00 %, la SCIC n’est plus une PME au sens européen, et les taux d’aide des PME se perdent.`,
      remedy:
        'Restez à 24,99 %, ou vérifiez une exception (commune de moins de 5 000 habitants et de 10 M€ de budget, université, fonds de développement régional) ; recalculez les plafonds d’aide.',
      confidence: 'sourced',
    }),
  ];
}
