import { describe, expect, test } from 'vitest';
import { structureOf } from '../../src/report/structure.ts';
import { columns, computedDeal } from '../support/dossiers.ts';
import { IN_WHOLE } from '../support/extent.ts';
import { handGroup } from '../support/hand-group.ts';

test('a holding is drawn with every subsidiary that it has, funded or not', () => {
  const { companies } = structureOf(computedDeal(handGroup()));
  const [enterprise, holding] = companies;
  expect(enterprise?.incoming.map(({ from, kind }) => [from, kind])).toContainEqual(['Groupe+', 'shares']);
  const held = holding?.outgoing.filter(({ kind }) => kind === 'shares');
  expect(held?.map(({ to, share }) => [to, share?.replaceAll(/\s/g, ' ')])).toEqual([
    ['TriPlast', '100 % des parts'],
    ['Valo 33', '70 % des parts'],
  ]);
});

describe.each(columns())('the diagram of $id, $column', ({ dossier }) => {
  test('draws each relation once at least, but what a subsidiary buys for itself', IN_WHOLE, () => {
    const { companies, relations } = structureOf(computedDeal(dossier));
    const drawn = new Set(companies.flatMap(({ incoming, outgoing }) => [...incoming, ...outgoing]));
    const names = companies.map(({ label }) => label);
    const missing = relations.filter((relation) => !drawn.has(relation) && names.includes(relation.from));
    expect(missing).toEqual([]);
  });
});
