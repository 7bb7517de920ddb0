import { describe, expect, test } from 'vitest';
import { BROWNFIELD } from '../../src/dossier/brownfield.ts';
import { resolveDossier, resolvePart } from '../../src/dossier/resolution.ts';
import { SITE_NEED } from '../../src/dossier/site-need.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import type { RawDossier } from '../../src/input/description.ts';
import { siteCost } from '../../src/sites/cost/site-cost.ts';
import { dossierOnSite } from '../../src/sites/dossier-on-site.ts';
import { READINGS } from '../../src/sites/range.ts';
import { computedDeal, shippedScenario } from '../support/dossiers.ts';

const dossier = shippedScenario('friche-comparee') as RawDossier;
const brownfields = dossier.brownfields as readonly RawDossier[];
const ids = brownfields.map(({ id }) => String(id));

function settled(id: string, reading: (typeof READINGS)[number]): RawDossier {
  const found = dossierOnSite(dossier, id, reading);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

/** Only the bank loan: what the site costs does not depend on who pays. */
function bought(id: string, reading: (typeof READINGS)[number]) {
  const found = settled(id, reading);
  const paths = (found.paths as readonly RawDossier[]).filter(({ kind }) => kind === 'bank-loan');
  const { mainPath: _, facts: __, hypotheses: ___, ...others } = found;
  return computedDeal({ ...others, paths } as RawDossier);
}

describe.each(ids)('the dossier settled on %s', (id) => {
  test.each(READINGS)('at its %s costs, pays what the brownfield costs', (reading) => {
    const { deal, figures } = bought(id, reading);
    const need = resolvePart(SITE_NEED, dossier.siteNeed);
    const brownfield = resolvePart(
      BROWNFIELD,
      brownfields.find((one) => one.id === id),
    );
    if (!need.ok || !brownfield.ok) throw new Error('unread');
    const { site, project } = deal.setting.dossier.values;
    const { property } = deal;
    if (property === undefined || site === null) throw new Error('no site');
    const cost = siteCost(brownfield.value.values, need.value.values, {
      deed: site.purchaseDate,
    });
    const item = (name: string) =>
      cost.items.find((one) => one.id === name)?.amount[reading] ?? new Decimal(0);
    const once = (line: Parameters<typeof figures.of>[0]) => figures.of(line)[0] ?? new Decimal(0);
    const { works } = property;
    const paid = once(works.amount).plus(once(works.contingencies)).plus(once(works.fees));
    // The fitting-out of the enterprise (140 000 €) is no cost of the site, but bears the same rates. Taxe foncière is
    // counted with the running costs.
    const fitting = new Decimal('140000').times(project.contingencyRate.plus(project.feesRate).plus(1));
    const expected = ['purchase', 'purchase-costs', 'taxe-fonciere'].reduce(
      (left, name) => left.minus(item(name)),
      cost.total[reading].plus(fitting),
    );
    // Contingencies and fees of the fitting-out are rounded with those of the building.
    expect(paid.minus(expected).abs().toNumber()).toBeLessThanOrEqual(0.02);
    expect(once(property.purchase.price).toFixed(2)).toBe(item('purchase').toFixed(2));
  });

  test('opens when its calendar says, and tells the reason of every figure that it takes', () => {
    const found = settled(id, 'central');
    const resolved = resolveDossier(found);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
    const { site, project, signature } = resolved.value.values;
    expect(site?.chosenBrownfield).toBe(id);
    expect(site?.brownfield).toBe(true);
    expect(project.opening > signature).toBe(true);
    const notes = [...(found.facts as RawDossier[]), ...(found.hypotheses as RawDossier[])];
    const noted = notes.map(({ path }) => path);
    expect(noted.filter((path, index) => noted.indexOf(path) !== index)).toEqual([]);
    for (const [rank] of project.works.entries()) expect(noted).toContain(`project.works[${rank}].amount`);
  });
});

test('choosing one site after another leaves the enterprise, its need and its financing as they were', () => {
  const [first = '', second = ''] = ids;
  const back = dossierOnSite(settled(second, 'central'), first);
  if (!back.ok) throw new Error('refused');
  for (const part of ['operator', 'paths', 'siteNeed', 'brownfields', 'programme']) {
    expect(back.value[part]).toEqual(dossier[part]);
  }
  // The case was made the same way: choosing its own site again gives the same site, works and dates.
  for (const part of ['site', 'project']) expect(back.value[part]).toEqual(dossier[part]);
});

test('a zone of regional aid is that of a commune: it does not follow the enterprise', () => {
  const zoned = (zones: Readonly<Record<string, string>>) =>
    ({
      ...dossier,
      brownfields: brownfields.map((one) => ({ ...one, afrZone: zones[String(one.id)] ?? 'unknown' })),
    }) as RawDossier;
  const zoneOn = (raw: RawDossier, id: string) => {
    const found = dossierOnSite(raw, id);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    return (found.value.stateAid as RawDossier).afrZone;
  };
  // The filature is retained, in Valbreuil as the halle is; the fonderie is elsewhere.
  expect(zoneOn(zoned({}), 'filature')).toBe('c');
  expect(zoneOn(zoned({}), 'halle')).toBe('c');
  expect(zoneOn(zoned({}), 'fonderie')).toBeUndefined();
  expect(zoneOn(zoned({ fonderie: 'none' }), 'fonderie')).toBe('none');
});

test('the reason of a zone is that of the site it comes from', () => {
  const path = 'stateAid.afrZone';
  const place = `brownfields[${brownfields.findIndex(({ id }) => id === 'fonderie')}].afrZone`;
  const raw = {
    ...dossier,
    brownfields: brownfields.map((one) => (one.id === 'fonderie' ? { ...one, afrZone: 'none' } : one)),
    facts: [
      ...(dossier.facts as RawDossier[]).filter((note) => note.path !== path),
      { path, source: 'zone de Valbreuil' },
      { path: place, source: 'zone de la fonderie' },
    ],
    hypotheses: (dossier.hypotheses as RawDossier[]).filter((note) => note.path !== path),
  } as RawDossier;
  const sourcesOn = (id: string) => {
    const found = dossierOnSite(raw, id);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    return (found.value.facts as RawDossier[])
      .filter((note) => note.path === path)
      .map(({ source }) => source);
  };
  expect(sourcesOn('halle')).toEqual(['zone de Valbreuil']);
  expect(sourcesOn('fonderie')).toEqual(['zone de la fonderie']);
});

test('the carrying by an EPF stays with the site it was typed for, and leaves with it', () => {
  const carrying = { acquisitionPrice: '150000.00' };
  const carried = {
    ...dossier,
    site: { ...(dossier.site as RawDossier), carrying },
    hypotheses: [
      ...(dossier.hypotheses as RawDossier[]),
      { path: 'site.carrying.acquisitionPrice', why: 'exemple' },
    ],
  } as RawDossier;
  const chosen = String((dossier.site as RawDossier).chosenBrownfield);
  const same = dossierOnSite(carried, chosen);
  const other = dossierOnSite(carried, ids.find((id) => id !== chosen) ?? '');
  if (!same.ok || !other.ok) throw new Error('refused');
  expect((same.value.site as RawDossier).carrying).toEqual(carrying);
  expect((other.value.site as RawDossier).carrying).toBeUndefined();
  const noted = (value: RawDossier) => (value.hypotheses as RawDossier[]).map(({ path }) => path);
  expect(noted(same.value)).toContain('site.carrying.acquisitionPrice');
  expect(noted(other.value)).not.toContain('site.carrying.acquisitionPrice');
});

test('a brownfield that is not in the dossier is refused', () => {
  expect(dossierOnSite(dossier, 'nulle-part')).toMatchObject({ ok: false });
});

test('Archer: the conversion costs what the case says, and opens when it opens', () => {
  const archer = shippedScenario('archer-cite-de-la-chaussure') as RawDossier;
  const found = dossierOnSite(archer, 'intermarche');
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const before = resolveDossier(archer);
  const after = resolveDossier(found.value);
  if (!before.ok || !after.ok) throw new Error('refused');
  const [one, other] = [before.value.values, after.value.values];
  const works = ({ project }: typeof one) =>
    project.works
      .filter(({ byTenant }) => !byTenant)
      .reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))
      .toFixed(2);
  expect(works(other)).toBe(works(one));
  for (const field of [
    'price',
    'floorAreaM2',
    'landAreaM2',
    'taxeFonciereYear',
    'propertyChargesYear',
  ] as const) {
    expect(other.site?.[field].toFixed(2)).toBe(one.site?.[field].toFixed(2));
  }
  expect(other.project.contingencyRate.toFixed(6)).toBe(one.project.contingencyRate.toFixed(6));
  expect(other.project.feesRate.toFixed(6)).toBe(one.project.feesRate.toFixed(6));
  expect(other.project.opening).toBe(one.project.opening);
});

describe('what is known of the figures that a site brings', () => {
  // biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
  const changed = (change: (raw: any) => void, id: string) => {
    const copy = structuredClone(dossier);
    change(copy);
    const found = dossierOnSite(copy, id);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    return found.value;
  };
  const noteOf = (found: RawDossier, list: 'facts' | 'hypotheses', path: string) =>
    (found[list] as readonly RawDossier[]).filter((note) => note.path === path);

  test('a quote that the dossier says is imagined is no fact', () => {
    const found = changed(() => {}, 'fonderie');
    const rank = ((found.project as RawDossier).works as readonly RawDossier[]).findIndex(
      ({ id }) => id === 'asbestos',
    );
    const path = `project.works[${rank}].amount`;
    expect(noteOf(found, 'facts', path)).toEqual([]);
    expect(noteOf(found, 'hypotheses', path)).toEqual([
      { path, why: 'montant imaginé, à l’échelle des bâtiments' },
    ]);
  });

  test('a price of a document brings that document, not the reason of the price asked', () => {
    const found = changed((raw) => {
      raw.brownfields[0].quotes = [
        { item: 'purchase', amount: '175000.00', source: 'promesse du 3 mars 2027' },
      ];
    }, 'filature');
    expect((found.site as RawDossier).price).toBe('175000.00');
    expect(noteOf(found, 'facts', 'site.price')).toEqual([
      { path: 'site.price', source: 'promesse du 3 mars 2027' },
    ]);
    expect(noteOf(found, 'hypotheses', 'site.price')).toEqual([]);
  });

  test('a value that the brownfield does not have is not said to come from it', () => {
    expect(
      noteOf(
        changed(() => {}, 'fonderie'),
        'hypotheses',
        'site.marketValue',
      ),
    ).toEqual([]);
  });

  test('remediation and the price that the seller paid stay with the site that is left', () => {
    const ofFilature = {
      remediationCosts: '400000.00',
      remediationLandGain: '50000.00',
      sellerPurchasePrice: '300000.00',
      sellerPurchaseDate: '2026-01-01',
    };
    const told = (raw: RawDossier) => Object.assign(raw.stateAid as object, ofFilature);
    expect(changed(told, 'filature').stateAid).toEqual({
      afrZone: 'c',
      initialInvestment: 'same-activity',
      ...ofFilature,
    });
    expect(changed(told, 'fonderie').stateAid).toEqual({ afrZone: 'c', initialInvestment: 'same-activity' });
  });

  test('a convention kept keeps its reason', () => {
    const note = { path: 'site.ownerChargesShare', why: 'bail triple net' };
    const found = changed((raw) => {
      raw.site.ownerChargesShare = '0';
      raw.hypotheses.push(note);
    }, 'fonderie');
    expect(noteOf(found, 'hypotheses', note.path)).toEqual([note]);
  });
});
