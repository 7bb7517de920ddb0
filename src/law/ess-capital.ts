import type { Decimal } from '../formula/decimal.ts';
import { writeEuros } from '../formula/french.ts';
import type { LawFigure } from './figure.ts';
import { type LawRule, ruleApplied } from './law-rule.ts';
import type { Legality } from './legality.ts';

/** Capital of a company of the ESS: neither paid back nor reduced, but for losses or, within limits, for its continuity. */
const TEXT = 'Loi 2014-856 art. 1 II 2° c ; D. 2015-760';

export const ESS_CANCELLED_SHARE: LawFigure<'ratio'> = {
  id: 'ess.cancelled-share',
  label: 'Société de l’ESS : titres rachetés et annulés en 24 mois, part du capital, au plus',
  value: '0.1',
  unit: 'ratio',
  since: '2016-01-01',
  source: `${TEXT} (legifrance JORFTEXT000030785293)`,
  confidence: 'sourced',
  note: 'Pour assurer la continuité de l’activité ; un rachat sans annulation reste possible (C. com. art. L225-209-2).',
};

export const ESS_CANCELLED_YEAR_SHARE: LawFigure<'ratio'> = {
  id: 'ess.cancelled-year-share',
  label: 'Société de l’ESS : titres rachetés et annulés en un exercice, part du capital, au plus',
  value: '0.0025',
  unit: 'ratio',
  since: '2016-01-01',
  source: `${TEXT} (legifrance JORFTEXT000030785293)`,
  confidence: 'sourced',
};

export const ESS_CAPITAL_FIGURES: readonly LawFigure[] = [ESS_CANCELLED_SHARE, ESS_CANCELLED_YEAR_SHARE];

export const ESS_CAPITAL_RULES = {
  losses: {
    rule: 'ess.capital-losses',
    article: TEXT,
    reason: 'Une société de l’ESS peut réduire son capital pour absorber des pertes.',
    confidence: 'sourced',
  },
  continuity: {
    rule: 'ess.capital-continuity',
    article: TEXT,
    reason:
      'Une société de l’ESS peut annuler des titres qu’elle a rachetés pour assurer la continuité de son activité, dans la limite de 0,25 % du capital par exercice et de 10 % en 24 mois.',
    confidence: 'sourced',
  },
  reduction: {
    rule: 'ess.capital-reduction',
    article: TEXT,
    reason:
      'Une société de l’ESS ne réduit pas son capital pour faire sortir un associé : ni amortissement, ni rachat suivi d’annulation.',
    confidence: 'sourced',
  },
} as const satisfies Record<string, LawRule>;

/** A reduction of the capital of a company of the ESS, in euros. */
export interface CapitalReduction {
  readonly capital: Decimal;
  readonly cancelled: Decimal;
  /** Cancelled in the 24 months that end with it, itself included. */
  readonly cancelledIn24Months: Decimal;
  readonly motive: 'losses' | 'continuity' | 'exit';
}

/**
 * Whether the capital of a company of the ESS may be reduced: to absorb losses, freely; for continuity, within two limits;
 * to let an investor out, never.
 */
export function essCapitalReductionLegality(reduction: CapitalReduction): Legality {
  const { capital, cancelled, cancelledIn24Months, motive } = reduction;
  // One point, whatever the motive: a person confirms it once.
  const { rule } = ESS_CAPITAL_RULES.reduction;
  if (motive === 'losses') {
    return ruleApplied(
      { ...ESS_CAPITAL_RULES.losses, rule },
      { verdict: 'possible', remedy: 'Rien à faire.' },
    );
  }
  const remedy = 'Faites racheter les titres par les associés, la SCOP mère ou un tiers.';
  if (motive === 'exit') return ruleApplied(ESS_CAPITAL_RULES.reduction, { verdict: 'impossible', remedy });
  const continuity = { ...ESS_CAPITAL_RULES.continuity, rule };
  const ofYear = capital.times(ESS_CANCELLED_YEAR_SHARE.value);
  const of24Months = capital.times(ESS_CANCELLED_SHARE.value);
  if (cancelled.lte(ofYear) && cancelledIn24Months.lte(of24Months)) {
    return ruleApplied(continuity, {
      verdict: 'a-verifier',
      remedy: 'Faites établir que la continuité de l’activité l’exige.',
    });
  }
  return ruleApplied(continuity, {
    verdict: 'impossible',
    fact: `Titres annulés au-delà de ${writeEuros(ofYear)} en un exercice, ou de ${writeEuros(of24Months)} en 24 mois.`,
    remedy,
  });
}
