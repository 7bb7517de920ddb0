import type { Brownfield } from '../../dossier/dossier.ts';
import { Decimal, ONE, ZERO } from '../../formula/decimal.ts';
import { known, type Range } from '../range.ts';

/** Share of the land that is usually polluted, by what a site was (ADEME, Bénéfriches, 2026); the other uses: 0. */
const USUAL_SHARES: Partial<Record<Brownfield['previousUse'], string>> = {
  industry: '0.5',
  military: '0.05',
  railway: '0.1',
  port: '0.15',
  landfill: '0.05',
  // Half of the area of the known brownfields was industrial (Cerema, April 2025): half of the share of industry.
  unknown: '0.25',
  mixed: '0.25',
};

const smallest = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b);
const largest = (a: Decimal, b: Decimal): Decimal => (a.gt(b) ? a : b);
const of = (low: Decimal, central: Decimal, high: Decimal): Range => ({ low, central, high });

/** The share of the land that is polluted, before any study, and why. */
export interface PollutedShare {
  readonly range: Range;
  /** In French: the reasoning, said as the hypothesis that it is. */
  readonly why: string;
  readonly isFact: boolean;
}

/** The usual share of polluted land of a previous use. */
export function usualPollutedShare(use: Brownfield['previousUse']): Decimal {
  return new Decimal(USUAL_SHARES[use] ?? '0');
}

/**
 * The polluted share of the land: a study decides; else the usual share of the previous use (published by Bénéfriches),
 * moderated by what is known of the ground. All bounds that are not that share are hypotheses of Levier:
 * unlikely: nothing, at most half the usual share; suspected: from half the usual share to one and a half times; known: from half
 * the usual share to twice, at least 10, 25 and 50 % of the land, since a use with no usual share is polluted all the same;
 * unknown: from nothing to what a suspicion would give.
 */
export function pollutedShare(brownfield: Brownfield): PollutedShare {
  const { pollutedShare: studied, groundPollution, previousUse, unitCosts } = brownfield;
  if (studied !== null) return { range: known(studied), why: 'étude de sols', isFact: true };
  const usual = usualPollutedShare(previousUse);
  if (groundPollution === 'none') return { range: known(ZERO), why: 'pollution inexistante', isFact: true };
  if (groundPollution === 'treated')
    return { range: known(ZERO), why: 'pollution déjà traitée', isFact: true };
  if (unitCosts === 'benefriches') {
    const share = groundPollution === 'unlikely' ? ZERO : usual;
    return { range: known(share), why: 'part publiée par Bénéfriches pour cet ancien usage', isFact: false };
  }
  const half = usual.div(2);
  const raised = largest(smallest(usual.times('1.5'), ONE), new Decimal('0.25'));
  const why = 'part usuelle de l’ancien usage (Bénéfriches), bornes : hypothèse';
  switch (groundPollution) {
    case 'unlikely':
      return { range: of(ZERO, ZERO, half), why: `pollution peu probable ; ${why}`, isFact: false };
    case 'suspected':
      return { range: of(half, usual, raised), why: `pollution supposée ; ${why}`, isFact: false };
    case 'known':
      return {
        range: of(
          largest(half, new Decimal('0.1')),
          largest(usual, new Decimal('0.25')),
          largest(smallest(usual.times(2), ONE), new Decimal('0.5')),
        ),
        why: `pollution avérée, étendue inconnue ; ${why}`,
        isFact: false,
      };
    default:
      return { range: of(ZERO, usual, raised), why: `aucune étude ; ${why}`, isFact: false };
  }
}
