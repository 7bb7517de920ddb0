import type { ResolvedDossier } from '../dossier/resolution.ts';
import type { Decimal } from '../formula/decimal.ts';
import type { Figures } from '../formula/exact.ts';
import { writeEuros } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import { LAND_INSTRUMENT_RULES } from '../law/land-instrument-rules.ts';
import { ruleApplied } from '../law/law-rule.ts';
import type { Legality } from '../law/legality.ts';
import type { Deal } from '../paths/deal.ts';

/** What the figures say of a site carried by an EPF. */
export interface CarryingOutcome {
  readonly cost: Decimal;
  readonly asked: Decimal;
  readonly granted: Decimal;
}

/** What the figures of a deal say of its carrying; undefined when its site is not carried, or not bought. */
export function carryingOutcome({ property }: Deal, figures: Figures): CarryingOutcome | undefined {
  const carrying = property?.carrying;
  if (carrying === undefined) return undefined;
  const amount = (line: Line) => figures.of(line)[0] as Decimal;
  return {
    cost: amount(carrying.cost),
    asked: amount(carrying.minorationAsked),
    granted: amount(carrying.minoration),
  };
}

/** Who must buy the site back if nothing comes of it, for how much, and whether the minoration reaches its cap. */
export function carryingLegality(
  { values }: ResolvedDossier,
  { cost, asked, granted }: CarryingOutcome,
): Legality[] {
  const carrying = values.site?.carrying;
  if (carrying == null) return [];
  const buyer = values.parties.find(({ id }) => id === carrying.buyer)?.label;
  const found = [
    ruleApplied(LAND_INSTRUMENT_RULES.carryingBuyer, {
      verdict: 'a-verifier',
      fact:
        buyer === undefined
          ? `Si l’opération n’aboutit pas, ${writeEuros(cost)} de prix de revient restent à racheter à ${carrying.name}, et aucune collectivité n’est nommée.`
          : `Si l’opération n’aboutit pas, ${buyer} rachète le site à ${carrying.name} : jusqu’à ${writeEuros(cost)} de prix de revient.`,
      remedy:
        buyer === undefined
          ? 'Nommez dans le dossier la collectivité signataire de la convention.'
          : 'Faites délibérer la collectivité sur cet engagement, hors bilan, et sur la durée du portage.',
    }),
  ];
  if (asked.isZero()) return found;
  const isCapped = asked.gt(granted);
  return [
    ...found,
    ruleApplied(LAND_INSTRUMENT_RULES.carryingMinoration, {
      verdict: 'a-verifier',
      fact: isCapped
        ? `La minoration prévue (${writeEuros(asked)}) dépasse le plafond saisi : ${writeEuros(granted)} seulement sont comptés.`
        : `Une minoration de ${writeEuros(granted)} est comptée.`,
      remedy: isCapped
        ? 'Réduisez la minoration, ou demandez à l’EPF le plafond qu’il applique à ce programme.'
        : 'Obtenez la décision de l’EPF, son régime d’aide et la part qui revient à l’entreprise.',
    }),
  ];
}
