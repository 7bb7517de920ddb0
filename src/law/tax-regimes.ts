import { Decimal } from '../formula/decimal.ts';
import { writeEuros, writeRate } from '../formula/french.ts';
import { NON_PROFIT_RATE } from './corporate-tax-figures.ts';
import { NON_PROFIT_DIVIDEND_RATE, PARENT_MINIMUM_SHARE } from './group-figures.ts';
import { ruleApplied } from './law-rule.ts';
import type { Legality } from './legality.ts';
import {
  NON_PROFIT_SECURITIES_RATE,
  PARENT_HOLDING_YEARS,
  REDUCED_RATE_PERSONS,
  REDUCED_RATE_REVENUE,
  SCOP_OUTSIDE_CAPITAL,
  TAX_GROUP_SHARE,
  VAT_OPTION_YEARS,
} from './tax-regime-figures.ts';
import { TAX_REGIME_RULES } from './tax-regime-rules.ts';

/** When a tax regime is open: what is refused here must not be computed there. Shares are fractions. */

const rate = (share: Decimal) => writeRate(share.toDecimalPlaces(4));

/**
 * The reduced rate of 15 %.
 * @param facts.persons share of the capital held by natural persons, or through SMEs held so; undefined when not known
 * @returns impossible beyond the turnover or under the share; a-verifier while the share is not known
 */
export function reducedRateLegality(facts: {
  readonly revenue: Decimal;
  readonly persons?: Decimal;
  readonly fullyPaid?: boolean;
}): Legality {
  const { revenue, persons, fullyPaid } = facts;
  const isTooLarge = revenue.gt(REDUCED_RATE_REVENUE.value);
  const isHeldByOthers = persons?.lt(REDUCED_RATE_PERSONS.value) ?? false;
  const isRefused = isTooLarge || isHeldByOthers || fullyPaid === false;
  const isKnown = persons !== undefined && fullyPaid === true;
  const fact = isTooLarge
    ? `Le chiffre d’affaires est de ${writeEuros(revenue)}.`
    : isHeldByOthers
      ? `Les personnes physiques n’ont que ${rate(persons as Decimal)} du capital.`
      : fullyPaid === false
        ? 'Le capital n’est pas entièrement libéré.'
        : undefined;
  return ruleApplied(TAX_REGIME_RULES.reducedRate, {
    verdict: isRefused ? 'impossible' : isKnown ? 'possible' : 'a-verifier',
    ...(fact === undefined ? {} : { fact }),
    remedy: isRefused
      ? 'Retenez le taux normal de 25 %.'
      : isKnown
        ? 'Rien à faire.'
        : 'Vérifiez la détention du capital et le chiffre d’affaires, ou retenez le taux normal de 25 %.',
  });
}

/** Fiscal integration of a subsidiary: 95 % of its capital, so that a SCOP that holds 61 % has no tax group with it. */
export function taxGroupLegality(share: Decimal): Legality {
  const isOpen = share.gte(TAX_GROUP_SHARE.value);
  return ruleApplied(TAX_REGIME_RULES.taxGroup, {
    verdict: isOpen ? 'possible' : 'impossible',
    fact: isOpen
      ? `Détenue à ${rate(share)}, la filiale peut entrer dans le groupe fiscal.`
      : `Détenue à ${rate(share)}, la filiale n’entre pas dans le groupe fiscal de sa mère.`,
    remedy: isOpen
      ? 'Faites opter la mère et chaque filiale.'
      : 'Chaque société paie son impôt ; une filiale détenue à 95 % peut être tête de groupe pour les siennes.',
  });
}

/** The parent-subsidiary regime: 5 % of the capital, for two years. */
export function parentSubsidiaryLegality(share: Decimal, years: number): Legality {
  const isOpen = share.gte(PARENT_MINIMUM_SHARE.value);
  const isWaiting = years < Number(PARENT_HOLDING_YEARS.value);
  const verdict = !isOpen ? 'impossible' : isWaiting ? 'a-verifier' : 'possible';
  return ruleApplied(TAX_REGIME_RULES.parentSubsidiary, {
    verdict,
    ...(isOpen ? {} : { fact: `Avec ${rate(share)} du capital, les dividendes reçus sont imposés.` }),
    remedy: {
      impossible: 'Portez la détention à 5 %, ou imposez les dividendes.',
      'a-verifier': 'Engagez-vous à garder les titres deux ans.',
      possible: 'Rien à faire.',
    }[verdict],
  });
}

/** What a body without lucrative activity receives, and the rate of it: CGI 219 bis. */
export type NonProfitIncome = 'rents' | 'property-company-share' | 'dividends' | 'securities';

export const NON_PROFIT_RATES: Readonly<Record<NonProfitIncome, typeof NON_PROFIT_RATE>> = {
  rents: NON_PROFIT_RATE,
  'property-company-share': NON_PROFIT_RATE,
  dividends: NON_PROFIT_DIVIDEND_RATE,
  securities: NON_PROFIT_SECURITIES_RATE,
};

/**
 * Whether a SCOP deducts its labour share and is exempt from CFE: not once outsiders hold more than half of its capital,
 * unless it is a « SCOP d'amorçage » within seven years. Neither passes to its SCI nor to its subsidiaries.
 * @param facts.outsideCapital non-cooperators and investment certificates together
 */
export function scopTaxLegality(facts: {
  readonly outsideCapital: Decimal;
  readonly startUpYears?: number;
}): Legality {
  const isLost =
    facts.outsideCapital.gt(SCOP_OUTSIDE_CAPITAL.value) &&
    (facts.startUpYears === undefined || facts.startUpYears > 7);
  return ruleApplied(TAX_REGIME_RULES.scopRegime, {
    verdict: isLost ? 'impossible' : 'possible',
    ...(isLost ? { fact: `Les extérieurs tiennent ${rate(facts.outsideCapital)} du capital.` } : {}),
    remedy: isLost ? 'Ramenez les extérieurs à la moitié du capital.' : 'Rien à faire.',
  });
}

/** Part of a SCIC's profit that its tax does not reach: what goes to reserves that cannot be shared (CGI 209 VIII). */
export function scicTaxableProfit(profit: Decimal, toIndivisibleReserves: Decimal): Decimal {
  return Decimal.max(profit.minus(toIndivisibleReserves), 0);
}

/** The first day from which a landlord may end its option for VAT: the ninth calendar year after that of the option. */
export function vatOptionEnd(optionDate: string): string {
  return `${Number(optionDate.slice(0, 4)) + Number(VAT_OPTION_YEARS.value)}-01-01`;
}
