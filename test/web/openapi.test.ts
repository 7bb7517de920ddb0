import { describe, expect, test } from 'vitest';
import { DOSSIER } from '../../src/dossier/dossier.ts';
import type { Description, Group, Shape } from '../../src/input/description.ts';
import { TOOLS } from '../../src/tools/tools.ts';
import { API_CALLS } from '../../src/web/api/catalogue.ts';
import { dossierFields } from '../../src/web/api/dossier-fields.ts';
import { openApiDocument } from '../../src/web/api/openapi.ts';
import { methodsByPath } from '../../src/web/api/routes.ts';
import { scenarioDossier } from '../support/api-app.ts';
import { seededSite, seedSites } from '../support/inventory-seed.ts';
import { makeTestApp } from '../support/web-app.ts';

// biome-ignore lint/suspicious/noExplicitAny: a JSON document is read
const document = openApiDocument() as any;
const { app, store } = await makeTestApp();
await seedSites(store, [seededSite('42187_1')]);

/** Every object of a JSON value, with its path. */
function* objects(value: unknown, path = '#'): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  yield [path, value as Record<string, unknown>];
  for (const [key, child] of Object.entries(value)) yield* objects(child, `${path}/${key}`);
}

function resolve(reference: string): unknown {
  let at: unknown = document;
  for (const step of reference.replace('#/', '').split('/'))
    at = (at as Record<string, unknown> | undefined)?.[step];
  return at;
}

describe('the document', () => {
  test('is OpenAPI 3.1, with a title and unique operations', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Levier', version: expect.any(String) });
    const ids = Object.values(
      document.paths as Record<string, Record<string, { operationId: string }>>,
    ).flatMap((path) => Object.values(path).map((operation) => operation.operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has only references that lead somewhere', () => {
    const references = [...objects(document)].filter(([, object]) => typeof object.$ref === 'string');
    expect(references.length).toBeGreaterThan(40);
    for (const [path, { $ref }] of references) expect(resolve($ref as string), path).toBeTypeOf('object');
  });

  test('has schemas of known types, whose required properties exist', () => {
    const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
    for (const [path, schema] of objects(document.components.schemas, '#/components/schemas')) {
      if (path.endsWith('/properties') || path.includes('/default') || path.includes('/examples')) continue;
      for (const type of [schema.type ?? []].flat()) expect(types, path).toContain(type);
      const properties = Object.keys((schema.properties as object | undefined) ?? {});
      if (Array.isArray(schema.required))
        expect(properties, path).toEqual(expect.arrayContaining(schema.required));
    }
  });

  test('says every refusal that a body may meet', () => {
    for (const call of API_CALLS) {
      const operation = document.paths[call.path][call.method.toLowerCase()];
      const statuses = Object.keys(operation.responses);
      if (call.body !== undefined)
        expect(statuses).toEqual(expect.arrayContaining(['200', '400', '413', '415', '422', '503']));
      if (call.file !== undefined)
        expect(statuses).toEqual(expect.arrayContaining(['201', '413', '415', '422', '503']));
    }
  });
});

describe('routes', () => {
  test('served are listed, and listed are served', () => {
    const served = [...methodsByPath(app)]
      .filter(([path]) => /^\/api(\/|$)/.test(path))
      .flatMap(([path, methods]) =>
        methods.flatMap((method) => {
          const listed = path.replaceAll(/:(\w+)/g, '{$1}');
          // One route serves every calculator; each is listed under its own address.
          if (!listed.endsWith('/tools/{tool}')) return [`${method} ${listed}`];
          return TOOLS.map((tool) => `${method} ${listed.replace('{tool}', tool.id)}`);
        }),
      );
    const listed = API_CALLS.map((call) => `${call.method} ${call.path}`);
    expect(listed.toSorted()).toEqual(served.toSorted());
    expect(Object.keys(document.paths).toSorted()).toEqual(
      [...new Set(API_CALLS.map((call) => call.path))].toSorted(),
    );
  });

  test.each(API_CALLS.map((call) => [`${call.method} ${call.path}`, call] as const))(
    '%s answers its example',
    async (_, call) => {
      const address = call.path.replace('{siteId}', '42187_1').replace('{id}', 'sci-envie-soleil');
      const response = await app.request(address, {
        method: call.method,
        ...(call.body === undefined
          ? {}
          : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(call.body.example) }),
        ...(call.file === undefined
          ? {}
          : { headers: { 'Content-Type': call.file.types[0] as string }, body: call.file.example }),
      });
      const status = call.answer.kind === 'json' ? (call.answer.status ?? 200) : 200;
      expect(response.status).toBe(status);
      const content = document.paths[call.path][call.method.toLowerCase()].responses[status].content;
      expect(response.headers.get('content-type')).toContain(Object.keys(content)[0]);
    },
  );

  test('the document is served as it is', async () => {
    const response = await app.request('/api/openapi.json');
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });
});

describe('the schema of a dossier', () => {
  /** Every key of a description that its schema must have, in the same order. */
  function sameKeys(description: Description, schema: Record<string, unknown>, path: string): void {
    if (description.node === 'group') {
      const properties = schema.properties as Record<string, Record<string, unknown>>;
      expect(Object.keys(properties), path).toEqual(Object.keys(description.shape as Shape));
      for (const [key, child] of Object.entries(description.shape as Shape)) {
        sameKeys(child, properties[key] as Record<string, unknown>, `${path}.${key}`);
      }
    }
    if (description.node === 'list')
      sameKeys(description.of as Description, schema.items as never, `${path}[]`);
    if (description.node === 'nullable')
      sameKeys(description.of as Description, (schema.anyOf as never[])[0] as never, path);
    if (description.node === 'choice') {
      const variants = Object.values(description.variants as Record<string, Group<Shape>>);
      for (const [index, variant] of variants.entries())
        sameKeys(variant, (schema.oneOf as never[])[index] as never, path);
    }
  }

  test('has the fields of its description, labelled', () => {
    sameKeys(DOSSIER, document.components.schemas.Dossier, 'dossier');
    sameKeys(DOSSIER, document.components.schemas.CompletedDossier, 'dossier');
    expect(document.components.schemas.Dossier.properties.site.anyOf[0].properties.price).toMatchObject({
      type: 'string',
      title: 'Prix d’achat',
      description: 'Hors droits et hors frais.',
    });
  });

  test('requires what has no default, and gives the defaults', () => {
    const { Dossier, CompletedDossier } = document.components.schemas;
    expect(Dossier.required).toEqual(['id', 'title', 'lawDate', 'signature', 'operator', 'paths']);
    expect(CompletedDossier.required).toEqual(Object.keys(Dossier.properties));
    expect(Dossier.properties.horizonYears.default).toBe(20);
  });

  test('names every field once in the readable list', () => {
    const paths = dossierFields(DOSSIER).map((field) => field.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toEqual(expect.arrayContaining(['site.price', 'operator.jobs[].annualCost', 'mainPath']));
    for (const key of Object.keys(scenarioDossier())) {
      expect(
        paths.some((path) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`)),
        key,
      ).toBe(true);
    }
  });
});
