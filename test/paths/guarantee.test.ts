import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { choose, constant, isEqual, MONTH, NO_MONEY } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { onAnniversaries } from '../../src/instruments/guarantee-cost.ts';
import { loanLines } from '../../src/instruments/loan-lines.ts';
import { guaranteeGrantEquivalent } from '../../src/law/state-aid.ts';
import { SAFE_HARBOUR_PREMIUMS } from '../../src/law/state-aid-figures.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

const CASE = 'garantie-intercommunale';

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
type Change = (path: any, dossier: any) => void;

function changed(change: Change = () => {}, column = 'guarantee') {
  const dossier = scenario(CASE, column);
  change(dossier.paths[0], dossier);
  return dossier;
}

function deal(change?: Change, column?: string): ComputedDeal {
  return computedDeal(changed(change, column));
}

/** The first path, whether it has figures or not. */
function pathOf(change: Change, column?: string) {
  const computation = computeDossier(changed(change, column));
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const [path] = computation.value.paths;
  if (path === undefined) throw new Error('no path');
  return path;
}

function problems(change: Change, column?: string) {
  const computation = computeDossier(changed(change, column));
  return computation.ok ? [] : computation.problems;
}

const value = (computed: ComputedDeal, line: string) => computed.figures.of(line)[0]?.toFixed() ?? null;
const sum = (computed: ComputedDeal, line: string) =>
  computed.figures.of(line).reduce<Decimal>((total, each) => total.plus(each ?? 0), new Decimal(0));
const rule = (path: ReturnType<typeof pathOf>, id: string) => path.legality.find((item) => item.rule === id);

describe('ratios inside the deal, on its own schedule', () => {
  const computed = deal();
  const limits = 'guarantee.guarantee.epci.limits';

  test('are those of the calculator fed the same: 23.0 M€ and 3.0 M€ of room, less the new annuity', () => {
    expect(value(computed, 'guarantee.guarantees.first-annuity')).toBe('289138.17');
    expect(value(computed, `${limits}.guaranteedAnnuity`)).toBe('144569.09');
    expect(value(computed, `${limits}.galland1.value`)).toBe('7144569.09');
    expect(value(computed, `${limits}.galland1.headroom`)).toBe('22855430.91');
    expect(value(computed, `${limits}.galland2.limit`)).toBe('3000000');
    expect(value(computed, `${limits}.galland2.headroom`)).toBe('2855430.91');
    expect(value(computed, `${limits}.galland3.headroom`)).toBe('0');
    const room = new Decimal(value(computed, `${limits}.galland1.headroom`) ?? 0).plus('144569.09');
    expect(room.toFixed()).toBe('23000000');
  });

  test('follow the schedule: monthly instalments make another annuity, a deferral puts it later', () => {
    const monthly = deal((path) => Object.assign(path.terms, { payments: 240, paymentsPerYear: 12 }));
    expect(Number(value(monthly, 'guarantee.guarantees.first-annuity'))).toBe(
      (Math.round((4e6 * (0.038 / 12) * 100) / (1 - (1 + 0.038 / 12) ** -240)) / 100) * 12,
    );
    const deferred = deal((path) =>
      Object.assign(path.terms, { payments: 20, deferralKind: 'partial', deferralPayments: 2 }),
    );
    // Eighteen payments left of the whole loan: more than interest alone.
    expect(Number(value(deferred, 'guarantee.guarantees.first-annuity'))).toBeGreaterThan(300_000);
  });

  test('provisions are deducted from the first alone', () => {
    const provided = deal((path) => {
      path.guarantees[0].provisions = '400000.00';
    });
    expect(value(provided, `${limits}.galland1.value`)).toBe('6744569.09');
    expect(value(provided, `${limits}.galland2.value`)).toBe('144569.09');
  });
});

describe('mistake 6: ratios read carelessly', () => {
  test('a column whose ratio is broken has no figures, and names the largest lawful coverage', () => {
    const path = pathOf((way) => {
      Object.assign(way.guarantees[0], {
        realOperatingRevenue: '14200000.00',
        ownAnnuities: '6000000.00',
        guaranteedAnnuities: '1000000.00',
      });
    });
    // 7.1 M€ allowed, 7 M€ taken: 100 000 € of the annuity of 289 138.17 €, 34.58 % cut down.
    expect(path.verdict).toBe('impossible');
    expect(path.computed).toBeUndefined();
    expect(rule(path, 'guarantee.galland-1')).toMatchObject({ verdict: 'impossible', confidence: 'sourced' });
    expect(rule(path, 'guarantee.galland-1')?.article).toContain('L2252-1');
    expect(rule(path, 'guarantee.galland-1')?.remedy.replaceAll(/\s/g, ' ')).toContain('34,58 %');
    const lawful = pathOf((way) => {
      Object.assign(way.guarantees[0], { realOperatingRevenue: '14200000.00', coverage: '0.3458' });
    });
    expect(lawful.verdict).not.toBe('impossible');
  });

  test('the second ratio is a tenth of half of the revenue, by debtor', () => {
    const past = (debtor: string) =>
      pathOf((way) => {
        way.guarantees[0].debtorGuaranteedAnnuities = debtor;
      });
    // 3.0 M€ less 144 569.09 €; a tenth of the whole revenue would allow twice as much.
    expect(rule(past('2855430.91'), 'guarantee.galland-2')).toBeUndefined();
    expect(rule(past('2855430.92'), 'guarantee.galland-2')?.verdict).toBe('impossible');
  });

  test('the third ratio adds all authorities, and general interest lifts it', () => {
    const shared: Change = (way) => {
      way.guarantees[0].otherCoverage = '0.2';
    };
    expect(rule(pathOf(shared), 'guarantee.galland-3')?.remedy.replaceAll(/\s/g, ' ')).toContain('30,00 %');
    const two = pathOf((way, dossier) => {
      dossier.parties[1].side = 'public-aid';
      way.guarantees.push({
        ...way.guarantees[0],
        id: 'region',
        label: 'Région',
        from: 'region',
        coverage: '0.1',
      });
    });
    expect(rule(two, 'guarantee.galland-3')?.verdict).toBe('impossible');
    const lifted = pathOf((way) => {
      Object.assign(way.guarantees[0], { otherCoverage: '0.2', generalInterest: true });
    });
    expect(rule(lifted, 'guarantee.galland-3')).toBeUndefined();
    expect(rule(lifted, 'guarantee.general-interest')?.verdict).toBe('a-verifier');
  });

  test('another authority is named as a way out only where the third ratio leaves it room', () => {
    const remedy = (change: Change, id: string) => rule(pathOf(change), id)?.remedy ?? '';
    const third = remedy((way) => {
      way.guarantees[0].coverage = '0.6';
    }, 'guarantee.galland-3');
    expect(third).toContain('cherchez un autre garant');
    expect(third).not.toContain('autre collectivité');
    // The first ratio binds at 34.58 %: up to 50 % is left to others.
    const first = remedy((way) => {
      Object.assign(way.guarantees[0], { realOperatingRevenue: '14200000.00' });
    }, 'guarantee.galland-1');
    expect(first).toContain('ou une autre collectivité');
  });

  test('a commercial company is never of general interest: the ceiling stays, whatever is ticked', () => {
    for (const form of ['SAS', 'SAS-ESS']) {
      const path = pathOf((way, dossier) => {
        dossier.operator.form = form;
        Object.assign(way.guarantees[0], { coverage: '0.9', generalInterest: true });
      });
      expect(rule(path, 'guarantee.galland-3')?.verdict).toBe('impossible');
      expect(rule(path, 'guarantee.general-interest')?.reason).toContain('sans effet ici');
      expect(path.verdict).toBe('impossible');
    }
  });

  test.each(['rent', 'leasing', 'associate-account', 'cash-line'])(
    'a local authority that would guarantee a %s is refused, with the article, before any figure',
    (object) => {
      const path = pathOf((way) => {
        way.guarantees[0].object = object;
      });
      const found = rule(path, 'guarantee.object');
      expect(found?.verdict).toBe('impossible');
      expect(found?.article).toContain('L. 2252-1');
      expect(path.verdict).toBe('impossible');
    },
  );

  test('ratios that cannot be read are said to be, never passed', () => {
    const path = pathOf((way) => {
      way.guarantees[0].realOperatingRevenue = '0.00';
    });
    expect(rule(path, 'guarantee.accounts-missing')?.verdict).toBe('a-verifier');
    expect(rule(path, 'guarantee.galland')).toBeUndefined();
  });

  test('SCI and operator are two debtors, one risk', () => {
    const path = pathOf(() => {}, 'sci');
    expect(rule(path, 'guarantee.two-debtors')?.reason).toContain('deux débiteurs');
  });
});

describe('mistake 7: the aid is neither the amount guaranteed nor nothing', () => {
  test.each([
    ['B', '129390.23'],
    ['BB', '68100.12'],
    ['BBB', '27240.05'],
  ] as const)(
    '1 M€ over 15 yearly parts, half guaranteed free, %s: %s, on the schedule of the loan',
    (rating, expected) => {
      const calculation = new Calculation(createTimeline('2027-01-01', 15 * 12 + 1));
      const loan = loanLines(calculation, 'loan', {
        drawn: calculation.monthly(
          'drawn',
          'Tirage',
          choose(isEqual(MONTH, constant(0, 'months')), constant('1000000', 'money'), NO_MONEY),
        ),
        annualRate: constant('0.03', 'ratio/years'),
        rateConvention: 'proportional',
        endOfMobilisation: constant(0, 'months'),
        payments: constant(15, 'count'),
        paymentsPerYear: 1,
        repayment: 'level-principal',
      });
      const aid = guaranteeGrantEquivalent(calculation, 'aid', {
        outstanding: onAnniversaries(calculation, 'owed', 'Dû', loan.closing),
        coverage: constant('0.5', 'ratio'),
        safeHarbourPremium: constant(SAFE_HARBOUR_PREMIUMS[rating].value, 'ratio/years'),
        paidPremium: constant(0, 'ratio/years'),
        discountRate: constant('0.037', 'ratio/years'),
      });
      // A part of 66 666.67 € is a third of a cent above the fifteenth that the worked value counts.
      const found = readExactly(calculation).of(aid)[0];
      expect(found?.minus(expected).abs().toNumber()).toBeLessThan(0.02);
    },
  );

  test('of the case: less than the amount guaranteed, more than nothing; a dearer rating costs more', () => {
    const of = (rating: string) =>
      Number(
        value(
          deal((way) => {
            way.risk.rating = rating;
          }),
          'guarantee.guarantee.epci.aid.grantEquivalent',
        ),
      );
    expect(of('BB')).toBeGreaterThan(0);
    expect(of('BB')).toBeLessThan(2_000_000);
    expect(of('B')).toBeGreaterThan(of('BB'));
    // The same schedule, twice the premium less nothing: in proportion.
    expect(of('B') / of('BB')).toBeCloseTo(1.9, 6);
  });

  test('a fee paid is taken off the aid, once or each year', () => {
    const free = Number(value(deal(), 'guarantee.guarantee.epci.aid.grantEquivalent'));
    const flat = deal((way) => Object.assign(way.guarantees[0], { feeKind: 'flat', feeRate: '0.01' }));
    expect(Number(value(flat, 'guarantee.guarantee.epci.aid.grantEquivalent'))).toBeCloseTo(free - 20_000, 2);
    const yearly = deal((way) => Object.assign(way.guarantees[0], { feeKind: 'yearly', feeRate: '0.01' }));
    expect(Number(value(yearly, 'guarantee.guarantee.epci.aid.grantEquivalent'))).toBeCloseTo(free / 2, 1);
    const market = deal((way) => Object.assign(way.guarantees[0], { feeKind: 'yearly', feeRate: '0.02' }));
    expect(value(market, 'guarantee.guarantee.epci.aid.grantEquivalent')).toBe('0');
  });

  test('is ready for a register of aids: who pays, who receives, what is committed, what it is worth', () => {
    const computed = deal();
    const [aid, ...others] = computed.deal.guarantees?.aids ?? [];
    expect(others).toEqual([]);
    expect(aid).toMatchObject({ id: 'guarantee.epci', payer: 'epci', beneficiary: 'operator' });
    expect(value(computed, aid?.nominal.id ?? '')).toBe('2000000');
    expect(value(computed, aid?.grantEquivalent.id ?? '')).toBe(
      value(computed, 'guarantee.guarantee.epci.aid.grantEquivalent'),
    );
  });
});

describe('what a guarantee costs and brings', () => {
  test('its gain of rate is that of the loan; the same loan without it bears more interest', () => {
    const computed = deal();
    expect(value(computed, 'guarantee.loan.guaranteed-rate')).toBe('0.038');
    const alone = computedDeal(scenario(CASE, 'bank-loan'));
    const saved = sum(alone, 'bank-loan.loan.interest').minus(sum(computed, 'guarantee.loan.interest'));
    expect(saved.gt(100_000)).toBe(true);
    const covers = [alone, computed].map(
      (each) => each.figures.of(each.deal.cover.average)[0]?.toNumber() ?? 0,
    );
    expect(covers[1]).toBeGreaterThan(covers[0] ?? 0);
  });

  test('a gain never makes an indexed rate negative, and never takes a whole fixed rate', () => {
    const computed = deal((way) => {
      Object.assign(way.terms, {
        annualRate: '0',
        rateIndex: [
          { from: '2027-01-01', annualRate: '0.002' },
          { from: '2030-01-01', annualRate: '0.01' },
        ],
      });
    });
    const rates = computed.figures.of('guarantee.loan.guaranteed-rate').map((each) => each?.toFixed());
    expect([rates[12], rates[60]]).toEqual(['0', '0.007']);
    const fixed = (annualRate: string, marginGain = '0.003') =>
      problems((way) => {
        way.terms.annualRate = annualRate;
        way.guarantees[0].marginGain = marginGain;
      });
    expect(fixed('0.0031')).toEqual([]);
    expect(fixed('0', '0')).toEqual([]);
    for (const annualRate of ['0.003', '0.002']) {
      const [found, ...others] = fixed(annualRate);
      expect(others).toEqual([]);
      expect(found?.path).toBe('paths[0].guarantees[0].marginGain');
      expect(found?.message).toMatch(/(atteint|dépasse) le taux du prêt .* : réduisez-la/);
    }
  });

  test('gains of several guarantees count together; beyond one point, the offer of the bank must say so', () => {
    const gains =
      (...each: string[]): Change =>
      (way, dossier) => {
        dossier.parties.push({ id: 'fonds', label: 'Fonds', role: 'guarantor', side: 'private' });
        way.guarantees[0].marginGain = each[0];
        way.guarantees.push({ kind: 'fund', from: 'fonds', coverage: '0.1', marginGain: each[1] });
      };
    const [found] = problems(gains('0.03', '0.02'));
    expect(found?.path).toBe('paths[0].guarantees[1].marginGain');
    expect(found?.message).toContain('toutes garanties ensemble');
    expect(rule(pathOf(gains('0.006', '0.004')), 'guarantee.margin-gain')).toBeUndefined();
    const told = rule(pathOf(gains('0.006', '0.005')), 'guarantee.margin-gain');
    expect(told).toMatchObject({ verdict: 'a-verifier', confidence: 'uncertain' });
    expect(told?.remedy).toContain('l’offre de la banque');
  });

  test('a flat fee is a use of the plan, paid to the guarantor at signature', () => {
    const computed = deal((way) => Object.assign(way.guarantees[0], { feeKind: 'flat', feeRate: '0.025' }));
    expect(value(computed, 'guarantee.use.guarantee-fee.epci')).toBe('50000');
    const received = computed.figures.of('party.epci.net');
    expect(received[0]?.toFixed()).toBe('50000');
    expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  test('a yearly fee is a charge of the guaranteed balance, in the annuities', () => {
    const computed = deal((way) => Object.assign(way.guarantees[0], { feeKind: 'yearly', feeRate: '0.01' }));
    const received = computed.figures
      .of('party.epci.net')
      .flatMap((each, month) => (each?.isZero() === false ? [[month, each.toFixed(2)] as const] : []));
    // In the month after entry into service (month 11), and each year after: 1 % of half of what is owed.
    expect(received[0]).toEqual([12, '20000.00']);
    expect(received[1]?.[0]).toBe(24);
    expect(received).toHaveLength(20);
    const cover = (each: ComputedDeal) => each.figures.of(each.deal.cover.average)[0]?.toNumber() ?? 0;
    expect(cover(computed)).toBeLessThan(cover(deal()));
    expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  test('a cap bounds the amount guaranteed, the expected loss and what is called', () => {
    const capped =
      (amountCap: string | null): Change =>
      (way, dossier) => {
        dossier.parties.push({ id: 'fonds', label: 'Fonds', role: 'guarantor', side: 'private' });
        way.guarantees = [
          { kind: 'fund', from: 'fonds', coverage: '0.5', amountCap, replacesPersonalSurety: true },
        ];
      };
    const computed = deal(capped('200000.00'));
    expect(value(computed, 'guarantee.guarantee.fund.guaranteed')).toBe('200000');
    expect(Number(value(computed, 'guarantee.guarantee.fund.default-net'))).toBeLessThanOrEqual(200_000);
    expect(Number(value(computed, 'guarantee.guarantees.expected-loss'))).toBeLessThan(
      Number(value(deal(capped(null)), 'guarantee.guarantees.expected-loss')),
    );
    // 200 000 € of a loan of 4 M€: a twentieth replaces the surety, not half.
    const surety = pathOf(capped('200000.00')).keyFigures.founder.find(({ id }) => id === 'personal-surety');
    expect(surety?.value?.replaceAll(/\s/g, ' ')).toContain('remplacée à hauteur de 5,00 % du prêt');
  });

  test('expected loss is no transfer: the guarantor of a free guarantee moves no money', () => {
    const computed = deal();
    expect(computed.deal.partyFlows.has('epci')).toBe(false);
    expect(computed.figures.of('guarantee.guarantees.expected-loss')[0]?.gt(100_000)).toBe(true);
  });

  test('personal surety: said for every column that borrows, never as a fact', () => {
    const surety = (column: string, change?: Change) =>
      pathOf(change ?? (() => {}), column).keyFigures.founder.find(({ id }) => id === 'personal-surety')
        ?.value;
    expect(surety('bank-loan')).toBe('à négocier : aucune garantie ne la remplace');
    expect(surety('guarantee')).toMatch(/^remplacée à hauteur de 50,00.% du prêt, si la banque le confirme$/);
    expect(surety('sci')).toContain('à négocier sur celui de l’exploitant');
    expect(
      surety('guarantee', (way) => {
        way.guarantees[0].replacesPersonalSurety = false;
      }),
    ).toBe('à négocier : la garantie ne la remplace pas');
  });
});

describe('other guarantors', () => {
  const other =
    (terms: object): Change =>
    (way, dossier) => {
      dossier.parties.push({ id: 'other', label: 'Autre garant', role: 'guarantor', side: 'public-market' });
      way.guarantees = [{ id: 'other', from: 'other', ...terms }];
    };

  test('have their own mechanism, fee and limits', () => {
    const computed = deal(other({ kind: 'france-active', amountCap: '200000.00' }));
    expect(computed.deal.guarantees?.list[0]?.terms).toMatchObject({
      mechanism: 'perte-finale',
      feeKind: 'flat',
    });
    // 2.5 % of 200 000 €.
    expect(value(computed, 'guarantee.guarantee.other.flat-fee')).toBe('5000');
    expect(computed.deal.guarantees?.list[0]?.limits).toBeUndefined();
    expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  test.each([
    [
      { kind: 'france-active', amountCap: '200000.00', coverage: '0.7' },
      'guarantor.france-active-coverage',
      'impossible',
    ],
    [
      { kind: 'france-active', amountCap: '200000.00', coverage: '0.6' },
      'guarantor.france-active-coverage-creation',
      'a-verifier',
    ],
    [{ kind: 'france-active', amountCap: '200000.01' }, 'guarantor.france-active-amount', 'impossible'],
    [{ kind: 'france-active' }, 'guarantor.france-active-amount', 'a-verifier'],
    [{ kind: 'france-active', amountCap: '200000.00' }, 'guarantor.france-active-months', 'a-verifier'],
    [{ kind: 'fgie', coverage: '0.76' }, 'guarantor.fgie-bank-risk', 'impossible'],
    [{ kind: 'sofiscop', coverage: '0.51' }, 'guarantor.sofiscop-coverage', 'impossible'],
    [{ kind: 'bpifrance', coverage: '0.75' }, 'guarantor.bpifrance-coverage', 'a-verifier'],
    [{ kind: 'siagi-socama', coverage: '0.9' }, 'guarantor.mutual-coverage', 'a-verifier'],
    [{ kind: 'fund', coverage: '0.85' }, 'guarantee.coverage-eu', 'a-verifier'],
  ])('%o: %s is %s', (terms, id, verdict) => {
    const path = pathOf(other(terms));
    expect(rule(path, id)?.verdict).toBe(verdict);
    expect(rule(path, id)?.remedy.length).toBeGreaterThan(10);
    // A limit that was not read in a text never refuses alone.
    const found = rule(path, id);
    if (found?.confidence !== 'sourced') expect(found?.verdict).not.toBe('impossible');
  });

  test('two mechanisms on the loan of a property company: the loss is still borne, all of it', () => {
    const computed = deal((way, dossier) => {
      dossier.parties.push({ id: 'other', label: 'Fonds', role: 'guarantor', side: 'private' });
      way.guarantees.push({
        kind: 'fund',
        id: 'other',
        from: 'other',
        coverage: '0.2',
        feeKind: 'yearly',
        feeRate: '0.006',
      });
    }, 'sci');
    expect(computed.checks.find(({ id }) => id === 'guaranteed-default')).toMatchObject({ holds: true });
    expect(computed.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(computed.deal.guarantees?.aids.map(({ payer }) => payer)).toEqual(['epci']);
  });
});

describe('what a dossier may not say', () => {
  test('a way of guarantee without guarantee', () => {
    const found = problems((way) => {
      way.guarantees = [];
    });
    expect(found).toEqual([
      expect.objectContaining({
        path: 'paths[0].guarantees',
        message: expect.stringContaining('ajoutez-en une'),
      }),
    ]);
  });

  test('a guarantee of nothing, or a capped one of a local authority', () => {
    const found = (terms: object) =>
      problems((way, dossier) => {
        dossier.parties.push({ id: 'fonds', label: 'Fonds', role: 'guarantor', side: 'private' });
        Object.assign(way.guarantees[0], terms);
      });
    expect(found({ amountCap: '500000.00' })).toEqual([
      {
        path: 'paths[0].guarantees[0].amountCap',
        message: expect.stringMatching(
          /garantit une part du prêt.*laissez ce plafond vide et baissez la quotité/,
        ),
      },
    ]);
    expect(found({ coverage: '0' })).toEqual([
      {
        path: 'paths[0].guarantees[0].coverage',
        message: expect.stringMatching(/rien n’est garanti.*quotité au-dessus de 0, ou retirez/),
      },
    ]);
    const fund = problems((way, dossier) => {
      dossier.parties.push({ id: 'fonds', label: 'Fonds', role: 'guarantor', side: 'private' });
      way.guarantees = [{ kind: 'fund', from: 'fonds', coverage: '0.5', amountCap: '0.00' }];
    });
    expect(fund).toEqual([
      {
        path: 'paths[0].guarantees[0].amountCap',
        message: expect.stringMatching(/rien n’est garanti.*retirez cette garantie/),
      },
    ]);
  });

  test('the same id twice, an unknown guarantor, a default before the loan is drawn', () => {
    const found = problems((way) => {
      way.guarantees.push({ ...way.guarantees[0], from: 'nobody' });
      way.risk.stressedYear = 1;
    });
    expect(found.map(({ path }) => path)).toEqual([
      'paths[0].guarantees[1].id',
      'paths[0].guarantees[1].from',
      'paths[0].risk.stressedYear',
    ]);
  });

  test('more than the whole loan, or a lender that guarantees itself, is impossible and shows no figures', () => {
    const twice = pathOf((way) => {
      way.guarantees.push({ ...way.guarantees[0], id: 'second', coverage: '0.6' });
    });
    expect(rule(twice, 'guarantee.total-coverage')?.verdict).toBe('impossible');
    expect(twice.computed).toBeUndefined();
    const itself = pathOf((way) => {
      way.guarantees[0].from = 'bank';
    });
    expect(rule(itself, 'guarantee.same-as-lender')?.verdict).toBe('impossible');
  });
});
