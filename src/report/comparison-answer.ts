import type { KeyFigure, KeyFigures, Lens } from '../analysis/key-figure.ts';
import type { Verdict } from '../analysis/legality-rule.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeList } from '../formula/french.ts';
import type { ComparisonAnswer } from './comparison-page.ts';
import { writeKeyFigure } from './key-figure-writing.ts';

/** What the answer reads of a column. */
export interface AnsweredColumn {
  readonly name: string;
  readonly verdict: Verdict;
  /** « 250 000,00 € » still to be found. */
  readonly gap: string | undefined;
  /** Labels of the limits that are passed. */
  readonly missedLimits: readonly string[];
  /** Smallest yearly cover of the loan of the site, before tax: « 1,65 ». */
  readonly cover: string | undefined;
  readonly keyFigures: KeyFigures;
}

const COUNTS = ['', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept'];

function figureOf(column: AnsweredColumn, lens: Lens, id: string): KeyFigure | undefined {
  return column.keyFigures[lens].find((figure) => figure.id === id);
}

/** Why a column does not hold: nothing when it does. */
function faultsOf(column: AnsweredColumn): string[] {
  const { name, verdict, gap, missedLimits } = column;
  if (verdict === 'impossible') return [`${name} n’est pas ouverte à ce dossier`];
  if (gap !== undefined) return [`il manque ${gap} à ${name}`];
  const lowest = figureOf(column, 'founder', 'lowest-cash');
  const isNegative = lowest?.value != null && new Decimal(lowest.value).lt('-0.005');
  return [
    ...(isNegative && lowest !== undefined
      ? [`la trésorerie de ${name} descend à ${writeKeyFigure(lowest)}`]
      : []),
    ...(missedLimits.length === 0
      ? []
      : [`${name} dépasse ${writeList(missedLimits.map((label) => `la limite « ${label} »`))}`]),
  ];
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function leadOf(columns: readonly AnsweredColumn[], standing: readonly AnsweredColumn[]): string {
  const faults = columns.flatMap(faultsOf);
  const names = writeList(standing.map(({ name }) => name));
  const because = faults.length === 0 ? '' : ` ${capitalised(faults.join(' ; '))}.`;
  if (standing.length === 0) return `Aucune voie ne tient debout en l’état.${because}`;
  if (standing.length === 1)
    return columns.length === 1 ? `${names} tient debout.` : `Seule ${names} tient debout.${because}`;
  if (standing.length === columns.length)
    return `Les ${(COUNTS[columns.length] ?? String(columns.length)).toLowerCase()} voies tiennent debout.`;
  return `${names} tiennent debout.${because}`;
}

interface Ranking {
  readonly lens: Lens;
  readonly id: string;
  readonly better: 'lower' | 'higher';
  /** « R1 coûte le moins à occuper » */
  readonly best: string;
  /** « coûtent le moins à occuper », when several do. */
  readonly severalBest: string;
  /** « Le coût d'occupation est le même » */
  readonly same: string;
  /** « R1 : coût d'occupation de » when one column only has the figure. */
  readonly single: string;
}

/** Which column is best for one figure, and the others behind it. Nothing when none has it. */
function ranked(columns: readonly AnsweredColumn[], ranking: Ranking): string | undefined {
  const { lens, id, better, best, severalBest, same, single } = ranking;
  const valued = columns
    .flatMap((column) => {
      const figure = figureOf(column, lens, id);
      const text = figure === undefined ? undefined : writeKeyFigure(figure);
      if (figure?.value == null || text === undefined) return [];
      return [{ name: column.name, text, value: new Decimal(figure.value) }];
    })
    .toSorted((a, b) => a.value.comparedTo(b.value) * (better === 'lower' ? 1 : -1));
  const [first] = valued;
  if (first === undefined) return undefined;
  if (valued.length === 1) return `${single} ${first.name} : ${first.text}.`;
  const bests = valued.filter(({ text }) => text === first.text);
  const others = valued.filter(({ text }) => text !== first.text);
  if (others.length === 0) return `${same} : ${first.text}.`;
  const texts = [...new Set(others.map(({ text }) => text))];
  const behind = writeList(texts.map((text) => `${text} pour ${namesOf(others, text)}`));
  const verb = bests.length === 1 ? best : severalBest;
  return `${writeList(bests.map(({ name }) => name))} ${verb} : ${first.text}, contre ${behind}.`;
}

function namesOf(items: readonly { readonly name: string; readonly text: string }[], text: string): string {
  return writeList(items.filter((item) => item.text === text).map(({ name }) => name));
}

/** What the lenders and the investor of each column get: said, not ranked, since they are not the same people. */
function financersOf(columns: readonly AnsweredColumn[]): string {
  const covers = columns.flatMap(({ name, cover }) => (cover === undefined ? [] : [`${cover} dans ${name}`]));
  const rates = columns.flatMap((column) => {
    const figure = figureOf(column, 'investor', 'investor-irr');
    const text = figure === undefined ? undefined : writeKeyFigure(figure);
    return text === undefined ? [] : [`${text} dans ${column.name}`];
  });
  return [
    ...(covers.length === 0
      ? []
      : [`Couverture des annuités de l’emprunteur, avant impôt, au plus bas : ${writeList(covers)}.`]),
    ...(rates.length === 0 ? [] : [`TRI de l’investisseur : ${writeList(rates)}.`]),
  ].join(' ');
}

const OCCUPANCY: Ranking = {
  lens: 'founder',
  id: 'occupancy-cost-month',
  better: 'lower',
  best: 'coûte le moins à occuper, valeur conservée déduite',
  severalBest: 'coûtent le moins à occuper, valeur conservée déduite',
  same: 'Le coût complet d’occupation est le même partout',
  single: 'Coût complet d’occupation de',
};
const OWN_FUNDS: Ranking = {
  lens: 'founder',
  id: 'own-funds-needed',
  better: 'lower',
  best: 'demande le moins de fonds propres',
  severalBest: 'demandent le moins de fonds propres',
  same: 'Les fonds propres à apporter sont les mêmes partout',
  single: 'Fonds propres à apporter dans',
};
const PUBLIC_MONEY: Ranking = {
  lens: 'authority',
  id: 'public-present-cost',
  better: 'lower',
  best: 'demande le moins de subventions, en valeur présente',
  severalBest: 'demandent le moins de subventions, en valeur présente',
  same: 'Les subventions, en valeur présente, sont les mêmes partout',
  single: 'Subventions, en valeur présente, de',
};

/**
 * Which way holds, for whom, at what cost: worded from the figures. A path holds when nothing forbids it, its plan is
 * funded, the operator's cash stays positive and no limit is passed; only those are ranked, or, when none holds, those
 * that are not forbidden.
 */
export function answerOf(columns: readonly AnsweredColumn[]): ComparisonAnswer {
  const standing = columns.filter((column) => faultsOf(column).length === 0);
  const open = columns.filter(({ verdict }) => verdict !== 'impossible');
  const compared = standing.length > 0 ? standing : open;
  const said = (...rankings: readonly Ranking[]) =>
    rankings.flatMap((ranking) => ranked(compared, ranking) ?? []).join(' ');
  const points = [
    { who: 'Pour l’entreprise', text: said(OCCUPANCY, OWN_FUNDS) },
    { who: 'Pour les financeurs', text: financersOf(compared) },
    { who: 'Pour la collectivité', text: said(PUBLIC_MONEY) },
  ];
  return { lead: leadOf(columns, standing), points: points.filter(({ text }) => text !== '') };
}
