import type { Dossier } from './dossier.ts';
import { monthsBetween } from './months.ts';

type Report = (path: string, message: string) => void;

/** How the land is held: what no field of the site can see alone. */
export function checkLand(dossier: Dossier, known: ReadonlySet<string>, refuse: Report): void {
  const { site, signature } = dossier;
  if (site === null) return;
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
