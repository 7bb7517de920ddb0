import type { PathSource } from '../dossier/dossier.ts';
import type { MatrixForm } from '../law/form-instrument-words.ts';
import { ruleApplied } from '../law/law-rule.ts';
import type { Legality } from '../law/legality.ts';
import { SUPPORT_RULES } from '../law/support-rules.ts';

/** Who receives a source, and its kind. */
interface Received {
  readonly issuer: MatrixForm;
  readonly kind: PathSource['kind'];
}

/** Regions define these aids; the others take part in them by agreement with their region. */
export function authorityInterestSubsidy(name: string): Legality {
  return ruleApplied(SUPPORT_RULES.authorityInterestSubsidy, {
    verdict: 'a-verifier',
    fact: `${name} bonifie les intérêts du prêt.`,
    remedy: 'Vérifiez qui verse et, si ce n’est pas la région, la convention passée avec elle.',
  });
}

/** An association has no shares: what its founders borrow to bring becomes an apport, which may be taken back or not. */
function associationHonourLoan({ issuer, kind }: Received): Legality[] {
  if (kind !== 'pret-d-honneur' || issuer !== 'association') return [];
  return [
    ruleApplied(SUPPORT_RULES.associationHonourLoan, {
      verdict: 'a-verifier',
      remedy:
        'Demandez plutôt un contrat d’apport associatif avec droit de reprise, ou un prêt solidaire à l’association elle-même.',
    }),
  ];
}

/** An association that pays corporate tax on its activity is hardly of general interest. */
function lucrativePatronage({ issuer, kind }: Received, paysCorporateTax: boolean): Legality[] {
  const isGift = kind === 'patronage' || kind === 'patronage-of-skills';
  if (!isGift || issuer !== 'association' || !paysCorporateTax) return [];
  return [
    ruleApplied(SUPPORT_RULES.lucrativePatronage, {
      verdict: 'a-verifier',
      fact: 'L’association est soumise à l’impôt sur les sociétés.',
      remedy:
        'Sectorisez l’activité lucrative, faites porter le don par un organisme non lucratif, ou répondez non à la réduction d’impôt du mécène.',
    }),
  ];
}

/** What the law says of a prêt d'honneur or of a gift beside the matrix. */
export function supportLegality(received: Received, paysCorporateTax: boolean): Legality[] {
  return [...associationHonourLoan(received), ...lucrativePatronage(received, paysCorporateTax)];
}
