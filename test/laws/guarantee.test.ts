import fc from 'fast-check';
import { expect } from 'vitest';
import { anyDossier, computedDeal } from '../support/dossiers.ts';
import { testOften } from '../support/extent.ts';

/** Deals of all shapes whose loan is guaranteed, by all kinds of guarantors: every law must hold on each. */
const anyGuarantee = fc.record({
  kind: fc.constantFrom('france-active', 'bpifrance', 'siagi-socama', 'fund', 'local-authority'),
  mechanism: fc.constantFrom('perte-finale', 'echeances'),
  coverage: fc.integer({ min: 1, max: 330 }).map((value) => (value / 1000).toFixed(3)),
  amountCap: fc.option(
    fc.integer({ min: 0, max: 900_000 }).map((value) => `${value}.37`),
    { nil: null },
  ),
  feeKind: fc.constantFrom('none', 'flat', 'yearly'),
  feeRate: fc.integer({ min: 0, max: 300 }).map((value) => (value / 10_000).toFixed(4)),
  marginGain: fc.integer({ min: 0, max: 60 }).map((value) => (value / 10_000).toFixed(4)),
});

const anyRisk = fc.record({
  rating: fc.constantFrom('AAA', 'BB', 'B-'),
  annualDefaultProbability: fc.constantFrom('0', '0.02', '0.3'),
  recoveredShare: fc.integer({ min: 0, max: 100 }).map((value) => (value / 100).toFixed(2)),
  recoveryMonths: fc.integer({ min: 1, max: 60 }),
  yearsAfterOpening: fc.integer({ min: 0, max: 12 }),
});

testOften('laws hold on random deals whose loan is guaranteed', { quick: 5, whole: 30 }, (numRuns) => {
  fc.assert(
    fc.property(
      anyDossier,
      fc.array(anyGuarantee, { minLength: 1, maxLength: 3 }),
      anyRisk,
      (drawn, guarantees, { yearsAfterOpening, ...risk }) => {
        // biome-ignore lint/suspicious/noExplicitAny: the parts of a dossier are changed freely
        const dossier = structuredClone(drawn) as any;
        const [path] = dossier.paths;
        const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        const opening = month(dossier.project.opening) - month(dossier.signature);
        const side = 'public-aid';
        dossier.parties = [
          ...(dossier.parties ?? []),
          { id: 'garant', label: 'Garant', role: 'local-authority', side },
        ];
        // What guarantees take off a fixed rate leaves some of it.
        const gains = guarantees.reduce((sum, { marginGain }) => sum + Number(marginGain), 0);
        if (path.terms.rateIndex.length === 0 && Number(path.terms.annualRate) <= gains)
          path.terms.annualRate = (gains + 0.0001).toFixed(4);
        // Local authorities together guarantee half of a loan at most.
        const authorities = guarantees.filter(({ kind }) => kind === 'local-authority').length;
        Object.assign(path, {
          kind: 'guarantee',
          guarantees: guarantees.map((each, index) => ({
            ...each,
            id: `garantie-${index}`,
            from: 'garant',
            // Rich enough for its ratios, and of general interest: what is tested here is money.
            ...(each.kind === 'local-authority'
              ? {
                  realOperatingRevenue: '900000000.00',
                  generalInterest: true,
                  amountCap: null,
                  coverage: Math.max(0.001, Number(each.coverage) / authorities).toFixed(3),
                }
              : {}),
            ...(each.kind === 'france-active' ? { amountCap: '150000.00' } : {}),
          })),
          risk: { ...risk, stressedYear: Math.min(40, Math.ceil(opening / 12) + 1 + yearsAfterOpening) },
        });
        const computed = computedDeal(dossier);
        expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
        expect(computed.checks.some(({ id }) => id === 'guaranteed-default')).toBe(true);
        for (const { id, amount } of computed.deal.setting.ledger.transfers) {
          for (const value of computed.figures.of(amount)) {
            expect(value?.isNegative() && !value.isZero(), id).toBe(false);
            expect(value?.decimalPlaces() ?? 0, id).toBeLessThanOrEqual(2);
          }
        }
      },
    ),
    { numRuns },
  );
});
