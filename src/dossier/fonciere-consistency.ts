import { Decimal } from '../formula/decimal.ts';
import type { Dossier, FoncierePath, PathSource } from './dossier.ts';

/** Parties that every deal has and that are no public body. */
const PRIVATE: readonly string[] = ['operator', 'owners', 'bank', 'citizens'];

type Report = (path: string, message: string) => void;

/** Instruments that a whole vehicle issues for all its sites. */
const POOLED: readonly PathSource['kind'][] = [
  'titre-participatif',
  'subordinated-loan',
  'avance-remboursable',
];

/**
 * What no field of a foncière solidaire can see alone: votes that make one, colleges and lots told apart, who may bring
 * what, lots that are not financed twice.
 * @param known ids of the parties that may be named
 */
export function checkFoncieres(dossier: Dossier, known: ReadonlySet<string>, refuse: Report): void {
  dossier.paths.forEach((path, pathIndex) => {
    if (path.kind !== 'fonciere') return;
    const place = `paths[${pathIndex}]`;
    if (path.vehicle.siteShareOfFunds?.gt(1)) {
      refuse(
        `${place}.vehicle.siteShareOfFunds`,
        'un site ne reçoit pas plus que tous les fonds communs : écrivez 100 % au plus, ou laissez vide pour suivre la surface',
      );
    }
    checkColleges(path, place, known, refuse);
    checkLots(path, place, refuse);
    checkFunds(path, place, refuse);
  });
}

function twice(ids: readonly string[], place: (index: number) => string, refuse: Report): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index)
      refuse(place(index), `identifiant « ${id} » donné deux fois : changez l’un des deux`);
  });
}

function checkColleges(
  { colleges }: FoncierePath,
  place: string,
  known: ReadonlySet<string>,
  refuse: Report,
): void {
  if (colleges.length === 0) {
    refuse(`${place}.colleges`, 'aucun collège : une foncière a des associés, ajoutez-en un');
    return;
  }
  twice(
    colleges.map(({ id }) => id),
    (index) => `${place}.colleges[${index}].id`,
    refuse,
  );
  colleges.forEach((college, index) => {
    const at = `${place}.colleges[${index}]`;
    if (college.from !== 'operator' && !known.has(college.from)) {
      refuse(
        `${at}.from`,
        `partie « ${college.from} » inconnue : ajoutez-la à « parties » ou choisissez parmi ${['operator', ...known].join(', ')}`,
      );
    }
    if (college.category === 'authorities' && PRIVATE.includes(college.from)) {
      refuse(
        `${at}.from`,
        'un collège de collectivités reçoit des parts d’une collectivité : choisissez une partie publique, ou une autre catégorie',
      );
    }
    if (college.taxRelief && (college.category === 'authorities' || college.from === 'operator')) {
      refuse(
        `${at}.taxRelief`,
        'la réduction d’impôt est celle de personnes physiques : ni une collectivité ni l’entreprise n’y a droit ; répondez non',
      );
    }
  });
  const votes = colleges.reduce((sum, college) => sum.plus(college.votes), new Decimal(0));
  if (!votes.equals(1)) {
    refuse(
      `${place}.colleges`,
      `les voix des collèges font ${votes.times(100).toFixed().replace('.', ',')} % : elles doivent faire 100 %, corrigez-en une`,
    );
  }
}

function checkLots({ lots }: FoncierePath, place: string, refuse: Report): void {
  twice(
    lots.map(({ id }) => id),
    (index) => `${place}.lots[${index}].id`,
    refuse,
  );
  lots.forEach((lot, index) => {
    const cost = lot.price.plus(lot.works);
    const lent = cost.times(lot.loanShare).plus(lot.works.times(lot.grantShare));
    if (lent.gt(cost)) {
      refuse(
        `${place}.lots[${index}].loanShare`,
        'prêts et subventions dépassent le coût du lot : réduisez l’un ou l’autre',
      );
    }
  });
}

function checkFunds(path: FoncierePath, place: string, refuse: Report): void {
  path.pooledSources.forEach((source, index) => {
    const at = `${place}.pooledSources[${index}]`;
    if (!POOLED.includes(source.kind)) {
      refuse(
        `${at}.kind`,
        'fonds communs : titre participatif, prêt subordonné ou avance remboursable ; les parts sociales se saisissent dans les collèges, une subvention dans les ressources de ce site ou d’un lot, une bonification d’intérêts dans celles de ce site',
      );
    }
    if ('from' in source && source.from === 'operator') {
      refuse(`${at}.from`, 'l’entreprise n’apporte que des parts sociales : choisissez un autre financeur');
    }
  });
  path.sources.forEach((source, index) => {
    const at = `${place}.sources[${index}]`;
    if (source.kind === 'self-financing' || source.kind === 'own-funds') {
      refuse(
        `${at}.kind`,
        'le capital de la foncière se saisit dans ses collèges : retirez cette ressource, ou placez-la chez l’exploitant',
      );
    }
    if (source.kind === 'pret-d-honneur') {
      refuse(
        `${at}.kind`,
        'un prêt d’honneur va aux fondateurs, qui l’apportent à l’exploitant : placez-le dans les ressources de l’exploitant',
      );
    }
    if ('from' in source && source.from === 'operator') {
      refuse(`${at}.from`, 'l’entreprise n’apporte que des parts sociales : choisissez un autre financeur');
    }
  });
  const pooled = path.pooledSources.map(({ id }) => id);
  path.sources.forEach(({ id }, index) => {
    if (pooled.includes(id))
      refuse(
        `${place}.sources[${index}].id`,
        `identifiant « ${id} » déjà pris par les fonds communs : changez l’un des deux`,
      );
  });
  path.lease.steps.forEach((step, index) => {
    const before = path.lease.steps[index - 1];
    if (before !== undefined && step.months <= before.months) {
      refuse(
        `${place}.lease.steps[${index}].months`,
        `paliers dans le désordre : le mois ${step.months} ne suit pas le mois ${before.months} ; rangez-les`,
      );
    }
  });
}
