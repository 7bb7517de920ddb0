import type { Dossier } from './dossier.ts';
import { loanTermsOf, sourceLists } from './sources.ts';

/** Longest contract, in years: beyond, the timeline would be longer than any. */
const LONGEST = 50;

/** Loans, quasi-equity and advances that would last longer than any contract does. */
export function checkDurations(dossier: Dossier, refuse: (path: string, message: string) => void): void {
  const check = (place: string, name: string, payments: number, paymentsPerYear: number) => {
    const years = payments / paymentsPerYear;
    if (years <= LONGEST) return;
    refuse(
      place,
      `${name} de ${Math.ceil(years)} ans : réduisez le nombre d’échéances, ${LONGEST} ans au plus`,
    );
  };
  for (const { place, terms } of loanTermsOf(dossier)) {
    check(`${place}.payments`, 'prêt', terms.payments, terms.paymentsPerYear);
  }
  for (const { place, sources } of sourceLists(dossier)) {
    sources.forEach((source, index) => {
      if ('repayments' in source) {
        check(`${place}[${index}].repayments`, 'avance', source.repayments, source.paymentsPerYear);
      } else if ('payments' in source && 'paymentsPerYear' in source) {
        check(`${place}[${index}].payments`, 'quasi-fonds propres', source.payments, source.paymentsPerYear);
      }
    });
  }
  dossier.paths.forEach((path, index) => {
    if (path.kind === 'esus-holding') {
      path.bonds.forEach(({ payments, paymentsPerYear }, rank) => {
        check(`paths[${index}].bonds[${rank}].payments`, 'obligation', payments, paymentsPerYear);
      });
    }
    if (path.kind !== 'sci') return;
    path.ticket.instruments.forEach(({ payments, paymentsPerYear }, rank) => {
      check(
        `paths[${index}].ticket.instruments[${rank}].payments`,
        'quasi-fonds propres',
        payments,
        paymentsPerYear,
      );
    });
  });
}
