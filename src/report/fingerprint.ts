import { createHash } from 'node:crypto';

/** Sixteen hexadecimal digits that change with any value of a dossier, not with how its file is laid out. */
export function fingerprintOf(dossier: unknown): string {
  return createHash('sha256').update(JSON.stringify(dossier)).digest('hex').slice(0, 16);
}
