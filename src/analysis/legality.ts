import type { ResolvedDossier } from '../dossier/resolution.ts';
import { lacksSite, sourceLists } from '../dossier/sources.ts';
import { vehicleWords } from '../dossier/vehicle-words.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeEuros, writeRate } from '../formula/french.ts';
import type { Legality } from '../law/legality.ts';
import { reducedRateLegality } from '../law/tax-regimes.ts';
import type { AidFindings } from './aid-findings.ts';
import { aidLegality, isAidExcess } from './aid-legality.ts';
import { type CarryingOutcome, carryingLegality } from './carrying-legality.ts';
import { type FonciereOutcome, fonciereLegality } from './fonciere-legality.ts';
import { type GroupOutcome, groupLegality } from './group-legality.ts';
import { guaranteeLegality } from './guarantee-legality.ts';
import type { GuaranteeOutcome } from './guarantee-outcome.ts';
import { impactLegality } from './impact-legality.ts';
import { landLeaseLegality } from './land-lease-legality.ts';
import { premisesLegality, type TurnkeyOutcome } from './premises-legality.ts';
import { type SciOutcome, sciLegality } from './sci-legality.ts';
import { sourcesLegality } from './sources-legality.ts';
import type { VehicleSoundness } from './vehicle-soundness.ts';

/** What the figures of a path say of it, once computed. */
export interface Outcome {
  /** What is still to be found, decimal string. */
  readonly gap: string | undefined;
  /** Lowest cash and its month, when it is below zero. */
  readonly negativeCash: { readonly amount: string; readonly month: string } | undefined;
  /** The same for the property company. */
  readonly negativeVehicleCash: { readonly amount: string; readonly month: string } | undefined;
  /** What sources bring beyond the need without any loan, when they do. */
  readonly excess: string | undefined;
  /** Of a property company, its rent and its exit. */
  readonly sci: SciOutcome | undefined;
  /** Of a foncière with several sites, all counted: its lowest cash with its month in words, what its programme misses. */
  readonly soundness: (VehicleSoundness & { readonly month: string }) | undefined;
  /** Of a group whose capital opens: its rent, its exit, its subsidiaries. */
  readonly group: GroupOutcome | undefined;
  /** Of a foncière solidaire: its rent, the shares that wait. */
  readonly fonciere: FonciereOutcome | undefined;
  /** Of the guarantees of the loan that buys the site. */
  readonly guarantees: readonly GuaranteeOutcome[];
  /** Of a site carried by an EPF before it is bought. */
  readonly carrying: CarryingOutcome | undefined;
  /** Of premises that a local authority builds and lets. */
  readonly turnkey: TurnkeyOutcome | undefined;
  /** Share of the needs that no loan pays, and whether the walls are bought; undefined when nothing is needed. */
  readonly ownFundsShare: Decimal | undefined;
  /** The register of public aids. */
  readonly aid: AidFindings;
  readonly breaches: readonly { readonly label: string; readonly year: string | null }[];
}

/** Share of the needs that banks usually ask own funds, quasi-equity and grants to pay: no text, a usage. */
export const USUAL_OWN_FUNDS_SHARE = new Decimal('0.3');

/**
 * What law and balance say of a purchase with a bank loan. Any legal form may borrow from a bank and own its walls;
 * what is watched is the site, the plan that must balance, the grants still to be obtained and State aid.
 */
export function legalityOf(
  dossier: ResolvedDossier,
  index: number,
  outcome: Outcome | undefined,
): Legality[] {
  const gap = outcome?.gap;
  const { paths, operator } = dossier.values;
  const path = paths[index];
  const found: Legality[] = [];
  if (lacksSite(dossier.values, index)) {
    return [
      {
        rule: 'site.required',
        verdict: 'impossible',
        article: 'sans objet',
        reason: 'Cette voie achète ou loue un site, et le dossier n’en a pas.',
        remedy: 'Renseignez le site du dossier, ou choisissez une voie sans site.',
        confidence: 'computed',
      },
    ];
  }
  const aids = outcome === undefined ? [] : aidLegality(outcome.aid);
  found.push(...aids.filter(isAidExcess));
  if (gap !== undefined) {
    const isTyped = path?.terms.solve === 'none';
    found.push({
      rule: 'plan.balance',
      verdict: 'a-verifier',
      article: 'pratique bancaire',
      reason: isTyped
        ? 'Le montant de prêt saisi est sous le besoin : une part reste « à trouver ».'
        : 'Les limites de la banque maintiennent le prêt sous le besoin : une part reste « à trouver ».',
      remedy:
        'Ajoutez des fonds propres ou une subvention, réduisez le projet, ou renégociez la limite qui bloque.',
      confidence: 'computed',
    });
  }
  if (outcome?.negativeCash !== undefined) {
    found.push({
      rule: 'cash.negative',
      verdict: 'a-verifier',
      article: 'pratique bancaire',
      reason: `La trésorerie de l’exploitant devient négative : ${writeEuros(new Decimal(outcome.negativeCash.amount))} ${outcome.negativeCash.month}.`,
      remedy:
        'Allongez le prêt, ajoutez des fonds propres, ou revoyez l’activité : ce besoin n’est pas couvert.',
      confidence: 'computed',
    });
  }
  if (outcome?.negativeVehicleCash !== undefined) {
    found.push({
      rule: 'sci.cash.negative',
      verdict: 'a-verifier',
      article: 'pratique bancaire',
      reason: `La trésorerie ${vehicleWords(path?.kind ?? 'sci').of} devient négative : ${writeEuros(new Decimal(outcome.negativeVehicleCash.amount))} ${outcome.negativeVehicleCash.month}.`,
      remedy:
        'Relevez le loyer ou la couverture visée, étalez les quasi-fonds propres jusqu’à la sortie, ou laissez plus de trésorerie à la société.',
      confidence: 'computed',
    });
  }
  if (outcome?.soundness !== undefined) found.push(...soundnessLegality(outcome.soundness));
  for (const breach of outcome?.breaches ?? []) {
    found.push({
      rule: 'bank.limit',
      verdict: 'a-verifier',
      article: 'limite saisie dans le dossier',
      reason: `La limite « ${breach.label} » est dépassée${breach.year === null ? '' : ` dès ${breach.year}`}.`,
      remedy: 'Réduisez le prêt, ou renégociez cette limite avec la banque.',
      confidence: 'computed',
    });
  }
  if (outcome?.ownFundsShare?.lt(USUAL_OWN_FUNDS_SHARE) === true) {
    found.push({
      rule: 'bank.own-funds',
      verdict: 'a-verifier',
      article: 'usage bancaire, aucun texte',
      reason: `Fonds propres, quasi-fonds propres et subventions ne paient que ${writeRate(outcome.ownFundsShare.toDecimalPlaces(4))} des besoins : une banque en demande d’ordinaire environ 30 %.`,
      remedy:
        'Montrez à la banque d’autres garanties, ou ajoutez des fonds propres, des quasi-fonds propres ou une subvention.',
      confidence: 'uncertain',
    });
  }
  if (outcome?.excess !== undefined) {
    found.push({
      rule: 'plan.excess',
      verdict: 'a-verifier',
      article: 'pratique bancaire',
      reason: `Fonds propres et subventions dépassent les besoins de ${writeEuros(new Decimal(outcome.excess))}.`,
      remedy: 'Réduisez un apport ou une subvention : une aide ne dépasse jamais la dépense qu’elle finance.',
      confidence: 'computed',
    });
  }
  if (path?.kind === 'sci') found.push(...sciLegality(dossier, path, outcome?.sci));
  if (path?.kind === 'esus-holding') found.push(...groupLegality(dossier, path, outcome?.group));
  if (path?.kind === 'fonciere') found.push(...fonciereLegality(dossier, path, outcome?.fonciere));
  if (path?.kind === 'impact-bond') found.push(...impactLegality(dossier, path));
  if (path !== undefined) found.push(...guaranteeLegality(dossier, path, outcome?.guarantees));
  if (path !== undefined) found.push(...landLeaseLegality(dossier, path));
  if (path?.kind === 'market-rent') found.push(...premisesLegality(dossier, path, outcome?.turnkey));
  if (outcome?.carrying !== undefined) found.push(...carryingLegality(dossier, outcome.carrying));
  found.push(...sourcesLegality(dossier, index));
  const allSources = sourceLists(dossier.values)
    .filter(({ pathIndex }) => pathIndex === index)
    .flatMap(({ sources }) => sources);
  const selfFinancing = allSources.reduce(
    (sum, source) => (source.kind === 'self-financing' ? sum.plus(source.amount) : sum),
    new Decimal(0),
  );
  if (selfFinancing.gt(operator.openingCash)) {
    found.push({
      rule: 'self-financing.cash',
      verdict: 'a-verifier',
      article: 'cohérence du dossier',
      reason: `L’autofinancement (${writeEuros(selfFinancing)}) dépasse la trésorerie à la signature (${writeEuros(operator.openingCash)}).`,
      remedy: 'Réduisez-le, ou remplacez-le par un apport des associés.',
      confidence: 'computed',
    });
  }
  const grants = allSources.filter((source) => source.kind === 'grant');
  if (grants.some((grant) => grant.kind === 'grant' && grant.status !== 'awarded')) {
    found.push({
      rule: 'grant.status',
      verdict: 'a-verifier',
      article: 'décision du financeur',
      reason: 'Le plan de financement compte une subvention qui n’est pas acquise.',
      remedy: 'Obtenez la décision d’attribution avant de signer, ou testez le plan sans cette subvention.',
      confidence: 'computed',
    });
  }
  found.push(...aids.filter((item) => !isAidExcess(item)));
  if (operator.subjectToCorporateTax && operator.reducedCorporateTaxRate) {
    const revenue = Decimal.max(operator.revenueBefore, operator.revenueAfter);
    // A rate too low makes figures wrong, not the structure unlawful.
    found.push({ ...reducedRateLegality({ revenue }), verdict: 'a-verifier' });
  }
  return found;
}

/** A foncière that cannot pay for all its sites does not hold for this one either. */
function soundnessLegality({ lowestCash, month, missing }: NonNullable<Outcome['soundness']>): Legality[] {
  const found: Legality[] = [];
  if (missing.gte('0.005')) {
    found.push({
      rule: 'fonciere.programme-gap',
      verdict: 'a-verifier',
      article: 'pratique bancaire',
      reason: `Il manque ${writeEuros(missing)} de fonds communs pour tous les sites de la foncière.`,
      remedy: 'Élargissez le capital ou les titres de la foncière, ou réduisez un de ses autres sites.',
      confidence: 'computed',
    });
  }
  if (lowestCash.amount.lt('-0.005')) {
    found.push({
      rule: 'fonciere.cash.negative',
      verdict: 'a-verifier',
      article: 'pratique bancaire',
      reason: `La trésorerie de la foncière, tous sites comptés, devient négative : ${writeEuros(lowestCash.amount)} ${month}.`,
      remedy: 'Ajoutez des fonds communs, retardez un autre site ou empruntez davantage pour lui.',
      confidence: 'computed',
    });
  }
  return found;
}
