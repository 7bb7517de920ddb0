import { resolveDossier } from '../dossier/resolution.ts';
import type { RawDossier } from '../input/description.ts';
import type { Reading } from '../input/problem.ts';
import { writeTextCsv } from '../report/csv.ts';
import { landSupportPage, targetFields } from '../report/land-support-page.ts';
import { landSupportRows } from '../report/land-support-rows.ts';
import type { LandSupportAnswerPage, LandSupportView } from '../report/land-support-view.ts';
import { levelInWords } from '../report/land-support-writing.ts';
import { openBasePath } from '../siting/land-support/base-path.ts';
import { SUPPORT_FORM_IDS } from '../siting/land-support/forms.ts';
import { takeSupport } from '../siting/land-support/taken-support.ts';
import { readEnvelope } from './api-requests.ts';
import { pathIndexOf, sizeAsked } from './land-support-answer.ts';
import { landSupportRequest, targetsOf } from './land-support-request.ts';

/** Targets as the page asks them: decimal texts, absent when empty. */
export interface AskedTargets {
  readonly occupancyCostPerM2Year?: string;
  readonly minimumCover?: string;
  readonly investorIrr?: string;
}

export interface LandSupportPageRequest {
  readonly dossier: unknown;
  readonly path?: string | undefined;
  /** Nothing is searched unless given. */
  readonly targets?: AskedTargets | undefined;
}

/** Answers just found: a file or a page of the same question does not search again. */
const KEPT = 6;
const remembered = new Map<string, Reading<LandSupportAnswerPage>>();

function sizedPage(request: LandSupportPageRequest): Reading<LandSupportAnswerPage> {
  const key = JSON.stringify(request);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const asked = readEnvelope(landSupportRequest, request);
  const found = asked.ok ? sizeAsked(asked.value) : asked;
  const made: Reading<LandSupportAnswerPage> = found.ok
    ? { ok: true, value: landSupportPage(found.value.support) }
    : found;
  remembered.set(key, made);
  const oldest = remembered.keys().next().value;
  if (remembered.size > KEPT && oldest !== undefined) remembered.delete(oldest);
  return made;
}

/** Makes the page of land support. */
export function makeLandSupportPage(request: LandSupportPageRequest): Reading<LandSupportView> {
  const dossier = resolveDossier(request.dossier);
  if (!dossier.ok) return dossier;
  const { values } = dossier.value;
  const index = pathIndexOf(dossier.value, request.path);
  if (!index.ok) return index;
  const path = values.paths[index.value] as (typeof values.paths)[number];
  const base = openBasePath(dossier.value, index.value, {
    occupancyCost: undefined,
    minimumCover: undefined,
    investorIrr: undefined,
  });
  const about = {
    title: values.title,
    operatorName: values.operator.name,
    siteName: values.site?.name ?? 'sans site',
    pathId: path.id,
    pathLabel: path.label,
    paths: values.paths.map(({ id, label }) => ({ id, label })),
  };
  if (!base.ok) {
    const problem = `Rien ne peut être cherché dans cette voie : ${base.problems.map(({ message }) => message).join(' ; ')}.`;
    return { ok: true, value: { ...about, fields: [], answer: undefined, targetProblems: [], problem } };
  }
  const fields = targetFields(base.value);
  if (request.targets === undefined)
    return {
      ok: true,
      value: { ...about, fields, answer: undefined, targetProblems: [], problem: undefined },
    };
  const answer = sizedPage(request);
  return {
    ok: true,
    value: {
      ...about,
      fields,
      answer: answer.ok ? answer.value : undefined,
      targetProblems: answer.ok ? [] : answer.problems,
      problem: undefined,
    },
  };
}

/** The answer as a .csv. */
export function makeLandSupportCsv(request: LandSupportPageRequest): Reading<string> {
  const page = sizedPage(request);
  return page.ok ? { ok: true, value: writeTextCsv(landSupportRows(page.value)) } : page;
}

/** A dossier with the smallest support of one form, and why its values stand there. */
export interface TakenDossier {
  readonly pathId: string;
  readonly dossier: RawDossier;
  readonly places: readonly string[];
  readonly why: string;
}

/** Searches one form again and writes it in the dossier; nothing to take when it has no level. */
export function takeLandSupport(
  request: LandSupportPageRequest & { readonly form: string },
): Reading<TakenDossier | undefined> {
  const { form, ...asked } = request;
  const read = readEnvelope(landSupportRequest, { ...asked, forms: [form] });
  if (!read.ok) return read;
  const dossier = resolveDossier(asked.dossier);
  if (!dossier.ok) return dossier;
  const index = pathIndexOf(dossier.value, asked.path);
  if (!index.ok) return index;
  const id = SUPPORT_FORM_IDS.find((known) => known === form);
  if (id === undefined) return { ok: true, value: undefined };
  const taken = takeSupport(dossier.value, index.value, targetsOf(read.value), id);
  if (!taken.ok || taken.value === undefined) return taken as Reading<undefined>;
  return {
    ok: true,
    value: {
      pathId: dossier.value.values.paths[index.value]?.id ?? '',
      dossier: taken.value.dossier,
      places: taken.value.places,
      why: `cherché par Levier : plus petit soutien de cette forme qui tient les cibles, ${levelInWords(taken.value.form, taken.value.level)}`,
    },
  };
}
