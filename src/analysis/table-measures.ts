import { dividedBy, endOfYear, largest, sumOfYear, total } from '../formula/build.ts';
import type { MeasureSetting } from './measure-setting.ts';

/** Lines that the tables show and nobody else reads: shares of the plan, the loan and the parties by year. */
export function addTableMeasures(measure: MeasureSetting): void {
  const { deal, keep } = measure;
  const { setting } = deal;
  const { plan } = deal.borrower;
  const { calculation } = setting;

  for (const [side, rows, whole] of [
    ['use', plan.uses, plan.totalUses],
    ['source', plan.sources, plan.totalSources],
  ] as const) {
    for (const row of [...rows, { id: 'total', label: 'Total', line: whole }]) {
      keep(
        `share.${side}.${row.id}`,
        calculation.once(
          `measure.share.${side}.${row.id}`,
          `${row.label}, part du total`,
          dividedBy(row.line, whole),
        ),
      );
    }
  }
  keep(
    'vat-to-prefinance',
    calculation.once(
      'measure.vat-to-prefinance',
      'TVA sur investissements à préfinancer',
      total(deal.borrower.vat.refunded),
    ),
  );
  keep(
    'bridge-peak',
    calculation.once(
      'measure.bridge-peak',
      'Relais TVA et subventions, au plus haut',
      largest(plan.bridgeBalance),
    ),
  );
  const { loan } = plan;
  for (const [id, label, line] of [
    ['loan.drawn', 'Tirages du prêt', loan.drawn],
    ['loan.interest', 'Intérêts du prêt', loan.interest],
    ['loan.principal', 'Amortissement du prêt', loan.principal],
    ['loan.payment', 'Annuité du prêt', loan.payment],
  ] as const) {
    keep(id, calculation.yearly(`measure.${id}`, label, sumOfYear(line)));
  }
  keep(
    'loan.closing',
    calculation.yearly(
      'measure.loan.closing',
      'Capital restant dû à la fin de l’exercice',
      endOfYear(loan.closing),
    ),
  );
  keep(
    'loan.opening',
    calculation.yearly(
      'measure.loan.opening',
      'Capital restant dû au début de l’exercice',
      endOfYear(loan.closing, -1),
    ),
  );
  if (deal.lease !== undefined && deal.vehicle !== undefined) {
    for (const [id, label, line] of [
      ['lease.rent', 'Loyers encaissés', deal.lease.rentDue],
      ['lease.recharged', 'Charges et taxe foncière refacturées', deal.lease.recharged],
      ['lease.charges', 'Charges de l’immeuble', deal.holding.charges],
      ['lease.taxe-fonciere', 'Taxe foncière', deal.holding.taxeFonciere],
      ['lease.fees', 'Frais de gestion et de la société', calculation.line('sci.fees')],
      ['dividends.operator', 'Distributions à l’exploitant', calculation.line('sci.dividends.operator')],
      ['dividends.investor', 'Distributions à l’investisseur', calculation.line('sci.dividends.investor')],
    ] as const) {
      keep(
        id,
        calculation.yearly(`measure.by-year.${id}`, label, sumOfYear(line as typeof deal.holding.charges)),
      );
    }
    keep('lease.net', calculation.line('sci.net-rents'));
    keep('lease.repairs', calculation.line('sci.repairs-endowment'));
  }
  for (const party of deal.partyFlows.values()) {
    keep(`${party.id}.year`, calculation.yearly(`${party.id}.year`, party.label, sumOfYear(party)));
  }
}
