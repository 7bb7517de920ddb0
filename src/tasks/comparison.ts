import type { ComputedPath } from '../analysis/computed.ts';
import type { KeyFigure } from '../analysis/key-figure.ts';
import type { Reading } from '../input/problem.ts';
import type { NamedAmount } from '../paths/funding-plan-rows.ts';
import { annualRows } from './annual-rows.ts';
import type { ComparedPath, ComparisonAnswer } from './api-answers.ts';
import { amountOf, withoutNegativeZero } from './api-numbers.ts';
import type { DossierRequest } from './api-requests.ts';
import { rememberedComputation } from './remembered.ts';

/** The paths of a dossier side by side: law, plan de financement, key figures of the three lenses, yearly accounts. */
export function makeComparison({ dossier }: DossierRequest): Reading<ComparisonAnswer> {
  const computation = rememberedComputation(dossier);
  if (!computation.ok) return computation;
  return { ok: true, value: { paths: computation.value.paths.map(comparedPath) } };
}

function comparedPath(found: ComputedPath): ComparedPath {
  const { path, verdict, legality, computed, keyFigures } = found;
  const about = {
    id: path.id,
    kind: path.kind,
    label: path.label,
    verdict,
    legality: legality.map((item) => ({ ...item })),
    keyFigures: {
      founder: keyFigures.founder.map(keyFigureOf),
      investor: keyFigures.investor.map(keyFigureOf),
      authority: keyFigures.authority.map(keyFigureOf),
    },
  };
  if (computed === undefined) {
    const nothing = { uses: [], sources: [], total: null };
    return { ...about, funded: null, sourcesAndUses: nothing, annual: [], covenants: [], checks: [] };
  }
  const { deal, figures, gap } = computed;
  const named = ({ id, label, line }: NamedAmount) => ({ id, label, amount: amountOf(figures, line) });
  return {
    ...about,
    funded: gap === undefined,
    ...(gap === undefined ? {} : { gap }),
    sourcesAndUses: {
      uses: deal.plan.uses.map(named),
      // « Financement à trouver » is a source only when something is to be found.
      sources: deal.plan.sources.filter(({ id }) => id !== 'gap' || gap !== undefined).map(named),
      total: amountOf(figures, deal.plan.totalUses),
    },
    annual: annualRows(computed),
    covenants: computed.covenants.map(({ id, label, limit, value, firstBreach, met }) => ({
      id,
      label,
      limit,
      value,
      firstBreach,
      met,
    })),
    checks: computed.checks.map(({ id, label, value, holds }) => ({
      id,
      label,
      value: withoutNegativeZero(value),
      holds,
    })),
  };
}

function keyFigureOf({ id, label, unit, value, reason, counted }: KeyFigure) {
  return {
    id,
    label,
    unit,
    value: value === null ? null : withoutNegativeZero(value),
    ...(reason === undefined ? {} : { reason }),
    ...(counted === undefined ? {} : { counted }),
  };
}
