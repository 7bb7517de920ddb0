import type { ComputedDeal } from '../analysis/computed.ts';
import type { KeyFigures } from '../analysis/key-figure.ts';
import type { Decimal } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, writeList } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import { writeAmount } from './writing.ts';

/** A column of a comparison, as its answer names it. */
interface ToldProgramme {
  readonly name: string;
  readonly keyFigures: KeyFigures;
  readonly computed: ComputedDeal | undefined;
}

/** What the premises take: the same in both columns, the programme alone parts them. */
const OF_PREMISES = ['occupancy-cost-month', 'premises-paid-month', 'own-funds-needed'] as const;

function euros(amount: Decimal): string {
  return `${writeAmount(amount, 0)}${NO_BREAK_SPACE}€`;
}

function onceOf({ figures }: ComputedDeal, line: Line): Decimal {
  const [value] = figures.of(line);
  if (value == null) throw new Error(`${line.id} has no value`);
  return value;
}

function hasSamePremises(one: ToldProgramme, other: ToldProgramme): boolean {
  if (one.computed === undefined || other.computed === undefined) return false;
  const [uses, others] = [one.computed, other.computed].map((computed) =>
    onceOf(computed, computed.deal.operator.plan.totalUses),
  );
  const valueIn = ({ keyFigures }: ToldProgramme, id: string) =>
    keyFigures.founder.find((figure) => figure.id === id)?.value;
  return (
    uses !== undefined &&
    others !== undefined &&
    uses.minus(others).abs().lt('0.005') &&
    OF_PREMISES.every((id) => valueIn(one, id) === valueIn(other, id))
  );
}

/** « 300 000 € avancés, 330 000 € reçus si les résultats attendus sont là, 0 € laissé à l’entreprise » */
function programmeOf(computed: ComputedDeal, impact: NonNullable<ComputedDeal['deal']['impact']>): string {
  const { tranches, costs, outcomes } = impact;
  const { payments, capital, premium } = outcomes.expected;
  const [advanced, received] = [tranches.invested, payments].map((line) => onceOf(computed, line));
  if (advanced === undefined || received === undefined) return '';
  const left = [costs.total, capital, premium].reduce(
    (sum, line) => sum.minus(onceOf(computed, line)),
    advanced.plus(received),
  );
  const kept = left.isNegative()
    ? `${euros(left.neg())} payés par l’entreprise`
    : `${euros(left)} ${left.gte(2) ? 'laissés' : 'laissé'} à l’entreprise`;
  return `${euros(advanced)} avancés, ${euros(received)} reçus si les résultats attendus sont là, ${kept}`;
}

/**
 * What a contrat à impact adds to the bank loan that it stands beside, a sentence a column: nothing of the walls parts
 * the two. None when the two do not have the same premises, or when no bank loan stands alone.
 */
export function programmeSentences(columns: readonly ToldProgramme[]): string[] {
  const alone = columns.filter(({ computed }) => computed?.deal.path.kind === 'bank-loan');
  return columns.flatMap((column) => {
    const impact = column.computed?.deal.impact;
    if (column.computed === undefined || impact === undefined) return [];
    const same = alone.filter((other) => hasSamePremises(column, other)).map(({ name }) => name);
    if (same.length === 0) return [];
    return [
      `${column.name} = ${writeList(same, 'ou')} et un programme : mêmes murs, même coût ; ${programmeOf(column.computed, impact)}.`,
    ];
  });
}
