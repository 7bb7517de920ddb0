import { Decimal } from '../formula/decimal.ts';
import {
  NO_BREAK_SPACE,
  writeCount,
  writeMoney,
  writeMultiple,
  writeRate,
  writeSum,
} from '../formula/french.ts';
import type { SizedForm } from '../siting/land-support/sized-form.ts';
import type { LevelUnit, SupportForm } from '../siting/land-support/support-form.ts';
import type { TargetResult } from '../siting/land-support/targets.ts';

/** « 182 400 € », « 35,0 % », « 0,9 point »: a level as a person reads it. */
export function writeLevel(level: Decimal, unit: LevelUnit): string {
  if (unit === 'EUR') return writeSum(level);
  if (unit === 'ratio') return writeRate(level);
  const points = level.times(100);
  return `${writeCount(points)}${NO_BREAK_SPACE}${points.abs().gte(2) ? 'points' : 'point'} du taux du prêt`;
}

/** « un rabais de 182 400 € sur le prix du site ». */
export function levelInWords(form: SupportForm, level: Decimal): string {
  return form.inWords(writeLevel(level, form.unit));
}

/** What a target reaches or asks. */
export function writeTarget(value: Decimal | null, { id, unit }: Pick<TargetResult, 'id' | 'unit'>): string {
  if (value === null) return 'sans objet';
  if (unit === 'EUR') return writeMoney(value);
  if (unit === 'EUR/m2/year') return `${writeMoney(value)}/m²/an`;
  return id === 'investor-irr'
    ? writeRate(value.toDecimalPlaces(6))
    : writeMultiple(value.toDecimalPlaces(4));
}

const DIRECTIONS = { 'at-least': 'au moins', 'at-most': 'au plus' } as const;

/** « couverture 1,18 pour 1,25 au moins », its reason when there is no value. */
export function missedInWords(result: TargetResult): string {
  const { label, value, limit, direction, note, id } = result;
  const head = label.replace(/^./, (letter) =>
    id === 'investor-irr' || id === 'minimum-cover' ? letter : letter.toLowerCase(),
  );
  const tail = note === undefined ? '' : ` (${note})`;
  if (id === 'plan') {
    return value === null || value.isZero()
      ? `le plan s’équilibre, mais ${note ?? 'une limite de la banque est dépassée'}`
      : `il reste ${writeMoney(value)} à trouver dans les limites de la banque${tail}`;
  }
  return `${head} : ${writeTarget(value, result)} pour ${writeTarget(limit, result)} ${DIRECTIONS[direction]}${tail}`;
}

/** The targets that a level misses. */
export function missedOf(results: readonly TargetResult[]): string {
  return results
    .filter(({ isMet }) => !isMet)
    .map(missedInWords)
    .join(' ; ');
}

/** Why a form is no answer, in figures; nothing when it is one. */
export function reasonOf({ form, open, answer }: SizedForm): string | undefined {
  if (answer.status === 'not-open') return answer.reason;
  if (answer.status === 'not-needed') return 'les cibles sont tenues sans ce soutien.';
  if (answer.status === 'found') return undefined;
  const why = open === undefined ? '' : ` Rien de plus ne peut être essayé : ${open.whyGreatest}.`;
  return `même ${levelInWords(form, answer.level)} ne suffit pas : ${missedOf(answer.results)}.${why}`;
}

/** « 1 400 € », « – » when there are no jobs. */
export function writePerJob(amount: Decimal | null): string {
  return amount === null ? '–' : writeMoney(new Decimal(amount));
}
