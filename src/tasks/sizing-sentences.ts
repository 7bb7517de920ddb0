import type { ComputedDeal } from '../analysis/computed.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeMoney, writeMultiple, writeValue } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';

type Company = ComputedDeal['deal']['operator'];

function loanSentence({ deal, figures, sizings, rent }: ComputedDeal, company: Company): string {
  const [subject, plan] =
    deal.vehicle === undefined
      ? ['Prêt', 'le plan']
      : company === deal.vehicle
        ? ['Prêt de la SCI', 'son plan']
        : ['Prêt de l’exploitant', 'son plan'];
  const loan = figures.assumption(`${company.termsPath}.amount`);
  const sizing = sizings.find((candidate) => candidate.company === company.id);
  if (sizing === undefined) return `${subject} : montant saisi, ${writeMoney(loan)}.`;
  if (sizing.binding === 'unreachable') return `${subject} : aucun montant n’équilibre ${plan}.`;
  if (sizing.binding !== 'need') {
    const label = deal.covenants.find(({ id }) => id === sizing.binding)?.label ?? sizing.binding;
    return `${subject} limité à ${writeMoney(loan)} par « ${label} » ; ${plan} demanderait ${writeMoney(new Decimal(sizing.need))}.`;
  }
  if (loan.isZero()) return `${subject} : aucun, les autres ressources équilibrent ${plan}.`;
  const limits =
    rent !== undefined && company === deal.vehicle
      ? 'Le loyer étant calculé, les limites de la banque sont vérifiées ensuite et ne le réduisent pas.'
      : 'Aucune limite de la banque ne le réduit.';
  return `${subject} calculé pour équilibrer ${plan} : ${writeMoney(loan)}, arrondi à l’euro supérieur. ${limits}`;
}

function rentSentence({ deal, figures, rent }: ComputedDeal): string | undefined {
  const { vehicle, path } = deal;
  if (vehicle === undefined || path.kind !== 'sci') return undefined;
  const lease = vehicle.termsPath.replace(/\.terms$/, '.lease');
  const byArea = (value: Decimal) => `${writeValue(value.toDecimalPlaces(2), 'money/area/years')} HT HC`;
  const paid = byArea(figures.assumption(`${lease}.rentPerM2Year`));
  const marketLine: Line = deal.setting.calculation.line('site.market-rent-at-opening');
  const market = figures.of(marketLine)[0];
  const beside = market == null ? '' : ` Loyer de marché à la mise en service : ${byArea(market)}.`;
  if (rent === undefined) return `Loyer de la première année saisi : ${paid}.${beside}`;
  const target = writeMultiple(figures.assumption(`${lease}.targetCover`));
  if (!rent.isFound) return `Aucun loyer ne tient le DSCR visé de ${target}.${beside}`;
  if (rent.reached === null) {
    return `Loyer de la première année : ${paid} ; aucun exercice complet de remboursement, le DSCR visé de ${target} n’est pas testé.${beside}`;
  }
  return `Loyer de la première année : ${paid}, le plus petit, au centime par m², qui tient un DSCR de ${target} avant impôt chaque exercice testé.${beside}`;
}

/** How each loan was sized and what binds, and the rent of a property company: a sentence each. */
export function sizingSentences(computed: ComputedDeal): string[] {
  const { borrower, operator } = computed.deal;
  const rent = rentSentence(computed);
  return [
    loanSentence(computed, borrower),
    ...(rent === undefined ? [] : [rent]),
    ...(borrower === operator ? [] : [loanSentence(computed, operator)]),
  ];
}
