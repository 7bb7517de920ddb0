import { choose, isAtLeast, isEqual, MONTH, minus, NO_MONEY, plus, sumOfTerms } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { InvestorLines, ReturnFlow } from './deal.ts';
import { type OwnedWalls, propertyFlows } from './property-flow.ts';
import type { SciCapital } from './sci-capital.ts';
import type { Distribution } from './sci-distribution.ts';
import type { PostedExit } from './sci-exit.ts';
import type { PathSetting } from './setting.ts';

type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;

/**
 * The flows of a property company whose rates of return are looked for, before the financers' own tax: the project
 * before financing, before and after the tax of the company; all associates; the investor, in all and by instrument.
 * At the horizon a final non-cash value is added: the building, or the net assets of the company.
 */
export function sciReturns(
  setting: PathSetting,
  parts: OwnedWalls & {
    readonly capital: SciCapital;
    /** What the investor lends. */
    readonly lent: SciCapital['quasiEquity'];
    readonly distribution: Distribution;
    readonly exit: PostedExit;
    readonly vehicle: Company;
  },
): { readonly flows: readonly ReturnFlow[]; readonly investor: InvestorLines } {
  const { calculation, horizon } = setting;
  const { capital, lent, distribution, exit, vehicle } = parts;
  const monthly = (id: string, label: string, formula: Monthly) => calculation.monthly(id, label, formula);
  const untilHorizon = (amount: Monthly) => choose(isAtLeast(horizon, MONTH), amount, NO_MONEY);
  const atHorizon = (amount: Monthly) => choose(isEqual(MONTH, horizon), amount, NO_MONEY);
  const equity = monthly(
    'measure.equity-flow',
    'Flux de tous les associés de la SCI : capital, distributions, actif net à l’horizon',
    untilHorizon(
      minus(
        plus(distribution.paid, atHorizon(calculation.line('sci.net-assets') as MonthlyMoney)),
        plus(
          capital.operatorCapital,
          capital.investorCapital,
          calculation.line('sci.exit.operator-capital') as MonthlyMoney,
        ),
      ),
    ),
  );
  const investorCapital = monthly(
    'measure.investor-capital-flow',
    'Flux de l’investisseur, capital',
    minus(plus(distribution.toInvestor, exit.price), capital.investorCapital),
  );
  const instruments = lent.map((source) => ({
    id: `investor-irr.${source.id}`,
    label: `TRI de l’investisseur : ${source.label}`,
    line: monthly(
      `measure.flow.${source.id}`,
      `Flux de l’investisseur : ${source.label}`,
      minus(plus(source.paid, source.principalInCash), source.drawn),
    ),
  }));
  const investor = monthly(
    'measure.investor-flow',
    'Flux de l’investisseur, tous instruments',
    sumOfTerms([investorCapital, ...instruments.map(({ line }) => line)]),
  );
  const sum = (id: string, label: string, lines: readonly MonthlyMoney[]) =>
    monthly(`measure.investor.${id}`, label, sumOfTerms(lines));
  const received = [distribution.toInvestor, exit.price];
  const investorLines: InvestorLines = {
    flow: investor,
    paid: sum('paid', 'Versé par l’investisseur', [
      capital.investorCapital,
      ...lent.map(({ drawn }) => drawn),
    ]),
    received: sum('received', 'Reçu par l’investisseur', [
      ...received,
      ...lent.flatMap(({ paid, principalInCash }) => [paid, principalInCash]),
    ]),
    income: sum('income', 'Distributions et intérêts reçus par l’investisseur', [
      distribution.toInvestor,
      ...lent.map(({ paid }) => paid),
    ]),
    exitGain: sum('exit-price', 'Prix des parts reçu', [exit.price]),
    capital: capital.investorCapitalAmount,
    quasiEquity: sum(
      'quasi-equity',
      'Quasi-fonds propres de l’investisseur en cours',
      lent.map(({ closing }) => closing),
    ),
  };
  const flows: ReturnFlow[] = [
    ...propertyFlows(setting, parts, vehicle, 'de la SCI'),
    { id: 'equity-irr', label: 'TRI des fonds propres de la SCI', line: equity },
    { id: 'investor-irr', label: 'TRI de l’investisseur, tous instruments', line: investor },
    // The price of converted shares belongs to both: no rate by instrument can be told.
    ...(lent.some(({ converted }) => converted !== undefined)
      ? []
      : [
          { id: 'investor-irr.capital', label: 'TRI de l’investisseur : capital', line: investorCapital },
          ...(instruments.length === 0
            ? []
            : [
                {
                  id: 'investor-irr.quasi',
                  label: 'TRI de l’investisseur : quasi-fonds propres',
                  line: monthly(
                    'measure.investor-quasi-flow',
                    'Flux de l’investisseur, quasi-fonds propres',
                    sumOfTerms(instruments.map(({ line }) => line)),
                  ),
                },
              ]),
          ...instruments,
        ]),
  ];
  return { flows, investor: investorLines };
}
