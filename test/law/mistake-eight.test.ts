import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { resolveDossier } from '../../src/dossier/resolution.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { transferDuty } from '../../src/law/acquisition.ts';
import { IN_WHOLE } from '../support/extent.ts';

/**
 * faits.md §8, mistake 8: 15 % of corporate tax, a tax group or the exemption from CFE given to every company of a
 * group; 5.81 % of transfer duties everywhere.
 */
const dossier = JSON.parse(
  readFileSync(new URL('../../scenarios/sci-envie-soleil.json', import.meta.url), 'utf8'),
);

// biome-ignore lint/suspicious/noExplicitAny: a dossier as JSON is changed by hand
function dealOf(changes: (dossier: any) => void = () => {}) {
  const changed = structuredClone(dossier);
  changes(changed);
  const computation = computeDossier(changed);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const deal = computation.value.paths.find(({ path }) => path.kind === 'sci')?.computed;
  if (deal === undefined) throw new Error('the SCI has no figures');
  return deal;
}

describe('a careless reader of tax law', () => {
  test('nobody has the reduced rate unless the dossier says so: neither the operator nor the SCI', () => {
    const typed = structuredClone(dossier);
    delete typed.operator.reducedCorporateTaxRate;
    for (const path of typed.paths) delete path.vehicle?.reducedCorporateTaxRate;
    const resolved = resolveDossier(typed);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
    expect(resolved.value.values.operator.reducedCorporateTaxRate).toBe(false);
    const sci = resolved.value.values.paths.find((path) => path.kind === 'sci');
    expect(sci?.kind === 'sci' && sci.vehicle.reducedCorporateTaxRate).toBe(false);
  });

  test(
    'an SCI at IS held for 95 % pays its own tax: 25 % of its own profit, no group with the operator',
    IN_WHOLE,
    () => {
      const deal = dealOf();
      const { calculation } = deal.deal.setting;
      const ofYears = (id: string) => deal.figures.of(calculation.line(id));
      const base = ofYears('sci.corporate-tax.taxableAfterLosses');
      const charge = ofYears('sci.corporate-tax.charge');
      const taxed = base.flatMap((value, year) => (value?.gt(0) ? [year] : []));
      expect(taxed.length).toBeGreaterThan(5);
      for (const year of taxed) {
        const expected = (base[year] as Decimal).times('0.25').toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
        expect(charge[year]?.toFixed(2), String(year)).toBe(expected.toFixed(2));
      }
      // Nothing of the operator's is in it: another profit of the operator leaves the tax of the SCI as it is.
      const richer = dealOf((changed) => {
        changed.operator.annualRevenueGrowth = '0.03';
      });
      expect(
        richer.figures.of(richer.deal.setting.calculation.line('operator.corporate-tax.charge')).map(String),
      ).not.toEqual(ofYears('operator.corporate-tax.charge').map(String));
      const again = richer.figures.of(richer.deal.setting.calculation.line('sci.corporate-tax.charge'));
      expect(again.map(String)).toEqual(charge.map(String));
    },
  );

  test('no company is given an exemption from CFE, since none is charged: no line speaks of it', () => {
    const { calculation } = dealOf().deal.setting;
    const labels = [...calculation.lines.values(), ...calculation.assumptions.values()].map(
      ({ label }) => label,
    );
    expect(labels.filter((label) => /\bCFE\b/.test(label))).toEqual([]);
  });

  test('duties are neither 5.81 % everywhere, nor 6.32 % everywhere, nor either for ever', () => {
    const rate = (department: string, date: string) => transferDuty(department, date).rate.value;
    expect(rate('42', '2026-11-22')).toBe('0.063185');
    expect(rate('26', '2026-11-22')).toBe('0.0580665');
    expect(rate('42', '2028-04-01')).toBe('0.0580665');
    expect(rate('42', '2024-11-22')).toBe('0.0580665');
  });
});
