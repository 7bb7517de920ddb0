import type { KeyFigure, KeyFigures, Lens } from '../analysis/key-figure.ts';
import type { PathDescription } from '../dossier/dossier.ts';
import { Decimal } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, writeList } from '../formula/french.ts';
import type { ComparisonCell, ComparisonLens, ComparisonRow } from './comparison-page.ts';
import { writeKeyFigure } from './key-figure-writing.ts';
import { writeAmount } from './writing.ts';

type Direction = 'higher' | 'lower';

/**
 * Which way a key figure is better, for the reader whose lens shows it. One that is better for one side and worse for
 * the other (the rate of the lender), or that only describes (today's rent, a month), has no direction and no mark; nor
 * has one that counts the cash left to the companies (what is left to find, the leverage of grants), or that is read on
 * different bases: the loan of an owner that also pays machines, a return on a rent avoided.
 */
const BETTER: Readonly<Record<string, Direction>> = {
  'occupancy-cost-month': 'lower',
  'occupancy-cost-m2': 'lower',
  'premises-paid-month': 'lower',
  'own-funds-needed': 'lower',
  'lowest-cash': 'higher',
  'smallest-cover': 'higher',
  'occupancy-ratio': 'lower',
  'capital-kept': 'higher',
  'votes-kept': 'higher',
  'enterprise-capital-kept': 'higher',
  'enterprise-votes-kept': 'higher',
  'net-worth-at-horizon': 'higher',
  'buy-out-price': 'lower',
  'buy-out-unfunded': 'lower',
  'months-to-opening': 'lower',
  'financial-autonomy': 'higher',
  'repayment-capacity': 'lower',
  'risk-sharing': 'lower',
  'risk-sharing-restated': 'lower',
  'financial-autonomy-restated': 'higher',
  'debt-cost-restated': 'lower',
  'debt-cost': 'lower',
  'equity-irr': 'higher',
  'investor-irr': 'higher',
  'investor-irr.capital': 'higher',
  'cash-yield': 'higher',
  'investor-peak-exposure': 'lower',
  moic: 'higher',
  payback: 'lower',
  'bank-peak-exposure': 'lower',
  'own-funds-share': 'higher',
  'dscr-min': 'higher',
  'dscr-average': 'higher',
  'dscr-with-quasi': 'higher',
  'average-cover': 'higher',
  'investor-recovery-stress': 'higher',
  'exit-share': 'lower',
  'public-budget': 'lower',
  'public-present-cost': 'lower',
  'public-peak-exposure': 'lower',
  'expected-loss': 'lower',
  'grant-equivalent': 'lower',
  'aid-headroom': 'higher',
  'jobs-created': 'higher',
  'cost-per-job': 'lower',
  'cost-per-insertion-job': 'lower',
  'public-cost-per-result': 'lower',
  'results-measured': 'higher',
  'brownfield-m2': 'higher',
};

/**
 * Figures of a contrat à impact that compare with no other column: they pay for results beside the jobs of the site, and
 * its payments are left out of its aids although they may be one.
 */
const UNRANKED_WITH_PROGRAMME: ReadonlySet<string> = new Set([
  'cost-per-job',
  'cost-per-insertion-job',
  'grant-equivalent',
  'aid-headroom',
]);

/** Figures that are nothing good below zero, even the least bad. */
const MARGINS: ReadonlySet<string> = new Set(['aid-headroom']);

/** What a lens reads of a column. */
export interface LensColumn {
  /** « R0 » */
  readonly name: string;
  readonly keyFigures: KeyFigures;
  /** It holds: else what it leaves out would make it look better. */
  readonly isStanding: boolean;
  readonly kind: PathDescription['kind'];
  /** What a public payer may pay for results, all of it; undefined without such a payer. */
  readonly publicPaymentsCap?: Decimal | undefined;
}

interface Judged {
  readonly figure: KeyFigure;
  /** It may be called best or worst. */
  readonly isComparable: boolean;
}

/**
 * The best and the worst of a row among the columns that compare, as written: what reads the same is the same. Nothing when
 * all do, or when one only has a value.
 */
export function marksOf(cells: readonly Judged[]): readonly ComparisonCell['mark'][] {
  const direction = BETTER[cells[0]?.figure.id ?? ''];
  const valued = cells.flatMap(({ figure, isComparable }) =>
    !isComparable || figure.value === null || figure.unit === 'text' || figure.unit === 'date'
      ? []
      : [{ text: writeKeyFigure(figure), value: new Decimal(figure.value) }],
  );
  if (direction === undefined || new Set(valued.map(({ text }) => text)).size < 2)
    return cells.map(() => undefined);
  const ascending = valued.toSorted((one, other) => one.value.comparedTo(other.value));
  const [low, high] = [ascending[0]?.text, ascending.at(-1)?.text];
  const [best, worst] = direction === 'lower' ? [low, high] : [high, low];
  return cells.map(({ figure, isComparable }) => {
    const text = isComparable ? writeKeyFigure(figure) : undefined;
    if (text === undefined) return undefined;
    if (text === best && MARGINS.has(figure.id) && figure.value?.startsWith('-') === true) return undefined;
    return text === best ? 'best' : text === worst ? 'worst' : undefined;
  });
}

/** The key figures of a lens, a row each; reasons of what has no value are numbered notes. */
export function comparisonLens(columns: readonly LensColumn[], lens: Lens): ComparisonLens {
  const [first] = columns;
  const notes: string[] = [];
  const missing = new Map<string, string[]>();
  const rows: ComparisonRow[] = [];
  for (const [index, { id, label }] of (first?.keyFigures[lens] ?? []).entries()) {
    const judged = columns.flatMap(({ keyFigures, isStanding, kind }): Judged[] => {
      const figure = keyFigures[lens][index];
      // Who rents leaves the works to somebody else: what that costs in public money is not in its figures.
      const isComparable =
        isStanding &&
        !(kind === 'market-rent' && lens === 'authority') &&
        !(kind === 'impact-bond' && UNRANKED_WITH_PROGRAMME.has(id));
      return figure === undefined ? [] : [{ figure, isComparable }];
    });
    const figures = judged.map(({ figure }) => figure);
    if (figures.every((figure) => figure.value === null)) {
      const reasons = new Set(figures.map((figure) => figure.reason ?? 'non défini'));
      const reason = [...reasons].join(' ; ');
      missing.set(reason, [...(missing.get(reason) ?? []), label]);
      continue;
    }
    const marks = marksOf(judged);
    const noteOf = (reason: string) => {
      if (!notes.includes(reason)) notes.push(reason);
      return notes.indexOf(reason) + 1;
    };
    rows.push({
      id,
      label,
      kind: 'line',
      cells: figures.map((figure, column): ComparisonCell => {
        const mark = marks[column];
        const link = figure.line === undefined ? {} : { figure: figure.line, period: '' };
        if (figure.value === null)
          return { text: undefined, note: noteOf(figure.reason ?? 'non défini'), ...link };
        return {
          text: writeKeyFigure(figure),
          ...link,
          ...(mark === undefined ? {} : { mark }),
          negative: figure.value.startsWith('-'),
        };
      }),
    });
  }
  const remarks =
    lens === 'authority'
      ? [tenantRemark(columns), ...programmeRemarks(columns)]
      : lens === 'investor'
        ? [loanRemark(columns)]
        : [];
  const remark = remarks.filter((said) => said !== undefined).join(' ');
  return {
    rows,
    notes,
    missing: [...missing].map(([reason, labels]) => ({ reason, labels })),
    ...(remark === '' ? {} : { remark }),
  };
}

/** A rented site costs no public money here because somebody else is supposed to renovate it. */
function tenantRemark(columns: readonly LensColumn[]): string | undefined {
  const names = columns.filter(({ kind }) => kind === 'market-rent').map(({ name }) => name);
  if (names.length === 0) return undefined;
  const [supposes, isRanked] =
    names.length === 1
      ? ['suppose', 'cette voie n’est pas classée']
      : ['supposent', 'ces voies ne sont pas classées'];
  return `${writeList(names)} ${supposes} qu’un bailleur remet le site en état à ses frais, sans aide : l’argent public qu’il demanderait n’est pas compté ici, et ${isRanked}.`;
}

/** What a contrat à impact leaves out of its aids, and why some of its figures are not ranked. */
function programmeRemarks(columns: readonly LensColumn[]): string[] {
  if (columns.every(({ kind }) => kind === 'impact-bond')) return [];
  return columns.flatMap(({ name, kind, keyFigures, publicPaymentsCap }) => {
    if (kind !== 'impact-bond') return [];
    const margin = keyFigures.authority.find(({ id }) => id === 'aid-headroom')?.value;
    const unsure =
      margin == null || publicPaymentsCap === undefined
        ? ''
        : ` Sa marge sous le plafond d’aides irait jusqu’à ${writeAmount(new Decimal(margin).minus(publicPaymentsCap), 0)}${NO_BREAK_SPACE}€ si les paiements sont une aide.`;
    return [
      `L’argent public de ${name} par emploi paie aussi les résultats de son programme, et ses paiements sont hors du total de ses aides : ${name} n’est classée ni par emploi, ni sur l’équivalent-subvention, ni sur la marge.${unsure}`,
    ];
  });
}

/** The loan that is compared with the site is not the same where the operator buys and where its SCI does. */
function loanRemark(columns: readonly LensColumn[]): string | undefined {
  const named = (wanted: LensColumn['kind']) =>
    columns.filter(({ kind }) => kind === wanted).map(({ name }) => name);
  const [owners, vehicles] = [[...named('bank-loan'), ...named('guarantee')], named('sci')];
  if (owners.length === 0 || vehicles.length === 0) return undefined;
  return `LTV, LTC, loyer net / prêt et prêt recouvré lisent le prêt de qui achète le site : dans ${writeList(owners)}, il paie aussi le matériel et le démarrage ; dans ${writeList(vehicles)}, c’est celui de la SCI seule, sans celui de l’exploitant. L’exposition maximale compte tous les prêts de la banque.`;
}
