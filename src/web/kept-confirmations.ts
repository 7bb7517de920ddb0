import type { Json } from '../input/description.ts';
import type { OpenDossier } from './dossier-places.ts';

/** A point that a person vouches for, as a dossier holds it. */
export interface ConfirmedPoint {
  /** Id of a column. */
  readonly path: string;
  readonly rule: string;
  readonly note: string;
  /** What the point said; left out, the note holds whatever it says. */
  readonly reason?: string;
}

function pointsOf(dossier: OpenDossier): readonly ConfirmedPoint[] {
  return (dossier.confirmations ?? []) as unknown as readonly ConfirmedPoint[];
}

function put(dossier: OpenDossier, points: readonly ConfirmedPoint[]): void {
  // A dossier in which nobody vouches for anything is the one that was opened.
  if (points.length === 0) delete dossier.confirmations;
  else dossier.confirmations = points as unknown as Json;
}

/** Keeps some of the points of a dossier. */
export function keepConfirmations(dossier: OpenDossier, isKept: (point: ConfirmedPoint) => boolean): void {
  if (dossier.confirmations !== undefined) put(dossier, pointsOf(dossier).filter(isKept));
}

type Place = Pick<ConfirmedPoint, 'path' | 'rule' | 'reason'>;

/** A note that speaks of this point: of what it says, or whatever it says. */
function isOf(point: ConfirmedPoint, { path, rule, reason }: Place): boolean {
  const said = point.reason ?? '';
  return point.path === path && point.rule === rule && (said === '' || said === reason);
}

/** Vouches for a point, with another note when somebody did already. */
export function confirmPoint(dossier: OpenDossier, point: ConfirmedPoint): void {
  put(dossier, [...pointsOf(dossier).filter((other) => !isOf(other, point)), point]);
}

/** Vouches for it no more. */
export function withdrawPoint(dossier: OpenDossier, place: Place): void {
  keepConfirmations(dossier, (other) => !isOf(other, place));
}
