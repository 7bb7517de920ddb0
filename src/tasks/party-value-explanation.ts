import type { ComputedDeal } from '../analysis/computed.ts';
import type { PartyValue } from '../analysis/party-values.ts';
import { GROUP, partyValuesOf } from '../analysis/party-values.ts';
import type { RateExplanation } from '../formula/explanation/rate.ts';
import { type Operand, periodText } from '../formula/explanation.ts';
import { writeCount, writeDate, writeMoney, writeMonth, writeRate } from '../formula/french.ts';
import { monthEnd } from '../formula/timeline.ts';

/** Months shown as operands: the largest in present value. */
const TOLD = 6;

/** The months of a party's flows that weigh most, each leading to its own explanation. */
function largestMonths({ figures }: ComputedDeal, { flows }: PartyValue, party: string): Operand[] {
  return flows
    .toSorted((a, b) => b.present.abs().comparedTo(a.present.abs()))
    .slice(0, TOLD)
    .toSorted((a, b) => a.month - b.month)
    .map(({ month, amount, factor, present }) => ({
      figure: `party.${party}.net`,
      period: periodText(figures.timeline, 'monthly', month),
      label: `Reçu moins payé, ${writeMoney(amount)} × ${writeCount(factor.toDecimalPlaces(4))}`,
      value: present.toFixed(),
      unit: 'money',
      written: writeMoney(present),
    }));
}

/** The companies receive what the parties outside pay: each party, by size. */
function otherParties(computed: ComputedDeal): Operand[] {
  return [...partyValuesOf(computed)]
    .filter(([party, { value }]) => party !== GROUP && !value.isZero())
    .toSorted(([, a], [, b]) => b.value.abs().comparedTo(a.value.abs()))
    .map(([, { figure, label, value }]) => ({
      figure,
      period: '',
      label: `Moins ce que reçoit, net : ${label}`,
      value: value.negated().toFixed(),
      unit: 'money',
      written: writeMoney(value.negated()),
    }));
}

/** Why a party receives or pays so much in present value: each flow, the factor of its month, and their sum. */
export function explainPartyValue(computed: ComputedDeal, found: PartyValue): RateExplanation {
  const { figures, deal } = computed;
  const { figure, label, value, flows } = found;
  const party = figure.slice(figure.indexOf('.') + 1);
  const isGroup = party === GROUP;
  const rate = figures.of('measure.public-rate')[0] ?? null;
  const rateText = rate === null ? '' : writeRate(rate, 4);
  const until = writeMonth(figures.timeline, deal.setting.dossier.values.horizonYears * 12);
  const what = isGroup ? 'encaissements moins décaissements des sociétés' : 'reçu moins payé';
  const operands = isGroup ? otherParties(computed) : largestMonths(computed, found, party);
  const written = writeMoney(value);
  return {
    figure,
    period: '',
    label: `${label}, en valeur présente`,
    unit: 'money',
    value: value.toFixed(),
    written,
    sentence: `${label} : ${what} jusqu’à ${until}, soit ${flows.length} flux mensuels actualisés à ${rateText} = ${written}`,
    formula: `somme, mois par mois jusqu’à l’horizon : (${what}) × facteur d’actualisation public du mois, (1 + ${rateText})^(−mois / 12)`,
    formulaNumbers: written,
    operands: [
      {
        figure: 'measure.public-rate',
        period: '',
        label: 'Taux d’actualisation public, inflation comprise',
        value: rate?.toFixed() ?? null,
        unit: 'ratio/years',
        written: rateText,
      },
      ...operands,
    ],
    otherOperands: isGroup ? 0 : Math.max(0, flows.length - TOLD),
    flows: flows.map(({ month, amount, present }) => {
      const date = monthEnd(figures.timeline, month);
      return {
        date,
        amount: amount.toFixed(),
        presentValue: present.toFixed(),
        written: {
          date: writeDate(date),
          amount: writeMoney(amount),
          presentValue: writeMoney(present),
        },
      };
    }),
    presentValue: value.toFixed(2),
  };
}
