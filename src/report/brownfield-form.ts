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
  return { ...about, title: value.name, groups: groupsOf(dossier, DOSSIER.shape.brownfields.of, place) };
}
