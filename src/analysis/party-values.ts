import { at, minus, NO_MONEY, sumOfTerms, times } from '../formula/build.ts';
import type { DiscountFactor, MeasureSetting } from './measure-setting.ts';

/**
 * What each party outside the deal receives less what it pays until the horizon, in present value at the public
 * discount rate; what that leaves to the companies of the deal; and what they keep at the horizon, which is not cash.
 *
 * « Qui gagne, qui paie » between two paths is the difference of these lines. Written after the public measures, whose
 * discount factor they share.
 */
export function addPartyValues({ deal, keep, presentValue }: MeasureSetting): void {
  const { setting, partyFlows, premises, operator } = deal;
  const { calculation, ledger, horizon } = setting;
  const factor = calculation.line('measure.public-factor') as DiscountFactor;
  const horizonFactor = at(factor, horizon);

  const parties = [...partyFlows].map(([party, flow]) =>
    keep(
      `party-value.${party}`,
      presentValue(
        `measure.party-value.${party}`,
        `${ledger.parties.get(party)?.label ?? party} : reçu moins payé jusqu'à l'horizon, en valeur présente`,
        flow,
        factor,
      ),
    ),
  );
  // Every euro that a party outside receives is paid by the companies of the deal: the law « lenses » tests it apart.
  keep(
    'party-value.group',
    calculation.once(
      'measure.party-value.group',
      "Trésorerie de l'opération : reçu moins payé jusqu'à l'horizon, en valeur présente",
      minus(NO_MONEY, sumOfTerms(parties)),
    ),
  );
  keep(
    'party-value.kept',
    calculation.once(
      'measure.party-value.kept',
      "Valeur conservée à l'horizon, en valeur présente",
      times(premises.keptAtHorizon, horizonFactor),
    ),
  );
  const owed = ledger.debts
    .filter((debt) => debt.borrower === operator.id)
    .map((debt) => at(debt.closing, horizon));
  keep(
    'party-value.owed',
    calculation.once(
      'measure.party-value.owed',
      "Dettes de l'exploitant restant dues à l'horizon, en valeur présente et en moins",
      times(minus(NO_MONEY, sumOfTerms(owed)), horizonFactor),
    ),
  );
}
