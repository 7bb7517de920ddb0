import { choose, max, min, minus, NO_MONEY, plus, roundedToCents, times } from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import {
  AFR_C,
  CGCT_LARGE,
  CGCT_MEDIUM,
  CGCT_SMALL,
  DE_MINIMIS_OTHERS,
  DE_MINIMIS_SMALL,
  REMEDIATION,
  RESALE_YEARS,
  SME_NOTIFICATION,
} from './aid-ceiling-figures.ts';
import type { DeMinimis } from './de-minimis.ts';
import { type LawFigure, lawAssumption } from './figure.ts';
import type { SizeLines } from './sme-status.ts';

type Money = Formula<'money', 'once', 'defined'>;
type MoneyLine = Line<'money', 'once', 'defined'>;

/** Where the site stands in the map of regional aids; unknown is read as outside, the lower ceilings. */
export type AidZone = 'none' | 'c' | 'a' | 'unknown';

/** Whether the project is an initial investment, and in a new activity: what regional aid asks of large enterprises. */
export type InitialInvestment = 'new-activity' | 'same-activity' | 'no' | 'unknown';

export interface CeilingTerms {
  readonly size: SizeLines;
  readonly zone: AidZone;
  readonly investment: InitialInvestment;
  /** What aids to premises are counted on, before tax: value or price of the site, works, fees. */
  readonly eligibleCosts: Money;
  /** Of them, remediation of a polluted site, and what it adds to the value of the land; 0 when there is none. */
  readonly remediationCosts: Money;
  readonly landGain: Money;
  readonly deMinimis: DeMinimis;
}

/** The ceilings of aids on one set of eligible costs. Amounts in euros, never negative. */
export interface AidCeiling {
  /** Highest share of the eligible costs, by size and zone. */
  readonly intensity: Line<'ratio', 'once', 'defined'>;
  readonly intensityCeiling: MoneyLine;
  /** The other route: a share of the costs, within what is left of de minimis. */
  readonly deMinimisShare: Line<'ratio', 'once', 'defined'>;
  readonly deMinimisCeiling: MoneyLine;
  /** Above the two, for the remediation of a polluted site. */
  readonly remediationCeiling: MoneyLine;
  /** The higher of the two routes, and remediation. */
  readonly ceiling: MoneyLine;
}

/** Whether the rates of a regional zone are read: zone « a » has higher ones, unknown here, so those of zone « c » are. */
export function readsRegionalRates(
  { zone, investment }: Pick<CeilingTerms, 'zone' | 'investment'>,
  size: 'sme' | 'large',
): boolean {
  if (zone === 'none' || zone === 'unknown') return false;
  return investment === 'new-activity' || (size === 'sme' && investment === 'same-activity');
}

/**
 * Writes the ceiling of aids on the same eligible costs, ids `<prefix>.…`: aids add up whatever their form and payer, up
 * to the most favourable route.
 * Regional zone « c »: 35 / 25 / 15 %, large enterprises for a new activity only. Elsewhere 20 / 10 / 0 % (CGCT R1511-5,
 * R1511-6 a), at most 8.25 M€ without notification; or de minimis, 30 % of the costs for a small enterprise, 20 % for
 * others, within what is left (R1511-6 b). Remediation: RGEC art. 45, apart, on costs less the gain in value of the land.
 */
export function writeAidCeiling(calculation: Calculation, prefix: string, terms: CeilingTerms): AidCeiling {
  const { size, eligibleCosts, remediationCosts, landGain, deMinimis } = terms;
  const law = <U extends 'ratio' | 'money'>(figure: LawFigure<U>) => lawAssumption(calculation, figure);
  const money = (name: string, label: string, formula: Money) =>
    calculation.once(`${prefix}.${name}`, label, formula);
  const costs = money(
    'premises-costs',
    'Coûts admissibles hors dépollution',
    max(NO_MONEY, minus(eligibleCosts, remediationCosts)),
  );
  const isRegional = readsRegionalRates(terms, 'sme');
  const intensity = calculation.once(
    `${prefix}.intensity`,
    'Intensité maximale des aides',
    choose(
      size.isSmall,
      law(isRegional ? AFR_C.small : CGCT_SMALL),
      choose(
        size.isSme,
        law(isRegional ? AFR_C.medium : CGCT_MEDIUM),
        law(readsRegionalRates(terms, 'large') ? AFR_C.large : CGCT_LARGE),
      ),
    ),
  );
  const share = roundedToCents(times(costs, intensity));
  const intensityCeiling = money(
    'intensity-ceiling',
    'Plafond par la taille et la zone',
    isRegional ? share : min(share, law(SME_NOTIFICATION)),
  );
  const deMinimisShare = calculation.once(
    `${prefix}.de-minimis-share`,
    'Part des coûts par la voie de minimis',
    choose(size.isSmall, law(DE_MINIMIS_SMALL), law(DE_MINIMIS_OTHERS)),
  );
  const deMinimisCeiling = money(
    'de-minimis-ceiling',
    'Plafond par la voie de minimis',
    min(roundedToCents(times(costs, deMinimisShare)), deMinimis.left),
  );
  const remediationCeiling = money(
    'remediation-ceiling',
    'Plafond de la dépollution (RGEC art. 45)',
    roundedToCents(times(max(NO_MONEY, minus(remediationCosts, landGain)), law(REMEDIATION))),
  );
  return {
    intensity,
    intensityCeiling,
    deMinimisShare,
    deMinimisCeiling,
    remediationCeiling,
    ceiling: money(
      'ceiling',
      'Plafond d’aides applicable',
      plus(max(intensityCeiling, deMinimisCeiling), remediationCeiling),
    ),
  };
}

/** Whether what the seller paid is a floor of the reference value: a public seller that resells within three years. */
export function isResoldEarly(boughtOn: string, soldOn: string): boolean {
  const limit = `${Number(boughtOn.slice(0, 4)) + Number(RESALE_YEARS.value)}${boughtOn.slice(4)}`;
  return soldOn < limit;
}

/**
 * The « valeur vénale de référence » of a site sold by an authority: the opinion of the Domaine or of an expert, not less
 * than what the authority paid when it resells the site as it is within three years (CGCT R1511-4).
 * @param terms.sellerPrice what the authority paid; undefined when it does not bind
 */
export function writeReferenceValue(
  calculation: Calculation,
  id: string,
  terms: { readonly marketValue: Money; readonly sellerPrice: Money | undefined },
): MoneyLine {
  return calculation.once(
    id,
    'Valeur vénale de référence',
    terms.sellerPrice === undefined ? plus(terms.marketValue) : max(terms.marketValue, terms.sellerPrice),
  );
}
