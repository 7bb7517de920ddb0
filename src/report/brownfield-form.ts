import { DOSSIER } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import type { PageFieldGroup } from './form-parts.ts';
import { groupsOf } from './form-walk.ts';

/** The form of one brownfield of a dossier, or of what its enterprise asks of any site. */
export interface BrownfieldForm {
  readonly title: string;
  readonly dossierTitle: string;
  readonly operatorName: string;
  readonly groups: readonly PageFieldGroup[];
}

/** The fields of a brownfield by what they are about; the first ones are in sight, the others folded. */
const SECTIONS: readonly (readonly [title: string, fields: readonly string[]])[] = [
  [
    'Identité et lieu',
    ['name', 'inventoryId', 'commune', 'department', 'landAreaM2', 'builtAreaM2', 'buildingState'],
  ],
  [
    'Sol, amiante et ancien usage',
    ['previousUse', 'asbestos', 'groundPollution', 'pollutedShare', 'treatedShare', 'sealedAreaM2'],
  ],
  [
    'Propriété, prix et urbanisme',
    ['ownerKind', 'price', 'marketValue', 'commitmentToBuild', 'zoning', 'afrZone', 'ruralCommune'],
  ],
  [
    'Projet sur la friche',
    [
      'floorAreaM2',
      'keptBuiltAreaM2',
      'rehabilitation',
      'developedAreaM2',
      'builtShareAfter',
      'sealedShareAfter',
      'greenShareAfter',
      'soldFloorAreaM2',
    ],
  ],
  ['Délais', ['controlMonths', 'studyMonths', 'permitMonths', 'clearingMonths', 'worksMonths']],
  [
    'Loyer, valeur et charges une fois livrée',
    ['marketRentPerM2Year', 'exitYield', 'taxeFoncierePerM2Year', 'chargesPerM2Year'],
  ],
];
const COSTS = 'Coûts unitaires et montants connus';

/** One long list of fields, cut by what they are about; a field of none comes with costs. */
function inSections([all, ...others]: readonly PageFieldGroup[]): PageFieldGroup[] {
  if (all === undefined) return [];
  const nameOf = ({ path }: { readonly path: string }) => path.slice(all.id.length + 1);
  const known = SECTIONS.flatMap(([, fields]) => fields);
  const sections = SECTIONS.map(([title, fields], rank) => ({
    id: `${all.id}.section-${rank + 1}`,
    title,
    fields: fields.flatMap((name) => all.fields.filter((field) => nameOf(field) === name)),
    lists: [],
  }));
  const rest = all.fields.filter((field) => !known.includes(nameOf(field)));
  return [...sections, { ...all, title: COSTS, fields: rest }, ...others];
}

/** Which part of a dossier the form is of: a brownfield by its id, or the need. */
export type BrownfieldPart = { readonly brownfield: string } | 'need';

/** @returns undefined when no brownfield of the dossier has this id */
export function brownfieldForm(dossier: ResolvedDossier, part: BrownfieldPart): BrownfieldForm | undefined {
  const { values } = dossier;
  const about = { dossierTitle: values.title, operatorName: values.operator.name };
  if (part === 'need') {
    const title = DOSSIER.shape.siteNeed.label;
    const place = { path: 'siteNeed', value: values.siteNeed, title, owner: '' };
    return { ...about, title, groups: groupsOf(dossier, DOSSIER.shape.siteNeed, place) };
  }
  const index = values.brownfields.findIndex(({ id }) => id === part.brownfield);
  const value = values.brownfields[index];
  if (value === undefined) return undefined;
  const place = { path: `brownfields[${index}]`, value, title: value.name, owner: '' };
  const groups = inSections(groupsOf(dossier, DOSSIER.shape.brownfields.of, place));
  return { ...about, title: value.name, groups };
}
