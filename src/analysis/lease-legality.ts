import type { Decimal } from '../formula/decimal.ts';
import { writeMoney } from '../formula/french.ts';
import type { Legality } from '../law/legality.ts';

/** What the figures say of the lease of a property company. */
export interface LeaseOutcome {
  /** Rent of the first year and market rent at the same date, by m². */
  readonly rent: { readonly paid: Decimal; readonly market: Decimal } | undefined;
  readonly isRentFound: boolean;
}

/** A rent that nothing holds, or dearer than the market. */
export function leaseLegality({ rent, isRentFound }: LeaseOutcome): Legality[] {
  const found: Legality[] = [];
  if (!isRentFound) {
    found.push({
      rule: 'lease.no-rent',
      verdict: 'a-verifier',
      article: 'pratique bancaire',
      reason: 'Aucun loyer ne tient la couverture visée chaque année.',
      remedy: 'Réduisez la couverture visée, allongez le prêt ou ajoutez des fonds propres.',
      confidence: 'computed',
    });
  }
  if (rent?.paid.gt(rent.market)) {
    found.push({
      rule: 'lease.above-market',
      verdict: 'a-verifier',
      article: 'acte anormal de gestion (CGI art. 39) ; pratique bancaire',
      reason: `Le loyer (${writeMoney(rent.paid)}/m²/an) dépasse le loyer de marché (${writeMoney(rent.market)}/m²/an).`,
      remedy:
        'Ajoutez des fonds propres ou une subvention, allongez le prêt, ou faites confirmer le loyer de marché par un avis de valeur.',
      confidence: 'computed',
    });
  }
  return found;
}
