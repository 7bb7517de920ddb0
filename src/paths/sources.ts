import type { PathSource } from '../dossier/dossier.ts';
import type { Unit } from '../formula/units.ts';
import type { FundingContext } from '../instruments/instrument.ts';
import { INSTRUMENTS } from '../instruments/instruments.ts';
import type { Source } from './funding-plan-rows.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';

/**
 * The sources of funds of one company, each posted by its instrument.
 * @param place where their list stands in the dossier: `paths[0].sources`
 * @param id prefix of the ids of their lines
 */
export function writeSources(
  setting: PathSetting,
  sources: readonly PathSource[],
  options: {
    readonly place: string;
    readonly id: string;
    readonly borrower: string;
    readonly eligibleCosts: FundingContext['eligibleCosts'];
    /** What interest before entry into service is posted as: in the cost of the building unless said. */
    readonly costNature?: FundingContext['costNature'];
    /** Month in which a party leaves and what it lent is repaid early. */
    readonly exitOf?: (party: string) => FundingContext['exit'];
  },
): Source[] {
  const { place, id, borrower, eligibleCosts, costNature, exitOf } = options;
  return sources.map((source, index) => {
    const prefix = `${place}[${index}]`;
    const context: FundingContext = {
      calculation: setting.calculation,
      ledger: setting.ledger,
      borrower,
      id: `${id}.source.${source.id}`,
      assume: <U extends Unit>(field: string, unit: U) => setting.assume(`${prefix}.${field}`, unit),
      milestones: {
        signature: SIGNATURE,
        worksStart: setting.worksStart,
        worksEnd: setting.worksEnd,
        opening: setting.opening,
      },
      eligibleCosts,
      costNature,
      exit: 'from' in source ? exitOf?.(source.from) : undefined,
    };
    const compose = INSTRUMENTS[source.kind].compose as (
      context: FundingContext,
      terms: typeof source,
    ) => Omit<Source, 'id' | 'label'>;
    return { id: source.id, label: source.label, ...compose(context, source) };
  });
}
