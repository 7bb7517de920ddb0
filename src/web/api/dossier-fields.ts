import type { Default, Description, Group, Shape } from '../../input/description.ts';
import { API_UNITS } from '../../tasks/api-units.ts';

/** A field of a dossier, as the readable page lists it. */
export interface DossierField {
  /** `paths[].terms.annualRate`; under a choice, with its kind: `paths[].sources[grant].from`. */
  readonly path: string;
  readonly label: string;
  readonly help: string;
  /** As the API names it; '' for a text. */
  readonly unit: string;
  /** « 0.10 – 10 % en bâtiment courant »; undefined when the field must be given. */
  readonly fallback: string | undefined;
}

function fallbackText(fallback: Default | undefined): string | undefined {
  if (fallback === undefined) return undefined;
  const { value, why } = fallback;
  const shown =
    typeof value === 'function' || (typeof value === 'object' && value !== null)
      ? ''
      : `${JSON.stringify(value)} – `;
  return `${shown}${why}`;
}

/** Every field of a part, in order. */
export function dossierFields(description: Description, path = ''): DossierField[] {
  const child = (key: string) => (path === '' ? key : `${path}.${key}`);
  switch (description.node) {
    case 'field': {
      const { label, help, unit, fallback } = description;
      return [
        {
          path,
          label,
          help,
          unit: unit === undefined ? '' : API_UNITS[unit],
          fallback: fallbackText(fallback),
        },
      ];
    }
    case 'list': {
      const { label, fallback } = description;
      const head = {
        path: `${path}[]`,
        label,
        help: `Liste, au plus ${description.longest}.`,
        unit: '',
        fallback: fallbackText(fallback),
      };
      return [head, ...dossierFields(description.of as Description, `${path}[]`)];
    }
    case 'nullable':
      return dossierFields(description.of as Description, path);
    case 'choice':
      return Object.entries(description.variants as Record<string, Group<Shape>>).flatMap(([kind, variant]) =>
        dossierFields(variant, path.replace(/\[\]$/, `[${kind}]`)),
      );
    case 'group':
      return Object.entries(description.shape as Shape).flatMap(([key, part]) =>
        dossierFields(part, child(key)),
      );
  }
}
