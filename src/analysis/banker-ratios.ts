import {
  constant,
  dividedBy,
  endOfYear,
  max,
  minus,
  NO_MONEY,
  plus,
  sumOfTerms,
  sumOfYear,
  times,
} from '../formula/build.ts';
import { type AccountId, EQUITY_ACCOUNTS } from '../ledger/accounts.ts';
import { yearOf } from '../ledger/books.ts';
import type { Company } from '../paths/company.ts';
import type { MeasureSetting } from './measure-setting.ts';

/** What a banker puts up with own funds when he restates a balance sheet. */
const QUASI_OWN_FUNDS: readonly AccountId[] = ['otherEquity', 'quasiEquity', 'associateAccounts'];
const BANK_DEBTS: readonly AccountId[] = ['bankLoans', 'bridgeLoans', 'existingDebt'];
const ONE_YEAR = constant(1, 'years');

/**
 * The four ratios that a banker reads, by fiscal year and in the cruising year, as its balance sheet shows them, then
 * with quasi own funds counted as own funds: they join equity, and what they are paid leaves the cost of debt.
 * The debts are those of banks in both, so that the capacity of repayment is one line.
 */
export function addBankerRatios(measure: MeasureSetting, company: Company): void {
  const { deal, keep, atCruise } = measure;
  const { calculation, ledger } = deal.setting;
  const { books, balances } = company;
  const about = { party: company.id };
  const isOperator = company === deal.operator;
  const prefix = isOperator ? 'measure' : `measure.${company.id}`;
  const name = (id: string) => (isOperator ? id : `${company.id}.${id}`);

  const closing = (id: string, label: string, accounts: readonly AccountId[]) =>
    calculation.yearly(
      `${prefix}.closing.${id}`,
      `${label}, à la clôture`,
      sumOfTerms(
        accounts.flatMap((account) => {
          const line = books.balances.get(account);
          return line === undefined ? [] : [endOfYear(line)];
        }),
      ),
      about,
    );
  const equity = closing('equity', 'Fonds propres', EQUITY_ACCOUNTS);
  const quasi = closing('quasi-own-funds', 'Quasi-fonds propres', QUASI_OWN_FUNDS);
  const debts = closing('bank-debt', 'Dettes bancaires', BANK_DEBTS);
  const restated = calculation.yearly(
    `${prefix}.closing.restated-equity`,
    'Fonds propres et quasi-fonds propres, à la clôture',
    plus(equity, quasi),
    about,
  );
  const assets = calculation.yearly(
    `${prefix}.closing.assets`,
    "Total de l'actif, à la clôture",
    endOfYear(books.assets),
    about,
  );
  const paidToQuasi = sumOfTerms(
    ledger.accruals
      .filter(({ company: id, nature }) => id === company.id && nature === 'quasi-equity-accrued-interest')
      .map(({ amount }) => sumOfYear(amount)),
  );
  const interest = yearOf(books, 'interest');
  const ebe = max(balances.ebe, NO_MONEY);

  const ratios = [
    [
      'financial-autonomy',
      'Autonomie financière (fonds propres / total du bilan)',
      dividedBy(equity, assets),
    ],
    [
      'risk-sharing',
      'Partage des risques (dettes bancaires / fonds propres)',
      dividedBy(debts, max(equity, NO_MONEY)),
    ],
    ['debt-cost', 'Coût de la dette (intérêts / EBE)', dividedBy(interest, ebe)],
    [
      'financial-autonomy-restated',
      'Autonomie financière, quasi-fonds propres comptés en fonds propres',
      dividedBy(restated, assets),
    ],
    [
      'risk-sharing-restated',
      'Partage des risques, quasi-fonds propres comptés en fonds propres',
      dividedBy(debts, max(restated, NO_MONEY)),
    ],
    [
      'debt-cost-restated',
      'Coût de la dette, quasi-fonds propres comptés en fonds propres',
      dividedBy(minus(interest, paidToQuasi), ebe),
    ],
  ] as const;
  for (const [id, label, ratio] of ratios) {
    const byYear = keep(name(`${id}.year`), calculation.yearly(`${prefix}.${id}.year`, label, ratio, about));
    keep(name(id), atCruise(`${prefix}.${id}`, `${label}, en année de croisière`, byYear));
  }
  const capacity = keep(
    name('repayment-capacity.year'),
    calculation.yearly(
      `${prefix}.repayment-capacity.year`,
      'Capacité de remboursement (dettes bancaires / CAF)',
      times(dividedBy(debts, max(balances.cashFlowCapacity, NO_MONEY)), ONE_YEAR),
      about,
    ),
  );
  keep(
    name('repayment-capacity'),
    atCruise(
      `${prefix}.repayment-capacity`,
      'Capacité de remboursement (dettes bancaires / CAF), en année de croisière',
      capacity,
    ),
  );
}
