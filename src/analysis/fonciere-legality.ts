import type { FoncierePath } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { type Decimal, ZERO } from '../formula/decimal.ts';
import { writeMoney, writeRate } from '../formula/french.ts';
import { ESS_CAPITAL_RULES } from '../law/ess-capital.ts';
import { IR_PME_REPAYMENT_YEARS, irPmeRate } from '../law/ir-pme-figures.ts';
import { IR_PME_RULES } from '../law/ir-pme-rules.ts';
import { ruleApplied } from '../law/law-rule.ts';
import type { Legality } from '../law/legality.ts';
import { LOCAL_AUTHORITY_RULES } from '../law/local-authority.ts';
import { PUBLIC_SHARE_LIMIT } from '../law/local-authority-figures.ts';
import { titreParticipatifLegality } from '../law/regulated-instruments.ts';
import { typedCapLegality } from '../law/share-interest-cap.ts';
import { scicCollegesLegality } from './colleges-legality.ts';
import { type LeaseOutcome, leaseLegality } from './lease-legality.ts';

/** What the figures say of a foncière solidaire. */
export interface FonciereOutcome extends LeaseOutcome {
  /** Highest rent that the enterprise can bear, by m²; undefined when the dossier sets no limit. */
  readonly affordable: Decimal | undefined;
  /** Shares asked back more than five years ago and not repaid, at the worst. */
  readonly late: Decimal;
  /** What local authorities hold of the capital at each close, a fraction, the first close first. */
  readonly publicShares: readonly { readonly year: number; readonly share: Decimal }[];
}

/**
 * What law and practice say of a foncière solidaire: its colleges, what it issues, the relief of those who subscribe,
 * its rent, the shares that it pays back.
 */
export function fonciereLegality(
  dossier: ResolvedDossier,
  path: FoncierePath,
  outcome: FonciereOutcome | undefined,
): Legality[] {
  const { parties, signature } = dossier.values;
  const { vehicle, colleges } = path;
  const isAuthority = (from: string) => parties.find(({ id }) => id === from)?.role === 'local-authority';
  const found: Legality[] = [
    ...scicCollegesLegality({
      form: vehicle.form,
      colleges: colleges.map(({ label, category, from, amount, votes }) => ({
        label,
        category,
        isPublic: category === 'authorities' || isAuthority(from),
        capital: amount,
        votes,
      })),
    }),
    ...[...path.pooledSources, ...path.sources].flatMap((source) =>
      source.kind === 'titre-participatif'
        ? titreParticipatifLegality({
            issuer: vehicle.form,
            repaidAfterYears: source.payments,
            variableBase: source.variableBase,
          })
        : [],
    ),
  ];
  const citizens = colleges.filter(({ category, amount }) => category === 'citizens' && amount.gt(0));
  if (vehicle.form === 'SAS-ESS' && citizens.length > 0 && vehicle.redemptionShareYear.gt(0)) {
    found.push(
      ruleApplied(ESS_CAPITAL_RULES.reduction, {
        verdict: 'a-verifier',
        fact: 'Levier ne compte aucun rachat d’actions par une SAS de l’ESS.',
        remedy: 'Prévoyez un marché entre actionnaires, ou une SCIC à capital variable.',
      }),
    );
  }
  if (vehicle.form === 'SCIC') found.push(...typedCapLegality(vehicle.shareInterestRateCap));
  found.push(...reliefLegality(path, signature));
  if (outcome === undefined) return found;
  found.push(...leaseLegality(outcome));
  found.push(...laterPublicShareLegality(path, outcome));
  const { rent, affordable, late } = outcome;
  if (rent !== undefined && affordable !== undefined && rent.paid.gt(affordable.plus('0.005'))) {
    found.push({
      rule: 'lease.not-affordable',
      verdict: 'a-verifier',
      article: 'cohérence du dossier',
      reason: `Le loyer (${writeMoney(rent.paid)}/m²/an) dépasse ce que l’entreprise peut supporter (${writeMoney(affordable.toDecimalPlaces(2))}/m²/an).`,
      remedy: 'Prenez le loyer sous le marché, plafonné, ou relevez le taux d’effort admis.',
      confidence: 'computed',
    });
  }
  if (late.gte('0.005')) {
    found.push({
      rule: 'scic.redemption-late',
      verdict: 'a-verifier',
      article: 'Loi 47-1775 art. 18 ; statuts (cinq ans d’usage)',
      reason: `Des parts dont le remboursement est demandé attendent plus de cinq ans : jusqu’à ${writeMoney(late)}.`,
      remedy:
        'Réduisez la part remboursée chaque année, gardez plus de trésorerie, ou faites entrer d’autres sociétaires : le capital ne descend ni sous le quart du plus haut atteint, ni sous le double des parts des collectivités.',
      confidence: 'computed',
    });
  }
  return found;
}

/** A quarter of the capital reached later, as other shares are paid back: the colleges alone do not show it. */
function laterPublicShareLegality({ vehicle }: FoncierePath, { publicShares }: FonciereOutcome): Legality[] {
  const [first] = publicShares;
  const reached = publicShares.find(({ share }) => share.gte(PUBLIC_SHARE_LIMIT.value));
  if (vehicle.form !== 'SCIC' || first === undefined || reached === undefined || reached === first) return [];
  const write = (share: Decimal) => writeRate(share.toDecimalPlaces(4));
  return [
    ruleApplied(LOCAL_AUTHORITY_RULES.smeStatus, {
      verdict: 'a-verifier',
      fact: `La part des collectivités passe de ${write(first.share)} à ${write(reached.share)} du capital fin ${reached.year}, à mesure que d’autres parts sont remboursées.`,
      remedy:
        'Une aide octroyée ensuite perd les taux des PME : remboursez moins, ou faites entrer d’autres sociétaires avant.',
    }),
  ];
}

/** The relief of those who subscribe: what the vehicle must be, and when shares may be paid back. */
function reliefLegality({ vehicle, colleges }: FoncierePath, signature: string): Legality[] {
  const relieved = colleges.filter(({ taxRelief, amount }) => taxRelief && amount.gt(ZERO));
  if (relieved.length === 0) return [];
  const rate = irPmeRate(signature);
  const found: Legality[] = [
    ruleApplied(IR_PME_RULES.vehicle, {
      verdict: 'a-verifier',
      fact:
        rate === undefined
          ? 'La réduction d’impôt des souscripteurs n’est pas établie à la date de signature : elle n’est pas comptée.'
          : `Réduction d’impôt de ${writeRate(ZERO.plus(rate.value))} comptée sur toutes les parts, comme si chaque foyer restait sous ses plafonds.`,
      remedy: 'Faites confirmer l’agrément et l’éligibilité des parts avant la campagne.',
    }),
  ];
  const least = Number(IR_PME_REPAYMENT_YEARS.value);
  if (vehicle.form === 'SCIC' && vehicle.redemptionShareYear.gt(0) && vehicle.redemptionFromYear <= least) {
    found.push(
      ruleApplied(IR_PME_RULES.repayment, {
        verdict: 'a-verifier',
        fact: `Des parts sont remboursées dès l’année ${vehicle.redemptionFromYear}.`,
        remedy: 'Repoussez le premier remboursement à la huitième année.',
      }),
    );
  }
  return found;
}
