import { aidFindings } from '../../analysis/aid-findings.ts';
import { aidLegality } from '../../analysis/aid-legality.ts';
import { type Decimal, ZERO } from '../../formula/decimal.ts';
import type { Verdict } from '../../law/legality.ts';
import type { ReadSupport } from './read-support.ts';
import type { OpenForm } from './support-form.ts';

/** The ceiling of public aids with a support, and what is under it. */
export interface SupportCeiling {
  readonly amount: Decimal;
  /** All the aids of the path, this support with the others. */
  readonly total: Decimal;
  /** Which route is the most favourable, in French. */
  readonly route: string;
  readonly article: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** What is not known yet, and what a person must check. */
  readonly toCheck: readonly string[];
  readonly isAbove: boolean;
}

/** What the register of aids says of a path with its support. */
export function ceilingOf({ sized, figures }: ReadSupport): SupportCeiling | undefined {
  const register = sized.measures.aidRegister;
  const findings = aidFindings(sized.deal, register, figures);
  if (!findings.hasCosts) return undefined;
  const value = (line: Parameters<typeof figures.of>[0]) => figures.of(line)[0] ?? ZERO;
  const { ceiling } = register;
  const byIntensity = value(ceiling.intensityCeiling);
  const byDeMinimis = value(ceiling.deMinimisCeiling);
  const remediation = value(ceiling.remediationCeiling);
  const isDeMinimis = byDeMinimis.gt(byIntensity);
  const [rule] = aidLegality(findings);
  const routes = isDeMinimis
    ? {
        route: 'voie de minimis, dans ce qui reste des trois dernières années',
        article: 'CGCT art. R. 1511-6 b ; règlement (UE) 2023/2831',
      }
    : findings.isRegional
      ? {
          route: 'taux de la zone AFR, selon la taille',
          article: 'RGEC 651/2014 art. 14 ; décret 2022-968',
        }
      : {
          route: 'taux hors zone AFR, selon la taille',
          article: 'CGCT art. R. 1511-5 et R. 1511-6 a ; RGEC 651/2014 art. 17',
        };
  return {
    amount: findings.ceiling,
    total: findings.total,
    route: remediation.gt(0) ? `${routes.route}, et dépollution à part` : routes.route,
    article: remediation.gt(0) ? `${routes.article} ; RGEC 651/2014 art. 45` : routes.article,
    verdict: rule?.verdict ?? 'possible',
    reason: rule?.reason ?? '',
    toCheck: findings.points.map(({ reason, remedy }) => `${reason} ${remedy}`),
    isAbove: findings.total.gt(findings.ceiling),
  };
}

/** The grant equivalent of a support: of its lines of the register, less what they were without it. */
export function grantEquivalentOf(form: OpenForm, withSupport: ReadSupport, without: ReadSupport): Decimal {
  const of = ({ sized, figures }: ReadSupport) =>
    sized.measures.aidRegister.supports
      .filter(form.isSupport)
      .reduce((sum, { grantEquivalent }) => sum.plus(figures.of(grantEquivalent)[0] ?? ZERO), ZERO);
  return of(withSupport).minus(of(without));
}
