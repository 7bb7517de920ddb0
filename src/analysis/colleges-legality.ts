import { Decimal } from '../formula/decimal.ts';
import { writeRate } from '../formula/french.ts';
import {
  SCIC_CATEGORIES,
  SCIC_COLLEGE_LEAST_VOTES,
  SCIC_COLLEGE_MOST_VOTES,
} from '../law/cooperative-figures.ts';
import { ruleApplied } from '../law/law-rule.ts';
import { type Legality, ruling } from '../law/legality.ts';
import { authorityCapitalLegality, scicPublicShareLegality } from '../law/local-authority.ts';
import { SCIC_COLLEGE_RULES } from '../law/scic-college-rules.ts';

export type CollegeCategory = 'employees' | 'beneficiaries' | 'authorities' | 'citizens' | 'partners';

/** Associates who vote together in a vehicle. */
export interface College {
  readonly label: string;
  readonly category: CollegeCategory;
  /** Held by local authorities or their groupings. */
  readonly isPublic: boolean;
  /** In euros, paid. */
  readonly capital: Decimal;
  /** Part of the votes of the vehicle, a fraction. */
  readonly votes: Decimal;
}

/** A company with colleges: a SCIC, or a SAS of the ESS whose statutes have them. */
export interface CollegesVehicle {
  readonly form: 'SCIC' | 'SAS-ESS';
  readonly colleges: readonly College[];
}

function categoriesLegality(colleges: readonly College[]): Legality[] {
  // Who has subscribed nothing is no associate.
  const categories = new Set(colleges.filter(({ capital }) => capital.gt(0)).map(({ category }) => category));
  const missing = [
    ...(categories.has('employees') ? [] : ['les salariés']),
    ...(categories.has('beneficiaries') ? [] : ['les bénéficiaires']),
  ];
  if (missing.length === 0 && categories.size >= Number(SCIC_CATEGORIES.value)) return [];
  return [
    ruleApplied(SCIC_COLLEGE_RULES.categories, {
      verdict: 'impossible',
      fact:
        missing.length === 0
          ? `Les associés ne forment que ${categories.size} catégories.`
          : `Il manque ${missing.join(' et ')}.`,
      remedy: 'Ouvrez le capital à la catégorie qui manque, ou choisissez une SAS de l’ESS.',
    }),
  ];
}

function votesLegality(colleges: readonly College[]): Legality[] {
  const found: Legality[] = [];
  for (const { label, votes } of colleges) {
    const share = writeRate(votes.toDecimalPlaces(6));
    if (votes.gt(SCIC_COLLEGE_MOST_VOTES.value)) {
      found.push(
        ruleApplied(SCIC_COLLEGE_RULES.mostVotes, {
          verdict: 'impossible',
          fact: `Le collège « ${label} » aurait ${share} des voix.`,
          remedy: 'Répartissez les voix entre les autres collèges.',
        }),
      );
    } else if (votes.lt(SCIC_COLLEGE_LEAST_VOTES.value)) {
      found.push(
        ruleApplied(SCIC_COLLEGE_RULES.leastVotes, {
          verdict: 'impossible',
          fact: `Le collège « ${label} » aurait ${share} des voix.`,
          remedy: 'Donnez-lui 10 % des voix, ou réunissez deux collèges ; faites relire les statuts.',
        }),
      );
    }
  }
  const total = colleges.reduce((sum, { votes }) => sum.plus(votes), new Decimal(0));
  if (!total.equals(1)) {
    found.push(
      ruling({
        rule: 'scic.college-votes-total',
        verdict: 'a-verifier',
        article: SCIC_COLLEGE_RULES.mostVotes.article,
        reason: `Les voix des collèges font ${writeRate(total.toDecimalPlaces(6))} au total, au lieu de 100 %.`,
        remedy: 'Corrigez les voix d’un collège.',
        confidence: 'computed',
      }),
    );
  }
  return found;
}

/**
 * What the law says of the colleges of a vehicle. SCIC: three categories, employees (or producers) and beneficiaries
 * among them; 10 to 50 % of the votes each; local authorities at exactly half of the capital at most, and no more SME from
 * a quarter on. SAS of the ESS: no local authority.
 * @returns one item for each rule broken or to verify, the gravest first within a subject; empty when all hold
 */
export function scicCollegesLegality({ form, colleges }: CollegesVehicle): Legality[] {
  if (form === 'SAS-ESS') {
    return colleges
      .filter(({ isPublic, capital }) => isPublic && capital.gt(0))
      .map(({ label }) => authorityCapitalLegality(form, label));
  }
  const capital = colleges.reduce((sum, college) => sum.plus(college.capital), new Decimal(0));
  const publicCapital = colleges
    .filter(({ isPublic }) => isPublic)
    .reduce((sum, college) => sum.plus(college.capital), new Decimal(0));
  return [
    ...categoriesLegality(colleges),
    ...(capital.isZero() ? [] : scicPublicShareLegality(publicCapital.div(capital))),
    ...votesLegality(colleges),
  ];
}
