import type { SciPath } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeEuros, writeMoney, writeRate } from '../formula/french.ts';
import type { Legality } from './legality-rule.ts';

/** What the figures say of the lease and of the exit of a property company. */
export interface SciOutcome {
  /** Rent of the first year and market rent at the same date, by m². */
  readonly rent: { readonly paid: Decimal; readonly market: Decimal } | undefined;
  readonly isRentFound: boolean;
  /** « Rachat non financé ». */
  readonly unfunded: Decimal;
}

/** Beyond it, an investor usually refuses the unlimited liability of a société civile. */
const LARGE_SHARE = new Decimal('0.1');

const OTHER_FUND_SOURCES = ['associate-account', 'subordinated-loan', 'convertible-bond'];

/**
 * What law and practice say of a property company held by an enterprise and an investor: liability of its associates,
 * what it may issue, who may lend as an associate, local authorities, its rent and the exit.
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
    found.push({
      rule: 'sci.local-authority',
      verdict: 'impossible',
      article: 'CGCT art. L. 2253-1, L. 3231-6, L. 4211-1',
      reason: `Une collectivité (${investor.label}) ne peut pas, en principe, entrer au capital d’une société commerciale ou immobilière hors des cas prévus par la loi, ni y laisser un compte courant d’associé.`,
      remedy:
        'Remplacez-la par la Banque des Territoires, un fonds ou une SEM ; la collectivité peut aider par une subvention, une garantie d’emprunt ou le capital d’une SCIC.',
      confidence: 'sourced',
    });
  }
  if (path.ticket.amount.gt(0)) {
    const share = new Decimal(1).minus(path.vehicle.operatorShare);
    const isLarge = share.gt(LARGE_SHARE);
    found.push({
      rule: 'sci.liability',
      verdict: isLarge ? 'a-verifier' : 'possible',
      article: 'C. civ. art. 1857',
      reason: `Les associés d’une SCI répondent indéfiniment des dettes sociales, à proportion de leurs parts : l’investisseur, de ${writeRate(share)} d’entre elles.`,
      remedy: isLarge
        ? 'Faites valider cet engagement par l’investisseur, réduisez sa part au profit de quasi-fonds propres, ou prenez une SAS, où sa perte s’arrête à son apport.'
        : 'Rien à faire : le reste du ticket est en quasi-fonds propres, hors de cette responsabilité.',
      confidence: 'sourced',
    });
  }
  const kinds = [
    ...path.ticket.instruments.map(({ kind }) => kind),
    ...path.sources.map(({ kind }) => kind).filter((kind) => OTHER_FUND_SOURCES.includes(kind)),
  ];
  if (kinds.includes('convertible-bond')) {
    found.push({
      rule: 'sci.convertible-bond',
      verdict: 'a-verifier',
      article: 'C. com. art. L. 228-91 (sociétés par actions) ; de mémoire',
      reason:
        'Une SCI n’émet pas, en pratique, d’obligations convertibles : elles supposent une société par actions.',
      remedy:
        'Prenez un prêt subordonné ou un compte courant d’associé bloqué, ou faites émettre l’obligation par une SAS.',
      confidence: 'memory',
    });
  }
  const variable = path.ticket.instruments.some(
    (terms) => terms.kind === 'subordinated-loan' && terms.resultShare.gt(0),
  );
  if (variable) {
    found.push({
      rule: 'sci.participating-loan',
      verdict: 'a-verifier',
      article: 'CMF art. L. 313-13',
      reason:
        'Un prêt participatif suppose une entreprise industrielle ou commerciale : pour une SCI, à objet civil, la part variable est à sécuriser.',
      remedy: 'Faites valider la clause, ou gardez un prêt subordonné à taux fixe.',
      confidence: 'memory',
    });
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
  if (!outcome.isRentFound) {
    found.push({
      rule: 'lease.no-rent',
      verdict: 'a-verifier',
      article: 'pratique bancaire',
      reason: 'Aucun loyer ne tient la couverture visée chaque année.',
      remedy: 'Réduisez la couverture visée, allongez le prêt ou ajoutez des fonds propres.',
      confidence: 'computed',
    });
  }
  if (outcome.rent?.paid.gt(outcome.rent.market)) {
    found.push({
      rule: 'lease.above-market',
      verdict: 'a-verifier',
      article: 'acte anormal de gestion (CGI art. 39) ; pratique bancaire',
      reason: `Le loyer (${writeMoney(outcome.rent.paid)}/m²/an) dépasse le loyer de marché (${writeMoney(outcome.rent.market)}/m²/an).`,
      remedy:
        'Ajoutez des fonds propres ou une subvention, allongez le prêt, ou faites confirmer le loyer de marché par un avis de valeur.',
      confidence: 'computed',
    });
  }
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
