import { z } from 'zod';
import { DOSSIER } from '../../dossier/dossier.ts';
import {
  comparisonAnswer,
  explanationAnswer,
  figuresAnswer,
  problemShape,
  resolutionAnswer,
  scenariosAnswer,
} from '../../tasks/api-answers.ts';
import { explanationRequest, figuresRequest } from '../../tasks/api-requests.ts';
import { landSupportRequest } from '../../tasks/land-support-request.ts';
import { landSupportAnswer } from '../../tasks/land-support-shape.ts';
import { lawAnswer } from '../../tasks/law-shape.ts';
import { importAnswer } from '../../tasks/site-answers.ts';
import { TOOLS } from '../../tools/tools.ts';
import type { ApiCall } from './call-description.ts';
import { API_CALLS, pascalCase } from './catalogue.ts';
import { type JsonSchema, schemaFromDescription, schemaFromZod } from './json-schema.ts';
import { REFUSALS, type Refusal } from './problems.ts';
import { siteAnswer, sitesAnswer } from './sites-shape.ts';

const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

const problem = z
  .strictObject({
    type: z
      .string()
      .meta({ format: 'uri-reference', description: 'Mène à la ligne de ce refus sur la page /api.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(problemShape).meta({ description: 'Un problème par endroit, tous à la fois.' }),
  })
  .meta({ title: 'Refus (RFC 9457)' });

/** A schema with one of its properties replaced: the dossier in an envelope is the Dossier described elsewhere. */
function withProperty(schema: JsonSchema, name: string, property: JsonSchema): JsonSchema {
  const required = new Set([...((schema.required as string[] | undefined) ?? []), name]);
  return {
    ...schema,
    properties: { ...(schema.properties as object), [name]: property },
    required: [...required],
  };
}

/** Every schema that calls name, from the schemas that read and the descriptions that label. */
export function componentSchemas(): Record<string, JsonSchema> {
  const tools = TOOLS.flatMap((tool) => {
    const name = pascalCase(tool.id);
    return [
      [`${name}Request`, { title: tool.title, ...schemaFromZod(tool.request, 'given') }],
      [`${name}Answer`, { title: `${tool.title} : réponse`, ...schemaFromZod(tool.response, 'answered') }],
    ] as const;
  });
  return {
    Dossier: {
      ...schemaFromDescription(DOSSIER),
      description: 'Ce qu’un fichier de `scenarios/`, la page et l’API échangent.',
    },
    CompletedDossier: { ...schemaFromDescription(DOSSIER, true), title: 'Dossier où rien n’est laissé vide' },
    Scenarios: schemaFromZod(scenariosAnswer, 'answered'),
    Law: schemaFromZod(lawAnswer, 'answered'),
    Resolution: withProperty(
      schemaFromZod(resolutionAnswer, 'answered'),
      'dossier',
      reference('CompletedDossier'),
    ),
    Comparison: schemaFromZod(comparisonAnswer, 'answered'),
    FiguresRequest: withProperty(schemaFromZod(figuresRequest, 'given'), 'dossier', reference('Dossier')),
    Figures: schemaFromZod(figuresAnswer, 'answered'),
    ExplanationRequest: withProperty(
      schemaFromZod(explanationRequest, 'given'),
      'dossier',
      reference('Dossier'),
    ),
    Explanation: schemaFromZod(explanationAnswer, 'answered'),
    SitesImport: schemaFromZod(importAnswer, 'answered'),
    Sites: schemaFromZod(sitesAnswer, 'answered'),
    Site: schemaFromZod(siteAnswer, 'answered'),
    LandSupportRequest: withProperty(
      schemaFromZod(landSupportRequest, 'given'),
      'dossier',
      reference('Dossier'),
    ),
    LandSupport: schemaFromZod(landSupportAnswer, 'answered'),
    Problem: schemaFromZod(problem, 'answered'),
    OpenApi: { type: 'object', title: 'Document OpenAPI 3.1' },
    ...Object.fromEntries(tools),
  };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function contentOf(answer: ApiCall['answer']): JsonSchema {
  switch (answer.kind) {
    case 'json':
      return { 'application/json': { schema: reference(answer.schema) } };
    case 'file':
      return { [XLSX]: { schema: { type: 'string', format: 'binary' } } };
    case 'page':
      return { 'text/html': { schema: { type: 'string' } } };
  }
}

const REFUSALS_OF_BODIES: readonly Refusal[] = [
  'json-illisible',
  'corps-trop-gros',
  'type-refuse',
  'donnees-refusees',
  'serveur-occupe',
];

const REFUSALS_OF_FILES: readonly Refusal[] = [
  'corps-trop-gros',
  'type-refuse',
  'donnees-refusees',
  'serveur-occupe',
];

/** Never the fault of what was sent. */
const DEFECT: Refusal = 'calcul-impossible';

/** The refusals that a call may answer, each a reference to its description. */
function refusalsOf(call: ApiCall): Record<string, JsonSchema> {
  const isNamed = call.parameters?.some((parameter) => parameter.in === 'path') ?? false;
  const isFiltered = call.parameters?.some((parameter) => parameter.in === 'query') ?? false;
  const refusals: readonly Refusal[] = [
    ...(isNamed ? (['introuvable'] as const) : []),
    ...(isFiltered ? (['donnees-refusees'] as const) : []),
    ...(call.body ? REFUSALS_OF_BODIES : []),
    ...(call.file ? REFUSALS_OF_FILES : []),
  ];
  return Object.fromEntries(
    refusals.map((refusal) => [
      String(REFUSALS[refusal].status),
      { $ref: `#/components/responses/${refusal}` },
    ]),
  );
}

function operationOf(call: ApiCall): JsonSchema {
  return {
    operationId: call.id,
    summary: call.title,
    description: call.purpose,
    ...(call.parameters === undefined
      ? {}
      : {
          parameters: call.parameters.map(({ name, in: place, description, example }) => ({
            name,
            in: place,
            required: place === 'path',
            description,
            example,
            schema: { type: 'string' },
          })),
        }),
    ...(call.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: reference(call.body.schema), example: call.body.example },
            },
          },
        }),
    ...(call.file === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              call.file.types.map((type, rank) => [
                type,
                { schema: { type: 'string' }, ...(rank === 0 ? { example: call.file?.example } : {}) },
              ]),
            ),
          },
        }),
    responses: {
      [call.answer.kind === 'json' ? (call.answer.status ?? 200) : 200]: {
        description: call.title,
        content: contentOf(call.answer),
      },
      ...refusalsOf(call),
      default: { $ref: `#/components/responses/${DEFECT}` },
    },
  };
}

/** The OpenAPI 3.1 document of the API. */
export function openApiDocument(): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const call of API_CALLS) {
    paths[call.path] = { ...paths[call.path], [call.method.toLowerCase()]: operationOf(call) };
  }
  const described = Object.entries(REFUSALS).filter(([refusal]) => refusal !== 'methode-refusee');
  const responses = described.map(([refusal, { title, when }]) => [
    refusal,
    {
      description: `${title}. ${when}`,
      content: { 'application/problem+json': { schema: reference('Problem') } },
    },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Levier',
      version: '1',
      description:
        'Simuler le financement et l’immobilier d’une industrie de l’ESS. Montants et taux sont des textes décimaux avec un point ("1600000.00", "0.0385") ; les refus suivent la RFC 9457.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [],
    paths,
    components: { schemas: componentSchemas(), responses: Object.fromEntries(responses) },
  };
}
