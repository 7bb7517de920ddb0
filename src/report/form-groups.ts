import { DOSSIER } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import type { Group, Shape } from '../input/description.ts';
import { expressGroups } from './form-express.ts';
import { lowerFirst } from './form-field.ts';
import type { FormMode, PageFieldGroup } from './form-parts.ts';
import { spreadGroups } from './form-walk.ts';

/** What nobody types: the version of the format, the id, and the notes, which follow what is typed; brownfields have their own page. Paths come apart. */
const NOT_TYPED = [
  'schemaVersion',
  'id',
  'facts',
  'hypotheses',
  'confirmations',
  'paths',
  'siteNeed',
  'brownfields',
];
/** The parts of a dossier in the order of the form; one that is not named comes before the last two. */
const FIRST = ['site', 'project', 'operator', 'programme', 'paths'];
const LAST = ['', 'parties'];

function rankOf({ id }: PageFieldGroup): number {
  const part = id.replace(/[.[].*$/, '');
  if (LAST.includes(part)) return FIRST.length + 1 + LAST.indexOf(part);
  return FIRST.includes(part) ? FIRST.indexOf(part) : FIRST.length;
}

/** The groups of a path: « P1 – SCI », « P1 – SCI : bail », « P1 – SCI : ressources ». */
function pathGroups(dossier: ResolvedDossier, index: number): PageFieldGroup[] {
  const { paths } = dossier.values;
  const value = paths[index];
  if (value === undefined) return [];
  const variants = DOSSIER.shape.paths.of.variants as Readonly<Record<string, unknown>>;
  const { shape } = variants[value.kind] as Group<Shape>;
  const owner = paths.length > 1 ? value.label : '';
  const place = { path: `paths[${index}]`, value, title: value.label, owner };
  return spreadGroups(dossier, shape, place, (label) => `${value.label} : ${lowerFirst(label)}`);
}

/**
 * The form of a dossier, from its description: what is described appears by itself, in its group.
 * @param shown the paths whose fields it has, by index; express: about ten fields, the others written beside them
 */
export function formGroups(
  dossier: ResolvedDossier,
  shown: { readonly paths: readonly number[]; readonly mode: FormMode },
): PageFieldGroup[] {
  const shape = Object.fromEntries(Object.entries(DOSSIER.shape).filter(([key]) => !NOT_TYPED.includes(key)));
  const place = { path: '', value: dossier.values, title: 'Étude', owner: '' };
  const groups = [
    ...spreadGroups(dossier, shape, place, (label) => label),
    ...shown.paths.flatMap((index) => pathGroups(dossier, index)),
  ].sort((one, other) => rankOf(one) - rankOf(other));
  return shown.mode === 'express' ? expressGroups(dossier, groups, shown.paths) : groups;
}
