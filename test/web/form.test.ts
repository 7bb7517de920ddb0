import { beforeEach, describe, expect, test } from 'vitest';
import { formOf, makeTestApp, plainSpaces, SCENARIO, type TestApp } from '../support/web-app.ts';

const RATE = 'paths[0].terms.annualRate';
const DETAIL = `/dossiers/${SCENARIO}?saisie=detail`;
const FRAGMENT = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };

let web: TestApp;
beforeEach(async () => {
  web = await makeTestApp();
});

async function formAt(address: string): Promise<URLSearchParams> {
  return formOf(await (await web.app.request(address)).text());
}

async function send(address: string, form: URLSearchParams, headers: Record<string, string> = {}) {
  return await web.app.request(address, { method: 'POST', body: form, headers });
}

async function dossierAt(address: string) {
  const key = address.replace(/\?.*/, '');
  return JSON.parse(await (await web.app.request(`${key}/dossier.json`)).text());
}

async function change(address: string, changes: Record<string, string>): Promise<string> {
  const form = await formAt(address);
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  const response = await send(address, form);
  expect(response.status).toBe(303);
  return response.headers.get('Location') ?? '';
}

describe('a change without script', () => {
  test('is saved, and leads to an address that opens the same inputs', async () => {
    const address = await change(`/dossiers/${SCENARIO}`, { [RATE]: '4,50 %', 'site.price': '1,5 M€' });
    expect(address).toMatch(/^\/dossiers\/[0-9a-z]{16}$/);
    const dossier = await dossierAt(address);
    expect(dossier.paths[0].terms.annualRate).toBe('0.045');
    expect(dossier.site.price).toBe('1500000.00');
    expect((await formAt(address)).get(RATE)).toBe('4,5');
  });

  test('the base rate of the Union is typed in percent, and left empty again', async () => {
    const typed = await change(DETAIL, { 'stateAid.baseRate': '2,81' });
    expect((await dossierAt(typed)).stateAid.baseRate).toBe('0.0281');
    expect((await formAt(typed)).get('stateAid.baseRate')).toBe('2,81');
    const emptied = await dossierAt(await change(typed, { 'stateAid.baseRate': '' }));
    expect(emptied.stateAid.baseRate ?? null).toBeNull();
  });

  test('keeps the JSON type of each value', async () => {
    const dossier = await dossierAt(
      await change(DETAIL, {
        'paths[0].terms.payments': '180',
        'paths[0].terms.paymentsPerYear': '4',
        'operator.subjectToVat': 'false',
        'site.floorAreaM2': '6 500,5',
        'project.opening': '2028-04-01',
      }),
    );
    expect(dossier.paths[0].terms.payments).toBe(180);
    expect(dossier.paths[0].terms.paymentsPerYear).toBe(4);
    expect(dossier.operator.subjectToVat).toBe(false);
    expect(dossier.site.floorAreaM2).toBe('6500.5');
    expect(dossier.project.opening).toBe('2028-04-01');
  });

  test('nothing changed leads back to the case, and so does a value put back', async () => {
    const same = await send(`/dossiers/${SCENARIO}`, await formAt(`/dossiers/${SCENARIO}`));
    expect(same.headers.get('Location')).toBe(`/dossiers/${SCENARIO}`);
    const changed = await change(`/dossiers/${SCENARIO}`, { [RATE]: '4,5' });
    expect(await change(changed, { [RATE]: '3,85' })).toBe(`/dossiers/${SCENARIO}`);
  });

  test('the same change of the same inputs has the same address', async () => {
    const first = await change(`/dossiers/${SCENARIO}`, { [RATE]: '4,5' });
    expect(await change(`/dossiers/${SCENARIO}`, { [RATE]: '4,50' })).toBe(first);
    const { count } = await web.store
      .selectFrom('saved_inputs')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(1);
  });

  test('the source of a changed value no longer holds; the others do', async () => {
    const address = await change(DETAIL, {
      'operator.jobs[1].annualAid': '14 000',
      [RATE]: '4,5',
    });
    const { facts, hypotheses } = await dossierAt(address);
    const before = await dossierAt(`/dossiers/${SCENARIO}`);
    expect(facts).toEqual(
      before.facts.filter(({ path }: { path: string }) => path !== 'operator.jobs[1].annualAid'),
    );
    const why = (path: string) => hypotheses.find((note: { path: string }) => note.path === path)?.why;
    expect(why(RATE)).toBe('valeur saisie dans le formulaire');
    expect(why('operator.jobs[1].annualAid')).toBe('valeur saisie dans le formulaire');
    expect(why('site.price')).toBe(
      before.hypotheses.find(({ path }: { path: string }) => path === 'site.price').why,
    );
  });

  test('the lens and the path stay in the address', async () => {
    const form = await formAt(`/dossiers/${SCENARIO}?regard=investisseur`);
    form.set(RATE, '4,5');
    const response = await send(`/dossiers/${SCENARIO}?regard=investisseur`, form);
    expect(response.headers.get('Location')).toMatch(/^\/dossiers\/[0-9a-z]{16}\?regard=investisseur$/);
  });
});

describe('a refused change', () => {
  test('is said beside its field and on top, in the words of the field; nothing typed is lost, nothing is saved', async () => {
    const form = await formAt(DETAIL);
    form.set(RATE, '85');
    form.set('site.price', '1.600');
    form.set('project.openingCash', '120 000');
    const response = await send(DETAIL, form);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(plainSpaces(html)).toContain('se lit de deux façons : écrivez « 1 600 » ou « 1,60 »');
    expect(formOf(html).get(RATE)).toBe('85');
    expect(formOf(html).get('site.price')).toBe('1.600');
    expect(formOf(html).get('project.openingCash')).toBe('120 000');
    expect(await web.store.selectFrom('saved_inputs').selectAll().execute()).toEqual([]);
  });

  test('what the dossier refuses is written as the field writes it', async () => {
    const form = await formAt(`/dossiers/${SCENARIO}`);
    form.set(RATE, '85');
    const html = await (await send(`/dossiers/${SCENARIO}`, form)).text();
    expect(html).toContain('<h3>Une saisie est à corriger</h3>');
    expect(html).toMatch(/id="champ-paths-0-terms-annualRate"[^>]*aria-invalid="true"/);
    expect(plainSpaces(html)).toContain('trop grand : au plus 50 % ; vouliez-vous 0,85 % ?');
  });

  test('a choice that is not in the list, or half a person, is refused', async () => {
    const form = await formAt(DETAIL);
    form.set('paths[0].terms.repayment', 'DROP TABLE');
    form.set('paths[0].terms.payments', '180,5');
    const html = await (await send(DETAIL, form)).text();
    expect(html).toContain('choix inconnu');
    expect(html).toContain('écrivez un nombre entier');
  });
});

describe('a change with htmx', () => {
  test('sends results, then the form and the announcement out of band, and pushes the address', async () => {
    const form = await formAt(`/dossiers/${SCENARIO}`);
    form.set(RATE, '4,5');
    const response = await send(`/dossiers/${SCENARIO}`, form, {
      ...FRAGMENT,
      'HX-Current-URL': `http://localhost/dossiers/${SCENARIO}?regard=collectivite`,
    });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('HX-Push-Url')).toMatch(/^\/dossiers\/[0-9a-z]{16}\?regard=collectivite$/);
    expect(html).not.toContain('<html');
    expect(html).toContain('hx-swap-oob="outerMorph"');
    expect(html).toMatch(/id="annonce" hx-swap-oob="innerHTML">Résultats mis à jour\./);
    expect(html).toMatch(/id="regard-collectivite">/);
    // The next change starts from these inputs, wherever the form is sent.
    const key = /\/dossiers\/([0-9a-z]{16})/.exec(response.headers.get('HX-Push-Url') ?? '')?.[1];
    expect(formOf(html).get('base')).toBe(key);
  });

  test('starts from the inputs that the form names', async () => {
    const first = await change(`/dossiers/${SCENARIO}`, { [RATE]: '0,05 %' });
    const form = await formAt(first);
    form.set('paths[0].terms.payments', '180');
    const response = await send(`/dossiers/${SCENARIO}`, form, FRAGMENT);
    const dossier = await dossierAt(response.headers.get('HX-Push-Url') ?? '');
    expect(dossier.paths[0].terms).toMatchObject({ annualRate: '0.0005', payments: 180 });
  });

  test('a refused one sends the form alone', async () => {
    const form = await formAt(`/dossiers/${SCENARIO}`);
    form.set(RATE, 'beaucoup');
    const response = await send(`/dossiers/${SCENARIO}`, form, FRAGMENT);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toMatch(/^\s*<form id="hypotheses"/);
    expect(response.headers.get('HX-Push-Url')).toBeNull();
  });
});
