import { constant, definedOr, dividedBy, over, plus, times } from '../formula/build.ts';
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

/** Part of the founders in the capital once all have entered, conversions left out. */
export function foundersPart({ calculation }: PathSetting, issuer: string, capital: ShareCapital) {
  const sum = (holders: ShareCapital['holders']) => {
    const [first, ...rest] = holders.map(({ shares }) => shares);
    return first === undefined ? constant(0, 'count') : plus(first, ...rest);
  };
  return calculation.once(
    `${issuer}.founders-part`,
    'Part du capital des associés d’origine, après les tours',
    definedOr(
      dividedBy(sum(capital.holders.filter(({ isFounder }) => isFounder)), sum(capital.holders)),
      constant(0, 'ratio'),
    ),
    { party: issuer },
  );
}
