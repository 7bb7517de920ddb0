import { Decimal } from '../formula/decimal.ts';
import { writeRate } from '../formula/french.ts';
import type { ComputedDeal } from './computed.ts';

/**
 * What a bank may ask of the people behind the borrower, in words: no text of law says it, and only its offer does.
 * @returns a short text, honest on what is not known
 */
export function personalSuretyOf({ deal, figures }: ComputedDeal): string {
  const loanOf = ({ plan }: ComputedDeal['deal']['borrower']) => {
    const loan = plan.sources.find(({ id }) => id === 'loan');
    return (loan === undefined ? null : figures.of(loan.line)[0]) ?? new Decimal(0);
  };
  const borrows = (company: ComputedDeal['deal']['borrower']) => loanOf(company).gt(0);
  if (!deal.companies.some(borrows)) return 'sans objet : pas de prêt';
  const { guarantees, borrower, operator } = deal;
  const replacing = (guarantees?.list ?? []).filter(({ terms }) => terms.replacesPersonalSurety);
  if (guarantees === undefined) return 'à négocier : aucune garantie ne la remplace';
  if (replacing.length === 0) return 'à négocier : la garantie ne la remplace pas';
  // Within its cap, what a guarantor covers may be far less than its « quotité ».
  const covered = replacing.reduce(
    (sum, { guaranteed }) => sum.plus(figures.of(guaranteed)[0] ?? 0),
    new Decimal(0),
  );
  const other = borrower !== operator && borrows(operator) ? ' ; à négocier sur celui de l’exploitant' : '';
  const loan = loanOf(borrower);
  if (loan.isZero()) return `sans objet : rien à garantir${other}`;
  const share = writeRate(covered.div(loan).toDecimalPlaces(4));
  return `remplacée à hauteur de ${share} du prêt, si la banque le confirme${other}`;
}
