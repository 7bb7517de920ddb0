import { minus, plus, sumOfTerms } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { Company } from './company.ts';
import type { GroupPlan } from './deal.ts';
import type { NamedAmount } from './funding-plan-rows.ts';
import type { PathSetting } from './setting.ts';

type OnceMoney = Formula<'money', 'once', 'defined'>;

/** What passes between the operator and its vehicle before entry into service. */
export interface WithinGroup {
  /** Ids of the operator's uses that are sources of the vehicle: capital, advances. */
  readonly uses: readonly string[];
  /** Ids of the vehicle's sources that come from the operator. */
  readonly sources: readonly string[];
  /** Ids of the operator's uses kept in cash by the vehicle: the deposit. */
  readonly keptByVehicle: readonly string[];
  /** The other way: what a holding puts in the enterprise. */
  readonly toOperator?: {
    /** Ids of the vehicle's uses. */
    readonly uses: readonly string[];
    /** Ids of the operator's sources. */
    readonly sources: readonly string[];
  };
}

const KEPT_IN_CASH = ['opening-cash', 'working-capital'];

/**
 * Sources and uses of operator and vehicle together: uses of the same name are added, what passes between them is
 * gone, the deposit received stands with the cash left.
 */
export function writeGroupPlan(
  setting: PathSetting,
  operator: Company,
  vehicle: Company,
  within: WithinGroup,
): GroupPlan {
  const { calculation } = setting;
  const once = (id: string, label: string, formula: OnceMoney) =>
    calculation.once(`group.${id}`, label, formula);
  const merged = (rows: readonly NamedAmount[], side: 'use' | 'source'): NamedAmount[] => {
    const byId = new Map<string, { readonly label: string; readonly lines: NamedAmount['line'][] }>();
    for (const { id, label, line } of rows) {
      const known = byId.get(id);
      if (known === undefined) byId.set(id, { label, lines: [line] });
      else known.lines.push(line);
    }
    return [...byId].map(([id, { label, lines }]) => ({
      id,
      label,
      line: once(`${side}.${id}`, label, sumOfTerms(lines)),
    }));
  };
  const ownName = ({ id, label, line }: NamedAmount, company: Company): NamedAmount =>
    id === 'loan'
      ? { id: `loan-${company.id}`, label: `${label} : ${company.label}`, line }
      : { id, label, line };
  const deposit = operator.plan.uses.filter(({ id }) => within.keptByVehicle.includes(id));
  const external = operator.plan.uses.filter(
    ({ id }) => !within.uses.includes(id) && !within.keptByVehicle.includes(id),
  );
  const { toOperator = { uses: [], sources: [] } } = within;
  const cashLast = (rows: readonly NamedAmount[]) => [
    ...rows.filter(({ id }) => id !== 'opening-cash'),
    ...rows.filter(({ id }) => id === 'opening-cash'),
  ];
  const uses = merged(
    cashLast([
      ...vehicle.plan.uses.filter(({ id }) => !toOperator.uses.includes(id)),
      ...external,
      ...deposit.map(({ line }) => ({ id: 'opening-cash', label: 'Trésorerie de départ', line })),
    ]),
    'use',
  );
  const sources = merged(
    [
      ...operator.plan.sources
        .filter(({ id }) => id !== 'gap' && !toOperator.sources.includes(id))
        .map((row) => ownName(row, operator)),
      ...vehicle.plan.sources
        .filter(({ id }) => id !== 'gap' && !within.sources.includes(id))
        .map((row) => ownName(row, vehicle)),
      ...[operator, vehicle].flatMap(({ plan }) => plan.sources.filter(({ id }) => id === 'gap')),
    ],
    'source',
  );
  // As in the plan of one company: the start-up working capital is kept in cash beside it, not spent.
  const cash = uses.filter(({ id }) => KEPT_IN_CASH.includes(id)).map(({ line }) => line);
  const totalUses = once('total-uses', 'Total des besoins', sumOfTerms(uses.map(({ line }) => line)));
  return {
    uses,
    sources,
    totalUses,
    totalSources: once('total-sources', 'Total des ressources', sumOfTerms(sources.map(({ line }) => line))),
    cost: once('cost', 'Coût de revient', minus(totalUses, sumOfTerms(cash))),
    gap: once('gap', 'Financement à trouver', plus(operator.plan.gap, vehicle.plan.gap)),
  };
}
