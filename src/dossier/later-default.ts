import type { Json, RawDossier } from '../input/description.ts';
import { firstTestedYear } from '../instruments/borrower-risk.ts';
import { monthsBetween } from './months.ts';

const asGroup = (value: Json | undefined): RawDossier | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as RawDossier) : undefined;

/**
 * Paths whose tested default is left to its usual year when the one typed comes before the opening on a later site: no loan
 * would be drawn yet, and the dossier refused for a test that is no figure of the site.
 * @param opening first day of the month of the opening, ISO
 */
export function withLaterDefault(paths: readonly Json[], signature: string, opening: string): Json {
  const first = firstTestedYear(monthsBetween(signature, opening));
  return paths.map((path) => {
    const whole = asGroup(path);
    const risk = asGroup(whole?.risk);
    if (whole === undefined || risk === undefined || typeof risk.stressedYear !== 'number') return path;
    if (risk.stressedYear >= first) return path;
    const { stressedYear: _, ...others } = risk;
    return { ...whole, risk: others };
  });
}
