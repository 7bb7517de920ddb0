import { constant, plus, total } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { additionsTo } from '../ledger/books.ts';
import { writeEquipmentDepreciation, writeGrantRelease } from '../property/depreciation.ts';
import { type InvestmentVat, writeInvestmentVat } from '../property/investment-vat.ts';
import { TENANT_WORKS, writeEquipment, writeWorks } from '../property/works.ts';
import type { MonthlyMoney } from './company.ts';
import type { Source, Use } from './funding-plan-rows.ts';
import { OPERATOR } from './operating-company.ts';
import { propertySetting, worksByPayer } from './property-project.ts';
import type { PathSetting } from './setting.ts';

/** What an enterprise that rents still pays for: its own fitting-out, machines, move. */
export interface TenantProject {
  readonly uses: readonly Use[];
  readonly vat: InvestmentVat;
  readonly equipmentPaid: MonthlyMoney;
  /** Fitting-out and fees: what grants usually count. */
  readonly eligibleCosts: Line<'money', 'once', 'defined'>;
  /** Writes depreciation and release of grants, once everything has been posted. */
  readonly depreciate: (sources: readonly Source[]) => void;
}

/**
 * Writes the works marked « preneur » and the equipment of an enterprise that rents its premises.
 * @param stay months after which it leaves the fitting-out behind; none when it stays
 */
export function writeTenantProject(
  setting: PathSetting,
  stay?: Formula<'months', 'once', 'defined'>,
): TenantProject {
  const { calculation, ledger, dossier } = setting;
  const { operator, project } = dossier.values;
  const property = propertySetting(setting, OPERATOR);
  const lots = worksByPayer(setting).tenant;
  const works = lots.length === 0 ? undefined : writeWorks(property, lots, TENANT_WORKS);
  const equipment = writeEquipment(property, project.equipment.length);
  const paid = works === undefined ? [] : [works.worksPaid, works.contingenciesPaid, works.feesPaid];
  const vat = writeInvestmentVat(property, [...paid, equipment.paid], {
    recoverable: operator.subjectToVat,
    refundLagMonths: project.vatRefundLagMonths,
    id: 'tenant-vat',
    costNature: 'tenant-irrecoverable-vat',
  });
  const use = (id: string, label: string, line: MonthlyMoney): Use => ({ id, label, paid: line });
  return {
    uses: [
      ...(works === undefined
        ? []
        : [
            use('works', 'Travaux', works.worksPaid),
            use('fees', 'Honoraires de maîtrise d’œuvre', works.feesPaid),
            use('contingencies', 'Aléas', works.contingenciesPaid),
          ]),
      use('equipment', 'Matériel et outillage industriels', equipment.paid),
      use('irrecoverable-vat', 'TVA non récupérable', vat.cost),
    ],
    vat,
    equipmentPaid: equipment.paid,
    eligibleCosts: calculation.once(
      'tenant-works.eligible',
      'Travaux du preneur et honoraires hors taxes',
      works === undefined ? constant(0, 'money') : plus(works.amount, works.fees),
    ),
    depreciate: (sources) => {
      const fittings =
        works === undefined && operator.subjectToVat
          ? undefined
          : {
              cost: calculation.once(
                'tenant-works.cost',
                'Agencements à amortir',
                total(additionsTo(ledger, OPERATOR, 'fittings')),
              ),
              ...(stay === undefined ? {} : { stay }),
            };
      const depreciation = writeEquipmentDepreciation(property, project.equipment, fittings);
      const grants = sources.filter((source) => source.category === 'grant').map((source) => source.received);
      if (grants.length === 0) return;
      writeGrantRelease(
        property,
        grants,
        {
          cumulated: depreciation.cumulated,
          cost: calculation.once(
            'tenant-works.depreciated',
            'Matériel et agencements à amortir',
            plus(equipment.amount, ...(fittings === undefined ? [] : [fittings.cost])),
          ),
        },
        'operator-grants',
      );
    },
  };
}
