import { max, minus, NO_MONEY, plus, sumOfTerms } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { GroupPlan } from './deal.ts';
import type { FundingPlan } from './funding-plan.ts';
import type { NamedAmount } from './funding-plan-rows.ts';
import type { Impact } from './impact.ts';
import type { PathSetting } from './setting.ts';

/**
 * Sources and uses of the site (or of the machines) and of the programme together: the programme is paid for by the
 * tranches of the investors. What the payer pays later repays them: it is no source of this plan, but of the
 * programme's own.
 */
export function writeImpactGroupPlan(
  { calculation }: PathSetting,
  beside: FundingPlan,
  { costs, tranches }: Pick<Impact, 'costs' | 'tranches'>,
): GroupPlan {
  const once = (id: string, label: string, formula: Formula<'money', 'once', 'defined'>) =>
    calculation.once(`group.${id}`, label, formula);
  const left = minus(tranches.invested, costs.total);
  const uses: NamedAmount[] = [
    ...beside.uses,
    ...costs.rows.map(({ id, label, line }) => ({
      id: `programme-${id}`,
      label: `Programme : ${label}`,
      line,
    })),
    {
      id: 'programme-surplus',
      label: 'Tranches non dépensées, laissées à l’entreprise',
      line: once('programme-surplus', 'Tranches non dépensées, laissées à l’entreprise', max(NO_MONEY, left)),
    },
  ];
  const sources: NamedAmount[] = [
    ...beside.sources,
    { id: 'impact-tranches', label: 'Tranches du contrat à impact', line: tranches.invested },
    {
      id: 'programme-own',
      label: 'Programme : payé par l’entreprise',
      line: once('programme-own', 'Programme : payé par l’entreprise', max(NO_MONEY, minus(NO_MONEY, left))),
    },
  ];
  return {
    uses,
    sources,
    totalUses: once(
      'total-uses',
      'Total des besoins, programme compris',
      sumOfTerms(uses.map(({ line }) => line)),
    ),
    totalSources: once(
      'total-sources',
      'Total des ressources, tranches du programme comprises',
      sumOfTerms(sources.map(({ line }) => line)),
    ),
    cost: once('cost', 'Coût de revient, programme compris', plus(beside.cost, costs.total)),
    gap: beside.gap,
  };
}
