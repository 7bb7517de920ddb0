import {
  at,
  choose,
  dividedBy,
  isMore,
  minus,
  NO_MONEY,
  ONE_RATIO,
  plus,
  smallest,
  sumOfYear,
  times,
  total,
} from '../formula/build.ts';
import type { Valuation } from '../property/holding.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { Covenant, Cover } from './deal.ts';
import type { NetRents } from './sci-net-rents.ts';
import type { PathSetting } from './setting.ts';

/**
 * What a bank watches of a property company: loan to value, loan to cost, DSCR before tax (which sizes loan and rent)
 * and after tax paid, DSCR with quasi-equity, market rent over loan.
 */
export function writeSciCovenants(
  setting: PathSetting,
  company: Company,
  net: NetRents,
  parts: {
    readonly valuation: Valuation;
    readonly quasiEquityService: readonly MonthlyMoney[];
    /** Dividends of daughters: they pay quasi-equity beside the rents. */
    readonly dividends?: readonly MonthlyMoney[];
    /** Annuities of the loan taken at the exit. */
    readonly refinancing: readonly MonthlyMoney[];
  },
): { readonly covenants: readonly Covenant[]; readonly cover: Cover } {
  const { calculation, assume, opening } = setting;
  const { plan, planId: id, terms, termsPath } = company;
  const { valuation, quasiEquityService, refinancing, dividends = [] } = parts;
  const about = { party: id };
  const hasExit = refinancing.length > 0;
  const once = calculation.once.bind(calculation);
  const debt = once(`${id}.debt-at-opening`, 'Prêt à la mise en service', at(plan.loan.closing, opening));
  const netMarketRent = once(
    `${id}.net-market-rent-at-opening`,
    'Loyer net de marché à la mise en service',
    at(valuation.netMarketRent, opening),
  );
  const limitOf = (field: string, label: string, typed: unknown) =>
    typed === null
      ? undefined
      : once(`${id}.limit.${field}`, label, times(assume(`${termsPath}.${field}`, 'ratio'), ONE_RATIO));
  const maximumLoanToValue = limitOf('maximumLoanToValue', 'Prêt / valeur, limite', terms.maximumLoanToValue);
  const maximumLoanToCost = limitOf(
    'maximumLoanToCost',
    'Prêt / coût de revient, limite',
    terms.maximumLoanToCost,
  );
  const minimumCover = limitOf('minimumCover', 'DSCR, limite', terms.minimumCover);
  const minimumDebtYield = limitOf(
    'minimumDebtYield',
    'Loyer net de marché / prêt, limite',
    terms.minimumDebtYield,
  );
  const taxPaid = setting.ledger.transfers.filter(
    ({ nature, from }) => nature === 'corporate-tax-paid' && from === company.id,
  );
  const taxRefunded = setting.ledger.transfers.filter(
    ({ nature, to }) => nature === 'corporate-tax-refunded' && to === company.id,
  );
  const taxOfYear = calculation.yearly(
    `${id}.tax-paid-of-year`,
    'Impôt payé, remboursements déduits',
    minus(
      plus(NO_MONEY, ...taxPaid.map(({ amount }) => sumOfYear(amount))),
      plus(NO_MONEY, ...taxRefunded.map(({ amount }) => sumOfYear(amount))),
    ),
    about,
  );
  const afterTax = calculation.yearly(
    `${id}.net-rents-after-tax`,
    'Loyers nets encaissés, après impôt payé',
    minus(net.beforeTax, taxOfYear),
    about,
  );
  const refinancingOfYear = calculation.yearly(
    `${id}.refinancing-of-year`,
    'Annuités du refinancement de la sortie',
    plus(NO_MONEY, ...refinancing.map((line) => sumOfYear(line))),
    about,
  );
  // The repayment of quasi-equity at the exit is the exit's affair, not a year's annuity.
  const quasiOfYear = calculation.yearly(
    `${id}.quasi-equity-of-year`,
    'Quasi-fonds propres : intérêts et capital payés, solde de la sortie non compris',
    plus(NO_MONEY, ...quasiEquityService.map((line) => sumOfYear(line))),
    about,
  );
  const isTested = isMore(net.tested, NO_MONEY);
  const tested = calculation.yearly(
    `${id}.tested-with-refinancing`,
    `Annuités des exercices testés${hasExit ? ', refinancement de la sortie compris' : ''}`,
    choose(isTested, plus(net.tested, refinancingOfYear), NO_MONEY),
    about,
  );
  const coverAfterTax = calculation.yearly(
    `${id}.dscr-after-tax`,
    `DSCR, après impôt payé${hasExit ? ', y compris refinancement de la sortie' : ''}`,
    dividedBy(afterTax, tested),
    about,
  );
  const smallestAfterTax = once(
    `${id}.dscr-after-tax.smallest`,
    'DSCR après impôt payé, au plus bas',
    smallest(coverAfterTax),
  );
  const availableTested = calculation.yearly(
    `${id}.tested-available`,
    'Loyers nets après impôt, exercices testés',
    choose(isTested, afterTax, NO_MONEY),
    about,
  );
  const average = once(
    `${id}.dscr-after-tax.average`,
    'DSCR après impôt payé, en moyenne',
    dividedBy(total(availableTested), total(tested)),
  );
  const withQuasi = calculation.yearly(
    `${id}.tested-with-quasi`,
    'Annuités et rémunération des quasi-fonds propres, exercices testés',
    choose(isTested, plus(tested, quasiOfYear), NO_MONEY),
    about,
  );
  const coverWithQuasi = calculation.yearly(
    `${id}.dscr-with-quasi`,
    dividends.length === 0
      ? `DSCR, après impôt payé, y compris ${hasExit ? 'refinancement et ' : ''}quasi-fonds propres`
      : 'Loyers nets et dividendes reçus / toute la dette, obligations comprises',
    dividedBy(
      dividends.length === 0 ? afterTax : plus(afterTax, ...dividends.map((line) => sumOfYear(line))),
      withQuasi,
    ),
    about,
  );
  const covenants: Covenant[] = [
    {
      id: 'loan-to-value',
      label: 'Prêt / valeur du site (LTV)',
      value: once(`${id}.ltv`, 'Prêt / valeur du site', dividedBy(debt, valuation.valueAtOpening)),
      limit: maximumLoanToValue,
      company: company.id,
      direction: 'at-most',
      slack:
        maximumLoanToValue &&
        once(
          `${id}.ltv.slack`,
          'Marge sous la limite prêt / valeur',
          minus(times(valuation.valueAtOpening, maximumLoanToValue), plan.loanAmount),
        ),
    },
    {
      id: 'loan-to-cost',
      label: 'Prêt / coût de revient (LTC)',
      value: once(`${id}.ltc`, 'Prêt / coût de revient', dividedBy(debt, plan.cost)),
      limit: maximumLoanToCost,
      company: company.id,
      direction: 'at-most',
      slack:
        maximumLoanToCost &&
        once(
          `${id}.ltc.slack`,
          'Marge sous la limite prêt / coût',
          minus(times(plan.cost, maximumLoanToCost), plan.loanAmount),
        ),
    },
    {
      id: 'dscr',
      label: `Loyers nets / annuités (DSCR), avant impôt${hasExit ? ', hors refinancement de la sortie' : ''}`,
      value: net.smallestCover,
      byYear: net.cover,
      limit: minimumCover,
      company: company.id,
      direction: 'at-least',
      slack:
        minimumCover &&
        once(
          `${id}.dscr.slack`,
          'Marge au-dessus de la limite de DSCR, avant impôt',
          minus(net.smallestCover, minimumCover),
        ),
    },
    {
      id: 'dscr-after-tax',
      label: hasExit
        ? 'DSCR après impôt payé, refinancement de la sortie compris, pour information'
        : 'DSCR après impôt payé, pour information',
      value: smallestAfterTax,
      byYear: coverAfterTax,
      limit: undefined,
      company: company.id,
      direction: 'at-least',
      slack: undefined,
    },
    {
      id: 'dscr-with-quasi',
      label:
        dividends.length > 0
          ? 'Loyers nets et dividendes reçus / toute la dette de la holding, obligations comprises, pour information'
          : hasExit
            ? 'DSCR après impôt, refinancement et quasi-fonds propres compris, pour information'
            : 'DSCR après impôt, quasi-fonds propres compris, pour information',
      value: once(
        `${id}.dscr-with-quasi.smallest`,
        'DSCR quasi-fonds propres compris, au plus bas',
        smallest(coverWithQuasi),
      ),
      byYear: coverWithQuasi,
      limit: undefined,
      company: company.id,
      direction: 'at-least',
      slack: undefined,
    },
    {
      id: 'debt-yield',
      label: 'Loyer net de marché / prêt',
      value: once(`${id}.debt-yield`, 'Loyer net de marché / prêt', dividedBy(netMarketRent, debt)),
      limit: minimumDebtYield,
      company: company.id,
      direction: 'at-least',
      slack:
        minimumDebtYield &&
        once(
          `${id}.debt-yield.slack`,
          'Marge au-dessus de la limite loyer / prêt',
          minus(netMarketRent, times(plan.loanAmount, minimumDebtYield)),
        ),
    },
  ];
  return { covenants, cover: { annuities: net.annuities, average, beforeTax: net.cover } };
}
