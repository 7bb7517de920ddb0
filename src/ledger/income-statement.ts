import { minus, plus, sumOfTerms } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { AccountId } from './accounts.ts';
import { type Books, yearOf } from './books.ts';
import type { Ledger } from './ledger.ts';

type YearlyMoney = Line<'money', 'yearly', 'defined'>;

/** The soldes intermédiaires de gestion of a company, by fiscal year. */
export interface ManagementBalances {
  readonly production: YearlyMoney;
  /** What is consumed that others made: purchases, change of stocks, external charges, rents. */
  readonly consumption: YearlyMoney;
  readonly valueAdded: YearlyMoney;
  readonly ebe: YearlyMoney;
  /** The same without a contrat à impact: what a lender of the site counts on. The EBE itself where there is none. */
  readonly ebeWithoutProgramme: YearlyMoney;
  readonly ebeWithoutJobAids: YearlyMoney;
  readonly operatingResult: YearlyMoney;
  readonly financialResult: YearlyMoney;
  readonly currentResult: YearlyMoney;
  readonly result: YearlyMoney;
  /** Capacité d'autofinancement, from the EBE. */
  readonly cashFlowCapacity: YearlyMoney;
  /** The same from the result: both methods must agree. */
  readonly cashFlowCapacityFromResult: YearlyMoney;
}

/**
 * Writes the soldes intermédiaires de gestion from the income and expense accounts (order of the PCG; grants released
 * to the result are left out of EBE and CAF, ANC 2022-06). Tranches of a contrat à impact given up are no cash: out of
 * CAF. Gifts (PCG 75) are out of the EBE, in the CAF: cash comes in.
 */
export function writeManagementBalances(ledger: Ledger, books: Books): ManagementBalances {
  const { calculation } = ledger;
  const { company } = books;
  const about = { party: company };
  const yearly = (
    name: string,
    label: string,
    formula: Parameters<typeof calculation.yearly<'money', 'defined'>>[2],
  ) => calculation.yearly(`${company}.${name}`, label, formula, about);
  const of = (account: AccountId) => yearOf(books, account);
  // Accounts that a few companies have: a company without them bears no trace of them in its formulas.
  const ifAny = (...accounts: readonly AccountId[]) =>
    accounts.filter((account) => books.yearlyFlows.has(account)).map(of);
  const programmeIncome = ifAny('resultPayments');
  const programmeCosts = ifAny('programmeCharges', 'programmePayroll');

  const production = yearly(
    'production',
    'Production de l’exercice',
    sumOfTerms([of('sales'), of('rentIncome'), of('rechargedCosts')]),
  );
  const consumption = yearly(
    'consumption',
    'Consommations de l’exercice en provenance de tiers',
    sumOfTerms([
      of('purchases'),
      of('stockChange'),
      of('externalCharges'),
      ...ifAny('programmeCharges'),
      of('rent'),
    ]),
  );
  const valueAdded = yearly('value-added', 'Valeur ajoutée (VA)', minus(production, consumption));
  const ebe = yearly(
    'ebe',
    'Excédent brut d’exploitation (EBE)',
    minus(
      plus(valueAdded, of('operatingSubsidies'), ...programmeIncome),
      sumOfTerms([of('taxes'), of('payroll'), ...ifAny('programmePayroll')]),
    ),
  );
  const ebeWithoutProgramme =
    programmeIncome.length + programmeCosts.length === 0
      ? ebe
      : yearly(
          'ebe-without-programme',
          'EBE hors contrat à impact',
          minus(plus(ebe, ...programmeCosts), sumOfTerms(programmeIncome)),
        );
  const ebeWithoutJobAids = yearly(
    'ebe-without-job-aids',
    'EBE hors aides au poste',
    minus(ebe, of('operatingSubsidies')),
  );
  const operatingResult = yearly(
    'operating-result',
    'Résultat d’exploitation',
    minus(plus(ebe, of('grantRelease'), ...ifAny('donations')), of('depreciationCharge')),
  );
  const financialResult = yearly(
    'financial-result',
    'Résultat financier',
    minus(
      plus(of('investmentIncome'), ...ifAny('interestSubsidies', 'debtWrittenOff')),
      sumOfTerms([of('interest'), ...ifAny('claimWrittenOff')]),
    ),
  );
  const currentResult = yearly(
    'current-result',
    'Résultat courant avant impôts',
    plus(operatingResult, financialResult),
  );
  const cashFlowCapacity = yearly(
    'caf',
    'Capacité d’autofinancement (CAF)',
    minus(
      plus(ebe, financialResult, ...ifAny('donations', 'claimWrittenOff')),
      sumOfTerms([of('labourShare'), of('corporateTax'), ...ifAny('debtWrittenOff')]),
    ),
  );
  const cashFlowCapacityFromResult = yearly(
    'caf-from-result',
    'CAF, méthode additive',
    minus(
      plus(books.result, of('depreciationCharge'), ...ifAny('claimWrittenOff')),
      sumOfTerms([of('grantRelease'), ...ifAny('debtWrittenOff')]),
    ),
  );
  return {
    production,
    consumption,
    valueAdded,
    ebe,
    ebeWithoutProgramme,
    ebeWithoutJobAids,
    operatingResult,
    financialResult,
    currentResult,
    result: books.result,
    cashFlowCapacity,
    cashFlowCapacityFromResult,
  };
}
