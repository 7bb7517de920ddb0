import type { ResolvedDossier } from '../dossier/resolution.ts';
import {
  type Activity,
  type ActivitySetting,
  writeActivity,
  writeOperatingVat,
} from '../enterprise/activity.ts';
import { writeRenewal } from '../enterprise/renewal.ts';
import type { Line } from '../formula/operations.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import type { MonthlyMoney } from './company.ts';
import { writeOpeningBalance } from './opening-balance.ts';
import type { PathSetting } from './setting.ts';

/** The party of the enterprise in every deal. */
export const OPERATOR = 'operator';

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
  const activity = writeActivity(activitySetting, operator.jobs);
  const renewal = writeRenewal(activitySetting, operator.renewalLifeYears);
  return {
    existingDebt,
    activity,
    renewal,
    writeVat: ({ charges, alreadyPosted }) => {
      if (!operator.subjectToVat) return;
      writeOperatingVat(
        activitySetting,
        activity.sales,
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
