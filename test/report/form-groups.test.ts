import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { DOSSIER } from '../../src/dossier/dossier.ts';
import type { ResolvedDossier } from '../../src/dossier/resolution.ts';
import type { Description } from '../../src/input/description.ts';
import { formOf } from '../../src/input/field-kind.ts';
import { formGroups } from '../../src/report/form-groups.ts';
import { fieldsIn, type PageField, typedFieldsIn } from '../../src/report/form-parts.ts';
import { shownText } from '../../src/report/form-values.ts';
import { scenario, scenarios } from '../support/dossiers.ts';

function resolved(dossier: unknown): ResolvedDossier {
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.value.dossier;
}

/** Every field of the description, with the path and the value that a resolved dossier gives it. */
function described(node: Description, value: unknown, path: string): (readonly [string, Description])[] {
  const child = (key: string) => (path === '' ? key : `${path}.${key}`);
  switch (node.node) {
    case 'field':
      return [[path, node]];
    case 'nullable':
      return value === null ? [] : described(node.of, value, path);
    case 'list':
      return (value as unknown[]).flatMap((item, index) => described(node.of, item, `${path}[${index}]`));
    case 'choice':
      return described(node.variants[(value as { kind: string }).kind], value, path);
    case 'group':
      return Object.entries(node.shape).flatMap(([key, part]) =>
        described(part, (value as Record<string, unknown>)[key], child(key)),
      );
  }
}

const everyPath = (dossier: ResolvedDossier) => dossier.values.paths.map((_, index) => index);
// Brownfields and what the enterprise asks of a site have their own page.
const NOT_TYPED =
  /^(schemaVersion|id|facts|hypotheses|siteNeed|brownfields)\b|^site\.chosenBrownfield$|(\.|^)(id|kind)$/;

describe.each(scenarios())('detailed form of $id', ({ dossier: json }) => {
  const dossier = resolved(json);
  const groups = formGroups(dossier, { paths: everyPath(dossier), mode: 'detailed' });
  const fields = new Map(fieldsIn(groups).map((field) => [field.path, field]));
  const all = described(DOSSIER, dossier.values, '').filter(([path]) => !NOT_TYPED.test(path));

  test('has every field of the description, once, and nothing else', () => {
    expect(fieldsIn(groups).map(({ path }) => path)).toHaveLength(fields.size);
    // The kind of a part is a field, when it is not that of an entry.
    const paths = [...fields.keys()].filter((path) => !path.endsWith('.kind'));
    expect(paths.toSorted()).toEqual(all.map(([path]) => path).toSorted());
    expect(fields.size).toBeGreaterThan(100);
  });

  test('writes each with its label, a help, an origin; numbers with a unit that is not a code', () => {
    for (const [path, node] of all) {
      const field = fields.get(path) as PageField;
      expect(field.originText, path).not.toBe('');
      expect(field.label, path).toBe(path.endsWith('.label') ? 'Nom' : node.label);
      expect(field.unit, path).not.toMatch(/money|ratio|years|count|area/);
    }
  });

  test('offers each choice in French', () => {
    for (const field of fields.values()) {
      for (const { value, label } of field.kind === 'choice' ? (field.choices ?? []) : []) {
        // Legal forms and ids of parties apart, a word of the file is never shown.
        if (
          /^[a-z]+(-[a-z]+)*$/.test(value) &&
          !['association', 'total', 'signature', 'initial'].includes(value)
        ) {
          expect(label, field.path).not.toBe(value);
        }
      }
    }
  });
});

/** Choices of the whole description, those of kinds that no case uses too. */
function choicesWithoutWords(node: Description, path: string): string[] {
  if (node.node === 'field') {
    const { kind, choices } = formOf(node);
    const same = choices.filter(({ value, label }) => value === label && /-|[a-z]{5}|^\d/.test(value));
    const known = ['association', 'total', 'signature', 'initial'];
    return kind === 'choice' && !/(^|\.)kind$/.test(path) && same.some(({ value }) => !known.includes(value))
      ? [path]
      : [];
  }
  if (node.node === 'list' || node.node === 'nullable') return choicesWithoutWords(node.of, path);
  const parts = Object.entries(node.node === 'choice' ? node.variants : node.shape);
  return parts.flatMap(([key, part]) => choicesWithoutWords(part as Description, `${path}.${key}`));
}

test('every choice of the description has its French words', () => {
  expect(choicesWithoutWords(DOSSIER, '')).toEqual([]);
});

test('express, of a loan that a local authority guarantees: its coverage and the accounts its ratios read', () => {
  const dossier = resolved(scenario('garantie-intercommunale', 'guarantee'));
  const typed = typedFieldsIn(formGroups(dossier, { paths: [0], mode: 'express' }));
  const place = 'paths[0].guarantees[0]';
  expect(typed.map(({ path }) => path).filter((path) => path.startsWith(place))).toEqual([
    `${place}.coverage`,
    `${place}.realOperatingRevenue`,
    `${place}.ownAnnuities`,
    `${place}.guaranteedAnnuities`,
  ]);
  expect(typed.length).toBeLessThanOrEqual(16);
  expect(typed.find(({ path }) => path.endsWith('.realOperatingRevenue'))?.label).toMatch(/recettes réelles/);
});

describe('one form', () => {
  const dossier = resolved(scenario('sci-envie-soleil'));
  const form = (mode: 'express' | 'detailed', of = dossier) => formGroups(of, { paths: [0], mode });
  const fieldAt = (path: string, of = dossier) =>
    fieldsIn(form('detailed', of)).find((field) => field.path === path) as PageField;

  test('express has about ten fields; it and what is read beside make the detailed one, lots of works in one', () => {
    const typed = typedFieldsIn(form('express')).map(({ path }) => path);
    expect(typed.length).toBeGreaterThanOrEqual(8);
    expect(typed.length).toBeLessThanOrEqual(14);
    for (const path of [
      'site.price',
      'project.works',
      'paths[0].terms.annualRate',
      'operator.revenueAfter',
    ]) {
      expect(typed).toContain(path);
    }
    const lots = fieldsIn(form('express')).find(({ path }) => path === 'project.works');
    expect(lots?.total).toHaveLength(3);
    expect(lots?.value.replaceAll(/\s/g, '')).toBe('1600000');
    const together = [...fieldsIn(form('express')).map(({ path }) => path), ...(lots?.total ?? [])];
    expect(together.filter((path) => path !== 'project.works').toSorted()).toEqual(
      fieldsIn(form('detailed'))
        .map(({ path }) => path)
        .toSorted(),
    );
  });

  test('a field says what is usual, from which source, and whether it is what is there', () => {
    expect(fieldAt('paths[0].terms.arrangementFeeRate').usual).toEqual({
      text: '0,5\u00a0%',
      why: 'ordre de grandeur',
      kind: 'default',
      taken: true,
    });
    expect(fieldAt('project.contingencyRate').usual).toMatchObject({ text: '10\u00a0%', taken: false });
    expect(fieldAt('project.opening').usual?.text).toBe('01/03/2028');
    expect(fieldAt('project.vatRate').usual?.kind).toBe('law');
    expect(fieldAt('site.price')).toMatchObject({ required: true });
    expect(fieldAt('site.price').usual).toBeUndefined();
  });

  test('an amount that a search finds is shown, not typed', () => {
    expect(fieldAt('paths[0].terms.amount').solved).toBe(true);
    expect(typedFieldsIn(form('detailed')).map(({ path }) => path)).not.toContain('paths[0].terms.amount');
  });

  test('a party is chosen by its name; an empty limit is written as none', () => {
    const lender = fieldAt('paths[0].terms.lender');
    expect(shownText(lender)).toBe('Pool bancaire');
    expect(lender.choices?.map(({ value }) => value)).toEqual([
      'metropole',
      'region',
      'bank',
      'bdt',
      'owners',
    ]);
    const limit = fieldAt('paths[0].terms.maximumLoanToValue');
    expect([limit.value, limit.kind, shownText(limit)]).toEqual(['', 'percentage', 'aucune']);
    expect(fieldAt('paths[0].terms.minimumCover').value).toBe('1,20');
  });

  test('decimals are not parted like thousands', () => {
    const json = scenario('sci-envie-soleil');
    json.paths[0].terms.annualRate = '0.0385125';
    json.site.floorAreaM2 = '12345.67';
    const changed = resolved(json);
    expect(fieldAt('paths[0].terms.annualRate', changed).value).toBe('3,85125');
    expect(fieldAt('site.floorAreaM2', changed).value).toBe('12\u202f345,67');
  });

  test('two columns: each field says of which column it is, and express has a group for each', () => {
    const json = scenario('sci-envie-soleil');
    json.paths.push({ ...json.paths[0], id: 'other', label: 'R1 bis' });
    const both = resolved(json);
    const shown = { paths: [0, 1] } as const;
    const detailed = formGroups(both, { ...shown, mode: 'detailed' });
    expect(detailed.map(({ title }) => title)).toContain('R1 bis : conditions du prêt');
    const rate = fieldsIn(detailed).find(({ path }) => path === 'paths[1].terms.annualRate');
    expect(rate?.fullLabel).toBe('R1 bis : taux annuel du prêt');
    const express = formGroups(both, { ...shown, mode: 'express' }).filter((group) => !group.readOnly);
    expect(express.map(({ title }) => title)).toEqual(['L’essentiel', 'R1 – Prêt bancaire seul', 'R1 bis']);
  });

  test('a dossier without a site can be given one', () => {
    const json = scenario('sci-envie-soleil');
    json.site = null;
    const group = form('detailed', resolved(json)).find(({ id }) => id === 'site');
    expect(group?.optional).toEqual({ path: 'site', label: 'Site', present: false });
  });
});
