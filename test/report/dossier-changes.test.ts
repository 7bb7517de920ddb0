import { describe, expect, test } from 'vitest';
import type { Json, RawDossier } from '../../src/input/description.ts';
import { dossierChanges } from '../../src/report/dossier-changes.ts';
import { makeVersionChanges } from '../../src/tasks/version-changes.ts';
import { scenarioText } from '../support/web-app.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

// biome-ignore lint/suspicious/noExplicitAny: a dossier to be changed anywhere
type Free = any;

/** What a change of the case tells, one line a change. */
function told(change: (dossier: Free) => void): string[] {
  const before = JSON.parse(scenarioText()) as RawDossier;
  const after = structuredClone(before);
  change(after);
  const { fields, notes } = makeVersionChanges({
    before: { dossier: before, paths: [] },
    after: { dossier: after, paths: [] },
  });
  return [...fields, ...notes].map(({ section, label, kind, before: one, after: other }) =>
    plain(`${section} | ${label} | ${kind} | ${one.join(' ; ')} → ${other.join(' ; ')}`),
  );
}

describe('what is no change is not told', () => {
  test.each<[string, (dossier: Free) => void]>([
    ['nothing', () => undefined],
    [
      'the same amount written otherwise',
      (dossier) => {
        dossier.site.price = '1600000';
      },
    ],
    [
      'a default written out',
      (dossier) => {
        dossier.site.newBuilding = false;
      },
    ],
    [
      'keys in another order',
      (dossier) => {
        dossier.site = Object.fromEntries(Object.entries(dossier.site).toReversed());
      },
    ],
  ])('%s', (_, change) => {
    expect(told(change)).toEqual([]);
  });
});

describe('what changes is told in French, with its place', () => {
  test('a value that was left out says what its default was', () => {
    expect(
      told((dossier) => {
        dossier.site.disbursements = '2000.00';
      }),
    ).toEqual(['Site | Débours du notaire | changed | 1 500,00 € (par défaut) → 2 000,00 €']);
  });

  test('a line of another kind under the same id is one taken out and one put in', () => {
    const lines = told((dossier) => {
      dossier.paths[0].sources[1] = {
        kind: 'self-financing',
        id: 'apport-associes',
        label: 'Apport',
        amount: '300000.00',
      };
    });
    const others = lines.filter((line) => !/ (added|removed) /.test(line));
    expect(lines.find((line) => line.includes(' added '))).toMatch(
      /› Apport \| added \| {2}→ Autofinancement.* : 300 000,00 €/,
    );
    expect(lines.find((line) => line.includes(' removed '))).toMatch(
      /› Apport des associés \| removed \| Apport en fonds propres ; Apporteur : associés ; .* : 300 000,00 €/,
    );
    expect(others).toEqual([]);
  });

  test('lines in another order: the order is told, not their values', () => {
    expect(
      told((dossier) => {
        dossier.project.works.reverse();
        dossier.hypotheses = dossier.hypotheses.filter(({ path }: Free) => !path.includes('works'));
      }).filter((line) => line.startsWith('Projet')),
    ).toEqual([
      'Projet | Travaux | moved | Clos, couvert et isolation, puis Ateliers, réseaux et sécurité incendie, puis Magasin et bureaux → Magasin et bureaux, puis Ateliers, réseaux et sécurité incendie, puis Clos, couvert et isolation',
    ]);
  });

  test('a site taken out is told whole', () => {
    const [line = '', ...others] = told((dossier) => {
      dossier.site = null;
      dossier.facts = dossier.facts.filter(({ path }: Free) => !path.startsWith('site.'));
      dossier.hypotheses = dossier.hypotheses.filter(({ path }: Free) => !path.startsWith('site.'));
    }).filter((item) => item.startsWith('Dossier'));
    expect(line).toContain('Dossier | Site | removed | Nom du site : Ancienne messagerie Geodis');
    expect(line).toContain('Prix d’achat : 1 600 000,00 €');
    expect(others).toEqual([]);
  });

  test('a source and a reason that change are told apart', () => {
    expect(
      told((dossier) => {
        dossier.facts[0].source = 'Le maire, 22/11/2026';
        dossier.hypotheses.splice(0, 1);
      }),
    ).toEqual([
      'Sources des faits | Commune | changed | if-saint-etienne.fr, septembre 2022 ; usinenouvelle.com (N2048682), 15/09/2022 → Le maire, 22/11/2026',
      'Raisons des hypothèses | Prix d’achat | removed | partage supposé des 4 M€ annoncés entre achat et travaux → ',
    ]);
  });

  test('a party is cited by its name', () => {
    expect(
      told((dossier) => {
        dossier.paths[0].sources[3].from = 'region';
      }),
    ).toEqual([
      'R1 – Prêt bancaire seul | Ressources avant le prêt › Subvention de la métropole (friche) › Financeur | changed | Saint-Étienne Métropole → Région Auvergne-Rhône-Alpes',
    ]);
  });
});

test('a dossier that this program no longer reads is compared as it was typed', () => {
  const dossier = JSON.parse(scenarioText());
  const older = { ...dossier, formerField: { a: [1, '2'] }, horizonYears: 400 };
  const { fields } = makeVersionChanges({
    before: { dossier: older, paths: [] },
    after: { dossier, paths: [] },
  });
  expect(fields.map(({ label, kind }) => `${label} ${kind}`)).toContain('formerField removed');
});

test.each<[string, Json, Json]>([
  ['a hostile kind', { kind: '__proto__', id: 'a' }, { kind: 'constructor', id: 'a' }],
  ['lists of nothing', { paths: [null, 1, 'a'] }, { paths: [[], {}, null] }],
  ['twice the same id', { paths: [{ id: 'a' }, { id: 'a' }] }, { paths: [{ id: 'a' }] }],
])('%s is compared without a throw', (_, one, other) => {
  const side = (json: Json) => ({ json: json as RawDossier, origins: {} });
  expect(() => dossierChanges(side(one), side(other))).not.toThrow();
  expect(() => dossierChanges(side({ paths: [one] }), side({ paths: [other] }))).not.toThrow();
});
