import { endOfYear, NO_MONEY, plus, sumOfYear } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { Transfer } from '../ledger/ledger.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { Party } from '../ledger/parties.ts';
import type { Deal } from '../paths/deal.ts';
import { EPF } from '../paths/property-project.ts';
import type { MeasureSetting } from './measure-setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

/** The rows of the budget of a public payer, in their order; spending and receipts are never set off. */
export const BUDGET_ROWS = {
  'operating-spending': 'Fonctionnement : dépenses',
  'operating-receipts': 'Fonctionnement : recettes',
  'capital-spending': 'Investissement : dépenses',
  'capital-receipts': 'Investissement : recettes',
  'forgone-tax': 'Recettes fiscales abandonnées (réductions d’impôt)',
  guaranteed: 'Hors bilan : encours garanti à la fin de l’exercice',
} as const;

export type BudgetRow = keyof typeof BUDGET_ROWS;

/**
 * The section of a public budget in which money of a nature stands (instruction M57): grants, avances, loans and shares
 * in investment, what they yield and what is paid for a result or for interest in operation. Natures left out are not
 * money that a funder brings or gets back: taxes, aids to jobs, the price or the rent of a site.
 */
const SECTIONS: Partial<Record<TransferNature, 'operating' | 'capital' | 'forgone'>> = {
  'result-payment': 'operating',
  'interest-subsidy': 'operating',
  'interest-subsidy-during-works': 'operating',
  dividend: 'operating',
  'quasi-equity-interest': 'operating',
  'impact-premium': 'operating',
  'honour-loan-interest': 'operating',
  'guarantee-fee': 'operating',
  interest: 'operating',
  'accrued-interest-payment': 'operating',
  'financing-costs-during-works': 'operating',
  'tenant-financing-costs': 'operating',
  grant: 'capital',
  'own-funds': 'capital',
  'share-redemption': 'capital',
  'share-purchase': 'capital',
  'share-sale': 'capital',
  'other-equity-received': 'capital',
  'other-equity-repayment': 'capital',
  'associate-account-advance': 'capital',
  'associate-account-repayment': 'capital',
  'quasi-equity-received': 'capital',
  'quasi-equity-repayment': 'capital',
  'impact-tranche': 'capital',
  'impact-capital-repayment': 'capital',
  'honour-loan': 'capital',
  'honour-loan-repayment': 'capital',
  'loan-drawdown': 'capital',
  'loan-repayment': 'capital',
  'instalment-credit': 'capital',
  'instalment-payment': 'capital',
  'instalment-interest': 'operating',
  'bridge-drawdown': 'capital',
  'bridge-repayment': 'capital',
  'refinancing-drawdown': 'capital',
  'refinancing-repayment': 'capital',
  'land-lease-entry': 'capital',
  'land-lease-canon': 'operating',
  'turnkey-works': 'capital',
  'carried-purchase': 'capital',
  'carried-purchase-costs': 'capital',
  'carried-studies': 'capital',
  'carried-works': 'capital',
  'carried-taxes': 'operating',
  'carried-management': 'operating',
  'carried-rent': 'operating',
  'tax-relief': 'forgone',
  'patronage-tax-relief': 'forgone',
};

type Sections = Partial<Record<TransferNature, 'operating' | 'capital' | 'forgone'>>;

/** The price that an EPF or a seller by instalments is paid closes what it spent for the site; other sellers have no such account here. */
const OF_SELLER: Sections = { 'land-purchase': 'capital', 'building-purchase': 'capital' };

/** What a local authority pays and receives for the premises that it builds and lets; VAT is carried with the works. */
const OF_LANDLORD: Sections = {
  'land-purchase': 'capital',
  'building-purchase': 'capital',
  'land-acquisition-costs': 'capital',
  'building-acquisition-costs': 'capital',
  works: 'capital',
  'works-fees': 'capital',
  contingencies: 'capital',
  'irrecoverable-vat': 'capital',
  'vat-on-investments': 'capital',
  'vat-on-investments-refund': 'capital',
  deposit: 'capital',
  'lease-rent': 'operating',
  'lease-recharge': 'operating',
  'lease-vat': 'operating',
  'lease-vat-borne': 'operating',
  'vat-passed-on': 'operating',
  'taxe-fonciere': 'operating',
  'external-charges': 'operating',
};

/** What stands in the budget of a party of a deal beside the money of a funder. */
export function ownSections(
  { turnkey, setting }: Pick<Deal, 'turnkey' | 'setting'>,
  party: string,
): Sections {
  const isPaidLater = setting.ledger.transfers.some(
    ({ nature, from }) => nature === 'instalment-credit' && from === party,
  );
  if (party === EPF || isPaidLater) return OF_SELLER;
  return party === turnkey?.landlord ? OF_LANDLORD : {};
}

/** The row in which a transfer stands in the budget of a party; undefined when it is in none. */
export function budgetRowOf(
  { nature, from }: Pick<Transfer, 'nature' | 'from'>,
  party: string,
  own: Sections = {},
): BudgetRow | undefined {
  const section = SECTIONS[nature] ?? own[nature];
  if (section === undefined) return undefined;
  // A party that subscribes is given back the tax: nothing of its own budget as a funder.
  if (section === 'forgone') return from === party ? 'forgone-tax' : undefined;
  return `${section}-${from === party ? 'spending' : 'receipts'}`;
}

/** Id of the measure that holds one row of the budget of a party. */
export function budgetLine(party: string, row: BudgetRow): string {
  return `budget.${party}.${row}`;
}

/** The public parties of a deal: those that give and those that bring money on market terms. */
export function publicParties({ deal }: Pick<MeasureSetting, 'deal'>): Party[] {
  return [...deal.setting.ledger.parties.values()].filter(({ side }) => side !== 'private');
}

/** What each public payer pays and gets back by fiscal year, and what it guarantees, from the transfers of the deal. */
export function addPublicBudgets(measure: MeasureSetting): void {
  const { deal, keep } = measure;
  const { ledger, calculation } = deal.setting;
  for (const { id, label } of publicParties(measure)) {
    const amounts = new Map<BudgetRow, MonthlyMoney[]>();
    for (const transfer of ledger.transfers) {
      if (transfer.from !== id && transfer.to !== id) continue;
      const row = budgetRowOf(transfer, id, ownSections(deal, id));
      if (row === undefined || calculation.isNothing(transfer.amount)) continue;
      amounts.set(row, [...(amounts.get(row) ?? []), transfer.amount]);
    }
    const guaranteed = (deal.guarantees?.list ?? []).filter(({ terms }) => terms.from === id);
    if (guaranteed.length > 0)
      amounts.set(
        'guaranteed',
        guaranteed.map(({ balance }) => balance),
      );
    for (const [row, lines] of amounts) {
      const [first = NO_MONEY, ...others] = lines.map((line) =>
        row === 'guaranteed' ? endOfYear(line) : sumOfYear(line),
      );
      keep(
        budgetLine(id, row),
        calculation.yearly(
          `measure.${budgetLine(id, row)}`,
          `${label} – ${BUDGET_ROWS[row]}`,
          plus(first, ...others),
        ),
      );
    }
  }
}
