import type { SciPath } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { Decimal, ZERO } from '../formula/decimal.ts';
import { writeEuros, writeRate } from '../formula/french.ts';
import { ruleApplied } from '../law/law-rule.ts';
import type { Legality } from '../law/legality.ts';
import { authorityCapitalLegality } from '../law/local-authority.ts';
import { SCI_LIABILITY_RULE } from '../law/rules.ts';
import { parentSubsidiaryLegality, reducedRateLegality } from '../law/tax-regimes.ts';
import { type LeaseOutcome, leaseLegality } from './lease-legality.ts';

/** What the figures say of the lease and of the exit of a property company. */
export interface SciOutcome extends LeaseOutcome {
  /** « Rachat non financé ». */
  readonly unfunded: Decimal;
}

/** Beyond it, an investor usually refuses the unlimited liability of a société civile. */
const LARGE_SHARE = new Decimal('0.1');

/**
 * What law and practice say of a property company held by an enterprise and an investor: local authorities, liability
 * of its associates, its rent and the exit. What it issues is read with the other sources of the path.
 */
export function sciLegality(
  dossier: ResolvedDossier,
  path: SciPath,
  outcome: SciOutcome | undefined,
): Legality[] {
  const { parties, operator } = dossier.values;
  const found: Legality[] = [];
  const investor = parties.find(({ id }) => id === path.ticket.from);
  if (investor?.role === 'local-authority') {
    found.push(authorityCapitalLegality('SCI', investor.label));
  }
  if (path.ticket.amount.gt(0)) {
    const share = new Decimal(1).minus(path.vehicle.operatorShare);
    const isLarge = share.gt(LARGE_SHARE);
    found.push(
      ruleApplied(SCI_LIABILITY_RULE, {
        verdict: isLarge ? 'a-verifier' : 'possible',
        fact: `L’investisseur tient ${writeRate(share)} des parts.`,
        remedy: isLarge
          ? 'Faites valider cet engagement par l’investisseur, réduisez sa part au profit de quasi-fonds propres, ou prenez une SAS, où sa perte s’arrête à son apport.'
          : 'Rien à faire : le reste du ticket est en quasi-fonds propres, hors de cette responsabilité.',
      }),
    );
  }
  if (path.vehicle.taxRegime === 'IS' && path.vehicle.reducedCorporateTaxRate) {
    const usual = reducedRateLegality({ revenue: ZERO });
    found.push({
      ...usual,
      rule: 'sci.reduced-rate',
      reason: `${usual.reason} La filiale d’une SCOP ou d’une association n’y a en pratique pas droit.`,
    });
  }
  if (path.vehicle.taxRegime === 'IS' && operator.subjectToCorporateTax) {
    const regime = parentSubsidiaryLegality(path.vehicle.operatorShare, dossier.values.horizonYears);
    // The tax is counted either way: it makes dividends dearer, not the structure unlawful.
    if (regime.verdict !== 'possible' && path.vehicle.operatorShare.gt(0)) {
      found.push({ ...regime, verdict: 'a-verifier' });
    }
  }
  if (operator.form === 'association' && path.vehicle.operatorShare.gt(0)) {
    found.push({
      rule: 'sci.association-associate',
      verdict: 'a-verifier',
      article: 'CGI art. 206-5 et 219 bis ; loi du 1er juillet 1901 art. 6',
      reason:
        'Une association peut détenir une SCI dont l’immeuble sert son objet ; la gestion ne doit pas devenir lucrative.',
      remedy: 'Faites confirmer la non-lucrativité et l’usage des murs par l’association.',
      confidence: 'memory',
    });
  }
  if (outcome === undefined) return found;
  found.push(...leaseLegality(outcome));
  if (outcome.unfunded.gte('0.005')) {
    found.push({
      rule: 'exit.unfunded',
      verdict: 'a-verifier',
      article: 'pacte d’associés',
      reason: `À la sortie en année ${path.exit.year}, ${writeEuros(outcome.unfunded)} du rachat ne sont pas financés.`,
      remedy:
        'Repoussez la sortie, étalez le remboursement des quasi-fonds propres, ou prévoyez un refinancement plus large.',
      confidence: 'computed',
    });
  }
  return found;
}
