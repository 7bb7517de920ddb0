import type { Decimal } from '../formula/decimal.ts';
import { writeEuros } from '../formula/french.ts';
import type { LawFigure } from './figure.ts';
import { type Legality, ruling } from './legality.ts';

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
  const about = { rule: 'ess.capital-reduction', article: TEXT, confidence: 'sourced' } as const;
  if (motive === 'losses') {
    return ruling({
      ...about,
      verdict: 'possible',
      reason: 'Une société de l’ESS peut réduire son capital pour absorber des pertes.',
      remedy: 'Rien à faire.',
    });
  }
  const ofYear = capital.times(ESS_CANCELLED_YEAR_SHARE.value);
  const of24Months = capital.times(ESS_CANCELLED_SHARE.value);
  const isWithin = cancelled.lte(ofYear) && cancelledIn24Months.lte(of24Months);
  if (motive === 'continuity' && isWithin) {
    return ruling({
      ...about,
      verdict: 'a-verifier',
      reason: 'L’annulation de titres rachetés est admise pour assurer la continuité de l’activité.',
      remedy: 'Faites établir que la continuité de l’activité l’exige.',
    });
  }
  return ruling({
    ...about,
    verdict: 'impossible',
    reason:
      motive === 'exit'
        ? 'Une société de l’ESS ne réduit pas son capital pour faire sortir un investisseur.'
        : `Titres annulés au-delà de ce que la continuité admet : ${writeEuros(ofYear)} par exercice, ${writeEuros(of24Months)} en 24 mois.`,
    remedy: 'Faites racheter les titres par les associés, la SCOP mère ou un tiers.',
  });
}
