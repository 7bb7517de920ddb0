import type { JsonSchema } from './json-schema.ts';

/**
 * A JSON Schema as a person reads it: keys in order, `?` after those that may be left out, what stands for each value,
 * its meaning after `//`.
 */
export function shapeText(schema: JsonSchema, indent = ''): string {
  const { $ref, type, properties, items } = schema;
  if (typeof $ref === 'string') return $ref.slice($ref.lastIndexOf('/') + 1);
  const variants = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
  if (variants !== undefined) return variants.map((variant) => shapeText(variant, indent)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (Array.isArray(type)) return type.map((one) => shapeText({ ...schema, type: one }, indent)).join(' | ');
  if (properties !== undefined) return objectText(schema, indent);
  if (items !== undefined) return `[${shapeText(items as JsonSchema, indent)}]`;
  return valueText(schema, indent);
}

function valueText(schema: JsonSchema, indent: string): string {
  const [example] = (schema.examples as readonly unknown[] | undefined) ?? [];
  switch (schema.type) {
    case 'string':
      return example === undefined ? 'texte' : JSON.stringify(example);
    case 'integer':
    case 'number':
      return 'nombre';
    case 'boolean':
      return 'true | false';
    case 'null':
      return 'null';
    case 'object': {
      const value = schema.additionalProperties;
      return `{ [clé]: ${typeof value === 'object' && value !== null ? shapeText(value as JsonSchema, indent) : '…'} }`;
    }
    default:
      return '…';
  }
}

function objectText(schema: JsonSchema, indent: string): string {
  const required = new Set((schema.required as readonly string[] | undefined) ?? []);
  const inside = `${indent}  `;
  const lines = Object.entries(schema.properties as Record<string, JsonSchema>).map(([key, property]) => {
    const meaning = [property.title, property.description].filter((text) => text !== undefined).join(' : ');
    const note = meaning === '' ? '' : `  // ${meaning}`;
    const text = shapeText(property, inside);
    // The meaning of a part written on several lines stands at its head.
    const [head = '', ...rest] = text.split('\n');
    const value = rest.length === 0 ? `${text}${note}` : [`${head}${note}`, ...rest].join('\n');
    return `${inside}${key}${required.has(key) ? '' : '?'}: ${value}`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}
