import type { Decimal } from '../../formula/decimal.ts';
import type { Line } from '../../formula/operations.ts';
import type { ReadingOfRange } from '../range.ts';
import { isKnown, type Ranged, type RangedCalculation, UNKNOWNS, type UnknownId } from '../ranged.ts';

/** What one unknown makes of the gap between the low and the high cost, the others being at their central value. */
export interface CostDriver {
  readonly id: UnknownId;
  readonly label: string;
  /** Net cost with this unknown at its low and at its high value. */
  readonly low: Decimal;
  readonly high: Decimal;
  /** high − low, in euros. */
  readonly gap: Decimal;
  /** What lifts it, in French. */
  readonly remedy: string;
}

/** What lifts each unknown. Prices and delays of studies are orders of magnitude, said as hypotheses. */
export const REMEDIES: Record<UnknownId, string> = {
  ground:
    'Étude historique et diagnostic de sols, puis plan de gestion chiffré : de l’ordre de 6 à 15 k€ et 3 mois (hypothèse).',
  asbestos: 'Repérage amiante et plomb avant travaux : de l’ordre de 3 à 10 k€ et 1 mois (hypothèse).',
  'built-area': 'Relevé de géomètre ou plans du propriétaire : quelques semaines (hypothèse).',
  buildings: 'Diagnostic de structure et d’enveloppe par un bureau d’études, puis avant-projet chiffré.',
  sealing: 'Relevé des sols imperméables sur photographie aérienne et plan masse.',
  price: 'Prix demandé par le propriétaire, avis du Domaine s’il est public.',
  clearing: 'Devis de démolition, de désimperméabilisation et de restauration des sols.',
  servicing: 'Étude de viabilité : réseaux au droit du site, plan masse chiffré.',
  construction: 'Programme et avant-projet sommaire chiffré par un maître d’œuvre.',
  fees: 'Devis de maîtrise d’œuvre ; les aléas baissent avec chaque étude rendue.',
  carrying: 'Devis de gardiennage, avis de taxe foncière du propriétaire, demande de dégrèvement.',
  calendar: 'Calendrier convenu avec le propriétaire et le service instructeur.',
  sale: 'Offre d’un acquéreur des droits à construire, ou estimation d’un notaire.',
};

/** Each unknown moved alone from the central reading, the widest gap first; those that move nothing are left out. */
export function driversOf(
  { ranged }: RangedCalculation,
  net: Line,
  readWith: (moved: readonly Ranged[], reading: ReadingOfRange, line: Line) => Decimal,
): readonly CostDriver[] {
  const moving = new Map<UnknownId, Ranged[]>();
  for (const one of ranged) {
    if (!isKnown(one)) moving.set(one.unknown, [...(moving.get(one.unknown) ?? []), one]);
  }
  return [...moving]
    .map(([id, moved]) => {
      const low = readWith(moved, 'low', net);
      const high = readWith(moved, 'high', net);
      return { id, label: UNKNOWNS[id], low, high, gap: high.minus(low), remedy: REMEDIES[id] };
    })
    .filter(({ gap }) => !gap.isZero())
    .sort((a, b) => b.gap.comparedTo(a.gap));
}
