import type { ResolvedDossier } from '../../dossier/resolution.ts';
import type { Decimal } from '../../formula/decimal.ts';
import type { Reading } from '../../input/problem.ts';
import { type BasePath, openBasePath } from './base-path.ts';
import { SUPPORT_FORMS } from './forms.ts';
import { type Mix, type Mixes, sizeMixes } from './mixes.ts';
import { type SizedForm, sizeForm, Tries } from './sized-form.ts';
import type { SupportForm, SupportFormId } from './support-form.ts';
import type { SupportTargets } from './targets.ts';

/** The cheapest supports by one measure: several when they cost the same. */
export interface Cheapest {
  readonly amount: Decimal;
  /** Each a form alone at its level, or two. */
  readonly supports: readonly (readonly LevelOfForm[])[];
}

export interface LevelOfForm {
  readonly form: SupportForm;
  readonly level: Decimal;
}

type Measure = 'presentCost' | 'grantEquivalent';

/** The smallest support in each form and in mixes, for a path to hold its targets. */
export interface LandSupport {
  readonly base: BasePath;
  readonly forms: readonly SizedForm[];
  readonly mixes: Mixes;
  readonly cheapest: {
    readonly presentCost: Cheapest | undefined;
    readonly grantEquivalent: Cheapest | undefined;
    /** In present cost, among those that keep all aids under their ceiling. */
    readonly underCeiling: Cheapest | undefined;
  };
  /** How many levels were tried. */
  readonly tried: number;
}

/**
 * Sizes the support that a local authority must give for a path to hold its targets.
 * @param dossier as it was typed: nothing solved yet
 * @param wanted forms looked at; all unless given
 */
export function sizeLandSupport(
  dossier: ResolvedDossier,
  pathIndex: number,
  targets: SupportTargets,
  wanted?: readonly SupportFormId[],
): Reading<LandSupport> {
  const base = openBasePath(dossier, pathIndex, targets);
  if (!base.ok) return base;
  const tries = new Tries(base.value, targets);
  const forms = SUPPORT_FORMS.filter(({ id }) => wanted?.includes(id) ?? true).map((form) =>
    sizeForm(form, base.value, tries),
  );
  const mixes = sizeMixes(forms, base.value, tries);
  return {
    ok: true,
    value: {
      base: base.value,
      forms,
      mixes,
      cheapest: {
        presentCost: cheapest(forms, mixes.mixes, 'presentCost'),
        grantEquivalent: cheapest(forms, mixes.mixes, 'grantEquivalent'),
        underCeiling: cheapest(
          forms.filter(({ answer }) => answer.status === 'found' && answer.ceiling?.isAbove !== true),
          mixes.mixes.filter(({ isAboveCeiling }) => !isAboveCeiling),
          'presentCost',
        ),
      },
      tried: tries.count,
    },
  };
}

/** The cheapest of the forms alone and of the mixes; to the cent, ties are all kept. */
function cheapest(forms: readonly SizedForm[], mixes: readonly Mix[], by: Measure): Cheapest | undefined {
  const all = [
    ...forms.flatMap(({ form, answer }) =>
      answer.status === 'found'
        ? [{ levels: [{ form, level: answer.level }], amount: answer[by].toDecimalPlaces(2) }]
        : [],
    ),
    ...mixes.map((mix) => ({
      levels: mix.parts.map(({ form, level }) => ({ form, level })),
      amount: mix[by].toDecimalPlaces(2),
    })),
  ];
  const [first] = all.toSorted((one, other) => one.amount.comparedTo(other.amount));
  if (first === undefined) return undefined;
  return {
    amount: first.amount,
    supports: all.filter(({ amount }) => amount.eq(first.amount)).map((item) => item.levels),
  };
}
