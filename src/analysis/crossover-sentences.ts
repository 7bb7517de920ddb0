import type { Crossover, Point, Stretch } from '../formula/crossovers.ts';
import type { Decimal } from '../formula/decimal.ts';
import type { Value } from '../formula/exact.ts';
import { NO_BREAK_SPACE, UNDEFINED_TEXT, writeMoney } from '../formula/french.ts';
import type { CrossoverFinding } from './crossover-search.ts';

/** What would change the ranking, or leaves it as it is, found by a search and checked. */
export interface CrossoverSentence {
  readonly sentence: string;
  /** Both figures, exactly, where the ranking changes, or at both ends of the interval. */
  readonly check: string;
  /** Whether some value of the interval puts another column first. */
  readonly changes: boolean;
}

type Side = 'main' | 'other' | 'neither' | 'undefined';

/** Stretches told around the present value, when there are many. */
const MOST_TOLD = 7;

/** The column that costs less over a stretch. */
function cheaper({ higher }: Pick<Stretch, 'higher'>): Side {
  if (higher === 'one') return 'other';
  return higher === 'other' ? 'main' : higher;
}

function sideOf({ one, other }: Point): Side {
  if (one === null || other === null) return 'undefined';
  const [first, second] = [one.toDecimalPlaces(2), other.toDecimalPlaces(2)];
  return first.equals(second) ? 'neither' : first.lt(second) ? 'main' : 'other';
}

/** What the words of one finding share. */
class Wording {
  private readonly finding: CrossoverFinding;
  readonly present: string;

  constructor(finding: CrossoverFinding) {
    this.finding = finding;
    this.present = `(${finding.assumption.write(finding.present.value)} dans le dossier)`;
  }

  name(side: 'main' | 'other'): string {
    return this.finding[side];
  }

  write(value: Decimal): string {
    return this.finding.assumption.write(value);
  }

  private cost(value: Value): string {
    return value === null ? UNDEFINED_TEXT : writeMoney(value);
  }

  /** « à 26,90 €/m²/an, P1 25 472,53 €, R0 25 440,15 € » */
  point({ value, one, other }: Point): string {
    const { main, other: second } = this.finding;
    return `à ${this.write(value)}, ${main}${NO_BREAK_SPACE}: ${this.cost(one)}, ${second}${NO_BREAK_SPACE}: ${this.cost(other)}`;
  }

  check(points: readonly Point[]): string {
    return `Coût complet par mois${NO_BREAK_SPACE}: ${points.map((point) => this.point(point)).join(`${NO_BREAK_SPACE}; `)}.`;
  }

  range({ from, to }: Stretch): string {
    return from.value.equals(to.value)
      ? `à ${this.write(from.value)}`
      : `de ${this.write(from.value)} à ${this.write(to.value)}`;
  }

  stretch(stretch: Stretch): string {
    const side = cheaper(stretch);
    const range = this.range(stretch);
    if (side === 'neither') return `à égalité ${range}`;
    if (side === 'undefined') return `sans comparaison possible ${range}`;
    return `${this.name(side)} préférable ${range}`;
  }
}

/** « P1 reste préférable à R0 pour tout taux de capitalisation de 4,00 % à 15,00 % (8,50 % dans le dossier). » */
function steadySentence({ assumption }: CrossoverFinding, words: Wording, only: Stretch): CrossoverSentence {
  const side = cheaper(only);
  const where = `pour ${assumption.any} ${words.range(only)} ${words.present}`;
  const [main, other] = [words.name('main'), words.name('other')];
  const sentence =
    side === 'neither'
      ? `${main} et ${other} coûtent autant l’une que l’autre ${where}.`
      : side === 'undefined'
        ? `${main} et ${other} ne se comparent pas ${where}.`
        : `${words.name(side)} reste préférable à ${words.name(side === 'main' ? 'other' : 'main')} ${where}.`;
  const ends = only.from.value.equals(only.to.value) ? [only.from] : [only.from, only.to];
  return { sentence, check: words.check(ends), changes: false };
}

/** The only change of the interval, told from the value of the dossier; undefined when it cannot be told so. */
function singleSentence(
  { assumption, present, found }: CrossoverFinding,
  words: Wording,
): CrossoverSentence | undefined {
  const [change, ...others] = found.crossovers as readonly [Crossover, ...Crossover[]];
  const sides = found.stretches.map(cheaper);
  if (change === undefined || others.length > 0 || sides.includes('undefined')) return undefined;
  // A tie at an end of the interval is one more change to tell.
  if (sides[0] === 'neither' || sides.at(-1) === 'neither') return undefined;
  const side = sideOf(present);
  if (side === 'neither' || side === 'undefined') return undefined;
  const better = words.name(side === 'main' ? 'other' : 'main');
  const { before, after } = change;
  const isBelow = present.value.lt(after.value);
  const [far, reaches] = isBelow ? [after, 'atteint'] : [before, 'descend à'];
  // Between two steps the dossier may stand on the other side of a change: then all is told.
  const expected = isBelow ? sides[0] : sides.at(-1);
  if (side !== expected) return undefined;
  const ties = sides.includes('neither') ? ' ; entre les deux, égalité' : '';
  return {
    sentence: `${better} devient préférable à ${words.name(side)} si ${assumption.the} ${reaches} ${words.write(far.value)} ${words.present}.`,
    check: `${words.check([before, after]).slice(0, -1)}${ties}.`,
    changes: true,
  };
}

/** Every stretch, in order; around the present value when there are many. */
function severalSentence(
  { assumption, present, found }: CrossoverFinding,
  words: Wording,
): CrossoverSentence {
  const { stretches } = found;
  const here = stretches.findIndex(({ to }) => to.value.gte(present.value));
  const first = Math.max(0, Math.min(here - Math.floor(MOST_TOLD / 2), stretches.length - MOST_TOLD));
  const told = stretches.slice(first, first + MOST_TOLD);
  const left = stretches.length - told.length;
  const others = left === 0 ? '' : ` (et ${left} autres changements plus loin de la valeur du dossier)`;
  const list = told.map((stretch) => words.stretch(stretch)).join(`${NO_BREAK_SPACE}; `);
  const edges = told.slice(1).flatMap((stretch, index) => [(told[index] as Stretch).to, stretch.from]);
  const points = edges.filter(
    (point, index) => index === 0 || !point.value.equals((edges[index - 1] as Point).value),
  );
  return {
    sentence: `Selon ${assumption.the} ${words.present}${NO_BREAK_SPACE}: ${list}${others}.`,
    check: words.check(points),
    changes: true,
  };
}

/** One finding in French: what changes which column the founder would choose, or that nothing does, with its check. */
export function crossoverSentence(finding: CrossoverFinding): CrossoverSentence {
  const words = new Wording(finding);
  const { stretches } = finding.found;
  const [only] = stretches;
  if (only !== undefined && stretches.length === 1) return steadySentence(finding, words, only);
  return singleSentence(finding, words) ?? severalSentence(finding, words);
}

/** What holds for every sentence, said once beside them. */
export const CROSSOVER_NOTES: readonly string[] = [
  'Une hypothèse change à la fois ; les prêts et le loyer calculé d’une SCI gardent leur montant ; le loyer d’une foncière suit le marché et sa décote. Ce qui manquerait alors au plan est compté comme apporté par l’entreprise.',
  'Est dite préférable la voie dont le coût complet d’occupation, valeur conservée déduite, est le plus bas. Le droit, la trésorerie et les limites de la banque ne sont pas revus à ces valeurs : changez l’hypothèse dans le formulaire pour les voir.',
];
