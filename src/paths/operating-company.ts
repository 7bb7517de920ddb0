import type { ResolvedDossier } from '../dossier/resolution.ts';
import { type Activity, writeActivity } from '../enterprise/activity.ts';
import { writeOperatingVat } from '../enterprise/operating-vat.ts';
import { writeRenewal } from '../enterprise/renewal.ts';
import type { ActivitySetting } from '../enterprise/setting.ts';
import type { Line } from '../formula/operations.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import type { MonthlyMoney } from './company.ts';
import { openEquity, writeOpeningBalance } from './opening-balance.ts';
import { OPERATOR, type PathSetting } from './setting.ts';

export { OPERATOR } from './setting.ts';

/** The enterprise before its premises and their financing: what every path shares. */
export interface OperatingCompany {
  readonly existingDebt: LoanLines;
  readonly activity: Activity;
  /** Renewal of equipment, paid each month. */
  readonly renewal: Line<'money', 'monthly', 'defined'>;
}

/** Writes the enterprise: opening balance sheet, activity, renewal of its equipment. */
export function writeOperatingCompany(setting: PathSetting): OperatingCompany & {
  /** VAT of the operation, once premises are known. */
  readonly writeVat: (premises: PremisesVat) => void;
} {
  const { operator }: ResolvedDossier['values'] = setting.dossier.values;
  const { calculation, ledger, assume, opening, inflationIndex } = setting;
  const existingDebt = writeOpeningBalance(setting, OPERATOR);
  const activitySetting: ActivitySetting = {
    calculation,
    ledger,
    company: OPERATOR,
    assume,
    opening,
    inflationIndex,
  };
  const activity = writeActivity(activitySetting, {
    streams: operator.revenues,
    jobs: operator.jobs,
    rampUpMonths: operator.rampUpMonths,
    keepsPremises: setting.dossier.values.site === null,
    subjectToVat: operator.subjectToVat,
    stocks: operator.stockDays > 0 || !operator.openingStocks.isZero(),
    customers: operator.customerDays > 0 || !operator.openingCustomers.isZero(),
    suppliers: operator.supplierDays > 0 || !operator.openingSuppliers.isZero(),
  });
  openEquity(setting, OPERATOR);
  const renewal = writeRenewal(activitySetting, operator.renewalLifeYears);
  return {
    existingDebt,
    activity,
    renewal,
    writeVat: ({ charges, alreadyPosted }) => {
      if (activity.invoicedVat === undefined) return;
      writeOperatingVat(
        activitySetting,
        activity.invoicedVat,
        [
          activity.purchases,
          activity.fixedCosts,
          activity.formerRent,
          activity.startUpCosts,
          ...charges,
          renewal,
        ],
        alreadyPosted,
      );
    },
  };
}

/** What premises bring to the VAT of the enterprise. */
export interface PremisesVat {
  /** Charges that bear VAT, before tax. */
  readonly charges: readonly MonthlyMoney[];
  /** Deductible VAT paid to a landlord, already posted. */
  readonly alreadyPosted: readonly MonthlyMoney[];
}
