import { monthsBetween } from '../dossier/months.ts';
import { sourceLists } from '../dossier/sources.ts';
import { at, max, plus } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Claim } from '../instruments/instrument.ts';
import { isResoldEarly, writeReferenceValue } from '../law/aid-ceiling.ts';
import { landDiscountGrantEquivalent } from '../law/state-aid.ts';
import { type AidDiscount, paidOnSchedule } from '../law/state-aid-schedule.ts';
import { type Carrying, EPF } from '../property/epf-carrying.ts';
import { grantSupport, type Support, type SupportNames } from './aid-support.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { Deal } from './deal.ts';
import { capitalSupport, loanSupport } from './public-money-support.ts';
import { OPERATOR, SIGNATURE } from './setting.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;

/** What the side of a party says of its money. */
function sideOf({ setting }: Deal, party: string): 'private' | 'public-market' | 'public-aid' {
  return setting.ledger.parties.get(party)?.side ?? 'private';
}

/** Whether the site is bought from a public seller: its price may hide an aid. */
export function isSoldByPublic(deal: Deal): boolean {
  return deal.property !== undefined && sideOf(deal, deal.property.purchase.seller) !== 'private';
}

/** The site sold below its value by a public party, with its reference value. */
export interface LandDiscount {
  readonly support: Support;
  readonly referenceValue: OnceMoney;
}

/**
 * The discount on a site that a public party sells; undefined when it is private or when the value is not known. Of a site
 * carried by an EPF, its minoration, or the price below the value when that is more: never both, they are one advantage.
 */
export function landDiscount(deal: Deal): LandDiscount | undefined {
  const { property, setting } = deal;
  const { calculation, dossier, assume } = setting;
  const { site, stateAid } = dossier.values;
  if (property === undefined || site === null) return undefined;
  const { carrying, purchase } = property;
  if (site.landLease !== null) return undefined;
  if (site.marketValue === null) return carrying === undefined ? undefined : minorationOf(deal, carrying);
  if (!isSoldByPublic(deal)) return undefined;
  const { sellerPurchasePrice, sellerPurchaseDate } = stateAid;
  const isFloor =
    sellerPurchasePrice !== null &&
    sellerPurchaseDate !== null &&
    isResoldEarly(sellerPurchaseDate, site.purchaseDate);
  const valued = writeReferenceValue(calculation, 'aid.land.reference-value', {
    marketValue: assume('site.marketValue', 'money'),
    sellerPrice: isFloor ? assume('stateAid.sellerPurchasePrice', 'money') : undefined,
  });
  if (carrying !== undefined) return minorationOf(deal, carrying, valued);
  const equivalent = landDiscountGrantEquivalent(calculation, 'aid.land', {
    marketValue: valued,
    price: purchase.price,
  });
  return {
    referenceValue: valued,
    support: {
      id: 'land',
      label: 'Rabais sur le prix du site',
      kind: 'land-discount',
      payer: purchase.seller,
      beneficiary: deal.borrower.id,
      nominal: equivalent,
      grantEquivalent: equivalent,
      method: 'valeur vénale de référence moins le prix',
      isEstimated: false,
      needsPariPassu: false,
    },
  };
}

/**
 * The minoration of an EPF: what the site cost it beyond its price.
 * @param valued reference value of the site, when it is known
 */
function minorationOf(deal: Deal, { price, cost, minoration }: Carrying, valued?: OnceMoney): LandDiscount {
  const { calculation } = deal.setting;
  const referenceValue = calculation.once(
    'aid.land.carried-value',
    'Site porté, à son prix de revient ou à sa valeur de référence si elle le dépasse',
    valued === undefined ? plus(cost) : max(cost, valued),
  );
  return {
    referenceValue,
    support: {
      id: 'land',
      label: 'Minoration de l’EPF',
      kind: 'land-discount',
      payer: EPF,
      beneficiary: deal.borrower.id,
      nominal: minoration,
      grantEquivalent: landDiscountGrantEquivalent(calculation, 'aid.land', {
        marketValue: referenceValue,
        price,
      }),
      method: 'prix de revient (ou valeur vénale de référence, si plus forte) moins le prix de revente',
      // The share that reaches the enterprise, rather than who polluted or who owned, is to be confirmed.
      isEstimated: true,
      needsPariPassu: false,
    },
  };
}

/** What a shareholder of a group pays and receives, when all that it holds came by one subscription. */
function flowOfShares({ group, setting }: Deal, party: string) {
  const own = group?.capital.sources.filter(
    ({ contributor, category }) => contributor === party && category === 'own-funds',
  );
  if (own?.length !== 1) return undefined;
  return setting.calculation.lines.get(`measure.flow.shares.${party}`) as MonthlyMoney | undefined;
}

/** What who holds capital of the vehicle pays and receives: until it leaves a SCI, to the horizon in a foncière. */
function flowOfCapital(deal: Deal, { id: sourceId, contributor }: Company['sources'][number]) {
  const { returns, group } = deal;
  if (group !== undefined) return flowOfShares(deal, contributor ?? '');
  const id = sourceId === 'capital-investor' ? 'investor-irr.capital' : `investor-irr.${sourceId}`;
  return returns.find((item) => item.id === id)?.line;
}

function monthsToOpening({ setting }: Deal): number {
  const { signature, project } = setting.dossier.values;
  return monthsBetween(signature, project.opening);
}

/** Years of a source of the dossier that is repaid on its own terms, begun years whole; undefined for what the exit settles. */
function yearsOf(deal: Deal, { id }: Company, sourceId: string): number | undefined {
  const { values } = deal.setting.dossier;
  const terms = sourceLists(values)
    .filter(
      ({ pathIndex, of }) =>
        values.paths[pathIndex]?.id === deal.path.id && (of === 'operator') === (id === OPERATOR),
    )
    .flatMap(({ sources }) => sources)
    .find((source) => source.id === sourceId);
  if (terms === undefined || !('callMonth' in terms)) return undefined;
  if (terms.kind === 'pret-d-honneur') return Math.ceil((terms.deferralMonths + terms.payments) / 12);
  const drawnFor = monthsToOpening(deal) - terms.callMonth;
  if (terms.kind === 'avance-remboursable') {
    const { deferralMonths, repayments, paymentsPerYear } = terms;
    return Math.ceil((drawnFor + deferralMonths + (repayments * 12) / paymentsPerYear) / 12);
  }
  if (!('payments' in terms) || deal.exit !== undefined) return undefined;
  // Titres participatifs are paid once a year.
  const paymentsPerYear = 'paymentsPerYear' in terms ? terms.paymentsPerYear : 1;
  return Math.ceil((drawnFor + (terms.payments * 12) / paymentsPerYear) / 12);
}

/** The balancing loan of a company, when a public party lends it. Its rate is that of signature. */
function loanClaim({ plan, planId, terms, termsPath }: Company, { setting }: Deal): Claim {
  const fixed = setting.assume(`${termsPath}.annualRate`, 'ratio/years');
  const indexed = setting.calculation.lines.get(`${planId}.loan.indexed-rate`);
  return {
    lender: terms.lender,
    closing: plan.loan.closing,
    annualRate:
      indexed === undefined ? fixed : at(indexed as Line<'ratio/years', 'monthly', 'defined'>, SIGNATURE),
  };
}

/**
 * The public contributions of a deal, found in what its companies receive: grants, loans, quasi-equity and capital of
 * public parties.
 * @param discount of all the aids of the deal, written when a first one needs it
 */
export function findSupports(deal: Deal, discount: () => AidDiscount): Support[] {
  const { setting } = deal;
  const { ledger, calculation } = setting;
  const found: Support[] = [];
  const lent = (
    names: Omit<SupportNames, 'payer'>,
    claim: Claim,
    loan: { readonly amount: OnceMoney; readonly years: number | undefined },
  ) => {
    const side = sideOf(deal, claim.lender);
    if (side === 'private') return;
    found.push(
      loanSupport(
        setting,
        discount(),
        { ...names, payer: claim.lender },
        {
          ...loan,
          balance: claim.closing,
          annualRate: claim.annualRate,
          onMarketTerms: side === 'public-market',
        },
      ),
    );
  };
  for (const company of deal.companies) {
    for (const source of company.sources) {
      const names = { id: `${company.id}.${source.id}`, label: source.label, beneficiary: company.id };
      if (source.category === 'grant') {
        const payer = ledger.transfers.find(({ amount }) => amount === source.received)?.from;
        if (payer !== undefined && sideOf(deal, payer) !== 'private')
          found.push(grantSupport({ ...names, payer }, source.total));
      } else if (source.claim !== undefined) {
        lent(names, source.claim, { amount: source.total, years: yearsOf(deal, company, source.id) });
      } else if (source.contributor !== undefined && sideOf(deal, source.contributor) !== 'private') {
        const flow = flowOfCapital(deal, source);
        found.push(capitalSupport(setting, { ...names, payer: source.contributor }, source.total, flow));
      }
    }
    for (const { id, label, payer, paid, total } of company.plan.interestSubsidies) {
      if (sideOf(deal, payer) === 'private') continue;
      const names = { id: `${company.id}.${id}`, label, payer, beneficiary: company.id };
      found.push({
        ...names,
        kind: 'interest-subsidy',
        nominal: total,
        grantEquivalent: paidOnSchedule(calculation, `aid.${names.id}`, label, {
          paid,
          discount: discount(),
        }),
        method: 'intérêts pris en charge, actualisés à la fin de leur année',
        // On a schedule to come: it may change with the rate and the drawings.
        isEstimated: true,
        needsPariPassu: false,
      });
    }
    if (sideOf(deal, company.terms.lender) !== 'private') {
      const amount = calculation.once(
        `aid.${company.id}.loan.amount`,
        `Prêt : ${company.label}`,
        plus(company.plan.loanAmount),
      );
      const names = { id: `${company.id}.loan`, label: `Prêt : ${company.label}`, beneficiary: company.id };
      const { payments, paymentsPerYear } = company.terms;
      const months = monthsToOpening(deal) + (payments * 12) / paymentsPerYear;
      lent(names, loanClaim(company, deal), { amount, years: Math.ceil(months / 12) });
    }
  }
  return found;
}

/** Capital that public parties bring to the operator in this path, and all the new capital. */
export function newCapital(deal: Deal): {
  readonly fromPublic: readonly OnceMoney[];
  readonly all: readonly Formula<'money', 'once', 'defined'>[];
} {
  const brought = deal.companies
    .filter(({ id }) => id === OPERATOR)
    .flatMap(({ sources }) => sources.filter(({ category }) => category === 'own-funds'))
    .filter(({ contributor }) => contributor !== undefined);
  return {
    fromPublic: brought
      .filter(({ contributor = '' }) => sideOf(deal, contributor) !== 'private')
      .map((source) => source.total),
    all: brought.map((source) => source.total),
  };
}
