import type { ComputedDeal } from '../analysis/computed.ts';
import {
  BUDGET_ROWS,
  type BudgetRow,
  budgetLine,
  publicParties,
} from '../analysis/public-budget-measures.ts';
import type { Line } from '../formula/operations.ts';
import type { Table } from './table.ts';
import { byYear, isNil, type Kind } from './year-table.ts';

type YearRow = readonly [Kind, string, Line | undefined];

/** The budget of each public payer of a deal by fiscal year: spending and receipts beside one another, never net. */
export function publicBudgetTable(computed: ComputedDeal): Table {
  const rows = publicParties(computed).flatMap(({ id, label, side }): YearRow[] => {
    const own = (Object.keys(BUDGET_ROWS) as BudgetRow[]).flatMap((row): YearRow[] => {
      const line = computed.measures.lines.get(budgetLine(id, row));
      return line === undefined || isNil(computed, line) ? [] : [['line', BUDGET_ROWS[row], line]];
    });
    if (own.length === 0) return [];
    return [
      ['heading', side === 'public-market' ? `${label} (aux conditions du marché)` : label, undefined],
      ...own,
    ];
  });
  return byYear(
    computed,
    {
      id: 'budget-public',
      title: 'Budget de chaque financeur public, par année',
      notes: [
        'Dépenses et recettes ne se compensent jamais. Fonctionnement : paiements aux résultats et bonifications d’intérêts payés ; intérêts, dividendes et commissions de garantie reçus. Investissement : subventions, avances, prêts et capital versés ; avances, prêts et capital rendus.',
        'Recettes fiscales abandonnées : réductions d’impôt des souscripteurs (IR-PME) et des mécènes. Encours garanti : un engagement, pas une dépense, tant que l’emprunteur paie ; un défaut testé est dans les tables de la garantie.',
        'N’y sont pas : impôts et taxes, aides au poste, prix ou loyer d’un site vendu ou loué par un organisme public.',
      ],
    },
    rows.length === 0 ? [['heading', 'Aucun financeur public dans cette voie', undefined]] : rows,
  );
}
