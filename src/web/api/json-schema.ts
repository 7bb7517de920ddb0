import { z } from 'zod';
import {
  type Default,
  type Description,
  type Group,
  mayBeLeftOut,
  type Shape,
} from '../../input/description.ts';

/** A JSON Schema (2020-12), as OpenAPI 3.1 embeds it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The schema of what is given (before it is read), or of what is answered. */
export function schemaFromZod(schema: z.ZodType, side: 'given' | 'answered'): JsonSchema {
  const io = side === 'given' ? 'input' : 'output';
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

/** « Par défaut : 10 % en bâtiment courant. », and the value itself when it is always the same. */
function defaultOf(fallback: Default | undefined): { readonly text: string; readonly default?: unknown } {
  if (fallback === undefined) return { text: '' };
  const { value, kind, why } = fallback;
  const text = `${kind === 'law' ? 'Fixé par la loi' : 'Par défaut'} : ${why}.`;
  return typeof value === 'function' ? { text } : { text, default: value };
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/**
 * The schema of a part of a dossier, from its description: labels become titles, helps descriptions, defaults defaults.
 * @param whole once resolved, nothing may be missing
 */
export function schemaFromDescription(description: Description, whole = false): JsonSchema {
  switch (description.node) {
    case 'field': {
      const { text, ...given } = defaultOf(description.fallback);
      return {
        ...schemaFromZod(description.schema, 'given'),
        title: description.label,
        description: sentences(description.help, text),
        ...(whole ? {} : given),
      };
    }
    case 'list': {
      const { text, ...given } = defaultOf(description.fallback);
      return {
        type: 'array',
        title: description.label,
        ...(text === '' ? {} : { description: text }),
        items: schemaFromDescription(description.of as Description, whole),
        maxItems: description.longest,
        ...(whole ? {} : given),
      };
    }
    case 'nullable':
      return {
        title: description.label,
        description: 'null, ou absent : aucun.',
        anyOf: [schemaFromDescription(description.of as Description, whole), { type: 'null' }],
      };
    case 'choice': {
      const variants = Object.values(description.variants as Record<string, Group<Shape>>);
      return {
        title: description.label,
        oneOf: variants.map((variant) => schemaFromDescription(variant, whole)),
      };
    }
    case 'group': {
      const entries = Object.entries(description.shape as Shape);
      const required = entries.filter(([, child]) => whole || !mayBeLeftOut(child)).map(([key]) => key);
      return {
        type: 'object',
        title: description.label,
        properties: Object.fromEntries(
          entries.map(([key, child]) => [key, schemaFromDescription(child, whole)]),
        ),
        ...(required.length === 0 ? {} : { required }),
        additionalProperties: false,
      };
    }
  }
}
