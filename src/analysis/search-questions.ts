import type { PathDescription, PathSource } from '../dossier/dossier.ts';
import { stepsOf } from '../dossier/location.ts';
import { type ResolvedDossier, resolveDossier } from '../dossier/resolution.ts';
import { hasVehicle } from '../dossier/sources.ts';
import { vehicleWords } from '../dossier/vehicle-words.ts';
import { Decimal } from '../formula/decimal.ts';
import type { Json, RawDossier } from '../input/description.ts';
import type { Reading } from '../input/problem.ts';

/** The smallest amount that somebody may ask of a path, all the rest being as in the dossier. */
export type SearchQuestion = AmountQuestion | RentQuestion | LoanQuestion;

interface Question {
  /** In the address of its page: « apport-associes », « loyer ». */
  readonly id: string;
  /** « Apport des associés », as the plan de financement names it. */
  readonly label: string;
}

/** The smallest own funds, or ticket of the investor, with which the plan closes within the limits of the bank. */
export interface AmountQuestion extends Question {
  readonly kind: 'own-funds' | 'self-financing' | 'ticket';
  /** Place of the amount in the dossier. */
  readonly place: string;
  readonly present: Decimal;
  /** Least amount that may be typed, in whole euros. */
  readonly from: Decimal;
  /** Greatest amount there is; undefined when only the cost of the plan bounds it. */
  readonly to: Decimal | undefined;
}

/** The smallest rent of a property company that holds its target cover. */
export interface RentQuestion extends Question {
  readonly kind: 'rent';
  /** Place of the lease in the dossier. */
  readonly place: string;
}

/** The smallest loan that closes the plan of a company. */
export interface LoanQuestion extends Question {
  readonly kind: 'loan';
  /** Place of the terms in the dossier. */
  readonly place: string;
}

function wholeEuros(amount: Decimal): Decimal {
  return amount.toDecimalPlaces(0, Decimal.ROUND_UP);
}

function sourceQuestions(
  sources: readonly PathSource[],
  place: string,
  operatorCash: Decimal,
): AmountQuestion[] {
  const saved = sources.flatMap((source) => (source.kind === 'self-financing' ? [source.amount] : []));
  const allSaved = saved.reduce((sum, amount) => sum.plus(amount), new Decimal(0));
  return sources.flatMap((source, index): AmountQuestion[] => {
    if (source.kind !== 'own-funds' && source.kind !== 'self-financing') return [];
    const { kind, label, amount } = source;
    // The enterprise cannot put in more cash than it has: what its other self-financing leaves.
    const left = operatorCash.minus(allSaved.minus(amount)).toDecimalPlaces(0, Decimal.ROUND_DOWN);
    return [
      {
        id: `apport-${source.id}`,
        kind,
        label,
        place: `${place}[${index}].amount`,
        present: amount,
        from: new Decimal(0),
        to: kind === 'own-funds' ? undefined : Decimal.max(left, wholeEuros(amount)),
      },
    ];
  });
}

function ticketQuestion(path: PathDescription, place: string): AmountQuestion[] {
  // Without quasi-equity the ticket is the price of the shares, neither more nor less.
  if (path.kind !== 'sci' || path.ticket.instruments.length === 0) return [];
  const { capital, operatorShare } = path.vehicle;
  return [
    {
      id: 'ticket',
      kind: 'ticket',
      label: 'Ticket de l’investisseur',
      place: `${place}.ticket.amount`,
      present: path.ticket.amount,
      from: wholeEuros(capital.minus(capital.times(operatorShare).toDecimalPlaces(2))),
      to: undefined,
    },
  ];
}

/** What may be asked of a path; the first is the usual question: own funds of the owners, else self-financing. */
export function questionsOf({ values }: ResolvedDossier, pathIndex: number): SearchQuestion[] {
  const path = values.paths[pathIndex];
  if (path === undefined) return [];
  const place = `paths[${pathIndex}]`;
  const isSci = hasVehicle(path);
  const words = vehicleWords(path.kind);
  const funds = sourceQuestions(
    isSci ? path.operatorSources : path.sources,
    `${place}.${isSci ? 'operatorSources' : 'sources'}`,
    values.operator.openingCash,
  );
  const loan = (id: string, label: string, field: string): LoanQuestion => ({
    id,
    kind: 'loan',
    label,
    place: `${place}.${field}`,
  });
  return [
    ...funds.filter(({ kind }) => kind === 'own-funds'),
    ...funds.filter(({ kind }) => kind !== 'own-funds'),
    ...ticketQuestion(path, place),
    ...(isSci
      ? [{ id: 'loyer', kind: 'rent', label: `Loyer ${words.of}`, place: `${place}.lease` } as const]
      : []),
    loan('pret', isSci ? `Prêt ${words.of}` : 'Prêt bancaire', 'terms'),
    ...(isSci ? [loan('pret-exploitant', 'Prêt de l’exploitant', 'operatorTerms')] : []),
  ];
}

/**
 * The dossier with other values at some places; its defaults stay as they were resolved.
 * @param values by place; the place must exist
 */
export function withValues(
  { json }: ResolvedDossier,
  values: Readonly<Record<string, string>>,
): Reading<ResolvedDossier> {
  const changed = structuredClone(json) as Record<string, Json>;
  for (const [place, value] of Object.entries(values)) {
    const steps = stepsOf(place);
    const last = steps.pop() as string;
    let at = changed;
    for (const step of steps) at = at[step] as Record<string, Json>;
    at[last] = value;
  }
  return resolveDossier(changed as RawDossier);
}
