import type { EsusHoldingPath, Site } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import {
  choose,
  constant,
  definedOr,
  dividedBy,
  isAtLeast,
  minus,
  NO_MONEY,
  ONE_RATIO,
  plus,
  roundedToCents,
  sumOfTerms,
  sumOfYear,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { lawAssumption } from '../law/figure.ts';
import { PARENT_EXPENSE_SHARE, PARENT_MINIMUM_SHARE } from '../law/group-figures.ts';
import { writeConsolidatedLevel } from '../ledger/consolidation.ts';
import { writeLensesLaw, writePartyFlows } from '../ledger/laws.ts';
import { passVatOn } from '../ledger/vat-passed-on.ts';
import { closeBooks, closeCompany, type KeptCompany, labelOf, type MonthlyMoney } from './company.ts';
import { writeCorporateTax } from './corporate-tax-entries.ts';
import type { Deal } from './deal.ts';
import { HOLDING, writeHoldingCompanies } from './esus-holding-companies.ts';
import { writeHoldingPremises } from './esus-holding-premises.ts';
import { type Dividends, type Shareholder, writeDividends } from './group-dividends.ts';
import { investorsOf, writeGroupExit } from './group-exit.ts';
import { shareholdersOf, writeExitMonth, writeFoundersParts } from './group-holders.ts';
import { writeGroupPlan } from './group-plan.ts';
import { groupReturns } from './group-returns.ts';
import { type GroupMember, writeGroupValue } from './group-value.ts';
import { writeFoundersWorth } from './group-worth.ts';
import { OPERATOR, writeOperatingCompany } from './operating-company.ts';
import { writeOperatorCover } from './operator-cover.ts';
import { writeOwnFundsShare } from './own-funds-share.ts';
import { propertyFlows } from './property-flow.ts';
import { depreciateBuilding } from './property-project.ts';
import { writeSciCovenants } from './sci-covenants.ts';
import { writeNetRents } from './sci-net-rents.ts';
import { OTHER_ASSOCIATES, openSetting, type PathSetting, subsidiaryParty } from './setting.ts';

type Ratio = Formula<'ratio', 'once', 'defined'>;

/** A cover that no lock-up stops: a company without annuities may distribute. */
const NO_ANNUITY = constant(1000, 'ratio');

/**
 * P3: a holding (SAS of the ESS) opens its capital by rounds of shares and convertible bonds, buys the site, lets it to
 * the enterprise that it holds, funds its subsidiaries; dividends go up one level a year; investors sell their shares
 * to the founders or to somebody else.
 * @param pathIndex position of the path in the dossier
 * @returns the deal composed; nothing is computed here
 */
export function composeEsusHolding(dossier: ResolvedDossier, pathIndex: number, site: Site): Deal {
  const path = dossier.values.paths[pathIndex] as EsusHoldingPath;
  const place = `paths[${pathIndex}]`;
  const setting = openSetting(dossier, pathIndex);
  const { ledger, assume } = setting;
  const exitMonth = writeExitMonth(setting, place);
  const enterprise = writeOperatingCompany(setting);
  const { activity, existingDebt, renewal } = enterprise;
  const project = { path, place, site, exitMonth };
  const companies = writeHoldingCompanies(setting, project, enterprise);
  const { walls, tenant, capital, otherSources, sources, funding, operatorFunding } = companies;

  // Assets, dividends, tax: posted before any book is opened.
  const depreciation = depreciateBuilding(setting, walls.property, sources);
  tenant.depreciate(operatorFunding.sources);
  const net = writeNetRents(setting, funding, {
    ...walls,
    hasExit: false,
    targetCover:
      path.lease.solve === 'target-cover' ? assume(`${place}.lease.targetCover`, 'ratio') : undefined,
  });
  const daughters = [
    {
      id: OPERATOR,
      form: path.enterpriseForm,
      at: `${place}.enterprise`,
    },
    ...path.subsidiaries.map((terms, index) => ({
      id: subsidiaryParty(terms),
      form: terms.form,
      at: `${place}.subsidiaries[${index}]`,
    })),
  ].map(({ id, form, at }) => {
    const share: Ratio = assume(`${at}.share`, 'ratio');
    // What the holding leaves of the enterprise is its founders'; of another subsidiary, somebody else's.
    const minority = id === OPERATOR ? (path.founders[0]?.from ?? 'owners') : OTHER_ASSOCIATES;
    const all: Shareholder[] = [{ party: HOLDING, label: labelOf(setting, HOLDING), part: share }];
    if (!shareOf(path, id).equals(1)) {
      all.push({
        party: minority,
        label: id === OPERATOR ? `${labelOf(setting, minority)} (minoritaires)` : labelOf(setting, minority),
        part: minus(ONE_RATIO, share),
      });
    }
    const dividends = writeDividends(setting, {
      id,
      form,
      shareholders: all,
      distributionShare: assume(`${at}.distributionShare`, 'ratio'),
      minimumCash: assume(`${at}.minimumCash`, 'money'),
    });
    return { id, share, dividends, tax: writeCorporateTax(setting, id, { reducedRate: false }) };
  });
  const ownDividends = writeDividends(setting, {
    id: HOLDING,
    form: path.vehicle.form,
    shareholders: shareholdersOf(capital),
    distributionShare: assume(`${place}.vehicle.distributionShare`, 'ratio'),
    minimumCash: assume(`${place}.vehicle.minimumCash`, 'money'),
  });
  const holdingTax = writeCorporateTax(setting, HOLDING, { reducedRate: false });

  // Books from the bottom up: what a daughter pays is income of the holding.
  const kept = new Map<string, KeptCompany>();
  const scopeOf = (id: string) => ({ id: `${id}.`, label: `${labelOf(setting, id)} : ` });
  const company = closeCompany(setting, {
    id: OPERATOR,
    funding: operatorFunding,
    tax: daughters[0]?.tax,
    allocation: (daughters[0] as (typeof daughters)[number]).dividends.allocation,
  });
  kept.set(OPERATOR, company);
  for (const { id, tax, dividends } of daughters.slice(1)) {
    kept.set(id, closeBooks(setting, { id, tax, allocation: dividends.allocation, scope: scopeOf(id) }));
  }
  for (const { id, dividends } of daughters) dividends.define((kept.get(id) as KeptCompany).books);
  const vehicle = closeCompany(setting, {
    id: HOLDING,
    funding,
    tax: holdingTax,
    adjustments: { deducted: [exemptDividends(setting, daughters)] },
    scope: scopeOf(HOLDING),
    allocation: ownDividends.allocation,
  });
  ownDividends.define(
    vehicle.books,
    path.vehicle.lockUpCover === null
      ? undefined
      : {
          cover: lockUpCover(setting, vehicle, daughters, net.annuities),
          threshold: assume(`${place}.vehicle.lockUpCover`, 'ratio'),
        },
  );

  // What the shares are worth, and how investors leave.
  const members: GroupMember[] = [
    { company: vehicle, share: ONE_RATIO },
    ...daughters.map(({ id, share }) => ({ company: kept.get(id) as KeptCompany, share })),
  ];
  const value = writeGroupValue(setting, {
    members,
    walls: walls.valuation,
    month: exitMonth,
    multiple: assume(`${place}.exit.multiple`, 'ratio'),
    diluted: capital.diluted,
  });
  const groupExit = writeGroupExit(setting, {
    path,
    place,
    month: exitMonth,
    capital,
    dividends: ownDividends,
    value,
  });
  const founders = writeFoundersParts(setting, HOLDING, capital, exitMonth);
  const returns = groupReturns(setting, { capital, dividends: ownDividends, exit: groupExit });

  const groupPlan = writeGroupPlan(setting, company, vehicle, companies.within);
  passVatOn(ledger);
  const partyFlows = writePartyFlows(ledger);
  const covenants = writeSciCovenants(setting, vehicle, net, {
    valuation: walls.valuation,
    quasiEquityService: [...capital.bonds, ...otherSources].flatMap(({ service }): MonthlyMoney[] =>
      service === undefined
        ? []
        : service.interest === undefined
          ? [service.principal]
          : [service.interest, service.principal],
    ),
    dividends: daughters.map(({ dividends }) => dividends.paidTo.get(HOLDING) as MonthlyMoney),
    refinancing: [],
  });
  const operatorCover = writeOperatorCover(setting, company, { existingDebt, renewal });
  const subsidiaries = daughters.slice(1).map(({ id }) => kept.get(id) as KeptCompany);
  const below = [company, ...subsidiaries].map(({ books }) => books);
  const levels = [
    ...(subsidiaries.length === 0
      ? []
      : [writeConsolidatedLevel(ledger, { id: 'subsidiaries', label: 'Entreprise et filiales' }, below)]),
    writeConsolidatedLevel(ledger, { id: 'group', label: 'Groupe' }, [vehicle.books, ...below]),
  ];
  return {
    path,
    setting,
    activity,
    existingDebt,
    operator: company,
    vehicle,
    companies: [company, vehicle],
    plan: groupPlan,
    ownFundsShare: writeOwnFundsShare(setting, [company, vehicle], groupPlan),
    borrower: vehicle,
    property: walls.property,
    lease: walls.lease,
    holding: walls.holding,
    valuation: walls.valuation,
    premises: writeHoldingPremises(setting, {
      walls,
      vehicle,
      besideWalls: companies.besideWalls,
      share: (daughters[0] as (typeof daughters)[number]).share,
      equipmentPaid: tenant.equipmentPaid,
      startUpCosts: activity.startUpCosts,
      operator: company.books,
    }),
    laws: [
      ...company.laws,
      ...vehicle.laws,
      ...subsidiaries.flatMap(({ laws }) => laws),
      ...levels.map(({ law }) => law),
      writeLensesLaw(ledger, [vehicle.books, ...below], partyFlows),
    ],
    covenants: [
      ...covenants.covenants,
      ...operatorCover.covenants.map((covenant) => ({
        ...covenant,
        id: `operator-${covenant.id}`,
        label: `Exploitant : ${covenant.label}`,
      })),
    ],
    cover: covenants.cover,
    partyFlows,
    exit: groupExit.exit,
    operatorCover: operatorCover.cover,
    investor: returns.investor,
    returns: [...propertyFlows(setting, walls, vehicle, 'de la holding'), ...returns.flows],
    group: {
      issuer: vehicle,
      subsidiaries,
      members,
      capital,
      investors: investorsOf(path, capital),
      dividends: [
        ...daughters.map(({ id, dividends }) => ({ company: kept.get(id) as KeptCompany, dividends })),
        { company: vehicle, dividends: ownDividends },
      ],
      founders,
      foundersWorth: writeFoundersWorth(setting, {
        members,
        issuer: vehicle,
        part: founders.ofMonth,
        walls: walls.valuation,
        owner: vehicle.books,
        depreciation: depreciation.cumulated,
      }),
      value,
      exit: groupExit,
      levels,
    },
  };
}

function shareOf(path: EsusHoldingPath, id: string) {
  const found = path.subsidiaries.find((terms) => subsidiaryParty(terms) === id);
  return found?.share ?? path.enterprise.share;
}

interface Daughter {
  readonly id: string;
  readonly share: Ratio;
  readonly dividends: Dividends;
}

/** Dividends of daughters held at 5 % or more are exempt but for a share of expenses (CGI 145, 216). */
function exemptDividends({ calculation }: PathSetting, daughters: readonly Daughter[]) {
  return calculation.yearly(
    `${HOLDING}.exempt-dividends`,
    'Dividendes des filiales exonérés (régime mère-fille)',
    sumOfTerms(
      daughters.map(({ share, dividends }) => {
        const received = sumOfYear(dividends.paidTo.get(HOLDING) as MonthlyMoney);
        return choose(
          isAtLeast(share, lawAssumption(calculation, PARENT_MINIMUM_SHARE)),
          minus(received, roundedToCents(times(received, lawAssumption(calculation, PARENT_EXPENSE_SHARE)))),
          NO_MONEY,
        );
      }),
    ),
    { party: HOLDING },
  );
}

/** What the holding has to pay its loan with: its EBE and the dividends that it receives, over its annuities. */
function lockUpCover(
  { calculation }: PathSetting,
  vehicle: KeptCompany,
  daughters: readonly Daughter[],
  annuities: Formula<'money', 'yearly', 'defined'>,
) {
  return calculation.yearly(
    `${HOLDING}.lock-up-cover`,
    'EBE et dividendes reçus / annuités de la holding',
    definedOr(
      dividedBy(
        plus(
          vehicle.balances.ebe,
          ...daughters.map(({ dividends }) => sumOfYear(dividends.paidTo.get(HOLDING) as MonthlyMoney)),
        ),
        annuities,
      ),
      NO_ANNUITY,
    ),
    { party: HOLDING },
  );
}
