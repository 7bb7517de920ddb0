import { type TaxEntries, writeCorporateTax } from './corporate-tax-entries.ts';
import type { Joined } from './open-deal.ts';
import { OPERATOR, type PathSetting } from './setting.ts';

/**
 * The corporate tax of the enterprise: what the dossier says of it, or that of the form in which its capital opens (the
 * reduced rate is then lost: natural persons no longer hold three quarters of it).
 */
export function writeOperatorTax(setting: PathSetting, joined: Joined | undefined): TaxEntries | undefined {
  const { operator } = setting.dossier.values;
  if (joined?.isTaxed === true) return writeCorporateTax(setting, OPERATOR, { reducedRate: false });
  return operator.subjectToCorporateTax
    ? writeCorporateTax(setting, OPERATOR, { reducedRate: operator.reducedCorporateTaxRate })
    : undefined;
}
