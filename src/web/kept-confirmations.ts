import type { Json } from '../input/description.ts';
import type { OpenDossier } from './dossier-places.ts';

/** A point that a person vouches for, as a dossier holds it. */
export interface ConfirmedPoint {
  /** Id of a column. */
  readonly path: string;
  readonly rule: string;
  readonly note: string;
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

const isSame = (one: ConfirmedPoint, other: Pick<ConfirmedPoint, 'path' | 'rule'>) =>
  one.path === other.path && one.rule === other.rule;

/** Vouches for a point, with another note when somebody did already. */
export function confirmPoint(dossier: OpenDossier, point: ConfirmedPoint): void {
  const known = pointsOf(dossier);
  const isThere = known.some((other) => isSame(other, point));
  put(dossier, isThere ? known.map((other) => (isSame(other, point) ? point : other)) : [...known, point]);
}

/** Vouches for it no more. */
export function withdrawPoint(dossier: OpenDossier, point: Pick<ConfirmedPoint, 'path' | 'rule'>): void {
  keepConfirmations(dossier, (other) => !isSame(other, point));
}
