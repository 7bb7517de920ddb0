import { max, min, minus, NO_MONEY, plus, roundedToCents, times } from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Line } from '../formula/operations.ts';
import { lawAssumption } from './figure.ts';
import {
  type AllocationTerms,
  ASSEMBLY,
  FORM_RULES,
  LOSSES,
  type Money,
  SCOP,
} from './profit-allocation-forms.ts';

export type { AllocationTerms, LegalForm } from './profit-allocation-forms.ts';

type MoneyLine = Line<'money', 'yearly', 'defined'>;

export interface AllocationLine {
  /** Stable: prior-losses, legal-reserve, development-fund, statutory-reserve, labour-share, distribution, carried-forward. */
  readonly id: string;
  readonly label: string;
  readonly article: string;
  readonly line: MoneyLine;
}

/** Yearly, in euros, rounded to the cent. The lines sum to the profit, labour share already charged added back. */
export interface Allocation {
  readonly lines: readonly AllocationLine[];
  readonly priorLosses: MoneyLine;
  /** Undefined for a form that has none. */
  readonly legalReserve: MoneyLine | undefined;
  readonly otherReserve: MoneyLine;
  readonly carriedForward: MoneyLine;
  /** Profit less earlier losses, labour share charged included: what there is to allocate, 0 for a loss. */
  readonly base: MoneyLine;
  /** Most that the law lets the shareholders receive. */
  readonly distributableMax: MoneyLine;
  readonly distributed: MoneyLine;
  /** Kept by the company out of the year's profit after earlier losses: reserves and carried forward. */
  readonly retained: MoneyLine;
  /** Least that has to be put to reserves. */
  readonly minimumReserves: MoneyLine;
  /** SCOP: least labour share; 0 elsewhere. */
  readonly minimumLabour: MoneyLine;
}

/**
 * Writes the allocation of each year's profit, ids `<prefix>.…`: loi 78-763 art. 33 (SCOP), loi 47-1775 art. 14, 16
 * and 19 nonies (SCIC), loi 2014-856 art. 1 II and arrêté of 3 August 2015 (company of the ESS), C. com. L232-10 and
 * L232-11 (SAS), loi of 1 July 1901 art. 1 (association: never any distribution).
 * A SCOP whose labour share was charged to the year (participation, deducted by CGI art. 214) gives it in
 * `labourCharged`: fractions of the law are then read on what the profit was before it.
 * Public aid in a SCIC's profit is taken out before its interest, in the prudent reading: after the reserves.
 * Not modelled: profits of earlier years carried forward; the fund of a SCOP has no legal minimum and is what remains.
 * @throws Error when a SCIC comes without shareInterestRateCap
 */
export function profitAllocation(
  calculation: Calculation,
  prefix: string,
  terms: AllocationTerms,
): Allocation {
  const about = terms.party === undefined ? {} : { party: terms.party };
  const write = (name: string, label: string, formula: Money) =>
    calculation.yearly(`${prefix}.${name}`, label, formula, about);

  const { profit } = terms;
  const priorLosses = write(
    'priorLosses',
    'Apurement des pertes antérieures',
    min(max(profit, NO_MONEY), terms.priorLosses),
  );
  const { labourCharged } = terms;
  const left = max(minus(profit, priorLosses), NO_MONEY);
  const base = write(
    'base',
    labourCharged === undefined
      ? 'Bénéfice après pertes antérieures'
      : 'Excédent net après pertes antérieures, part travail comprise',
    labourCharged === undefined ? left : plus(left, labourCharged),
  );
  const rules = FORM_RULES[terms.form](terms, base, (figure) => lawAssumption(calculation, figure));
  const { otherReserve } = rules;

  const legalReserve = write(
    'legalReserve',
    'Réserve légale',
    // What is left may be less than a fraction of an excedent that the labour share was taken from.
    min(roundedToCents(rules.legalReserve?.amount ?? NO_MONEY), left),
  );
  const minimumReserves = write(
    'minimumReserves',
    'Dotation minimale aux réserves',
    plus(legalReserve, roundedToCents(otherReserve.least)),
  );
  const minimumLabour = write(
    'minimumLabour',
    'Part travail minimale',
    roundedToCents(rules.minimumLabour ?? NO_MONEY),
  );
  const distributableMax = write(
    'distributableMax',
    'Montant maximal distribuable',
    max(roundedToCents(rules.most({ reserves: minimumReserves, labour: minimumLabour })), NO_MONEY),
  );
  const { distributionShare, wishedDistribution: wish } = terms;
  const asked =
    distributionShare === undefined
      ? distributableMax
      : roundedToCents(times(distributableMax, distributionShare));
  const distributed = write(
    'distributed',
    rules.distribution.label,
    wish === undefined ? plus(asked) : min(distributableMax, max(wish, NO_MONEY)),
  );
  const afterDistribution = minus(base, distributed);
  // The labour share is at least the interest on shares: unless given, it rises with it, within what is left.
  const labourNeeded = max(minimumLabour, terms.labourAllocation ?? distributed);
  const labour = write(
    'labour',
    'Part travail',
    rules.minimumLabour === undefined ? NO_MONEY : (labourCharged ?? min(labourNeeded, afterDistribution)),
  );
  const retained = write('retained', 'Conservé par l’entreprise', minus(afterDistribution, labour));
  const free = terms.reserveAllocation ?? (rules.restToReserves ? retained : minimumReserves);
  const other = write(
    'otherReserve',
    otherReserve.label,
    minus(min(retained, max(minimumReserves, free)), legalReserve),
  );
  const carriedForward = write(
    'carriedForward',
    'Report à nouveau',
    plus(minus(minus(retained, legalReserve), other), min(profit, NO_MONEY)),
  );

  const line = (id: string, article: string, of: MoneyLine) => ({ id, label: of.label, article, line: of });
  const lines: AllocationLine[] = [line('prior-losses', LOSSES, priorLosses)];
  if (rules.legalReserve !== undefined)
    lines.push(line('legal-reserve', rules.legalReserve.article, legalReserve));
  lines.push(line(otherReserve.id, otherReserve.article, other));
  if (rules.minimumLabour !== undefined) lines.push(line('labour-share', `${SCOP} 3°`, labour));
  lines.push(line('distribution', rules.distribution.article, distributed));
  lines.push(line('carried-forward', ASSEMBLY, carriedForward));
  return {
    lines,
    priorLosses,
    legalReserve: rules.legalReserve === undefined ? undefined : legalReserve,
    otherReserve: other,
    carriedForward,
    base,
    distributableMax,
    distributed,
    retained,
    minimumReserves,
    minimumLabour,
  };
}
