import {
  choose,
  constant,
  definedOr,
  dividedBy,
  isMore,
  MONTH,
  over,
  plus,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Shareholder } from './group-dividends.ts';
import type { PathSetting } from './setting.ts';
import type { ShareCapital } from './share-capital.ts';

/** The month in which investors leave. */
export function writeExitMonth({ calculation, assume }: PathSetting, place: string) {
  return calculation.once(
    'group.exit.month',
    'Mois de la sortie (après la signature)',
    times(over(assume(`${place}.exit.year`, 'years'), constant(1, 'years')), constant(12, 'months')),
  );
}

/** Who receives the dividends of the company that opens its capital. */
export function shareholdersOf(capital: ShareCapital): Shareholder[] {
  return capital.holders.map(({ party, label, partOfMonth }) => ({ party, label, part: partOfMonth }));
}

/** What the founders hold: after the rounds, once bonds are converted, and month by month, shares that they buy counted. */
export interface FoundersParts {
  readonly afterRounds: Line<'ratio', 'once', 'defined'>;
  /** The least: conversions counted. */
  readonly diluted: Line<'ratio', 'once', 'defined'>;
  readonly ofMonth: Line<'ratio', 'monthly', 'defined'>;
}

/** Part of the founders in the capital: before investors leave that of after the rounds, then with what they buy. */
export function writeFoundersParts(
  { calculation }: PathSetting,
  issuer: string,
  capital: ShareCapital,
  exit: Formula<'months', 'once', 'defined'>,
): FoundersParts {
  const about = { party: issuer };
  const founders = capital.holders.filter(({ isFounder }) => isFounder);
  const part = (id: string, label: string, of: 'shares' | 'dilutedShares') => {
    const sum = (holders: ShareCapital['holders']) => {
      const [first, ...rest] = holders.map((holder) => holder[of]);
      return first === undefined ? constant(0, 'count') : plus(first, ...rest);
    };
    return calculation.once(
      `${issuer}.${id}`,
      label,
      definedOr(dividedBy(sum(founders), sum(capital.holders)), constant(0, 'ratio')),
      about,
    );
  };
  const afterRounds = part(
    'founders-part',
    'Part du capital des associés d’origine, après les tours',
    'shares',
  );
  const [first, ...rest] = founders.map(({ partOfMonth }) => partOfMonth);
  return {
    afterRounds,
    diluted: part(
      'founders-part-diluted',
      'Part du capital des associés d’origine, conversions comprises',
      'dilutedShares',
    ),
    ofMonth: calculation.monthly(
      `${issuer}.founders-part-of-month`,
      'Part du capital des associés d’origine, ce mois : ce qu’ils rachètent compris',
      first === undefined
        ? constant(0, 'ratio')
        : choose(isMore(MONTH, exit), plus(first, ...rest), afterRounds),
      about,
    ),
  };
}
