import { Decimal } from '../formula/decimal.ts';
import { writeRate } from '../formula/french.ts';
import type { ComputedDeal } from './computed.ts';

/**
 * What a bank may ask of the people behind the borrower, in words: no text of law says it, and only its offer does.
 * @returns a short text, honest on what is not known
 */
export function personalSuretyOf({ deal, figures }: ComputedDeal): string {
  const borrows = ({ plan }: ComputedDeal['deal']['borrower']) => {
    const loan = plan.sources.find(({ id }) => id === 'loan');
    const amount = loan === undefined ? null : (figures.of(loan.line)[0] ?? null);
    return amount?.gt(0) === true;
  };
  if (!deal.companies.some(borrows)) return 'sans objet : pas de prêt';
  const { guarantees, borrower, operator } = deal;
  const replacing = (guarantees?.list ?? []).filter(({ terms }) => terms.replacesPersonalSurety);
  if (guarantees === undefined) return 'à négocier : aucune garantie ne la remplace';
  if (replacing.length === 0) return 'à négocier : la garantie ne la remplace pas';
  const covered = replacing.reduce((sum, { terms }) => sum.plus(terms.coverage), new Decimal(0));
  const other = borrower !== operator && borrows(operator) ? ' ; à négocier sur celui de l’exploitant' : '';
  const share = writeRate(covered.toDecimalPlaces(4));
  return `remplacée à hauteur de ${share} du prêt, si la banque le confirme${other}`;
}
