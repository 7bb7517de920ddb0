import type { Description, Group, Shape } from '../input/description.ts';
import { DOSSIER } from './dossier.ts';

/** The steps of a path: `paths[1].terms` is paths, 1, terms. */
export function stepsOf(path: string): string[] {
  return path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
}

/** The value at a path of a resolved dossier, undefined when there is none. */
export function valueAt(values: unknown, path: string): unknown {
  let at: unknown = values;
  for (const step of stepsOf(path)) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** The description of what stands at a path; undefined when the path leads nowhere. */
export function descriptionAt(path: string, values: unknown): Description | undefined {
  let description: Description = DOSSIER;
  let at: unknown = values;
  for (const step of stepsOf(path)) {
    if (description.node === 'nullable') description = description.of as Description;
    if (description.node === 'choice') {
      const kind = (at as { kind?: string } | undefined)?.kind ?? '';
      const variant: Group<Shape> | undefined = (description.variants as Record<string, Group<Shape>>)[kind];
      if (variant === undefined) return undefined;
      description = variant;
    }
    const child: Description | undefined =
      description.node === 'group'
        ? (description.shape as Shape)[step]
        : description.node === 'list'
          ? (description.of as Description)
          : undefined;
    if (child === undefined) return undefined;
    description = child;
    at = at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[step] : undefined;
  }
  return description;
}
