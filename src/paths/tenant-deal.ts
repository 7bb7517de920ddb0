import type { LoanTerms, PathDescription, PathSource } from '../dossier/dossier.ts';
import type { Books } from '../ledger/books.ts';
import { writeLensesLaw, writePartyFlows } from '../ledger/laws.ts';
import { passVatOn } from '../ledger/vat-passed-on.ts';
import { closeCompany } from './company.ts';
import type { Deal } from './deal.ts';
import { writeFundingPlan } from './funding-plan.ts';
import type { Use } from './funding-plan-rows.ts';
import type { Joined, OpenDeal } from './open-deal.ts';
import { OPERATOR, type writeOperatingCompany } from './operating-company.ts';
import { writeOperatorCover } from './operator-cover.ts';
import { writeOperatorTax } from './operator-tax.ts';
import { writeOwnFundsShare } from './own-funds-share.ts';
import type { PathSetting } from './setting.ts';
import { writeSources } from './sources.ts';
import type { writeTenantProject } from './tenant-project.ts';

/** What a deal says of the premises of an enterprise that does not own them. */
type OfPremises = Pick<
  Deal,
  'lease' | 'holding' | 'valuation' | 'premises' | 'turnkey' | 'temporary' | 'rentAdvantage'
>;

/**
 * The deal of an enterprise that buys no walls: its machines, its fitting-out, its start-up and its opening cash, paid
 * by its sources, then by a loan that closes its plan. Its books are still open: a path posts what it does besides (a
 * programme, capital), then closes them.
 * @param deal.place of the path in the dossier: `paths[0]`
 * @param deal.uses what the plan pays besides its project, in the order in which they are told
 * @param deal.writePremises writes what its premises cost, once its books are open
 */
export function openTenantDeal(
  setting: PathSetting,
  deal: {
    readonly path: PathDescription & { readonly sources: readonly PathSource[]; readonly terms: LoanTerms };
    readonly place: string;
    readonly enterprise: ReturnType<typeof writeOperatingCompany>;
    readonly project: ReturnType<typeof writeTenantProject>;
    readonly uses: readonly Use[];
    readonly writePremises: () => OfPremises;
    readonly joined?: Joined | undefined;
  },
): OpenDeal {
  const { ledger } = setting;
  const { path, place, project, joined } = deal;
  const { activity, existingDebt, renewal } = deal.enterprise;
  const opened = joined?.open(project.eligibleCosts);
  const sources = [
    ...(opened?.sources ?? []),
    ...writeSources(setting, path.sources, {
      place: `${place}.sources`,
      id: OPERATOR,
      borrower: OPERATOR,
      eligibleCosts: project.eligibleCosts,
      costNature: 'tenant-financing-costs',
    }),
  ];
  const termsPath = `${place}.terms`;
  const plan = writeFundingPlan(setting, path.terms, {
    id: OPERATOR,
    termsPath,
    borrower: OPERATOR,
    base: [...project.uses, ...deal.uses, ...(opened?.uses ?? [])],
    sources,
    vatOutstanding: project.vat.outstanding,
    cashWanted: 'project.openingCash',
    workingCapital: 'project.startUpWorkingCapital',
    costNature: 'tenant-financing-costs',
    // The loan of machines is signed when they come.
    feesAt: setting.opening,
  });
  project.depreciate(sources);
  const tax = writeOperatorTax(setting, joined);
  return { plan, sources, close };

  function close(others: readonly Books[] = []): Deal {
    const company = closeCompany(setting, {
      id: OPERATOR,
      funding: { plan, planId: OPERATOR, sources, vat: project.vat, terms: path.terms, termsPath },
      tax,
      ...(opened === undefined ? {} : { allocation: opened.allocation }),
    });
    joined?.afterBooks(company, undefined);
    passVatOn(ledger);
    const partyFlows = writePartyFlows(ledger);
    const covenants = writeOperatorCover(setting, company, { existingDebt, renewal });
    return {
      path,
      setting,
      activity,
      existingDebt,
      operator: company,
      vehicle: undefined,
      companies: [company],
      plan,
      ownFundsShare: writeOwnFundsShare(setting, [company], plan),
      borrower: company,
      property: undefined,
      ...deal.writePremises(),
      laws: [...company.laws, writeLensesLaw(ledger, [company.books, ...others], partyFlows)],
      ...covenants,
      operatorCover: covenants.cover,
      partyFlows,
      exit: undefined,
      investor: undefined,
      returns: [],
    };
  }
}
