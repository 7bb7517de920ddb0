import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { makeTestApp, type TestApp, unescapeHtml } from '../support/web-app.ts';

/** A case of seven paths. */
const SEVEN = 'sci-envie-soleil';

let web: TestApp;
beforeAll(async () => {
  const text = readFileSync(new URL(`../../scenarios/${SEVEN}.json`, import.meta.url), 'utf8');
  const scenario = readScenario(`${SEVEN}.json`, text);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  web = await makeTestApp({ scenarios: [scenario.value] });
});

async function page(query = ''): Promise<string> {
  const response = await web.app.request(`/dossiers/${SEVEN}${query}`);
  expect(response.status).toBe(200);
  return await response.text();
}

function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

describe('a comparison of seven paths', () => {
  test('a verdict a line, what they share told once, each amount in its line', async () => {
    const html = await page();
    const lines = [...html.matchAll(/<li class="column-card column-line.*?<\/li>/gs)].map(([line]) => line);
    expect(lines).toHaveLength(7);
    expect(html.match(/class="common-point"/g)).toHaveLength(1);
    const shared = textOf(/<p class="common-point">.*?<\/p>/s.exec(html)?.[0] ?? '');
    expect(shared).toMatch(
      /À vérifier dans R1, P1, P2, P3, P4 et P5 : les aides publiques dépassent de [\d ]+ € à [\d ]+ € leur plafond\./,
    );
    const summaries = lines.map((line) => textOf(/<summary>.*?<\/summary>/s.exec(line)?.[0] ?? ''));
    expect(summaries[0]).toContain('Possible rien ne s’y oppose');
    const amounts = summaries.slice(1).map((text) => /point commun : ([\d ]+ €)/.exec(text)?.[1] ?? '');
    for (const [index, amount] of amounts.entries()) {
      expect(amount).not.toBe('');
      // The whole reason, folded, says the same amount.
      expect(textOf(lines[index + 1] ?? '')).toContain(`dépassent de ${amount} leur plafond :`);
    }
    expect(html).not.toMatch(/ style=/);
  });

  test('the form is folded below; it is open for the detailed one', async () => {
    const side = (html: string) => /<aside class="side side-below"[^>]*>\s*<details( open)?>/.exec(html);
    const express = side(await page());
    expect(express).not.toBeNull();
    expect(express?.[1]).toBeUndefined();
    expect(side(await page('?saisie=detail'))?.[1]).toBe(' open');
  });

  test('cells name their column; the rows of the reader who is asked for come first', async () => {
    const readers = (html: string) =>
      [...html.matchAll(/scope="rowgroup"[^>]*><span>(Pour [^<]*)<\/span>/g)].map(([, who]) => who);
    const html = await page();
    expect(readers(html)).toEqual(['Pour l’entreprise', 'Pour les financeurs', 'Pour la collectivité']);
    expect(readers(await page('?regard=collectivite'))[0]).toBe('Pour la collectivité');
    expect(readers(await page('?regard=investisseur'))[0]).toBe('Pour les financeurs');
    const [row = ''] = /<tr[^>]*class="row-line">(?:(?!<\/tr>).)*<\/tr>/s.exec(html) ?? [];
    expect([...row.matchAll(/data-column="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'R0',
      'R1',
      'P1',
      'P2',
      'P3',
      'P4',
      'P5',
    ]);
  });
});
