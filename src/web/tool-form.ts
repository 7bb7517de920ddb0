import type { Tool } from '../tools/tool.ts';
import { type JsonSchema, schemaFromZod } from './api/json-schema.ts';
import { EXAMPLES, PERCENTAGES } from './tool-wording.ts';

/** How a field of a calculator is typed on its page. */
export type ToolFieldKind =
  | 'money'
  | 'percentage'
  | 'number'
  | 'whole'
  | 'date'
  | 'choice'
  | 'truth'
  | 'text'
  /** One amount a line. */
  | 'amounts'
  /** A date and an amount a line. */
  | 'dated-amounts';

export interface ToolField {
  /** Its place in the request, which is its name in the address: `loan.annualRate`. */
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly kind: ToolFieldKind;
  readonly required: boolean;
  /** Values of a choice, as the request gives them. */
  readonly choices: readonly (string | number)[];
}

/** The form of a calculator; `kind` when its request is of one kind among several, each with its own fields. */
export interface ToolForm {
  readonly fields: readonly ToolField[];
  /** Objects of the request that must be there, even when all their fields are left out: `limits`. */
  readonly objects: readonly string[];
  readonly kinds: readonly string[];
  readonly kind: string | undefined;
  /** A request that is answered, shown first. */
  readonly example: object;
}

const DECIMAL_PATTERN = '^-?\\d';

function kindOf(name: string, schema: JsonSchema): ToolFieldKind {
  const { type, format, pattern, items } = schema;
  if (schema.enum !== undefined) return 'choice';
  if (type === 'boolean') return 'truth';
  if (type === 'integer') return 'whole';
  if (type === 'array') return (items as JsonSchema).type === 'object' ? 'dated-amounts' : 'amounts';
  if (format === 'date') return 'date';
  if (typeof pattern !== 'string' || !pattern.startsWith(DECIMAL_PATTERN)) return 'text';
  const key = name.slice(name.lastIndexOf('.') + 1);
  if (PERCENTAGES.has(key)) return 'percentage';
  return key === 'dscr' ? 'number' : 'money';
}

/** The fields of an object, those of the objects inside it among them. */
function fieldsOf(schema: JsonSchema, prefix: string, isRequired: boolean): ToolField[] {
  const required = new Set((schema.required as readonly string[] | undefined) ?? []);
  return Object.entries(schema.properties as Record<string, JsonSchema>).flatMap(([key, property]) => {
    const name = `${prefix}${key}`;
    const mustBeGiven = isRequired && required.has(key);
    if (property.properties !== undefined) return fieldsOf(property, `${name}.`, mustBeGiven);
    if (property.const !== undefined) return [];
    const { title = key, description = '' } = property as { title?: string; description?: string };
    const choices = (property.enum as readonly (string | number)[] | undefined) ?? [];
    return [
      { name, label: title, help: description, kind: kindOf(name, property), required: mustBeGiven, choices },
    ];
  });
}

function objectsOf(schema: JsonSchema): string[] {
  const properties = schema.properties as Record<string, JsonSchema>;
  return ((schema.required as readonly string[] | undefined) ?? []).filter(
    (key) => properties[key]?.properties !== undefined,
  );
}

function kindOfVariant(variant: JsonSchema): string {
  return String((variant.properties as Record<string, JsonSchema>).kind?.const ?? '');
}

/**
 * The form of a calculator, from the schema of its request.
 * @param kind which of the kinds, for a calculator that has several; the first unless known
 */
export function toolForm(tool: Tool, kind?: string): ToolForm {
  const schema = schemaFromZod(tool.request, 'given');
  const variants = schema.oneOf as readonly JsonSchema[] | undefined;
  if (variants === undefined) {
    const fields = fieldsOf(schema, '', true);
    return { fields, objects: objectsOf(schema), kinds: [], kind: undefined, example: tool.example };
  }
  const kinds = variants.map(kindOfVariant);
  const chosen = kinds.find((one) => one === kind) ?? kinds[0] ?? '';
  const variant = variants[kinds.indexOf(chosen)] ?? {};
  const example =
    (tool.example as { kind?: string }).kind === chosen ? tool.example : (EXAMPLES[chosen] ?? tool.example);
  return { fields: fieldsOf(variant, '', true), objects: objectsOf(variant), kinds, kind: chosen, example };
}
