import { at, NO_MONEY, plus, sumOfYear } from '../formula/build.ts';
import type { Lease } from '../property/lease.ts';
import type { MonthlyMoney } from './company.ts';
import type { Premises } from './deal.ts';
import type { PathSetting } from './setting.ts';

/** What the premises of an enterprise that rents from a company of the deal have in common, whoever owns them. */
export function writeRentedPremises(
  { calculation, horizon }: PathSetting,
  parts: {
    readonly lease: Lease;
    readonly equipmentPaid: MonthlyMoney;
    readonly startUpCosts: MonthlyMoney;
    /** Kept by the enterprise, month by month. */
    readonly kept: MonthlyMoney;
  },
): Pick<Premises, 'otherUses' | 'keptAtHorizon' | 'occupancyOfYear'> {
  const { lease } = parts;
  return {
    otherUses: calculation.monthly(
      'measure.equipment-and-start',
      'Matériel, déménagement et démarrage',
      plus(parts.equipmentPaid, parts.startUpCosts),
    ),
    keptAtHorizon: calculation.once(
      'measure.value-kept-at-horizon',
      'Valeur conservée à l’horizon',
      at(parts.kept, horizon),
    ),
    occupancyOfYear: calculation.yearly(
      'measure.occupancy-of-year',
      'Loyer, charges et taxe foncière',
      plus(sumOfYear(lease.rentDue), sumOfYear(lease.recharged), sumOfYear(lease.vatBorne), NO_MONEY),
    ),
  };
}
