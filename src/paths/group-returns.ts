import { minus, plus, sumOfTerms, total } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { MonthlyMoney } from './company.ts';
import type { InvestorLines, ReturnFlow } from './deal.ts';
import type { Dividends } from './group-dividends.ts';
import type { GroupExit } from './group-exit.ts';
import type { PathSetting } from './setting.ts';
import type { ShareCapital } from './share-capital.ts';
import type { ConvertibleBond } from './share-holders.ts';

type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;

/**
 * What those who entered pay and receive, in all, by financer and by instrument, before their own tax: shares
 * (subscription, dividends, price) and bonds (coupons, principal, premium). The price of converted shares belongs to
 * both: then no rate by instrument is told.
 */
export function groupReturns(
  setting: PathSetting,
  parts: {
    readonly capital: ShareCapital;
    readonly dividends: Dividends;
    readonly exit: GroupExit;
  },
): { readonly flows: readonly ReturnFlow[]; readonly investor: InvestorLines | undefined } {
  const { calculation } = setting;
  const { capital, dividends, exit } = parts;
  const monthly = (id: string, label: string, formula: Monthly) => calculation.monthly(id, label, formula);
  const lent = capital.bonds;
  const parties = [
    ...new Set([...exit.sold.map(({ holder }) => holder.party), ...lent.map(({ lender }) => lender)]),
  ];
  if (parties.length === 0) return { flows: [], investor: undefined };
  const nameOf = (party: string) => setting.ledger.parties.get(party)?.label ?? party;
  const flowOfBond = (bond: ConvertibleBond) =>
    monthly(
      `measure.flow.${bond.id}`,
      `Flux : ${bond.label}`,
      minus(plus(bond.paid, bond.principalInCash), bond.drawn),
    );
  const bondFlows = new Map(lent.map((bond) => [bond.id, flowOfBond(bond)] as const));
  const shareFlows = exit.sold.map(({ holder, paid }) => ({
    party: holder.party,
    line: monthly(
      `measure.flow.shares.${holder.party}`,
      `Flux des actions : ${holder.label}`,
      minus(plus(dividends.paidTo.get(holder.party) ?? calculation.nothing(), paid), holder.subscribed),
    ),
  }));
  const flows: ReturnFlow[] = [];
  for (const party of parties) {
    const ownBonds = lent.filter(({ lender }) => lender === party);
    const ownShares = shareFlows.filter((flow) => flow.party === party);
    const lines = [
      ...ownShares.map(({ line }) => line),
      ...ownBonds.map(({ id }) => bondFlows.get(id) as MonthlyMoney),
    ];
    if (lines.length > 1) {
      flows.push({
        id: `investor-irr.party-${party}`,
        label: `TRI de ${nameOf(party)}, tous instruments`,
        line: monthly(`measure.flow.party.${party}`, `Flux : ${nameOf(party)}`, sumOfTerms(lines)),
      });
    }
    if (ownBonds.some(({ converted }) => converted !== undefined)) continue;
    flows.push(
      ...ownShares.map(({ line }) => ({
        id: `investor-irr.shares-${party}`,
        label: `TRI des actions : ${nameOf(party)}`,
        line,
      })),
      ...ownBonds.map((bond) => ({
        id: `investor-irr.${bond.id}`,
        label: `TRI : ${bond.label}`,
        line: bondFlows.get(bond.id) as MonthlyMoney,
      })),
    );
  }
  const sum = (id: string, label: string, lines: readonly MonthlyMoney[]) =>
    monthly(`measure.investor.${id}`, label, sumOfTerms(lines));
  const dividendLines = exit.sold.flatMap(({ holder }) => dividends.paidTo.get(holder.party) ?? []);
  const prices = exit.sold.map(({ paid }) => paid);
  const all = monthly(
    'measure.investor-flow',
    'Flux des investisseurs, tous instruments',
    sumOfTerms([...shareFlows.map(({ line }) => line), ...bondFlows.values()]),
  );
  const shares = monthly(
    'measure.investor-capital-flow',
    'Flux des investisseurs, actions',
    sumOfTerms(shareFlows.map(({ line }) => line)),
  );
  const isConverted = lent.some(({ converted }) => converted !== undefined);
  return {
    flows: [
      { id: 'investor-irr', label: 'TRI des investisseurs, tous instruments', line: all },
      ...(shareFlows.length === 0 || isConverted
        ? []
        : [{ id: 'investor-irr.capital', label: 'TRI des investisseurs : actions', line: shares }]),
      ...(lent.length === 0 || isConverted
        ? []
        : [
            {
              id: 'investor-irr.quasi',
              label: 'TRI des investisseurs : obligations',
              line: monthly(
                'measure.investor-quasi-flow',
                'Flux des investisseurs, obligations',
                sumOfTerms([...bondFlows.values()]),
              ),
            },
          ]),
      ...flows,
    ],
    investor: {
      flow: all,
      paid: sum('paid', 'Versé par les investisseurs', [
        ...exit.sold.map(({ holder }) => holder.subscribed),
        ...lent.map(({ drawn }) => drawn),
      ]),
      received: sum('received', 'Reçu par les investisseurs', [
        ...dividendLines,
        ...prices,
        ...lent.flatMap(({ paid, principalInCash }) => [paid, principalInCash]),
      ]),
      income: sum('income', 'Dividendes, coupons et primes reçus par les investisseurs', [
        ...dividendLines,
        ...lent.map(({ paid }) => paid),
      ]),
      exitGain: sum('exit-price', 'Prix des actions reçu', prices),
      capital: calculation.once(
        'measure.investor.capital',
        'Actions souscrites, ou reçues par conversion, par les investisseurs',
        sumOfTerms([
          ...exit.sold.map(({ holder }) => holder.subscribedInAll),
          ...lent.flatMap(({ converted }) => (converted === undefined ? [] : [total(converted)])),
        ]),
      ),
      quasiEquity: sum(
        'quasi-equity',
        'Obligations des investisseurs en cours',
        lent.map(({ closing }) => closing),
      ),
    },
  };
}
