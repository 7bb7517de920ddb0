import type { ResolvedDossier } from '../../dossier/resolution.ts';
import type { Decimal } from '../../formula/decimal.ts';
import type { RawDossier } from '../../input/description.ts';
import type { Reading } from '../../input/problem.ts';
import { openBasePath } from './base-path.ts';
import { draftOf } from './draft.ts';
import { SUPPORT_FORMS } from './forms.ts';
import { balanceLoan, giveRent } from './given-rent.ts';
import { sizeForm, Tries } from './sized-form.ts';
import type { SupportForm, SupportFormId } from './support-form.ts';
import type { SupportTargets } from './targets.ts';

/** A dossier with the support that was found in it, its rent given and its loan balanced. */
export interface TakenSupport {
  readonly form: SupportForm;
  readonly level: Decimal;
  readonly dossier: RawDossier;
  /** Places of the values written, the level first. */
  readonly places: readonly string[];
}

/**
 * Finds the smallest level of one form again, and writes it in the dossier as it was typed.
 * @returns undefined when the form has no such level
 */
export function takeSupport(
  dossier: ResolvedDossier,
  pathIndex: number,
  targets: SupportTargets,
  id: SupportFormId,
): Reading<TakenSupport | undefined> {
  const base = openBasePath(dossier, pathIndex, targets);
  if (!base.ok) return base;
  const form = SUPPORT_FORMS.find((one) => one.id === id);
  if (form === undefined) return { ok: true, value: undefined };
  const { open, answer } = sizeForm(form, base.value, new Tries(base.value, targets));
  if (open === undefined || answer.status !== 'found') return { ok: true, value: undefined };
  const draft = draftOf(dossier);
  balanceLoan(draft, pathIndex);
  const { rent } = base.value;
  if (rent !== undefined) giveRent(draft, pathIndex, rent.rent);
  open.change(draft, answer.level);
  const path = `paths[${pathIndex}]`;
  return {
    ok: true,
    value: {
      form,
      level: answer.level,
      dossier: draft,
      places: [
        open.place,
        ...(rent === undefined ? [] : [`${path}.lease.rentPerM2Year`, `${path}.lease.solve`]),
        `${path}.terms.solve`,
      ],
    },
  };
}
