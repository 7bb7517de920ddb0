import { Decimal } from '../formula/decimal.ts';
import type { Problem } from '../input/problem.ts';
import { checkBrownfields } from './brownfield-consistency.ts';
import type { Dossier } from './dossier.ts';
import { checkDurations } from './duration-consistency.ts';
import { checkFoncieres } from './fonciere-consistency.ts';
import { checkGifts } from './gift-consistency.ts';
import { checkGroups } from './group-consistency.ts';
import { checkGuarantees } from './guarantee-consistency.ts';
import { checkLand } from './land-consistency.ts';
import { descriptionAt, valueAt } from './location.ts';
import { frenchDate, monthsBetween } from './months.ts';
import { checkOperator } from './operator-consistency.ts';
import { checkProgramme } from './programme-consistency.ts';
import { checkSci } from './sci-consistency.ts';
import { isOutsidePlan, loanTermsOf, sourceLists } from './sources.ts';
import { checkStateAid } from './state-aid.ts';

interface Findings {
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

type Report = (path: string, message: string) => void;

function checkDates(dossier: Dossier, refuse: Report): void {
  const { site, project } = dossier;
  const order: readonly (readonly [string, string, string])[] = [
    ['signature', dossier.signature, 'la signature'],
    ...(site === null ? [] : [['site.purchaseDate', site.purchaseDate, 'l’achat'] as const]),
    ['project.worksStart', project.worksStart, 'le début des travaux'],
    ['project.worksEnd', project.worksEnd, 'la fin des travaux'],
    ['project.opening', project.opening, 'la mise en service'],
  ];
  for (const [index, [path, date, name]] of order.entries()) {
    const before = order[index - 1];
    if (before === undefined || monthsBetween(before[1], date) >= 0) continue;
    refuse(
      path,
      `dates dans le désordre : ${name} (${frenchDate(date)}) précède ${before[2]} (${frenchDate(before[1])}) ; écrivez une date du même mois ou plus tard`,
    );
  }
  const opening = monthsBetween(dossier.signature, project.opening);
  if (opening > 120) {
    refuse(
      'project.opening',
      'mise en service plus de dix ans après la signature : rapprochez les deux dates',
    );
  }
  if (opening >= dossier.horizonYears * 12) {
    refuse(
      'horizonYears',
      `l’horizon (${dossier.horizonYears} an${dossier.horizonYears > 1 ? 's' : ''}) finit avant la mise en service (mois ${opening}) : allongez-le`,
    );
  }
}

function checkPurchase(dossier: Dossier, refuse: Report): void {
  if (dossier.site?.newBuilding && dossier.site.commitmentToBuild) {
    refuse(
      'site.commitmentToBuild',
      'un achat porte sur un bâtiment neuf ou sur un terrain à construire, pas les deux : écrivez false pour l’un',
    );
  }
}

function checkShares(dossier: Dossier, refuse: Report): void {
  const sum = (shares: readonly Decimal[]) =>
    shares.reduce((total, share) => total.plus(share), new Decimal(0));
  const { components } = dossier.project;
  if (components.length > 0 && !sum(components.map((component) => component.share)).equals(1)) {
    refuse('project.components', 'les parts des composants doivent faire 1 au total : corrigez-en une');
  }
  for (const { place, sources } of sourceLists(dossier)) {
    sources.forEach((source, index) => {
      if (source.kind !== 'grant') return;
      if (!sum(source.calendar.map((payment) => payment.share)).equals(1)) {
        refuse(`${place}[${index}].calendar`, 'les parts versées doivent faire 1 au total : corrigez-en une');
      }
    });
  }
}

/** Names that the plan de financement keeps for its own rows. */
const RESERVED_SOURCES = [
  'total',
  'loan',
  'gap',
  'capitalised',
  'holding-capital',
  'impact-tranches',
  'programme-own',
];
/** First words of the lines that are no path's. */
const RESERVED_PATHS = [
  'activity',
  'aid',
  'building',
  'depreciation',
  'exit',
  'group',
  'lease',
  'nothing',
  'occupation',
  'tenant-vat',
  'tenant-works',
  'equipment',
  'grants',
  'horizon',
  'impact',
  'law',
  'macro',
  'measure',
  'operator',
  'party',
  'project',
  'renewal',
  'site',
  'turnkey',
  'vat',
  'works',
];
/** Parties that every deal has and whose role cannot be taken. */
const RESERVED_PARTIES = [
  'operator',
  'sci',
  'fonciere',
  'esus-holding',
  'impact-vehicle',
  'to-be-found',
  'epf',
  'carrying-tenants',
];
/** Names that the plan of a property company keeps for its capital and its investor. */
const VEHICLE_SOURCES = [
  'capital-operator',
  'capital-investor',
  'ticket-1',
  'ticket-2',
  'ticket-3',
  'members',
];

/** Money of the plan de financement comes by the entry into service; an index has one value at a date. */
function checkCalendars(dossier: Dossier, refuse: Report): void {
  const opening = monthsBetween(dossier.signature, dossier.project.opening);
  for (const { place, sources } of sourceLists(dossier)) {
    sources.forEach((source, index) => {
      if (!('callMonth' in source) || source.callMonth <= opening || isOutsidePlan(source)) return;
      refuse(
        `${place}[${index}].callMonth`,
        `versement au mois ${source.callMonth}, après la mise en service (mois ${opening}) : avancez-le, le plan de financement s’arrête à la mise en service`,
      );
    });
  }
  for (const { place, terms } of loanTermsOf(dossier)) {
    terms.rateIndex.forEach((step, index) => {
      const before = terms.rateIndex[index - 1];
      if (before === undefined || monthsBetween(before.from, step.from) > 0) return;
      refuse(
        `${place}.rateIndex[${index}].from`,
        `dates de l’indice dans le désordre : ${frenchDate(step.from)} ne suit pas ${frenchDate(before.from)} ; rangez-les, une par mois au plus`,
      );
    });
  }
}

function checkReserved(dossier: Dossier, refuse: Report): void {
  const refuseReserved = (
    ids: readonly string[],
    reserved: readonly string[],
    place: (index: number) => string,
  ) => {
    ids.forEach((id, index) => {
      if (reserved.includes(id))
        refuse(place(index), `identifiant « ${id} » réservé : choisissez-en un autre`);
    });
  };
  refuseReserved(
    dossier.parties.map((party) => party.id),
    RESERVED_PARTIES,
    (i) => `parties[${i}].id`,
  );
  refuseReserved(
    dossier.paths.map((path) => path.id),
    RESERVED_PATHS,
    (i) => `paths[${i}].id`,
  );
  for (const { place, sources, of } of sourceLists(dossier)) {
    refuseReserved(
      sources.map((source) => source.id),
      of === 'vehicle' ? [...RESERVED_SOURCES, ...VEHICLE_SOURCES] : RESERVED_SOURCES,
      (i) => `${place}[${i}].id`,
    );
  }
}

/** Parties that a dossier may name: those that every deal has, and its own. */
function knownParties(dossier: Dossier): ReadonlySet<string> {
  return new Set(['owners', 'bank', 'investor', 'citizens', ...dossier.parties.map((party) => party.id)]);
}

/** Who may lend to a list: the enterprise lends to its vehicle, a holding to its enterprise. */
function lendersOf(
  dossier: Dossier,
  place: string,
  of: 'operator' | 'vehicle',
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  if (of === 'vehicle') return new Set([...known, 'operator']);
  const path = dossier.paths[Number(/^paths\[(\d+)\]/.exec(place)?.[1])];
  const isBelowHolding = path?.kind === 'esus-holding' && path.entry === 'holding';
  return isBelowHolding ? new Set([...known, 'esus-holding']) : known;
}

function checkNames(dossier: Dossier, refuse: Report): void {
  const twice = (ids: readonly string[], place: (index: number) => string, what: string) => {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index)
        refuse(place(index), `${what} « ${id} » donné deux fois : changez l’un des deux`);
    });
  };
  twice(
    dossier.parties.map((party) => party.id),
    (i) => `parties[${i}].id`,
    'identifiant',
  );
  twice(
    dossier.paths.map((path) => path.id),
    (i) => `paths[${i}].id`,
    'identifiant de voie',
  );
  twice(
    dossier.operator.jobs.map((job) => job.id),
    (i) => `operator.jobs[${i}].id`,
    'identifiant de poste',
  );
  twice(
    dossier.project.components.map((c) => c.id),
    (i) => `project.components[${i}].id`,
    'identifiant',
  );
  twice(
    dossier.project.equipment.map((e) => e.id),
    (i) => `project.equipment[${i}].id`,
    'identifiant',
  );
  const known = knownParties(dossier);
  const unknownParty = (party: string, parties: ReadonlySet<string>) =>
    `partie « ${party} » inconnue : ajoutez-la à « parties » ou choisissez parmi ${[...parties].join(', ')}`;
  for (const { place, sources, of } of sourceLists(dossier)) {
    twice(
      sources.map((source) => source.id),
      (i) => `${place}[${i}].id`,
      'identifiant',
    );
    const lenders = lendersOf(dossier, place, of, known);
    sources.forEach((source, index) => {
      if ('from' in source && !lenders.has(source.from)) {
        refuse(`${place}[${index}].from`, unknownParty(source.from, lenders));
      }
    });
  }
  for (const { place, terms } of loanTermsOf(dossier)) {
    if (!known.has(terms.lender)) {
      refuse(`${place}.lender`, `partie « ${terms.lender} » inconnue : ajoutez-la à « parties »`);
    }
    if (terms.deferralKind !== 'none' && terms.deferralPayments >= terms.payments) {
      refuse(
        `${place}.deferralPayments`,
        `le différé (${terms.deferralPayments} échéances) ne laisse aucune échéance de remboursement sur ${terms.payments} : réduisez-le`,
      );
    }
  }
  dossier.paths.forEach((path, index) => {
    if (path.kind === 'sci' && !known.has(path.ticket.from)) {
      refuse(`paths[${index}].ticket.from`, unknownParty(path.ticket.from, known));
    }
  });
  if (dossier.paths.length === 0) refuse('paths', 'aucune voie : ajoutez-en une');
  else if (!dossier.paths.some((path) => path.id === dossier.mainPath)) {
    refuse(
      'mainPath',
      `voie « ${dossier.mainPath} » absente : choisissez parmi ${dossier.paths.map((path) => path.id).join(', ')}`,
    );
  }
}

function checkNotes(dossier: Dossier, warn: Report): void {
  dossier.facts.forEach((fact, index) => {
    if (descriptionAt(fact.path, dossier) === undefined || valueAt(dossier, fact.path) === undefined) {
      warn(`facts[${index}].path`, `« ${fact.path} » ne désigne aucune donnée du dossier`);
    }
  });
  dossier.hypotheses.forEach((note, index) => {
    if (descriptionAt(note.path, dossier) === undefined || valueAt(dossier, note.path) === undefined) {
      warn(`hypotheses[${index}].path`, `« ${note.path} » ne désigne aucune donnée du dossier`);
    }
  });
}

/** Without a site there is no owner to pay the works of one: only the fitting-out of the enterprise is counted. */
function warnOwnerWorksWithoutSite({ site, project }: Dossier, warn: Report): void {
  if (site !== null) return;
  project.works.forEach(({ byTenant, label }, index) => {
    if (byTenant) return;
    warn(
      `project.works[${index}].byTenant`,
      `« ${label} » : travaux d’un propriétaire, et pas de site ; ils ne sont pas comptés : renseignez le site, ou marquez-les « preneur »`,
    );
  });
}

/** What no field can see alone: dates in order, shares that make one, names that exist. Problems refuse, warnings do not. */
export function crossCheck(dossier: Dossier): Findings {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const refuse: Report = (path, message) => problems.push({ path, message });
  const warn: Report = (path, message) => warnings.push({ path, message });
  checkDates(dossier, refuse);
  checkBrownfields(dossier, refuse);
  checkPurchase(dossier, refuse);
  checkShares(dossier, refuse);
  checkCalendars(dossier, refuse);
  checkGifts(dossier, refuse);
  checkDurations(dossier, refuse);
  checkReserved(dossier, refuse);
  checkNames(dossier, refuse);
  checkSci(dossier, refuse);
  checkFoncieres(dossier, knownParties(dossier), refuse);
  checkGroups(dossier, knownParties(dossier), refuse);
  checkLand(dossier, knownParties(dossier), refuse, warn);
  checkGuarantees(dossier, refuse);
  checkProgramme(dossier, knownParties(dossier), refuse, warn);
  checkOperator(dossier.operator, refuse);
  checkStateAid(dossier.stateAid, refuse, warn);
  checkNotes(dossier, warn);
  for (const { place, sources } of sourceLists(dossier)) {
    sources.forEach((source, index) => {
      if (source.kind === 'grant' && source.status !== 'awarded') {
        warn(
          `${place}[${index}].status`,
          `« ${source.label} » n’est pas acquise : le plan de financement la compte, vérifiez-la avant toute décision`,
        );
      }
    });
  }
  warnOwnerWorksWithoutSite(dossier, warn);
  if (dossier.signature < dossier.lawDate) {
    warn('lawDate', 'la date du droit appliqué est après la signature : vérifiez-la');
  }
  return { problems, warnings };
}
