import { vehicleWords } from '../dossier/vehicle-words.ts';
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
import type { KeptCompany } from '../paths/company.ts';
import type { MeasureSetting } from './measure-setting.ts';

/** What a banker puts up with own funds when he restates a balance sheet. */
const QUASI_OWN_FUNDS: readonly AccountId[] = ['otherEquity', 'quasiEquity', 'associateAccounts'];
const BANK_DEBTS: readonly AccountId[] = ['bankLoans', 'siteSuppliers', 'bridgeLoans', 'existingDebt'];
const ONE_YEAR = constant(1, 'years');

/** Assets of the operator that are equity or debts of its property company: a group does not count them twice. */
const WITHIN_GROUP: readonly AccountId[] = [
  'participations',
  'associateAdvances',
  'depositsPaid',
  'prepaidRent',
];

/** Whose ratios these are: one company, or the operator and its property company as one. */
interface Scope {
  /** Before the ids of the lines. */
  readonly prefix: string;
  /** Id of the figure that a measure keeps. */
  readonly name: (id: string) => string;
  readonly companies: readonly KeptCompany[];
  readonly about: { readonly party?: string };
  /** Said after the labels. */
  readonly suffix: string;
}

/**
 * The four ratios that a banker reads, by fiscal year and in the cruising year, as the balance sheet shows them, then
 * with quasi own funds counted as own funds: they join equity, and what they are paid leaves the cost of debt.
 * The debts are those of banks in both, so that the capacity of repayment is one line.
 * With its property company the operator's ratios are those of both together: the debt of its walls is there too. A
 * foncière of which it is one tenant among others is no part of its group: its debts stay its own.
 */
export function addBankerRatios(measure: MeasureSetting): void {
  const { operator, vehicle, companies, fonciere, group } = measure.deal;
  const alone = (company: KeptCompany) =>
    addRatios(measure, {
      prefix: `measure.${company.id}`,
      name: (id) => `${company.id}.${id}`,
      companies: [company],
      about: { party: company.id },
      suffix: '',
    });
  if (vehicle === undefined || fonciere !== undefined) {
    addRatios(measure, {
      prefix: 'measure',
      name: (id) => id,
      companies: [operator],
      about: { party: operator.id },
      suffix: '',
    });
    if (vehicle !== undefined) alone(vehicle);
    return;
  }
  addRatios(measure, {
    prefix: 'measure.group',
    name: (id) => id,
    companies: [...companies, ...(group?.subsidiaries ?? [])],
    about: {},
    suffix:
      group === undefined
        ? ` (exploitant et ${vehicleWords(measure.deal.path.kind).name} ensemble)`
        : ' (holding et filiales ensemble)',
  });
  companies.forEach(alone);
}

function addRatios(measure: MeasureSetting, { prefix, name, companies, about, suffix }: Scope): void {
  const { deal, keep, atCruise } = measure;
  const { calculation, ledger } = deal.setting;
  const isGroup = companies.length > 1;
  const ids = companies.map(({ id }) => id);
  const balances = (accounts: readonly AccountId[]) =>
    companies.flatMap(({ books }) =>
      accounts.flatMap((account) => {
        const line = books.balances.get(account);
        return line === undefined ? [] : [endOfYear(line)];
      }),
    );
  const withinGroup = isGroup ? balances(WITHIN_GROUP) : [];
  const closing = (
    id: string,
    label: string,
    accounts: readonly AccountId[],
    without: readonly AccountId[] = [],
  ) =>
    calculation.yearly(
      `${prefix}.closing.${id}`,
      `${label}, à la clôture${suffix}`,
      isGroup && without.length > 0
        ? minus(sumOfTerms(balances(accounts)), sumOfTerms(balances(without)))
        : sumOfTerms(balances(accounts)),
      about,
    );
  const equity = closing('equity', 'Fonds propres', EQUITY_ACCOUNTS, ['participations']);
  const quasi = closing('quasi-own-funds', 'Quasi-fonds propres', QUASI_OWN_FUNDS, ['associateAdvances']);
  const debts = closing('bank-debt', 'Dettes bancaires', BANK_DEBTS);
  const restated = calculation.yearly(
    `${prefix}.closing.restated-equity`,
    `Fonds propres et quasi-fonds propres, à la clôture${suffix}`,
    plus(equity, quasi),
    about,
  );
  const allAssets = sumOfTerms(companies.map(({ books }) => endOfYear(books.assets)));
  const assets = calculation.yearly(
    `${prefix}.closing.assets`,
    `Total de l’actif, à la clôture${suffix}`,
    isGroup ? minus(allAssets, sumOfTerms(withinGroup)) : allAssets,
    about,
  );
  const paidToQuasi = sumOfTerms(
    ledger.accruals
      .filter(({ company, nature }) => ids.includes(company) && nature === 'quasi-equity-accrued-interest')
      .map(({ amount }) => sumOfYear(amount)),
  );
  const dividendsWithin = isGroup
    ? ledger.transfers.filter(
        ({ nature, from, to }) => nature === 'dividend' && ids.includes(from) && ids.includes(to),
      )
    : [];
  const interest = sumOfTerms(companies.map(({ books }) => yearOf(books, 'interest')));
  const ebe = max(sumOfTerms(companies.map((company) => company.balances.ebe)), NO_MONEY);
  const allCapacity = sumOfTerms(companies.map((company) => company.balances.cashFlowCapacity));
  const capacityOfYear = isGroup
    ? minus(allCapacity, sumOfTerms(dividendsWithin.map(({ amount }) => sumOfYear(amount))))
    : allCapacity;

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
    const byYear = keep(
      name(`${id}.year`),
      calculation.yearly(`${prefix}.${id}.year`, `${label}${suffix}`, ratio, about),
    );
    keep(name(id), atCruise(`${prefix}.${id}`, `${label}, en année de croisière${suffix}`, byYear));
  }
  const capacity = keep(
    name('repayment-capacity.year'),
    calculation.yearly(
      `${prefix}.repayment-capacity.year`,
      `Capacité de remboursement (dettes bancaires / CAF)${suffix}`,
      times(dividedBy(debts, max(capacityOfYear, NO_MONEY)), ONE_YEAR),
      about,
    ),
  );
  keep(
    name('repayment-capacity'),
    atCruise(
      `${prefix}.repayment-capacity`,
      `Capacité de remboursement (dettes bancaires / CAF), en année de croisière${suffix}`,
      capacity,
    ),
  );
}
