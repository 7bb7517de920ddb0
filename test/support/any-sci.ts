import fc from 'fast-check';

/** Amounts from 0, in cents. */
export const money = (max: number) =>
  fc.integer({ min: 0, max: max * 100 }).map((cents) => (cents / 100).toFixed(2));
/** Fractions from 0, four decimals. */
export const rate = (max: number) =>
  fc.integer({ min: 0, max: Math.round(max * 10_000) }).map((points) => (points / 10_000).toFixed(4));

const anyShare = fc.oneof(fc.constantFrom('0', '0.95', '1'), rate(1));

/** A property company of any size, held by its operator from not at all to wholly. */
export const anyVehicle = fc.record({
  taxRegime: fc.constantFrom('IR', 'IS'),
  reducedCorporateTaxRate: fc.boolean(),
  capital: fc.oneof(fc.constantFrom('0.00', '100.00', '1000.00'), money(3_000_000)),
  operatorShare: anyShare,
  minimumCash: fc.constantFrom('0.00', '25000.00', '400000.00'),
  managementCostsYear: fc.constantFrom('0.00', '4000.00', '90000.00'),
  distributionShare: anyShare,
});

const conditions = {
  annualRate: rate(0.12),
  payments: fc.integer({ min: 1, max: 50 }),
  paymentsPerYear: fc.constantFrom(12, 4, 2, 1),
  repayment: fc.constantFrom('bullet', 'level-payment', 'level-principal'),
  interest: fc.constantFrom('paid', 'capitalised'),
};

const anyInstrument = fc.oneof(
  fc.record({
    kind: fc.constant('associate-account' as const),
    ...conditions,
    cappedDeduction: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('subordinated-loan' as const), ...conditions, resultShare: anyShare }),
  fc.record({
    kind: fc.constant('convertible-bond' as const),
    ...conditions,
    nonConversionPremiumRate: rate(0.1),
    conversion: fc.constantFrom('none', 'at-exit'),
    convertedShare: anyShare,
  }),
);

/** One convertible bond at most is converted. */
function oneConversion<T extends { kind: string; conversion?: string }>(instruments: readonly T[]): T[] {
  let converted = false;
  return instruments.map((terms) => {
    if (terms.conversion !== 'at-exit') return terms;
    if (converted) return { ...terms, conversion: 'none' };
    converted = true;
    return terms;
  });
}

/** What the investor brings beyond its capital, and how. */
export const anyTicket = fc.record({
  from: fc.constantFrom('investor', 'investor', 'owners', 'bank', 'fund'),
  beyond: fc.oneof(fc.constantFrom('0.00', '100.00'), money(2_000_000)),
  callMonth: fc.integer({ min: 0, max: 30 }),
  instruments: fc.array(anyInstrument, { maxLength: 3 }).map(oneConversion),
});

/** A lease of any terms. */
export const anyLease = fc.record({
  solve: fc.constantFrom('target-cover', 'none'),
  rentPerM2Year: fc.constantFrom('0.00', '0.01', '18.00', '48.00', '120.00', '220.00'),
  targetCover: fc.constantFrom('0', '1', '1.2', '1.85'),
  paymentsPerYear: fc.constantFrom(12, 4),
  inAdvance: fc.boolean(),
  rentFreeMonths: fc.constantFrom(0, 0, 1, 7, 12, 36),
  steps: fc.constantFrom<{ months: number; share: string }[]>(
    [],
    [{ months: 36, share: '0.6667' }],
    [
      { months: 5, share: '0' },
      { months: 13, share: '0.4' },
      { months: 120, share: '1' },
    ],
  ),
  depositMonths: fc.constantFrom(0, 1, 3, 12),
  rechargedChargesShare: anyShare,
  taxeFoncierePaidByTenant: fc.boolean(),
  vatOption: fc.boolean(),
  tenantVatShare: fc.option(anyShare, { nil: undefined }),
  managementFeeRate: rate(0.1),
  repairsEndowmentYear: fc.constantFrom('0.00', '8000.00', '60000.00'),
});

/** How the investor leaves; its year is a place between the first year allowed (0) and the horizon (1). */
export const anyExit = fc.record({
  year: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  method: fc.constantFrom('capitalisation', 'indexed-cost', 'nominal-indexed'),
  nominalIndexRate: rate(0.06),
  recognisedLatentTax: anyShare,
  discount: anyShare,
  operatorMinimumCash: fc.constantFrom('0.00', '100000.00', '5000000.00'),
  refinancingMaximumLoanToValue: fc.constantFrom(null, '0', '0.6', '1', '1'),
  refinancingMinimumCover: fc.constantFrom('0.5', '1', '1.2', '3'),
  refinancingAnnualRate: rate(0.09),
  refinancingYears: fc.integer({ min: 1, max: 25 }),
});

const lent = { amount: money(600_000), callMonth: fc.integer({ min: 0, max: 12 }) };

/** A source of the property company, or of the enterprise that rents: a company alone has no cash of its own. */
export function anySource(of: 'vehicle' | 'operator') {
  const from = fc.constantFrom('owners', 'investor', 'fund', 'bank');
  const associate = of === 'vehicle' ? fc.constantFrom('operator', 'operator', 'investor') : from;
  return fc.oneof(
    fc
      .record({
        kind: fc.constant('associate-account'),
        from: associate,
        ...lent,
        ...conditions,
        cappedDeduction: fc.boolean(),
      })
      // What the operator advances is not capitalised.
      .map((terms) => (terms.from === 'operator' ? { ...terms, interest: 'paid' } : terms)),
    fc.record({
      kind: fc.constant('subordinated-loan'),
      from,
      ...lent,
      ...conditions,
      resultShare: anyShare,
    }),
    fc.record({
      kind: fc.constant('convertible-bond'),
      from,
      ...lent,
      ...conditions,
      nonConversionPremiumRate: rate(0.1),
      conversion: fc.constantFrom('none', 'at-exit'),
      convertedShare: anyShare,
    }),
    fc.record({
      kind: fc.constant('avance-remboursable'),
      from: fc.constant('region'),
      ...lent,
      deferralMonths: fc.integer({ min: 0, max: 40 }),
    }),
    fc.record({
      kind: fc.constant('grant'),
      from: fc.constant('region'),
      amount: money(900_000),
      status: fc.constant('awarded'),
    }),
    fc.record({
      kind: fc.constant('interest-subsidy'),
      from: fc.constantFrom('region', 'owners'),
      points: rate(0.06),
      years: fc.integer({ min: 1, max: 30 }),
      duringWorks: fc.boolean(),
    }),
    ...(of === 'operator'
      ? [
          fc.record({
            kind: fc.constant('pret-d-honneur'),
            from: fc.constantFrom('region', 'bank'),
            ...lent,
            annualRate: fc.oneof(fc.constant('0'), rate(0.05)),
            deferralMonths: fc.integer({ min: 0, max: 36 }),
            payments: fc.integer({ min: 1, max: 120 }),
          }),
          fc.record({ kind: fc.constant('self-financing'), amount: money(250_000) }),
          fc.record({ kind: fc.constant('own-funds'), ...lent }),
        ]
      : []),
  );
}
