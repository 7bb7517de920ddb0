import {
  CONFIDENCE_WORDS,
  lawForms,
  lawLists,
  lawMatrix,
  lawRegister,
  lawRules,
  type RegisteredCell,
  type RegisteredFigure,
  type RegisteredForm,
} from '../analysis/law-register.ts';
import { writeDate } from '../formula/french.ts';
import { FIGURE_HISTORY } from './figure-history.ts';
import { type MarketDefault, marketDefaults } from './market-defaults.ts';
import { CONVENTIONS } from './method-conventions.ts';
import { LIMITS } from './method-limits.ts';
import { matcher } from './method-search.ts';

interface Titled<T> {
  readonly title: string;
  readonly items: readonly T[];
}

interface Rule {
  readonly rule: string;
  readonly article: string;
  readonly reason: string;
  readonly confidence: string;
}

/** What « Méthode » shows: all of it, or what holds the words looked for. */
export interface MethodPage {
  readonly query: string;
  /** How many conventions, figures, rules and others hold the words. */
  readonly found: number;
  readonly conventions: readonly (Titled<string> & { readonly id: string })[];
  readonly figures: readonly Titled<RegisteredFigure>[];
  readonly lists: readonly (Titled<string> & { readonly source: string })[];
  readonly forms: readonly RegisteredForm[];
  /** Instruments, each with its cells by legal form. */
  readonly matrix: readonly (Titled<RegisteredCell> & { readonly id: string })[];
  readonly rules: readonly Titled<Rule>[];
  readonly defaults: readonly Titled<MarketDefault>[];
  readonly limits: readonly string[];
  readonly history: readonly Titled<string>[];
}

/** Keeps the items that match, and the parts that have some; a part whose title matches is kept whole. */
function kept<T, P extends object>(
  parts: readonly (P & Titled<T>)[],
  matches: ReturnType<typeof matcher>,
  textsOf: (item: T) => readonly (string | undefined)[],
): (P & Titled<T>)[] {
  return parts.flatMap((part) => {
    const items = part.items.filter((item) => matches(part.title, ...textsOf(item)));
    return items.length === 0 ? [] : [{ ...part, items }];
  });
}

function figureTexts({ id, label, values }: RegisteredFigure): string[] {
  return [id, label, ...values.flatMap(({ written, source, note = '' }) => [written, source, note])];
}

/** A row of the matrix is kept whole when one of its cells holds the words. */
function keptInstruments(matches: ReturnType<typeof matcher>): MethodPage['matrix'] {
  return lawMatrix()
    .filter(({ label, cells }) =>
      cells.some(({ formLabel, reason, article, remedy }) =>
        matches(label, formLabel, reason, article, remedy),
      ),
    )
    .map(({ instrument, label, cells }) => ({ id: instrument, title: label, items: cells }));
}

/** @param query words looked for; empty for the whole page */
export function makeMethodPage(query: string): MethodPage {
  const matches = matcher(query);
  const plain = (text: string) => [text];
  const conventions = kept(
    CONVENTIONS.map(({ id, title, points }) => ({ id, title, items: points })),
    matches,
    plain,
  );
  const figures = kept(
    lawRegister().map((subject) => ({ title: subject.title, items: subject.figures })),
    matches,
    figureTexts,
  );
  const lists = kept(lawLists(), matches, plain);
  const forms = lawForms().filter(({ label, capital, liability, votes, distribution, article }) =>
    matches(label, capital, liability, votes, distribution, article),
  );
  const matrix = keptInstruments(matches);
  const rules = kept(
    lawRules().map((subject) => ({
      title: subject.title,
      items: subject.rules.map((rule): Rule => ({ ...rule, confidence: CONFIDENCE_WORDS[rule.confidence] })),
    })),
    matches,
    ({ rule, article, reason }) => [rule, article, reason],
  );
  const defaults = kept(
    marketDefaults().map((part) => ({ title: part.title, items: part.defaults })),
    matches,
    ({ label, written, why }) => [label, written, why],
  );
  const limits = LIMITS.filter((limit) => matches(limit));
  const history = kept(
    FIGURE_HISTORY.map(({ version, date, moved }) => ({
      title: `Version ${version}, ${writeDate(date)}`,
      items: moved,
    })),
    matches,
    plain,
  );
  const parts: readonly (readonly Titled<unknown>[])[] = [
    conventions,
    figures,
    lists,
    rules,
    defaults,
    history,
  ];
  // A row of the matrix counts once, as it is kept whole.
  const alone = limits.length + forms.length + matrix.length;
  const found = parts.flat().reduce((sum, { items }) => sum + items.length, alone);
  return { query, found, conventions, figures, lists, forms, matrix, rules, defaults, limits, history };
}
