import type { EsusHoldingPath, Site } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import {
  at,
  choose,
  constant,
  definedOr,
  dividedBy,
  isEqual,
  MONTH,
  NO_MONEY,
  ONE_RATIO,
  plus,
  sumOfTerms,
  sumOfYear,
  times,
} from '../formula/build.ts';
import { EQUITY_ACCOUNTS } from '../ledger/accounts.ts';
import { writeConsolidatedLevel } from '../ledger/consolidation.ts';
import type { Valuation } from '../property/holding.ts';
import { openBankLoan } from './bank-loan.ts';
import type { Company } from './company.ts';
import type { Deal } from './deal.ts';
import type { Use } from './funding-plan-rows.ts';
import { type Dividends, writeDividends } from './group-dividends.ts';
import { type GroupExit, investorsOf, writeGroupExit } from './group-exit.ts';
import { shareholdersOf, writeExitMonth, writeFoundersParts } from './group-holders.ts';
import { groupReturns } from './group-returns.ts';
import { type GroupMember, type GroupValue, writeGroupValue } from './group-value.ts';
import { openMarketRent } from './market-rent.ts';
import { openWithoutPremises } from './no-premises.ts';
import type { Joined } from './open-deal.ts';
import { OPERATOR, openSetting, type PathSetting, SIGNATURE } from './setting.ts';
import { type ShareCapital, writeShareCapital } from './share-capital.ts';

/** A cover that no lock-up stops: a company without annuities may distribute. */
const NO_ANNUITY = constant(1000, 'ratio');

/** What the opening of the capital left once posted. */
interface Opened {
  readonly capital: ShareCapital;
  readonly dividends: Dividends;
}

interface Left {
  readonly members: readonly GroupMember[];
  readonly value: GroupValue;
  readonly exit: GroupExit;
}

/**
 * P3 without a holding: investors enter the enterprise itself (SAS of the ESS, joint venture), by rounds of shares and
 * convertible bonds. It buys its walls, rents them at the market, or has no site.
 * @param pathIndex position of the path in the dossier
 * @returns the deal composed; nothing is computed here
 */
export function composeOpenedEnterprise(
  dossier: ResolvedDossier,
  pathIndex: number,
  site: Site | null,
): Deal {
  const path = dossier.values.paths[pathIndex] as EsusHoldingPath;
  const place = `paths[${pathIndex}]`;
  const setting = openSetting(dossier, pathIndex);
  const { calculation, ledger, assume } = setting;
  const month = writeExitMonth(setting, place);
  const hasWalls = site !== null && path.walls === 'owned';
  let opened: Opened | undefined;
  let left: Left | undefined;
  const joined: Joined = {
    isTaxed: true,
    open: (eligibleCosts) => {
      const capital = writeShareCapital(setting, path, place, OPERATOR, {
        calculation,
        ledger,
        borrower: OPERATOR,
        milestones: {
          signature: SIGNATURE,
          worksStart: setting.worksStart,
          worksEnd: setting.worksEnd,
          opening: setting.opening,
        },
        eligibleCosts,
        exit: month,
        ...(hasWalls ? {} : { costNature: 'tenant-financing-costs' as const }),
      });
      const dividends = writeDividends(setting, {
        id: OPERATOR,
        form: path.enterpriseForm,
        shareholders: shareholdersOf(capital),
        distributionShare: assume(`${place}.vehicle.distributionShare`, 'ratio'),
        minimumCash: assume(`${place}.vehicle.minimumCash`, 'money'),
      });
      opened = { capital, dividends };
      return {
        sources: capital.sources,
        uses: issueCosts(setting, path, place),
        allocation: dividends.allocation,
      };
    },
    afterBooks: (company: Company, walls: Valuation | undefined) => {
      const { capital, dividends } = opened as Opened;
      dividends.define(
        company.books,
        path.vehicle.lockUpCover === null
          ? undefined
          : {
              cover: lockUpCover(setting, company),
              threshold: assume(`${place}.vehicle.lockUpCover`, 'ratio'),
            },
      );
      const members: GroupMember[] = [{ company, share: ONE_RATIO }];
      const value = writeGroupValue(setting, {
        members,
        walls,
        month,
        multiple: assume(`${place}.exit.multiple`, 'ratio'),
        diluted: capital.diluted,
      });
      left = {
        members,
        value,
        exit: writeGroupExit(setting, { path, place, month, capital, dividends, value }),
      };
    },
  };
  const open =
    site === null
      ? openWithoutPremises(setting, place, path, joined)
      : hasWalls
        ? openBankLoan(setting, pathIndex, site, joined)
        : openMarketRent(setting, pathIndex, site, joined);
  const deal = open.close();
  const { capital, dividends } = opened as unknown as Opened;
  const { members, value, exit } = left as unknown as Left;
  const returns = groupReturns(setting, { capital, dividends, exit });
  const founders = writeFoundersParts(setting, OPERATOR, capital, month);
  const equity = sumOfTerms(
    EQUITY_ACCOUNTS.flatMap((account) => {
      const line = deal.operator.books.balances.get(account);
      return line === undefined ? [] : [line];
    }),
  );
  const netAssets = calculation.monthly('group.net-assets', 'Actif net de l’entreprise', equity);
  const level = writeConsolidatedLevel(ledger, { id: 'group', label: deal.operator.label }, [
    deal.operator.books,
  ]);
  return {
    ...deal,
    laws: [...deal.laws, level.law],
    exit: exit.exit,
    investor: returns.investor,
    returns: returns.flows,
    group: {
      issuer: deal.operator,
      subsidiaries: [],
      members,
      capital,
      investors: investorsOf(path, capital),
      dividends: [{ company: deal.operator, dividends }],
      founders,
      foundersWorth: calculation.once(
        'group.founders-worth',
        'Actif net de l’entreprise à l’horizon, murs à leur valeur, part des associés d’origine',
        times(
          plus(at(netAssets, setting.horizon), deal.premises?.unrealisedAtHorizon ?? NO_MONEY),
          at(founders.ofMonth, setting.horizon),
        ),
      ),
      value,
      exit,
      levels: [level],
    },
  };
}

/** Advisers and deeds of the rounds, paid at signature. */
function issueCosts(
  { calculation, ledger, assume }: PathSetting,
  path: EsusHoldingPath,
  place: string,
): Use[] {
  if (path.vehicle.issueCosts.isZero()) return [];
  const label = 'Frais de la levée de fonds';
  const paid = calculation.monthly(
    'operator.issue-costs',
    label,
    choose(isEqual(MONTH, SIGNATURE), assume(`${place}.vehicle.issueCosts`, 'money'), NO_MONEY),
    { party: OPERATOR },
  );
  ledger.transfer(OPERATOR, 'suppliers', 'start-up-costs', paid);
  return [{ id: 'issue-costs', label, paid }];
}

/** What the enterprise has to pay its loan with, over its annuities. */
function lockUpCover({ calculation }: PathSetting, { balances, plan }: Company) {
  return calculation.yearly(
    'operator.lock-up-cover',
    'EBE / annuités du prêt',
    definedOr(
      dividedBy(balances.ebe, plus(sumOfYear(plan.loanInterestAfter), sumOfYear(plan.loan.principal))),
      NO_ANNUITY,
    ),
    { party: OPERATOR },
  );
}
