import type { Calculation } from '../formula/calculation.ts';
import { type Decimal, Decimal as makeDecimal } from '../formula/decimal.ts';
import type { Assumption, Origin } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import type { Dossier } from './dossier.ts';
import { descriptionAt, valueAt } from './location.ts';
import { monthsBetween } from './months.ts';
import type { ResolvedDossier } from './resolution.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Where a value of the dossier comes from: a sourced fact, what was typed, a hypothesis, the law, a search. */
export function originOf(dossier: ResolvedDossier, path: string): Origin {
  const fact = dossier.values.facts.find((item) => item.path === path);
  if (fact !== undefined) return { kind: 'fact', text: fact.source };
  const note = dossier.values.hypotheses.find((item) => item.path === path);
  if (note !== undefined) return { kind: 'hypothesis', text: note.why };
  const kind = dossier.origins[path];
  if (kind === 'solved')
    return { kind: 'solved', text: 'montant calculé par Levier pour équilibrer le plan de financement' };
  const description = descriptionAt(path, dossier.values);
  const why = description?.node === 'field' ? description.fallback?.why : undefined;
  if (kind === 'law') return { kind: 'law', text: why ?? 'texte en vigueur' };
  if (kind === 'default') return { kind: 'hypothesis', text: why ?? 'valeur par défaut' };
  return { kind: 'hypothesis', text: 'valeur saisie dans le dossier, sans source indiquée' };
}

function labelOf(path: string, values: Dossier): string {
  const description = descriptionAt(path, values);
  const label = description?.label ?? path;
  const holder = valueAt(values, path.slice(0, path.lastIndexOf('.')));
  const name =
    path.includes('[') && holder !== null && typeof holder === 'object'
      ? (holder as { label?: string }).label
      : undefined;
  const measured = measuredAt(path, values);
  if (measured !== undefined) return `${measured} : ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  return name === undefined || name === label ? label : `${label} : ${name}`;
}

/** « Mesure finale, insertions durables »: what a result of a programme is counted at and of. */
function measuredAt(path: string, { programme }: Dossier): string | undefined {
  const place = /^programme\.measurements\[(\d+)\]\.results\[(\d+)\]\./.exec(path);
  const measurement = programme?.measurements[Number(place?.[1])];
  const result = measurement?.results[Number(place?.[2])];
  const indicator = programme?.indicators.find(({ id }) => id === result?.indicator);
  return measurement === undefined || indicator === undefined
    ? undefined
    : `${measurement.label}, ${indicator.label.charAt(0).toLowerCase()}${indicator.label.slice(1)}`;
}

/**
 * Turns the numbers of a dossier into assumptions of a calculation, each once, with its label and origin.
 * Dates become months after signature.
 * @returns a function from path to assumption; it throws when the path is no number of the dossier
 */
export function assumptionsOf(
  dossier: ResolvedDossier,
  calculation: Calculation,
): <U extends Unit>(path: string, unit: U) => Assumption<U> {
  return <U extends Unit>(path: string, unit: U): Assumption<U> => {
    const known = calculation.assumptions.get(path);
    if (known !== undefined) return known as Assumption<U>;
    const value = valueAt(dossier.values, path);
    const label = labelOf(path, dossier.values);
    const origin = originOf(dossier, path);
    if (typeof value === 'string' && ISO_DATE.test(value)) {
      const months = monthsBetween(dossier.values.signature, value);
      return calculation.assumption(path, `${label} (mois après la signature)`, unit, months, origin);
    }
    if (typeof value === 'number' || makeDecimal.isDecimal(value)) {
      return calculation.assumption(path, label, unit, value as number | Decimal, origin);
    }
    throw new Error(`${path} is not a number of the dossier`);
  };
}
