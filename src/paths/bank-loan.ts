import type {
  BankLoanPath,
  EsusHoldingPath,
  GuaranteePath,
  ImpactBondPath,
  Site,
} from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { guaranteedLoanOf } from '../dossier/sources.ts';
import { at, minus, NO_MONEY, plus, sumOfYear } from '../formula/build.ts';
import { type Books, balanceOf } from '../ledger/books.ts';
import { writeLensesLaw, writePartyFlows } from '../ledger/laws.ts';
import { passVatOn } from '../ledger/vat-passed-on.ts';
import { writeEquipmentDepreciation } from '../property/depreciation.ts';
import { postHolding, writeHolding, writeValuation } from '../property/holding.ts';
import { writeInvestmentVat } from '../property/investment-vat.ts';
import { writeCostOfLots, writeEquipment } from '../property/works.ts';
import { closeCompany } from './company.ts';
import type { Deal } from './deal.ts';
import { writeFundingPlan } from './funding-plan.ts';
import type { Joined, OpenDeal } from './open-deal.ts';
import { OPERATOR, writeOperatingCompany } from './operating-company.ts';
import { writeOperatorTax } from './operator-tax.ts';
import { writeOwnFundsShare } from './own-funds-share.ts';
import { writeOwnerCovenants } from './owner-covenants.ts';
import { depreciateBuilding, propertyUses, worksByPayer, writePropertyProject } from './property-project.ts';
import { openSetting, type PathSetting } from './setting.ts';
import { writeSources } from './sources.ts';

/**
 * R1, « prêt bancaire seul »: the operator buys the site in its own books, with its own funds, grants and a bank loan.
 * P5, « garantie publique »: the same, its loan guaranteed.
 * @param pathIndex position of the path in the dossier
 * @returns the deal composed; nothing is computed here
 */
export function composeBankLoan(dossier: ResolvedDossier, pathIndex: number, site: Site): Deal {
  return openBankLoan(openSetting(dossier, pathIndex), pathIndex, site).close();
}

/**
 * The enterprise that buys its site with a bank loan, all of it posted and its books still open: another path may add
 * what it does besides.
 */
export function openBankLoan(setting: PathSetting, pathIndex: number, site: Site, joined?: Joined): OpenDeal {
  const { operator, project, paths } = setting.dossier.values;
  const path = paths[pathIndex] as BankLoanPath | EsusHoldingPath | GuaranteePath | ImpactBondPath;
  const place = `paths[${pathIndex}]`;
  const termsPath = `${place}.terms`;
  const guaranteedBy = guaranteedLoanOf(path);
  const { calculation, ledger, horizon } = setting;

  const enterprise = writeOperatingCompany(setting);
  const { activity, existingDebt, renewal } = enterprise;
  const lots = worksByPayer(setting);
  const property = writePropertyProject(setting, OPERATOR, site, [...lots.owner, ...lots.tenant]);
  const equipment = writeEquipment(property.setting, project.equipment.length);
  const vat = writeInvestmentVat(property.setting, [...property.taxable, equipment.paid], {
    recoverable: operator.subjectToVat,
    refundLagMonths: project.vatRefundLagMonths,
  });
  const holding = writeHolding(property.setting);
  postHolding(property.setting, holding);
  const valuation = writeValuation(property.setting, site);
  enterprise.writeVat({ charges: [holding.charges], alreadyPosted: [] });

  const opened = joined?.open(property.eligibleCosts);
  const sources = [
    ...(opened?.sources ?? []),
    ...writeSources(setting, path.sources, {
      place: `paths[${pathIndex}].sources`,
      id: path.id,
      borrower: OPERATOR,
      eligibleCosts: property.eligibleCosts,
    }),
  ];
  const plan = writeFundingPlan(setting, path.terms, {
    id: path.id,
    termsPath,
    borrower: OPERATOR,
    base: [
      ...propertyUses(property),
      { id: 'equipment', label: 'Matériel et outillage industriels', paid: equipment.paid },
      { id: 'irrecoverable-vat', label: 'TVA non récupérable', paid: vat.cost },
      { id: 'start-up', label: 'Déménagement et démarrage', paid: activity.startUpCosts },
      ...(opened?.uses ?? []),
    ],
    sources,
    vatOutstanding: vat.outstanding,
    cashWanted: 'project.openingCash',
    workingCapital: 'project.startUpWorkingCapital',
    ...(guaranteedBy === undefined ? {} : { guaranteed: { place, by: guaranteedBy } }),
  });

  const depreciation = depreciateBuilding(
    setting,
    property,
    sources,
    lots.tenant.length === 0 ? undefined : writeCostOfLots(property.setting, lots.tenant),
  );
  writeEquipmentDepreciation(property.setting, project.equipment);

  const tax = writeOperatorTax(setting, joined);
  return { plan, sources, close };

  function close(others: readonly Books[] = []): Deal {
    const company = closeCompany(setting, {
      id: OPERATOR,
      funding: { plan, planId: path.id, sources, vat, terms: path.terms, termsPath },
      tax,
      ...(opened === undefined ? {} : { allocation: opened.allocation }),
    });
    joined?.afterBooks(company, valuation);
    passVatOn(ledger);
    const partyFlows = writePartyFlows(ledger);
    const covenants = writeOwnerCovenants(setting, company, { valuation, existingDebt, renewal });

    const valueAtHorizon = calculation.once(
      'measure.value-at-horizon',
      'Valeur du site à l’horizon',
      at(valuation.value, horizon),
    );
    const { canon } = holding;
    // Before entry into service, the plan pays it.
    const { canonBeforeOpening } = property;
    const canonAfter =
      canon === undefined || canonBeforeOpening === undefined ? [] : [minus(canon, canonBeforeOpening)];
    const siteInBooks = calculation.monthly(
      'measure.site-in-books',
      'Valeur comptable du site',
      minus(
        plus(balanceOf(company.books, 'land'), balanceOf(company.books, 'building')),
        depreciation.cumulated,
      ),
    );
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
      property,
      lease: undefined,
      holding,
      valuation,
      premises: {
        running: calculation.monthly(
          'measure.premises-running',
          `Taxe foncière${canon === undefined ? '' : ', canon'} et charges de l’immeuble`,
          plus(holding.taxeFonciere, holding.charges, NO_MONEY, ...canonAfter),
        ),
        otherUses: calculation.monthly(
          'measure.equipment-and-start',
          'Matériel, déménagement et démarrage',
          plus(equipment.paid, activity.startUpCosts),
        ),
        keptAtHorizon: valueAtHorizon,
        unrealisedAtHorizon: minus(valueAtHorizon, at(siteInBooks, horizon)),
        occupancyOfYear: calculation.yearly(
          'measure.occupancy-of-year',
          `Taxe foncière${canon === undefined ? '' : ', canon'} et charges`,
          plus(
            sumOfYear(holding.taxeFonciere),
            sumOfYear(holding.charges),
            ...(canon === undefined ? [] : [sumOfYear(canon)]),
          ),
        ),
      },
      laws: [
        ...company.laws,
        writeLensesLaw(ledger, [company.books, ...others], partyFlows),
        ...(plan.guarantees === undefined ? [] : [plan.guarantees.law]),
      ],
      ...covenants,
      operatorCover: covenants.cover,
      partyFlows,
      exit: undefined,
      guarantees: plan.guarantees,
      investor: undefined,
      returns: [],
    };
  }
}
