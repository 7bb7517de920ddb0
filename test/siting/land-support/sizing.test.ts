import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../../src/analysis/computation.ts';
import { resolveDossier } from '../../../src/dossier/resolution.ts';
import { Decimal } from '../../../src/formula/decimal.ts';
import { openBasePath } from '../../../src/siting/land-support/base-path.ts';
import { draftOf } from '../../../src/siting/land-support/draft.ts';
import { type LandSupport, sizeLandSupport } from '../../../src/siting/land-support/land-support.ts';
import { readAll } from '../../../src/siting/land-support/read-support.ts';
import { withLevels } from '../../../src/siting/land-support/sized-form.ts';
import { ceilingOf } from '../../../src/siting/land-support/support-ceiling.ts';
import type { OpenForm, SupportFormId } from '../../../src/siting/land-support/support-form.ts';
import { sizeDraft, trialOf } from '../../../src/siting/land-support/support-trial.ts';
import { takeSupport } from '../../../src/siting/land-support/taken-support.ts';
import type { SupportTargets } from '../../../src/siting/land-support/targets.ts';
import { shippedScenario } from '../../support/dossiers.ts';
import { IN_WHOLE, testOften } from '../../support/extent.ts';
import { smallSupported } from '../../support/small-support.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
type AnyDossier = any;

const NO_TARGET: SupportTargets = {
  occupancyCost: undefined,
  minimumCover: undefined,
  investorIrr: undefined,
};

function resolved(dossier: AnyDossier) {
  const read = resolveDossier(dossier);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function sized(
  dossier: AnyDossier,
  index: number,
  targets: SupportTargets,
  forms?: readonly SupportFormId[],
) {
  const found = sizeLandSupport(resolved(dossier), index, targets, forms);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

/** What the path reaches without support: targets are drawn a little beyond. */
function reachedBy(dossier: AnyDossier, index: number) {
  const base = openBasePath(resolved(dossier), index, NO_TARGET);
  if (!base.ok) throw new Error(JSON.stringify(base.problems));
  return base.value.reached;
}

/** What a level reaches, all of it sized and read anew, nothing held from the path without support. */
function heldAt(support: LandSupport, open: OpenForm, level: Decimal, targets: SupportTargets): boolean {
  const draft = withLevels(support.base.draft, [{ open, level }]);
  const whole = sizeDraft(draft, support.base.pathIndex);
  return whole !== undefined && trialOf(whole, targets).holds;
}

/** All that must hold of a support that was sized. */
function checkSizing(support: LandSupport, targets: SupportTargets): void {
  for (const { form, open, answer } of support.forms) {
    if (answer.status === 'insufficient' && open !== undefined)
      expect(heldAt(support, open, open.greatest, targets), `${form.id} at its greatest`).toBe(false);
    if (answer.status !== 'found' || open === undefined) continue;
    expect(heldAt(support, open, answer.level, targets), `${form.id} ${answer.level.toFixed()}`).toBe(true);
    expect(answer.results.every(({ isMet }) => isMet)).toBe(true);
    expect(heldAt(support, open, answer.stepLess.level, targets), `${form.id}, a step less`).toBe(false);
    expect(answer.stepLess.missed.length).toBeGreaterThan(0);
    const step = answer.level.minus(answer.stepLess.level);
    expect(step.gt(0) && step.lte(form.step), `${form.id} step ${step.toFixed()}`).toBe(true);
    // The budget is what was paid, to the cent, whatever its sections.
    const budget = answer.budget.reduce(
      (sum, { operating, investment }) => sum.plus(operating).plus(investment),
      new Decimal(0),
    );
    expect(budget.toFixed(2)).toBe(answer.paid.toFixed(2));
    if (form.id === 'investment-grant') expect(budget.toFixed(2)).toBe(answer.level.toFixed(2));
    // Never above the ceiling without saying so, and the lawful level is under it.
    if (answer.ceiling !== undefined) {
      const isAbove = answer.ceiling.total.gt(answer.ceiling.amount);
      expect(answer.ceiling.isAbove).toBe(isAbove);
      expect(answer.lawfulLevel !== undefined).toBe(isAbove);
      if (answer.lawfulLevel?.gt(0) === true) {
        const draft = withLevels(support.base.draft, [{ open, level: answer.lawfulLevel }]);
        const lawful = sizeDraft(draft, support.base.pathIndex);
        expect(lawful && ceilingOf(readAll(lawful))?.isAbove).toBe(false);
      }
    }
  }
  for (const { parts, presentCost } of support.mixes.mixes) {
    expect(parts[0].presentCost.plus(parts[1].presentCost).eq(presentCost)).toBe(true);
    const levels = parts.flatMap(({ form, level }) => {
      const open = support.forms.find((sizedForm) => sizedForm.form === form)?.open;
      return open === undefined ? [] : [{ open, level }];
    });
    const whole = sizeDraft(withLevels(support.base.draft, levels), support.base.pathIndex);
    expect(whole !== undefined && trialOf(whole, targets).holds).toBe(true);
  }
}

const LEVELS = { found: 0, 'not-needed': -1, insufficient: 1, 'not-open': 2 } as const;

/** A harder target never needs less of any form. */
function checkMonotone(easy: LandSupport, hard: LandSupport): void {
  for (const { form, answer } of easy.forms) {
    const other = hard.forms.find((one) => one.form === form)?.answer;
    if (other === undefined) throw new Error(form.id);
    if (answer.status === 'found' && other.status === 'found')
      expect(
        other.level.gte(answer.level),
        `${form.id} ${answer.level.toFixed()} ${other.level.toFixed()}`,
      ).toBe(true);
    else expect(LEVELS[other.status]).toBeGreaterThanOrEqual(LEVELS[answer.status]);
  }
}

const anySmall = fc.record({
  price: fc.integer({ min: 3000, max: 20000 }).map((hundreds) => `${hundreds * 100}.00`),
  rate: fc.constantFrom('0', '0.02', '0.041', '0.0635'),
  payments: fc.integer({ min: 8, max: 25 }),
  zone: fc.constantFrom('none', 'c'),
  publicSeller: fc.boolean(),
  // A little beyond what is reached without support.
  beyond: fc.integer({ min: 1, max: 30 }),
  harder: fc.integer({ min: 1, max: 20 }),
});

function drawn({
  price,
  rate,
  payments,
  zone,
  publicSeller,
}: {
  readonly price: string;
  readonly rate: string;
  readonly payments: number;
  readonly zone: string;
  readonly publicSeller: boolean;
}): AnyDossier {
  const dossier = smallSupported();
  dossier.site.price = price;
  Object.assign(dossier.paths[0].terms, { annualRate: rate, payments, repayment: 'level-payment' });
  dossier.stateAid = { afrZone: zone, initialInvestment: 'same-activity' };
  if (publicSeller)
    dossier.parties = [
      { id: 'land-owner', label: 'Commune', role: 'local-authority', side: 'public-aid' },
      { id: 'metropole', label: 'Métropole', role: 'local-authority', side: 'public-aid' },
    ];
  return dossier;
}

describe('the smallest support of each form', () => {
  testOften(
    'meets every target, one step less misses one, a harder target needs no less',
    { quick: 1, whole: 12 },
    (numRuns) => {
      fc.assert(
        fc.property(anySmall, (draw) => {
          const dossier = drawn(draw);
          const { occupancyCost, minimumCover } = reachedBy(dossier, 0);
          const targetsAt = (percent: number): SupportTargets => ({
            ...NO_TARGET,
            occupancyCost: occupancyCost
              ?.times(100 - percent)
              .div(100)
              .toDecimalPlaces(2),
            minimumCover: minimumCover
              ?.times(100 + percent)
              .div(100)
              .toDecimalPlaces(2),
          });
          // Mixes are sized by the whole extent only: one form alone has none.
          const forms: readonly SupportFormId[] =
            numRuns === 1 ? ['investment-grant'] : ['land-discount', 'investment-grant', 'interest-subsidy'];
          const easy = sized(dossier, 0, targetsAt(draw.beyond), forms);
          checkSizing(easy, targetsAt(draw.beyond));
          const harder = draw.beyond + draw.harder;
          checkMonotone(easy, sized(dossier, 0, targetsAt(harder), forms));
        }),
        { numRuns, seed: 20261122 },
      );
    },
  );

  test('in every path of the case with a site, with a rent given where a company lets', {
    ...IN_WHOLE,
    timeout: 900_000,
  }, () => {
    const dossier = shippedScenario('sci-envie-soleil');
    for (const [index, { kind }] of dossier.paths.entries()) {
      const { occupancyCost, minimumCover, hasInvestor } = reachedBy(dossier, index);
      const targets: SupportTargets = {
        occupancyCost: occupancyCost?.times('0.95').toDecimalPlaces(2),
        minimumCover: minimumCover?.times('1.02').toDecimalPlaces(2),
        investorIrr: hasInvestor && kind === 'sci' ? new Decimal('0.04') : undefined,
      };
      const support = sized(dossier, index, targets);
      checkSizing(support, targets);
      expect(support.base.trial.holds).toBe(false);
      // The rent is the greatest that keeps the occupancy cost within its target.
      const rent = support.base.rent;
      if (rent !== undefined) expect(rent.occupancy?.lte(targets.occupancyCost as Decimal)).toBe(true);
    }
  });

  test('forms of the land: carried by an EPF, leased, let by a public landlord, built to be let', {
    ...IN_WHOLE,
    timeout: 600_000,
  }, () => {
    const carried = shippedScenario('sci-envie-soleil');
    carried.site.carrying = { acquisitionPrice: '1400000.00', works: '300000.00' };
    const byEpf = { ...NO_TARGET, occupancyCost: new Decimal(40) };
    const epf = sized(carried, 1, byEpf, ['epf-minoration', 'land-discount']);
    checkSizing(epf, byEpf);
    expect(epf.forms.map(({ answer }) => answer.status)).toEqual(['not-open', 'found']);

    const leased = shippedScenario('sci-envie-soleil');
    leased.site.landLease = { kind: 'emphyteutic', years: 40, canonYear: '60000.00' };
    const low = { ...NO_TARGET, occupancyCost: new Decimal(30) };
    const lease = sized(leased, 1, low, ['land-lease-canon']);
    checkSizing(lease, low);
    expect(lease.forms[0]?.answer.status).toBe('found');

    const market = { ...NO_TARGET, occupancyCost: new Decimal(45) };
    const built = sized(shippedScenario('sci-envie-soleil'), 0, market, ['turnkey-premises', 'reduced-rent']);
    checkSizing(built, market);
    expect(built.forms.map(({ form, answer }) => [form.id, answer.status])).toEqual([
      ['reduced-rent', 'not-open'],
      ['turnkey-premises', 'found'],
    ]);
  });

  test('taken in the dossier, is what the path then shows', IN_WHOLE, () => {
    const dossier = shippedScenario('sci-envie-soleil');
    const index = dossier.paths.findIndex(({ kind }: AnyDossier) => kind === 'sci');
    const targets = { ...NO_TARGET, occupancyCost: new Decimal(45), minimumCover: new Decimal('1.25') };
    const taken = takeSupport(resolved(dossier), index, targets, 'investment-grant');
    if (!taken.ok || taken.value === undefined) throw new Error('nothing to take');
    const read = computeDossier(taken.value.dossier, undefined, { id: 'sci' });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { computed } = read.value.paths[0] ?? {};
    expect(computed?.gap).toBeUndefined();
    const dscr = computed?.covenants.find(({ id }) => id === 'dscr');
    expect(Number(dscr?.value)).toBeGreaterThanOrEqual(1.25);
    const month = computed?.figures.of('measure.premises-paid-month')[0];
    expect(month?.times(12).div(dossier.site.floorAreaM2).lte(45)).toBe(true);
  });
});

describe('when nothing is to be sized', () => {
  test('targets already held need no support', () => {
    const support = sized(smallSupported(), 0, { ...NO_TARGET, occupancyCost: new Decimal(30) });
    expect(support.base.trial.holds).toBe(true);
    expect(support.forms.filter(({ answer }) => answer.status === 'found')).toEqual([]);
    expect(support.tried).toBe(0);
  });

  test('no aid suffices when taxe foncière and charges alone pass the target', () => {
    const support = sized(smallSupported(), 0, { ...NO_TARGET, occupancyCost: new Decimal('9.99') }, [
      'land-discount',
      'investment-grant',
    ]);
    expect(support.forms.map(({ answer }) => answer.status)).toEqual(['insufficient', 'insufficient']);
    const [discount, grant] = support.forms.map(({ answer }) => 'level' in answer && answer.level.toFixed(2));
    expect(discount).toBe('800000.00');
    expect(grant).toBe('707715.00');
  });

  test('a private seller, a path that buys nothing and a path without investor are said', () => {
    const dossier = smallSupported();
    dossier.parties = [{ id: 'land-owner', label: 'Fonderies Martin', role: 'land-owner', side: 'private' }];
    const [discount] = sized(dossier, 0, { ...NO_TARGET, occupancyCost: new Decimal(24) }, [
      'land-discount',
    ]).forms;
    expect(discount?.answer).toMatchObject({ status: 'not-open' });
    expect(JSON.stringify(discount?.answer)).toContain('Fonderies Martin');
    const asked = sizeLandSupport(resolved(dossier), 0, { ...NO_TARGET, investorIrr: new Decimal('0.05') });
    expect(asked).toMatchObject({ ok: false, problems: [{ path: 'targets.investorIrr' }] });
  });

  test('a dossier as typed is left as it was', () => {
    const dossier = resolved(smallSupported());
    const before = JSON.stringify(draftOf(dossier));
    sizeLandSupport(dossier, 0, { ...NO_TARGET, occupancyCost: new Decimal(24) }, ['investment-grant']);
    expect(JSON.stringify(dossier.typed)).toBe(before);
  });
});

test('a form that the dossier refuses is said so, with what it answers', () => {
  const dossier = smallSupported();
  const [source] = dossier.paths[0].sources;
  dossier.paths[0].sources = Array.from({ length: 15 }, (_, rank) => ({
    ...source,
    id: `apport-${rank}`,
    amount: '1000.00',
  }));
  const [grant] = sized(dossier, 0, { ...NO_TARGET, occupancyCost: new Decimal(24) }, [
    'investment-grant',
  ]).forms;
  expect(grant?.answer).toMatchObject({ status: 'not-open' });
  expect(JSON.stringify(grant?.answer)).toMatch(/le dossier la refuse : .*15/);
});

test('parts of a foncière cost all that is subscribed, though other sites have their share of it', {
  ...IN_WHOLE,
  timeout: 120_000,
}, () => {
  const dossier = shippedScenario('friche-comparee');
  const index = dossier.paths.findIndex(({ kind }: AnyDossier) => kind === 'fonciere');
  const targets = { ...NO_TARGET, occupancyCost: new Decimal(30), minimumCover: new Decimal('1.2') };
  const [capital] = sized(dossier, index, targets, ['public-capital']).forms;
  if (capital?.answer.status !== 'found') throw new Error(capital?.answer.status);
  const { level, paid, grantEquivalent } = capital.answer;
  expect(paid.toFixed(2)).toBe(level.toFixed(2));
  expect(grantEquivalent.lt(level)).toBe(true);
});
