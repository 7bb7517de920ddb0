import type { ComputedDeal } from '../analysis/computed.ts';
import type { Line } from '../formula/operations.ts';
import { ACCOUNT_IDS, type AccountClass, type AccountId, accountOf } from '../ledger/accounts.ts';
import { distributionLabel, type KeptCompany, nameTable } from './company-table.ts';
import type { Table } from './table.ts';
import { byYear, isNil, type Kind } from './year-table.ts';

type YearRow = readonly [Kind, string, Line | undefined];

/** Income that makes the turnover. */
const TURNOVER: readonly AccountId[] = ['sales', 'rentIncome', 'rechargedCosts'];

function accountRows(company: KeptCompany, wanted: (id: AccountId) => boolean): YearRow[] {
  return ACCOUNT_IDS.filter(wanted).flatMap((id) => {
    const line = company.books.yearlyFlows.get(id);
    return line === undefined ? [] : [['line', accountOf(id).label, line] as const];
  });
}

/** The compte de résultat prévisionnel, in the lines and order of the PCG. */
export function incomeStatement(
  computed: ComputedDeal,
  company: KeptCompany = computed.deal.operator,
): Table {
  const { balances } = company;
  const under = (accountClass: AccountClass, heading: string) =>
    accountRows(
      company,
      (id) =>
        accountOf(id).class === accountClass && accountOf(id).heading === heading && !TURNOVER.includes(id),
    );
  const inKind = accountRows(
    company,
    (id) => accountOf(id).heading === 'Contributions volontaires en nature',
  );
  return byYear(
    computed,
    {
      ...nameTable(computed, company, 'compte-de-resultat', 'Compte de résultat prévisionnel'),
      notes: [
        'Hors taxes. Les subventions virées au résultat ne sont pas encaissées : elles sont hors EBE et hors CAF (ANC 2022-06). Variation de stocks : positive quand les stocks baissent.',
      ],
    },
    [
      ['heading', 'Produits d’exploitation', undefined],
      ...accountRows(company, (id) => TURNOVER.includes(id)),
      ['subtotal', 'Chiffre d’affaires net', balances.production],
      ...under('income', 'Produits d’exploitation'),
      ['heading', 'Charges d’exploitation', undefined],
      ...under('expense', 'Charges d’exploitation'),
      ['subtotal', 'Résultat d’exploitation', balances.operatingResult],
      ...under('income', 'Produits financiers'),
      ...under('expense', 'Charges financières'),
      ['subtotal', 'Résultat financier', balances.financialResult],
      ['subtotal', 'Résultat courant avant impôts', balances.currentResult],
      ...under('expense', 'Participation des salariés'),
      ...under('expense', 'Impôts sur les bénéfices'),
      ['total', 'Bénéfice ou perte', balances.result],
      ...(inKind.length === 0
        ? []
        : ([
            ['heading', 'Contributions volontaires en nature, sans effet sur le résultat', undefined],
          ] as const)),
      ...inKind,
    ],
  );
}

/** The soldes intermédiaires de gestion, from production to autofinancement. */
export function managementBalances(
  computed: ComputedDeal,
  company: KeptCompany = computed.deal.operator,
): Table {
  const { balances, fundingStatement, books } = company;
  const account = (id: AccountId): YearRow => ['line', accountOf(id).label, books.yearlyFlows.get(id)];
  const aids = books.yearlyFlows.get('operatingSubsidies');
  const hasJobAids = aids !== undefined && !isNil(computed, aids);
  const detail = (...ids: AccountId[]) => ids.map(account).filter(([, , line]) => line !== undefined);
  return byYear(
    computed,
    {
      ...nameTable(computed, company, 'soldes', 'Soldes intermédiaires de gestion'),
      notes: [
        'Hors taxes. La CAF est la même depuis l’EBE et depuis le résultat.',
        ...(hasJobAids
          ? [
              'Sans les aides au poste, l’EBE d’une entreprise d’insertion est souvent négatif : les deux se lisent ensemble.',
            ]
          : []),
      ],
    },
    [
      ['subtotal', 'Production de l’exercice', balances.production],
      ['line', 'Consommations de l’exercice en provenance de tiers', balances.consumption],
      ['subtotal', 'Valeur ajoutée (VA)', balances.valueAdded],
      ...detail('operatingSubsidies', 'resultPayments', 'taxes', 'payroll', 'programmePayroll'),
      ['subtotal', 'Excédent brut d’exploitation (EBE)', balances.ebe],
      ...(hasJobAids ? ([['line', 'EBE hors aides au poste', balances.ebeWithoutJobAids]] as const) : []),
      ...(balances.ebeWithoutProgramme === balances.ebe
        ? []
        : ([['line', 'EBE hors contrat à impact', balances.ebeWithoutProgramme]] as const)),
      ...detail('grantRelease', 'donations', 'depreciationCharge'),
      ['subtotal', 'Résultat d’exploitation', balances.operatingResult],
      ...detail('investmentIncome', 'interestSubsidies', 'debtWrittenOff', 'interest', 'claimWrittenOff'),
      ['subtotal', 'Résultat courant avant impôts', balances.currentResult],
      ...detail('labourShare', 'corporateTax'),
      ['subtotal', 'Résultat de l’exercice', balances.result],
      ['total', 'Capacité d’autofinancement (CAF), méthode soustractive', balances.cashFlowCapacity],
      ['line', 'CAF, méthode additive', balances.cashFlowCapacityFromResult],
      ['line', distributionLabel(computed, company), fundingStatement.distributions],
      ['subtotal', 'Autofinancement', fundingStatement.selfFinancing],
    ],
  );
}
