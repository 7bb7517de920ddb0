import { firstTestedYear } from '../instruments/borrower-risk.ts';
import type { Dossier } from './dossier.ts';
import { monthsBetween } from './months.ts';
import { guaranteedLoanOf } from './sources.ts';

type Report = (path: string, message: string) => void;

/** What no field of a guarantee can see alone: names, who gives it, a default tested once the loan is drawn. */
export function checkGuarantees(dossier: Dossier, refuse: Report): void {
  const opening = monthsBetween(dossier.signature, dossier.project.opening);
  const known = new Set(['owners', 'bank', 'investor', ...dossier.parties.map((party) => party.id)]);
  dossier.paths.forEach((path, pathIndex) => {
    const loan = guaranteedLoanOf(path);
    if (loan === undefined) return;
    const place = `paths[${pathIndex}]`;
    const { guarantees, risk } = loan;
    if (path.kind === 'guarantee' && guarantees.length === 0) {
      refuse(
        `${place}.guarantees`,
        'aucune garantie dans cette voie : ajoutez-en une, ou prenez la voie « Prêt bancaire seul » (bank-loan)',
      );
    }
    guarantees.forEach(({ id, from }, index) => {
      if (guarantees.findIndex((other) => other.id === id) !== index) {
        refuse(
          `${place}.guarantees[${index}].id`,
          `identifiant « ${id} » donné deux fois : changez l’un des deux`,
        );
      }
      if (!known.has(from)) {
        refuse(
          `${place}.guarantees[${index}].from`,
          `partie « ${from} » inconnue : ajoutez-la à « parties » ou choisissez parmi ${[...known].join(', ')}`,
        );
      }
    });
    const first = firstTestedYear(opening);
    if (guarantees.length > 0 && risk.stressedYear < first) {
      refuse(
        `${place}.risk.stressedYear`,
        `défaut en année ${risk.stressedYear}, avant que le prêt soit tiré (mise en service au mois ${opening}) : écrivez ${first} ou plus`,
      );
    }
  });
}
