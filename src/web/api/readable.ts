import type { ApiPage, ApiSection } from '../../../views/api-page.ts';
import { DOSSIER } from '../../dossier/dossier.ts';
import type { ApiCall } from './call-description.ts';
import { API_CALLS } from './catalogue.ts';
import { dossierFields } from './dossier-fields.ts';
import type { JsonSchema } from './json-schema.ts';
import { componentSchemas } from './openapi.ts';
import { REFUSALS } from './problems.ts';
import { shapeText } from './shape-text.ts';

const HEADER = '-H "Content-Type: application/json"';

interface Place {
  /** `http://localhost:3000`: examples can be pasted as they are. */
  readonly origin: string;
  /** Id of a case, for the examples. */
  readonly scenario: string;
}

/** The command that posts a JSON text. */
export function curlOf(url: string, json: string): string {
  return `curl -s ${HEADER} -d '${json.replaceAll("'", "'\\''")}' ${url}`;
}

/** A command that works as it is. Calls about a dossier read the file that the first example writes. */
function exampleOf(call: ApiCall, { origin, scenario }: Place): string {
  const examples = new Map((call.parameters ?? []).map(({ name, example }) => [name, example]));
  const path = call.path.replace(
    /\{(\w+)\}/g,
    (_, name) => (name === 'id' ? scenario : examples.get(name)) ?? name,
  );
  const url = `${origin}${path}`;
  if (call.method === 'GET') return `curl -s ${url}`;
  const out = call.answer.kind === 'file' ? ' -o levier.xlsx' : '';
  if (call.file !== undefined)
    return `curl -s -H "Content-Type: ${call.file.types[0]}" --data-binary @${call.file.name} ${url}`;
  if (call.body?.schema === 'Dossier') return `curl -s${out} ${HEADER} --data-binary @dossier.json ${url}`;
  const example = (call.body?.example ?? {}) as Record<string, unknown>;
  const { dossier, path: _path, ...rest } = example;
  if (dossier === undefined) return curlOf(url, JSON.stringify(example));
  const envelope = `{"dossier": %s, ${JSON.stringify(rest).slice(1)}`;
  return `printf '${envelope}' "$(cat dossier.json)" |\n  curl -s ${HEADER} --data-binary @- ${url}`;
}

function shapesOf(call: ApiCall, schemas: Record<string, JsonSchema>): ApiSection['shapes'] {
  const named = [
    ['Corps', call.body?.schema],
    ['Réponse', call.answer.kind === 'json' ? call.answer.schema : undefined],
  ] as const;
  return named.flatMap(([label, name]): ApiSection['shapes'] => {
    const schema = name === undefined ? undefined : schemas[name];
    if (name === 'Dossier') return [{ label: `${label} : un dossier`, text: undefined }];
    const isDescribed =
      schema?.properties !== undefined || schema?.items !== undefined || schema?.oneOf !== undefined;
    return schema === undefined || !isDescribed ? [] : [{ label, text: shapeText(schema) }];
  });
}

/** What the readable page shows: each call with its purpose, a command that works, its shapes; refusals; every field. */
export function readableApi(place: Place): Omit<ApiPage, 'assets'> {
  const schemas = componentSchemas();
  const section = (call: ApiCall): ApiSection => ({
    id: call.id,
    title: call.title,
    address: `${call.method} ${call.path}`,
    purpose: call.purpose,
    example: exampleOf(call, place),
    parameters: (call.parameters ?? []).map(({ name, description }) => ({ name, description })),
    shapes: shapesOf(call, schemas),
  });
  const isTool = (call: ApiCall) => call.path.startsWith('/api/v1/tools/');
  const download = `curl -s ${place.origin}/api/v1/scenarios/${place.scenario} > dossier.json`;
  const compare = `curl -s ${HEADER} --data-binary @dossier.json ${place.origin}/api/v1/comparisons`;
  return {
    firstExample: `${download}\n${compare}`,
    dossierCalls: API_CALLS.filter((call) => !isTool(call) && call.answer.kind !== 'page').map(section),
    toolCalls: API_CALLS.filter(isTool).map(section),
    refusals: Object.entries(REFUSALS).map(([id, { status, title, when }]) => ({ id, status, title, when })),
    fields: dossierFields(DOSSIER),
  };
}
