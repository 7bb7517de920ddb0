import type { ResolvedDossier } from '../dossier/resolution.ts';
import { resolveDossier } from '../dossier/resolution.ts';
import { centsString, type Decimal } from '../formula/decimal.ts';
import type { Reading } from '../input/problem.ts';
import { leadSentences, methodNotes } from '../report/land-support-sentences.ts';
import { levelInWords, reasonOf } from '../report/land-support-writing.ts';
import { type Cheapest, type LandSupport, sizeLandSupport } from '../siting/land-support/land-support.ts';
import type { Mix } from '../siting/land-support/mixes.ts';
import type { FoundForm, SizedForm } from '../siting/land-support/sized-form.ts';
import type { SupportCeiling } from '../siting/land-support/support-ceiling.ts';
import type { LevelUnit } from '../siting/land-support/support-form.ts';
import type { TargetResult } from '../siting/land-support/targets.ts';
import { insideDossier, readEnvelope } from './api-requests.ts';
import { type LandSupportRequest, landSupportRequest, targetsOf } from './land-support-request.ts';
import type { LandSupportAnswer, LandSupportForm } from './land-support-shape.ts';

/** Sizes land support from the body of the call. */
export function makeLandSupportAnswer(request: unknown): Reading<LandSupportAnswer> {
  const asked = readEnvelope(landSupportRequest, request);
  if (!asked.ok) return asked;
  const found = sizeAsked(asked.value);
  return found.ok ? { ok: true, value: answerOf(found.value.support) } : found;
}

/** A dossier as typed, its path, and the support sized for it. */
export interface SizedRequest {
  readonly dossier: ResolvedDossier;
  readonly pathIndex: number;
  readonly support: LandSupport;
}

/** Reads the dossier and the path, and sizes the support; problems have their place in the body. */
export function sizeAsked(asked: LandSupportRequest): Reading<SizedRequest> {
  const dossier = resolveDossier(asked.dossier);
  if (!dossier.ok) return { ok: false, problems: insideDossier(dossier.problems) };
  const pathIndex = pathIndexOf(dossier.value, asked.path);
  if (!pathIndex.ok) return pathIndex;
  const support = sizeLandSupport(dossier.value, pathIndex.value, targetsOf(asked), asked.forms);
  if (!support.ok) return support;
  return {
    ok: true,
    value: { dossier: dossier.value, pathIndex: pathIndex.value, support: support.value },
  };
}

/** The rank of a path by its id; the main one unless given. */
export function pathIndexOf({ values }: ResolvedDossier, id: string | undefined): Reading<number> {
  const wanted = id ?? values.mainPath;
  const index = values.paths.findIndex((path) => path.id === wanted);
  if (index >= 0) return { ok: true, value: index };
  const known = values.paths.map((path) => path.id).join(', ');
  return {
    ok: false,
    problems: [{ path: 'path', message: `voie « ${wanted} » inconnue : choisissez parmi ${known}` }],
  };
}

function levelText(level: Decimal, unit: LevelUnit): string {
  return unit === 'EUR' ? centsString(level) : level.toFixed();
}

function targetOf({ id, label, unit, limit, value, isMet, note }: TargetResult) {
  return {
    id,
    label,
    unit,
    limit: limit.toFixed(),
    value: value?.toFixed() ?? null,
    met: isMet,
    note: note ?? null,
  };
}

function ceilingOf(ceiling: SupportCeiling | undefined): LandSupportForm['ceiling'] {
  if (ceiling === undefined) return null;
  const { amount, total, route, article, verdict, reason, toCheck } = ceiling;
  return {
    amount: centsString(amount),
    total: centsString(total),
    route,
    article,
    verdict,
    reason,
    toCheck: [...toCheck],
  };
}

const NOTHING_PRICED = {
  nominal: null,
  presentCost: null,
  grantEquivalent: null,
  expectedLoss: null,
  ceiling: null,
  aboveCeiling: null,
  lawfulLevel: null,
  budget: [],
  costPerJob: null,
  costPerInsertionJob: null,
  returns: [],
  paybackMonth: null,
} as const satisfies Partial<LandSupportForm>;

function pricedOf(answer: FoundForm, unit: LevelUnit) {
  return {
    nominal: centsString(answer.nominal),
    presentCost: centsString(answer.presentCost),
    grantEquivalent: centsString(answer.grantEquivalent),
    expectedLoss: answer.expectedLoss === undefined ? null : centsString(answer.expectedLoss),
    ceiling: ceilingOf(answer.ceiling),
    aboveCeiling: answer.ceiling?.isAbove ?? null,
    lawfulLevel: answer.lawfulLevel === undefined ? null : levelText(answer.lawfulLevel, unit),
    budget: answer.budget.map(({ year, operating, investment, offBalance }) => ({
      year,
      operating: centsString(operating),
      investment: centsString(investment),
      offBalance: centsString(offBalance),
    })),
    costPerJob: answer.costPerJob === null ? null : centsString(answer.costPerJob),
    costPerInsertionJob: answer.costPerInsertionJob === null ? null : centsString(answer.costPerInsertionJob),
    returns: answer.returns.map(({ level, label, total, firstYear }) => ({
      level,
      label,
      total: centsString(total),
      firstYear,
    })),
    paybackMonth: answer.paybackMonth,
  };
}

function formOf(sized: SizedForm): LandSupportForm {
  const { form, open, answer } = sized;
  const { id, label, article, section, unit, step, competence, deliberation } = form;
  const level = 'level' in answer ? answer.level : undefined;
  return {
    id,
    label,
    article,
    section,
    status: answer.status,
    level: level === undefined ? null : levelText(level, unit),
    unit,
    step,
    sentence: level === undefined ? null : levelInWords(form, level),
    ...(answer.status === 'found' ? pricedOf(answer, unit) : { ...NOTHING_PRICED, budget: [], returns: [] }),
    competence,
    deliberation: [...deliberation],
    assumed: [...(open?.assumed ?? [])],
    check:
      answer.status === 'found' || answer.status === 'insufficient'
        ? {
            results: answer.results.map(targetOf),
            stepLess:
              answer.status === 'found'
                ? {
                    level: levelText(answer.stepLess.level, unit),
                    missed: answer.stepLess.missed.map(targetOf),
                  }
                : null,
          }
        : null,
    reason: reasonOf(sized) ?? null,
  };
}

function mixOf({ share, parts, presentCost, grantEquivalent, isAboveCeiling }: Mix) {
  return {
    share,
    parts: parts.map((part) => ({
      form: part.form.id,
      level: levelText(part.level, part.form.unit),
      presentCost: centsString(part.presentCost),
      grantEquivalent: centsString(part.grantEquivalent),
    })),
    presentCost: centsString(presentCost),
    grantEquivalent: centsString(grantEquivalent),
    aboveCeiling: isAboveCeiling,
  };
}

function cheapestOf(cheapest: Cheapest | undefined) {
  if (cheapest === undefined) return null;
  return {
    amount: centsString(cheapest.amount),
    supports: cheapest.supports.map((levels) =>
      levels.map(({ form, level }) => ({ form: form.id, level: levelText(level, form.unit) })),
    ),
  };
}

/** A support sized, as the API says it. */
export function answerOf(support: LandSupport): LandSupportAnswer {
  const { base, forms, mixes, cheapest } = support;
  const { rent } = base;
  return {
    path: base.setting.path.id,
    summary: [...leadSentences(support)],
    rent: rent === undefined ? null : { given: rent.rent.toFixed(2), present: rent.present.toFixed(2) },
    present: { holds: base.trial.holds, targets: base.trial.results.map(targetOf) },
    forms: forms.map(formOf),
    mixes: mixes.mixes.map(mixOf),
    mixesOf: mixes.of.map(({ id }) => id),
    mixesRestricted: mixes.isRestricted || mixes.isCut,
    cheapest: {
      presentCost: cheapestOf(cheapest.presentCost),
      grantEquivalent: cheapestOf(cheapest.grantEquivalent),
      underCeiling: cheapestOf(cheapest.underCeiling),
    },
    notes: [...methodNotes(support)],
  };
}
