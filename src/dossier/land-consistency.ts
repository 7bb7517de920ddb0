import type { Dossier } from './dossier.ts';
import { monthsBetween } from './months.ts';
import { buysSite } from './sources.ts';

type Report = (path: string, message: string) => void;

/** How the land is held: what no field of the site can see alone. */
export function checkLand(dossier: Dossier, known: ReadonlySet<string>, refuse: Report): void {
  const { site, signature } = dossier;
  if (site === null) return;
  checkLandLease(dossier, refuse);
  if (site.carrying !== null) {
    const { purchaseMonth, buyer } = site.carrying;
    const resale = monthsBetween(signature, site.purchaseDate);
    if (purchaseMonth > resale) {
      refuse(
        'site.carrying.purchaseMonth',
        `l’EPF achèterait au mois ${purchaseMonth}, après avoir revendu (mois ${resale}, date d’achat du site) : avancez son achat ou repoussez la date d’achat du site`,
      );
    }
    if (buyer !== null && !known.has(buyer)) {
      refuse(
        'site.carrying.buyer',
        `partie « ${buyer} » inconnue : ajoutez-la à « parties » ou laissez le champ vide`,
      );
    }
  }
}

/** A lease that ends before what hangs on it: the calculation, the loans that it secures. */
function checkLandLease(dossier: Dossier, refuse: Report): void {
  const { site, signature, project, horizonYears } = dossier;
  const lease = site?.landLease;
  if (site === null || lease == null) return;
  if (site.carrying !== null) {
    refuse(
      'site.carrying',
      'un site porté par un EPF est revendu, un site en bail de longue durée ne l’est pas : gardez l’un des deux',
    );
  }
  const monthsAfterLease = monthsBetween(signature, site.purchaseDate) + lease.years * 12;
  if (monthsAfterLease <= horizonYears * 12) {
    refuse(
      'site.landLease.years',
      `le bail (${lease.years} ans) finit avant l’horizon d’étude (${horizonYears} ans) : allongez le bail ou rapprochez l’horizon`,
    );
  }
  const opening = monthsBetween(signature, project.opening);
  dossier.paths.forEach((path, index) => {
    if (!buysSite(path)) return;
    const { payments, paymentsPerYear } = path.terms;
    if (opening + (payments * 12) / paymentsPerYear > monthsAfterLease) {
      refuse(
        `paths[${index}].terms.payments`,
        `le prêt dure plus longtemps que le bail (${lease.years} ans), qui lui sert de gage : réduisez le nombre d’échéances ou allongez le bail`,
      );
    }
    if (path.kind === 'sci' && (path.exit.year + path.exit.refinancingYears) * 12 > monthsAfterLease) {
      refuse(
        `paths[${index}].exit.refinancingYears`,
        `le prêt de refinancement dure plus longtemps que le bail (${lease.years} ans) : raccourcissez-le ou avancez la sortie`,
      );
    }
  });
}
