import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { OUTCOMES } from '../../src/dossier/programme-terms.ts';
import { type Decimal, ZERO } from '../../src/formula/decimal.ts';
import type { Line } from '../../src/formula/operations.ts';
import { readAsWorkbook } from '../../src/formula/workbook.ts';
import { allTables } from '../../src/report/deal-tables.ts';
import { anyProgramme, withProgramme } from '../support/any-programme.ts';
import { computedDeal } from '../support/dossiers.ts';
import { IN_WHOLE } from '../support/extent.ts';
import { compareWithEngine } from '../support/hyperformula.ts';
import { disagreements, explanationsOff } from '../support/readings.ts';

function impactOf({ deal }: ComputedDeal) {
  if (deal.impact === undefined) throw new Error('no contrat à impact');
  return deal.impact;
}

function sum(computed: ComputedDeal, ...lines: readonly Line[]): Decimal {
  return lines.reduce<Decimal>(
    (total, line) =>
      computed.figures.of(line).reduce<Decimal>((all, value) => all.plus(value ?? ZERO), total),
    ZERO,
  );
}

function broken({ checks }: ComputedDeal): string[] {
  return checks.filter(({ holds }) => !holds).map(({ id, value }) => `${id}: ${value}`);
}

/** Transfers are whole cents and never negative, accruals too. */
function oddEntries({ deal, figures }: ComputedDeal): string[] {
  const { transfers } = deal.setting.ledger;
  return transfers.flatMap(({ id, amount }) =>
    figures
      .of(amount)
      .flatMap((value, month) =>
        value !== null && (value.lt(0) || value.decimalPlaces() > 2) ? [`${id} ${month}: ${value}`] : [],
      ),
  );
}

/** What each outcome must hold, whichever is counted. */
function expectOutcomes(computed: ComputedDeal): void {
  const { outcomes, tranches, programme } = impactOf(computed);
  const of = (line: Line) => computed.figures.of(line)[0] ?? ZERO;
  const invested = of(tranches.invested);
  let before: Decimal | undefined;
  for (const outcome of OUTCOMES) {
    const { measurements, payments, capital, premium, writtenOff, kept } = outcomes[outcome];
    expect(of(payments).lte(programme.cap), `${outcome}: within the cap`).toBe(true);
    expect(of(capital).plus(of(writtenOff)).equals(invested), `${outcome}: tranches settled`).toBe(true);
    expect(of(capital).plus(of(premium)).plus(of(kept)).equals(of(payments)), `${outcome}: shared`).toBe(
      true,
    );
    for (const lines of measurements) {
      expect(of(lines.premium).isZero() || of(lines.capital).equals(of(lines.owed))).toBe(true);
      for (const line of [lines.payment, lines.capital, lines.premium, lines.kept])
        expect(of(line).gte(0)).toBe(true);
    }
    // More results never pay less.
    if (before !== undefined) expect(of(payments).gte(before)).toBe(true);
    before = of(payments);
  }
}

describe('a contrat à impact', () => {
  test('keeps its laws whatever the programme, with a site or without', () => {
    fc.assert(
      fc.property(anyProgramme, fc.boolean(), (drawn, site) => {
        const computed = computedDeal(withProgramme(drawn, { site }));
        expect(broken(computed)).toEqual([]);
        expect(oddEntries(computed)).toEqual([]);
        expectOutcomes(computed);
      }),
      { numRuns: 40 },
    );
  });

  test(
    'never repays a tranche more than it advanced, nor investors more than was received so far',
    IN_WHOLE,
    () => {
      fc.assert(
        fc.property(anyProgramme, (drawn) => {
          const computed = computedDeal(withProgramme(drawn));
          const { flows, outcomes, outcome } = impactOf(computed);
          const paid = computed.figures.of(outcomes[outcome].paid);
          let received = ZERO;
          let given = ZERO;
          for (const month of paid.keys()) {
            received = received.plus(paid[month] ?? ZERO);
            for (const { capital, premium, closing } of flows) {
              given = given
                .plus(computed.figures.of(capital)[month] ?? ZERO)
                .plus(computed.figures.of(premium)[month] ?? ZERO);
              expect(computed.figures.of(closing)[month]?.gte(0)).toBe(true);
            }
            expect(given.lte(received)).toBe(true);
          }
          for (const { closing } of flows) expect(computed.figures.of(closing).at(-1)?.isZero()).toBe(true);
        }),
        { numRuns: 25 },
      );
    },
  );

  test(
    'both circuits give investors and enterprise the same flows; the vehicle keeps nothing',
    IN_WHOLE,
    () => {
      fc.assert(
        fc.property(anyProgramme, (drawn) => {
          const [direct, vehicle] = (['direct', 'vehicle'] as const).map((circuit) =>
            computedDeal(withProgramme(drawn, { path: { circuit } })),
          ) as [ComputedDeal, ComputedDeal];
          const values = (computed: ComputedDeal, id: string) =>
            computed.figures.of(computed.deal.setting.calculation.line(id) as Line).map(String);
          for (const party of ['investor', 'bank', 'state', 'state-payer', 'structurer', 'evaluator']) {
            const id = `party.${party}.net`;
            if (!direct.deal.partyFlows.has(party)) continue;
            expect(values(vehicle, id)).toEqual(values(direct, id));
          }
          expect(values(vehicle, 'operator.cash')).toEqual(values(direct, 'operator.cash'));
          expect(values(vehicle, 'impact-vehicle.cash').every((cash) => cash === '0')).toBe(true);
          expect(values(vehicle, 'impact-vehicle.result').every((result) => result === '0')).toBe(true);
        }),
        { numRuns: 15 },
      );
    },
  );

  test('beside a site, the loan and the cover are those of the bank loan alone', () => {
    fc.assert(
      fc.property(anyProgramme, (drawn) => {
        const dossier = withProgramme(drawn, { site: true });
        const [path] = dossier.paths as unknown as [{ sources: object; terms: object }];
        const alone = computedDeal({
          ...dossier,
          paths: [{ kind: 'bank-loan', id: 'impact-bond', sources: path.sources, terms: path.terms }],
        });
        const computed = computedDeal(dossier);
        expect(computed.sizing?.loan).toBe(alone.sizing?.loan);
        const cover = ({ figures, deal }: ComputedDeal) => figures.of(deal.cover.beforeTax).map(String);
        expect(cover(computed).slice(0, 10)).toEqual(cover(alone).slice(0, 10));
        // Column = bank loan + programme, to the cent, before the tax that the programme moves.
        const part = (name: string) => computed.measures.lines.get(`impact.parts.${name}`) as Line;
        expect(sum(computed, part('uses.beside')).toFixed(2)).toBe(
          sum(alone, alone.deal.operator.plan.totalUses).toFixed(2),
        );
        expect(sum(computed, part('uses.sum')).toFixed(2)).toBe(
          sum(computed, part('uses.beside'), part('uses.programme')).toFixed(2),
        );
      }),
      { numRuns: 10 },
    );
  });

  test('its four readings agree', IN_WHOLE, () => {
    fc.assert(
      fc.property(anyProgramme, (drawn) => {
        const computed = computedDeal(withProgramme(drawn));
        expect(disagreements(computed).slice(0, 5)).toEqual([]);
        expect(explanationsOff(computed, 61).slice(0, 5)).toEqual([]);
        const workbook = readAsWorkbook(computed.deal.setting.calculation, computed.figures, {
          readMe: ['Accord des lectures'],
          tables: allTables(computed),
          checks: new Map(),
          returns: [],
        });
        expect(compareWithEngine(workbook).differences.slice(0, 5)).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});
