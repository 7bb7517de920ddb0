import type { ImpactBondPath } from '../dossier/dossier.ts';
import type { Programme } from '../dossier/programme-terms.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeRate, writeSum } from '../formula/french.ts';
import { PARI_PASSU } from '../law/aid-ceiling-figures.ts';
import { instrumentLegality } from '../law/form-instrument-matrix.ts';
import { IMPACT_CONTRACT_RULES } from '../law/impact-contract-rules.ts';
import { ruleApplied } from '../law/law-rule.ts';
import type { Legality } from '../law/legality.ts';
import { impactBondLegality } from '../law/regulated-instruments.ts';

/** Above it, French feedback calls the costs of a contract heavy. */
const USUAL_COSTS_SHARE = new Decimal('0.15');

/** What law and practice say of a contrat à impact: who carries it, what it pays, who measures, what its payments are. */
export function impactLegality(dossier: ResolvedDossier, path: ImpactBondPath): Legality[] {
  const { programme, operator } = dossier.values;
  if (programme === null) return [];
  const paysWalls = programme.expenses.some(({ pays }) => pays === 'walls');
  return [
    ...impactBondLegality({ issuer: operator.form, pays: paysWalls ? 'walls' : 'programme' }),
    ...vehicleLegality(path),
    ...evaluatorLegality(programme),
    ...costsLegality(programme),
    ...paymentsLegality(dossier, programme),
    ...publicInvestorsLegality(dossier, programme),
  ];
}

/** The vehicle issues a bond of its own, for a programme that is not its own. */
function vehicleLegality({ circuit, vehicle }: ImpactBondPath): Legality[] {
  if (circuit === 'direct') return [];
  const bond = instrumentLegality(vehicle.form, 'bond');
  return [
    ...(bond.verdict === 'possible' ? [] : [bond]),
    ...impactBondLegality({ issuer: vehicle.form, pays: 'programme' }),
  ];
}

/** Who measures gains nothing from the measure. */
function evaluatorLegality({ evaluator, payer, structurer, tranches }: Programme): Legality[] {
  const others = [payer, structurer, ...tranches.map(({ from }) => from)];
  if (!others.includes(evaluator)) return [];
  return [
    ruleApplied(IMPACT_CONTRACT_RULES.evaluator, {
      verdict: 'a-verifier',
      fact: 'L’évaluateur est aussi payeur, structureur ou investisseur du contrat.',
      remedy: 'Nommez un évaluateur qui n’a pas d’autre rôle dans le contrat.',
    }),
  ];
}

function costsLegality({ structuringShare, evaluationShare }: Programme): Legality[] {
  const share = structuringShare.plus(evaluationShare);
  if (share.lte(USUAL_COSTS_SHARE)) return [];
  return [
    ruleApplied(IMPACT_CONTRACT_RULES.costs, {
      verdict: 'a-verifier',
      fact: `Structuration et évaluation prennent ${writeRate(share)} des tranches.`,
      remedy: 'Regroupez des programmes, ou comparez à une subvention de même objet.',
    }),
  ];
}

/** A payment for a result is a price or an aid: no text settles it for every contract. */
function paymentsLegality(dossier: ResolvedDossier, { payer, cap }: Programme): Legality[] {
  const side = dossier.values.parties.find(({ id }) => id === payer)?.side;
  // The usual State of every deal is public.
  if (side === 'private') return [];
  return [
    ruleApplied(IMPACT_CONTRACT_RULES.payments, {
      verdict: 'a-verifier',
      fact: `Jusqu’à ${writeSum(cap)} payés pour des résultats, hors du total des aides.`,
      remedy:
        'Faites établir par le payeur que c’est un achat au prix du marché, après mise en concurrence, ou l’aide et son régime (SIEG, de minimis).',
    }),
  ];
}

/** Public money in the tranches is no aid beside enough private money on the same terms. */
function publicInvestorsLegality(dossier: ResolvedDossier, { tranches }: Programme): Legality[] {
  const sideOf = (party: string) =>
    dossier.values.parties.find(({ id }) => id === party)?.side ??
    (party === 'investor' ? 'public-market' : 'private');
  const sum = (wanted: (side: string) => boolean) =>
    tranches.reduce(
      (total, { from, amount }) => (wanted(sideOf(from)) ? total.plus(amount) : total),
      new Decimal(0),
    );
  const all = sum(() => true);
  const privately = sum((side) => side === 'private');
  if (all.isZero() || privately.eq(all) || privately.div(all).gte(PARI_PASSU.value)) return [];
  return [
    ruleApplied(IMPACT_CONTRACT_RULES.pariPassu, {
      verdict: 'a-verifier',
      fact: `Les investisseurs privés apportent ${writeRate(privately.div(all).toDecimalPlaces(4))} des tranches.`,
      remedy: `Faites entrer des investisseurs privés aux mêmes conditions, pour ${writeRate(new Decimal(PARI_PASSU.value))} au moins, ou faites qualifier l’apport public.`,
    }),
  ];
}
