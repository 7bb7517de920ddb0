import type { ComputedDeal } from '../analysis/computed.ts';
import { distributionLabel, type KeptCompany, nameTable } from './company-table.ts';
import { sourceWords } from './initial-plan.ts';
import type { FigureReference, Row, Table } from './table.ts';
import { byYear, isNil, once } from './year-table.ts';

/** Years shown in a plan de financement « à 3-5 ans ». */
const PLAN_YEARS = 5;

/** The plan de financement over five fiscal years: what has to be paid for, what pays for it, what is left. */
export function yearlyPlan(computed: ComputedDeal, company: KeptCompany = computed.deal.operator): Table {
  const { fundingStatement: statement, cashPlan: plan } = company;
  return byYear(
    computed,
    {
      ...nameTable(computed, company, 'plan-annuel', 'Plan de financement à 3-5 ans'),
      notes: [
        'Le solde annuel est la variation de la trésorerie ; le solde cumulé, la trésorerie de fin d’exercice, comprend celle de la signature. Relais compris dans les emprunts et leurs remboursements.',
      ],
    },
    [
      ['heading', 'Besoins', undefined],
      ['line', 'Investissements', statement.investments],
      ['line', 'Besoin en fonds de roulement (variation)', statement.workingCapitalChange],
      ['line', 'Remboursements d’emprunts (capital)', statement.repayments],
      ['line', distributionLabel(computed, company), statement.distributions],
      ['subtotal', 'Total des besoins', statement.totalUses],
      ['heading', 'Ressources', undefined],
      ['line', 'Fonds propres', statement.ownFunds],
      ['line', 'Subventions d’équipement', statement.grants],
      ['line', 'Emprunts', statement.borrowings],
      ['line', 'Remboursements d’avances reçus', statement.recovered],
      ['line', 'Financement à trouver', statement.toFind],
      ['line', 'Capacité d’autofinancement', statement.cashFlowCapacity],
      ['subtotal', 'Total des ressources', statement.totalResources],
      ['total', 'Solde annuel', statement.balance],
      ['total', 'Solde cumulé', plan.closing],
    ],
    PLAN_YEARS,
  );
}

/** The plan de financement prévisionnel of an operation, as a deliberation shows it: uses before and with VAT, sources with their share. */
export function operationPlan(computed: ComputedDeal): Table {
  const { deal, measures } = computed;
  const { plan } = deal;
  const figure = (id: string): FigureReference | null => {
    const line = measures.lines.get(`operation.${id}`);
    return line === undefined ? null : once(line);
  };
  const heading = (label: string): Row => ({ kind: 'heading', label, cells: [] });
  return {
    id: 'plan-operation',
    title: 'Prévisionnel de l’opération',
    unit: 'en euros',
    columns: ['Montant HT', 'Montant TTC', 'Part du total', 'Financeur', 'État'],
    rows: [
      heading('Dépenses'),
      ...plan.uses
        .filter(({ line }) => !isNil(computed, line))
        .map(({ id, label, line }) => ({
          kind: 'line' as const,
          label,
          cells: [once(line), figure(`use.${id}`), figure(`share.use.${id}`), '', ''],
        })),
      {
        kind: 'total',
        label: 'Total des dépenses',
        cells: [once(plan.totalUses), figure('uses'), figure('share.use.total'), '', ''],
      },
      heading('Recettes'),
      ...plan.sources
        .filter(({ line }) => !isNil(computed, line))
        .map(({ id, label, line }) => ({
          kind: 'line' as const,
          label,
          cells: [once(line), null, figure(`share.source.${id}`), ...sourceWords(computed, id)],
        })),
      {
        kind: 'total',
        label: 'Total des recettes',
        cells: [once(plan.totalSources), null, figure('share.source.total'), '', ''],
      },
    ],
    notes: [
      deal.setting.dossier.values.operator.subjectToVat
        ? 'Les recettes équilibrent les dépenses hors taxes : la TVA, récupérée, est portée par un relais. TVA arrondie par poste ; celle des factures de chaque mois peut en différer de quelques centimes.'
        : 'La TVA n’est pas récupérée : elle est une dépense, sur sa ligne dans la première colonne, dans chaque poste dans la seconde.',
    ],
  };
}
