import type { Dossier } from './dossier.ts';
import { monthsBetween } from './months.ts';
import { buysSite, sourceLists } from './sources.ts';

type Report = (path: string, message: string) => void;

function inYears(years: number): string {
  return `${years} an${years > 1 ? 's' : ''}`;
}

/** How the land is held: what no field of the site can see alone. */
export function checkLand(dossier: Dossier, known: ReadonlySet<string>, refuse: Report, warn: Report): void {
  checkPremises(dossier, known, refuse, warn);
  const { site, signature } = dossier;
  if (site === null) return;
  warnWorksTwice(dossier, warn);
  checkLandLease(dossier, refuse);
  checkInstalments(dossier, refuse);
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
      `le bail (${inYears(lease.years)}) finit avant l’horizon d’étude (${inYears(horizonYears)}) : allongez le bail ou rapprochez l’horizon`,
    );
  }
  const opening = monthsBetween(signature, project.opening);
  dossier.paths.forEach((path, index) => {
    if (!buysSite(path)) return;
    const { payments, paymentsPerYear } = path.terms;
    if (opening + (payments * 12) / paymentsPerYear > monthsAfterLease) {
      refuse(
        `paths[${index}].terms.payments`,
        `le prêt dure plus longtemps que le bail (${inYears(lease.years)}), qui lui sert de gage : réduisez le nombre d’échéances ou allongez le bail`,
      );
    }
    if (path.kind === 'sci' && (path.exit.year + path.exit.refinancingYears) * 12 > monthsAfterLease) {
      refuse(
        `paths[${index}].exit.refinancingYears`,
        `le prêt de refinancement dure plus longtemps que le bail (${inYears(lease.years)}) : raccourcissez-le ou avancez la sortie`,
      );
    }
  });
}

/** Premises built by a local authority, or occupied for a time: variants of the market rent, one at a time. */
function checkPremises(dossier: Dossier, known: ReadonlySet<string>, refuse: Report, warn: Report): void {
  const { signature, project, horizonYears } = dossier;
  const opening = monthsBetween(signature, project.opening);
  dossier.paths.forEach((path, index) => {
    if (path.kind !== 'market-rent') return;
    const place = `paths[${index}]`;
    const { turnkey, temporary } = path;
    if (turnkey !== null && !known.has(turnkey.from)) {
      refuse(
        `${place}.turnkey.from`,
        `partie « ${turnkey.from} » inconnue : ajoutez la collectivité à « parties »`,
      );
    }
    if (temporary === null) return;
    if (turnkey !== null) {
      refuse(
        `${place}.temporary`,
        'une occupation temporaire précède un bail au marché, non un atelier-relais : gardez l’un des deux',
      );
    }
    if (opening + temporary.months >= horizonYears * 12) {
      refuse(
        `${place}.temporary.months`,
        `l’occupation finit après l’horizon d’étude (${inYears(horizonYears)}) : raccourcissez-la ou allongez l’horizon`,
      );
    }
    const hasWorks = project.works.some(({ byTenant, amount }) => byTenant && amount.gt(0));
    if (hasWorks && project.tenantWorksYears * 12 > temporary.months) {
      warn(
        `${place}.temporary.months`,
        `des travaux du preneur prévus pour ${project.tenantWorksYears} ans seraient perdus au bout de ${temporary.months} mois : une occupation temporaire ne convient pas à des investissements lourds ; ils sont amortis sur l’occupation`,
      );
    }
  });
}

/** A price paid by instalments is that of the site, to who sells it, from the day of the sale. */
function checkInstalments(dossier: Dossier, refuse: Report): void {
  const { site, signature } = dossier;
  if (site === null) return;
  const sale = monthsBetween(signature, site.purchaseDate);
  for (const { place, sources, pathIndex } of sourceLists(dossier)) {
    const path = dossier.paths[pathIndex];
    sources.forEach((source, index) => {
      if (source.kind !== 'instalment-sale' || path === undefined) return;
      const at = `${place}[${index}]`;
      const buys = buysSite(path) && place === `paths[${pathIndex}].sources`;
      if (!buys || site.landLease !== null || site.carrying !== null) {
        refuse(
          `${at}.kind`,
          'un prix payé à terme suppose un site acheté à son vendeur par cette société : retirez cette ressource, ou le bail, ou le portage',
        );
        return;
      }
      if (source.from !== 'land-owner') {
        refuse(
          `${at}.from`,
          `« ${source.from} » ne vend pas le site : écrivez land-owner, et nommez cette partie dans « parties »`,
        );
      }
      if (source.amount.gt(site.price)) {
        refuse(`${at}.amount`, 'la part payée à terme dépasse le prix du site : réduisez-la');
      }
      if (source.callMonth !== sale) {
        refuse(`${at}.callMonth`, `le site est acheté au mois ${sale} : écrivez ce mois`);
      }
    });
  }
}

/** Works that an EPF does before it sells, by the name that a lot of the project would give them. */
const GROUND_WORKS = /démol|déconstr|dépoll|désamiant/i;

/** Demolition or clean-up paid by the EPF and again by the project: the price of resale has it already. */
function warnWorksTwice({ site, project }: Dossier, warn: Report): void {
  if (site?.carrying == null || site.carrying.works.isZero()) return;
  project.works.forEach(({ label, amount }, index) => {
    if (amount.isZero() || !GROUND_WORKS.test(label)) return;
    warn(
      `project.works[${index}].amount`,
      `« ${label} » : l’EPF fait déjà des travaux de ce genre, compris dans son prix de revente ; vérifiez qu’ils ne sont pas comptés deux fois`,
    );
  });
}
