import type { ComputedDeal } from '../analysis/computed.ts';
import { type Decimal, ZERO } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, writeCount } from '../formula/french.ts';
import { writeAmount } from './writing.ts';

/** A figure that the measures keep under this id; undefined when it is not defined. */
function measuredValue({ figures, measures }: ComputedDeal, id: string): Decimal | undefined {
  const line = measures.lines.get(id);
  return line === undefined ? undefined : (figures.of(line)[0] ?? undefined);
}

/** « 11 234 € de plus », « 200 000 € de moins », « autant » */
function writeMore(difference: Decimal): string {
  const size = difference.abs().toDecimalPlaces(0);
  if (size.isZero()) return 'autant';
  return `${writeAmount(size, 0)}${NO_BREAK_SPACE}€ de ${difference.isNegative() ? 'moins' : 'plus'}`;
}

/**
 * What the payer pays more or less than with a plain grant, in present value, and the chance of failure that makes both
 * cost the same.
 */
export function grantSentence(computed: ComputedDeal): string {
  const differenceOf = (outcome: string) => measuredValue(computed, `impact.${outcome}.beside-grant`) ?? ZERO;
  const [expected, failure] = [differenceOf('expected'), differenceOf('failure')];
  const even = measuredValue(computed, 'impact.even-failure-share');
  const isBetween = even?.gte(0) === true && even.lte(1);
  const about = `À résultats attendus, le contrat coûte ${writeMore(expected)} que la subvention, en valeur présente ; en cas d’échec, ${writeMore(failure)}.`;
  if (!isBetween) return `${about} Aucune probabilité d’échec ne les fait coûter autant.`;
  const chances = even.times(100).toDecimalPlaces(0);
  return `${about} Les deux coûtent autant si l’échec a ${writeCount(chances)} ${chances.gte(2) ? 'chances' : 'chance'} sur 100, sans autre issue que l’échec ou l’attendu.`;
}

/** What is counted in the avoided cost and not paid; why a failure may then look better than what is expected. */
export function balanceSentence(computed: ComputedDeal): string {
  const balanceOf = (outcome: string) => measuredValue(computed, `impact.${outcome}.balance`) ?? ZERO;
  const about =
    'Coût évité attribuable moins paiements : résultats sous le seuil et au-delà du plafond : non payés, comptés dans le coût évité';
  return balanceOf('failure').gt(balanceOf('expected'))
    ? `${about} ; c’est pourquoi l’échec y dépasse l’attendu, alors que moins de résultats sont atteints et que les investisseurs perdent de leur capital.`
    : `${about}.`;
}
