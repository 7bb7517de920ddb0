import type { Decimal } from '../formula/decimal.ts';
import { writeEuros, writeMoney } from '../formula/french.ts';
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
 * missing. Above the ceiling it is a rule of its own, told before any other: impossible only when grants and discounts
 * alone, a local authority among who gives, exceed a ceiling that nothing uncertain touches (CGCT R1511-5, R1511-6).
 * State money alone may follow another exempted scheme.
 */
export function aidLegality(findings: AidFindings): Legality[] {
  const { supports, total, ceiling, hasCosts, points } = findings;
  if (supports.length === 0) return [];
  const others = points.filter(({ rule }) => rule !== 'state-aid.register');
  const isAbove = hasCosts && total.gt(ceiling);
  return [isAbove ? excess(findings) : register(findings), ...others.map(asLegality)];
}

/** Whether this is what the columns tell first: an excess is no point among others. */
export function isAidExcess({ rule }: Pick<Legality, 'rule'>): boolean {
  return rule === 'state-aid.excess';
}

function ownPoints({ points }: AidFindings): readonly AidPoint[] {
  return points.filter(({ rule }) => rule === 'state-aid.register');
}

function namesOf(points: readonly AidPoint[]): string {
  return points.map(({ name }) => name).join(', ');
}

function confidenceOf(points: readonly AidPoint[]): Legality['confidence'] {
  return points.some(({ confidence }) => confidence !== 'sourced') ? 'uncertain' : 'sourced';
}

/** Whole euros, but never « 0 € » for a few cents. */
function writeExcess(amount: Decimal): string {
  return amount.lt(1) ? writeMoney(amount) : writeEuros(amount);
}

/** The aids above their ceiling: by how much, and the ways out. */
function excess(findings: AidFindings): Legality {
  const { total, certain, ceiling, isSettled, isLocal } = findings;
  const over = writeExcess(total.minus(ceiling));
  const about = { rule: 'state-aid.excess', article: ARTICLE } as const;
  const sums = `Les aides publiques dépassent de ${over} leur plafond : ${writeEuros(total)} d’équivalent-subvention brut, pour ${writeEuros(ceiling)} permis (${ceilingBasis(findings)})`;
  if (isSettled && isLocal && certain.gt(ceiling)) {
    return {
      ...about,
      verdict: 'impossible',
      reason: `${sums} ; subventions et rabais dépassent à eux seuls ce plafond, de ${writeExcess(certain.minus(ceiling))}.`,
      remedy: `Réduisez les aides de ${over}, ou faites notifier une aide individuelle à la Commission.`,
      confidence: 'sourced',
    };
  }
  const missing = ownPoints(findings);
  const toComplete = missing.length === 0 ? '' : `, et complétez ce qui manque : ${namesOf(missing)}`;
  return {
    ...about,
    verdict: 'a-verifier',
    reason: `${sums}.`,
    remedy: `Réduisez les aides de ${over}, ou nommez le régime exempté qui les couvre${toComplete}.`,
    confidence: confidenceOf(missing),
  };
}

/** The aids within their ceiling, or without any cost of premises to hold them against. */
function register(findings: AidFindings): Legality {
  const { total, ceiling, hasCosts } = findings;
  const about = { rule: 'state-aid.register', article: ARTICLE } as const;
  const missing = ownPoints(findings);
  const toKnow = missing.length === 0 ? '' : ` Reste à établir : ${namesOf(missing)}.`;
  const sum = `Aides publiques : ${writeEuros(total)} d’équivalent-subvention brut`;
  if (!hasCosts) {
    return {
      ...about,
      verdict: 'a-verifier',
      reason: `${sum}, sans coût immobilier auquel les rapporter : aucun plafond n’est calculé.${toKnow}`,
      remedy: 'Nommez le régime qui couvre chaque aide (de minimis, équipement, formation) et son plafond.',
      confidence: confidenceOf(missing),
    };
  }
  const sums = `${sum}, pour un plafond de ${writeEuros(ceiling)} (${ceilingBasis(findings)})`;
  if (missing.length === 0) {
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
    reason: `${sums}.${toKnow}`,
    remedy:
      'Complétez la partie « Aides publiques » du dossier : le registre des aides dit point par point ce qui manque.',
    confidence: confidenceOf(missing),
  };
}

function asLegality({ rule, article, reason, remedy, confidence }: AidPoint): Legality {
  return { rule, verdict: 'a-verifier', article, reason, remedy, confidence };
}
