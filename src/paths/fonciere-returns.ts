import {
  choose,
  definedOr,
  inYearOf,
  isAtLeast,
  isEqual,
  MONTH,
  minus,
  NO_MONEY,
  ONE_RATIO,
  plus,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { QuasiEquity } from '../instruments/quasi-equity.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { InvestorLines, ReturnFlow } from './deal.ts';
import type { writeFonciereVehicle } from './fonciere-companies.ts';
import type { Scope } from './fonciere-members.ts';
import type { MemberFlows, Shares } from './fonciere-shares.ts';
import type { Source } from './funding-plan-rows.ts';
import { OPERATOR } from './operating-company.ts';
import { propertyFlows } from './property-flow.ts';
import type { PathSetting } from './setting.ts';

type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;

/** Whether a source is money lent under quasi-equity terms. */
function isLent(source: Source): source is Source & QuasiEquity {
  return 'lender' in source;
}

/**
 * The flows of a foncière solidaire whose rates of return are looked for, before the financers' own tax: the site
 * before financing, before and after the tax of the vehicle; its members, college by college; titles and loans beside.
 * Shares are worth their nominal, less losses, at the horizon: never a gain. The building is never sold: its value at
 * the horizon only enters the return of the project.
 */
export function fonciereReturns(
  setting: PathSetting,
  parts: {
    readonly scope: Scope;
    readonly shares: Shares;
    readonly relief: ReadonlyMap<string, MonthlyMoney>;
    readonly lent: readonly Source[];
    readonly vehicleProject: ReturnType<typeof writeFonciereVehicle>;
    readonly vehicle: Company;
  },
): { readonly flows: readonly ReturnFlow[]; readonly investor: InvestorLines } {
  const { calculation, horizon } = setting;
  const { shares, relief, vehicleProject, vehicle } = parts;
  const monthly = (id: string, label: string, formula: Monthly) => calculation.monthly(id, label, formula);
  const untilHorizon = (amount: Monthly) => choose(isAtLeast(horizon, MONTH), amount, NO_MONEY);
  const atHorizon = (amount: Monthly) => choose(isEqual(MONTH, horizon), amount, NO_MONEY);

  const worth = shares.redemption?.worth;
  const worthOf = ({ nominal }: MemberFlows): Monthly =>
    worth === undefined ? nominal : roundedToCents(times(nominal, definedOr(inYearOf(worth), ONE_RATIO)));
  const flowOf = (member: MemberFlows, index: number) =>
    monthly(
      `measure.members.${index + 1}.flow`,
      `Flux des parts sociales : ${member.label}`,
      untilHorizon(
        minus(plus(member.interest, member.redeemed, atHorizon(worthOf(member))), member.subscribed),
      ),
    );
  const memberFlows = shares.members.map(flowOf);
  const equity = monthly(
    'measure.equity-flow',
    'Flux de tous les membres : parts sociales, intérêts, remboursements, nominal à l’horizon',
    sumOfTerms([NO_MONEY, ...memberFlows]),
  );
  const outside = shares.members.flatMap((member, index) =>
    member.party === OPERATOR ? [] : [{ member, flow: memberFlows[index] as MonthlyMoney, index }],
  );
  const titles = parts.lent.filter(isLent).filter(({ lender }) => lender !== OPERATOR);
  const titleFlows = titles.map((source) =>
    monthly(
      `measure.flow.${source.drawn.id}`,
      `Flux : ${source.label}`,
      minus(plus(source.paid, source.principalInCash), source.drawn),
    ),
  );
  const investorFlow = monthly(
    'measure.investor-flow',
    'Flux des membres et porteurs de titres, exploitant non compris',
    sumOfTerms([NO_MONEY, ...outside.map(({ flow }) => flow), ...titleFlows]),
  );
  const sum = (id: string, label: string, lines: readonly Monthly[]) =>
    monthly(`measure.investor.${id}`, label, sumOfTerms([NO_MONEY, ...lines]));
  const investor: InvestorLines = {
    flow: investorFlow,
    paid: sum('paid', 'Versé par les membres et porteurs de titres', [
      ...outside.map(({ member }) => member.subscribed),
      ...titles.map(({ drawn }) => drawn),
    ]),
    received: sum('received', 'Reçu par les membres et porteurs de titres, nominal à l’horizon compris', [
      ...outside.map(({ member }) =>
        untilHorizon(plus(member.interest, member.redeemed, atHorizon(worthOf(member)))),
      ),
      ...titles.flatMap(({ paid, principalInCash }) => [paid, principalInCash]),
    ]),
    income: sum('income', 'Intérêts et coupons reçus', [
      ...outside.map(({ member }) => member.interest),
      ...titles.map(({ paid }) => paid),
    ]),
    // Parts sociales never give a gain on their price.
    exitGain: sum('exit-price', 'Plus-value sur les parts : aucune', []),
    capital: calculation.once(
      'measure.investor.capital',
      'Plus-value attendue sur les parts : aucune',
      NO_MONEY,
    ),
    quasiEquity: sum(
      'quasi-equity',
      'Titres et prêts subordonnés en cours',
      titles.map(({ closing }) => closing),
    ),
  };
  const flows: ReturnFlow[] = [
    ...propertyFlows(setting, vehicleProject, vehicle, 'de la foncière'),
    { id: 'equity-irr', label: 'TRI des parts sociales, tous collèges', line: equity },
    {
      id: 'investor-irr',
      label: 'TRI des membres et porteurs de titres, exploitant non compris',
      line: investorFlow,
    },
    ...outside.flatMap(({ member, flow, index }): ReturnFlow[] => {
      const own = {
        id: `investor-irr.members-${member.id}`,
        label: `TRI des parts sociales : ${member.label}`,
        line: flow,
      };
      const given = relief.get(member.id);
      return given === undefined
        ? [own]
        : [
            own,
            {
              id: `investor-irr.members-${member.id}-relief`,
              label: `TRI des parts sociales : ${member.label}, réduction d’impôt comprise`,
              line: monthly(
                `measure.members.${index + 1}.flow-with-relief`,
                `Flux des parts sociales : ${member.label}, réduction d’impôt comprise`,
                plus(flow, untilHorizon(given)),
              ),
            },
          ];
    }),
    ...titles.map((source, index) => ({
      id: `investor-irr.${source.drawn.id}`,
      label: `TRI : ${source.label}`,
      line: titleFlows[index] as MonthlyMoney,
    })),
  ];
  return { flows, investor };
}
