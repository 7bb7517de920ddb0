import type { ImpactBondPath, Site } from '../dossier/dossier.ts';
import { OUTCOME_WORDS, type Outcome, type Programme } from '../dossier/programme-terms.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { minus, plus } from '../formula/build.ts';
import type { Unit } from '../formula/units.ts';
import { writeOutcome } from '../instruments/impact-contract.ts';
import type { ImpactSetting } from '../instruments/impact-setting.ts';
import { writeTranches } from '../instruments/impact-tranches.ts';
import { shareBetweenTranches } from '../instruments/impact-waterfall.ts';
import { openBankLoan } from './bank-loan.ts';
import type { Deal } from './deal.ts';
import type { Impact } from './impact.ts';
import { writeImpactGroupPlan } from './impact-group-plan.ts';
import { impactReturns, writeInvestors } from './impact-investors.ts';
import { writeContractLaws } from './impact-laws.ts';
import { IMPACT_VEHICLE, writeImpactVehicle } from './impact-vehicle.ts';
import { openWithoutPremises } from './no-premises.ts';
import { writeProgrammeCosts, writeProgrammePlan } from './programme.ts';
import { OPERATOR, openSetting, type PathSetting } from './setting.ts';

/**
 * P2, « contrat à impact »: a programme with measured results, financed by investors whom the payer's payments repay,
 * beside the bank loan that buys the site (R1), or alone when the dossier has no site. Never walls: the law refuses
 * them before anything is composed.
 * @param site null when the dossier has none
 */
export function composeImpactBond(dossier: ResolvedDossier, pathIndex: number, site: Site | null): Deal {
  const setting = openSetting(dossier, pathIndex);
  const path = dossier.values.paths[pathIndex] as ImpactBondPath;
  const { programme } = dossier.values;
  if (programme === null) throw new Error('a contrat à impact needs a programme');
  const beside =
    site === null
      ? openWithoutPremises(setting, `paths[${pathIndex}]`, path)
      : openBankLoan(setting, pathIndex, site);
  const impact = writeImpact(setting, path, `paths[${pathIndex}]`, programme);
  const deal = beside.close(impact.vehicle === undefined ? [] : [impact.vehicle.books]);
  const plan = writeImpactGroupPlan(setting, deal.operator.plan, impact);
  return {
    ...deal,
    plan,
    impact,
    laws: [
      ...deal.laws,
      ...(impact.vehicle?.laws ?? []),
      impact.plan.law,
      ...writeContractLaws(setting, impact),
    ],
    investor: writeInvestors(setting, impact),
    returns: impactReturns(setting, impact),
  };
}

/** Writes the contract and posts the outcome counted, on both sides. */
function writeImpact(
  setting: PathSetting,
  path: ImpactBondPath,
  place: string,
  programme: Programme,
): Impact {
  const { calculation, ledger, assume } = setting;
  const contract: ImpactSetting = {
    calculation,
    assume: <U extends Unit>(place: string, unit: U) => assume(`programme.${place}`, unit),
    party: OPERATOR,
    paymentDelay: assume(`${place}.paymentDelayMonths`, 'months'),
  };
  const shape = {
    ...programme,
    isDrawnAtOnce: path.drawings === 'once',
    hasPremiumCap: programme.premiumRateCap !== null,
  };
  const tranches = writeTranches(contract, shape);
  const written = (outcome: Outcome) =>
    writeOutcome(contract, shape, tranches, { id: outcome, words: OUTCOME_WORDS[outcome] });
  const outcomes = {
    failure: written('failure'),
    expected: written('expected'),
    success: written('success'),
  };
  const counted = outcomes[path.outcome];
  const labels = programme.tranches.map(({ label }) => label);
  const flows = shareBetweenTranches(contract, labels, tranches, counted);
  const costs = writeProgrammeCosts(setting, programme, tranches, counted.measurements);

  ledger.transfer(programme.payer, OPERATOR, 'result-payment', counted.paid);
  const lender = path.circuit === 'vehicle' ? IMPACT_VEHICLE : undefined;
  flows.forEach((flow, index) => {
    const { from, label } = programme.tranches[index] as Programme['tranches'][number];
    const about = { id: `impact.tranche-${index + 1}`, label, capitalised: calculation.nothing() };
    const { drawn, capital, premium, writtenOff, closing } = flow;
    const debt = { ...about, drawn, repaid: capital, writtenOff, closing };
    const giver = lender ?? from;
    ledger.transfer(giver, OPERATOR, 'impact-tranche', drawn);
    ledger.transfer(OPERATOR, giver, 'impact-capital-repayment', capital);
    ledger.transfer(OPERATOR, giver, 'impact-premium', premium);
    ledger.accrue(OPERATOR, 'impact-write-off', writtenOff);
    ledger.debt({ ...debt, borrower: OPERATOR, lender: giver });
    if (lender === undefined) return;
    ledger.transfer(from, lender, 'impact-tranche', drawn);
    ledger.transfer(lender, from, 'impact-capital-repayment', capital);
    ledger.transfer(lender, from, 'impact-premium', premium);
    ledger.accrue(lender, 'impact-write-off', writtenOff);
    ledger.accrue(lender, 'impact-claim-lost', writtenOff);
    ledger.debt({
      ...debt,
      id: `${about.id}.bond`,
      label: `Obligation : ${label}`,
      borrower: lender,
      lender: from,
    });
  });
  const isPublic = ledger.parties.get(programme.payer)?.side !== 'private';
  return {
    programme,
    outcome: path.outcome,
    tranches,
    flows,
    costs,
    plan: writeProgrammePlan(setting, costs, tranches, counted),
    outcomes,
    results: writeResults(setting, programme),
    publicPaid: isPublic ? counted.paid : undefined,
    net: calculation.monthly(
      'impact.net',
      'Programme : reçu moins payé par l’entreprise',
      minus(
        plus(counted.paid, ...tranches.drawn),
        plus(costs.paid, ...flows.flatMap(({ capital, premium }) => [capital, premium])),
      ),
      { party: OPERATOR },
    ),
    vehicle: lender === undefined ? undefined : writeImpactVehicle(setting),
  };
}

/** Results of the indicator by which costs are counted, added over the measurements. */
function writeResults({ calculation, assume }: PathSetting, programme: Programme): Impact['results'] {
  const main = programme.mainIndicator;
  const label = programme.indicators.find(({ id }) => id === main)?.label ?? '';
  const of = (outcome: Outcome) => {
    const [first, ...others] = programme.measurements.map(({ results }, index) => {
      const rank = results.findIndex(({ indicator }) => indicator === main);
      return assume(`programme.measurements[${index}].results[${rank}].${outcome}`, 'count');
    });
    if (first === undefined) throw new Error('a programme has at least one measurement');
    return calculation.once(
      `impact.${outcome}.results`,
      `${label} : résultats (${OUTCOME_WORDS[outcome]})`,
      plus(first, ...others),
      { party: OPERATOR },
    );
  };
  return { failure: of('failure'), expected: of('expected'), success: of('success') };
}
