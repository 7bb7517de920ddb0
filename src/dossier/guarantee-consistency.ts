import { Decimal } from '../formula/decimal.ts';
import { writeRate } from '../formula/french.ts';
import { firstTestedYear } from '../instruments/borrower-risk.ts';
import type { Guarantee } from '../instruments/guarantee-terms.ts';
import type { Dossier, LoanTerms } from './dossier.ts';
import { monthsBetween } from './months.ts';
import { guaranteedLoanOf } from './sources.ts';

type Report = (path: string, message: string) => void;

/** What no field of a guarantee can see alone: names, who gives it, what is guaranteed, a default once the loan is drawn. */
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
        'aucune garantie dans cette voie : ajoutez-en une, ou prenez la voie « Prêt bancaire seul »',
      );
    }
    checkGains(guarantees, path.terms, place, refuse);
    guarantees.forEach((guarantee, index) => {
      const { id, from } = guarantee;
      checkAmount(guarantee, `${place}.guarantees[${index}]`, refuse);
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

/** A guarantee of something; of a share alone when a local authority gives it (CGCT art. L2252-1, D1511-35). */
function checkAmount({ kind, coverage, amountCap }: Guarantee, place: string, refuse: Report): void {
  if (coverage.isZero()) {
    refuse(
      `${place}.coverage`,
      'quotité de 0 % : rien n’est garanti ; saisissez une quotité au-dessus de 0, ou retirez cette garantie',
    );
  }
  if (amountCap === null) return;
  if (kind === 'local-authority') {
    refuse(
      `${place}.amountCap`,
      'une collectivité garantit une part du prêt (la quotité), jamais un montant plafonné : laissez ce plafond vide et baissez la quotité',
    );
  } else if (amountCap.isZero()) {
    refuse(
      `${place}.amountCap`,
      'plafond de 0 € : rien n’est garanti ; saisissez un plafond au-dessus de 0, videz ce champ, ou retirez cette garantie',
    );
  }
}

/** No bank lends for nothing: what guarantees take off a fixed rate leaves some of it. */
function checkGains(
  guarantees: readonly Guarantee[],
  { annualRate, rateIndex }: LoanTerms,
  place: string,
  refuse: Report,
): void {
  // Of an indexed loan, only the margin is typed: its rate, once lowered, stops at zero.
  if (rateIndex.length > 0) return;
  const together = guarantees.reduce((sum, { marginGain }) => sum.plus(marginGain), new Decimal(0));
  const last = guarantees.findLastIndex(({ marginGain }) => marginGain.gt(0));
  if (last < 0 || together.lt(annualRate)) return;
  const several = guarantees.filter(({ marginGain }) => marginGain.gt(0)).length > 1;
  refuse(
    `${place}.guarantees[${last}].marginGain`,
    `la baisse de taux (${writeRate(together)}${several ? ', toutes garanties ensemble' : ''}) ${together.eq(annualRate) ? 'atteint' : 'dépasse'} le taux du prêt (${writeRate(annualRate)}) : réduisez-la, ou corrigez le taux du prêt sans garantie`,
  );
}
