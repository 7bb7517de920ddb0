import type { ComputedDeal } from '../analysis/computed.ts';
import { vehicleWords } from '../dossier/vehicle-words.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeEuros } from '../formula/french.ts';

type Company = ComputedDeal['deal']['operator'];

function loanSentence({ deal, figures, sizings, rent }: ComputedDeal, company: Company): string {
  const [subject, plan] =
    deal.vehicle === undefined
      ? ['Prêt', 'le plan']
      : company === deal.vehicle
        ? [`Prêt ${vehicleWords(deal.path.kind).of}`, 'son plan']
        : ['Prêt de l’exploitant', 'son plan'];
  const loan = figures.assumption(`${company.termsPath}.amount`);
  const sizing = sizings.find((candidate) => candidate.company === company.id);
  if (sizing === undefined) return `${subject} : montant saisi, ${writeEuros(loan)}.`;
  if (sizing.binding === 'unreachable') return `${subject} : aucun montant n’équilibre ${plan}.`;
  if (sizing.binding !== 'need') {
    const label = deal.covenants.find(({ id }) => id === sizing.binding)?.label ?? sizing.binding;
    return `${subject} limité à ${writeEuros(loan)} par « ${label} » ; ${plan} demanderait ${writeEuros(new Decimal(sizing.need))}.`;
  }
  if (loan.isZero()) return `${subject} : aucun, les autres ressources équilibrent ${plan}.`;
  const limits =
    rent !== undefined && company === deal.vehicle
      ? 'Le loyer étant calculé, les limites de la banque sont vérifiées ensuite et ne le réduisent pas.'
      : 'Aucune limite de la banque ne le réduit.';
  return `${subject} calculé pour équilibrer ${plan} : ${writeEuros(loan)}, arrondi à l’euro supérieur. ${limits}`;
}

/** How each loan was sized and what binds: a sentence each. The rent tells itself apart (`rent-sentences.ts`). */
export function sizingSentences(computed: ComputedDeal): string[] {
  const { borrower, operator } = computed.deal;
  return [
    loanSentence(computed, borrower),
    ...(borrower === operator ? [] : [loanSentence(computed, operator)]),
  ];
}
