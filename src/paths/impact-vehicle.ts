import { type Books, openBooks } from '../ledger/books.ts';
import type { Law } from '../ledger/conservation-law.ts';
import { type ManagementBalances, writeManagementBalances } from '../ledger/income-statement.ts';
import { writeLaws } from '../ledger/laws.ts';
import { IMPACT_VEHICLE, type PathSetting } from './setting.ts';
import { vehicleAllocation } from './vehicle-allocation.ts';

export { IMPACT_VEHICLE } from './setting.ts';

/** The company that issues the bond of a contrat à impact and advances all of it to the enterprise: its own books. */
export interface ImpactVehicle {
  readonly id: string;
  readonly label: string;
  readonly books: Books;
  readonly balances: ManagementBalances;
  readonly laws: readonly Law[];
}

/** Opens the books of the vehicle, once all that passes through it has been posted: its cash is nil each month. */
export function writeImpactVehicle(setting: PathSetting): ImpactVehicle {
  const { ledger } = setting;
  const label = ledger.parties.get(IMPACT_VEHICLE)?.label ?? IMPACT_VEHICLE;
  const books = openBooks(ledger, IMPACT_VEHICLE, vehicleAllocation(setting, IMPACT_VEHICLE));
  const balances = writeManagementBalances(ledger, books);
  return {
    id: IMPACT_VEHICLE,
    label,
    books,
    balances,
    laws: writeLaws(ledger, { id: 'impact-vehicle.', label: `${label} : ` }, books, balances),
  };
}
