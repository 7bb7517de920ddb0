import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { MOST_BYTES } from './api/body.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, type Failure, TOO_LARGE } from './failures.ts';
import { compareVersions } from './kept-comparison.ts';
import { importFile } from './kept-import.ts';
import { duplicateVersion, keepOpened } from './kept-saving.ts';
import { revokeLink, shareVersion } from './kept-sharing.ts';
import { forgetKept, listKept, showSheet } from './kept-sheet.ts';

/** A comment and a key, or less. */
const LARGEST_FORM = 16 * 1024;
/** What a form adds around a file: names, separators, the comment. */
const AROUND_A_FILE = 16 * 1024;

const FILE_TOO_LARGE: Failure = {
  status: 413,
  title: 'Fichier trop gros',
  text: `Un dossier tient en quelques dizaines de kilo-octets ; ce qui a été envoyé dépasse ${MOST_BYTES / 1024 / 1024} Mio. Vérifiez le fichier choisi.`,
};

/** The dossiers that people keep, mounted at `/mes-dossiers`. The address of one is the only key to it. */
export function keptPages(deps: WebDependencies): Hono {
  const pages = new Hono();
  const limit = (maxSize: number, failure: Failure) =>
    bodyLimit({ maxSize, onError: (c) => answerFailure(deps, c, failure) });
  const small = limit(LARGEST_FORM, TOO_LARGE);
  const file = limit(MOST_BYTES + AROUND_A_FILE, FILE_TOO_LARGE);

  pages.get('/', listKept(deps));
  pages.post('/', small, keepOpened(deps));
  pages.post('/importer', file, importFile(deps));
  pages.post('/oublier', small, forgetKept(deps));

  pages.get('/:address', showSheet(deps));
  pages.get('/:address/comparer', compareVersions(deps));
  pages.post('/:address/importer', file, importFile(deps));
  pages.post('/:address/dupliquer', small, duplicateVersion(deps));
  pages.post('/:address/partager', small, shareVersion(deps));
  pages.post('/:address/revoquer', small, revokeLink(deps));
  return pages;
}
