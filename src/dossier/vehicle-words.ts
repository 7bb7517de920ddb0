import type { PathDescription } from './paths.ts';

/** What the company that owns the walls and lets them to the enterprise is called on screen. */
export interface VehicleWords {
  /** « SCI », « Foncière »: at the head of a title. */
  readonly name: string;
  /** « la SCI », « la foncière ». */
  readonly the: string;
  /** « de la SCI », « de la foncière ». */
  readonly of: string;
}

const SCI: VehicleWords = { name: 'SCI', the: 'la SCI', of: 'de la SCI' };
const FONCIERE: VehicleWords = { name: 'Foncière', the: 'la foncière', of: 'de la foncière' };
const HOLDING: VehicleWords = { name: 'Holding', the: 'la holding', of: 'de la holding' };
const EITHER: VehicleWords = {
  name: 'Société immobilière',
  the: 'la société immobilière',
  of: 'de la société immobilière',
};

/** The words for the vehicle of a path; those of a SCI where there is none. */
export function vehicleWords(kind: PathDescription['kind']): VehicleWords {
  if (kind === 'esus-holding') return HOLDING;
  return kind === 'fonciere' ? FONCIERE : SCI;
}

/** The words that hold for the vehicles of several paths. */
export function vehicleWordsOf(kinds: readonly PathDescription['kind'][]): VehicleWords {
  const named = (['sci', 'esus-holding', 'fonciere'] as const).filter((kind) => kinds.includes(kind));
  const [only = 'sci', ...others] = named;
  return others.length > 0 ? EITHER : vehicleWords(only);
}
