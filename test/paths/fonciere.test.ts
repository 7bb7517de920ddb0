import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { Decimal, ZERO } from '../../src/formula/decimal.ts';
import type { Line } from '../../src/formula/operations.ts';
import { computedFonciere } from '../support/any-fonciere.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

const NA = 'fonciere-solidaire-nouvelle-aquitaine';
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a path
type Change = (path: any, dossier: any) => void;

function changed(change: Change) {
  const dossier = scenario(NA, 'fonciere');
  change(dossier.paths[0], dossier);
  return dossier;
}

function values({ figures, deal }: ComputedDeal, id: string): Decimal[] {
  return figures.of(deal.setting.calculation.line(id) as Line).map((value) => value ?? ZERO);
}

function once(computed: ComputedDeal, id: string): string {
  return values(computed, id)[0]?.toFixed(2) ?? 'none';
}

/** Month of June of a year, counted from February 2027. */
const june = (year: number) => (year - 2027) * 12 + 4;

describe('the rent of a foncière solidaire', () => {
  test('is the market rent less the discount', () => {
    const computed = computedDeal(changed((path) => Object.assign(path.lease, { marketDiscount: '0.40' })));
    // 85 × 1.018 × 0.6 × 2 000.
    expect(once(computed, 'lease.annual-rent')).toBe('103836.00');
  });

  test('is cut down to what the enterprise bears, charges and taxe foncière included', () => {
    const computed = computedDeal(
      changed((path) => Object.assign(path.lease, { marketDiscount: '0', affordabilityRatio: '0.05' })),
    );
    // 5 % of 2 400 000, less 10 000 of charges and 16 000 of taxe foncière.
    expect(once(computed, 'lease.annual-rent')).toBe('94000.00');
  });

  test('never falls below nothing when the enterprise can bear nothing', () => {
    const computed = computedDeal(
      changed((path) => Object.assign(path.lease, { affordabilityRatio: '0.005' })),
    );
    expect(once(computed, 'lease.annual-rent')).toBe('0.00');
  });

  test('rises by steps: half the first year, three quarters the second', () => {
    const rents = values(computedDeal(scenario(NA, 'fonciere')), 'lease.rent-of-month');
    // Entry into service in month 14; 129 795 / 12 = 10 816.25.
    expect(rents[14]?.toFixed(2)).toBe('5408.13');
    expect(rents[26]?.toFixed(2)).toBe('8258.21');
    expect(rents[38]?.toFixed(2)).toBe('11209.14');
  });

  test('solved for a cover: the smallest that holds it every tested year', () => {
    const computed = computedDeal(
      changed((path) => Object.assign(path.lease, { solve: 'target-cover', targetCover: '1.15' })),
    );
    expect(computed.rent?.isFound).toBe(true);
    expect(Number(computed.rent?.reached)).toBeGreaterThanOrEqual(0);
    expect(Number(computed.rent?.before?.reached)).toBeLessThan(0);
  });
});

describe('what is pooled', () => {
  test('pooled costs are borne by area, funds by area unless typed', () => {
    const { column, vehicle } = computedFonciere(
      changed((path) => Object.assign(path.vehicle, { siteShareOfFunds: null })),
    );
    // 2 000 m² of 2 000 + 2 × 1 200 + 1 800 + 500 = 6 700.
    expect(values(column, 'fonciere.share-of-area')[0]?.toFixed(10)).toBe('0.2985074627');
    // 560 000 × 2 000 / 6 700.
    expect(once(column, 'fonciere.members.1.here')).toBe('167164.18');
    // 60 000 × 1.018 × 2 000 / 6 700 / 12 in 2028, and the rest of the same month for the other sites.
    const month = 20;
    expect(values(column, 'fonciere.fees')[month]?.toFixed(2)).toBe('1519.40');
    expect(values(vehicle, 'fonciere.lots.pooled-costs')[month]?.toFixed(2)).toBe('3570.60');
  });

  test('what the enterprise subscribes goes whole to its site', () => {
    const computed = computedDeal(scenario(NA, 'fonciere'));
    expect(once(computed, 'fonciere.members.6.here')).toBe('20000.00');
    expect(once(computed, 'operator.use.members')).toBe('20000.00');
  });

  test('the vacancy fund takes a share of all rents and pays for what empty premises lose', () => {
    const { vehicle } = computedFonciere(scenario(NA, 'fonciere'));
    const at = 2033 - 2027;
    const [endowment, use, fund, vacancy] = [
      'vacancy-fund.endowment',
      'vacancy-fund.use',
      'vacancy-fund',
    ].map((name) => values(vehicle, `fonciere.${name}`)) as [
      Decimal[],
      Decimal[],
      Decimal[],
      Decimal[] | undefined,
    ];
    expect(vacancy).toBeUndefined();
    const before = fund[at - 1] ?? ZERO;
    expect(fund[at]?.toFixed(2)).toBe(
      before
        .plus(endowment[at] ?? 0)
        .minus(use[at] ?? 0)
        .toFixed(2),
    );
    expect(use[at]?.gt(0)).toBe(true);
  });
});

describe('shares and titles', () => {
  test('the relief of those who subscribe: 25 % of what households pay, by the State, the year after', () => {
    const computed = computedDeal(scenario(NA, 'fonciere'));
    const relief = values(computed, 'fonciere.members.4.relief');
    // 45 % of 560 000 paid in February 2027; 25 % of it in September 2028 (LF 2026).
    const september2028 = (2028 - 2027) * 12 + 7;
    expect(relief[september2028]?.toFixed(2)).toBe('63000.00');
    expect(relief.reduce((sum, value) => sum.plus(value), ZERO).toFixed(2)).toBe('63000.00');
    const transfer = computed.deal.setting.ledger.transfers.find(({ nature }) => nature === 'tax-relief');
    expect([transfer?.from, transfer?.to]).toEqual(['state-tax-relief', 'citizens']);
    expect(once(computed, 'measure.public-budget')).toBe('213000.00');
  });

  test('paid from 2028 on, the relief is at the rate of common law', () => {
    const computed = computedDeal(
      changed((_, dossier) => {
        for (const [place, field] of [
          [dossier, 'signature'],
          [dossier.project, 'worksStart'],
          [dossier.project, 'worksEnd'],
          [dossier.project, 'opening'],
        ] as const)
          place[field] = place[field].replace(/^\d{4}/, (year: string) => String(Number(year) + 1));
      }),
    );
    // 18 % of 252 000.
    expect(once(computed, 'measure.tax-relief')).toBe('45360.00');
  });

  test('the variable part of a title: a share of the profit, within a rate on at most 40 % of the nominal', () => {
    const computed = computedDeal(scenario(NA, 'fonciere'));
    const paid = values(computed, 'fonciere.source.titres.variable-part');
    const results = values(computed, 'fonciere.result');
    // 252 000 × 40 % × 5 % = 5 040 at most; one tenth of the profit of 2038, 22 215.83.
    expect(paid[june(2039)]?.toFixed(2)).toBe('2221.58');
    expect(results[2038 - 2027]?.toFixed(2)).toBe('22215.83');
    expect(paid.every((value) => value.lte('5040'))).toBe(true);
    expect(paid[june(2029)]?.toFixed(2)).toBe('0.00');
  });

  test('each lot pays the duties of its own department', () => {
    const dutiesIn = (department?: string) => {
      const { vehicle } = computedFonciere(
        changed((path) => {
          if (department === undefined) delete path.lots[0].department;
          else path.lots[0].department = department;
        }),
      );
      return once(vehicle, 'fonciere.lots.1.acquisition.droitsDeMutation');
    };
    // The Ain keeps 5.80665 %; elsewhere 6.3185 % until 31/03/2028 (LF 2025 art. 116). One site of the lot.
    const price = Number(scenario(NA, 'fonciere').paths[0].lots[0].price);
    expect(dutiesIn('01')).toBe((price * 0.0580665).toFixed(2));
    expect(dutiesIn('87')).toBe((price * 0.063185).toFixed(2));
    expect(dutiesIn()).toBe(dutiesIn('33'));
  });

  test('of the whole vehicle a title has its key of the profit once, however it is split between sites', () => {
    const { vehicle } = computedFonciere(scenario(NA, 'fonciere'));
    const result = values(vehicle, 'fonciere.result');
    const here = values(vehicle, 'fonciere.source.titres.variable-part');
    const elsewhere = values(vehicle, 'fonciere.source.titres.elsewhere.variable-part');
    // 560 000 × 40 % × 5 % = 11 200 at most for the whole issue.
    for (let year = 2029; year < 2038; year++) {
      const profit = Decimal.max(ZERO, result[year - 1 - 2027] ?? ZERO);
      const paid = (here[june(year)] ?? ZERO).plus(elsewhere[june(year)] ?? ZERO);
      const due = Decimal.min(profit.times('0.1'), 11_200);
      expect(paid.minus(due).abs().lte('0.01'), `${year}: ${paid.toFixed(2)} for ${due.toFixed(2)}`).toBe(
        true,
      );
    }
    expect(result.slice(0, 12).some((value) => value.gt(0))).toBe(true);
  });

  test('a share is paid back at nominal less its part of the losses', () => {
    const computed = computedDeal(scenario(NA, 'fonciere'));
    const nominal = values(computed, 'fonciere.redemption.nominal')[june(2035)];
    const paid = values(computed, 'fonciere.redemption.paid')[june(2035)];
    const worth = values(computed, 'fonciere.share-worth')[2034 - 2027] ?? ZERO;
    expect(nominal?.toFixed(2)).toBe('12600.00');
    expect(paid?.toFixed(2)).toBe(worth.times(12_600).toFixed(2));
    expect(paid?.lt(12_600)).toBe(true);
  });

  test('never below a quarter of the highest capital, however many ask', () => {
    const computed = computedDeal(
      changed((path) => {
        Object.assign(path.vehicle, { redemptionFromYear: 2, redemptionShareYear: '1' });
        for (const college of path.colleges) {
          if (college.category !== 'citizens' && college.category !== 'beneficiaries')
            college.amount = '1000.00';
        }
        path.colleges[3].amount = '2500000.00';
      }),
    );
    const capital = values(computed, 'fonciere.capital');
    const floor = capital.reduce((most, value) => Decimal.max(most, value), ZERO).div(4);
    const lowest = capital.reduce((least, value) => Decimal.min(least, value));
    expect(lowest.gte(floor)).toBe(true);
    const waiting = values(computed, 'fonciere.redemption.waiting');
    expect(waiting.at(-1)?.gt(0)).toBe(true);
  });

  test('a SAS of the ESS pays no share back: its capital is not reduced', () => {
    const computed = computedDeal(
      changed((path) => {
        path.vehicle.form = 'SAS-ESS';
        path.colleges = path.colleges.filter(
          ({ category }: { category: string }) => category !== 'authorities',
        );
        path.colleges[0].votes = '0.60';
        path.pooledSources = [];
      }),
    );
    expect(computed.deal.fonciere?.shares.redemption).toBeUndefined();
    expect(computed.deal.setting.ledger.transfers.some(({ nature }) => nature === 'share-redemption')).toBe(
      false,
    );
  });

  test('a SCIC that puts everything to its reserves pays no tax and no interest', () => {
    const computed = computedDeal(changed((path) => Object.assign(path.vehicle, { reserveShare: '1' })));
    const taxes = values(computed, 'fonciere.corporate-tax.charge');
    expect(taxes.every((tax) => tax.isZero())).toBe(true);
    expect(values(computed, 'fonciere.share-interest.decided').every((paid) => paid.isZero())).toBe(true);
  });

  test('interest never passes the cap of the law, whatever is wished', () => {
    const computed = computedDeal(
      changed((path) =>
        Object.assign(path.vehicle, { shareInterestRate: '0.20', shareInterestRateCap: '0.002' }),
      ),
    );
    const capital = values(computed, 'fonciere.capital');
    const interest = values(computed, 'fonciere.share-interest.decided');
    const year = 2048 - 2027;
    const closing = capital[computed.figures.timeline.years[year]?.lastMonth ?? 0] ?? ZERO;
    expect(interest[year]?.toFixed(2)).toBe(closing.times('0.002').toFixed(2));
  });
});

test('the walls are never sold: no exit, no price of shares, parts at nominal for who holds them', () => {
  const computed = computedDeal(scenario(NA, 'fonciere'));
  expect(computed.deal.exit).toBeUndefined();
  const natures = new Set(computed.deal.setting.ledger.transfers.map(({ nature }) => nature));
  for (const nature of ['share-purchase', 'refinancing-drawdown', 'buyout-capital'] as const)
    expect(natures.has(nature)).toBe(false);
  // Deposit of three months and 20 000 of parts.
  expect(once(computed, 'measure.value-kept-at-horizon')).toBe('52448.75');
});
