import { type AidRegister, writeAidRegister } from '../paths/aid-register.ts';
import type { MeasureSetting } from './measure-setting.ts';

/** The register of aids of a deal, and the two key figures that it gives. */
export function addAidMeasures({ deal, keep }: MeasureSetting): AidRegister {
  const register = writeAidRegister(deal);
  keep('grant-equivalent', register.total);
  // Who rents and fits out nothing has no cost of premises: no ceiling to stay under.
  const { works } = deal.setting.dossier.values.project;
  if (deal.property !== undefined || works.some(({ byTenant }) => byTenant))
    keep('aid-headroom', register.headroom);
  return register;
}
