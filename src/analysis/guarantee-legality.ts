import type { PathDescription } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { guaranteedLoanOf } from '../dossier/sources.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeRate, writeSum } from '../formula/french.ts';
import { GALLAND_3, GALLAND_3_DEVELOPMENT, mayBeOfGeneralInterest } from '../law/guarantee-limits.ts';
import { guaranteeObjectLegality } from '../law/guarantee-object.ts';
import { GUARANTEE_RULES } from '../law/guarantee-rules.ts';
import { ruleApplied } from '../law/law-rule.ts';
import { GUARANTEE_COVERAGE_LIMIT } from '../law/state-aid-figures.ts';
import type { GuaranteeOutcome } from './guarantee-outcome.ts';
import { guarantorRules } from './guarantor-rules.ts';
import type { Legality } from './legality-rule.ts';

type Guarantee = NonNullable<ReturnType<typeof guaranteedLoanOf>>['guarantees'][number];

/** Beyond one point off the rate, only the offer of the bank is believed. */
const UNUSUAL_GAIN = new Decimal('0.01');

const OTHER_GUARANTORS = 'cherchez un autre garant (France Active, Bpifrance, Sofiscop)';
const LESS_DEBT = ', ou réduisez le prêt.';

/**
 * The ways out of a ratio. The third counts all local authorities together: where it is the one that binds, another
 * authority could not guarantee a cent more.
 */
function otherGuarantors(
  { coverage }: Guarantee,
  limits: GuaranteeOutcome['limits'],
  maximumCoverage: Decimal,
): string {
  const third = limits.find(({ id }) => id === 'galland-3');
  const isBinding = third?.limit.minus(third.value).plus(coverage).lte(maximumCoverage);
  return `${OTHER_GUARANTORS}${isBinding ? '' : ' ou une autre collectivité'}${LESS_DEBT}`;
}

/**
 * What law and practice say of the guarantees of a loan.
 * @param outcomes what the figures say, once computed; undefined before: then only what needs no figure is told
 */
export function guaranteeLegality(
  dossier: ResolvedDossier,
  path: PathDescription,
  outcomes: readonly GuaranteeOutcome[] | undefined,
): Legality[] {
  const loan = guaranteedLoanOf(path);
  if (loan === undefined || loan.guarantees.length === 0) return [];
  const { guarantees } = loan;
  const found: Legality[] = [];
  const authorities = guarantees.filter(({ kind }) => kind === 'local-authority');
  const total = guarantees.reduce((sum, { coverage }) => sum.plus(coverage), new Decimal(0));
  if (total.gt(1)) {
    found.push({
      rule: 'guarantee.total-coverage',
      verdict: 'impossible',
      article: 'C. civ. art. 2288 s. : nul ne garantit plus que la dette',
      reason: `Les garanties couvrent ensemble ${writeRate(total)} du prêt : plus que le prêt lui-même.`,
      remedy: 'Réduisez une quotité, pour que leur somme reste à 100 % au plus.',
      confidence: 'computed',
    });
  } else if (total.gt(GUARANTEE_COVERAGE_LIMIT.value)) {
    found.push({
      rule: 'guarantee.coverage-eu',
      verdict: 'a-verifier',
      article: GUARANTEE_COVERAGE_LIMIT.source,
      reason: `Au-delà de ${writeRate(new Decimal(GUARANTEE_COVERAGE_LIMIT.value))} du prêt garanti, la méthode de la prime refuge n’est plus admise : la banque ne porte plus assez du risque.`,
      remedy: 'Laissez à la banque au moins un cinquième du prêt, ou faites évaluer l’aide autrement.',
      confidence: GUARANTEE_COVERAGE_LIMIT.confidence,
    });
  }
  const gain = guarantees.reduce((sum, { marginGain }) => sum.plus(marginGain), new Decimal(0));
  if (gain.gt(UNUSUAL_GAIN)) {
    found.push({
      rule: 'guarantee.margin-gain',
      verdict: 'a-verifier',
      article: 'constat de Levier, aucun texte',
      reason: `Les garanties feraient baisser le taux du prêt de ${writeRate(gain)} : plus d’un point, une baisse que peu de banques accordent.`,
      remedy: 'Faites écrire cette baisse dans l’offre de la banque, ou saisissez-en une plus faible.',
      confidence: 'uncertain',
    });
  }
  for (const guarantee of guarantees) {
    if (guarantee.from === path.terms.lender) {
      found.push({
        rule: 'guarantee.same-as-lender',
        verdict: 'impossible',
        article: 'C. civ. art. 2288 : la caution paie la dette d’autrui à un créancier',
        reason: `« ${guarantee.label} » : le garant est aussi le prêteur, qui ne peut pas se garantir lui-même.`,
        remedy: 'Choisissez pour garant une autre partie que le prêteur.',
        confidence: 'computed',
      });
    }
    found.push(...guarantorRules(guarantee, path));
  }
  if (authorities.length === 0) return found;
  const objects = new Set(
    authorities.map((each) => (each.kind === 'local-authority' ? each.object : 'loan')),
  );
  for (const object of objects) {
    const { isLawful, ...told } = guaranteeObjectLegality(object);
    const verdict = isLawful ? 'possible' : 'impossible';
    found.push({ rule: GUARANTEE_RULES.object.rule, verdict, ...told });
  }
  for (const guarantee of authorities) {
    const role = dossier.values.parties.find(({ id }) => id === guarantee.from)?.role;
    if (role !== 'local-authority') {
      found.push({
        rule: 'guarantee.local-authority-party',
        verdict: 'a-verifier',
        article: 'cohérence du dossier',
        reason: `« ${guarantee.label} » : le garant choisi n’a pas le rôle de collectivité.`,
        remedy:
          'Choisissez une partie dont le rôle est « collectivité », ou une garantie d’une autre nature.',
        confidence: 'computed',
      });
    }
  }
  if (path.kind === 'sci') {
    found.push(
      ruleApplied(GUARANTEE_RULES.twoDebtors, {
        verdict: 'possible',
        remedy:
          'Additionnez les garanties données aux deux avant de décider, même si la loi les compte à part.',
      }),
    );
  }
  for (const guarantee of authorities) {
    const outcome = outcomes?.find(({ id }) => id === guarantee.id);
    if (outcome !== undefined)
      found.push(
        ...authorityRules(guarantee, outcome, path.kind === 'sci' ? 'SCI' : dossier.values.operator.form),
      );
  }
  return found;
}

/** The three ratios of one local authority, each with the largest coverage that they allow. */
function authorityRules(
  guarantee: Guarantee,
  { limits, maximumCoverage }: GuaranteeOutcome,
  debtorForm: string,
): Legality[] {
  if (guarantee.kind !== 'local-authority') return [];
  const mayBeLifted = mayBeOfGeneralInterest(debtorForm);
  const found: Legality[] = [];
  if (
    guarantee.generalInterest &&
    (!mayBeLifted ||
      guarantee.otherCoverage
        .plus(guarantee.coverage)
        .gt((guarantee.development ? GALLAND_3_DEVELOPMENT : GALLAND_3).value))
  ) {
    found.push(
      ruleApplied(GUARANTEE_RULES.generalInterest, {
        verdict: 'a-verifier',
        ...(mayBeLifted
          ? {}
          : {
              fact: 'La case « organisme d’intérêt général » est sans effet ici : le plafond reste appliqué.',
            }),
        remedy: mayBeLifted
          ? 'Faites confirmer la qualité du débiteur par un rescrit, ou revenez au plafond de 50 %.'
          : 'Décochez-la, ou faites emprunter une association, une SCIC ou une SCOP dont la qualité est confirmée par un rescrit.',
      }),
    );
  }
  if (guarantee.realOperatingRevenue.isZero()) {
    found.push({
      rule: 'guarantee.accounts-missing',
      verdict: 'a-verifier',
      article: 'CGCT art. L2252-1, D1511-30 à D1511-35',
      reason: `« ${guarantee.label} » : les recettes réelles de fonctionnement de la collectivité ne sont pas saisies, les ratios ne peuvent pas être vérifiés.`,
      remedy: 'Saisissez ses recettes, ses annuités et celles qu’elle garantit déjà.',
      confidence: 'computed',
    });
    const third = limits.filter(({ id }) => id === 'galland-3');
    const left = third.map(({ limit, value }) => limit.minus(value).plus(guarantee.coverage));
    return [...found, ...ratioRules(guarantee, third, left[0] ?? new Decimal(0))];
  }
  return [...found, ...ratioRules(guarantee, limits, maximumCoverage)];
}

function ratioRules(
  guarantee: Guarantee,
  limits: GuaranteeOutcome['limits'],
  maximumCoverage: Decimal,
): Legality[] {
  const { label } = guarantee;
  const others = otherGuarantors(guarantee, limits, maximumCoverage);
  // Cut, never rounded up: the coverage named must hold.
  const largest = maximumCoverage.toDecimalPlaces(4, Decimal.ROUND_DOWN);
  const lower = largest.gt(0)
    ? `Ramenez la quotité à ${writeRate(largest)} au plus : c’est la plus forte que les trois ratios permettent ; au-delà, ${others}`
    : `Aucune quotité ne tient les trois ratios : ${others}`;
  const broken = limits.filter(({ isMet }) => !isMet);
  if (broken.length === 0 && limits.length === 3) {
    return [
      ruleApplied(GUARANTEE_RULES.galland, {
        verdict: 'possible',
        fact: `« ${label} » : les trois ratios sont tenus.`,
        remedy: 'Refaites le calcul sur les comptes de l’exercice du vote.',
      }),
    ];
  }
  const write = (value: Decimal, id: string) => (id === 'galland-3' ? writeRate(value) : writeSum(value));
  return broken.map(({ id, value, limit, article }) => ({
    rule: `guarantee.${id}`,
    verdict: 'impossible',
    article,
    reason: `« ${label} » : ${WHAT[id] ?? id} (${write(value, id)}) dépasse son plafond (${write(limit, id)}).`,
    remedy: lower,
    confidence: 'sourced',
  }));
}

const WHAT: Readonly<Record<string, string>> = {
  'galland-1': 'la somme des annuités propres et garanties, provisions déduites',
  'galland-2': 'la somme des annuités garanties à ce débiteur',
  'galland-3': 'la quotité garantie par toutes les collectivités ensemble',
};
