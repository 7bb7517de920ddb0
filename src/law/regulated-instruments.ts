import type { Decimal } from '../formula/decimal.ts';
import { writeRate } from '../formula/french.ts';
import { instrumentLegality } from './form-instrument-matrix.ts';
import type { MatrixForm } from './form-instrument-words.ts';
import {
  BRSA_EMPLOYEES,
  BRSA_TURNOVER,
  BRSA_YEARS,
  TITRE_PARTICIPATIF_VARIABLE_BASE,
  TITRE_PARTICIPATIF_YEARS,
} from './instrument-figures.ts';
import { type LawRule, ruleApplied } from './law-rule.ts';
import type { Legality } from './legality.ts';

/** Titres participatifs, contrat à impact, bail réel solidaire d'activité: conditions of their own texts. */
export const REGULATED_INSTRUMENT_RULES = {
  titreParticipatifYears: {
    rule: 'titre-participatif.years',
    article: 'C. com. art. L228-36',
    reason: 'L’émetteur ne peut pas rembourser un titre participatif avant sept ans.',
    confidence: 'sourced',
  },
  titreParticipatifBase: {
    rule: 'titre-participatif.variable-base',
    article: 'C. com. art. R228-49',
    reason:
      'La part variable d’un titre participatif est calculée sur 40 % du nominal au plus ; son taux est libre, et elle peut dépasser 40 % du coupon entier.',
    confidence: 'sourced',
  },
  impactBondWalls: {
    rule: 'impact-bond.walls',
    article:
      'Conditions d’emploi du contrat à impact (FAIR) ; aucun contrat français connu n’a financé des murs',
    reason:
      'Un contrat à impact préfinance un programme dont les résultats sont mesurés, jamais des murs : un bâtiment amorti n’a pas de résultat à payer.',
    confidence: 'sourced',
  },
  brsaTenant: {
    rule: 'brsa.tenant',
    article: 'CCH art. L256-2',
    reason:
      'Le preneur d’un bail réel solidaire d’activité est une microentreprise : moins de dix salariés, et 2 M€ de chiffre d’affaires ou de bilan au plus.',
    confidence: 'sourced',
  },
  brsaYears: {
    rule: 'brsa.years',
    article: 'CCH art. L256-1 s. (ord. 2023-80)',
    reason: 'Un bail réel solidaire d’activité dure au moins douze ans.',
    confidence: 'sourced',
  },
} as const satisfies Record<string, LawRule>;

/**
 * A titre participatif: its issuer, the year of its repayment, the part of the nominal that the variable part reads.
 * @param terms.variableBase fraction of the nominal, never a part of the coupon: a variable coupon may well pass 40 % of
 *   the coupon
 */
export function titreParticipatifLegality(terms: {
  readonly issuer: MatrixForm;
  readonly repaidAfterYears: number;
  readonly variableBase: Decimal;
}): Legality[] {
  const found: Legality[] = [];
  const issuer = instrumentLegality(terms.issuer, 'titre-participatif');
  if (issuer.verdict !== 'possible') found.push(issuer);
  if (terms.repaidAfterYears < Number(TITRE_PARTICIPATIF_YEARS.value)) {
    found.push(
      ruleApplied(REGULATED_INSTRUMENT_RULES.titreParticipatifYears, {
        verdict: 'impossible',
        fact: `Titre remboursé au bout de ${terms.repaidAfterYears} ans.`,
        remedy: 'Repoussez le remboursement à la septième année, ou prenez un prêt subordonné.',
      }),
    );
  }
  if (terms.variableBase.gt(TITRE_PARTICIPATIF_VARIABLE_BASE.value)) {
    found.push(
      ruleApplied(REGULATED_INSTRUMENT_RULES.titreParticipatifBase, {
        verdict: 'impossible',
        fact: `Part variable calculée sur ${writeRate(terms.variableBase)} du nominal.`,
        remedy: 'Ramenez l’assiette de la part variable à 40 % du nominal ; son taux reste libre.',
      }),
    );
  }
  return found;
}

/** A contrat à impact pays a programme with measured results: never walls, and a property company has no programme. */
export function impactBondLegality(terms: {
  readonly issuer: MatrixForm;
  readonly pays: 'programme' | 'walls';
}): Legality[] {
  const issuer = instrumentLegality(terms.issuer, 'impact-bond');
  const found = issuer.verdict === 'possible' ? [] : [issuer];
  if (terms.pays === 'programme') return found;
  return [
    ruleApplied(REGULATED_INSTRUMENT_RULES.impactBondWalls, {
      verdict: 'impossible',
      remedy:
        'Financez les murs par un prêt, une SCI ou une foncière ; gardez le contrat à impact pour le programme.',
    }),
    ...found,
  ];
}

/** A bail réel solidaire d'activité: a microenterprise as tenant, twelve years at least. */
export function brsaLegality(terms: {
  /** Full-time equivalents of the tenant. */
  readonly employees: Decimal;
  /** The lower of turnover and balance sheet total, in euros. */
  readonly turnoverOrBalance: Decimal;
  readonly years: number;
}): Legality[] {
  const found: Legality[] = [];
  const isMicro =
    terms.employees.lt(BRSA_EMPLOYEES.value) && terms.turnoverOrBalance.lte(BRSA_TURNOVER.value);
  if (!isMicro) {
    found.push(
      ruleApplied(REGULATED_INSTRUMENT_RULES.brsaTenant, {
        verdict: 'impossible',
        remedy: 'Prenez un bail emphytéotique ou à construction, ou un bail commercial à loyer minoré.',
      }),
    );
  }
  if (terms.years < Number(BRSA_YEARS.value)) {
    found.push(
      ruleApplied(REGULATED_INSTRUMENT_RULES.brsaYears, {
        verdict: 'impossible',
        fact: `Bail de ${terms.years} ans.`,
        remedy: 'Allongez le bail à douze ans au moins.',
      }),
    );
  }
  return found;
}
