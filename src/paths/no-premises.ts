import type { LoanTerms, PathDescription, PathSource } from '../dossier/dossier.ts';
import type { Joined, OpenDeal } from './open-deal.ts';
import { writeOperatingCompany } from './operating-company.ts';
import type { PathSetting } from './setting.ts';
import { openTenantDeal } from './tenant-deal.ts';
import { writeTenantProject } from './tenant-project.ts';

/**
 * The enterprise of a deal without site: it stays where it is and finances its machines, the fitting-out marked
 * « preneur », its start-up and its opening cash. Its books are still open.
 * @param place of the path in the dossier: `paths[0]`
 */
export function openWithoutPremises(
  setting: PathSetting,
  place: string,
  path: PathDescription & { readonly sources: readonly PathSource[]; readonly terms: LoanTerms },
  joined?: Joined,
): OpenDeal {
  const enterprise = writeOperatingCompany(setting);
  const project = writeTenantProject(setting);
  enterprise.writeVat({ charges: [], alreadyPosted: [] });
  return openTenantDeal(setting, {
    path,
    place,
    enterprise,
    project,
    joined,
    uses: [{ id: 'start-up', label: 'Démarrage', paid: enterprise.activity.startUpCosts }],
    writePremises: () => ({
      lease: undefined,
      holding: undefined,
      valuation: undefined,
      premises: undefined,
    }),
  });
}
