import { Decimal } from '../../formula/decimal.ts';
import type { Formula } from '../../formula/operations.ts';
import type { Unit } from '../../formula/units.ts';
import { type RangedCalculation, rangedAssumption, type UnknownId } from '../ranged.ts';
import type { SiteCostTerms } from './cost-terms.ts';
import type { SiteMeasures } from './measures.ts';
import type { UnitCost } from './unit-costs.ts';

const MEASURES: Record<keyof SiteMeasures, { readonly label: string; readonly unknown: UnknownId }> = {
  landAreaM2: { label: 'Terrain', unknown: 'servicing' },
  developedAreaM2: { label: 'Terrain aménagé', unknown: 'servicing' },
  pollutedShare: { label: 'Part du terrain polluée', unknown: 'ground' },
  treatedShare: { label: 'Part de la surface polluée à traiter', unknown: 'ground' },
  builtAreaM2: { label: 'Surface bâtie', unknown: 'built-area' },
  asbestosShare: { label: 'Part de la surface bâtie à désamianter', unknown: 'asbestos' },
  keptAreaM2: { label: 'Surface gardée', unknown: 'buildings' },
  newAreaM2: { label: 'Surface neuve', unknown: 'construction' },
  unsealedAreaM2: { label: 'Surface rendue perméable', unknown: 'sealing' },
  greenAreaM2: { label: 'Surface végétalisée', unknown: 'sealing' },
  soldAreaM2: { label: 'Surface de plancher revendue', unknown: 'sale' },
  guardedAreaM2: { label: 'Terrain à garder', unknown: 'carrying' },
};

/** The assumptions of a site, each made when it is first asked for. */
export function assumptionsOf(into: RangedCalculation, terms: SiteCostTerms) {
  const { calculation } = into;
  const costs = new Map<string, Formula<Unit, 'once', 'defined'>>();
  return {
    measure: <U extends 'area' | 'ratio'>(id: keyof SiteMeasures, unit: U) => {
      const { range, isFact, why } = terms.measures[id];
      const made = rangedAssumption(into, {
        id: `measure.${id}`,
        unit,
        range,
        origin: { kind: isFact ? 'fact' : 'hypothesis', text: why },
        ...MEASURES[id],
      });
      return calculation.once(`quantity.${id}`, MEASURES[id].label, made);
    },
    /** The favourable reading of what is sold is its highest price. */
    unitCost: <U extends Unit>(cost: UnitCost<U>, unknown: UnknownId, isReceipt = false) => {
      const before = costs.get(cost.id);
      if (before !== undefined) return before as Formula<U, 'once', 'defined'>;
      const [low, high] = isReceipt ? [cost.high, cost.low] : [cost.low, cost.high];
      // A sourced value between bounds of ours is, as a range, a hypothesis.
      const isGuess = cost.confidence !== 'sourced' || low !== high;
      const made = rangedAssumption(into, {
        id: `unit-cost.${cost.id}`,
        label: cost.unit === 'ratio' ? cost.label : `${cost.label}, prix unitaire`,
        unit: cost.unit,
        range: { low: new Decimal(low), central: new Decimal(cost.central), high: new Decimal(high) },
        origin: { kind: isGuess ? 'hypothesis' : 'fact', text: `${cost.source} (${cost.year})` },
        unknown,
      });
      costs.set(cost.id, made as unknown as Formula<Unit, 'once', 'defined'>);
      return made;
    },
  };
}
