import {
  constant,
  dividedBy,
  endOfYear,
  MONTHS_IN_YEAR,
  minus,
  over,
  plus,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { ACCOUNT_IDS, type AccountId, accountOf } from './accounts.ts';
import type { Books } from './books.ts';
import type { ManagementBalances } from './income-statement.ts';
import type { Ledger } from './ledger.ts';

type YearlyMoney = Line<'money', 'yearly', 'defined'>;

/** Accounts that make the working capital: what the cycle of operation owns and owes, the State and interest run included. */
export const WORKING_CAPITAL: readonly AccountId[] = [
  'stocks',
  'customers',
  'vatOnInvestments',
  'prepaidRent',
  'suppliers',
  'labourShareDue',
  'operatingVat',
  'corporateTaxDue',
  'accruedInterest',
  'deferredRent',
];
/** Cash, and the short loans that take its place. */
const TREASURY: readonly AccountId[] = ['cash', 'bridgeLoans'];
/** A banker's months have thirty days. */
const DAYS_OF_MONTH = constant(30, 'count');
const ONE_MONTH = constant(1, 'months');

/** The balance sheet as a French analyst reads it, at each closing. */
export interface FunctionalBalance {
  /** Fonds de roulement net global: stable resources less fixed assets. */
  readonly workingFunds: YearlyMoney;
  /** Besoin en fonds de roulement. */
  readonly workingCapital: YearlyMoney;
  /** Trésorerie nette: cash less bridge loans; what the first leaves of the second. */
  readonly netCash: YearlyMoney;
  /** Working capital in days of turnover before tax, months of 30 days. */
  readonly workingCapitalDays: Line<'count', 'yearly'>;
}

/** Writes fonds de roulement, besoin en fonds de roulement and net cash from the accounts, each read apart. */
export function writeFunctionalBalance(
  ledger: Ledger,
  books: Books,
  balances: ManagementBalances,
): FunctionalBalance {
  const { calculation } = ledger;
  const { company } = books;
  const about = { party: company };
  const sumOf = (
    ids: readonly AccountId[],
    isAsset: boolean,
  ): Formula<'money', 'yearly' | 'once', 'defined'> =>
    sumOfTerms(
      ids.flatMap((id) => {
        const line = books.balances.get(id);
        if (line === undefined || (accountOf(id).class === 'asset') !== isAsset) return [];
        return [endOfYear(line)];
      }),
    );
  const yearly = (name: string, label: string, formula: Formula<'money', 'yearly' | 'once', 'defined'>) =>
    calculation.yearly(`${company}.${name}`, label, formula, about);
  const stable = ACCOUNT_IDS.filter((id) => !WORKING_CAPITAL.includes(id) && !TREASURY.includes(id));
  const workingCapital = yearly(
    'working-capital',
    'Besoin en fonds de roulement (BFR)',
    minus(sumOf(WORKING_CAPITAL, true), sumOf(WORKING_CAPITAL, false)),
  );
  return {
    workingFunds: yearly(
      'working-funds',
      'Fonds de roulement net global (FRNG)',
      minus(sumOf(stable, false), sumOf(stable, true)),
    ),
    workingCapital,
    netCash: yearly('net-cash', 'Trésorerie nette', minus(sumOf(TREASURY, true), sumOf(TREASURY, false))),
    workingCapitalDays: calculation.yearly(
      `${company}.working-capital-days`,
      'BFR en jours de chiffre d’affaires HT',
      times(
        times(dividedBy(workingCapital, balances.production), DAYS_OF_MONTH),
        over(plus(MONTHS_IN_YEAR), ONE_MONTH),
      ),
      about,
    ),
  };
}
