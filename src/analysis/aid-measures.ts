import { total } from '../formula/build.ts';
import { type AidRegister, writeAidRegister } from '../paths/aid-register.ts';
import type { MeasureSetting } from './measure-setting.ts';

/** The register of aids of a deal, and the two key figures that it gives. */
export function addAidMeasures(measure: MeasureSetting): AidRegister {
  const { deal, keep } = measure;
  const register = writeAidRegister(deal);
  keep('grant-equivalent', register.total);
  // Who rents and fits out nothing has no cost of premises: no ceiling to stay under.
  const { works } = deal.setting.dossier.values.project;
  if (deal.property !== undefined || works.some(({ byTenant }) => byTenant))
    keep('aid-headroom', register.headroom);
  for (const { id, label, drawn } of publicTranches(measure)) {
    keep(id, deal.setting.calculation.once(`measure.${id}`, `${label} : versé en tout`, total(drawn)));
  }
  return register;
}

/**
 * The tranches of a contrat à impact that public parties pay, for the record of the register: they pay a programme, whose
 * costs are not those of the premises, and no rate of reference prices money lost when results fail.
 */
export function publicTranches({ deal }: Pick<MeasureSetting, 'deal'>) {
  const { impact, setting } = deal;
  return (impact?.programme.tranches ?? []).flatMap(({ label, from }, index) => {
    const drawn = impact?.flows[index]?.drawn;
    const isPublic = (setting.ledger.parties.get(from)?.side ?? 'private') !== 'private';
    return drawn === undefined || !isPublic ? [] : [{ id: `aid.tranche-${index + 1}`, label, from, drawn }];
  });
}
