import { beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { keep, postForm, share } from '../support/kept.ts';
import {
  makeTestApp,
  SCENARIO,
  shippedScenarioText,
  type TestApp,
  unescapeHtml,
  wholeScenarioText,
} from '../support/web-app.ts';

/** The study's case with its three columns. */
const ADDRESS = `/dossiers/${SCENARIO}`;

let web: TestApp;
beforeAll(async () => {
  const scenario = readScenario(`${SCENARIO}.json`, wholeScenarioText());
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  web = await makeTestApp({ scenarios: [scenario.value] });
});

async function page(address: string): Promise<string> {
  const response = await web.app.request(address);
  expect(response.status, address).toBe(200);
  return await response.text();
}

function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

// biome-ignore lint/suspicious/noExplicitAny: tests read any part of a dossier
async function dossierOf(address: string): Promise<any> {
  const key = /\/dossiers\/([0-9a-z-]+)/.exec(address)?.[1];
  return await (await web.app.request(`/dossiers/${key}/dossier.json`)).json();
}

/** Sends the panel, and gives the address that it leads to. */
async function change(key: string, fields: Record<string, string>): Promise<string> {
  const response = await postForm(web, `/dossiers/${key}/colonnes`, fields);
  expect(response.status, JSON.stringify(fields)).toBe(303);
  return response.headers.get('Location') ?? '';
}

function keyOf(address: string): string {
  return /\/dossiers\/([0-9a-z-]+)/.exec(address)?.[1] ?? '';
}

interface Note {
  readonly path: string;
}
const notesUnder = (dossier: { readonly [list: string]: readonly Note[] }, place: string) =>
  ['facts', 'hypotheses'].flatMap((list) =>
    (dossier[list] ?? [])
      .filter(({ path }) => path.startsWith(place))
      .map((note) => ({ ...note, path: note.path.slice(place.length) })),
  );

async function save(key: string, dossier: unknown): Promise<void> {
  const row = { key, json: JSON.stringify(dossier), content_hash: key, parent: '', created_at: '2026-11-22' };
  await web.store.insertInto('saved_inputs').values(row).execute();
}

describe('the two regimes of a SCI in one click', () => {
  test('the button stands on the comparison and on the page of the SCI, without script', async () => {
    for (const address of [ADDRESS, `${ADDRESS}?voie=sci`]) {
      const html = await page(address);
      expect(html).toMatch(/<button type="submit"[^>]*value="regime:sci">Comparer.*à l’IR<\/button>/);
      expect(html).toMatch(/<button type="submit"[^>]*value="tva:sci">Comparer.*sans option TVA<\/button>/);
    }
    expect((await page(`${ADDRESS}?voie=bank-loan`)).includes('regime:')).toBe(false);
  });

  test('makes a second column with the other regime and its notes, and compares the two', async () => {
    const address = await change(SCENARIO, { action: 'regime:sci' });
    expect(address).toMatch(/^\/dossiers\/[0-9a-z]{16}\?de=sci&a=sci-ir#qui-gagne$/);
    const dossier = await dossierOf(address);
    const first = await dossierOf(ADDRESS);
    expect(dossier.paths.map(({ id }: { id: string }) => id)).toEqual([
      'market-rent',
      'bank-loan',
      'sci',
      'sci-ir',
    ]);
    const { id: _, label, ...twin } = dossier.paths[3];
    const { id: __, label: ___, ...sci } = first.paths[2];
    expect(label).toBe('P1 IR – SCI Envie Soleil à l’IR');
    expect(twin).toEqual({ ...sci, vehicle: { ...sci.vehicle, taxRegime: 'IR' } });
    expect(dossier.paths.slice(0, 3)).toEqual(first.paths);
    const isNotRegime = ({ path }: Note) => path !== '.vehicle.taxRegime';
    expect(notesUnder(dossier, 'paths[3]').filter(isNotRegime)).toEqual(
      notesUnder(first, 'paths[2]').filter(isNotRegime),
    );
    expect(notesUnder(dossier, 'paths[3].vehicle.taxRegime')).toEqual([
      { path: '', why: 'même voie à l’impôt sur le revenu, pour comparer' },
    ]);
    const html = await page(address);
    expect(html).toMatch(/<option value="sci" selected>.*<option value="sci-ir" selected>/s);
    // At IR the company pays no corporate tax: its associates do.
    expect(textOf(html)).toContain(
      'P1 et P1 IR diffèrent par « Société civile immobilière › Régime fiscal de la SCI ».',
    );
  });

  test('a variant that no longer follows its column says by what else it differs', async () => {
    const dossier = await dossierOf(await change(SCENARIO, { action: 'regime:sci' }));
    dossier.paths[2].ticket.amount = '800000.00';
    await save('twins-apart', dossier);
    expect(textOf(await page('/dossiers/twins-apart'))).toMatch(
      /P1 et P1 IR diffèrent par « Société civile immobilière › Régime fiscal de la SCI » et « Ticket de l’investisseur »\./,
    );
    expect(textOf(await page(ADDRESS))).not.toContain('diffèrent par');
  });

  test('notes of the columns that follow are moved with them', async () => {
    const dossier = JSON.parse(wholeScenarioText());
    dossier.paths.reverse();
    const moved = (path: string) =>
      path.replace(/^paths\[(\d)\]/, (_, index) => `paths[${2 - Number(index)}]`);
    for (const list of ['facts', 'hypotheses'])
      dossier[list] = dossier[list].map((note: Note) => ({ ...note, path: moved(note.path) }));
    await save('reversed', dossier);
    const after = await dossierOf(await change('reversed', { action: 'regime:sci' }));
    expect(after.paths.map(({ id }: { id: string }) => id)).toEqual([
      'sci',
      'sci-ir',
      'bank-loan',
      'market-rent',
    ]);
    expect(notesUnder(after, 'paths[2]')).toEqual(notesUnder(dossier, 'paths[1]'));
    expect(notesUnder(after, 'paths[3]')).toEqual(notesUnder(dossier, 'paths[2]'));
    expect(notesUnder(after, 'paths[2]').length).toBeGreaterThan(5);
  });

  test('a twin that is there already is not made again, from either side', async () => {
    const address = await change(SCENARIO, { action: 'regime:sci' });
    const key = keyOf(address);
    expect(await change(key, { action: 'regime:sci' })).toBe(address);
    expect(await change(key, { action: 'regime:sci-ir' })).toBe(`/dossiers/${key}?de=sci-ir&a=sci#qui-gagne`);
  });

  test('the VAT option of the lease likewise; both choices add up', async () => {
    const address = await change(SCENARIO, { action: 'tva:sci' });
    const dossier = await dossierOf(address);
    expect(address).toContain('?de=sci&a=sci-sans-tva#');
    expect(dossier.paths[3]).toMatchObject({
      label: 'P1 sans option – SCI Envie Soleil sans option TVA',
      lease: { vatOption: false },
    });
    const both = await change(keyOf(address), { action: 'regime:sci-sans-tva' });
    const [, , , , fifth] = (await dossierOf(both)).paths;
    expect(fifth).toMatchObject({
      id: 'sci-sans-tva-ir',
      vehicle: { taxRegime: 'IR' },
      lease: { vatOption: false },
    });
    expect(fifth.label).toContain('P1 sans option IR – ');
  });

  test('a path without property company has no such choice', async () => {
    const response = await postForm(web, `${ADDRESS}/colonnes`, { action: 'regime:bank-loan' });
    expect(response.status).toBe(422);
    expect(textOf(await response.text())).toContain('ce choix est celui d’une SCI');
  });
});

describe('the panel', () => {
  test('names, main path and a copy in one sending; the address of the case comes back with its values', async () => {
    const html = await page(ADDRESS);
    expect(html).toMatch(/<details class="[^"]*columns-panel[^"]*" id="colonnes">/);
    expect(html).toMatch(/name="nom\.sci" value="P1 – SCI Envie Soleil"/);
    const address = await change(SCENARIO, {
      'nom.bank-loan': 'R1 – Emprunt seul',
      principale: 'bank-loan',
      action: 'dupliquer:bank-loan',
    });
    expect(address).toMatch(/#colonnes$/);
    const dossier = await dossierOf(address);
    expect(dossier.mainPath).toBe('bank-loan');
    expect(dossier.paths.map(({ id, label }: { id: string; label: string }) => `${id} ${label}`)).toEqual([
      'market-rent R0 – Location au marché',
      'bank-loan R1 – Emprunt seul',
      'bank-loan-2 R1 bis – Emprunt seul',
      'sci P1 – SCI Envie Soleil',
    ]);
    const back = await change(keyOf(address), {
      'nom.bank-loan': 'R1 – Prêt bancaire seul',
      principale: 'sci',
      action: 'retirer:bank-loan-2',
    });
    expect(keyOf(back)).toBe(SCENARIO);
  });

  test('removing the main path chooses another; the last one stays', async () => {
    const two = await change(SCENARIO, { action: 'retirer:sci' });
    const dossier = await dossierOf(two);
    expect(dossier.mainPath).toBe('market-rent');
    expect(notesUnder(dossier, 'paths[2]')).toEqual([]);
    const one = await change(keyOf(two), { action: 'retirer:market-rent' });
    const alone = await page(one);
    expect(alone).not.toContain('retirer:');
    expect(alone).toContain('value="ajouter:sci"');
    const refused = await postForm(web, `/dossiers/${keyOf(one)}/colonnes`, { action: 'retirer:bank-loan' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('dernière voie du dossier');
  });

  test('seven columns at most, said by the panel, which keeps what was typed', async () => {
    let key: string = SCENARIO;
    for (let count = 4; count <= 7; count++)
      key = keyOf(await change(key, { action: 'dupliquer:market-rent' }));
    expect((await dossierOf(`/dossiers/${key}`)).paths).toHaveLength(7);
    const full = await page(`/dossiers/${key}`);
    expect(full).not.toContain('value="ajouter:');
    expect(textOf(full)).toContain('Sept voies au plus');
    const response = await postForm(web, `/dossiers/${key}/colonnes?regard=investisseur`, {
      'nom.sci': 'Un autre nom',
      principale: 'bank-loan',
      action: 'regime:sci',
    });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toMatch(/columns-panel[^"]*" id="colonnes" open>/);
    expect(textOf(html)).toContain('7 voies au plus : retirez-en une d’abord');
    expect(html).toContain('name="nom.sci" value="Un autre nom"');
    expect(html).toMatch(/value="bank-loan" checked/);
    expect(html).toMatch(/data-lens="investisseur" aria-current="true"/);
  }, 60_000);

  test('an empty or too long name is refused beside its column', async () => {
    for (const [name, said] of [
      ['  ', '« R1 – Prêt bancaire seul » : nom vide'],
      ['x'.repeat(121), 'texte trop long : au plus 120 caractères'],
    ] as const) {
      const response = await postForm(web, `${ADDRESS}/colonnes`, { 'nom.bank-loan': name });
      expect(response.status).toBe(422);
      expect(textOf(await response.text())).toContain(said);
    }
  });

  test('nonsense is no defect: unknown column, button, dossier; a reload leads back', async () => {
    const status = async (address: string, fields: Record<string, string>) =>
      (await postForm(web, address, fields)).status;
    expect(await status(`${ADDRESS}/colonnes`, { action: 'retirer:rien' })).toBe(422);
    expect(await status(`${ADDRESS}/colonnes`, { principale: 'rien' })).toBe(422);
    expect(await status(`${ADDRESS}/colonnes`, { action: 'ajouter:toString' })).toBe(400);
    expect(await status(`${ADDRESS}/colonnes`, { action: 'manger:sci' })).toBe(400);
    expect(await status('/dossiers/nulle-part/colonnes', { action: 'retirer:sci' })).toBe(404);
    const reload = await web.app.request(`${ADDRESS}/colonnes?voie=sci`);
    expect(reload.headers.get('Location')).toBe(`${ADDRESS}?voie=sci`);
  });

  test('a name is text, whatever it holds', async () => {
    const html = await page(await change(SCENARIO, { 'nom.sci': '"><script>alert(1)</script>' }));
    expect(html).not.toContain('<script>alert');
  });
});

describe('a column of a kind', () => {
  test.each([
    ['market-rent', 'R0 bis – Location au marché', 'paths[0].sources[0].amount'],
    ['bank-loan', 'R1 bis – Prêt bancaire seul', 'paths[1].terms.annualRate'],
    ['sci', 'P1 – SCI, fonds propres et quasi-fonds propres', 'paths[2].ticket.amount'],
  ])('%s: values of the column of its kind, with their notes', async (kind, label, noted) => {
    const address = await change(SCENARIO, { action: `ajouter:${kind}` });
    const dossier = await dossierOf(address);
    expect(dossier.paths[3]).toMatchObject({ kind, id: `${kind}-2`, label });
    const like = dossier.paths.find((path: { kind: string }) => path.kind === kind);
    const { id: _, label: __, ...values } = dossier.paths[3];
    expect(values).toEqual(
      Object.fromEntries(Object.entries(like).filter(([key]) => key !== 'id' && key !== 'label')),
    );
    const rest = noted.replace(/^paths\[\d\]/, '');
    const [note] = notesUnder(dossier, noted);
    expect(notesUnder(dossier, `paths[3]${rest}`)).toEqual([note]);
    expect(await page(address)).toContain('column-cards');
  });

  /** The case with one column, opened. */
  async function only(kind: string): Promise<string> {
    let key: string = SCENARIO;
    for (const other of ['market-rent', 'bank-loan', 'sci']) {
      if (other !== kind) key = keyOf(await change(key, { action: `retirer:${other}` }));
    }
    return key;
  }

  test('a SCI beside a bank loan: its loan and grants, capital and ticket in proportion to the price, all noted', async () => {
    const address = await change(await only('bank-loan'), { action: 'ajouter:sci' });
    const dossier = await dossierOf(address);
    const [loan, sci] = dossier.paths;
    expect(sci).toMatchObject({
      vehicle: { capital: '160000.00' },
      ticket: { from: 'bdt', amount: '240000.00' },
      terms: loan.terms,
      exit: {},
    });
    expect(sci.sources).toEqual(loan.sources.slice(2));
    expect(sci.operatorSources).toEqual(loan.sources.slice(0, 2));
    const notes = notesUnder(dossier, 'paths[1]') as unknown as { path: string; why: string }[];
    const whyOf = (path: string) => notes.filter((note) => note.path === path).map(({ why }) => why);
    expect(whyOf('.vehicle.capital')).toEqual(['valeur proposée, à vérifier']);
    expect(whyOf('.ticket.amount')).toEqual(['valeur proposée, à vérifier']);
    expect(whyOf('.sources[1].rate')).toEqual(['taux supposé ; aucun montant public retrouvé']);
    expect(whyOf('.terms.repayment')).toEqual(['repris de la voie « R1 – Prêt bancaire seul », à vérifier']);
    expect(textOf(await page(address))).toContain('P1 – SCI');
  });

  test('a bank loan beside a lease: a proposed rate and length', async () => {
    const address = await change(await only('market-rent'), { action: 'ajouter:bank-loan' });
    const dossier = await dossierOf(address);
    expect(dossier.paths[1].terms).toEqual({ annualRate: '0.04', payments: 180 });
    expect(notesUnder(dossier, 'paths[1].terms')).toEqual([
      { path: '.annualRate', why: 'valeur proposée, à vérifier' },
      { path: '.payments', why: 'valeur proposée, à vérifier' },
    ]);
    expect(dossier.paths[1].sources).toEqual(dossier.paths[0].sources);
    await page(address);
  });

  test('a bank loan and a lease beside a SCI: its sources once each, its lease without what is its own', async () => {
    const alone = await only('sci');
    const loan = await dossierOf(await change(alone, { action: 'ajouter:bank-loan' }));
    const [sci, made] = loan.paths;
    expect(made.terms).toEqual(sci.terms);
    expect(made.sources).toEqual([...sci.operatorSources, ...sci.sources]);
    const lease = await dossierOf(await change(alone, { action: 'ajouter:market-rent' }));
    expect(Object.keys(lease.paths[1].lease)).toEqual([
      'paymentsPerYear',
      'inAdvance',
      'depositMonths',
      'vatOption',
    ]);
    expect(notesUnder(lease, 'paths[1].lease.targetCover')).toEqual([]);
    expect(lease.paths[1].sources.map(({ kind }: { kind: string }) => kind)).toEqual(['self-financing']);
  });

  test('a SCI whose works are long leaves after them, at the horizon', async () => {
    const dossier = JSON.parse(wholeScenarioText());
    dossier.paths = dossier.paths.slice(0, 1);
    dossier.mainPath = 'market-rent';
    dossier.facts = [];
    dossier.hypotheses = [];
    dossier.horizonYears = 8;
    await save('short-horizon', dossier);
    const after = await dossierOf(await change('short-horizon', { action: 'ajouter:sci' }));
    expect(after.paths[1].exit).toEqual({ year: 8 });
  });

  test('without a site, a column is added all the same', async () => {
    const dossier = JSON.parse(wholeScenarioText());
    dossier.site = null;
    dossier.paths = dossier.paths.slice(0, 1);
    dossier.mainPath = 'market-rent';
    dossier.facts = [];
    dossier.hypotheses = [];
    await save('no-site', dossier);
    await page(await change('no-site', { action: 'ajouter:sci' }));
  });
});

describe('what is kept and shared', () => {
  test('columns changed from a version belong to its dossier; from a share link, to none', async () => {
    const shipped = shippedScenarioText();
    const sheet = await keep(web, SCENARIO);
    const own = await change(`${sheet.split('/').at(-1)}-1`, { action: 'regime:sci' });
    expect((await page(own)).includes(`href="${sheet}"`)).toBe(true);
    const token = await share(web, sheet);
    const shared = await change(token, { action: 'regime:sci' });
    expect((await page(shared)).includes(sheet)).toBe(false);
    expect(shippedScenarioText()).toBe(shipped);
  });
});
