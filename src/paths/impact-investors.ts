import { OUTCOME_WORDS, OUTCOMES } from '../dossier/programme-terms.ts';
import { sumOfTerms } from '../formula/build.ts';
import type { TrancheFlows } from '../instruments/impact-waterfall.ts';
import type { MonthlyMoney } from './company.ts';
import type { InvestorLines, ReturnFlow } from './deal.ts';
import type { Impact } from './impact.ts';
import type { PathSetting } from './setting.ts';

/** What investors pay and receive together, for the figures of their lens. */
export function writeInvestors(
  { calculation }: PathSetting,
  { flows, outcomes, outcome }: Impact,
): InvestorLines {
  const sum = (id: string, label: string, wanted: (flow: TrancheFlows) => readonly MonthlyMoney[]) =>
    calculation.monthly(`impact.investors.${id}`, label, sumOfTerms(flows.flatMap(wanted)));
  return {
    flow: outcomes[outcome].flow,
    paid: sum('paid', 'Versé par les investisseurs', ({ drawn }) => [drawn]),
    received: sum('received', 'Reçu par les investisseurs', ({ capital, premium }) => [capital, premium]),
    income: sum('income', 'Rémunération des investisseurs', ({ premium }) => [premium]),
    exitGain: undefined,
    capital: undefined,
    quasiEquity: sum('owed', 'Tranches restant dues', ({ closing }) => [closing]),
  };
}

/** The flows whose rates are looked for: all investors, each outcome, each financer, each tranche. */
export function impactReturns({ calculation, ledger }: PathSetting, impact: Impact): ReturnFlow[] {
  const { programme, flows, outcomes, outcome } = impact;
  const financers = [...new Set(programme.tranches.map(({ from }) => from))];
  const ofFinancer = (party: string, index: number): ReturnFlow => {
    const label = `TRI de ${ledger.parties.get(party)?.label ?? party}, contrat à impact`;
    const own = flows.filter((_, rank) => programme.tranches[rank]?.from === party);
    return {
      id: `impact-irr.financer-${index + 1}`,
      label,
      line: calculation.monthly(
        `impact.financer-${index + 1}.flow`,
        label,
        sumOfTerms(own.map(({ flow }) => flow)),
      ),
    };
  };
  return [
    { id: 'investor-irr', label: 'TRI des investisseurs du contrat à impact', line: outcomes[outcome].flow },
    ...OUTCOMES.map((id) => ({
      id: `impact-irr.${id}`,
      label: `TRI des investisseurs, résultats : ${OUTCOME_WORDS[id]}`,
      line: outcomes[id].flow,
    })),
    ...(financers.length > 1 ? financers.map(ofFinancer) : []),
    ...(flows.length > 1
      ? flows.map(({ flow }, index) => ({
          id: `investor-irr.tranche-${index + 1}`,
          label: `TRI de la tranche « ${programme.tranches[index]?.label ?? ''} »`,
          line: flow,
        }))
      : []),
  ];
}
