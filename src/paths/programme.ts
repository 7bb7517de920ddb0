import type { Programme } from '../dossier/programme-terms.ts';
import {
  choose,
  constant,
  isEqual,
  MONTH,
  max,
  minus,
  NO_MONEY,
  over,
  plus,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { spreadOverMonths } from '../formula/spreading.ts';
import { inItsMonth, type OutcomeLines } from '../instruments/impact-contract.ts';
import type { TrancheLines } from '../instruments/impact-tranches.ts';
import type { Law } from '../ledger/conservation-law.ts';
import type { MonthlyMoney } from './company.ts';
import type { NamedAmount } from './funding-plan-rows.ts';
import { OPERATOR, type PathSetting } from './setting.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;

/** What a programme spends, by expense, and what the contract itself costs. */
export interface ProgrammeCosts {
  /** Expenses, structuring, evaluation: those that cost something. */
  readonly rows: readonly NamedAmount[];
  /** Expenses alone: what a plain grant would pay for. */
  readonly expenses: OnceMoney;
  readonly total: OnceMoney;
  /** Paid each month for the expenses alone. */
  readonly expensesPaid: MonthlyMoney;
  /** Paid each month, all of them. */
  readonly paid: MonthlyMoney;
}

/** The own plan of a programme, over its whole life, balanced to the cent. */
export interface ProgrammePlan {
  readonly uses: readonly NamedAmount[];
  readonly sources: readonly NamedAmount[];
  readonly totalUses: OnceMoney;
  readonly totalSources: OnceMoney;
  readonly law: Law;
}

/**
 * Writes and posts what a programme spends: each expense in equal parts from its first month, the structurer in the
 * month of the first tranche, the evaluator in equal parts at each measurement.
 */
export function writeProgrammeCosts(
  { calculation, ledger, assume }: PathSetting,
  programme: Programme,
  tranches: TrancheLines,
  measurements: OutcomeLines['measurements'],
): ProgrammeCosts {
  const about = { party: OPERATOR };
  const once = (id: string, label: string, formula: Formula<'money', 'once', 'defined'>) =>
    calculation.once(`impact.${id}`, label, formula, about);
  const rows: NamedAmount[] = [];
  const paid: MonthlyMoney[] = [];
  programme.expenses.forEach(({ label, pays }, index) => {
    const place = `programme.expenses[${index}]`;
    const amount = once(`expense-${index + 1}`, label, plus(assume(`${place}.amount`, 'money')));
    const { ofMonth } = spreadOverMonths(
      calculation,
      `impact.expense-${index + 1}.paid`,
      `${label} : payé`,
      amount,
      assume(`${place}.firstMonth`, 'months'),
      assume(`${place}.months`, 'months'),
      about,
    );
    const isStaff = pays === 'staff';
    ledger.transfer(
      OPERATOR,
      isStaff ? 'employees' : 'suppliers',
      isStaff ? 'programme-staff' : 'programme-suppliers',
      ofMonth,
    );
    rows.push({ id: `expense-${index + 1}`, label, line: amount });
    paid.push(ofMonth);
  });
  const expenses = once('expenses', 'Dépenses du programme', sumOfTerms(rows.map(({ line }) => line)));
  const expensesPaid = calculation.monthly(
    'impact.expenses.paid',
    'Dépenses du programme, payées',
    sumOfTerms([...paid]),
    about,
  );

  const share = (id: string, label: string, field: string) =>
    once(id, label, roundedToCents(times(tranches.invested, assume(`programme.${field}`, 'ratio'))));
  const structuring = share('structuring', 'Structuration du contrat', 'structuringShare');
  const structuringPaid = calculation.monthly(
    'impact.structuring.paid',
    'Structuration du contrat, payée',
    choose(isEqual(MONTH, tranches.first), structuring, NO_MONEY),
    about,
  );
  ledger.transfer(OPERATOR, programme.structurer, 'programme-structuring', structuringPaid);

  const evaluation = share('evaluation', 'Évaluation des résultats', 'evaluationShare');
  const count = constant(measurements.length, 'ratio');
  const upTo = measurements.map((_, index) =>
    once(
      `evaluation.m${index + 1}-up-to`,
      `Évaluation payée jusqu’à la mesure ${index + 1}`,
      roundedToCents(times(evaluation, over(constant(index + 1, 'ratio'), count))),
    ),
  );
  const evaluationPaid = calculation.monthly(
    'impact.evaluation.paid',
    'Évaluation des résultats, payée',
    inItsMonth(measurements, (_, index) => minus(upTo[index] as OnceMoney, upTo[index - 1] ?? NO_MONEY)),
    about,
  );
  ledger.transfer(OPERATOR, programme.evaluator, 'programme-evaluation', evaluationPaid);
  rows.push(
    { id: 'structuring', label: 'Structuration du contrat', line: structuring },
    { id: 'evaluation', label: 'Évaluation des résultats', line: evaluation },
  );
  paid.push(structuringPaid, evaluationPaid);
  return {
    rows,
    expenses,
    expensesPaid,
    total: once(
      'costs',
      'Coût du programme, structuration et évaluation comprises',
      sumOfTerms(rows.map(({ line }) => line)),
    ),
    paid: calculation.monthly('impact.costs.paid', 'Coût du programme, payé', sumOfTerms(paid), about),
  };
}

/**
 * The plan of a programme from its first expense to its last measurement: what it costs and what investors are paid,
 * against their tranches and the payments. What is left stays with the enterprise; what is missing, it pays.
 */
export function writeProgrammePlan(
  { calculation }: PathSetting,
  costs: ProgrammeCosts,
  tranches: TrancheLines,
  outcome: OutcomeLines,
): ProgrammePlan {
  const about = { party: OPERATOR };
  const once = (id: string, label: string, formula: Formula<'money', 'once', 'defined'>) =>
    calculation.once(`impact.plan.${id}`, label, formula, about);
  const left = once(
    'left',
    'Tranches et paiements, moins le coût du programme et ce que reçoivent les investisseurs',
    minus(plus(tranches.invested, outcome.payments), plus(costs.total, outcome.capital, outcome.premium)),
  );
  const surplus = once('surplus', 'Excédent laissé à l’entreprise', max(NO_MONEY, left));
  const own = once('own', 'Payé par l’entreprise sur sa trésorerie', max(NO_MONEY, minus(NO_MONEY, left)));
  const uses: NamedAmount[] = [
    ...costs.rows,
    { id: 'capital', label: 'Capital remboursé aux investisseurs', line: outcome.capital },
    { id: 'premium', label: 'Rémunération des investisseurs', line: outcome.premium },
    { id: 'surplus', label: 'Excédent laissé à l’entreprise', line: surplus },
  ];
  const sources: NamedAmount[] = [
    { id: 'tranches', label: 'Tranches des investisseurs', line: tranches.invested },
    { id: 'payments', label: 'Paiements aux résultats', line: outcome.payments },
    { id: 'own', label: 'Payé par l’entreprise sur sa trésorerie', line: own },
  ];
  const totalOf = (id: string, label: string, rows: readonly NamedAmount[]) =>
    once(id, label, sumOfTerms(rows.map(({ line }) => line)));
  const totalUses = totalOf('total-uses', 'Total des emplois du programme', uses);
  const totalSources = totalOf('total-sources', 'Total des ressources du programme', sources);
  const gap = minus(totalUses, totalSources);
  const label = 'Le plan du programme est équilibré';
  return {
    uses,
    sources,
    totalUses,
    totalSources,
    law: {
      id: 'impact-plan',
      label,
      gap: calculation.once('law.impact-plan', label, max(gap, minus(NO_MONEY, gap))),
    },
  };
}
