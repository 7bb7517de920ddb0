import { OUTCOME_WORDS, OUTCOMES } from '../dossier/programme-terms.ts';
import {
  constant,
  dividedBy,
  endOfYear,
  minus,
  over,
  plus,
  sumOfTerms,
  sumOfYear,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Impact } from '../paths/impact.ts';
import { writePaymentSteps } from '../paths/impact-payment-steps.ts';
import { addImpactPresentCosts } from './impact-present-cost.ts';
import type { MeasureSetting, MonthlyMoney } from './measure-setting.ts';

/** A cost per result is that of one. */
const ONE_RESULT = constant(1, 'count');

/** What a contrat à impact is read by: cost per result beside what it avoids and a plain grant, budget of the payer, its column in three parts. */
export function addImpactMeasures(measure: MeasureSetting): void {
  const { impact } = measure.deal;
  if (impact === undefined) return;
  addImpactPresentCosts(measure, impact, addCostsPerResult(measure, impact));
  for (const [id, line] of writePaymentSteps(measure.deal.setting, impact))
    measure.keep(`impact.${id}`, line);
  addByYear(measure, impact);
  addThreeParts(measure, impact);
}

/** @returns the plain grant */
function addCostsPerResult({ deal, keep }: MeasureSetting, impact: Impact): Line<'money', 'once', 'defined'> {
  const { calculation, assume } = deal.setting;
  const { programme, outcomes, results, outcome: counted } = impact;
  keep(
    'attributable-avoided-cost',
    calculation.once(
      'measure.impact.attributable-avoided-cost',
      'Coût public évité attribuable, par résultat, une année',
      times(
        assume('programme.avoidedCostPerResult', 'money'),
        assume('programme.attributableShare', 'ratio'),
      ),
    ),
  );
  const grant = calculation.once(
    'measure.impact.grant',
    'Subvention de même objet',
    programme.grantAlternative === null
      ? plus(impact.costs.expenses)
      : plus(assume('programme.grantAlternative', 'money')),
  );
  keep('impact.grant', grant);
  for (const outcome of OUTCOMES) {
    const words = OUTCOME_WORDS[outcome];
    const { payments } = outcomes[outcome];
    const count = over(results[outcome], ONE_RESULT);
    const once = <D extends 'defined' | 'undefinable'>(
      id: string,
      label: string,
      formula: Formula<'money', 'once', D>,
    ) =>
      keep(
        `impact.${outcome}.${id}`,
        calculation.once(`measure.impact.${outcome}.${id}`, `${label} (${words})`, formula),
      );
    const cost = once('cost-per-result', 'Coût public par résultat', dividedBy(payments, count));
    const grantCost = once(
      'grant-cost-per-result',
      'Subvention de même objet, par résultat',
      dividedBy(grant, count),
    );
    const avoidedInAll = once(
      'avoided',
      'Coût public évité attribuable, une année',
      times(
        times(assume('programme.avoidedCostPerResult', 'money'), count),
        assume('programme.attributableShare', 'ratio'),
      ),
    );
    once('balance', 'Coût évité attribuable moins paiements', minus(avoidedInAll, payments));
    if (outcome !== counted) continue;
    keep('failure-written-off', outcomes.failure.writtenOff);
    keep('results-measured', results[outcome]);
    keep('public-cost-per-result', cost);
    keep('grant-cost-per-result', grantCost);
    keep('capital-written-off', outcomes[outcome].writtenOff);
  }
  return grant;
}

/** The budget of the payer and what the investors are owed, by fiscal year. */
function addByYear({ deal, keep }: MeasureSetting, { outcomes, flows, costs, net, programme }: Impact): void {
  const { calculation } = deal.setting;
  const yearly = (id: string, label: string, formula: Formula<'money', 'yearly' | 'once', 'defined'>) =>
    keep(`impact.${id}.year`, calculation.yearly(`measure.impact.${id}.year`, label, formula));
  for (const outcome of OUTCOMES) {
    yearly(
      `${outcome}.paid`,
      `Paiements aux résultats (${OUTCOME_WORDS[outcome]})`,
      sumOfYear(outcomes[outcome].paid),
    );
  }
  yearly('costs', 'Coût du programme', sumOfYear(costs.paid));
  yearly('net', 'Programme : reçu moins payé', sumOfYear(net));
  flows.forEach(({ flow, closing }, index) => {
    const label = programme.tranches[index]?.label ?? '';
    yearly(`tranche-${index + 1}.flow`, `${label} : reçu moins versé`, sumOfYear(flow));
    yearly(`tranche-${index + 1}.closing`, `${label} : reste dû`, endOfYear(closing));
  });
}

/** The bank loan column, the programme, their sum: the same rows for each. */
function addThreeParts({ deal, keep }: MeasureSetting, impact: Impact): void {
  const { calculation } = deal.setting;
  const { operator } = deal;
  const { plan, outcomes, outcome, tranches } = impact;
  type OnceMoney = Formula<'money', 'once', 'defined'>;
  const rows = (id: string, label: string, beside: OnceMoney, programme: OnceMoney) => {
    const line = (part: string, words: string, formula: OnceMoney) =>
      keep(
        `impact.parts.${id}.${part}`,
        calculation.once(`measure.impact.parts.${id}.${part}`, `${label} : ${words}`, formula),
      );
    const one = line('beside', 'hors programme', plus(beside));
    const other = line('programme', 'programme', plus(programme));
    line('sum', 'ensemble', plus(one, other));
  };
  const grants = operator.sources.filter(({ category }) => category === 'grant');
  const nothing = constant(0, 'money');
  rows('uses', 'Emplois', operator.plan.totalUses, plan.totalUses);
  rows('sources', 'Ressources', operator.plan.totalSources, plan.totalSources);
  rows('loan', 'Prêt bancaire', operator.plan.loanAmount, nothing);
  rows('investors', 'Tranches des investisseurs', nothing, tranches.invested);
  rows(
    'public',
    'Subventions et paiements aux résultats',
    sumOfTerms(grants.map((grant) => grant.total)),
    impact.publicPaid === undefined ? nothing : outcomes[outcome].payments,
  );
  const cashChange = total(operator.books.cashChange);
  const net = total(impact.net as MonthlyMoney);
  keep(
    'programme-left',
    calculation.once('measure.programme-left', 'Laissé à l’entreprise par le programme', net),
  );
  rows('cash', 'Variation de trésorerie, fin du calcul', minus(cashChange, net), net);
}
