import type { ComputedDeal } from '../analysis/computed.ts';
import { hasVehicle } from '../dossier/sources.ts';
import { Decimal, ZERO } from '../formula/decimal.ts';
import { writeMultiple, writeRate } from '../formula/french.ts';
import { COLON, writeCoverBeside, writeRent } from './search-writing.ts';

type SizedRent = NonNullable<ComputedDeal['rent']>;

/** The rent solved with its check: the cover there, and one cent lower, where it is missed. */
export function solvedRentSentence(rent: SizedRent, target: Decimal): string {
  const { rentPerM2Year, reached, isFound, before } = rent;
  if (!isFound) return `Aucun loyer ne tient la couverture visée de ${writeMultiple(target)}.`;
  const found = `Loyer calculé${COLON} ${writeRent(new Decimal(rentPerM2Year))}`;
  const coverOf = (slack: string) => writeCoverBeside(new Decimal(slack).plus(target), target);
  if (reached === null) return `${found}, aucun exercice n’ayant d’annuités à couvrir.`;
  const held = `${found}, DSCR au plus bas ${coverOf(reached)} pour ${writeMultiple(target)} visé`;
  if (before === null || before.reached === null) return `${held}.`;
  return `${held} ; à ${writeRent(new Decimal(before.rentPerM2Year))}, ${coverOf(before.reached)} < ${writeMultiple(target)}.`;
}

/** The rent of a property company beside that of the market at entry into service. */
export interface RentBesideMarket {
  readonly sentence: string;
  readonly isAbove: boolean;
}

/** @returns undefined when the market has no rent */
export function rentBesideMarket(rent: Decimal, marketRent: Decimal): RentBesideMarket | undefined {
  const market = marketRent.toDecimalPlaces(2);
  if (market.lte(0)) return undefined;
  const reference = `le loyer de marché à la mise en service (${writeRent(market)})`;
  if (rent.equals(market)) return { sentence: `C’est ${reference}.`, isAbove: false };
  const share = writeRate(rent.minus(market).abs().div(market).toDecimalPlaces(4));
  return rent.gt(market)
    ? { sentence: `Loyer au-dessus du marché${COLON} ${share} de plus que ${reference}.`, isAbove: true }
    : { sentence: `C’est ${share} de moins que ${reference}.`, isAbove: false };
}

/** What the page of a property company says of its rent. */
export interface RentCheck {
  readonly sentence: string;
  readonly market: RentBesideMarket | undefined;
}

/** @returns undefined when the path has no property company */
export function rentCheckOf({ deal, figures, rent }: ComputedDeal): RentCheck | undefined {
  const { path, setting } = deal;
  if (!hasVehicle(path)) return undefined;
  const place = deal.borrower.termsPath.replace(/\.terms$/, '.lease.rentPerM2Year');
  const isBelowMarket = path.lease.solve === 'below-market';
  const paid = isBelowMarket
    ? (figures.of(setting.calculation.line('fonciere.rent-per-m2'))[0] ?? ZERO)
    : figures.assumption(place);
  const market = figures.of(setting.calculation.line('site.market-rent-at-opening'))[0] ?? null;
  return {
    sentence:
      rent === undefined
        ? `${isBelowMarket ? 'Loyer de marché, décote et plafond déduits' : 'Loyer saisi'}${COLON} ${writeRent(paid.toDecimalPlaces(2))}.`
        : solvedRentSentence(rent, path.lease.targetCover),
    market:
      market === null || rent?.isFound === false
        ? undefined
        : rentBesideMarket(paid.toDecimalPlaces(2), market),
  };
}
