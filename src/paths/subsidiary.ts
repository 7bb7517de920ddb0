import type { EsusHoldingPath } from '../dossier/dossier.ts';
import {
  choose,
  constant,
  inYearOf,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  postedIn,
  power,
  previous,
  roundedToCents,
  sumOfTerms,
  sumOfYear,
  times,
  YEAR,
} from '../formula/build.ts';
import { growthFactor } from '../formula/rates.ts';
import { spreadOverMonths } from '../formula/spreading.ts';
import { CLOSING_MONTH } from '../formula/timeline.ts';
import { loanLines } from '../instruments/loan-lines.ts';
import type { MonthlyMoney } from './company.ts';
import { type PathSetting, SIGNATURE, subsidiaryParty } from './setting.ts';

export type SubsidiaryTerms = EsusHoldingPath['subsidiaries'][number];

const ONE_YEAR = constant(1, 'years');
const TWELVE = constant(12, 'ratio');

/**
 * A subsidiary told by its large figures: revenue that grows, EBE as a share of it, renewal each December depreciated
 * over its years, the debt that it has. Paid as they fall due and without VAT: neither stocks nor customers, which its
 * own dossier would tell.
 * @param place of its terms in the dossier
 * @returns what its holding puts in it at signature
 */
export function writeSubsidiary(
  setting: PathSetting,
  terms: SubsidiaryTerms,
  place: string,
  holding: string,
): { readonly funded: MonthlyMoney } {
  const { calculation, ledger, assume } = setting;
  const id = subsidiaryParty(terms);
  const about = { party: id };
  const money = (field: string) => assume(`${place}.${field}`, 'money');
  const yearOf = (field: string) => times(assume(`${place}.${field}`, 'money/years'), ONE_YEAR);
  const years = (field: string) => over(assume(`${place}.${field}`, 'years'), ONE_YEAR);

  openBalance(setting, id, money);
  const revenueOfMonth = calculation.yearly(
    `${id}.revenue-of-month`,
    'Chiffre d’affaires d’un mois',
    roundedToCents(
      over(
        times(
          yearOf('revenueYear'),
          power(growthFactor(assume(`${place}.annualGrowth`, 'ratio/years')), YEAR),
        ),
        TWELVE,
      ),
    ),
    about,
  );
  const sales = calculation.monthly(
    `${id}.sales`,
    'Chiffre d’affaires du mois',
    inYearOf(revenueOfMonth),
    about,
  );
  const costs = calculation.monthly(
    `${id}.operating-costs`,
    'Charges d’exploitation du mois',
    roundedToCents(times(sales, minus(ONE_RATIO, assume(`${place}.operatingMargin`, 'ratio')))),
    about,
  );
  ledger.accrue(id, 'sale-invoiced', sales);
  ledger.transfer('customers', id, 'customer-payment', sales);
  ledger.transfer(id, 'suppliers', 'external-charges', costs);

  const existing = spreadOverMonths(
    calculation,
    `${id}.existing-depreciation`,
    'Amortissement des immobilisations antérieures',
    money('fixedAssets'),
    constant(1, 'months'),
    times(years('depreciationYears'), constant(12, 'months')),
    about,
  );
  ledger.accrue(id, 'depreciation', existing.ofMonth);
  if (!terms.investment.isZero()) {
    writeInvestment(
      setting,
      id,
      money('investment'),
      times(years('depreciationYears'), constant(12, 'months')),
    );
  }
  writeRenewal(setting, terms, id, yearOf('renewalYear'));

  const drawn = calculation.monthly(
    `${id}.opening.debt`,
    'Emprunts à la signature',
    choose(isEqual(MONTH, SIGNATURE), money('existingDebt'), NO_MONEY),
    about,
  );
  const debt = loanLines(calculation, `${id}.existing-loan`, {
    drawn,
    annualRate: assume(`${place}.existingDebtAnnualRate`, 'ratio/years'),
    rateConvention: 'proportional',
    endOfMobilisation: SIGNATURE,
    payments: times(years('existingDebtYears'), constant(12, 'count')),
    paymentsPerYear: 12,
    repayment: 'level-payment',
    party: id,
  });
  ledger.transfer(id, 'existing-lenders', 'existing-debt-repayment', debt.principal);
  ledger.transfer(id, 'existing-lenders', 'interest', debt.interestPaid);
  ledger.debt({
    id: `${id}.existing-loan`,
    label: 'Emprunts antérieurs',
    borrower: id,
    lender: 'existing-lenders',
    drawn,
    capitalised: debt.capitalised,
    repaid: debt.principal,
    closing: debt.closing,
  });

  const funded = calculation.monthly(
    `${id}.funded`,
    `Apport à la filiale ${terms.name}`,
    choose(isEqual(MONTH, SIGNATURE), money('funding'), NO_MONEY),
    { party: holding },
  );
  ledger.transfer(holding, id, 'capital-subscription', funded);
  return { funded };
}

/** What it owns and owes at signature; what balances is its reserves, which stay, or a loss carried forward. */
function openBalance(
  { calculation, ledger }: PathSetting,
  id: string,
  money: (field: string) => Parameters<typeof plus<'money', 'once', 'defined'>>[0],
): void {
  const about = { party: id };
  const once = (name: string, label: string, amount: ReturnType<typeof money>) =>
    calculation.once(`${id}.opening.${name}`, label, plus(amount), about);
  const cash = once('cash', 'Trésorerie à la signature', money('openingCash'));
  const assets = once('assets', 'Immobilisations à la signature', money('fixedAssets'));
  const loans = once('loans', 'Emprunts à la signature', money('existingDebt'));
  const capital = once('capital', 'Capital à la signature', money('capital'));
  ledger.open(id, 'cash', cash);
  ledger.open(id, 'existingAssets', assets);
  ledger.open(id, 'existingDebt', loans);
  ledger.open(id, 'capital', capital);
  const balance = once(
    'balance',
    'Actif moins dettes et capital à la signature',
    minus(plus(cash, assets), plus(loans, capital)),
  );
  ledger.open(id, 'reserves', once('reserves', 'Réserves à la signature', max(balance, NO_MONEY)));
  ledger.open(
    id,
    'retainedEarnings',
    once('retained-earnings', 'Report à nouveau à la signature', min(balance, NO_MONEY)),
  );
}

/** What it buys at signature with what its holding puts in it, in use from the month after. */
function writeInvestment(
  { calculation, ledger }: PathSetting,
  id: string,
  amount: Parameters<typeof spreadOverMonths>[3],
  months: Parameters<typeof spreadOverMonths>[5],
): void {
  const about = { party: id };
  ledger.transfer(
    id,
    'suppliers',
    'equipment',
    calculation.monthly(
      `${id}.investment`,
      'Investissement payé à la signature',
      choose(isEqual(MONTH, SIGNATURE), amount, NO_MONEY),
      about,
    ),
  );
  const { ofMonth } = spreadOverMonths(
    calculation,
    `${id}.investment-depreciation`,
    'Amortissement de l’investissement de la signature',
    amount,
    constant(1, 'months'),
    months,
    about,
  );
  ledger.accrue(id, 'depreciation', ofMonth);
}

/** Renewal paid each December at the prices of the year, depreciated over the years that follow, to the cent. */
function writeRenewal(
  { calculation, ledger, inflationIndex }: PathSetting,
  terms: SubsidiaryTerms,
  id: string,
  ofYear: Parameters<typeof times<'money', 'once', 'defined', 'ratio', 'yearly', 'defined'>>[0],
): void {
  const about = { party: id };
  const amount = calculation.yearly(
    `${id}.renewal-of-year`,
    'Investissement de l’année',
    roundedToCents(times(ofYear, inflationIndex)),
    about,
  );
  const paid = calculation.monthly(
    `${id}.renewal`,
    'Investissement payé',
    postedIn(amount, CLOSING_MONTH),
    about,
  );
  ledger.transfer(id, 'suppliers', 'equipment-renewal', paid);
  const bought = calculation.yearly(
    `${id}.renewal-paid`,
    'Investissement payé dans l’exercice',
    sumOfYear(paid),
    about,
  );
  const { depreciationYears } = terms;
  const charge = calculation.yearly(
    `${id}.renewal-depreciation`,
    'Amortissement des investissements',
    sumOfTerms(
      Array.from({ length: depreciationYears }, (_, index) => {
        const upTo = (years: number) =>
          roundedToCents(
            times(
              previous(bought, index + 1),
              over(constant(years, 'ratio'), constant(depreciationYears, 'ratio')),
            ),
          );
        return minus(upTo(index + 1), upTo(index));
      }),
    ),
    about,
  );
  ledger.accrue(
    id,
    'depreciation',
    calculation.monthly(
      `${id}.renewal-depreciation.posted`,
      'Amortissement des investissements, à la clôture',
      postedIn(charge, CLOSING_MONTH),
      about,
    ),
  );
}
