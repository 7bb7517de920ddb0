import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { typeset } from '../../src/web/typesetting.ts';
import { WHOLE, wholeScenario } from '../support/compared.ts';
import { makeTestApp, type TestApp, unescapeHtml } from '../support/web-app.ts';

let web: TestApp;

beforeAll(async () => {
  web = await makeTestApp({ scenarios: [wholeScenario()] });
}, 60_000);

/** The texts of a page, without what is typed, code or drawn. */
function textsOf(html: string): string[] {
  const written = html.replaceAll(/<(script|textarea|pre|code|style|svg)\b[\s\S]*?<\/\1>/g, '');
  return [...written.matchAll(/>([^<]+)/g)].map(([, text = '']) => unescapeHtml(text));
}

const FAULTS = [
  ['a straight apostrophe', /\p{L}'\p{L}/u],
  ['a space that breaks after « or before »', /« |[^\u00a0\u202f]»/],
  ['a space that breaks before a sign', / [:;?!%€]/],
  ['a space that breaks before a unit', /\d (?:ans?|mois|m²|ETP)(?!\p{L})/u],
  ['a space that breaks inside a reference', /(?<![\p{L}\d.])(?:[LDRA]\.|art\.|n°) (?=\d)/u],
  ['a space that breaks inside a number', /(?<![\d,.])\d{1,3} \d{3}(?!\d)/],
] as const;

describe('French spaces and apostrophes', () => {
  test.each([
    '/',
    `/dossiers/${WHOLE}`,
    `/dossiers/${WHOLE}?saisie=detail`,
    `/dossiers/${WHOLE}?voie=market-rent`,
    `/dossiers/${WHOLE}?voie=sci`,
    `/dossiers/${WHOLE}/recherche`,
    '/mes-dossiers',
    '/outils',
    '/api',
  ])('%s', async (address) => {
    const response = await web.app.request(address);
    expect(response.status).toBe(200);
    const texts = textsOf(await response.text());
    expect(texts.length).toBeGreaterThan(20);
    for (const [fault, pattern] of FAULTS)
      expect(
        texts.filter((text) => pattern.test(text)),
        fault,
      ).toEqual([]);
  });

  test.each([
    ['articles L. 2252-1 à L. 2252-5', 'articles L.~2252-1 à L.~2252-5'],
    ['D. 1511-30 et R. 2321-2 2°', 'D.~1511-30 et R.~2321-2~2°'],
    ['CGCT art. L2252-1, D1511-30 ; CGI art. 200', 'CGCT art.~L2252-1, D1511-30~; CGI art.~200'],
    ['art. L. 300-1, n° 232060', 'art.~L.~300-1, n°~232060'],
    ['vitamine D. 3 SARL. 12 lots, part. 2', 'vitamine D.~3 SARL. 12 lots, part. 2'],
  ])('a reference never breaks: %s', (typed, shown) => {
    expect(typeset(`<p>${typed}</p>`)).toBe(`<p>${shown.replaceAll('~', '\u00a0')}</p>`);
  });

  test('what a person typed in a text box, code and drawings are left as they are', () => {
    for (const tag of ['textarea', 'pre', 'code', 'svg'])
      expect(typeset(`<p>a : b</p><${tag}>a : b ?</${tag}> : c`)).toBe(
        `<p>a\u00a0: b</p><${tag}>a : b ?</${tag}>\u00a0: c`,
      );
  });

  test('an address, a value and any other attribute never change', () => {
    expect(typeset('<input value="a : b" title="« x »"><a href="/x ?y=1">1 500 €</a>')).toBe(
      '<input value="a : b" title="« x »"><a href="/x ?y=1">1\u202f500\u00a0€</a>',
    );
  });

  test('only spaces change, and a page typeset twice is the same page', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...' <>a:1€»«%0/"pre') }), (text) => {
        const once = typeset(text);
        expect(once.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text);
        expect(typeset(once)).toBe(once);
      }),
    );
  });
});
