import type { ResolvedDossier } from '../dossier/resolution.ts';
import { Decimal, ZERO } from '../formula/decimal.ts';
import { readExactly } from '../formula/exact.ts';
import { composeFonciere } from '../paths/fonciere.ts';

/** Whether a foncière with all its sites can pay: a column counts one site, and would not show it. */
export interface VehicleSoundness {
  /** Lowest cash until the horizon, and its month from signature. */
  readonly lowestCash: { readonly amount: Decimal; readonly month: number };
  /** Funds of the programme that nobody brings; 0 when all are found. */
  readonly missing: Decimal;
}

/**
 * Reads the lowest cash of a whole foncière and what its programme misses.
 * @param dossier with the amounts of the column already solved
 * @returns undefined when the path is no foncière, or has no other site than that of the dossier
 */
export function vehicleSoundness(dossier: ResolvedDossier, pathIndex: number): VehicleSoundness | undefined {
  const { site, paths, horizonYears } = dossier.values;
  const path = paths[pathIndex];
  if (site === null || path?.kind !== 'fonciere' || path.lots.length === 0) return undefined;
  const { setting, vehicle, fonciere } = composeFonciere(dossier, pathIndex, site, 'vehicle');
  const cash = vehicle?.books.cash;
  if (cash === undefined) return undefined;
  const missing = fonciere?.lots?.sources.find(({ id }) => id === 'source.missing')?.line;
  const figures = readExactly(setting.calculation, undefined, [
    cash,
    ...(missing === undefined ? [] : [missing]),
  ]);
  const values = figures
    .of(cash)
    .slice(0, horizonYears * 12 + 1)
    .map((value) => value ?? ZERO);
  const amount = Decimal.min(...values);
  return {
    lowestCash: { amount, month: values.findIndex((value) => value.eq(amount)) },
    missing: (missing === undefined ? null : figures.of(missing)[0]) ?? ZERO,
  };
}
