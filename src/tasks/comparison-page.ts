import type { Computation, ComputedPath } from '../analysis/computed.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeDate, writeEuros } from '../formula/french.ts';
import type { RawDossier } from '../input/description.ts';
import type { Reading } from '../input/problem.ts';
import { columnDifferences } from '../report/column-differences.ts';
import { type AnsweredColumn, answerOf, isStanding } from '../report/comparison-answer.ts';
import { type ExchangeSide, exchangeOf } from '../report/comparison-exchange.ts';
import { comparisonLens } from '../report/comparison-lenses.ts';
import { type ComparisonColumn, type ComparisonPage, shortNames } from '../report/comparison-page.ts';
import { comparisonTables } from '../report/comparison-tables.ts';
import { programmeSentences } from '../report/programme-sentences.ts';
import { structureOf } from '../report/structure.ts';
import { nearestLawfulOf, unknownPath } from './path-page.ts';
import { rememberedComputation } from './remembered.ts';

/** What names a comparison: a dossier, and the two paths between which « qui gagne, qui paie » is said. */
export interface ComparisonRequest {
  readonly dossier: unknown;
  /** Id of a path; the first with figures unless given. */
  readonly from?: string | undefined;
  /** Id of a path; the main one unless given, or the next when that is the first. */
  readonly to?: string | undefined;
}

/** A path with the short name that it has everywhere in a comparison. */
export interface NamedColumn {
  readonly id: string;
  readonly name: string;
  readonly found: ComputedPath;
}

/** The columns of a comparison, in the order of the dossier. */
export function namedColumns(computation: Computation): NamedColumn[] {
  const names = shortNames(computation.paths.map(({ path }) => path.label));
  return computation.paths.map((found, index) => ({
    id: found.path.id,
    name: names[index] ?? found.path.id,
    found,
  }));
}

function gapOf({ computed }: ComputedPath): string | undefined {
  return computed?.gap === undefined ? undefined : writeEuros(new Decimal(computed.gap));
}

function columnOf(computation: Computation, { id, name, found }: NamedColumn): ComparisonColumn {
  const { path, verdict, legality, computed } = found;
  const rules =
    verdict === 'possible'
      ? []
      : legality.filter((rule) => rule.verdict === verdict && rule.confirmed === undefined);
  const [first] = rules;
  return {
    id,
    label: path.label,
    name,
    isMain: id === computation.dossier.values.mainPath,
    verdict,
    confirmedPoints: legality.filter(({ confirmed }) => confirmed !== undefined).length,
    reason: first === undefined ? undefined : { text: first.reason, article: first.article },
    otherReasons: Math.max(0, rules.length - 1),
    gap: gapOf(found),
    empty: computed === undefined,
    nearestLawful: nearestLawfulOf(computation, found),
    structure: computed === undefined ? undefined : structureOf(computed),
  };
}

function answeredColumn({ name, found }: NamedColumn): AnsweredColumn {
  return {
    name,
    verdict: found.verdict,
    gap: gapOf(found),
    missedLimits: (found.computed?.covenants ?? [])
      .filter((covenant) => covenant.met === false)
      .map((covenant) => covenant.label),
    keyFigures: found.keyFigures,
    computed: found.computed,
  };
}

/** The two sides asked for, or the usual ones. Undefined when an id is not one of the dossier. */
function sidesOf(columns: readonly NamedColumn[], mainPath: string, request: ComparisonRequest) {
  const withFigures = columns.filter(({ found }) => found.computed !== undefined);
  const usualFrom = withFigures[0] ?? columns[0];
  const from = request.from === undefined ? usualFrom : columns.find(({ id }) => id === request.from);
  const candidates = withFigures.length > 1 ? withFigures : columns;
  const main = candidates.find(({ id }) => id === mainPath && id !== from?.id);
  const usualTo = main ?? candidates.find(({ id }) => id !== from?.id) ?? from;
  const to = request.to === undefined ? usualTo : columns.find(({ id }) => id === request.to);
  const side = ({ id, name, found }: NamedColumn): ExchangeSide => ({ id, name, computed: found.computed });
  return from === undefined || to === undefined ? undefined : ([side(from), side(to)] as const);
}

/** What a programme adds to a bank loan, and what parts the columns of one kind. */
function differencesOf({ dossier }: Computation, columns: readonly NamedColumn[]): string[] {
  // As typed: amounts that are found follow from the rest.
  const typed = dossier.typed as RawDossier;
  const described = Array.isArray(typed.paths) ? typed.paths : [];
  return [
    ...programmeSentences(
      columns.map(({ name, found: { keyFigures, computed } }) => ({ name, keyFigures, computed })),
    ),
    ...columnDifferences(
      typed,
      columns.map(({ name }, index) => ({ name, path: described[index] as RawDossier })),
    ),
  ];
}

/** What a public payer may pay for results, all of it. */
function publicPaymentsCapOf({ computed }: ComputedPath): Decimal | undefined {
  const impact = computed?.deal.impact;
  return impact?.publicPaid === undefined ? undefined : impact.programme.cap;
}

/** The comparison of the paths of a dossier, as plain data. */
export function makeComparisonPage(request: ComparisonRequest): Reading<ComparisonPage> {
  const computation = rememberedComputation(request.dossier);
  if (!computation.ok) return computation;
  const { values } = computation.value.dossier;
  const columns = namedColumns(computation.value);
  const sides = sidesOf(columns, values.mainPath, request);
  if (sides === undefined) {
    const asked = [request.from, request.to].filter((id) => id !== undefined);
    const unknown = asked.find((id) => !columns.some((column) => column.id === id));
    return unknownPath(computation.value, unknown);
  }
  const judged = columns.map((column) => ({
    name: column.name,
    keyFigures: column.found.keyFigures,
    isStanding: isStanding(answeredColumn(column)),
    kind: column.found.path.kind,
    publicPaymentsCap: publicPaymentsCapOf(column.found),
  }));
  const computedColumns = columns.flatMap(({ id, name, found }) =>
    found.computed === undefined ? [] : [{ id, name, computed: found.computed }],
  );
  return {
    ok: true,
    value: {
      title: values.title,
      summary: values.summary,
      operatorName: values.operator.name,
      siteName: values.site?.name ?? 'sans site',
      hasSite: values.site !== null,
      lawDate: writeDate(values.lawDate),
      columns: columns.map((column) => columnOf(computation.value, column)),
      answer: answerOf(columns.map(answeredColumn), differencesOf(computation.value, columns)),
      lenses: {
        founder: comparisonLens(judged, 'founder'),
        investor: comparisonLens(judged, 'investor'),
        authority: comparisonLens(judged, 'authority'),
      },
      exchange: exchangeOf(...sides),
      tables: comparisonTables(computedColumns),
    },
  };
}
