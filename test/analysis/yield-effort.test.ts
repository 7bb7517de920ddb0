import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

type Rates = { readonly marketTargetRate?: string };

function keyFigures(id: string, column: string, macro: Rates = {}) {
  const dossier = scenario(id, column);
  dossier.macro = { ...dossier.macro, ...macro };
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const figures = computation.value.paths[0]?.keyFigures.investor ?? [];
  return Object.fromEntries(figures.map((figure) => [figure.id, figure]));
}

describe('effort de rendement', () => {
  test.each([
    ['sci-envie-soleil', 'sci'],
    ['villages-vivants', 'fonciere'],
  ])('of %s: the flows discounted at the market rate, in doubles', (id, column) => {
    const macro = { marketTargetRate: '0.09' };
    const dossier = scenario(id, column);
    dossier.macro = { ...dossier.macro, ...macro };
    const computed = computedDeal(dossier);
    const { investor, activity, setting } = computed.deal;
    if (investor === undefined) throw new Error('no investor');
    const last = setting.dossier.values.horizonYears * 12;
    const valueAt = (rate: number) =>
      computed.figures
        .of(investor.flow)
        .slice(0, last + 1)
        .reduce((sum, flow, month) => sum + Number(flow) * (1 + rate) ** (-month / 12), 0);
    const effort = valueAt(0.09);
    const found = keyFigures(id, column, macro);
    expect(Number(found['yield-effort']?.value)).toBeCloseTo(effort, 1);
    expect(effort).toBeLessThan(0);
    const jobs = Number(computed.figures.of(activity.jobsCreated)[0]);
    expect(Number(found['yield-effort-per-job']?.value)).toBeCloseTo(effort / jobs, 1);
  });

  test('is nil at the return that the flows give, and a gain below it', () => {
    const rate = Number(keyFigures('sci-envie-soleil', 'sci')['investor-irr']?.value);
    const effort = (marketTargetRate: string) =>
      Number(keyFigures('sci-envie-soleil', 'sci', { marketTargetRate })['yield-effort']?.value);
    // Months of a twelfth of a year against days of a 365th: a few euros of 700 000.
    expect(Math.abs(effort(rate.toFixed(6)))).toBeLessThan(300);
    expect(effort((rate - 0.01).toFixed(6))).toBeGreaterThan(10_000);
    expect(effort((rate + 0.01).toFixed(6))).toBeLessThan(-10_000);
  });

  test('grows with the return that the market asks', () => {
    const effort = (marketTargetRate: string) =>
      Number(keyFigures('sci-envie-soleil', 'sci', { marketTargetRate })['yield-effort']?.value);
    expect(effort('0.10')).toBeLessThan(effort('0.07'));
  });

  test('does not exist without an investor, and says why', () => {
    for (const column of ['market-rent', 'bank-loan']) {
      const found = keyFigures('sci-envie-soleil', column);
      expect(found['yield-effort']).toMatchObject({
        value: null,
        reason: expect.stringMatching(/investisseur/),
      });
      expect(found['yield-effort-per-job']?.value).toBeNull();
    }
  });
});
