import type { PathDescription } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { buysSite } from '../dossier/sources.ts';
import { Decimal } from '../formula/decimal.ts';
import { LAND_INSTRUMENT_RULES } from '../law/land-instrument-rules.ts';
import { LAND_LEASE_MAXIMUM_YEARS, LAND_LEASE_MINIMUM_YEARS } from '../law/land-lease-figures.ts';
import { ruleApplied } from '../law/law-rule.ts';
import type { Legality } from '../law/legality.ts';
import { brsaLegality } from '../law/regulated-instruments.ts';

const NAMES = {
  emphyteutic: 'Bail emphytéotique',
  construction: 'Bail à construction',
  brsa: 'Bail réel solidaire d’activité',
} as const;

/** What the law says of the lease of long duration by which a path holds its site. */
export function landLeaseLegality({ values }: ResolvedDossier, path: PathDescription): Legality[] {
  const lease = values.site?.landLease;
  if (lease == null || !buysSite(path)) return [];
  const { kind, years } = lease;
  const longest = Number(LAND_LEASE_MAXIMUM_YEARS.value);
  const shortest = Number(LAND_LEASE_MINIMUM_YEARS.value);
  const isShort = kind === 'emphyteutic' ? years <= shortest : kind === 'construction' && years < shortest;
  const found: Legality[] = [];
  if (isShort || years > longest) {
    found.push(
      ruleApplied(LAND_INSTRUMENT_RULES.landLeaseYears, {
        verdict: 'impossible',
        fact: `${NAMES[kind]} de ${years} ans.`,
        remedy: isShort
          ? `Allongez le bail à ${kind === 'emphyteutic' ? shortest + 1 : shortest} ans au moins, ou prenez un bail commercial.`
          : `Ramenez le bail à ${longest} ans au plus.`,
      }),
    );
  }
  if (kind === 'brsa') {
    const { employees, revenue, balanceSheet } = values.stateAid;
    found.push(...brsaLegality({ employees, turnoverOrBalance: Decimal.min(revenue, balanceSheet), years }));
  }
  found.push(
    ruleApplied(LAND_INSTRUMENT_RULES.landLeaseEnd, {
      verdict: 'a-verifier',
      fact: `${NAMES[kind]} de ${years} ans.`,
      remedy:
        'Négociez dans le bail l’indemnité de fin, la prorogation et le droit de céder ou d’hypothéquer.',
    }),
  );
  return found;
}
