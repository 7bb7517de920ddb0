import type { Assumption, Formula } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import type { PropertySetting } from './setting.ts';

/** What a lease says, in numbers and choices. */
export interface LeaseConditions {
  readonly paymentsPerYear: 12 | 4;
  readonly inAdvance: boolean;
  readonly steps: readonly unknown[];
  readonly taxeFoncierePaidByTenant: boolean;
  readonly vatOption: boolean;
}

/** Who lets and who rents, and where the numbers of the lease are. */
export interface LeaseSetting extends PropertySetting {
  readonly landlord: string;
  readonly tenant: string;
  /** A number of the lease, by its name. */
  readonly term: <U extends Unit>(field: string, unit: U) => Assumption<U>;
  /** Rent of the first year, by m². */
  readonly rentPerM2: Formula<'money/area/years', 'once', 'defined'>;
  /** Whether each side is a company whose books are kept. */
  readonly landlordHasBooks: boolean;
  /** What a landlord without books pays for its building is posted elsewhere; it is what it charges back unless said. */
  readonly landlordCostsPosted?: boolean;
}
