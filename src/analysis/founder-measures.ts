import { at, choose, isEqual, MONTH, NO_MONEY, plus, smallest, sumOfTerms } from '../formula/build.ts';
import type { MeasureSetting } from './measure-setting.ts';
import { addPremisesMeasures } from './premises-measures.ts';

/** What the founder reads: own funds, lowest cash, what a banker looks at, and what the premises cost. */
export function addFounderMeasures(measure: MeasureSetting): void {
  const { deal, keep, toHorizon, equity, discountOf } = measure;
  const { setting } = deal;
  const { books } = deal.operator;
  const { calculation, assume, opening, horizon } = setting;

  const factor = discountOf(
    'measure.founder-factor',
    'Facteur d’actualisation du fondateur',
    assume('macro.founderDiscountRate', 'ratio/years'),
  );
  addPremisesMeasures(measure, factor);
  const ownFunds = ownFundsOfFounders(deal);
  keep(
    'own-funds-needed',
    calculation.once(
      'measure.own-funds-needed',
      'Fonds propres à apporter',
      plus(sumOfTerms(ownFunds.map((source) => source.total)), deal.plan.gap),
    ),
  );
  const cashToHorizon = calculation.monthly(
    'measure.cash-to-horizon',
    'Trésorerie jusqu’à l’horizon',
    choose(toHorizon, books.cash, at(books.cash, horizon)),
  );
  const lowest = keep(
    'lowest-cash',
    calculation.once('measure.lowest-cash', 'Trésorerie la plus basse', smallest(cashToHorizon)),
  );
  const monthOfLowest = calculation.monthly(
    'measure.month-of-lowest',
    'Mois de la trésorerie la plus basse',
    choose(isEqual(cashToHorizon, lowest), MONTH, horizon),
  );
  keep(
    'lowest-cash-month',
    calculation.once(
      'measure.lowest-cash-month',
      'Mois de la trésorerie la plus basse',
      smallest(monthOfLowest),
    ),
  );
  const coverCovenant = deal.covenants.find((covenant) => covenant.id.endsWith('cover-after-tax'));
  if (coverCovenant !== undefined) keep('smallest-cover', coverCovenant.value);
  keep('average-cover', deal.operatorCover.average);
  keep(
    'net-worth-at-horizon',
    calculation.once(
      'measure.net-worth-at-horizon',
      'Patrimoine net à l’horizon',
      deal.group === undefined
        ? plus(at(equity, horizon), deal.premises?.unrealisedAtHorizon ?? NO_MONEY)
        : plus(deal.group.foundersWorth),
    ),
  );
  if (deal.exit !== undefined) {
    keep('buy-out-price', deal.exit.buyOut);
    keep('buy-out-unfunded', deal.exit.unfunded);
  }
  keep(
    'months-to-opening',
    calculation.once('measure.months-to-opening', 'Mois avant la mise en service', opening),
  );
}

/**
 * What the founders have to bring or to find: own funds and quasi-equity of the enterprise; in a group, what its founders
 * put in the holding too, and neither what a holding puts below it nor what investors subscribe. An avance of a public
 * body is its aid, told among aids.
 */
function ownFundsOfFounders({ operator, group, companies, setting }: MeasureSetting['deal']) {
  const isPublicAid = (party: string) => setting.ledger.parties.get(party)?.side === 'public-aid';
  const isOwn = ({ category, claim }: (typeof operator.sources)[number]) =>
    category === 'own-funds' ||
    (category === 'quasi-own-funds' && !(claim !== undefined && isPublicAid(claim.lender)));
  // Own funds of somebody who enters are not hers to bring; quasi-equity is, whoever lends it to her.
  if (group === undefined) {
    return operator.sources.filter(
      (source) =>
        isOwn(source) &&
        (source.category !== 'own-funds' ||
          source.contributor === undefined ||
          source.contributor === 'owners'),
    );
  }
  const within = companies.map(({ id }) => id);
  const founders = group.capital.holders.filter(({ isFounder }) => isFounder).map(({ party }) => party);
  return companies
    .flatMap(({ sources }) => sources)
    .filter(isOwn)
    .filter(
      ({ contributor }) =>
        contributor === undefined ||
        founders.includes(contributor) ||
        (!within.includes(contributor) && !isInvestor(group, contributor)),
    );
}

function isInvestor({ capital }: NonNullable<MeasureSetting['deal']['group']>, party: string): boolean {
  return capital.holders.some((holder) => holder.party === party && !holder.isFounder);
}
