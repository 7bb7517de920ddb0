import fc from 'fast-check';
import { Decimal } from '../../src/formula/decimal.ts';
import type { Json } from '../../src/input/description.ts';
import { EXAMPLE_DOSSIER } from '../../src/web/api/example-dossier.ts';

const money = (max: number) =>
  fc.integer({ min: 0, max: max * 100 }).map((cents) => (cents / 100).toFixed(2));
const share = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((part) => (part / 100).toFixed(2));
const count = (max: number) => fc.integer({ min: 0, max });

const anyIndicator = fc
  .record({
    pricing: fc.constantFrom('linear', 'tier', 'binary'),
    levels: fc.tuple(count(200), count(200), count(200)),
    payments: fc.tuple(money(300_000), money(300_000), money(300_000)),
    unitPrice: fc.integer({ min: 1, max: 900_000 }).map((cents) => (cents / 100).toFixed(2)),
    weight: share(1),
  })
  .map(({ pricing, levels, payments, unitPrice, weight }) => {
    const [threshold, target, ceiling] = levels.toSorted((one, other) => one - other).map(String);
    const [low, middle, high] = payments.toSorted((one, other) => Number(one) - Number(other));
    return {
      pricing,
      threshold,
      target,
      ceiling,
      weight,
      unitPrice,
      paymentAtThreshold: low,
      // A scale that pays nothing at its target is refused.
      paymentAtTarget: Number(middle) === 0 ? '0.01' : middle,
      paymentAtCeiling: Number(high) === 0 ? '0.01' : high,
    };
  })
  .map((indicator) => ({
    ...indicator,
    paymentAtThreshold:
      Number(indicator.paymentAtThreshold) > Number(indicator.paymentAtTarget)
        ? '0.00'
        : indicator.paymentAtThreshold,
  }));

/** Programmes of all shapes that the form allows, whose tranches pay for them, with the path that runs them. */
export const anyProgramme: fc.Arbitrary<{ readonly programme: Json; readonly path: Json }> = fc
  .record({
    indicators: fc.array(anyIndicator, { minLength: 1, maxLength: 3 }),
    months: fc.uniqueArray(fc.integer({ min: 4, max: 96 }), { minLength: 1, maxLength: 3 }),
    results: fc.array(fc.tuple(count(250), count(250), count(250)), { minLength: 9, maxLength: 9 }),
    expenses: fc.array(
      fc.record({
        amount: money(400_000),
        firstMonth: fc.integer({ min: 0, max: 30 }),
        months: fc.integer({ min: 1, max: 40 }),
        pays: fc.constantFrom('staff', 'suppliers'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    trancheMonths: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
    lateTranche: fc.boolean(),
    structuringShare: share(0.1),
    evaluationShare: share(0.1),
    surplus: money(50_000),
    cap: money(1_200_000),
    premiumRateCap: fc.constantFrom(null, '0', '0.03', '0.05', '0.12'),
    outcome: fc.constantFrom('failure', 'expected', 'success'),
    circuit: fc.constantFrom('direct', 'vehicle'),
    drawings: fc.constantFrom('scheduled', 'once'),
    paymentDelayMonths: fc.constantFrom(0, 0, 5),
  })
  .map((drawn) => {
    const months = drawn.months.toSorted((one, other) => one - other);
    const spent = drawn.expenses.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
    const rest = new Decimal(1).minus(drawn.structuringShare).minus(drawn.evaluationShare);
    // Rounded up to the euro, so that the shares of structurer and evaluator are covered too.
    const invested = spent.div(rest).ceil().plus(drawn.surplus).plus(1);
    const all = drawn.weights.reduce((sum, weight) => sum + weight, 0);
    let before = new Decimal(0);
    let upTo = 0;
    const tranches = drawn.weights.map((weight, index) => {
      upTo += weight;
      const reached = invested.times(upTo).div(all).toDecimalPlaces(2);
      const amount = reached.minus(before);
      before = reached;
      const isLate = drawn.lateTranche && index > 0 && index === drawn.weights.length - 1;
      return {
        id: `tranche-${index}`,
        label: `Tranche ${index}`,
        from: index % 2 === 0 ? 'investor' : 'bank',
        amount: amount.toFixed(2),
        month: isLate ? (months.at(-1) ?? 0) : (drawn.trancheMonths[index] ?? 0),
      };
    });
    const programme = {
      cap: drawn.cap,
      structuringShare: drawn.structuringShare,
      evaluationShare: drawn.evaluationShare,
      premiumRateCap: drawn.premiumRateCap,
      expenses: drawn.expenses.map((expense, index) => ({
        id: `depense-${index}`,
        label: `Dépense ${index}`,
        ...expense,
      })),
      tranches,
      indicators: drawn.indicators.map((indicator, index) => ({
        id: `indicateur-${index}`,
        label: `Indicateur ${index}`,
        ...indicator,
      })),
      measurements: months.map((month, index) => ({
        id: `mesure-${index}`,
        label: `Mesure ${index}`,
        month,
        results: drawn.indicators.map((_, rank) => {
          const three = drawn.results[(index * 3 + rank) % 9] ?? [0, 0, 0];
          const [failure, expected, success] = three.toSorted((one, other) => one - other).map(String);
          return { indicator: `indicateur-${rank}`, failure, expected, success };
        }),
      })),
    };
    const { outcome, circuit, drawings, paymentDelayMonths } = drawn;
    return {
      programme: programme as unknown as Json,
      path: { kind: 'impact-bond', outcome, circuit, drawings, paymentDelayMonths } as Json,
    };
  });

/** The shortest dossier with this programme, with its site or without. */
export function withProgramme(
  { programme, path }: { readonly programme: Json; readonly path: Json },
  terms: { readonly site?: boolean; readonly path?: object } = {},
) {
  const [loan] = EXAMPLE_DOSSIER.paths as readonly { readonly sources: Json; readonly terms: Json }[];
  return {
    ...EXAMPLE_DOSSIER,
    ...(terms.site === true
      ? {}
      : {
          site: null,
          project: {
            opening: EXAMPLE_DOSSIER.signature,
            worksStart: EXAMPLE_DOSSIER.signature,
            worksEnd: EXAMPLE_DOSSIER.signature,
          },
        }),
    horizonYears: 10,
    programme,
    paths: [
      {
        ...(path as object),
        ...(terms.site === true ? { sources: loan?.sources, terms: loan?.terms } : {}),
        ...terms.path,
      },
    ],
  };
}
