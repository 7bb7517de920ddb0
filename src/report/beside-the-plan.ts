import type { ComputedDeal } from '../analysis/computed.ts';
import type { Company } from './company-table.ts';
import type { Row } from './table.ts';
import { isNil, once } from './year-table.ts';

/** What a company receives beside its plan de financement: interest paid for it over the years, gifts, hours given. */
export function besideThePlan(computed: ComputedDeal, { plan, sources }: Company): Row[] {
  const { parties } = computed.deal.setting.ledger;
  const found = [
    ...plan.interestSubsidies.map(({ label, total, payer }) => ({
      label: `${label}, sur toute sa durée`,
      line: total,
      giver: payer,
    })),
    ...sources.flatMap((source) => source.besideThePlan ?? []),
  ];
  return found
    .filter(({ line }) => !isNil(computed, line))
    .map(({ label, line, giver }) => ({
      kind: 'line',
      label,
      cells: [once(line), null, parties.get(giver)?.label ?? giver, ''],
    }));
}
