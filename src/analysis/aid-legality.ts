import { writeEuros } from '../formula/french.ts';
import type { EnterpriseSize } from '../law/sme-status.ts';
import type { AidFindings } from './aid-findings.ts';
import type { AidPoint } from './aid-point.ts';
import type { Legality } from './legality-rule.ts';

const ARTICLE =
  'CGCT art. L. 1511-3, R. 1511-4 à R. 1511-6 ; règlement (UE) 2023/2831 ; RGEC 651/2014 art. 14 et 17';

const SIZES: Readonly<Record<EnterpriseSize, string>> = {
  small: 'petite entreprise',
  medium: 'moyenne entreprise',
  large: 'grande entreprise',
};

/** « petite entreprise, hors zone AFR »: what the ceiling was read for. */
export function ceilingBasis({ status, isRegional }: AidFindings): string {
  const size = status.lostByPublicShare ? 'qualité de PME perdue' : SIZES[status.size];
  return `${size}, ${isRegional ? 'taux de la zone AFR' : 'taux hors zone AFR'}`;
}

/**
 * What the register of aids says of a path: possible under the ceiling when all is known, « à vérifier » with what is
 * missing, impossible only when grants and discounts alone, a local authority among who gives, exceed a ceiling that
 * nothing uncertain touches (CGCT R1511-5, R1511-6). State money alone may follow another exempted scheme.
 */
export function aidLegality(findings: AidFindings): Legality[] {
  if (findings.supports.length === 0) return [];
  const { total, certain, ceiling, points, isSettled, isLocal } = findings;
  const others = points.filter(({ rule }) => rule !== 'state-aid.register');
  return [register(), ...others.map(asLegality)];

  function register(): Legality {
    const own = points.filter(({ rule }) => rule === 'state-aid.register');
    const sums = `Aides publiques : ${writeEuros(total)} d’équivalent-subvention brut, pour un plafond de ${writeEuros(ceiling)} (${ceilingBasis(findings)})`;
    const about = { rule: 'state-aid.register', article: ARTICLE } as const;
    if (isSettled && isLocal && certain.gt(ceiling)) {
      return {
        ...about,
        verdict: 'impossible',
        reason: `${sums} : subventions et rabais le dépassent à eux seuls de ${writeEuros(certain.minus(ceiling))}.`,
        remedy: 'Réduisez les aides au plafond, ou faites notifier une aide individuelle à la Commission.',
        confidence: 'sourced',
      };
    }
    const over = total.gt(ceiling) ? ` : dépassement de ${writeEuros(total.minus(ceiling))}` : '';
    const toKnow = own.length === 0 ? '' : ` Reste à établir : ${own.map(({ name }) => name).join(', ')}.`;
    if (total.lte(ceiling) && own.length === 0) {
      return {
        ...about,
        verdict: 'possible',
        reason: `${sums}.`,
        remedy: 'Faites viser ce décompte par la collectivité avant la convention.',
        confidence: 'sourced',
      };
    }
    return {
      ...about,
      verdict: 'a-verifier',
      reason: `${sums}${over}.${toKnow}`,
      remedy:
        own.length === 0
          ? 'Réduisez les aides, changez-en la forme, ou nommez un autre régime exempté qui les couvre : le registre donne la part de chacune.'
          : 'Complétez la partie « Aides publiques » du dossier : le registre des aides dit point par point ce qui manque.',
      confidence: own.some(({ confidence }) => confidence !== 'sourced') ? 'uncertain' : 'sourced',
    };
  }
}

function asLegality({ rule, article, reason, remedy, confidence }: AidPoint): Legality {
  return { rule, verdict: 'a-verifier', article, reason, remedy, confidence };
}
