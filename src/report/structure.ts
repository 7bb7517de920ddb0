import type { ComputedDeal } from '../analysis/computed.ts';
import { Decimal, ZERO } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, writeCount } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import type { Transfer } from '../ledger/ledger.ts';
import { coverageText } from './guaranteed-loan-wording.ts';
import { writeAmount } from './writing.ts';

/** Money that goes from one party to another in the financing of a site, with its amount written in French. */
export interface StructureRelation {
  readonly from: string;
  readonly to: string;
  readonly kind: 'funds' | 'shares' | 'purchase' | 'rent';
  /** « Prêt bancaire », « Capital », « Loyer en 2030 ». */
  readonly label: string;
  /** « 3 166 006 € », « 315 000 € par an ». */
  readonly amount: string;
  /** « 95 % des parts », for a subscription of shares. */
  readonly share: string | undefined;
  /** The line of the total, when the deal has one. */
  readonly figure: string | undefined;
}

export interface StructureCompany {
  readonly label: string;
  /** What is no transfer: its own cash put in the project. */
  readonly notes: readonly string[];
  readonly incoming: readonly StructureRelation[];
  readonly outgoing: readonly StructureRelation[];
}

/** Who holds whom, who lends, who gives, who sells, who rents: what a diagram draws and what a list says. */
export interface Structure {
  readonly companies: readonly StructureCompany[];
  /** Each relation once. */
  readonly relations: readonly StructureRelation[];
}

interface Drawn {
  readonly label: string;
  readonly kind: StructureRelation['kind'];
}

/** The transfers that found a deal. Those of the same label between the same parties are added. */
const DRAWN: Partial<Record<Transfer['nature'], Drawn>> = {
  'own-funds': { label: 'Apport en fonds propres', kind: 'funds' },
  'capital-subscription': { label: 'Capital', kind: 'shares' },
  'associate-account-advance': { label: 'Compte courant d’associé', kind: 'funds' },
  'quasi-equity-received': { label: 'Quasi-fonds propres', kind: 'funds' },
  'other-equity-received': { label: 'Autres fonds propres', kind: 'funds' },
  'impact-tranche': { label: 'Tranches', kind: 'funds' },
  'result-payment': { label: 'Paiements aux résultats', kind: 'funds' },
  'programme-staff': { label: 'Programme', kind: 'purchase' },
  'programme-suppliers': { label: 'Programme', kind: 'purchase' },
  'programme-structuring': { label: 'Structuration', kind: 'purchase' },
  'programme-evaluation': { label: 'Évaluation', kind: 'purchase' },
  grant: { label: 'Subvention', kind: 'funds' },
  'patronage-investment': { label: 'Mécénat', kind: 'funds' },
  patronage: { label: 'Mécénat', kind: 'funds' },
  'interest-subsidy': { label: 'Bonification d’intérêts', kind: 'funds' },
  'interest-subsidy-during-works': { label: 'Bonification d’intérêts', kind: 'funds' },
  'loan-drawdown': { label: 'Prêt', kind: 'funds' },
  'financing-to-find': { label: 'Financement à trouver', kind: 'funds' },
  'land-purchase': { label: 'Achat du site', kind: 'purchase' },
  'building-purchase': { label: 'Achat du site', kind: 'purchase' },
  'instalment-credit': { label: 'Prix payé à terme', kind: 'funds' },
  'land-lease-entry': { label: 'Droit d’entrée du bail', kind: 'purchase' },
  'carried-purchase': { label: 'Achat pour portage', kind: 'purchase' },
  'carried-works': { label: 'Travaux pendant le portage', kind: 'purchase' },
  works: { label: 'Travaux et honoraires', kind: 'purchase' },
  'works-fees': { label: 'Travaux et honoraires', kind: 'purchase' },
  contingencies: { label: 'Travaux et honoraires', kind: 'purchase' },
  'tenant-works': { label: 'Travaux et honoraires', kind: 'purchase' },
  equipment: { label: 'Matériel et outillage', kind: 'purchase' },
};
const RENTS: readonly Transfer['nature'][] = ['lease-rent', 'rent', 'land-lease-canon'];
/** Years after entry into service whose rent is shown: that of the cruising year of the key figures. */
const CRUISE_MONTHS = 24;

function euros(amount: Decimal): string {
  return `${writeAmount(amount, 0)}${NO_BREAK_SPACE}€`;
}

/** The months of the cruising year, and its number. */
function cruisingYear({ deal, figures }: ComputedDeal) {
  const opening = figures.assumption('project.opening').toNumber();
  const index = figures.timeline.yearOfMonth[opening + CRUISE_MONTHS];
  return index === undefined ? undefined : deal.setting.calculation.timeline.years[index];
}

/** For a monthly line, the single figure that is its total, so that an amount leads to its explanation. */
function totalsOf({ deal }: ComputedDeal): ReadonlyMap<string, string> {
  const { calculation } = deal.setting;
  const totals = new Map<string, string>();
  for (const line of calculation.lines.values()) {
    if (line.rhythm !== 'once') continue;
    const formula = calculation.formulaOf(line);
    if (formula.operation !== 'aggregate' || formula.aggregate !== 'sum') continue;
    if (!totals.has(formula.line.id)) totals.set(formula.line.id, line.id);
  }
  for (const source of deal.companies.flatMap((company) => company.sources))
    totals.set(source.received.id, source.total.id);
  return totals;
}

interface Found extends Drawn {
  readonly from: string;
  readonly to: string;
  readonly amount: Decimal;
  readonly lines: readonly string[];
}

/** What a loan or a quasi-equity is called in the dossier; other transfers have the name of their nature. */
function ownName({ deal }: ComputedDeal, { nature, amount }: Transfer): string | undefined {
  if (nature === 'loan-drawdown')
    return deal.setting.ledger.debts.find((debt) => debt.drawn.id === amount.id)?.label;
  if (nature !== 'quasi-equity-received' && nature !== 'other-equity-received') return undefined;
  const sources = deal.companies.flatMap((company) => company.sources);
  return sources.find((source) => source.received.id === amount.id)?.label;
}

/** Transfers to draw, added by parties and label, in the order of the ledger. */
function relationsFound(computed: ComputedDeal): Found[] {
  const { deal, figures } = computed;
  const { ledger } = deal.setting;
  const year = cruisingYear(computed);
  const months = (line: Line, from: number, to: number) =>
    figures
      .of(line)
      .slice(from, to + 1)
      .reduce<Decimal>((sum, value) => sum.plus(value ?? ZERO), ZERO);
  const found = new Map<string, Found>();
  const add = (transfer: Transfer, { label, kind }: Drawn, amount: Decimal) => {
    if (amount.lt('0.005')) return;
    const { from, to } = transfer;
    const key = [from, to, label].join('\n');
    const known = found.get(key);
    found.set(key, {
      from,
      to,
      label,
      kind,
      amount: amount.plus(known?.amount ?? ZERO),
      lines: [...(known?.lines ?? []), transfer.amount.id],
    });
  };
  for (const transfer of ledger.transfers) {
    // What is brought to a company other than the enterprise buys its shares; so does what opens its own capital.
    const isShares =
      transfer.nature === 'own-funds' &&
      (transfer.to !== deal.operator.id || deal.group?.issuer === deal.operator);
    const drawn = DRAWN[isShares ? 'capital-subscription' : transfer.nature];
    if (drawn !== undefined) {
      const isMember = isShares || transfer.nature === 'capital-subscription';
      const label =
        ownName(computed, transfer) ??
        (isMember && deal.fonciere !== undefined ? 'Parts sociales' : drawn.label);
      add(transfer, { ...drawn, label }, months(transfer.amount, 0, figures.timeline.months));
    } else if (RENTS.includes(transfer.nature) && year !== undefined) {
      const label = `Loyer en ${year.calendarYear}`;
      add(transfer, { label, kind: 'rent' }, months(transfer.amount, year.firstMonth, year.lastMonth));
    }
  }
  return [...found.values()];
}

/** A member holds a part of the whole foncière, whatever its shares pay of this site; a shareholder what its shares are. */
function fractionHeld({ deal, figures }: ComputedDeal, party: string, company: string): Decimal | undefined {
  const { path, group } = deal;
  if (group !== undefined) return fractionOfGroup(group, figures, party, company);
  if (path.kind !== 'fonciere') return undefined;
  const sum = (colleges: typeof path.colleges) =>
    colleges.reduce<Decimal>((total, { amount }) => total.plus(amount), ZERO);
  const all = sum(path.colleges);
  return all.isZero() ? undefined : sum(path.colleges.filter(({ from }) => from === party)).div(all);
}

/** Shares of the issuer after the last round, conversions left out; what the issuer holds below it. */
function fractionOfGroup(
  { capital, issuer, members }: NonNullable<ComputedDeal['deal']['group']>,
  figures: ComputedDeal['figures'],
  party: string,
  company: string,
): Decimal | undefined {
  if (company === issuer.id) {
    const last = capital.rounds.filter(({ id }) => id !== 'converted').at(-1);
    const line = last?.parts[capital.holders.findIndex((holder) => holder.party === party)];
    return line === undefined ? undefined : (figures.of(line)[0] ?? undefined);
  }
  const share = members.find((member) => member.company.id === company)?.share;
  if (party !== issuer.id || share === undefined) return undefined;
  return share.operation === 'assumption' ? figures.assumption(share.id) : new Decimal(1);
}

/** What is held without any payment here: shares that were there, titles of subsidiaries brought, subsidiaries that nothing funds. */
function holdingsOf(
  { deal, figures }: ComputedDeal,
  found: readonly Found[],
): { readonly relation: StructureRelation; readonly payer: string; readonly receiver: string }[] {
  const { group, path, setting } = deal;
  if (group === undefined || path.kind !== 'esus-holding') return [];
  const { issuer } = group;
  const nameOf = (party: string) => setting.ledger.parties.get(party)?.label ?? party;
  const isDrawn = (from: string, to: string) =>
    found.some((item) => item.kind === 'shares' && item.from === from && item.to === to);
  const held = (from: string, to: string, label: string, amount: string) => {
    const fraction = fractionOfGroup(group, figures, from, to);
    const relation: StructureRelation = {
      from: nameOf(from),
      to: nameOf(to),
      kind: 'shares',
      label,
      amount,
      share:
        fraction === undefined
          ? undefined
          : `${writeCount(fraction.times(100).toDecimalPlaces(1))}${NO_BREAK_SPACE}% des parts`,
      figure: undefined,
    };
    return { relation, payer: from, receiver: to };
  };
  return [
    ...path.founders
      .filter(({ from, brought }) => brought !== 'cash' && !isDrawn(from, issuer.id))
      .map(({ from, brought, amount }) =>
        brought === 'in-kind'
          ? held(from, issuer.id, 'Titres apportés', euros(amount))
          : held(from, issuer.id, 'Actions déjà émises', euros(amount)),
      ),
    ...group.members
      .filter(({ company }) => company !== issuer && !isDrawn(issuer.id, company.id))
      .map(({ company }) => held(issuer.id, company.id, 'Titres', 'filiale')),
  ];
}

/** The structure of a deal, from what its ledger posted: totals to the last month, rents of the cruising year. */
export function structureOf(computed: ComputedDeal): Structure {
  const { deal, figures } = computed;
  const { ledger } = deal.setting;
  const totals = totalsOf(computed);
  const nameOf = (party: string) => ledger.parties.get(party)?.label ?? party;
  const found = relationsFound(computed);
  const capitalOf = (company: string) =>
    found
      .filter(({ kind, to }) => kind === 'shares' && to === company)
      .reduce<Decimal>((sum, { amount }) => sum.plus(amount), ZERO);
  const relations = found.map(({ from, to, label, kind, amount, lines }) => {
    const [only = '', ...others] = lines;
    const held = fractionHeld(computed, from, to) ?? amount.div(capitalOf(to));
    const share = kind === 'shares' ? held.times(100).toDecimalPlaces(1) : undefined;
    const relation: StructureRelation = {
      from: nameOf(from),
      to: nameOf(to),
      kind,
      label,
      amount: kind === 'rent' ? `${euros(amount)} par an` : euros(amount),
      share: share === undefined ? undefined : `${writeCount(share)}${NO_BREAK_SPACE}% des parts`,
      figure: others.length === 0 && kind !== 'rent' ? totals.get(only) : undefined,
    };
    return { relation, payer: from, receiver: to };
  });
  // Who guarantees the loan lends nothing: its promise is drawn beside the money.
  const promises = (deal.guarantees?.list ?? []).map(({ terms, guaranteed }) => {
    const borrower = deal.guarantees?.borrower ?? '';
    const relation: StructureRelation = {
      from: nameOf(terms.from),
      to: nameOf(borrower),
      kind: 'funds',
      label: `Garantie du prêt, ${coverageText(terms)}`,
      amount: `${euros(new Decimal(figures.of(guaranteed)[0] ?? 0))} garantis`,
      share: undefined,
      figure: guaranteed.id,
    };
    return { relation, payer: terms.from, receiver: borrower };
  });
  relations.push(...promises, ...holdingsOf(computed, found));
  const vehicle = deal.impact?.vehicle;
  const drawnCompanies: readonly Pick<ComputedDeal['deal']['operator'], 'id' | 'label' | 'sources'>[] = [
    ...deal.companies,
    ...(vehicle === undefined ? [] : [{ ...vehicle, sources: [] }]),
  ];
  const isDrawn = (party: string) => drawnCompanies.some(({ id }) => id === party);
  const companies = drawnCompanies.map((company): StructureCompany => {
    const posted = new Set(ledger.transfers.map((transfer) => transfer.id));
    const notes = company.sources
      .filter((source) => source.category === 'own-funds' && !posted.has(source.received.id))
      .map((source) => `Autofinancement : ${euros(new Decimal(figures.of(source.total)[0] ?? 0))}`);
    return {
      label: company.label,
      notes,
      incoming: relations
        .filter(({ receiver, relation }) => receiver === company.id && relation.kind !== 'purchase')
        .map(({ relation }) => relation),
      // What a company of the deal puts in another is drawn with the other, its rent with both; a subsidiary that has
      // no part of the project is drawn beside its holding only.
      outgoing: relations
        .filter(
          ({ payer, receiver, relation }) =>
            payer === company.id &&
            (relation.kind === 'purchase' || relation.kind === 'rent' || !isDrawn(receiver)),
        )
        .map(({ relation }) => relation),
    };
  });
  return { companies, relations: relations.map(({ relation }) => relation) };
}
