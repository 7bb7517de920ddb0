import { dividedBy, endOfYear, largest, sumOfYear, total } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { Company } from '../paths/company.ts';
import type { MeasureSetting } from './measure-setting.ts';

/** Lines that the tables show and nobody else reads: shares of the plans, the loans and the parties by year. */
export function addTableMeasures(measure: MeasureSetting): void {
  const { deal, keep } = measure;
  const { setting } = deal;
  const { plan } = deal.borrower;
  const { calculation } = setting;
  for (const company of deal.companies)
    keepPlan(measure, company, company === deal.borrower ? '' : `${company.id}.`);
  keepSchedule(measure, 'loan', plan.loan);
  if (deal.vehicle !== undefined) keepSchedule(measure, 'operator.loan', deal.operator.plan.loan);
  const refinancing = deal.exit?.refinancing;
  if (refinancing !== undefined) keepSchedule(measure, 'refinancing.loan', refinancing);
  const { holding } = deal;
  if (deal.lease !== undefined && deal.vehicle !== undefined && holding !== undefined) {
    for (const [id, label, line] of [
      ['lease.rent', 'Loyers encaissés', deal.lease.rentDue],
      ['lease.recharged', 'Charges et taxe foncière refacturées', deal.lease.recharged],
      ['lease.charges', 'Charges de l’immeuble', holding.charges],
      ['lease.taxe-fonciere', 'Taxe foncière', holding.taxeFonciere],
      ...(holding.canon === undefined
        ? []
        : ([['lease.canon', 'Canon du bail de longue durée', holding.canon]] as const)),
      ['lease.fees', 'Frais de gestion et de la société', calculation.line(`${deal.vehicle.id}.fees`)],
      ...distributionsOf(measure),
    ] as const) {
      keep(id, calculation.yearly(`measure.by-year.${id}`, label, sumOfYear(line as typeof holding.charges)));
    }
    keep('lease.net', calculation.line(`${deal.vehicle.id}.net-rents`));
    keep('lease.repairs', calculation.line(`${deal.vehicle.id}.repairs-endowment`));
  }
  for (const party of deal.partyFlows.values()) {
    keep(`${party.id}.year`, calculation.yearly(`${party.id}.year`, party.label, sumOfYear(party)));
  }
}

/** What the vehicle pays its associates: dividends of a SCI, interest and redeemed shares of a foncière. */
function distributionsOf({ deal }: MeasureSetting): (readonly [string, string, Line])[] {
  const { calculation } = deal.setting;
  // A group tells the dividends of each of its companies in a table of its own.
  if (deal.group !== undefined) return [];
  if (deal.fonciere === undefined) {
    return [
      ['dividends.operator', 'Distributions à l’exploitant', calculation.line('sci.dividends.operator')],
      ['dividends.investor', 'Distributions à l’investisseur', calculation.line('sci.dividends.investor')],
    ];
  }
  const { redemption } = deal.fonciere.shares;
  return [
    ['members.interest', 'Intérêts aux parts versés', calculation.line('fonciere.share-interest.paid')],
    ...(redemption === undefined
      ? []
      : [['members.redeemed', 'Parts sociales remboursées', redemption.paid] as const]),
  ];
}

/** A loan by fiscal year. */
function keepSchedule({ deal, keep }: MeasureSetting, prefix: string, loan: Company['plan']['loan']): void {
  const { calculation } = deal.setting;
  for (const [id, label, line] of [
    ['drawn', 'Tirages du prêt', loan.drawn],
    ['interest', 'Intérêts du prêt', loan.interest],
    ['principal', 'Amortissement du prêt', loan.principal],
    ['payment', 'Annuité du prêt', loan.payment],
  ] as const) {
    keep(`${prefix}.${id}`, calculation.yearly(`measure.${prefix}.${id}`, label, sumOfYear(line)));
  }
  keep(
    `${prefix}.closing`,
    calculation.yearly(
      `measure.${prefix}.closing`,
      'Capital restant dû à la fin de l’exercice',
      endOfYear(loan.closing),
    ),
  );
  keep(
    `${prefix}.opening`,
    calculation.yearly(
      `measure.${prefix}.opening`,
      'Capital restant dû au début de l’exercice',
      endOfYear(loan.closing, -1),
    ),
  );
}

/** Of a plan: the share of each row, and what it says for the record. */
function keepPlan({ deal, keep }: MeasureSetting, { plan, vat }: Company, prefix: string): void {
  const { calculation } = deal.setting;
  for (const [side, rows, whole] of [
    ['use', plan.uses, plan.totalUses],
    ['source', plan.sources, plan.totalSources],
  ] as const) {
    for (const row of [...rows, { id: 'total', label: 'Total', line: whole }]) {
      const id = `${prefix}share.${side}.${row.id}`;
      keep(id, calculation.once(`measure.${id}`, `${row.label}, part du total`, dividedBy(row.line, whole)));
    }
  }
  keep(
    `${prefix}vat-to-prefinance`,
    calculation.once(
      `measure.${prefix}vat-to-prefinance`,
      'TVA sur investissements à préfinancer',
      total(vat.refunded),
    ),
  );
  keep(
    `${prefix}bridge-peak`,
    calculation.once(
      `measure.${prefix}bridge-peak`,
      'Relais TVA et subventions, au plus haut',
      largest(plan.bridgeBalance),
    ),
  );
}
