import { beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { comparisonAnswer } from '../../src/tasks/api-answers.ts';
import { post } from '../support/api-app.ts';
import { addressIn, keep, postForm, share } from '../support/kept.ts';
import { makeTestApp, SCENARIO, type TestApp, unescapeHtml, wholeScenarioText } from '../support/web-app.ts';

/** « Je confirme »: kept, shared and exported with the dossier; changes no figure, forbids and permits nothing alone. */
let web: TestApp;

/** The same case with smaller grants: its aids stay under their ceiling, so that each of its points can be confirmed. */
const UNDER_CEILING = 'aides-sous-le-plafond';

function underCeilingText(): string {
  const dossier = { ...JSON.parse(wholeScenarioText()), id: UNDER_CEILING };
  for (const { sources } of dossier.paths)
    for (const source of sources ?? []) if (source.kind === 'grant') source.amount = '50000.00';
  return JSON.stringify(dossier);
}

beforeAll(async () => {
  const scenarios = [
    readScenario(`${SCENARIO}.json`, wholeScenarioText()),
    readScenario(`${UNDER_CEILING}.json`, underCeilingText()),
  ].map((scenario) => {
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
    return scenario.value;
  });
  web = await makeTestApp({ scenarios });
});

function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

const keyOf = (address: string) => /\/dossiers\/([0-9a-z-]+)/.exec(address)?.[1] ?? '';

async function page(address: string): Promise<string> {
  const response = await web.app.request(address);
  expect(response.status, address).toBe(200);
  return await response.text();
}

// biome-ignore lint/suspicious/noExplicitAny: tests read any part of a dossier
async function dossierOf(key: string): Promise<any> {
  return await (await web.app.request(`/dossiers/${key}/dossier.json`)).json();
}

/** What the form of a point sends besides the note. */
async function hiddenOf(
  key: string,
  rule: string,
  column: string,
): Promise<{ regle: string; constat: string }> {
  const html = await page(`/dossiers/${key}?voie=${column}`);
  const found = new RegExp(
    `name="regle" value="${rule.replaceAll('.', '\\.')}">\\s*<input type="hidden" name="constat" value="([^"]*)"`,
  ).exec(html);
  return { regle: rule, constat: unescapeHtml(found?.[1] ?? '') };
}

async function confirm(key: string, rule: string, note: string, column = 'sci'): Promise<string> {
  const response = await postForm(web, `/dossiers/${key}/points?voie=${column}`, {
    ...(await hiddenOf(key, rule, column)),
    verification: note,
    action: 'confirmer',
  });
  expect(response.status).toBe(303);
  return keyOf(response.headers.get('Location') ?? '');
}

async function compared(key: string, column = 'sci') {
  const { json } = await post(web.app, '/api/v1/comparisons', await dossierOf(key));
  const found = comparisonAnswer.parse(json).paths.find(({ id }) => id === column);
  if (found === undefined) throw new Error(`no column ${column}`);
  return found;
}

/** What the SCI of the case has to verify once its aids are under their ceiling. */
const RULES = [
  'grant.status',
  'state-aid.register',
  'state-aid.expiry',
  'state-aid.passed-on',
  'state-aid.pari-passu',
] as const;

describe('a point that a person vouches for', () => {
  test('is offered beside each point to verify, as a form that works without script', async () => {
    const html = await page(`/dossiers/${UNDER_CEILING}?voie=sci`);
    for (const rule of RULES) expect(html).toContain(`<input type="hidden" name="regle" value="${rule}">`);
    expect(html.match(/value="confirmer"/g)).toHaveLength(RULES.length);
    expect(html).toContain(`action="/dossiers/${UNDER_CEILING}/points?voie=sci"`);
  });

  test('an excess of aids is told first and not offered: nobody vouches for what the figures show', async () => {
    const html = await page(`/dossiers/${SCENARIO}?voie=sci`);
    expect(textOf(html)).toContain('5 points à vérifier');
    expect(html.match(/value="confirmer"/g)).toHaveLength(RULES.length - 1);
    expect(html).not.toContain('value="state-aid.excess"');
    const [first] = [
      ...html.matchAll(/<span class="rule-reason">(.*?)<\/span> <span class="rule-article">/gs),
    ];
    expect(textOf(first?.[1] ?? '')).toContain('Les aides publiques dépassent de 214 940 € leur plafond');
    const card = textOf(await page(`/dossiers/${SCENARIO}`));
    expect(card).toContain('Les aides publiques dépassent de 214 940 € leur plafond');
    let all = SCENARIO;
    for (const rule of RULES.filter((name) => name !== 'state-aid.register'))
      all = await confirm(all, rule, 'Revu avec la métropole');
    const found = await compared(all);
    expect(found.verdict).toBe('a-verifier');
    const left = found.legality.filter((item) => item.verdict === 'a-verifier' && !item.confirmed);
    expect(left.map(({ rule }) => rule)).toEqual(['state-aid.excess']);
    // A dossier written by hand vouches for it no more.
    const dossier = await dossierOf(all);
    dossier.confirmations.push({ path: 'sci', rule: 'state-aid.excess', note: 'je confirme' });
    const { json } = await post(web.app, '/api/v1/comparisons', dossier);
    const sci = comparisonAnswer.parse(json).paths.find(({ id }) => id === 'sci');
    expect(sci?.verdict).toBe('a-verifier');
    expect(sci?.legality[0]).not.toHaveProperty('confirmed');
  });

  test('is shown with its note and counted apart; the verdict waits for the last one', async () => {
    const key = await confirm(UNDER_CEILING, 'grant.status', 'Arrêtés reçus le 3 mars, J. Martin');
    expect((await dossierOf(key)).confirmations).toEqual([
      {
        path: 'sci',
        rule: 'grant.status',
        note: 'Arrêtés reçus le 3 mars, J. Martin',
        reason: 'Le plan de financement compte une subvention qui n’est pas acquise.',
      },
    ]);
    const words = textOf(await page(`/dossiers/${key}?voie=sci`));
    expect(words).toContain('Vérifié par vous : Arrêtés reçus le 3 mars, J. Martin');
    expect(words).toContain('4 points à vérifier (et un point vérifié par vous)');
    const one = await compared(key);
    expect(one.verdict).toBe('a-verifier');
    const item = one.legality.find(({ rule }) => rule === 'grant.status');
    expect(item).toMatchObject({ verdict: 'a-verifier', confirmed: 'Arrêtés reçus le 3 mars, J. Martin' });

    let all = key;
    for (const rule of RULES.slice(1)) {
      expect((await compared(all)).verdict).toBe('a-verifier');
      all = await confirm(all, rule, 'Revu avec la métropole');
    }
    const html = await page(`/dossiers/${all}?voie=sci`);
    expect(textOf(html)).toContain('Possible, sous votre responsabilité');
    expect(textOf(html)).toContain('5 points vérifiés par vous');
    expect(textOf(await page(`/dossiers/${all}`))).toContain('Possible, sous votre responsabilité');
    const both = await compared(all);
    expect(both.verdict).toBe('possible');
    for (const rule of RULES)
      expect(both.legality.find((found) => found.rule === rule)?.verdict).toBe('a-verifier');
    // Not a figure moves.
    const before = await compared(UNDER_CEILING);
    const figures = ({ keyFigures, sourcesAndUses, annual, covenants, checks }: typeof both) => ({
      keyFigures,
      sourcesAndUses,
      annual,
      covenants,
      checks,
    });
    expect(figures(both)).toEqual(figures(before));
    // The same point of another column is another point.
    expect((await compared(all, 'bank-loan')).legality.some(({ confirmed }) => confirmed)).toBe(false);
  });

  test('is taken back, and the dossier is again the one that was opened', async () => {
    const key = await confirm(SCENARIO, 'grant.status', 'vu');
    const response = await postForm(web, `/dossiers/${key}/points?voie=sci`, {
      ...(await hiddenOf(key, 'grant.status', 'sci')),
      action: 'retirer',
    });
    expect(response.status).toBe(303);
    expect(keyOf(response.headers.get('Location') ?? '')).toBe(SCENARIO);
  });

  test('another note takes the place of the first', async () => {
    const key = await confirm(SCENARIO, 'grant.status', 'vu une fois');
    const again = await confirm(key, 'grant.status', 'vu deux fois');
    expect((await dossierOf(again)).confirmations).toMatchObject([
      { path: 'sci', rule: 'grant.status', note: 'vu deux fois' },
    ]);
  });

  test('a note left empty or too long is refused beside its point, with what was typed', async () => {
    for (const [note, problem] of [
      ['   ', 'Dites qui a vérifié'],
      ['x'.repeat(601), '600'],
    ] as const) {
      const response = await postForm(web, `/dossiers/${SCENARIO}/points?voie=sci`, {
        ...(await hiddenOf(SCENARIO, 'grant.status', 'sci')),
        verification: note,
        action: 'confirmer',
      });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(textOf(html)).toContain(problem);
      if (note.trim() !== '') expect(html).toContain(note);
    }
  });

  test.each([
    [{ regle: '<script>', constat: 'c', verification: 'a', action: 'confirmer' }, 'sci'],
    [{ regle: 'grant.status', constat: 'c', verification: 'a', action: 'autre' }, 'sci'],
    [{ constat: 'c', verification: 'a', action: 'confirmer' }, 'sci'],
    [{ regle: 'grant.status', constat: 'c', verification: 'a', action: 'confirmer' }, 'no-such-column'],
    [{ regle: 'grant.status', verification: 'a', action: 'confirmer' }, 'sci'],
  ])('what no page sends is refused: %o', async (fields, column) => {
    const response = await postForm(
      web,
      `/dossiers/${SCENARIO}/points?voie=${column}`,
      fields as Record<string, string>,
    );
    expect(response.status).toBe(400);
  });

  test('a point that has come to say something else is to verify again, with the note of before', async () => {
    const before = await confirm(SCENARIO, 'bank.own-funds', 'La banque accepte 25 %', 'bank-loan');
    const dossier = await dossierOf(before);
    dossier.paths[1].sources[1].amount = '350000.00';
    const { json } = await post(web.app, '/api/v1/comparisons', dossier);
    const point = (answer: unknown) =>
      comparisonAnswer.parse(answer).paths[1]?.legality.find(({ rule }) => rule === 'bank.own-funds');
    expect(point(json)).not.toHaveProperty('confirmed');
    expect(point(json)).toMatchObject({ confirmedBefore: 'La banque accepte 25 %', verdict: 'a-verifier' });
    await web.store
      .insertInto('saved_inputs')
      .values({
        key: 'changed-since',
        json: JSON.stringify(dossier),
        content_hash: 'changed-since',
        parent: '',
        created_at: '2026-11-22',
      })
      .execute();
    const html = await page('/dossiers/changed-since?voie=bank-loan');
    expect(textOf(html)).toContain('À revérifier : ce point disait autre chose');
    expect(html).toContain('La banque accepte 25 %</textarea>');
    // Without what it said, a note holds whatever the point says: a dossier written by hand.
    delete dossier.confirmations[0].reason;
    const by = await post(web.app, '/api/v1/comparisons', dossier);
    expect(point(by.json)).toMatchObject({ confirmed: 'La banque accepte 25 %' });
  });

  test('goes with a kept version and its share link, and is told between two versions', async () => {
    const first = await keep(web, SCENARIO);
    const key = await confirm(`${addressIn(first)}-1`, 'grant.status', 'Arrêtés reçus');
    const sheet = await keep(web, key);
    expect(sheet).toBe(first);
    const token = await share(web, sheet, 2);
    expect(textOf(await page(`/dossiers/${token}?voie=sci`))).toContain('Vérifié par vous : Arrêtés reçus');
    const changes = textOf(await page(`${sheet}/comparer?de=1&a=2`));
    expect(changes).toContain('Points vérifiés');
    expect(changes).toContain('sci › grant.status');
  });

  test('leaves with its column: another one of the same name has no point confirmed', async () => {
    const key = await confirm(SCENARIO, 'grant.status', 'vu');
    const response = await postForm(web, `/dossiers/${key}/colonnes`, { action: 'retirer:sci' });
    const without = keyOf(response.headers.get('Location') ?? '');
    expect((await dossierOf(without)).confirmations).toBeUndefined();
  });
});

describe('what nobody can vouch for', () => {
  // biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
  async function changed(change: (dossier: any) => void) {
    const dossier = JSON.parse(wholeScenarioText());
    change(dossier);
    const { json } = await post(web.app, '/api/v1/comparisons', dossier);
    return comparisonAnswer.parse(json).paths;
  }

  test('a refusal stays one', async () => {
    const paths = await changed((dossier) => {
      dossier.paths[2].ticket.from = 'metropole';
      dossier.confirmations = ['authority.capital', 'authority.associate-account', ...RULES].map((rule) => ({
        path: 'sci',
        rule,
        note: 'je confirme',
      }));
    });
    expect(paths[2]?.verdict).toBe('impossible');
    expect(paths[2]?.legality[0]).not.toHaveProperty('confirmed');
    expect(paths[2]?.annual).toEqual([]);
  });

  test('money still to be found is not a point to confirm', async () => {
    const paths = await changed((dossier) => {
      dossier.paths[1].terms.solve = 'none';
      dossier.paths[1].terms.amount = '100000.00';
      dossier.confirmations = ['plan.balance', 'bank.own-funds', ...RULES].map((rule) => ({
        path: 'bank-loan',
        rule,
        note: 'je confirme',
      }));
    });
    const [, loan] = paths;
    expect(loan).toMatchObject({ funded: false, verdict: 'a-verifier' });
    expect(loan?.legality.find(({ rule }) => rule === 'plan.balance')).not.toHaveProperty('confirmed');
  });

  test('a point that is no longer said is kept, ignored, and warns of nothing', async () => {
    const dossier = JSON.parse(wholeScenarioText());
    dossier.confirmations = [{ path: 'sci', rule: 'rule.of-the-past', note: 'vu' }];
    const resolved = await post(web.app, '/api/v1/resolutions', dossier);
    // biome-ignore lint/suspicious/noExplicitAny: an answer is read
    const { dossier: whole, warnings } = resolved.json as any;
    expect(whole.confirmations).toMatchObject(dossier.confirmations);
    const before = await post(web.app, '/api/v1/resolutions', JSON.parse(wholeScenarioText()));
    // biome-ignore lint/suspicious/noExplicitAny: an answer is read
    expect(warnings).toEqual((before.json as any).warnings);
    const { json } = await post(web.app, '/api/v1/comparisons', dossier);
    expect(comparisonAnswer.parse(json).paths[2]?.verdict).toBe('a-verifier');
  });
});
