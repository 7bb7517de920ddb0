import { valueAt } from '../dossier/location.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeList } from '../formula/french.ts';
import type { Json, RawDossier } from '../input/description.ts';
import { SCOP_EMPLOYEE_CAPITAL } from '../law/cooperative-figures.ts';
import { type Item, investorIn, itemsAt, partyLabel, partyRole, replaceItem } from './dossier-edits.ts';

/** The nearest structure that a refusal leaves open. */
export interface LawfulAlternative {
  /** « la même SCI, avec « Banque des Territoires » à la place de « Saint-Étienne Métropole » » */
  readonly label: string;
  /** The dossier in which the path has become lawful on this point; absent when the structure is only named. */
  readonly dossier?: RawDossier;
  /** Paths of what was changed. */
  readonly changed: readonly string[];
}

/** A change under way: a copy that may be written, the path that it is about. */
interface Draft {
  readonly dossier: { [key: string]: Json };
  readonly at: string;
  readonly form: string;
  readonly changed: string[];
}

const quoted = (names: readonly string[]) => writeList(names.map((name) => `« ${name} »`));

type Remedy = (draft: Draft) => string | undefined;

/** Lists of the path whose sources the operator issues. */
function operatorLists({ dossier, at }: Draft): string[] {
  const kind = String(valueAt(dossier, `${at}.kind`));
  const isVehicle =
    kind === 'sci' ||
    kind === 'fonciere' ||
    (kind === 'esus-holding' && valueAt(dossier, `${at}.entry`) !== 'direct');
  return isVehicle ? [`${at}.operatorSources`] : [`${at}.sources`];
}

function isAuthority({ dossier }: Draft, item: Item): boolean {
  return partyRole(dossier, String(item.from ?? '')) === 'local-authority';
}

/** What a loan keeps of the source that it takes the place of. */
function loanInstead(item: Item, from: string, amount = item.amount): Item {
  const { id, share, callMonth } = item;
  return {
    kind: 'subordinated-loan',
    ...(id === undefined ? {} : { id }),
    ...(item.label === undefined ? {} : { label: 'Prêt subordonné' }),
    ...(share === undefined ? { from, amount: amount as Json } : { share }),
    ...(callMonth === undefined ? {} : { callMonth }),
  };
}

/** An authority among the shareholders of a group: an investor subscribes in its place, those who were there buy. */
const replaceShareholder: Remedy = (draft) => {
  const { dossier, at, changed } = draft;
  const named = new Set<string>();
  const investor = investorIn(dossier);
  const replace = (list: string, replacement: string) => {
    for (const [index, item] of itemsAt(dossier, list).entries()) {
      if (!isAuthority(draft, item)) continue;
      named.add(partyLabel(dossier, String(item.from)));
      item.from = replacement;
      changed.push(`${list}[${index}].from`);
    }
  };
  const isFounder = itemsAt(dossier, `${at}.founders`).some(({ from }) => from === investor);
  if (!isFounder) replace(`${at}.founders`, investor);
  for (const index of itemsAt(dossier, `${at}.rounds`).keys()) {
    replace(`${at}.rounds[${index}].subscriptions`, investor);
    replace(`${at}.rounds[${index}].votes`, investor);
  }
  const exit = valueAt(dossier, `${at}.exit`) as Item | undefined;
  if (exit !== undefined && partyRole(dossier, String(exit.buyer ?? '')) === 'local-authority') {
    named.add(partyLabel(dossier, String(exit.buyer)));
    exit.buyer = 'owners';
    changed.push(`${at}.exit.buyer`);
  }
  if (named.size === 0) return undefined;
  return `le même montage, avec « ${partyLabel(dossier, investor)} » ou les associés d’origine à la place de ${quoted([...named])}`;
};

/** An authority at the capital: an investor takes its place; of a SCOP, it lends. */
const replaceAuthority: Remedy = (draft) => {
  const { dossier, at, form, changed } = draft;
  if (isFonciere(draft)) return makeScic(draft);
  if (valueAt(dossier, `${at}.kind`) === 'esus-holding') {
    const replaced = replaceShareholder(draft);
    if (replaced !== undefined) return replaced;
  }
  const ticket = valueAt(dossier, `${at}.ticket`) as Item | undefined;
  if (ticket !== undefined && isAuthority(draft, ticket)) {
    const authority = partyLabel(dossier, String(ticket.from));
    const investor = investorIn(dossier);
    ticket.from = investor;
    changed.push(`${at}.ticket.from`);
    return `la même SCI, avec « ${partyLabel(dossier, investor)} » à la place de « ${authority} »`;
  }
  const named: string[] = [];
  for (const list of operatorLists(draft)) {
    for (const [index, item] of itemsAt(dossier, list).entries()) {
      if (item.kind !== 'own-funds' || !isAuthority(draft, item)) continue;
      named.push(partyLabel(dossier, String(item.from)));
      const investor = investorIn(dossier);
      const place = `${list}[${index}]`;
      if (form === 'SCOP') replaceItem(dossier, list, index, loanInstead(item, investor));
      else {
        item.from = investor;
        if (item.label !== undefined)
          item.label = `Apport en fonds propres de « ${partyLabel(dossier, investor)} »`;
      }
      changed.push(form === 'SCOP' ? place : `${place}.from`);
    }
  }
  if (named.length === 0) return undefined;
  const investor = partyLabel(dossier, investorIn(dossier));
  const what = form === 'SCOP' ? 'un prêt subordonné' : 'un apport';
  return `la même voie, avec ${what} de « ${investor} » à la place de l’apport de ${quoted(named)}`;
};

/** An associate account of an authority: its avance remboursable, or the account of an investor in a ticket. */
const replaceAccount: Remedy = (draft) => {
  const { dossier, at, changed } = draft;
  const ticket = valueAt(dossier, `${at}.ticket`) as Item | undefined;
  if (ticket !== undefined && isAuthority(draft, ticket)) return replaceAuthority(draft);
  const named: string[] = [];
  for (const list of [`${at}.sources`, `${at}.operatorSources`]) {
    for (const [index, item] of itemsAt(dossier, list).entries()) {
      if (item.kind !== 'associate-account' || !isAuthority(draft, item)) continue;
      const { id, from, amount, callMonth } = item;
      named.push(partyLabel(dossier, String(from)));
      const advance: Item = {
        kind: 'avance-remboursable',
        ...(id === undefined ? {} : { id }),
        ...(item.label === undefined ? {} : { label: 'Avance remboursable' }),
        from: from as Json,
        amount: amount as Json,
        ...(callMonth === undefined ? {} : { callMonth }),
      };
      replaceItem(dossier, list, index, advance);
      changed.push(`${list}[${index}]`);
    }
  }
  if (named.length === 0) return undefined;
  return `la même voie, avec une avance remboursable de ${quoted(named)} à la place du compte courant`;
};

/**
 * New shares beyond what a cooperative may take from some of its associates: the rest becomes something else.
 * @param isLimited whose shares are limited
 * @param most the most that they may bring, from what the others hold
 * @param instead what the rest becomes
 */
function cutShares(
  draft: Draft,
  isLimited: (item: Item) => boolean,
  most: (others: Decimal) => Decimal,
  instead: (item: Item, rest: string) => Item,
): Decimal | undefined {
  const { dossier, changed } = draft;
  const lists = operatorLists(draft);
  const shares = lists.flatMap((list) => itemsAt(dossier, list).filter(({ kind }) => kind === 'own-funds'));
  const opening = new Decimal(String(valueAt(dossier, 'operator.openingCapital') ?? '0'));
  const others = shares
    .filter((item) => !isLimited(item))
    .reduce((sum, { amount }) => sum.plus(String(amount)), opening);
  let left = most(others).toDecimalPlaces(2, Decimal.ROUND_DOWN);
  const allowed = left;
  for (const list of lists) {
    for (const [index, item] of [...itemsAt(dossier, list).entries()]) {
      if (item.kind !== 'own-funds' || !isLimited(item)) continue;
      const amount = new Decimal(String(item.amount));
      const kept = Decimal.min(amount, left);
      left = left.minus(kept);
      if (kept.equals(amount)) continue;
      const rest = instead(item, amount.minus(kept).toFixed(2));
      changed.push(`${list}[${index}]`);
      if (kept.isZero()) {
        replaceItem(dossier, list, index, rest);
        continue;
      }
      item.amount = kept.toFixed(2);
      // At the end, so that the notes of the other sources stay theirs.
      const count = itemsAt(dossier, list).push({ ...rest, id: `${String(item.id ?? item.kind)}-reste` });
      changed.push(`${list}[${count - 1}]`);
    }
  }
  return changed.length === 0 ? undefined : allowed;
}

/** Outsiders of a SCOP: 49 % of the capital, the rest lent. */
const cutOutsiders: Remedy = (draft) => {
  const members = new Decimal(SCOP_EMPLOYEE_CAPITAL.value);
  const allowed = cutShares(
    draft,
    (item) =>
      !['owners', 'local-authority'].includes(partyRole(draft.dossier, String(item.from ?? 'owners'))),
    (others) => others.times(new Decimal(1).minus(members)).div(members),
    (item, rest) => loanInstead(item, String(item.from), rest),
  );
  if (allowed === undefined) return undefined;
  return 'la même voie, avec 49 % du capital de la SCOP aux extérieurs et le reste de leur apport en prêt subordonné';
};

/** Authorities of a SCIC: half of the capital, the rest as an associate account, which the law allows them there. */
const cutAuthorities: Remedy = (draft) => {
  if (isFonciere(draft)) return cutPublicColleges(draft);
  const allowed = cutShares(
    draft,
    (item) => isAuthority(draft, item),
    (others) => others,
    (item, rest) => {
      const { kind: _, amount: __, ...same } = item;
      const label = item.label === undefined ? {} : { label: 'Avance en compte courant d’associé' };
      return { kind: 'associate-account', ...same, ...label, amount: rest };
    },
  );
  if (allowed === undefined) return undefined;
  return 'la même voie, avec 50 % du capital de la SCIC aux collectivités et le reste de leur apport en compte courant d’associé';
};

function isFonciere({ dossier, at }: Draft): boolean {
  return valueAt(dossier, `${at}.kind`) === 'fonciere';
}

/** A SAS with authorities among its colleges: the same foncière as a SCIC, where they may enter. */
const makeScic: Remedy = ({ dossier, at, changed }) => {
  const vehicle = valueAt(dossier, `${at}.vehicle`) as Item | undefined;
  if (vehicle?.form !== 'SAS-ESS') return undefined;
  vehicle.form = 'SCIC';
  changed.push(`${at}.vehicle.form`);
  return 'la même foncière en SCIC, ouverte au capital des collectivités';
};

/** Colleges of authorities of a foncière beyond half of its capital: their shares cut down in proportion. */
const cutPublicColleges: Remedy = (draft) => {
  const { dossier, at, changed } = draft;
  const colleges = itemsAt(dossier, `${at}.colleges`);
  const isPublic = (college: Item) => college.category === 'authorities' || isAuthority(draft, college);
  const sumOf = (wanted: boolean) =>
    colleges
      .filter((college) => isPublic(college) === wanted)
      .reduce((sum, { amount }) => sum.plus(String(amount)), new Decimal(0));
  const [held, others] = [sumOf(true), sumOf(false)];
  if (held.lte(others) || others.isZero()) return undefined;
  for (const [index, college] of colleges.entries()) {
    if (!isPublic(college)) continue;
    const kept = new Decimal(String(college.amount)).times(others).div(held);
    college.amount = kept.toDecimalPlaces(2, Decimal.ROUND_DOWN).toFixed(2);
    changed.push(`${at}.colleges[${index}].amount`);
  }
  return 'la même foncière, avec 50 % du capital aux collectivités ; le reste de leur apport est à trouver ailleurs';
};

/** Titres participatifs that the issuer may not issue: a subordinated loan. */
const lendInstead: Remedy = ({ dossier, at, changed }) => {
  const lists = ['ticket.instruments', 'pooledSources', 'sources', 'operatorSources'];
  for (const list of lists.map((name) => `${at}.${name}`)) {
    for (const [index, item] of itemsAt(dossier, list).entries()) {
      if (item.kind !== 'titre-participatif') continue;
      replaceItem(dossier, list, index, loanInstead(item, String(item.from)));
      changed.push(`${list}[${index}]`);
    }
  }
  return changed.length === 0
    ? undefined
    : 'la même voie, avec un prêt subordonné à la place des titres participatifs';
};

/** A cooperative or an association below investors: its activity in a SAS of the ESS that it holds. */
const houseActivity: Remedy = ({ dossier, at, changed }) => {
  const path = valueAt(dossier, at) as Item;
  if (path.kind !== 'esus-holding') return undefined;
  path.enterpriseForm = 'SAS-ESS';
  changed.push(`${at}.enterpriseForm`);
  return 'le même montage, l’activité logée dans une SAS de l’ESS';
};

/** Structures computed in one click, by the rule that refuses. */
const BUILT: Readonly<Record<string, Remedy>> = {
  'authority.capital': replaceAuthority,
  'authority.associate-account': replaceAccount,
  'scop.employee-capital': (draft) => houseActivity(draft) ?? cutOutsiders(draft),
  'group.cooperative-shares': houseActivity,
  'group.association-shares': houseActivity,
  'scop.associate-capital': cutOutsiders,
  'scic.public-capital': cutAuthorities,
  'sci.titre-participatif': lendInstead,
  'sas.titre-participatif': lendInstead,
  'sas-ess.titre-participatif': lendInstead,
  'association.titre-participatif': lendInstead,
};

const GIFT_ELSEWHERE =
  'un don à une association ou à un fonds de dotation d’intérêt général qui mène l’action, ou un parrainage facturé';

/** Structures that are named only. */
const NAMED: Readonly<Record<string, string>> = {
  'authority.capital': 'la même structure en SCIC, collectivités à 50 % du capital au plus',
  'authority.associate-account': 'une avance remboursable de la collectivité, comptée comme aide',
  'guarantee.object': 'la garantie de l’emprunt bancaire',
  'scic.public-capital': 'la même SCIC, collectivités à 50 % du capital au plus',
  'scic.categories': 'une SAS de l’ESS, ou la même SCIC avec les salariés et les bénéficiaires',
  'scic.college-most-votes': 'la même SCIC, chaque collège entre 10 et 50 % des voix',
  'titre-participatif.years': 'un titre participatif remboursable à partir de la septième année',
  'titre-participatif.variable-base': 'un titre participatif dont la part variable porte sur 40 % du nominal',
  'impact-bond.walls':
    'un prêt, une SCI ou une foncière pour les murs, le contrat à impact pour le programme',
  'scop.patronage': GIFT_ELSEWHERE,
  'sas.patronage': GIFT_ELSEWHERE,
  'sas-ess.patronage': GIFT_ELSEWHERE,
  'sci.patronage': GIFT_ELSEWHERE,
  'brsa.tenant': 'un bail emphytéotique ou à construction',
  'brsa.years': 'un bail réel solidaire d’activité de douze ans',
};

/**
 * The nearest lawful structure, for one rule that refuses a path of a dossier as it was typed.
 * @param dossier left as it is
 * @param pathIndex of the path that is refused; the same path is changed in the answer
 * @returns undefined when the refusal leaves no structure near, as for a dossier without site
 */
export function lawfulAlternative(
  dossier: RawDossier,
  pathIndex: number,
  rule: string,
): LawfulAlternative | undefined {
  const copy = structuredClone(dossier) as { [key: string]: Json };
  const form = String(valueAt(copy, 'operator.form'));
  const draft: Draft = { dossier: copy, at: `paths[${pathIndex}]`, form, changed: [] };
  const label = BUILT[rule]?.(draft);
  if (label !== undefined) return { label, dossier: copy, changed: draft.changed };
  const named = NAMED[rule];
  return named === undefined ? undefined : { label: named, changed: [] };
}
