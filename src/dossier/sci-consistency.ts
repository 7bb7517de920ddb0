import { Decimal } from '../formula/decimal.ts';
import type { Dossier, SciPath } from './dossier.ts';
import { checkExitYear } from './exit-consistency.ts';
import { monthsBetween } from './months.ts';

type Report = (path: string, message: string) => void;

const euros = (amount: Decimal) => `${amount.toDecimalPlaces(2).toFixed(2)} €`;

/**
 * What no field of a property company can see alone: its capital and the ticket, shares that make one, an exit after
 * entry into service, steps in order, sources that a company without cash cannot have.
 */
export function checkSci(dossier: Dossier, refuse: Report): void {
  const opening = monthsBetween(dossier.signature, dossier.project.opening);
  dossier.paths.forEach((path, pathIndex) => {
    const place = `paths[${pathIndex}]`;
    if (path.kind === 'market-rent') checkSteps(path.lease.steps, `${place}.lease`, refuse);
    if (path.kind !== 'sci') return;
    checkSteps(path.lease.steps, `${place}.lease`, refuse);
    checkTicket(path, place, opening, refuse);
    checkExitYear(path.exit.year, place, { opening, horizonYears: dossier.horizonYears }, refuse);
    path.sources.forEach((source, index) => {
      const at = `${place}.sources[${index}]`;
      if (source.kind === 'self-financing') {
        refuse(
          `${at}.kind`,
          'une SCI nouvelle n’a pas de trésorerie : placez cet autofinancement dans les ressources de l’exploitant',
        );
      }
      if (source.kind === 'own-funds') {
        refuse(
          `${at}.kind`,
          'le capital de la SCI se saisit dans « Capital de la SCI » (vehicle.capital) : retirez cette ressource ou faites-en un compte courant d’associé',
        );
      }
      if (source.kind === 'pret-d-honneur') {
        refuse(
          `${at}.kind`,
          'un prêt d’honneur va aux fondateurs, qui l’apportent à l’exploitant : placez-le dans les ressources de l’exploitant',
        );
      }
      if ('from' in source && source.from === 'operator' && source.kind !== 'associate-account') {
        refuse(
          `${at}.kind`,
          'l’exploitant n’avance à sa SCI qu’en compte courant d’associé : choisissez cette nature, ou un autre financeur',
        );
      }
      if ('interest' in source && source.from === 'operator' && source.interest === 'capitalised') {
        refuse(
          `${at}.interest`,
          'les intérêts d’une avance de l’exploitant ne se capitalisent pas ici : choisissez « payés »',
        );
      }
    });
  });
}

function checkTicket(path: SciPath, place: string, opening: number, refuse: Report): void {
  const { vehicle, ticket } = path;
  // As the engine shares it: the operator's part to the cent, the rest to the investor.
  const investorCapital = vehicle.capital.minus(
    vehicle.capital.times(vehicle.operatorShare).toDecimalPlaces(2),
  );
  if (ticket.amount.lt(investorCapital)) {
    refuse(
      `${place}.ticket.amount`,
      `le ticket (${euros(ticket.amount)}) ne paie pas la part de capital de l’investisseur (${euros(investorCapital)}) : augmentez-le, ou réduisez le capital ou cette part`,
    );
  }
  const shares = ticket.instruments.reduce((sum, { share }) => sum.plus(share), new Decimal(0));
  if (ticket.instruments.length === 0 && ticket.amount.gt(investorCapital)) {
    refuse(
      `${place}.ticket.instruments`,
      'le reste du ticket n’a pas d’instrument : ajoutez-en un, par exemple un compte courant d’associé',
    );
  }
  if (ticket.instruments.length > 0 && !shares.equals(1)) {
    refuse(
      `${place}.ticket.instruments`,
      'les parts du reste du ticket doivent faire 1 au total : corrigez-en une',
    );
  }
  if (ticket.callMonth > opening) {
    refuse(
      `${place}.ticket.callMonth`,
      `versement au mois ${ticket.callMonth}, après la mise en service (mois ${opening}) : avancez-le, le plan de financement s’arrête à la mise en service`,
    );
  }
  const bonds = ticket.instruments.filter(
    (terms) => terms.kind === 'convertible-bond' && terms.conversion === 'at-exit',
  );
  if (bonds.length > 1) {
    refuse(
      `${place}.ticket.instruments`,
      'deux obligations converties à la sortie : gardez-en une, sa part de capital vaut pour les deux',
    );
  }
}

function checkSteps(steps: readonly { readonly months: number }[], place: string, refuse: Report): void {
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before !== undefined && step.months <= before.months) {
      refuse(
        `${place}.steps[${index}].months`,
        `paliers dans le désordre : le mois ${step.months} ne suit pas le mois ${before.months} ; rangez-les`,
      );
    }
  });
}
