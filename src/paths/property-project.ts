import type { Site } from '../dossier/dossier.ts';
import { plus } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import { type Holding, type Valuation, writeHolding, writeValuation } from '../property/holding.ts';
import { type InvestmentVat, writeInvestmentVat } from '../property/investment-vat.ts';
import { type Purchase, writePurchase } from '../property/purchase.ts';
import type { PropertySetting } from '../property/setting.ts';
import { type Equipment, type Works, writeEquipment, writeWorks } from '../property/works.ts';
import type { PathSetting } from './setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

/** The project bought and built, whoever finances it. */
export interface PropertyProject {
  readonly setting: PropertySetting;
  readonly purchase: Purchase;
  readonly works: Works;
  readonly equipment: Equipment;
  readonly vat: InvestmentVat;
  readonly holding: Holding;
  readonly valuation: Valuation;
  /** Works and fees: what grants usually count. */
  readonly eligibleCosts: Line<'money', 'once', 'defined'>;
}

/** Writes purchase, works, equipment, their VAT, holding costs and value of a site bought by one company. */
export function writePropertyProject(path: PathSetting, owner: string, site: Site): PropertyProject {
  const { dossier, calculation, ledger, assume } = path;
  const { project, operator, lawDate } = dossier.values;
  const setting: PropertySetting = {
    calculation,
    ledger,
    owner,
    assume,
    lawDate,
    purchase: path.purchase,
    worksStart: path.worksStart,
    worksEnd: path.worksEnd,
    opening: path.opening,
  };
  const purchase = writePurchase(setting, site);
  const works = writeWorks(setting, project.works);
  const equipment = writeEquipment(setting, project.equipment.length);
  const taxable: MonthlyMoney[] = [
    ...purchase.taxable,
    works.worksPaid,
    works.contingenciesPaid,
    works.feesPaid,
    equipment.paid,
  ];
  const vat = writeInvestmentVat(setting, taxable, {
    recoverable: operator.subjectToVat,
    refundLagMonths: project.vatRefundLagMonths,
  });
  const holding = writeHolding(setting);
  return {
    setting,
    purchase,
    works,
    equipment,
    vat,
    holding,
    valuation: writeValuation(setting, holding),
    eligibleCosts: calculation.once(
      'works.eligible',
      'Travaux et honoraires hors taxes',
      plus(works.amount, works.fees),
    ),
  };
}
