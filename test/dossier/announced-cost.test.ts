import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { explain } from '../../src/formula/explanation.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

const CASE = 'ethiquable-chocolaterie';

function investorFigure(dossier: unknown, id: string) {
  const read = computeDossier(dossier);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const figure = read.value.paths[0]?.keyFigures.investor.find((item) => item.id === id);
  if (figure === undefined) throw new Error(`no figure ${id}`);
  return figure;
}

describe('the cost beside what was announced', () => {
  test.each(['bank-loan', 'sci'])('%s: every use but the cash left, over the 15 M€ announced', (column) => {
    const dossier = scenario(CASE, column);
    const { deal, figures } = computedDeal(dossier);
    // Cash left and start-up working capital are kept, not spent.
    const byHand = deal.plan.uses
      .filter(({ id }) => id !== 'opening-cash' && id !== 'working-capital')
      .reduce((sum, { line }) => sum.plus(figures.of(line)[0] ?? 0), new Decimal(0));
    expect(investorFigure(dossier, 'total-cost').value).toBe(byHand.toFixed(2));
    expect(investorFigure(dossier, 'announced-cost-gap').value).toBe(
      byHand.div('15000000').minus(1).toDecimalPlaces(6).toFixed(6),
    );
  });

  test('the drift published, a third more, is the one that the case shows', () => {
    const gap = Number(investorFigure(scenario(CASE, 'sci'), 'announced-cost-gap').value);
    expect(gap).toBeCloseTo(20 / 15 - 1, 2);
  });

  test('it is explained down to the two amounts', () => {
    const { deal, figures } = computedDeal(scenario(CASE, 'sci'));
    const told = explain(deal.setting.calculation, figures, { id: 'measure.announced-cost-gap', period: 0 });
    expect(told.operands.map(({ figure }) => figure)).toEqual(
      expect.arrayContaining(['group.cost', 'project.announcedCost']),
    );
  });

  test('who rents pays for no building: its cost is told, not compared', () => {
    const dossier = scenario(CASE, 'market-rent');
    expect(investorFigure(dossier, 'total-cost').value).not.toBeNull();
    expect(investorFigure(dossier, 'announced-cost-gap')).toMatchObject({
      value: null,
      reason: 'location : seul ce que paie le locataire est compté, pas le bâtiment',
    });
  });

  test('nothing announced, nothing to compare', () => {
    const dossier = scenario(CASE, 'sci');
    delete dossier.project.announcedCost;
    expect(investorFigure(dossier, 'announced-cost-gap')).toMatchObject({
      value: null,
      reason: 'aucun coût annoncé',
    });
    dossier.project.announcedCost = '0.00';
    expect(investorFigure(dossier, 'announced-cost-gap').value).toBeNull();
  });
});
