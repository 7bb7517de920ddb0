import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { Computation, ComputedDeal } from '../../src/analysis/computed.ts';
import type { KeyFigure } from '../../src/analysis/key-figure.ts';
import { partyValuesOf } from '../../src/analysis/party-values.ts';
import { Decimal, ZERO } from '../../src/formula/decimal.ts';
import { comparisonLens, marksOf } from '../../src/report/comparison-lenses.ts';
import { shortNames } from '../../src/report/comparison-page.ts';
import { structureOf } from '../../src/report/structure.ts';
import { drawStructure } from '../../src/report/structure-drawing.ts';
import { drawComparedCharts } from '../../src/tasks/charts.ts';
import { makeComparisonPage } from '../../src/tasks/comparison-page.ts';
import { explainFigure } from '../../src/tasks/explanation.ts';
import { comparedDossier, threeWaysDossier } from '../support/compared.ts';
import { scenario, wholeScenario } from '../support/dossiers.ts';

function computation(dossier: unknown = comparedDossier()): Computation {
  const read = computeDossier(dossier);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const columnsOf = (dossier: unknown) =>
  computation(dossier).paths.map(({ computed }) => {
    if (computed === undefined) throw new Error('no figures');
    return computed;
  });
const columns = columnsOf(comparedDossier());
const ways = columnsOf(threeWaysDossier());

/** (1.032 × (1 + inflation))^(−1/12): DOMAIN §1.9, by hand. */
function discountOfMonth(computed: ComputedDeal, month: number): Decimal {
  const nominal = new Decimal('1.032').times(computed.figures.assumption('macro.annualInflation').plus(1));
  return nominal.pow(new Decimal(-month).div(12));
}

function presentValue(computed: ComputedDeal, flow: (month: number) => Decimal): Decimal {
  const horizon = computed.deal.setting.dossier.values.horizonYears * 12;
  let sum: Decimal = ZERO;
  for (let month = 0; month <= horizon; month++)
    sum = sum.plus(flow(month).times(discountOfMonth(computed, month)));
  return sum;
}

describe('present values by party', () => {
  const presentOf = (computed: ComputedDeal, id: string) => partyValuesOf(computed).get(id)?.value ?? ZERO;

  test.each([0, 1, 2, 3, 4, 5])('column %i: what the parties receive is what the companies pay', (index) => {
    const computed = [...columns, ...ways][index] as ComputedDeal;
    const { partyFlows, companies } = computed.deal;
    const parties = [...partyFlows.keys()].reduce((sum, id) => sum.plus(presentOf(computed, id)), ZERO);
    // The other side comes from the books of the companies, month by month, with factors taken apart.
    const group = presentValue(computed, (month) =>
      companies.reduce<Decimal>(
        (sum, { books }) =>
          sum
            .plus(computed.figures.of(books.received)[month] ?? ZERO)
            .minus(computed.figures.of(books.paid)[month] ?? ZERO),
        ZERO,
      ),
    );
    expect(parties.plus(group).abs().lt('1e-9')).toBe(true);
    expect(presentOf(computed, 'group').minus(group).abs().lt('1e-9')).toBe(true);
  });

  test('the bank, by hand: what it receives less what it pays, each month at its own factor', () => {
    const computed = columns[0] as ComputedDeal;
    const transfers = computed.deal.setting.ledger.transfers;
    const byHand = presentValue(computed, (month) =>
      transfers.reduce<Decimal>((sum, { from, to, amount }) => {
        const value = computed.figures.of(amount)[month] ?? ZERO;
        return to === 'bank' ? sum.plus(value) : from === 'bank' ? sum.minus(value) : sum;
      }, ZERO),
    );
    expect(presentOf(computed, 'bank').minus(byHand).abs().lt('1e-9')).toBe(true);
    expect(byHand.abs().gt(1)).toBe(true);
  });

  test('a loan that outlives the horizon leaves a debt, in less', () => {
    const dossier = comparedDossier();
    dossier.horizonYears = 10;
    const read = computeDossier(dossier);
    const computed = read.ok ? read.value.paths[0]?.computed : undefined;
    if (computed === undefined) throw new Error('no figures');
    const left = computed.figures.of(computed.deal.borrower.plan.loan.closing)[120] ?? ZERO;
    expect(left.gt(1_000_000)).toBe(true);
    const owed = left.times(discountOfMonth(computed, 120)).negated();
    expect((computed.figures.of('measure.owed-present-value')[0] ?? ZERO).minus(owed).abs().lt('1e-9')).toBe(
      true,
    );
  });
});

test('the explanation of a present value tells all its flows, which add up to it', () => {
  for (const figure of ['party-value.bank', 'party-value.group']) {
    const told = explainFigure({ dossier: comparedDossier(), figure });
    if (!told.ok || !('flows' in told.value)) throw new Error('no flows');
    const { flows, value, written, sentence, operands } = told.value;
    const sum = flows.reduce<Decimal>((total, flow) => total.plus(flow.presentValue ?? 0), ZERO);
    expect(
      sum
        .minus(value ?? 0)
        .abs()
        .lt('1e-9'),
    ).toBe(true);
    expect(sentence).toContain(written);
    expect(operands.length).toBeGreaterThan(5);
  }
});

test('renting, buying and holding through a company: worded, ranked, who gains told on both sides', () => {
  const page = makeComparisonPage({ dossier: threeWaysDossier() });
  if (!page.ok) throw new Error(JSON.stringify(page.problems));
  const { answer, exchange, columns: shown } = page.value;
  expect(shown.map(({ name }) => name)).toEqual(['R0', 'R1', 'P1']);
  expect(answer.lead.replaceAll(/\s/g, ' ')).toMatch(
    /^R0 et R1 tiennent debout\. R1 compte des aides au-delà de leur plafond : à régler d’abord\. La trésorerie de la SCI de P1 descend à −[\d ]+ €\.$/,
  );
  expect(answer.essential.map(({ who }) => who)).toEqual([
    'Pour l’entreprise',
    'Pour les financeurs',
    'Pour la collectivité',
  ]);
  const said = (id: string) => {
    const row = answer.essential.flatMap(({ rows }) => rows).find((item) => item.id === id);
    return [
      row?.label ?? '',
      ...(row?.cells ?? []).map(({ text, detail, instead }) => [text, detail, instead].join('|')),
    ].map((text) => text.replaceAll(/\s/g, ' '));
  };
  const covenant = (index: number, id: string) => {
    const value = ways[index]?.covenants.find((item) => item.id === id)?.value ?? '';
    return new Decimal(value).toFixed(2).replace('.', ',');
  };
  // The same question in all: EBE over annuities of the operator; what the bank of the SCI reads stands apart.
  expect(said('operator-cover')).toEqual([
    'EBE / annuités de l’exploitant, au plus bas (limite : 1,20)',
    `${covenant(0, 'cover')}||`,
    `${covenant(1, 'cover')}||`,
    `${covenant(2, 'operator-cover')}||`,
  ]);
  expect(said('dscr').slice(1)).toEqual(['||pas de SCI', '||pas de SCI', `${covenant(2, 'dscr')}||`]);
  // 13 750 € today.
  const [label, ...paid] = said('premises-paid-month');
  expect(label).toContain('(aujourd’hui : 13 750 €)');
  for (const cell of paid) {
    const [amount = '', more = ''] = cell.split('|').map((text) => text.replaceAll(/[ €+]/g, ''));
    expect(Math.abs(Number(amount) - 13_750 - Number(more))).toBeLessThanOrEqual(1);
  }
  const cash = ways[2]?.deal.vehicle?.books.cash;
  const lowest = cash === undefined ? [] : (ways[2]?.figures.of(cash) ?? []).slice(14, 241);
  const least = Decimal.min(...lowest.map((value) => value ?? 0))
    .toFixed(0)
    .replace('-', '−');
  expect(said('vehicle-lowest-cash')[3]?.replaceAll(' ', '')).toMatch(new RegExp(`^${least}€\\|`));
  expect(said('buy-out-price')[3]).toMatch(/^[\d ]+ €\|financé\|$/);
  expect(page.value.lenses.authority.remark).toMatch(/^R0 suppose qu’un bailleur/);
  expect(page.value.lenses.founder.remark).toBeUndefined();
  // The main path is compared with the first; the landlord no longer receives, the seller does.
  expect([exchange.from, exchange.to]).toEqual(['market-rent', 'sci']);
  const effects = new Map(exchange.parties.map((row) => [row.label, row.said]));
  expect(effects.get('Bailleur du site')).toBe('reçoit moins');
  expect(effects.get('Vendeur du site')).toBe('reçoit plus');
  expect(effects.get('Région Auvergne-Rhône-Alpes')).toBe('paie plus');
  expect(exchange.total?.difference.replaceAll(/\s/g, ' ')).toBe('0 €');
});

describe('columns of which a local authority guarantees the loan', () => {
  const dossier = wholeScenario('garantie-intercommunale');
  const page = makeComparisonPage({ dossier, from: 'bank-loan', to: 'guarantee' });
  if (!page.ok) throw new Error(JSON.stringify(page.problems));
  const plain = (text: string | undefined) => (text ?? '').replaceAll(/\s/g, ' ');
  const rows = page.value.answer.essential.find(({ who }) => who === 'Pour la collectivité')?.rows ?? [];
  const cells = (id: string) =>
    rows
      .find((row) => row.id === id)
      ?.cells.map(({ text, detail, instead }) => plain([text, detail, instead].join('|')));

  test('the essential tells the authority what it guarantees, may guarantee, risks and gives', () => {
    expect(cells('guaranteed-amount')?.slice(0, 2)).toEqual(['||pas de garantie', '2 000 000 €||']);
    expect(cells('galland-coverage')?.slice(0, 2)).toEqual([
      '||pas de garantie',
      '50,00 %|demandée : 50,00 %|',
    ]);
    const [, guaranteed] = columnsOf(dossier);
    const lossOf = Math.round(
      guaranteed?.figures.of('guarantee.guarantees.expected-loss')[0]?.toNumber() ?? Number.NaN,
    );
    expect(cells('expected-loss')?.[0]).toBe('||pas de garantie');
    expect((cells('expected-loss')?.[1] ?? '').replaceAll(/\D/g, '')).toBe(String(lossOf));
    expect(cells('grant-equivalent')?.[1]).toMatch(/^[\d ]+ €/);
  });

  test('a coverage that no ratio bounds, or that unknown accounts leave open, says why', () => {
    const changed = wholeScenario('garantie-intercommunale');
    const [, one, other] = changed.paths;
    one.guarantees[0].realOperatingRevenue = '0.00';
    other.guarantees = [{ kind: 'fund', from: 'epci', coverage: '0.5' }];
    const read = makeComparisonPage({ dossier: changed });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const row = read.value.answer.essential
      .flatMap(({ rows: found }) => found)
      .find(({ id }) => id === 'galland-coverage');
    // No column has a value: the row is not shown, and the lens below says why.
    expect(row).toBeUndefined();
    one.guarantees[0].realOperatingRevenue = '60000000.00';
    changed.paths.push({
      ...structuredClone(one),
      id: 'unknown',
      label: 'Comptes inconnus',
      guarantees: [{ ...one.guarantees[0], realOperatingRevenue: '0.00' }],
    });
    const again = makeComparisonPage({ dossier: changed });
    if (!again.ok) throw new Error(JSON.stringify(again.problems));
    const cellsOf = again.value.answer.essential
      .flatMap(({ rows: found }) => found)
      .find(({ id }) => id === 'galland-coverage')?.cells;
    expect(cellsOf?.map(({ instead }) => instead)).toEqual([
      'pas de garantie',
      undefined,
      'pas de collectivité',
      'comptes à saisir',
    ]);
  });

  test('columns that nobody guarantees have none of these rows', () => {
    const ids = makeComparisonPage({ dossier: threeWaysDossier() });
    if (!ids.ok) throw new Error(JSON.stringify(ids.problems));
    const known = ids.value.answer.essential.flatMap(({ rows: found }) => found.map(({ id }) => id));
    expect(known).toContain('public-budget');
    expect(known.filter((id) => /guaranteed|galland|expected|grant-equivalent/.test(id))).toEqual([]);
  });

  test('the coverage allowed is cut down: as written, it holds; without accounts it is not told', () => {
    const poor = scenario('garantie-intercommunale', 'guarantee');
    // 7.1 M€ allowed, 7 M€ taken, an annuity of 289 138.17 €: 34.5855… %.
    Object.assign(poor.paths[0].guarantees[0], {
      realOperatingRevenue: '14200000.00',
      coverage: '0.2',
    });
    const figure = (changed: unknown) =>
      computation(changed).paths[0]?.keyFigures.authority.find(({ id }) => id === 'galland-coverage');
    expect(figure(poor)?.value).toBe('0.345800');
    Object.assign(poor.paths[0].guarantees[0], { realOperatingRevenue: '0.00' });
    expect(figure(poor)).toMatchObject({ value: null, reason: expect.stringContaining('recettes') });
  });

  test('who gains, who pays: the loss of the guarantor is told, with its amount, as no flow', () => {
    const notes = page.value.exchange.notes.map(plain);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(
      /perte attendue des garants, [\d ]+ €, n’est pas dans ce tableau.*portée? par « Communauté d’agglomération » \([\d ]+ €\)\.$/,
    );
    expect(page.value.exchange.parties.map(({ id }) => id)).not.toContain('epci');
  });
});

describe('marks', () => {
  const figure = (value: string | null, id = 'own-funds-needed'): KeyFigure => ({
    id,
    label: 'Fonds propres à apporter',
    unit: 'EUR',
    value,
  });
  const marks = (values: readonly (string | null)[], id?: string) =>
    marksOf(values.map((value) => ({ figure: figure(value, id), isComparable: true })));

  test.each([
    [
      ['300.00', '200.00', '400.00'],
      [undefined, 'best', 'worst'],
    ],
    [
      ['200.00', '200.00', '400.00'],
      ['best', 'best', 'worst'],
    ],
    [
      ['200.00', '200.40', '400.00'],
      ['best', 'best', 'worst'],
    ],
    [
      ['200.00', '200.00', null],
      [undefined, undefined, undefined],
    ],
    [
      ['200.00', null, null],
      [undefined, undefined, undefined],
    ],
    [
      [null, '400.00', '200.00'],
      [undefined, 'worst', 'best'],
    ],
  ])('lower is better: %j', (values, expected) => {
    expect(marks(values)).toEqual(expected);
  });

  test('higher is better for some, and some have no direction', () => {
    expect(marks(['-300.00', '200.00'], 'lowest-cash')).toEqual(['worst', 'best']);
    expect(marks(['300.00', '200.00'], 'current-rent-month')).toEqual([undefined, undefined]);
  });

  test('a column that does not compare is neither best nor worst', () => {
    const judged = [
      { figure: figure('100.00'), isComparable: false },
      { figure: figure('200.00'), isComparable: true },
      { figure: figure('300.00'), isComparable: true },
    ];
    expect(marksOf(judged)).toEqual([undefined, 'best', 'worst']);
  });

  test('who rents is neither best nor worst for the authority: others renovate the site', () => {
    const [rents, owns, vehicle] = computation().paths.map(({ keyFigures }) => keyFigures);
    if (rents === undefined || owns === undefined || vehicle === undefined) throw new Error('three columns');
    const column = (keyFigures: typeof rents, isTenant: boolean) => ({
      name: 'R0',
      keyFigures,
      isStanding: true,
      kind: isTenant ? ('market-rent' as const) : ('bank-loan' as const),
    });
    const marked = (isTenant: boolean) =>
      comparisonLens(
        [column(rents, isTenant), column(owns, false), column(vehicle, false)],
        'authority',
      ).rows.flatMap(({ cells }) => cells[0]?.mark ?? []).length;
    expect(marked(true)).toBe(0);
    expect(marked(false)).toBeGreaterThan(0);
  });

  test('every key figure of the lenses is a row or is said to be missing, once', () => {
    const judged = computation().paths.map(({ path, keyFigures }) => ({
      name: path.id,
      keyFigures,
      isStanding: true,
      kind: 'bank-loan' as const,
    }));
    for (const lens of ['founder', 'investor', 'authority'] as const) {
      const { rows, missing, remark } = comparisonLens(judged, lens);
      const labels = [...rows.map(({ label }) => label), ...missing.flatMap((item) => item.labels)];
      // None of these columns rents.
      expect(remark).toBeUndefined();
      expect(labels.toSorted()).toEqual(judged[0]?.keyFigures[lens].map(({ label }) => label).toSorted());
    }
  });
});

test.each([
  [
    ['R0 – Location au marché', 'R1 – Prêt bancaire seul', 'P1 – SCI'],
    ['R0', 'R1', 'P1'],
  ],
  [
    ['P1 IS – SCI à l’IS', 'P1 IR – SCI à l’IR'],
    ['P1 IS', 'P1 IR'],
  ],
  [
    ['P5 – Garantie', 'P1 + P5 – SCI au prêt garanti', 'P1 + P5 IR – SCI au prêt garanti à l’IR'],
    ['P5', 'P1 + P5', 'P1 + P5 IR'],
  ],
  [
    ['Prêt bancaire seul', 'Location au marché du site entier'],
    ['Prêt bancaire seul', 'Location au march…'],
  ],
  [
    ['R1 – Un', 'R1 – Deux'],
    ['R1 (1)', 'R1 (2)'],
  ],
])('short names of %j', (labels, expected) => {
  expect(shortNames(labels)).toEqual(expected);
});

describe('structure', () => {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

  test('its amounts are those of the ledger: what funds the site is in the plan', () => {
    const [company] = structureOf(columns[0] as ComputedDeal).companies;
    const said = company?.incoming.map(({ from, label, amount }) => [from, label, plain(amount)]);
    expect(said).toEqual([
      ['Associés ou membres', 'Apport en fonds propres', '300 000 €'],
      ['Région Auvergne-Rhône-Alpes', 'Subvention', '250 000 €'],
      ['Saint-Étienne Métropole', 'Subvention', '150 000 €'],
      ['Pool bancaire', 'Prêt bancaire', expect.stringMatching(/^3 \d{3} \d{3} €$/)],
    ]);
    expect(company?.notes.map(plain)).toEqual(['Autofinancement : 350 000 €']);
    // Price 1 600 000; works 1 600 000 + 15 % + 11 %; a line of machines of 180 000.
    expect(company?.outgoing.map(({ label, amount }) => [label, plain(amount)])).toEqual([
      ['Achat du site', '1 600 000 €'],
      ['Travaux et honoraires', '2 016 000 €'],
      ['Matériel et outillage', '180 000 €'],
    ]);
  });

  test('a property company: who holds it, who lends to it, who rents from it', () => {
    const [enterprise, vehicle] = structureOf(ways[2] as ComputedDeal).companies;
    const rent = enterprise?.outgoing.find(({ kind }) => kind === 'rent');
    expect([rent?.to, rent?.label]).toEqual(['SCI Envie Soleil', 'Loyer en 2030']);
    expect(plain(rent?.amount ?? '')).toMatch(/^\d{3} \d{3} € par an$/);
    const shares = vehicle?.incoming.filter(({ kind }) => kind === 'shares');
    // A ticket of 700 000 € is 17,5 % of the cost, and 5 % of the shares.
    expect(shares?.map(({ from, amount, share }) => [from, plain(amount), plain(share ?? '')])).toEqual([
      ['Envie Loire', '95 000 €', '95 % des parts'],
      ['Banque des Territoires', '5 000 €', '5 % des parts'],
    ]);
    const lent = vehicle?.incoming.find(({ label }) => label.startsWith('Compte courant'));
    expect([lent?.from, plain(lent?.amount ?? '')]).toEqual(['Banque des Territoires', '695 000 €']);
    const rented = structureOf(ways[0] as ComputedDeal).relations.find(({ kind }) => kind === 'rent');
    expect(rented?.to).toBe('Bailleur du site');
  });

  test('what is to be found is drawn too', () => {
    const { relations } = structureOf(columns[2] as ComputedDeal);
    expect(relations.map(({ from, label }) => [from, label])).toContainEqual([
      'À trouver',
      'Financement à trouver',
    ]);
  });

  test('shares, rents and companies that fund each other', () => {
    const relation = {
      from: 'Envie Loire',
      to: 'SCI',
      label: 'Capital',
      amount: '9 500 €',
      figure: undefined,
    };
    const shares = { ...relation, kind: 'shares', share: '95 % des parts' } as const;
    const rent = { ...relation, kind: 'rent', label: 'Loyer en 2030', amount: '300 000 € par an' } as const;
    const svg = drawStructure(
      {
        companies: [
          { label: 'Envie Loire', notes: [], incoming: [], outgoing: [{ ...rent, share: undefined }] },
          {
            label: 'SCI',
            notes: [],
            incoming: [shares, { ...rent, share: undefined }],
            outgoing: [],
          },
        ],
        relations: [shares, { ...rent, share: undefined }],
      },
      'essai',
      'Essai & essai',
    );
    expect(svg).toContain('<title id="essai-title">Essai &amp; essai</title>');
    expect(svg).toContain('Capital : 9 500 €, soit 95 % des parts, de « Envie Loire » à « SCI »');
    // Two companies, and the box of each beside the other.
    expect(svg.match(/class="box-company"/g)).toHaveLength(4);
    expect(svg).not.toMatch(/style=|<script|href/);
  });
});

describe('a property company beside the operator', () => {
  const told = () => {
    const page = makeComparisonPage({ dossier: threeWaysDossier() });
    if (!page.ok) throw new Error(JSON.stringify(page.problems));
    return page.value.tables;
  };
  const tableOf = (id: string) => told().find((table) => table.id === id);

  test('covers are the same ratio in all columns, the DSCR of the SCI on a line of its own', async () => {
    const rows = tableOf('couverture-comparee')?.rows ?? [];
    expect(rows.map(({ label }) => label)).toEqual([
      'R0 : EBE / annuités de l’exploitant',
      'R1 : EBE / annuités de l’exploitant',
      'P1 : EBE / annuités de l’exploitant',
      'P1 : DSCR de la SCI',
    ]);
    // The smallest of a row is the covenant of that name, computed by its own line.
    const smallest = (index: number) =>
      Math.min(...(rows[index]?.cells ?? []).map(({ text }) => Number(text?.replace(',', '.')) || 1e9));
    const covenant = (id: string) => Number(ways[2]?.covenants.find((item) => item.id === id)?.value);
    expect(smallest(2)).toBeCloseTo(covenant('operator-cover'), 2);
    expect(smallest(3)).toBeCloseTo(covenant('dscr'), 2);

    const drawn = await drawComparedCharts({ dossier: threeWaysDossier() });
    const chart = drawn.ok ? drawn.value.find(({ id }) => id === 'compared-cover') : undefined;
    expect(chart?.legend.map(({ label }) => label.replace(/,.*/, ''))).toEqual([
      'R0 : EBE / annuités de l’exploitant',
      'R1 : EBE / annuités de l’exploitant',
      'P1 : EBE / annuités de l’exploitant',
      'P1 : DSCR de la SCI',
      'Limite : 1',
    ]);
    const written = covenant('dscr').toFixed(2).replace('.', ',');
    expect(chart?.legend[3]?.label).toContain(`au plus bas ${written}, en `);
  });

  test('every debt says whose it is: no two rows of one name', () => {
    const labels = tableOf('dettes-comparees')?.rows.map(({ label }) => label) ?? [];
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain('P1, SCI : prêt bancaire');
    expect(labels.some((label) => label.startsWith('P1, exploitant : '))).toBe(true);
    expect(labels).toContain('R1 : prêt bancaire');
  });
});

describe('what each party receives or pays', () => {
  const pageOf = () => {
    const page = makeComparisonPage({ dossier: threeWaysDossier() });
    if (!page.ok) throw new Error(JSON.stringify(page.problems));
    return page.value;
  };
  const rowsOf = () => pageOf().tables.find(({ id }) => id === 'flux-compares')?.rows ?? [];
  const chartOf = async (dossier: unknown) => {
    const drawn = await drawComparedCharts({ dossier });
    return drawn.ok ? drawn.value.find(({ id }) => id === 'compared-flows') : undefined;
  };
  const wordsOf = (svg = '') => svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

  test('the table leaves nobody out, has no row of nothing, and adds up to nothing', () => {
    const rows = rowsOf();
    const labels = rows.map(({ label }) => label);
    for (const label of ['Fournisseurs', 'Clients', 'Salariés et organismes sociaux', 'Pool bancaire'])
      expect(labels).toContain(label);
    for (const { cells, kind } of rows)
      expect(kind === 'total' || cells.some(({ text }) => text !== '0')).toBe(true);
    expect(rows.at(-1)).toMatchObject({
      kind: 'total',
      cells: [{ text: '0' }, { text: '0' }, { text: '0' }],
    });
    // Those of « qui gagne, qui paie » between the first and the last column are all there, with the same amounts.
    const { exchange } = pageOf();
    expect(exchange.parties.length).toBeGreaterThan(5);
    for (const party of exchange.parties) {
      const row = rows.find(({ id }) => id === party.id);
      const index = (id: string) => pageOf().columns.findIndex((column) => column.id === id);
      expect(`${row?.cells[index(exchange.from)]?.text}\u00a0€`).toBe(party.from.text);
      expect(`${row?.cells[index(exchange.to)]?.text}\u00a0€`).toBe(party.to.text);
    }
  });

  test('every party is drawn, its name whole, or said not to be', async () => {
    const chart = await chartOf(threeWaysDossier());
    const words = wordsOf(chart?.svg);
    expect(words).not.toContain('…');
    for (const { label, kind, id } of rowsOf())
      if (kind === 'line' && id !== 'group')
        expect(words.includes(label) !== (chart?.note ?? '').includes(`« ${label} »`), label).toBe(true);
    expect(chart?.note).toMatch(/« Fournisseurs ».*changent.*« Clients ».*rien ne change/);
  });

  test('a long name is written whole, on several lines', async () => {
    const dossier = threeWaysDossier();
    const long = 'Communauté de communes des Monts du Pilat et du Haut-Forez réunis';
    dossier.parties.find(({ id }: { readonly id: string }) => id === 'region').label = long;
    const chart = await chartOf(dossier);
    expect(wordsOf(chart?.svg)).toContain(long);
  });
});

test('the compared charts are drawn in French, with title and description, without script', async () => {
  const drawn = await drawComparedCharts({ dossier: comparedDossier() });
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.problems));
  expect(drawn.value.map(({ id }) => id)).toEqual([
    'compared-uses',
    'compared-sources',
    'compared-cash',
    'compared-debt',
    'compared-cover',
    'compared-flows',
  ]);
  for (const { svg, description } of drawn.value) {
    expect(svg.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/\b(Jan|Feb|axis|null|NaN|undefined)\b/);
    expect(description).toMatch(/R1.*R2.*R3/s);
    expect(svg).not.toMatch(/<script|<style|style=|href|aria-roledescription/);
  }
});
