import type { MarketRentPath } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { type Decimal, ZERO } from '../formula/decimal.ts';
import type { Figures } from '../formula/exact.ts';
import { writeEuros } from '../formula/french.ts';
import { LAND_INSTRUMENT_RULES } from '../law/land-instrument-rules.ts';
import { ruleApplied } from '../law/law-rule.ts';
import type { Legality } from '../law/legality.ts';
import type { Deal } from '../paths/deal.ts';

/** What the figures say of premises let by a local authority. */
export interface TurnkeyOutcome {
  readonly spent: Decimal;
  /** Value of the building that the authority keeps at the horizon. */
  readonly kept: Decimal;
}

/** What the figures of a deal say of premises let by a local authority; undefined without any. */
export function turnkeyOutcome(
  { turnkey, valuation, setting }: Deal,
  figures: Figures,
): TurnkeyOutcome | undefined {
  if (turnkey === undefined || valuation === undefined) return undefined;
  const horizon = setting.dossier.values.horizonYears * 12;
  return {
    spent: figures.of(turnkey.spent)[0] ?? ZERO,
    kept: figures.of(valuation.value)[horizon] ?? ZERO,
  };
}

/** Premises that are not bought: who builds them and what it keeps, or how little they are held. */
export function premisesLegality(
  { values }: ResolvedDossier,
  { turnkey, temporary }: MarketRentPath,
  outcome: TurnkeyOutcome | undefined,
): Legality[] {
  const found: Legality[] = [];
  if (turnkey !== null) {
    const landlord = values.parties.find(({ id }) => id === turnkey.from);
    const name = landlord?.label ?? turnkey.from;
    const sums =
      outcome === undefined
        ? ''
        : ` pour ${writeEuros(outcome.spent)} et garde un bâtiment estimé à ${writeEuros(outcome.kept)} à l’horizon`;
    found.push(
      ruleApplied(LAND_INSTRUMENT_RULES.turnkeyPremises, {
        verdict: 'a-verifier',
        fact: `${name} achète et aménage les locaux${sums}, puis les loue à l’entreprise.`,
        remedy:
          landlord?.role === 'local-authority'
            ? 'Vérifiez qui est compétent, faites délibérer sur le loyer consenti, l’aide qu’il contient et la convention.'
            : 'Vérifiez que ce bailleur peut consentir un loyer sous le marché, et sur quel régime d’aide.',
      }),
    );
  }
  if (temporary !== null) {
    found.push(
      ruleApplied(LAND_INSTRUMENT_RULES.temporaryOccupation, {
        verdict: 'a-verifier',
        fact: `Occupation de ${temporary.months} mois, reprise possible avec ${temporary.noticeMonths} mois de préavis, puis déménagement (${writeEuros(temporary.movingCosts)}) et loyer de marché.`,
        remedy:
          'Lisez dans la convention le terme, le préavis et le motif de précarité ; n’y engagez pas d’investissement qui dure plus longtemps, et cherchez dès maintenant les locaux suivants.',
      }),
    );
  }
  return found;
}
