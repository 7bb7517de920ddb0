import type { Decimal } from '../formula/decimal.ts';
import { writeRate } from '../formula/french.ts';
import { MATRIX_FORMS, type MatrixForm } from './form-instrument-words.ts';
import { type LawRule, ruleApplied } from './law-rule.ts';
import { type Legality, ruling } from './legality.ts';
import {
  PUBLIC_SHARE_LIMIT,
  SCIC_AUTHORITY_ADVANCES_SINCE,
  SCIC_PUBLIC_CAPITAL,
} from './local-authority-figures.ts';

/** What a local authority may hold and advance: CGCT, read with the texts of the forms. */
const HOLDING = 'CGCT art. L. 2253-1, L. 3231-6, L. 4211-1';

export const LOCAL_AUTHORITY_RULES = {
  capital: {
    rule: 'authority.capital',
    article: HOLDING,
    reason:
      'Une collectivité ne peut pas, en principe, entrer au capital d’une société qui n’est pas une SCIC : il y faut un décret en Conseil d’État ou un texte exprès.',
    confidence: 'sourced',
  },
  scicCapital: {
    rule: 'authority.scic-capital',
    article: 'Loi 47-1775 art. 19 septies ; CGCT art. L. 2253-1',
    reason: 'Une collectivité peut être associée d’une SCIC, jusqu’à 50 % du capital avec les autres.',
    confidence: 'sourced',
  },
  premisesAid: {
    rule: 'authority.premises-aid',
    article: 'CGCT art. L. 1511-3',
    reason:
      'L’aide à l’immobilier d’entreprise est décidée par la commune, l’EPCI à fiscalité propre ou la métropole ; la région y participe par convention avec eux, le département par délégation.',
    confidence: 'sourced',
  },
  withoutCapital: {
    rule: 'authority.without-capital',
    article: 'Loi du 1er juillet 1901 ; CGCT art. L. 1611-4 ; de mémoire',
    reason:
      'Une association ou une fondation n’a pas de capital : ce qu’une collectivité lui apporte est une subvention ou une avance.',
    confidence: 'memory',
  },
  account: {
    rule: 'authority.associate-account',
    article: HOLDING,
    reason:
      'Une collectivité n’est pas associée d’une société qui n’est pas une SCIC : elle ne peut pas lui laisser de compte courant d’associé.',
    confidence: 'sourced',
  },
  scicAccount: {
    rule: 'authority.scic-associate-account',
    article: 'Loi 47-1775 art. 19 septies (loi 2022-217 art. 221) ; CGCT',
    reason:
      'Une collectivité associée d’une SCIC peut lui allouer une avance en compte courant d’associé depuis le 23/02/2022, aux conditions du CGCT.',
    confidence: 'sourced',
  },
  scicPublicCapital: {
    rule: 'scic.public-capital',
    article: 'Loi 47-1775 art. 19 septies',
    reason:
      'Les collectivités et leurs groupements, ensemble, ne dépassent pas 50 % du capital d’une SCIC ; 50,00 % est permis.',
    confidence: 'sourced',
  },
  smeStatus: {
    rule: 'scic.sme-status',
    article: 'RGEC 651/2014 annexe I art. 3.4 et 3.2 ; CJUE C-516/19',
    reason:
      'Dès 25,00 % de capital public, une entreprise n’est plus une PME au sens européen, et les taux d’aide des PME se perdent.',
    confidence: 'sourced',
  },
} as const satisfies Record<string, LawRule>;

const inLower = (form: MatrixForm) => MATRIX_FORMS[form].replace(/^U/, 'u');

/**
 * A local authority as an associate of an enterprise or of its property company.
 * @param authority its name
 * @returns impossible but in a SCIC, whose share of public capital is read apart, and in what has no capital
 */
export function authorityCapitalLegality(form: MatrixForm, authority: string): Legality {
  const { capital, scicCapital, withoutCapital } = LOCAL_AUTHORITY_RULES;
  // One point, whatever the form: a person confirms it once.
  const { rule } = capital;
  if (form === 'SCIC') {
    return ruleApplied(
      { ...scicCapital, rule },
      {
        verdict: 'possible',
        fact: `${authority} entre au capital d’une SCIC.`,
        remedy: 'Surveillez la part publique : dès 25,00 %, la SCIC n’est plus une PME pour les aides.',
      },
    );
  }
  if (form === 'association' || form === 'foundation') {
    return ruleApplied(
      { ...withoutCapital, rule },
      {
        verdict: 'a-verifier',
        fact: `${authority} apporterait des fonds à ${inLower(form)}.`,
        remedy: 'Saisissez une subvention ou une avance remboursable, avec sa convention.',
      },
    );
  }
  return ruleApplied(capital, {
    verdict: 'impossible',
    fact: `${authority} entrerait au capital d’${inLower(form)}.`,
    remedy:
      'Remplacez-la par la Banque des Territoires, un fonds régional ou une SEM ; la collectivité peut aider par une subvention, une garantie d’emprunt ou le capital d’une SCIC.',
  });
}

/**
 * A local authority that gives or advances money to premises: open to all, by an act that depends on its level, which the
 * dossier does not know.
 * @param form of the aid, in words: « une subvention »
 */
export function authorityPremisesAid(authority: string, form: string): Legality {
  return ruleApplied(LOCAL_AUTHORITY_RULES.premisesAid, {
    verdict: 'possible',
    fact: `${authority} verse ${form} à l’immobilier.`,
    remedy:
      'Une convention avec le bénéficiaire ; pour une région ou un département, joignez aussi la convention ou la délégation du bloc communal.',
  });
}

/**
 * A local authority that leaves an associate account to an enterprise: an advance of an associate, hence of a SCIC only.
 * @param lawDate ISO: SCIC advances are allowed from 23/02/2022
 */
export function authorityAccountLegality(form: MatrixForm, authority: string, lawDate: string): Legality {
  const { account, scicAccount } = LOCAL_AUTHORITY_RULES;
  const fact = `${authority} laisserait un compte courant d’associé à ${inLower(form)}.`;
  if (form === 'SCIC') {
    const isOpen = lawDate >= SCIC_AUTHORITY_ADVANCES_SINCE;
    return ruleApplied(
      { ...scicAccount, rule: account.rule },
      {
        verdict: isOpen ? 'a-verifier' : 'impossible',
        fact,
        remedy: isOpen
          ? 'Vérifiez avec la collectivité la convention, la durée et le plafond de l’avance.'
          : 'Remplacez-le par une avance remboursable de la collectivité, comptée comme aide, ou retenez une date de droit postérieure.',
      },
    );
  }
  if (form === 'association' || form === 'foundation') return authorityCapitalLegality(form, authority);
  return ruleApplied(account, {
    verdict: 'impossible',
    fact,
    remedy:
      'Remplacez-le par une avance remboursable de la collectivité (CGCT art. L. 1511-2 ou L. 1511-3), comptée comme aide, ou par le compte courant d’un investisseur.',
  });
}

/**
 * The public part of the capital of a SCIC: exactly half is lawful, more is not; from a quarter on, no more SME.
 * @param share of the capital held by local authorities together, a fraction, not rounded
 */
export function scicPublicShareLegality(share: Decimal): Legality[] {
  const rounded = share.toDecimalPlaces(4);
  const isCutByRounding = share.gt(SCIC_PUBLIC_CAPITAL.value) && !rounded.gt(SCIC_PUBLIC_CAPITAL.value);
  const fact = `Les collectivités tiendraient ${isCutByRounding ? 'un peu plus de ' : ''}${writeRate(rounded)} du capital de la SCIC.`;
  if (share.gt(SCIC_PUBLIC_CAPITAL.value)) {
    return [
      ruleApplied(LOCAL_AUTHORITY_RULES.scicPublicCapital, {
        verdict: 'impossible',
        fact,
        remedy:
          'Ramenez leur part à 50 % au plus : davantage de parts d’autres sociétaires, ou une avance en compte courant.',
      }),
    ];
  }
  if (share.lt(PUBLIC_SHARE_LIMIT.value)) return [];
  return [
    ruleApplied(LOCAL_AUTHORITY_RULES.smeStatus, {
      verdict: 'a-verifier',
      fact,
      remedy:
        'Restez à 24,99 %, ou vérifiez une exception (commune de moins de 5 000 habitants et de 10 M€ de budget, université, fonds de développement régional) ; recalculez les plafonds d’aide.',
    }),
  ];
}

/** A local authority that subscribes a convertible bond: it might become an associate. */
export function authorityBondLegality(authority: string): Legality {
  return ruling({
    rule: 'authority.convertible-bond',
    verdict: 'impossible',
    article: 'CGCT art. L. 2253-1 ; de mémoire pour les obligations',
    reason: `Une collectivité (${authority}) qui souscrit une obligation convertible pourrait devenir associée sans texte qui le permette.`,
    remedy: 'Prenez une avance remboursable, ou faites souscrire un investisseur.',
    confidence: 'memory',
  });
}
