import { pathOf } from '../analysis/computation.ts';
import type { Computation, ComputedPath } from '../analysis/computed.ts';
import { smallestAmount } from '../analysis/own-funds-search.ts';
import { questionsOf, type SearchQuestion } from '../analysis/search-questions.ts';
import { answerLoan, answerRent } from '../analysis/solved-amounts.ts';
import { type ResolvedDossier, resolveDossier } from '../dossier/resolution.ts';
import type { Reading } from '../input/problem.ts';
import { amountAnswer } from '../report/own-funds-sentences.ts';
import type { SearchAnswer, SearchPage } from '../report/search-answer.ts';
import { loanAnswer, rentAnswer } from '../report/solved-sentences.ts';
import { unknownPath } from './path-page.ts';
import { rememberedComputation } from './remembered.ts';

/** What names a search: a dossier, one of its paths, and what is asked of it. */
export interface SearchRequest {
  readonly dossier: unknown;
  /** Id of the path; the main one unless given. */
  readonly path?: string | undefined;
  /** Id of the question; nothing is searched unless given. */
  readonly question?: string | undefined;
}

/** Answers already found, by path and question, as long as the computation that they come from is remembered. */
const remembered = new WeakMap<Computation, Map<string, SearchAnswer>>();

const QUESTIONS: Readonly<Record<SearchQuestion['kind'], (label: string) => string>> = {
  'own-funds': (label) => `Plus petit montant de « ${label} », dans les limites de la banque`,
  'self-financing': (label) => `Plus petit montant de « ${label} », dans les limites de la banque`,
  ticket: () => 'Plus petit ticket de l’investisseur, dans les limites de la banque',
  rent: () => 'Plus petit loyer qui tient la couverture visée',
  loan: (label) => `Plus petit montant de « ${label} » qui équilibre le plan`,
};

function search(dossier: ResolvedDossier, index: number, question: SearchQuestion): SearchAnswer | undefined {
  if (question.kind === 'rent') {
    const found = answerRent(dossier, index, question);
    return found === undefined ? undefined : rentAnswer(question, found);
  }
  if (question.kind === 'loan') {
    const found = answerLoan(dossier, index, question);
    return found === undefined ? undefined : loanAnswer(question, found);
  }
  const found = smallestAmount(dossier, index, question);
  return found === undefined ? undefined : amountAnswer(question, found);
}

/** The answer to a question on a path, from memory when this worker has just found it. */
function answered(
  computation: Computation,
  found: ComputedPath,
  question: SearchQuestion,
): SearchAnswer | undefined {
  const known = remembered.get(computation) ?? new Map<string, SearchAnswer>();
  remembered.set(computation, known);
  const key = `${found.path.id} ${question.id}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  // As it was typed: a search solves loans and rent anew at each amount.
  const typed = resolveDossier(computation.dossier.typed);
  const index = computation.paths.indexOf(found);
  const answer = typed.ok ? search(typed.value, index, question) : undefined;
  if (answer !== undefined) known.set(key, answer);
  return answer;
}

/** The page of a search: what may be asked of a path, and the answer to what is asked. */
export function makeSearchAnswer(request: SearchRequest): Reading<SearchPage> {
  const computation = rememberedComputation(request.dossier);
  if (!computation.ok) return computation;
  const found = pathOf(computation.value, request.path);
  if (found === undefined) return unknownPath(computation.value, request.path);
  const { values } = computation.value.dossier;
  const { path, computed } = found;
  const questions =
    computed === undefined
      ? []
      : questionsOf(computation.value.dossier, computation.value.paths.indexOf(found));
  const asked = questions.find(({ id }) => id === request.question);
  if (request.question !== undefined && computed !== undefined && asked === undefined) {
    const known = questions.map(({ id }) => id).join(', ');
    const message = `question « ${request.question} » inconnue dans cette voie : choisissez parmi ${known}`;
    return { ok: false, problems: [{ path: 'path', message }] };
  }
  const answer = asked === undefined ? undefined : answered(computation.value, found, asked);
  const isUnanswered = asked !== undefined && answer === undefined;
  return {
    ok: true,
    value: {
      title: values.title,
      operatorName: values.operator.name,
      siteName: values.site?.name ?? 'sans site',
      pathId: path.id,
      pathLabel: path.label,
      paths: values.paths.map(({ id, label }) => ({ id, label })),
      questions: questions.map(({ id, kind, label }) => ({ id, text: QUESTIONS[kind](label) })),
      chosen: asked?.id ?? questions[0]?.id ?? '',
      answer,
      problem:
        computed === undefined || isUnanswered
          ? 'Cette voie n’a pas de chiffres : elle n’est pas ouverte à ce dossier, rien ne peut y être cherché.'
          : undefined,
    },
  };
}
