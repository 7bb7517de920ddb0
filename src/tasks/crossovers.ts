import type { Computation } from '../analysis/computed.ts';
import { findCrossovers, hasComparedFigure } from '../analysis/crossover-search.ts';
import { CROSSOVER_NOTES, crossoverSentence } from '../analysis/crossover-sentences.ts';
import { writeList } from '../formula/french.ts';
import type { Reading } from '../input/problem.ts';
import type { CrossoverAnswer, CrossoverGroup } from '../report/crossover-answer.ts';
import { type NamedColumn, namedColumns } from './comparison-page.ts';
import { rememberedComputation } from './remembered.ts';

/** Answers already found, as long as the computation that they come from is remembered. */
const remembered = new WeakMap<Computation, CrossoverAnswer>();

function isFunded({ found }: NamedColumn): boolean {
  return (
    found.computed !== undefined && found.computed.gap === undefined && hasComparedFigure(found.computed)
  );
}

/** What would change which column the founder would choose, between the main one and each of the others. */
export function makeCrossovers({ dossier }: { readonly dossier: unknown }): Reading<CrossoverAnswer> {
  const computation = rememberedComputation(dossier);
  if (!computation.ok) return computation;
  let answer = remembered.get(computation.value);
  if (answer === undefined) {
    answer = answerOf(computation.value);
    remembered.set(computation.value, answer);
  }
  return { ok: true, value: answer };
}

function answerOf(computation: Computation): CrossoverAnswer {
  const { values } = computation.dossier;
  const columns = namedColumns(computation);
  const about = {
    title: values.title,
    operatorName: values.operator.name,
    siteName: values.site?.name ?? '',
  };
  const main = columns.find(({ id }) => id === values.mainPath);
  if (main?.found.computed !== undefined && !hasComparedFigure(main.found.computed)) {
    const problem = `${main.name} n’a pas de locaux : aucun coût d’occupation à comparer.`;
    return { ...about, problem, groups: [], notes: [] };
  }
  if (main === undefined || !isFunded(main)) {
    const name = main?.name ?? values.mainPath;
    const problem = `La voie principale, ${name}, n’a pas de plan financé : rien ne dit à partir de quand une autre lui serait préférable.`;
    return { ...about, problem, groups: [], notes: [] };
  }
  if (computation.dossier.values.site === null) {
    const problem =
      'Pas de site : les bascules comparent ce que coûte l’occupation des locaux, et ce dossier n’en a pas.';
    return { ...about, problem, groups: [], notes: [] };
  }
  const others = columns.filter(({ id }) => id !== main.id);
  const compared = others.filter(isFunded);
  const left = others.filter((column) => !isFunded(column)).map(({ name }) => name);
  const groups = compared.map((other) => groupOf(main, other));
  const leftOut =
    left.length === 0
      ? []
      : [
          `${left.length === 1 ? 'N’est pas comparée, faute de plan financé' : 'Ne sont pas comparées, faute de plan financé'} : ${writeList(left)}.`,
        ];
  return {
    ...about,
    problem: groups.length === 0 ? 'Aucune autre voie n’a de plan financé à comparer.' : undefined,
    groups,
    notes: groups.length === 0 ? [] : [...CROSSOVER_NOTES, ...leftOut],
  };
}

function groupOf(main: NamedColumn, other: NamedColumn): CrossoverGroup {
  const [one, two] = [main, other].map(({ name, found }) => {
    if (found.computed === undefined) throw new Error(`${name} has no figures`);
    return { name, computed: found.computed };
  }) as [Parameters<typeof findCrossovers>[0], Parameters<typeof findCrossovers>[1]];
  const sentences = findCrossovers(one, two).map(crossoverSentence);
  return {
    main: main.name,
    other: other.name,
    changing: sentences.filter(({ changes }) => changes),
    steady: sentences.filter(({ changes }) => !changes),
  };
}
