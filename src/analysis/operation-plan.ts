import {
  dividedBy,
  minus,
  NO_MONEY,
  plus,
  roundedToCents,
  sumOfTerms,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { MeasureSetting } from './measure-setting.ts';

/** Uses that bear VAT in full, by id. */
const TAXED_USES = [
  'works',
  'fees',
  'contingencies',
  'tenant-works',
  'tenant-fees',
  'tenant-contingencies',
  'equipment',
  'start-up',
];

/**
 * The « prévisionnel de l'opération » of a public deliberation: each use before and with VAT, each source with its share.
 * VAT of a use is the rate on its taxed part, rounded once: the bills of each month may differ by a few cents.
 */
export function addOperationPlan(measure: MeasureSetting): void {
  const { deal, keep } = measure;
  const { calculation, assume, dossier } = deal.setting;
  const { plan, property } = deal;
  const rate = assume('project.vatRate', 'ratio');
  const once = (id: string, label: string, formula: Formula<'money', 'once', 'defined'>) =>
    keep(`operation.${id}`, calculation.once(`measure.operation.${id}`, label, formula));

  const taxedPart = (id: string, line: Line<'money', 'once', 'defined'>) => {
    if (TAXED_USES.includes(id)) return line;
    if (id === 'land' || id === 'building') return dossier.values.site?.newBuilding ? line : NO_MONEY;
    const [emoluments] = property?.purchase.taxable ?? [];
    return id === 'acquisition-costs' && emoluments !== undefined ? total(emoluments) : NO_MONEY;
  };
  const withTax = plan.uses.map(({ id, label, line }) =>
    once(
      `use.${id}`,
      `${label}, TTC`,
      // VAT that is never recovered stands in each use once tax is included.
      id === 'irrecoverable-vat'
        ? minus(line, line)
        : plus(line, roundedToCents(times(taxedPart(id, line), rate))),
    ),
  );
  once('uses', 'Total des besoins, TTC', sumOfTerms(withTax));
  for (const [side, rows, whole] of [
    ['use', plan.uses, plan.totalUses],
    ['source', plan.sources, plan.totalSources],
  ] as const) {
    for (const { id, label, line } of [...rows, { id: 'total', label: 'Total', line: whole }]) {
      keep(
        `operation.share.${side}.${id}`,
        calculation.once(
          `measure.operation.share.${side}.${id}`,
          `${label}, part du total`,
          dividedBy(line, whole),
        ),
      );
    }
  }
}
