import { Decimal } from '../formula/decimal.ts';
import type { Dossier, EsusHoldingPath } from './dossier.ts';
import { checkExitYear } from './exit-consistency.ts';
import { monthsBetween } from './months.ts';

type Report = (path: string, message: string) => void;

/** The party of a holding: a subsidiary may be funded by it. */
const HOLDING = 'esus-holding';
/** Names that the plan keeps for shares and bonds. */
const OWN_SOURCES = /^(founder|round|bond)-\d/;

/**
 * What no field of a path whose capital opens can see alone: parties that exist, money called before entry into
 * service, prices not under the nominal, votes that make one, an exit after entry and within the horizon, limits of
 * return in order, a holding that has somebody to open its capital.
 * @param known parties that the dossier may name
 */
export function checkGroups(dossier: Dossier, known: ReadonlySet<string>, refuse: Report): void {
  const opening = monthsBetween(dossier.signature, dossier.project.opening);
  dossier.paths.forEach((path, pathIndex) => {
    if (path.kind !== 'esus-holding') return;
    const place = `paths[${pathIndex}]`;
    checkParties(path, place, known, refuse);
    checkRounds(path, place, opening, refuse);
    checkBonds(path, place, opening, refuse);
    checkExit(path, place, opening, dossier.horizonYears, refuse);
    checkEntry(dossier, path, place, refuse);
  });
}

function checkParties(
  path: EsusHoldingPath,
  place: string,
  known: ReadonlySet<string>,
  refuse: Report,
): void {
  const check = (party: string, at: string) => {
    if (known.has(party)) return;
    refuse(
      at,
      `partie « ${party} » inconnue : ajoutez-la à « parties » ou choisissez parmi ${[...known].join(', ')}`,
    );
  };
  for (const [index, { from }] of path.founders.entries()) check(from, `${place}.founders[${index}].from`);
  for (const [round, { subscriptions, votes }] of path.rounds.entries()) {
    for (const [index, { from }] of subscriptions.entries()) {
      check(from, `${place}.rounds[${round}].subscriptions[${index}].from`);
    }
    for (const [index, { from }] of votes.entries()) {
      check(from, `${place}.rounds[${round}].votes[${index}].from`);
    }
  }
  for (const [index, { from }] of path.bonds.entries()) check(from, `${place}.bonds[${index}].from`);
  check(path.exit.buyer, `${place}.exit.buyer`);
  const twice = (ids: readonly string[], at: (index: number) => string) => {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index)
        refuse(at(index), `identifiant « ${id} » donné deux fois : changez l’un des deux`);
    });
  };
  twice(
    path.bonds.map(({ id }) => id),
    (index) => `${place}.bonds[${index}].id`,
  );
  twice(
    path.subsidiaries.map(({ id }) => id),
    (index) => `${place}.subsidiaries[${index}].id`,
  );
  path.subsidiaries.forEach(({ id }, index) => {
    if (!known.has(`filiale-${id}`)) return;
    refuse(
      `${place}.subsidiaries[${index}].id`,
      `une partie s’appelle déjà « filiale-${id} » : changez l’un des deux identifiants`,
    );
  });
  path.sources.forEach(({ id }, index) => {
    if (!OWN_SOURCES.test(id)) return;
    refuse(`${place}.sources[${index}].id`, `identifiant « ${id} » réservé : choisissez-en un autre`);
  });
}

function checkRounds(path: EsusHoldingPath, place: string, opening: number, refuse: Report): void {
  const { nominal } = path.vehicle;
  path.rounds.forEach((round, index) => {
    const at = `${place}.rounds[${index}]`;
    if (round.month > opening) {
      refuse(
        `${at}.month`,
        `tour au mois ${round.month}, après la mise en service (mois ${opening}) : avancez-le, le plan de financement s’arrête à la mise en service`,
      );
    }
    const before = path.rounds[index - 1];
    if (before !== undefined && round.month < before.month) {
      refuse(`${at}.month`, 'tours dans le désordre : rangez-les par date');
    }
    if (round.sharePrice.lt(nominal)) {
      refuse(
        `${at}.sharePrice`,
        `prix sous le nominal (${nominal.toFixed(2)} €) : une action ne s’émet pas en dessous ; relevez le prix ou baissez le nominal`,
      );
    }
    round.votes.forEach(({ from }, rank) => {
      if (round.votes.findIndex((vote) => vote.from === from) === rank) return;
      refuse(`${at}.votes[${rank}].from`, `« ${from} » vote deux fois : réunissez ses voix en une ligne`);
    });
    const votes = round.votes.reduce((sum, { share }) => sum.plus(share), new Decimal(0));
    if (round.votes.length > 0 && !votes.equals(1)) {
      refuse(`${at}.votes`, 'les parts de voix doivent faire 1 au total : corrigez-en une');
    }
  });
}

function checkBonds(path: EsusHoldingPath, place: string, opening: number, refuse: Report): void {
  path.bonds.forEach((bond, index) => {
    const at = `${place}.bonds[${index}]`;
    if (bond.callMonth > opening) {
      refuse(
        `${at}.callMonth`,
        `versement au mois ${bond.callMonth}, après la mise en service (mois ${opening}) : avancez-le, le plan de financement s’arrête à la mise en service`,
      );
    }
    if (bond.conversion === 'at-exit' && bond.repayment !== 'bullet') {
      refuse(
        `${at}.repayment`,
        'une obligation convertie à la sortie ne s’amortit pas avant : choisissez « in fine »',
      );
    }
    if (
      bond.conversion === 'at-exit' &&
      opening + (bond.payments * 12) / bond.paymentsPerYear < path.exit.year * 12
    ) {
      refuse(
        `${at}.payments`,
        `obligation échue avant la sortie (année ${path.exit.year}) : il ne resterait rien à convertir ; allongez-la ou avancez la sortie`,
      );
    }
  });
}

function checkExit(
  path: EsusHoldingPath,
  place: string,
  opening: number,
  horizonYears: number,
  refuse: Report,
): void {
  const { exit } = path;
  checkExitYear(exit.year, place, { opening, horizonYears }, refuse);
  const { floorAnnualRate: floor, capAnnualRate: cap } = exit;
  if (floor !== null && cap !== null && floor.gt(cap)) {
    refuse(
      `${place}.exit.floorAnnualRate`,
      'le rendement plancher dépasse le plafond : abaissez-le, ou relevez le plafond',
    );
  }
}

function checkEntry(dossier: Dossier, path: EsusHoldingPath, place: string, refuse: Report): void {
  const isSome = ({ amount }: { readonly amount: Decimal }) => !amount.isZero();
  const hasShares =
    path.founders.some(isSome) ||
    path.rounds.some(({ month, subscriptions }) => month === 0 && subscriptions.some(isSome));
  if (!hasShares) {
    refuse(
      `${place}.founders`,
      'aucun associé à la signature : ajoutez un associé d’origine ou un tour de capital au mois 0, sinon personne ne détient la société',
    );
  }
  if (path.entry === 'holding') {
    path.founders.forEach(({ brought }, index) => {
      if (brought === 'existing') {
        refuse(
          `${place}.founders[${index}].brought`,
          'une holding nouvelle n’a pas encore d’actions : choisissez un apport en numéraire ou de titres',
        );
      }
    });
    path.sources.forEach((source, index) => {
      const at = `${place}.sources[${index}].kind`;
      if (source.kind === 'self-financing') {
        refuse(
          at,
          'une holding nouvelle n’a pas de trésorerie : placez cet autofinancement dans les ressources de l’entreprise',
        );
      }
      if ('from' in source && source.from === 'operator') {
        refuse(
          at,
          'l’entreprise n’avance rien à sa holding ici : choisissez un autre financeur, ou faites-lui remonter des dividendes',
        );
      }
      if (source.kind === 'pret-d-honneur') {
        refuse(
          at,
          'un prêt d’honneur va aux fondateurs, qui l’apportent à l’entreprise : placez-le dans les ressources de l’entreprise',
        );
      }
      if (source.kind === 'own-funds') {
        refuse(
          at,
          'le capital de la holding se saisit dans « Associés d’origine » et « Tours de capital » : retirez cette ressource',
        );
      }
    });
    path.operatorSources.forEach((source, index) => {
      if ('from' in source && source.from === HOLDING && source.kind !== 'associate-account') {
        refuse(
          `${place}.operatorSources[${index}].kind`,
          'la holding n’avance à l’entreprise qu’en compte courant d’associé ou en capital',
        );
      }
    });
    return;
  }
  path.founders.forEach(({ brought }, index) => {
    if (brought === 'in-kind') {
      refuse(
        `${place}.founders[${index}].brought`,
        'sans holding, personne n’apporte de titres de filiales : choisissez « actions déjà émises » ou « numéraire »',
      );
    }
  });
  if (path.subsidiaries.length > 0) {
    refuse(
      `${place}.subsidiaries`,
      'sans holding, l’entreprise n’a pas de filiale ici : retirez-les, ou choisissez l’entrée par une holding',
    );
  }
  const existing = path.founders
    .filter(({ brought }) => brought === 'existing')
    .reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
  if (!existing.isZero() && !existing.equals(dossier.operator.openingCapital)) {
    refuse(
      `${place}.founders`,
      `les actions déjà émises (${existing.toFixed(2)} €) ne font pas le capital au bilan d’ouverture (${dossier.operator.openingCapital.toFixed(2)} €) : corrigez l’un des deux`,
    );
  }
}
